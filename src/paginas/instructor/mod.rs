//! The instructor's desk: cases of one's own, sessions to hand out, and how the group did.
//!
//! | address | what it is |
//! |---|---|
//! | `#/instructor` | own sessions and cases |
//! | `#/instructor/casos` | the library and own cases, with what can be done with each |
//! | `#/instructor/ver/<clave>` | a case of the library, to read it |
//! | `#/instructor/caso/<id>` | the editor of an own case |
//! | `#/instructor/sesion/<clave>` | a session; then `/repartir` and `/resultados` |
//!
//! Everything stays in this browser ([`escritorio`]); nothing here grades: that is [`ventanilla_capacitacion`]'s.

mod casos;
mod editor;
mod entradas;
mod escritorio;
mod guardar;
mod inicio;
mod resultados;
mod sesion;

use crate::ruta::{Direccion, Ruta};
use escritorio::Escritorio;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Instructor() -> impl IntoView {
    let escritorio = Escritorio::nuevo();
    provide_context(escritorio);
    let direccion = expect_context::<RwSignal<Direccion>>();
    let partes = Memo::new(move |_| {
        let d = direccion.read();
        [0, 1, 2].map(|i| d.parte(i).to_owned())
    });
    // the last that is read
    let listo = Memo::new(move |_| escritorio.sesiones.read().is_some());
    move || {
        if !listo.get() {
            return view! { <Cargando/> }.into_any();
        }
        let [parte, clave, detalle] = partes.get();
        untrack(move || pagina(escritorio, &parte, &clave, &detalle))
    }
}

fn pagina(escritorio: Escritorio, parte: &str, clave: &str, detalle: &str) -> AnyView {
    match parte {
        "" => view! { <inicio::Inicio escritorio/> }.into_any(),
        "casos" => view! { <casos::Casos escritorio/> }.into_any(),
        "ver" => view! { <casos::Ver escritorio clave=clave.to_owned()/> }.into_any(),
        "caso" => match escritorio.caso(clave) {
            Some(caso) => view! { <editor::Editor escritorio caso/> }.into_any(),
            None => no_esta("Ese caso no está en este equipo"),
        },
        "sesion" => match escritorio.sesion(clave) {
            Some(sesion) => match detalle {
                "repartir" => view! { <sesion::Repartir escritorio sesion/> }.into_any(),
                "resultados" => view! { <resultados::DeLaSesion escritorio sesion/> }.into_any(),
                _ => view! { <sesion::Preparar escritorio sesion/> }.into_any(),
            },
            None => no_esta("Esa sesión no está en este equipo"),
        },
        _ => no_esta("Esa página no existe"),
    }
}

#[component]
fn Cargando() -> impl IntoView {
    view! {
        <div class="v-encabezado"><h1 class="v-titulo">"Instructor"</h1></div>
        <p role="status">"Leyendo…"</p>
    }
}

fn no_esta(que: &'static str) -> AnyView {
    view! {
        <div class="v-vacio">
            <h1>{que}</h1>
            <p>"Pudo borrarse, o guardarse con otra cuenta o en otro equipo."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Instructor.ancla()>"Ir al escritorio del instructor"</a></div>
        </div>
    }
    .into_any()
}

/// The way back above the title.
fn volver(a: &str, texto: &'static str) -> impl IntoView + use<> {
    view! { <p class="v-no-imprimir"><a href=a.to_owned()>"← "{texto}</a></p> }
}
