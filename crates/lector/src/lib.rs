//! What reads foreign binary files in the browser. It is a WebAssembly module that only a Worker loads
//! (`public/obrero.js`): a damaged file can make its reader panic, and with `panic = "abort"` that would end every copy of
//! Ventanilla on the page. In a Worker it ends the Worker, and the page (`src/lector.rs`) tells it as a finding.
//!
//! Every answer is a JSON text. Progress is told as two numbers, done and of how many.

use serde::Serialize;
use ventanilla_archivos::emision::{Emision, ErrorDeEmision, muestra, xls};
use ventanilla_confronta::puerta;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

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

/// Reads the `.xls` of an emisión and confronts it. `peticion` and the answer are those of
/// [`ventanilla_confronta::puerta`]; `progreso` is called with what is done and of how much.
#[wasm_bindgen]
pub fn confrontar(bytes: &[u8], peticion: &str, progreso: &js_sys::Function) -> String {
    let mut avisar = |hechos: usize, total: usize| {
        let _ = progreso.call2(&JsValue::NULL, &numero(hechos), &numero(total));
    };
    puerta::confrontar(xls::leer(bytes), peticion, &mut avisar)
}

fn numero(n: usize) -> JsValue {
    u32::try_from(n).unwrap_or(u32::MAX).into()
}

/// The `.xls` of a made-up emisión, of fictitious people: the one that the page offers to try.
#[wasm_bindgen]
pub fn muestra(cuantos: u32) -> Vec<u8> {
    muestra::escribir(&ventanilla_confronta::muestra::emision(cuantos as usize))
}
