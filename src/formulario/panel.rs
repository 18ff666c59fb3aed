//! What is computed under the questions of a step, to help answer them.

use super::cuota::{Cuota, CuotaDelGrupo, Orientacion, Veredicto};
use super::escritorio::Escritorio;
use crate::convenio::{Eleccion, PlanDePagos};
use leptos::prelude::*;
use ventanilla_reglas::convenio::Modalidad;
use ventanilla_tramites::convenio::plan;
use ventanilla_tramites::guion::{Mirada, Panel};

/// The panel of a step, if it has one.
pub fn panel(escritorio: Escritorio, paso: usize) -> Option<AnyView> {
    escritorio.guion.pasos[paso].panel.map(|panel| match panel {
        Panel::Plazos => view! { <Plazos escritorio/> }.into_any(),
        Panel::Orientacion => view! { <Orientacion/> }.into_any(),
        Panel::Veredicto => view! { <Veredicto escritorio/> }.into_any(),
        Panel::Cuota => view! { <Cuota escritorio/> }.into_any(),
        Panel::CuotaDelGrupo => view! { <CuotaDelGrupo escritorio/> }.into_any(),
    })
}

/// The terms of a payment plan; choosing one answers the questions.
#[component]
fn Plazos(escritorio: Escritorio) -> impl IntoView {
    // a row for each INPC that is missing, once the credits are whole: only its value is left to type
    Effect::new(move |_| {
        let filas = con_mirada(escritorio, |m| {
            let escritas = escritorio.respuestas.read();
            plan::adeudo(m).and_then(|_| plan::meses_por_anotar(m, &escritas))
        });
        if let Some(filas) = filas {
            escritorio.cambiar(|r| r.reemplazar("inpc", &filas));
        }
    });
    let adeudo = Memo::new(move |_| con_mirada(escritorio, plan::adeudo));
    let elegida = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        let modalidad = match revision.valores.texto("plan.modalidad") {
            "parcialidades" => Modalidad::Parcialidades,
            "diferido" => Modalidad::Diferido,
            _ => return None,
        };
        let plazo = revision.valores.texto("plan.plazo").parse().ok()?;
        Some((modalidad, plazo))
    });
    let al_elegir = Callback::new(move |(modalidad, plazo): Eleccion| {
        let modalidad = match modalidad {
            Modalidad::Parcialidades => "parcialidades",
            Modalidad::Diferido => "diferido",
        };
        escritorio.escribir("plan.modalidad", modalidad);
        escritorio.escribir("plan.plazo", &plazo.to_string());
    });
    let de_quien = Signal::derive(move || escritorio.revision.read().valores.texto("patron.nombre").to_owned());
    view! { <PlanDePagos adeudo elegida al_elegir de_quien/> }
}

/// Reads something of the answers in their plain form; what calls it is computed again when they change.
pub fn con_mirada<T>(escritorio: Escritorio, leer: impl FnOnce(&Mirada<'_>) -> T) -> T {
    let revision = escritorio.revision.read();
    let normativa = escritorio.contexto.normativa.read();
    leer(&Mirada::nueva(&revision.valores, &normativa, escritorio.contexto.hoy))
}
