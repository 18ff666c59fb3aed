//! Ventanilla's page (Leptos, WebAssembly). It knows the floors below it (`ventanilla-tramites`, `-archivos`, `-reglas`,
//! `-normativa`) and nothing of the backend. Rooms: `formulario`-like pieces in [`componentes`], one folder per job in
//! [`paginas`], what is kept in the browser in [`almacen`].

pub mod almacen;
mod app;
mod componentes;
mod contexto;
mod hoja;
mod paginas;
mod ruta;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the application in the element `#ventanilla`, if the page has one.
pub fn montar_en_la_pagina() {
    let elemento = web_sys::window()
        .and_then(|ventana| ventana.document())
        .and_then(|documento| documento.get_element_by_id("ventanilla"))
        .and_then(|elemento| elemento.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(elemento) = elemento {
        mount_to(elemento, app::App).forget();
    }
}

/// The *suplemento normativo* in use, as CSV; empty when there is none. The contract's door, a module of its own, is given
/// it by `inicio.js`.
#[wasm_bindgen]
pub fn suplemento_en_uso() -> String {
    let normativa = contexto::normativa_en_uso();
    match normativa.suplemento() {
        [] => String::new(),
        filas => ventanilla_normativa::exportar_suplemento(filas),
    }
}
