//! Every day of the covered range has exactly one value of each parameter; the day before and the day after, an error.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use chrono::NaiveDate;
use std::collections::BTreeSet;
use ventanilla_normativa::{Fila, Normativa, Tabla};

fn dia(texto: &str) -> NaiveDate {
    texto.parse().unwrap()
}

fn series(tabla: Tabla) -> Vec<(String, Vec<&'static Fila>)> {
    let claves: BTreeSet<&str> = tabla.ficha().filas.iter().map(|f| f.clave.as_ref()).collect();
    claves
        .into_iter()
        .map(|c| {
            (
                c.to_owned(),
                tabla.ficha().filas.iter().filter(|f| f.clave == c).collect(),
            )
        })
        .collect()
}

#[test]
fn cada_dia_tiene_exactamente_un_valor() {
    let normativa = Normativa::publicada();
    let mut recorridos = 0_u64;
    for tabla in Tabla::todas() {
        for (clave, filas) in series(tabla) {
            let desde = filas.iter().map(|f| f.desde).min().unwrap();
            let hasta = filas
                .iter()
                .map(|f| f.hasta)
                .max_by_key(|h| h.unwrap_or(NaiveDate::MAX))
                .unwrap();
            let ultimo = hasta.unwrap_or(dia("2035-12-31"));
            // A handful of keys stand for the catalogues, where every row has the same dates.
            let catalogo = matches!(
                tabla,
                Tabla::Bancos
                    | Tabla::Fracciones
                    | Tabla::Sinonimos
                    | Tabla::Preguntas
                    | Tabla::Remisiones
                    | Tabla::Requisitos
            );
            if catalogo && !clave.ends_with('1') {
                continue;
            }
            for fecha in desde.iter_days().take_while(|d| *d <= ultimo) {
                let rigen = filas.iter().filter(|f| f.rige(fecha)).count();
                assert_eq!(rigen, 1, "{tabla:?} «{clave}» el {fecha}");
                let vigente = normativa.vigente(tabla, &clave, fecha).expect("cubierta");
                assert!(vigente.rige(fecha));
                recorridos += 1;
            }
            let error = normativa.vigente(tabla, &clave, desde.pred_opt().unwrap()).unwrap_err();
            assert!(error.to_string().contains(tabla.ficha().titulo), "{error}");
            if let Some(hasta) = hasta {
                let error = normativa.vigente(tabla, &clave, hasta.succ_opt().unwrap()).unwrap_err();
                assert!(error.to_string().contains("Su última fila es"), "{error}");
                assert!(error.to_string().contains(tabla.ficha().id), "{error}");
            }
        }
    }
    assert!(recorridos > 500_000, "sólo se recorrieron {recorridos} días");
}

#[test]
fn los_relojes_cambian_en_su_dia() {
    let n = Normativa::publicada();
    let valor = |t, c: &str, f: &str| n.vigente(t, c, dia(f)).unwrap().valor.to_string();
    assert_eq!(valor(Tabla::Uma, "", "2026-01-31"), "113.14");
    assert_eq!(valor(Tabla::Uma, "", "2026-02-01"), "117.31");
    assert_eq!(valor(Tabla::SalarioMinimo, "general", "2025-12-31"), "278.80");
    assert_eq!(valor(Tabla::SalarioMinimo, "general", "2026-01-01"), "315.04");
    assert_eq!(valor(Tabla::SalarioMinimo, "zlfn", "2026-01-01"), "440.87");
    assert_eq!(valor(Tabla::Ceav, "4.01_UMA", "2025-12-31"), "6.422");
    assert_eq!(valor(Tabla::Ceav, "4.01_UMA", "2026-01-01"), "7.513");
    assert_eq!(valor(Tabla::Ceav, "4.01_UMA", "2045-01-01"), "11.875");
    assert!(
        n.vigente(Tabla::SalarioMinimo, "zlfn", dia("2018-12-31")).is_err(),
        "la ZLFN empieza en 2019"
    );
}

#[test]
fn una_serie_que_no_existe_lo_dice() {
    let error = Normativa::publicada()
        .vigente(Tabla::Tasas, "guarderia", dia("2026-01-01"))
        .unwrap_err();
    assert!(error.to_string().contains("no conoce esa serie"), "{error}");
}

#[test]
fn la_uma_mensual_y_anual_cierran() {
    // Control del dosier (§3.1): mensual = q2(diaria × 30.4); anual = q2(mensual × 12).
    let publicadas = [
        ("2016-06-01", "2220.42", "26645.04"),
        ("2019-06-01", "2568.50", "30822.00"),
        ("2023-06-01", "3153.70", "37844.40"),
        ("2025-06-01", "3439.46", "41273.52"),
        ("2026-06-01", "3566.22", "42794.64"),
    ];
    for (fecha, mensual, anual) in publicadas {
        let diaria = Normativa::publicada()
            .vigente(Tabla::Uma, "", dia(fecha))
            .unwrap()
            .valor;
        let mes = (diaria * "30.4".parse::<rust_decimal::Decimal>().unwrap()).round_dp(2);
        assert_eq!(mes, mensual.parse().unwrap(), "{fecha}");
        assert_eq!(mes * rust_decimal::Decimal::from(12), anual.parse().unwrap(), "{fecha}");
    }
}
