//! What reads foreign binary files in the browser. It is a WebAssembly module that only a Worker loads
//! (`public/obrero.js`): a damaged file can make its reader panic, and with `panic = "abort"` that would end every copy of
//! Ventanilla on the page. In a Worker it ends the Worker, and the page (`src/lector.rs`) tells it as a finding.
//!
//! Every answer is a JSON text. Progress is told as two numbers, done and of how many.

use serde::Serialize;
use ventanilla_archivos::emision::{Emision, ErrorDeEmision, xls};
use wasm_bindgen::prelude::wasm_bindgen;

/// What `leer_emision` answers.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Lectura {
    Emision(Box<Emision>),
    Falla(ErrorDeEmision),
}

/// Reads the `.xls` of an emisión. Answers `{"emision": …}` or `{"falla": {"hallazgos": …}}`.
#[wasm_bindgen]
pub fn leer_emision(bytes: &[u8], _parametros: &str, _progreso: &js_sys::Function) -> String {
    let lectura = match xls::leer(bytes) {
        Ok(emision) => Lectura::Emision(Box::new(emision)),
        Err(error) => Lectura::Falla(error),
    };
    serde_json::to_string(&lectura).unwrap_or_default()
}
