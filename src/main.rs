//! The page's first module: previsión de cuotas and what goes with it. `inicio.js` mounts it.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in the element `#ventanilla`, if the page has one.
#[wasm_bindgen]
pub fn montar() {
    ventanilla_web::montaje::montar(ventanilla_web::Consulta);
}
