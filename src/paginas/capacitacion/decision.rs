//! What is decided at the counter.

use super::mesa::Mesa;
use crate::componentes::Campo;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::{Decision, Que};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::incorporacion::Modalidad;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::camino::GUIONES;

const OPCIONES: [(Que, &str); 4] = [
    (Que::Aceptar, "Se recibe: está completo y procede."),
    (Que::Prevenir, "Se pide corregir o completar; procede si lo hace."),
    (Que::Redirigir, "Le toca otro trámite u otra modalidad."),
    (Que::Rechazar, "No procede, aunque lo corrija."),
];

/// Where it can be sent: another trámite, another modality.
fn destinos(tramite: Option<&str>, contexto: crate::contexto::Contexto) -> Vec<(String, String)> {
    let tramites = GUIONES
        .iter()
        .filter(|g| Some(g.clave) != tramite)
        .map(|g| (g.clave.to_owned(), g.titulo.to_owned()));
    if !tramite.is_some_and(|t| t.starts_with("incorporacion")) {
        return tramites.collect();
    }
    let normativa = contexto.normativa.get_untracked();
    let mut consulta = Consulta::nueva(&normativa, Politicas::default());
    let modalidades = Modalidad::TODAS.into_iter().map(|m| {
        let nombre = m.ficha(&mut consulta, contexto.hoy).map(|f| f.nombre.to_owned());
        (
            m.clave().to_owned(),
            nombre.unwrap_or_else(|_| ["Modalidad ", m.clave()].concat()),
        )
    });
    modalidades.chain(tramites).collect()
}

fn clave(que: Que) -> &'static str {
    match que {
        Que::Aceptar => "aceptar",
        Que::Prevenir => "prevenir",
        Que::Redirigir => "redirigir",
        Que::Rechazar => "rechazar",
    }
}

/// The decision.
#[component]
pub fn Decidir(mesa: Mesa) -> impl IntoView {
    let decision = Memo::new(move |_| mesa.registro.read().intento.decision.clone());
    let que = Memo::new(move |_| decision.read().as_ref().map(|d| d.que));
    let destinos = mesa
        .registro
        .with_untracked(|r| destinos(r.planteamiento.tramite.as_deref(), mesa.contexto));
    let destinos = StoredValue::new(destinos);
    let elegir = move |que: Que| mesa.anotar(|i| i.decision = Some(Decision::nueva(que)));
    view! {
        <fieldset class="v-grupo-de-respuestas">
            <legend>"La decisión"</legend>
            <div class="v-opciones">
                {OPCIONES.into_iter().map(|(opcion, ayuda)| view! {
                    <label class="v-opcion">
                        <input type="radio" id=["decision-", clave(opcion)].concat() name="decision" prop:checked=move || que.get() == Some(opcion) on:change=move |_| elegir(opcion)/>
                        <span>{opcion.rotulo()}<small class="v-pista">{ayuda}</small></span>
                    </label>
                }).collect_view()}
            </div>
            {move || (que.get() == Some(Que::Redirigir)).then(|| view! {
                <Campo id="decision-a" etiqueta="A dónde">
                    <select class="v-lista" id="decision-a" on:change=move |e| {
                        let a = event_target_value(&e);
                        mesa.anotar(|i| i.decision = Some(Decision {
                            que: Que::Redirigir,
                            a: (!a.is_empty()).then_some(a),
                        }));
                    }>
                        <option value="">"Elija a dónde"</option>
                        {destinos.get_value().into_iter().map(|(clave, nombre)| {
                            let esta = decision.read_untracked().as_ref().and_then(|d| d.a.as_deref()) == Some(clave.as_str());
                            view! { <option value=clave selected=esta>{nombre}</option> }
                        }).collect_view()}
                    </select>
                </Campo>
            })}
        </fieldset>
    }
}
