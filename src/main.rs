//! The page's first module: previsión de cuotas and what goes with it. `inicio.js` mounts it.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in an element.
#[wasm_bindgen]
pub fn montar(caja: web_sys::HtmlElement, anfitrion: ventanilla_web::Anfitrion) {
    ventanilla_web::montaje::montar(caja, anfitrion, ventanilla_web::Consulta);
}
