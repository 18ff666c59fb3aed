//! The browser's door to the calculation contract. It is a WebAssembly module of its own, because few visitors of the page
//! need JSON in and JSON out: the portal that embeds it, and the tests. `inicio.js` loads it when `ventanilla.calcular`
//! is first called.

mod banco;

use std::cell::RefCell;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static NORMATIVA: RefCell<Normativa> = RefCell::new(Normativa::publicada());
}

/// Puts a *suplemento normativo* (CSV text; empty for none) in force for the calls that follow. Gives what is wrong with
/// it, one line each; empty when it was taken.
#[wasm_bindgen]
pub fn poner_suplemento(csv: &str) -> String {
    if csv.is_empty() {
        NORMATIVA.set(Normativa::publicada());
        return String::new();
    }
    match Normativa::publicada().con_suplemento(csv) {
        Ok(normativa) => {
            NORMATIVA.set(normativa);
            String::new()
        }
        Err(errores) => errores.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

/// Runs `operacion` on the JSON text `entrada` and gives the answer's JSON text, byte for byte what the command line
/// prints.
#[wasm_bindgen]
pub fn calcular(operacion: &str, entrada: &str) -> String {
    NORMATIVA.with_borrow(|normativa| operacion::ejecutar(normativa, operacion, entrada).json)
}
