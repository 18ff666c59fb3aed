//! Mounting a module where the host left room for it. `inicio.js` puts aside, alive, what a module drew while another one is
//! in sight, so a module is mounted once and never taken away.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Mounts an application in the element `#ventanilla`, if the page has one.
pub fn montar<F, N>(aplicacion: F)
where
    F: FnOnce() -> N + 'static,
    N: IntoView + 'static,
{
    let elemento = web_sys::window()
        .and_then(|ventana| ventana.document())
        .and_then(|documento| documento.get_element_by_id("ventanilla"))
        .and_then(|elemento| elemento.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(elemento) = elemento {
        mount_to(elemento, aplicacion).forget();
    }
}
