//! The page's first module: previsión de cuotas and what goes with it. `inicio.js` mounts it and takes it away.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in the element `#ventanilla`, if the page has one.
#[wasm_bindgen]
pub fn montar() {
    ventanilla_web::montaje::montar(ventanilla_web::Consulta);
}

/// Takes it away; what was typed is kept first.
#[wasm_bindgen]
pub fn desmontar() {
    ventanilla_web::montaje::desmontar();
}
