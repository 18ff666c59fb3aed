//! The page's fourth module: the files people already have. It loads when somebody goes there.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts it in an element.
#[wasm_bindgen]
pub fn montar(caja: web_sys::HtmlElement, anfitrion: ventanilla_web::Anfitrion) {
    ventanilla_web::montaje::montar(caja, anfitrion, ventanilla_web::Archivos);
}
