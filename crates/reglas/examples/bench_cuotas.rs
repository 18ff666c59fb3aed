//! Speed of the rules, native: `cargo xtask bench` runs it. Prints `name: value unit`.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::float_arithmetic,
    missing_docs
)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Area, Patron, Periodo, Renglon, Totales, Trabajador, preparar_solo};
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::memoria::{Silencio, Voz};
use ventanilla_reglas::politica::Politicas;

fn main() {
    let normativa = Normativa::publicada();
    let patron = Patron {
        area: Area::General,
        prima_rt: Tasa::leer("0.54355"),
        ..Patron::default()
    };
    let calculo = preparar_solo(&normativa, &patron, &Periodo::mes(2026, 4), Politicas::default()).expect("abril");
    let trabajadores: Vec<Trabajador> = (0..10_000_i64)
        .map(|i| Trabajador {
            renglones: vec![Renglon {
                sbc: Importe::de_centavos(31_504 + (i * 7_919) % 280_000),
                cuota_diaria: Some(Importe::de_centavos(31_000 + i % 900)),
                ..Renglon::default()
            }],
            ..Trabajador::default()
        })
        .collect();
    let corrida = || {
        let mut totales = Totales::default();
        for trabajador in &trabajadores {
            let resultado = calculo.trabajador(black_box(trabajador), &mut Silencio);
            totales.agregar(resultado.importes.as_ref(), resultado.dias);
        }
        black_box(totales)
    };
    let (vueltas, tiempo) = medir(corrida);
    let por_segundo = vueltas as f64 * 10_000.0 / tiempo.as_secs_f64();
    println!("cuotas.periodo nativo: {por_segundo:.0} trabajadores-mes/s y núcleo");

    let (vueltas, tiempo) = medir(|| {
        let mut voz = Voz::default();
        black_box(calculo.trabajador(&trabajadores[77], &mut voz));
        black_box(voz);
    });
    println!(
        "un trabajador con memoria, nativo: {:.2} µs",
        tiempo.as_secs_f64() * 1e6 / vueltas as f64
    );
}

/// Runs for about two seconds after a warm-up.
fn medir<T>(mut que: impl FnMut() -> T) -> (u32, Duration) {
    for _ in 0..20 {
        black_box(que());
    }
    let inicio = Instant::now();
    let mut vueltas = 0;
    while inicio.elapsed() < Duration::from_secs(2) {
        black_box(que());
        vueltas += 1;
    }
    (vueltas, inicio.elapsed())
}
