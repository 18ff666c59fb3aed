//! How far the form is: its steps, each with its state in words.

use super::escritorio::Escritorio;
use crate::componentes::mostrar_la_actual;
use leptos::prelude::*;

/// The steps as a list; each leads to its page.
#[component]
pub fn Progreso(
    /// The open form.
    escritorio: Escritorio,
    /// Address of the form (`#/tramite/<id>`).
    base: String,
    /// The step that is open; `None` on the page of review.
    #[prop(into)]
    actual: Signal<Option<usize>>,
) -> impl IntoView {
    let base = StoredValue::new(base);
    let pasos = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        (0..escritorio.guion.pasos.len())
            .filter(|p| revision.se_pregunta(*p))
            .collect::<Vec<_>>()
    });
    let direccion = move |detalle: &str| [base.read_value().as_str(), "/", detalle].concat();
    Effect::new(move |_| {
        actual.track();
        request_animation_frame(|| mostrar_la_actual(".v-avance ol"));
    });
    view! {
        <nav class="v-avance" aria-label="Pasos del trámite">
            <ol>
                <For each=move || pasos.get() key=|p| *p let:paso>
                    <li>
                        <a
                            href=direccion(escritorio.guion.pasos[paso].clave)
                            aria-current=move || (actual.get() == Some(paso)).then_some("step")
                        >
                            <span class="v-avance-nombre">{escritorio.guion.pasos[paso].titulo}</span>
                            <span class="v-avance-estado">{move || estado(escritorio, paso)}</span>
                        </a>
                    </li>
                </For>
                <li>
                    <a href=direccion("revisar") aria-current=move || actual.get().is_none().then_some("step")>
                        <span class="v-avance-nombre">"Revisar y enviar"</span>
                    </a>
                </li>
            </ol>
        </nav>
    }
}

/// "Capturado" is not "enviado": the words are kept apart on purpose.
fn estado(escritorio: Escritorio, paso: usize) -> &'static str {
    let revision = escritorio.revision.read();
    let limpio = revision.errores_del_paso(paso).next().is_none();
    match (revision.empezado(paso), limpio) {
        (true, true) => "capturado",
        (false, true) if escritorio.intentado(paso) => "capturado",
        (false, true) => "por contestar",
        (true, false) if escritorio.intentado(paso) => "por corregir",
        (true, false) => "incompleto",
        (false, false) => "por contestar",
    }
}
