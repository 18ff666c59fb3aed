//! What the rules say of the whole: figures, dates, warnings and notes.

use leptos::prelude::*;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_tramites::guion::Seccion;

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
                    </section>
                }
            })
            .collect_view()
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
                            {h.fundamento.iter().map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{*a}</span> }).collect_view()}
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
