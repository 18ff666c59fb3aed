//! The page's second module: trámites, the queue, classification and prima. It loads when somebody goes there.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in an element.
#[wasm_bindgen]
pub fn montar(caja: web_sys::HtmlElement, anfitrion: ventanilla_web::Anfitrion) {
    ventanilla_web::montaje::montar(caja, anfitrion, ventanilla_web::Tramites);
}
