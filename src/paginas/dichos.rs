//! What several pages say alike: findings with their articles, and the readings of the law that were used.

use super::papel::Papel;
use crate::componentes::es_articulo;
use leptos::prelude::*;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::politica::{POLITICAS, Politica};
use ventanilla_tramites::texto::con_fechas;

/// A finding with its articles.
pub fn hallazgo(hallazgo: Hallazgo) -> impl IntoView {
    let clase = match hallazgo.gravedad {
        Gravedad::Error => "v-aviso v-aviso--error",
        Gravedad::Advertencia => "v-aviso v-aviso--advertencia",
        Gravedad::Nota => "v-aviso",
    };
    view! {
        <div class=clase>
            <p>{con_fechas(&hallazgo.mensaje)}</p>
            <p class="v-fila">{articulos(hallazgo.fundamento.iter().copied())}</p>
        </div>
    }
}

/// Articles, each a badge. Those that are no articles of a law are not shown.
pub fn articulos<'a>(articulos: impl Iterator<Item = &'a str>) -> AnyView {
    let suyos: Vec<String> = articulos.filter(|a| es_articulo(a)).map(ToOwned::to_owned).collect();
    suyos
        .into_iter()
        .map(|a| view! { <span class="v-insignia v-insignia--articulo">{a}</span> })
        .collect_view()
        .into_any()
}

/// The same at the end of a sentence.
pub fn articulos_en_linea<'a>(suyos: impl Iterator<Item = &'a str>) -> AnyView {
    view! { " "<span class="v-articulos">{articulos(suyos)}</span> }.into_any()
}

/// Findings of an answer, the gravest first.
pub fn hallazgos(todos: &[Hallazgo]) -> impl IntoView + use<> {
    let mut todos = todos.to_vec();
    todos.sort_by_key(|h| h.gravedad);
    todos.into_iter().map(hallazgo).collect_view()
}

/// The readings of the law that another choice would have changed, to choose again. They are kept on the sheet, under
/// `prefijo`.
pub fn politicas(
    papel: Papel,
    prefijo: &'static str,
    aplicadas: impl IntoIterator<Item = (Politica, &'static str)>,
) -> Option<AnyView> {
    let aplicadas: Vec<_> = aplicadas.into_iter().collect();
    if aplicadas.is_empty() {
        return None;
    }
    let listas = aplicadas
        .into_iter()
        .map(|(politica, valor)| {
            let ficha = &POLITICAS[politica as usize];
            let id = format!("{prefijo}-{}", ficha.nombre);
            view! {
                <div class="v-campo">
                    <label class="v-etiqueta" for=id.clone()>{ficha.pregunta}</label>
                    <select
                        class="v-lista"
                        id=id
                        on:change=move |e| papel.escribir(&[prefijo, ".", ficha.nombre].concat(), &event_target_value(&e))
                    >
                        {ficha.valores.iter().enumerate().map(|(i, (clave, texto))| view! {
                            <option value=*clave selected=*clave == valor>{*texto}{(i == 0).then_some(" (por omisión)")}</option>
                        }).collect_view()}
                    </select>
                </div>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="v-pila" aria-label="Criterios que cambian el resultado">
                <p class="v-fuerte">"La ley no lo dice y cambia el resultado:"</p>
                {listas}
            </section>
        }
        .into_any(),
    )
}
