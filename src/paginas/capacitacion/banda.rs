//! What is always in sight in a practice: that nothing here is real, which day it is, and the way back to the case.

use crate::contexto::contexto;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_tramites::texto::fecha_larga;

/// The band. Outside a practice, nothing.
#[component]
pub fn BandaDePractica() -> impl IntoView {
    contexto().practica.get_value().map(|practica| {
        let caso = practica.planteamiento;
        view! {
            <aside class="v-banda" aria-label="Capacitación">
                <div class="v-banda-cinta">
                    <strong>"CAPACITACIÓN: datos simulados"</strong>
                    <span>{caso.titulo}</span>
                    <span>"Hoy es "{fecha_larga(caso.hoy.0)}</span>
                    <a class="v-banda-volver" href=Ruta::Caso.con(&practica.id.to_string())>"Volver al caso"</a>
                </div>
            </aside>
        }
    })
}

/// In the place of a page that only makes sense with real trámites.
#[component]
pub fn NoEnPractica() -> impl IntoView {
    let caso = contexto()
        .practica
        .get_value()
        .map_or(Ruta::Capacitacion.ancla().to_owned(), |p| {
            Ruta::Caso.con(&p.id.to_string())
        });
    view! {
        <div class="v-vacio">
            <h1>"Esta página es de trámites reales"</h1>
            <p>"Está en un caso de capacitación: nada de lo que escriba sale de este equipo ni llega a la ventanilla. Para abrirla, vuelva al caso y déjelo para después."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=caso>"Volver al caso"</a></div>
        </div>
    }
}
