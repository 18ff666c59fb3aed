//! What the rules say of the whole: figures, dates, warnings and notes.

use crate::componentes::es_articulo;
use leptos::prelude::*;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_tramites::guion::{Cuadro, Seccion};

/// Figures and dates under their headings, each with its article.
#[component]
pub fn Secciones(
    /// What to show.
    #[prop(into)]
    secciones: Signal<Vec<Seccion>>,
) -> impl IntoView {
    move || {
        secciones
            .get()
            .into_iter()
            .map(|seccion| {
                view! {
                    <section class="v-seccion">
                        <h2 class="v-panel-titulo">{seccion.titulo}</h2>
                        <dl class="v-respuestas">
                            {seccion
                                .renglones
                                .into_iter()
                                .map(|renglon| view! {
                                    <div>
                                        <dt>{renglon.rotulo}</dt>
                                        <dd>
                                            {renglon.valor}
                                            {renglon.fundamento.into_iter().map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{a}</span> }).collect_view()}
                                        </dd>
                                    </div>
                                })
                                .collect_view()}
                        </dl>
                        {seccion.cuadro.map(|cuadro| view! { <CuadroDeCifras cuadro/> })}
                    </section>
                }
            })
            .collect_view()
    }
}

/// A table of figures; where it does not fit it moves sideways by itself, also with the keyboard.
#[component]
pub fn CuadroDeCifras(
    /// What to show.
    cuadro: Cuadro,
) -> impl IntoView {
    let nombre = cuadro.titulo.clone();
    let cifra = move |columna: usize| columna != 0 && !cuadro.de_palabras;
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label=nombre>
            <table class="v-tabla v-tabla--densa" class=("v-tabla--palabras", cuadro.de_palabras)>
                <caption class="v-oculto">{cuadro.titulo}</caption>
                <thead>
                    <tr>
                        {cuadro.encabezados.into_iter().enumerate().map(|(i, titulo)| view! { <th scope="col" class:v-num=cifra(i)>{titulo}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {cuadro
                        .filas
                        .into_iter()
                        .map(|fila| view! {
                            <tr>{fila.into_iter().enumerate().map(|(i, celda)| view! { <td class:v-num=cifra(i)>{celda}</td> }).collect_view()}</tr>
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// Warnings first, then notes.
#[component]
pub fn Hallazgos(
    /// What was found; errors are shown elsewhere.
    #[prop(into)]
    hallazgos: Signal<Vec<Hallazgo>>,
) -> impl IntoView {
    let de = |gravedad: Gravedad, clase: &'static str| {
        move || {
            let hallazgos = hallazgos.get();
            hallazgos
                .into_iter()
                .filter(|h| h.gravedad == gravedad)
                .map(|h| view! {
                    <div class=clase>
                        <p>
                            {h.mensaje}
                            {h.fundamento.iter().filter(|a| es_articulo(a)).map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{*a}</span> }).collect_view()}
                        </p>
                    </div>
                })
                .collect_view()
        }
    };
    view! {
        <div class="v-pila v-pila--junta">
            {de(Gravedad::Advertencia, "v-aviso v-aviso--advertencia")}
            {de(Gravedad::Nota, "v-aviso")}
        </div>
    }
}
