//! The page's fourth module: the files people already have. It loads when somebody goes there.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in the element `#ventanilla`, if the page has one.
#[wasm_bindgen]
pub fn montar() {
    ventanilla_web::montaje::montar(ventanilla_web::Archivos);
}
