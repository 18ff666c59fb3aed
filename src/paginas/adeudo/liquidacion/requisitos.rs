//! What a notified cédula must contain, to be ticked while reading it.

use super::Mesa;
use crate::paginas::papel::id_de;
use leptos::prelude::*;
use ventanilla_tramites::adeudo::liquidacion::{Requisito, requisitos};

/// The panel.
#[component]
pub fn Requisitos(mesa: Mesa) -> impl IntoView {
    let papel = mesa.taller.papel;
    let listas = Memo::new(move |_| requisitos(&papel.contexto.normativa.read(), papel.contexto.hoy));
    let marcados = move || {
        let claves = listas.get().into_iter().flatten();
        claves.filter(|r| papel.texto(&ruta(r)) == "si").count()
    };
    let todos = move || listas.read().iter().map(Vec::len).sum::<usize>();
    view! {
        <section class="v-panel v-pila" aria-labelledby="liquidacion-requisitos">
            <h2 class="v-panel-titulo" id="liquidacion-requisitos">"Qué debe contener la cédula"</h2>
            <p class="v-pista">"Márquelo con su cédula a la vista. Lo que falte puede hacerse valer al inconformarse."</p>
            <p role="status">{move || format!("{} de {}", marcados(), todos())}</p>
            <h3 class="v-adeudo-quien">"De la autoridad"</h3>
            {move || view! { <Lista mesa lista=listas.get().into_iter().next().unwrap_or_default()/> }}
            <h3 class="v-adeudo-quien">"De la cuenta (esta vista previa también la trae)"</h3>
            {move || view! { <Lista mesa lista=listas.get().into_iter().nth(1).unwrap_or_default()/> }}
        </section>
    }
}

/// Where it is remembered that one was ticked.
pub fn ruta(requisito: &Requisito) -> String {
    ["liquidacion.tiene.", &requisito.clave].concat()
}

#[component]
fn Lista(mesa: Mesa, lista: Vec<Requisito>) -> impl IntoView {
    let papel = mesa.taller.papel;
    let fila = move |requisito: Requisito| {
        let ruta = ruta(&requisito);
        let (lee, escribe) = (ruta.clone(), ruta.clone());
        view! {
            <li>
                <label class="v-opcion v-requisito">
                    <input
                        type="checkbox"
                        id=id_de(&ruta)
                        prop:checked=move || papel.texto(&lee) == "si"
                        on:change=move |e| papel.escribir(&escribe, if event_target_checked(&e) { "si" } else { "" })
                    />
                    <span>
                        {requisito.texto}" "
                        {requisito.fundamento.into_iter().map(|a| view! { <span class="v-insignia v-insignia--articulo">{a}</span>" " }).collect_view()}
                    </span>
                </label>
            </li>
        }
    };
    view! { <ul class="v-requisitos" role="list">{lista.into_iter().map(fila).collect_view()}</ul> }
}
