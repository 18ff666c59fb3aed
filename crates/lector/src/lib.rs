//! What reads foreign binary files in the browser. It is a WebAssembly module that only a Worker loads
//! (`public/obrero.js`): a damaged file can make its reader panic, and with `panic = "abort"` that would end every copy of
//! Ventanilla on the page. In a Worker it ends the Worker, and the page (`src/lector.rs`) tells it as a finding.
//!
//! Every answer is bytes of its own, which the Worker hands over. Progress is told as two numbers, done and of how many.

use ventanilla_archivos::emision::{muestra, xls};
use ventanilla_confronta::puerta;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Reads the `.xls` of an emisión and confronts it. `peticion` and the answer are those of
/// [`ventanilla_confronta::puerta`]; `progreso` is called with what is done and of how much.
#[wasm_bindgen]
pub fn confrontar(bytes: &[u8], peticion: &str, progreso: &js_sys::Function) -> Vec<u8> {
    let mut avisar = |hechos: usize, total: usize| {
        let _ = progreso.call2(&JsValue::NULL, &numero(hechos), &numero(total));
    };
    puerta::confrontar(xls::leer(bytes), peticion, &mut avisar).into_bytes()
}

fn numero(n: usize) -> JsValue {
    u32::try_from(n).unwrap_or(u32::MAX).into()
}

/// The `.xls` of a made-up emisión, of fictitious people: the one that the page offers to try.
#[wasm_bindgen]
pub fn muestra(cuantos: u32) -> Vec<u8> {
    muestra::escribir(&ventanilla_confronta::muestra::emision(cuantos as usize))
}
