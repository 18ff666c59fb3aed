//! Mounting a module where the host left room for it, and taking it away when the person goes to a page of another one.

use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

thread_local! {
    /// What takes the mounted module away.
    static MONTADA: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Mounts an application in the element `#ventanilla`, if the page has one and nothing is mounted yet.
pub fn montar<F, N>(aplicacion: F)
where
    F: FnOnce() -> N + 'static,
    N: IntoView + 'static,
{
    let elemento = web_sys::window()
        .and_then(|ventana| ventana.document())
        .and_then(|documento| documento.get_element_by_id("ventanilla"))
        .and_then(|elemento| elemento.dyn_into::<web_sys::HtmlElement>().ok());
    let libre = MONTADA.with_borrow(Option::is_none);
    if let (Some(elemento), true) = (elemento, libre) {
        let montada = mount_to(elemento, aplicacion);
        MONTADA.set(Some(Box::new(move || drop(montada))));
    }
}

/// Takes the mounted application away.
pub fn desmontar() {
    if let Some(quitar) = MONTADA.take() {
        quitar();
    }
}
