//! What each modality gives, insurance by insurance.

use super::taller::Taller;
use super::tarjeta::clave;
use leptos::prelude::*;
use ventanilla_tramites::incorporacion::seguros::SEGUROS;
use ventanilla_tramites::modalidades::Comparada;

/// The panel.
#[component]
pub fn Cobertura(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="modalidad-cobertura">
            <h2 class="v-panel-titulo" id="modalidad-cobertura">"Qué da cada una"</h2>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Qué da cada modalidad">
                {move || view! { <Rejilla comparadas=taller.comparadas.get().to_vec()/> }}
            </div>
        </section>
    }
}

/// The grid; also on paper.
#[component]
pub fn Rejilla(comparadas: Vec<Comparada>) -> impl IntoView {
    let titulos = comparadas
        .iter()
        .map(|c| {
            let corto = clave(c.opcion.modalidad)
                .replace("Modalidad", "Mod.")
                .replace("Independiente", "Indep.")
                .replace("Obligatorio", "Oblig.");
            view! {
                <th scope="col">
                    <span class="v-rejilla-largo">{c.opcion.nombre.clone()}</span>
                    <abbr class="v-rejilla-corto" title=c.opcion.nombre.clone()>{corto}</abbr>
                </th>
            }
        })
        .collect_view();
    let filas = SEGUROS
        .iter()
        .map(|seguro| {
            let celdas = comparadas.iter().map(|c| {
                if c.da(seguro.clave) {
                    view! { <td class="v-da">"✓ Sí"</td> }.into_any()
                } else {
                    view! { <td class="v-no-da">"No"</td> }.into_any()
                }
            });
            view! { <tr><th scope="row">{seguro.nombre}<small>{seguro.que_es}</small></th>{celdas.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <table class="v-tabla v-rejilla">
            <caption class="v-oculto">"Seguros que da cada modalidad"</caption>
            <thead><tr><th scope="col">"Seguro"</th>{titulos}</tr></thead>
            <tbody>{filas}</tbody>
        </table>
    }
}
