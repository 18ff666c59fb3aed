//! A box to paste rows of a spreadsheet into.

use super::taller::Taller;
use crate::paginas::papel::enfocar;
use leptos::prelude::*;
use ventanilla_tramites::adeudo::leer_pegado;

/// The box, closed until it is asked for.
#[component]
pub fn Pegar(taller: Taller) -> impl IntoView {
    let texto = RwSignal::new(String::new());
    let avisos = RwSignal::new(Vec::<String>::new());
    let agregar = move |_| {
        let pegado = leer_pegado(&texto.read_untracked());
        let cuantos = pegado.renglones.len();
        if cuantos == 0 {
            avisos.set(pegado.avisos);
            return enfocar("adeudo-pegar");
        }
        texto.set(String::new());
        let mut dicho = match cuantos {
            1 => "Se agregó 1 crédito.".to_owned(),
            n => format!("Se agregaron {n} créditos."),
        };
        for aviso in &pegado.avisos {
            dicho.push(' ');
            dicho.push_str(aviso);
        }
        avisos.set(Vec::new());
        let (contexto, papel) = (taller.papel.contexto, taller.papel);
        let antes = papel.respuestas.get_untracked();
        taller.agregar(&pegado.renglones);
        contexto.avisar_con_regreso(dicho, move || papel.cambiar(|r| antes.clone_into(r)));
    };
    view! {
        <details class="v-ayuda v-pegar">
            <summary>"Pegar de una hoja de cálculo"</summary>
            <div class="v-campo">
                <label class="v-etiqueta" for="adeudo-pegar">"Pegue aquí los renglones"</label>
                <p class="v-pista" id="adeudo-pegar-pista">
                    "Periodo, patronal y obrera; también qué se debe y el vencimiento, si los tiene. Con títulos o sin ellos, en cualquier orden."
                </p>
                <textarea
                    class="v-entrada"
                    id="adeudo-pegar"
                    rows="4"
                    spellcheck="false"
                    aria-describedby="adeudo-pegar-pista adeudo-pegar-avisos"
                    placeholder="nov 2025\t39,400.00\t10,600.00"
                    prop:value=move || texto.get()
                    on:input=move |evento| texto.set(event_target_value(&evento))
                ></textarea>
                <div id="adeudo-pegar-avisos" role="status">
                    {move || avisos.get().into_iter().map(|a| view! { <p class="v-error">{a}</p> }).collect_view()}
                </div>
                <div class="v-botones"><button class="v-boton" type="button" on:click=agregar>"Agregar estos renglones"</button></div>
            </div>
        </details>
    }
}
