//! The benchmark's door: speed of the typed rules in WebAssembly, without JSON. `cargo xtask bench` calls it from a browser.

use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Calculo, Patron, Periodo, Renglon, Totales, Trabajador, preparar_solo};
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::memoria::{Silencio, Voz};
use ventanilla_reglas::politica::Politicas;
use wasm_bindgen::prelude::wasm_bindgen;

const TRABAJADORES: i64 = 10_000;

fn calculo() -> Option<Calculo> {
    let patron = Patron {
        prima_rt: Tasa::leer("0.54355"),
        ..Patron::default()
    };
    preparar_solo(
        &Normativa::publicada(),
        &patron,
        &Periodo::mes(2026, 4),
        Politicas::default(),
    )
    .ok()
}

fn trabajador(i: i64) -> Trabajador {
    let renglon = Renglon {
        sbc: Importe::de_centavos(31_504 + (i * 7_919) % 280_000),
        cuota_diaria: Some(Importe::de_centavos(31_000 + i % 900)),
        ..Renglon::default()
    };
    Trabajador {
        renglones: vec![renglon],
        ..Trabajador::default()
    }
}

fn ahora() -> f64 {
    js_sys::Date::now()
}

/// Worker-months per second of the typed function, over `vueltas` payrolls of ten thousand.
#[wasm_bindgen]
#[allow(clippy::float_arithmetic)] // speed, not money
pub fn banco_de_cuotas(vueltas: u32) -> f64 {
    let Some(calculo) = calculo() else { return 0.0 };
    let trabajadores: Vec<Trabajador> = (0..TRABAJADORES).map(trabajador).collect();
    let inicio = ahora();
    let mut totales = Totales::default();
    for trabajador in (0..vueltas).flat_map(|_| &trabajadores) {
        let resultado = calculo.trabajador(trabajador, &mut Silencio);
        totales.agregar(resultado.importes.as_ref(), resultado.dias);
    }
    let segundos = (ahora() - inicio) / 1_000.0;
    std::hint::black_box(totales).contados as f64 / segundos
}

/// Microseconds that one worker takes with its whole memoria.
#[wasm_bindgen]
#[allow(clippy::float_arithmetic)] // speed, not money
pub fn banco_de_memoria(vueltas: u32) -> f64 {
    let Some(calculo) = calculo() else { return 0.0 };
    let trabajador = trabajador(77);
    let inicio = ahora();
    for _ in 0..vueltas {
        let mut voz = Voz::default();
        std::hint::black_box(calculo.trabajador(&trabajador, &mut voz));
        std::hint::black_box(voz.pasos);
    }
    (ahora() - inicio) * 1_000.0 / f64::from(vueltas.max(1))
}
