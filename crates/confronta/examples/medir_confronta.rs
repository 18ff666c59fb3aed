//! Speed of the confronta, native: five thousand workers, EMA and EBA, against a payroll in which one in ten differs.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::float_arithmetic, missing_docs)]

use std::sync::Arc;
use std::time::Instant;
use ventanilla_confronta::calculo::{cifras, de_renglones, preparar};
use ventanilla_confronta::emitido::{Cifras, Emitida, Hoja, Renglon, Resumen};
use ventanilla_confronta::motor::{Motor, Parametros};
use ventanilla_confronta::puerta;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::Patron;
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::prevision::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario};

const CUANTOS: i64 = 5_000;
const PRIMA: &str = "1.13065";

fn sbc(i: i64) -> i64 {
    33_058 + (i * 7_919) % 250_000
}

fn emitida(normativa: &Normativa) -> Emitida {
    let patron = Patron {
        prima_rt: Tasa::leer(PRIMA),
        ..Patron::default()
    };
    let mut renglones = Vec::new();
    for (hoja, dias) in [(Hoja::Ema, 31), (Hoja::Eba, 61)] {
        let calculo = preparar(normativa, hoja, (2026, 10), &patron, &Politicas::default()).expect("periodo");
        renglones.extend((0..CUANTOS).map(|i| {
            let mut renglon = Renglon {
                hoja,
                fila: u32::try_from(i).expect("fila") + 6,
                nss: format!("99{i:09}"),
                nombre: format!("TRABAJADOR FICTICIO {i}"),
                fecha: None,
                dias,
                sbc: sbc(i),
                cifras: Cifras::default(),
                amortizacion: 0,
            };
            renglon.cifras = cifras(&calculo, &de_renglones(&calculo, &[&renglon]).0).expect("renglón");
            renglon
        }));
    }
    Emitida {
        resumen: Resumen {
            anio: 2026,
            mes: 10,
            prima: Some(PRIMA.to_owned()),
            ..Resumen::default()
        },
        hojas: Hoja::AMBAS.to_vec(),
        renglones,
    }
}

fn nomina() -> Escenario {
    let fila = |i: i64| {
        let suyo = if i % 10 == 0 { sbc(i) + 1_234 } else { sbc(i) };
        vec![
            format!("99{i:09}"),
            format!("Trabajador {i}"),
            Importe::de_centavos(suyo).to_string(),
        ]
    };
    Escenario {
        nombre: "Nómina".to_owned(),
        patron: DatosDelPatron {
            prima: PRIMA.to_owned(),
            ..DatosDelPatron::default()
        },
        periodo: DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            anio: 2026,
            numero: 10,
        },
        trabajadores: (0..CUANTOS).map(fila).collect(),
        ..Escenario::default()
    }
}

fn main() {
    let normativa = Arc::new(Normativa::publicada());
    let emitida = emitida(&normativa);
    for (nombre, nomina) in [("aritmética", None), ("contra la nómina", Some(nomina()))] {
        let inicio = Instant::now();
        let parametros = Parametros {
            nomina,
            ..Parametros::default()
        };
        let motor = Motor::nuevo(&normativa, emitida.clone(), parametros).expect("confronta");
        let (confronta, confrontados) = motor.concluir();
        let calculo = inicio.elapsed();
        let texto = puerta::escribir(&confronta, &confrontados);
        println!(
            "{nombre}: {CUANTOS} trabajadores, EMA y EBA, {} con diferencia: {:.1} ms; {:.1} ms con su JSON de {} KB",
            confronta.con_diferencia,
            calculo.as_secs_f64() * 1e3,
            inicio.elapsed().as_secs_f64() * 1e3,
            texto.len() / 1_000
        );
    }
}
