//! The whole case as text, for what has no field: the record of the trámite, the inputs of the calculations, what may change
//! in a variant. It takes the place of the case when it can be read; until then it is kept as it was typed.

use super::Pluma;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::Caso;

/// The panel.
#[component]
pub fn Avanzado(pluma: Pluma) -> impl IntoView {
    let pendiente = pluma.propio.with_untracked(|p| !p.avanzado.is_empty());
    let abierto = RwSignal::new(pendiente);
    view! {
        <section class="v-panel v-pila" aria-labelledby="avanzado-titulo">
            <h2 class="v-panel-titulo" id="avanzado-titulo">"Avanzado"</h2>
            <p class="v-medida">"El caso completo como texto (JSON), para lo que no tiene campo arriba: lo que lleva el trámite («contenido»), los datos de los cálculos y lo que puede cambiar en una variante («moldes»)."</p>
            {move || if abierto.get() {
                view! { <Todo pluma/> }.into_any()
            } else {
                view! { <div class="v-botones"><button class="v-boton" type="button" on:click=move |_| abierto.set(true)>"Ver el caso como texto"</button></div> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Todo(pluma: Pluma) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let texto = Memo::new(move |_| {
        let p = pluma.propio.read();
        if p.avanzado.is_empty() {
            serde_json::to_string_pretty(&p.caso).unwrap_or_default()
        } else {
            p.avanzado.clone()
        }
    });
    let revisar = move || {
        let escrito = pluma.propio.with_untracked(|p| p.avanzado.clone());
        if escrito.is_empty() {
            return error.set(None);
        }
        match ventanilla_reglas::entrada::leer::<Caso>(&escrito) {
            Ok(caso) => {
                error.set(None);
                pluma.propio.update(|p| p.avanzado.clear());
                pluma.redibujar(|c| *c = caso);
            }
            Err(h) if h.campo.is_empty() => error.set(Some(h.mensaje)),
            Err(h) => error.set(Some(format!("En «{}»: {}", h.campo, h.mensaje))),
        }
    };
    revisar();
    let pendiente = move || !pluma.propio.read().avanzado.is_empty();
    let descartar = move |_| {
        pluma.propio.update(|p| p.avanzado.clear());
        error.set(None);
    };
    view! {
        <div class="v-campo" class=("v-campo--error", move || error.read().is_some())>
            <label class="v-etiqueta" for="avanzado">"El caso como texto"</label>
            <textarea class="v-entrada v-json" id="avanzado" rows="20" spellcheck="false" aria-describedby="avanzado-error"
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=move || texto.get()
                on:input=move |e| pluma.propio.update(|p| p.avanzado = event_target_value(&e))
                on:change=move |_| revisar()
            ></textarea>
            <div id="avanzado-error" role="status">
                {move || error.get().map(|e| view! { <p class="v-error">"No se puede leer, y el caso sigue como estaba. Lo escrito se conserva. "{e}</p> })}
            </div>
        </div>
        {move || pendiente().then(|| view! {
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| revisar()>"Usar este texto"</button>
                <button class="v-boton v-boton--quieto" type="button" on:click=descartar>"Descartar lo escrito aquí"</button>
            </div>
        })}
    }
}
