//! Whatever is typed or pasted into an adeudo gives findings or figures that add up, never a panic.
#![allow(missing_docs)]

use proptest::prelude::*;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::credito::InpcDado;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::adeudo::{
    ClaseDeCredito, Condiciones, CuentaDeCredito, Periodo, Renglon, en_cuenta, leer_pegado, leer_todos, serie,
};

fn texto() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,24}",
        "[0-9/. $,-]{0,14}",
        "(ene|feb|bim|nov|dic)[ -]?[0-9]{0,6}",
        "[0-9]{1,2}/[0-9]{1,2}/(19|20|21)[0-9]{2}",
        "[0-9]{1,12}(\\.[0-9]{2})?",
    ]
}

fn renglon() -> impl Strategy<Value = Renglon> {
    let clase = prop_oneof![
        prop::sample::select(ClaseDeCredito::TODAS.map(|c| c.clave().to_owned()).to_vec()),
        texto(),
    ];
    (clase, texto(), texto(), texto(), texto(), texto()).prop_map(
        |(clase, periodo, vencimiento, patronal, obrera, importe)| Renglon {
            clase,
            periodo,
            vencimiento,
            patronal,
            obrera,
            importe,
        },
    )
}

fn buen_renglon() -> impl Strategy<Value = Renglon> {
    (
        0_usize..5,
        2015_i32..2027,
        1_u32..13,
        1_i64..9_999_999,
        0_i64..9_999_999,
    )
        .prop_map(|(clase, anio, mes, patronal, obrera)| {
            let clase = ClaseDeCredito::TODAS[clase];
            let pesos = |centavos| Importe::de_centavos(centavos).to_string();
            Renglon {
                clase: clase.clave().to_owned(),
                periodo: format!("{anio}-{mes:02}"),
                vencimiento: if clase.de_cuotas() {
                    String::new()
                } else {
                    format!("15/{mes:02}/{anio}")
                },
                patronal: pesos(patronal),
                obrera: pesos(obrera),
                importe: pesos(patronal),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_that_is_typed_panics(
        renglones in prop::collection::vec(renglon(), 0..4),
        dias in 0_i64..109_000,
    ) {
        let normativa = Normativa::publicada();
        let (creditos, hallazgos) = leer_todos(&normativa, &renglones);
        prop_assert!(hallazgos.iter().all(|h| h.campo.starts_with("creditos.") && !h.mensaje.is_empty()));
        let inicio = Fecha::leer("1900-01-01").map(|f| f.0).unwrap_or_default();
        let condiciones = Condiciones {
            normativa: &normativa,
            pago: inicio + chrono::Duration::days(dias),
            inpc: &InpcDado::default(),
            politicas: &Politicas::default(),
            memoria: true,
        };
        let cuenta = en_cuenta(&creditos, condiciones);
        prop_assert_eq!(cuenta.creditos.len() + cuenta.fuera.len(), creditos.len());
    }

    #[test]
    fn nothing_that_is_pasted_panics(pegado in "(\\PC|\t|\n|\"|,|;){0,120}") {
        let leido = leer_pegado(&pegado);
        prop_assert!(!leido.renglones.is_empty() || !leido.avisos.is_empty() || pegado.lines().count() < 3);
        let _ = Periodo::leer_suelto(&pegado);
    }

    /// Every sum is the sum of its parts, on any day.
    #[test]
    fn figures_add_up(renglones in prop::collection::vec(buen_renglon(), 1..5), dias in 0_i64..700) {
        let normativa = Normativa::publicada();
        let (creditos, _) = leer_todos(&normativa, &renglones);
        let inicio = Fecha::leer("2024-06-01").map(|f| f.0).unwrap_or_default();
        let condiciones = Condiciones {
            normativa: &normativa,
            pago: inicio + chrono::Duration::days(dias),
            inpc: &InpcDado::default(),
            politicas: &Politicas::default(),
            memoria: false,
        };
        let cuenta = en_cuenta(&creditos, condiciones);
        let s = cuenta.sumas;
        prop_assert_eq!(s.total, s.suerte_principal + s.multas + s.gastos + s.actualizacion + s.recargos);
        prop_assert_eq!(s.total, s.patronal + s.obrera + s.rcv + s.otros);
        prop_assert_eq!(s.total, cuenta.creditos.iter().map(CuentaDeCredito::total).sum());
        if let Some(serie) = serie(&creditos, condiciones) {
            prop_assert!(serie.puntos.windows(2).all(|p| p[0].dia < p[1].dia));
            prop_assert!(serie.ultimo >= condiciones.pago);
        }
    }
}
