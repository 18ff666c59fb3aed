//! What holds for any emission and any payroll.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod comun;

use chrono::NaiveDate;
use comun::{cobrar, confrontar};
use proptest::prelude::*;
use ventanilla_confronta::emitido::{Emitida, Hoja, Renglon, Resumen};
use ventanilla_confronta::motor::Parametros;
use ventanilla_confronta::salida::{Causa, Confrontado};
use ventanilla_tramites::prevision::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario};

const NSS: [&str; 4] = ["99189800040", "99210100055", "99129200038", "99068400011"];

#[derive(Clone, Debug)]
struct DeEmision {
    nss: usize,
    hoja: Hoja,
    dia: Option<u32>,
    dias: u32,
    sbc: i64,
    mas: Vec<(usize, i64)>,
    del_todo_ajeno: bool,
}

fn renglon() -> impl Strategy<Value = DeEmision> {
    (
        0_usize..NSS.len() + 2,
        prop_oneof![3 => Just(Hoja::Ema), 2 => Just(Hoja::Eba)],
        prop::option::of(1_u32..32),
        0_u32..70,
        prop_oneof![8 => 30_000_i64..400_000, 1 => Just(0), 1 => -5_i64..5],
        prop::collection::vec((0_usize..15, -3_000_i64..3_000), 0..3),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(nss, hoja, dia, dias, sbc, mas, del_todo_ajeno)| DeEmision {
            nss,
            hoja,
            dia,
            dias,
            sbc,
            mas,
            del_todo_ajeno,
        })
}

fn emision(renglones: &[DeEmision], (anio, mes): (i32, u32), con_prima: bool) -> Emitida {
    let renglones: Vec<Renglon> = renglones
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let mut renglon = Renglon {
                hoja: r.hoja,
                fila: u32::try_from(i).expect("fila") + 6,
                nss: NSS.get(r.nss).map_or_else(
                    || {
                        if r.nss == NSS.len() {
                            String::new()
                        } else {
                            "123".to_owned()
                        }
                    },
                    |n| (*n).to_owned(),
                ),
                nombre: format!("PERSONA {}", r.nss),
                fecha: r.dia.and_then(|d| NaiveDate::from_ymd_opt(anio, mes, d)),
                dias: r.dias,
                sbc: r.sbc,
                cifras: [0; 15],
                amortizacion: i64::from(r.dias) * 7,
            };
            let cabe = r.dias > 0 && r.sbc > 0 && r.dias <= 28;
            if cabe && !r.del_todo_ajeno && !(r.hoja == Hoja::Eba && mes <= 2) {
                renglon.cifras = cobrar(&renglon, (anio, mes), "1.13065");
            }
            for (figura, centavos) in &r.mas {
                if r.hoja.tiene(*figura) {
                    renglon.cifras[*figura] += centavos;
                }
            }
            renglon
        })
        .collect();
    Emitida {
        resumen: Resumen {
            anio,
            mes,
            prima: con_prima.then(|| "1.13065".to_owned()),
            ..Resumen::default()
        },
        hojas: Hoja::AMBAS
            .into_iter()
            .filter(|h| renglones.iter().any(|r| r.hoja == *h))
            .collect(),
        renglones,
    }
}

fn nomina() -> impl Strategy<Value = Escenario> {
    let fila = (
        0_usize..NSS.len() + 1,
        prop_oneof![6 => (30_000_i64..300_000).prop_map(|c| format!("{}.{:02}", c / 100, c % 100)), 1 => Just("mucho".to_owned())],
        prop::option::of(1_u32..29),
        prop::option::of(1_u32..29),
    );
    let movimiento = (0_usize..NSS.len(), 0_usize..3, 1_u32..29, 1_u32..9);
    (
        prop::collection::vec(fila, 0..5),
        prop::collection::vec(movimiento, 0..4),
        prop_oneof!["0.50000", "1.13065", ""],
        1_u32..13,
    )
        .prop_map(|(filas, movimientos, prima, mes)| Escenario {
            patron: DatosDelPatron {
                prima,
                ..DatosDelPatron::default()
            },
            periodo: DatosDelPeriodo {
                clase: ClaseDePeriodo::Mes,
                anio: 2026,
                numero: mes,
            },
            trabajadores: filas
                .into_iter()
                .map(|(nss, sbc, alta, baja)| {
                    let fecha = |dia: Option<u32>| dia.map(|d| format!("2026-10-{d:02}")).unwrap_or_default();
                    let nss = NSS.get(nss).copied().unwrap_or_default().to_owned();
                    vec![
                        nss,
                        "ALGUIEN".to_owned(),
                        sbc,
                        String::new(),
                        String::new(),
                        fecha(alta),
                        fecha(baja),
                    ]
                })
                .collect(),
            movimientos: movimientos
                .into_iter()
                .map(|(nss, cual, dia, dias)| {
                    let fecha = format!("2026-10-{dia:02}");
                    let tipo = ["ausentismo", "incapacidad", "modificacion"][cual];
                    let ultimas = if cual == 2 { ["", "512.34"] } else { ["", ""] };
                    let dias = if cual == 2 { String::new() } else { dias.to_string() };
                    vec![
                        NSS[nss].to_owned(),
                        tipo.to_owned(),
                        fecha,
                        dias,
                        ultimas[1].to_owned(),
                        String::new(),
                    ]
                })
                .collect(),
            ..Escenario::default()
        })
}

/// Emission − computed = causes + what is left, figure by figure.
fn cuadra(suyo: &Confrontado, tolerancia: i64) -> Result<(), TestCaseError> {
    let mut explicado = [0_i64; 15];
    for causa in &suyo.causas {
        for (figura, centavos) in &causa.cifras {
            explicado[usize::from(*figura)] += centavos;
            if causa.causa == Causa::Redondeo {
                prop_assert!(centavos.abs() <= tolerancia);
            }
            if causa.causa == Causa::SinExplicacion {
                prop_assert!(centavos.abs() > tolerancia);
            }
        }
    }
    prop_assert_eq!(explicado, suyo.diferencia());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lo_explicado_y_lo_que_queda_dan_la_diferencia(
        renglones in prop::collection::vec(renglon(), 1..9),
        escenario in prop::option::of(nomina()),
        mes in prop_oneof![6 => Just(10_u32), 1 => Just(2_u32), 1 => Just(1_u32)],
        tolerancia in 0_i64..5,
        con_prima in any::<bool>(),
    ) {
        let emitida = emision(&renglones, (2026, mes), con_prima);
        let emitido: i64 = emitida.renglones.iter().map(Renglon::suma).sum();
        let parametros = Parametros { tolerancia: Some(tolerancia), nomina: escenario, ..Parametros::default() };
        let (confronta, confrontados) = confrontar(emitida, parametros);
        prop_assert_eq!(confronta.total_emision(), emitido);
        let causas: i64 = confronta.causas.iter().map(|c| c.centavos).sum();
        prop_assert_eq!(causas, confronta.diferencia());
        for suyo in &confrontados {
            cuadra(suyo, tolerancia)?;
        }
    }

    #[test]
    fn un_mes_sin_tablas_se_dice(anio in 1900_i32..2200, mes in 1_u32..13) {
        let renglones = [DeEmision { nss: 0, hoja: Hoja::Ema, dia: None, dias: 20, sbc: 40_000, mas: vec![], del_todo_ajeno: true }];
        let normativa = std::sync::Arc::new(ventanilla_normativa::Normativa::publicada());
        if let Err(avisos) = ventanilla_confronta::motor::Motor::nuevo(&normativa, emision(&renglones, (anio, mes), true), Parametros::default()) {
            prop_assert!(avisos[0].mensaje.contains("No se puede calcular"));
        }
    }
}
