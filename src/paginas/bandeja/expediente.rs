//! One received trámite: what was declared beside what the rules say, its documents, what may be done, and what was done.

use super::acciones::Acciones;
use super::carga::{Abierto, AlLeer};
use super::declarado::Declarado;
use super::documentos::Documentos;
use super::encabezado::Encabezado;
use super::enmienda::Prevencion;
use super::historia::{Historia, Versiones};
use super::puerta::Puerta;
use super::reglas::Reglas;
use super::vinculo::Vinculo;
use leptos::prelude::*;

/// One received trámite.
#[component]
pub fn Expediente() -> impl IntoView {
    view! { <Puerta><Leido/></Puerta> }
}

#[component]
fn Leido() -> impl IntoView {
    let abierto = Abierto::nuevo();
    // Somebody else may have worked meanwhile.
    let foco = window_event_listener(leptos::ev::focus, move |_| abierto.cargar());
    on_cleanup(move || foco.remove());
    view! {
        <AlLeer abierto>
            <Encabezado abierto/>
            <Prevencion abierto/>
            <div class="v-columnas v-expediente">
                <div class="v-pila v-pila--amplia">
                    <Reglas abierto/>
                    <Declarado abierto/>
                </div>
                <div class="v-pila v-pila--amplia">
                    <Acciones abierto/>
                    <Documentos abierto/>
                    <Historia abierto/>
                    <Versiones abierto/>
                    <Vinculo abierto/>
                </div>
            </div>
        </AlLeer>
    }
}
