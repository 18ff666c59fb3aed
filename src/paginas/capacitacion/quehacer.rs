//! What has to be done in the screens: the form of the trámite, the calculators.

use super::mesa::Mesa;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_tramites::camino::guion;

/// The screen in which an operation is worked out; `None` for what is read in the tables.
fn pantalla(operacion: &str) -> Option<Ruta> {
    Some(match operacion {
        "cuotas.periodo" => Ruta::Prevision,
        "salario.integrar" => Ruta::Prevision,
        "multa.rango" | "capital_constitutivo" | "gastos_ejecucion" | "credito.plazos" => Ruta::Liquidacion,
        "incorporacion.elegibilidad" | "incorporacion.cotizar" | "incorporacion.esperas" => Ruta::Modalidad,
        o if o.starts_with("credito.") || o.starts_with("convenio.") => Ruta::Adeudo,
        o if o.starts_with("prima.") => Ruta::Prima,
        o if o.starts_with("clasificacion.") => Ruta::Clasificacion,
        _ => return None,
    })
}

/// What to do before answering.
#[component]
pub fn Quehacer(mesa: Mesa) -> impl IntoView {
    let caso = mesa.registro.with_untracked(|r| r.planteamiento.clone());
    let tramite = caso.tramite.as_deref().and_then(guion).map(|guion| {
        let empezado = move || mesa.registro.read().tramite.is_some();
        view! {
            <li class="v-quehacer">
                <div>
                    <p class="v-fuerte">"Capture el trámite: "{guion.titulo}</p>
                    <p class="v-pista">"Es el mismo formulario de la ventanilla, con la fecha del caso. Lo que escriba se guarda aparte y no se envía a nadie. Se califica lo que quede escrito."</p>
                </div>
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| mesa.abrir_formulario(guion.clave)>
                    {move || if empezado() { "Seguir en el formulario" } else { "Abrir el formulario" }}
                </button>
            </li>
        }
    });
    let calculos = caso
        .calculos
        .into_iter()
        .map(|c| {
            let ruta = pantalla(&c.operacion).filter(|_| !c.a_mano);
            let como = match ruta {
                Some(ruta) => view! { <a class="v-boton" href=ruta.ancla()>"Abrir "{ruta.titulo()}</a> }.into_any(),
                None => view! {
                    <p class="v-pista">"Se hace a mano, con la ley a la vista. Tasas y días inhábiles, en "<a href=Ruta::Parametros.ancla()>"Parámetros"</a>"."</p>
                }.into_any(),
            };
            view! { <li class="v-quehacer"><p class="v-fuerte">{c.titulo}</p>{como}</li> }
        })
        .collect_view();
    view! {
        <section class="v-panel v-pila" aria-labelledby="quehacer">
            <h2 class="v-panel-titulo" id="quehacer">"1. Trabaje el caso"</h2>
            <ul class="v-quehaceres" role="list">{tramite}{calculos}</ul>
        </section>
    }
}
