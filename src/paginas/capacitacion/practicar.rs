//! One practice of one case: the counter at one side; what has to be done, the sheet of answers and the grade at the other.

use super::calificada::Calificada;
use super::hoja::Hoja;
use super::mesa::Mesa;
use super::mostrador::Planteado;
use super::pistas::{Pistas, Reloj};
use super::quehacer::Quehacer;
use super::registro::Registro;
use crate::contexto::contexto;
use crate::ruta::{Direccion, Ruta};
use leptos::prelude::*;
use ventanilla_tramites::texto::fecha_larga;

/// The page of the practice that the address names.
#[component]
pub fn Practicar() -> impl IntoView {
    let direccion = expect_context::<RwSignal<Direccion>>();
    let id = Memo::new(move |_| direccion.read().parte(0).to_owned());
    let leido = RwSignal::new(None::<Option<Registro>>);
    Effect::new(move |_| {
        let id = id.get();
        leptos::task::spawn_local(async move {
            match Registro::leer(&id).await {
                Ok(registro) => drop(leido.try_set(Some(registro))),
                Err(error) => contexto().fallo_el_almacen(&error),
            }
        });
    });
    move || match leido.get() {
        None => view! { <h1 class="v-titulo">"Caso simulado"</h1><p role="status">"Abriendo…"</p> }.into_any(),
        Some(None) => view! { <NoEsta/> }.into_any(),
        Some(Some(registro)) => view! { <Documento mesa=Mesa::nueva(registro)/> }.into_any(),
    }
}

#[component]
fn NoEsta() -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h1>"Esta práctica no está en este equipo"</h1>
            <p>"Puede haberse borrado o haberse hecho en otro equipo."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Capacitacion.ancla()>"Ver los casos"</a></div>
        </div>
    }
}

#[component]
fn Documento(mesa: Mesa) -> impl IntoView {
    let caso = mesa.registro.with_untracked(|r| r.planteamiento.clone());
    let abierto = Memo::new(move |_| mesa.registro.read().abierto);
    let fecha = fecha_larga(caso.hoy.0);
    view! {
        <div class="v-banda v-banda--dentro" role="note"><div class="v-banda-cinta">
            <strong>"CAPACITACIÓN: datos simulados"</strong>
            <span>"En este caso hoy es "{fecha}</span>
        </div></div>
        <div class="v-encabezado">
            <div>
                <p class="v-tramite-nombre">"Caso "{caso.clave.clone()}</p>
                <h1 class="v-titulo">{caso.titulo.clone()}</h1>
            </div>
            {move || abierto.get().then(|| view! { <Reloj mesa/> })}
        </div>
        <div class="v-caso">
            <section class="v-caso-mostrador" aria-label="El caso" tabindex="0">
                <Planteado historia=caso.historia.clone() documentos=caso.documentos.clone()/>
            </section>
            <div class="v-pila v-pila--amplia">
                {move || if abierto.get() {
                    view! {
                        <Quehacer mesa/>
                        <Pistas mesa/>
                        <Hoja mesa/>
                    }.into_any()
                } else {
                    view! { <Calificada mesa/> }.into_any()
                }}
            </div>
        </div>
    }
}
