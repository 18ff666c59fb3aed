use super::*;
use crate::adeudo::{Renglon, leer_todos};
use ventanilla_reglas::credito::Indice;

fn creditos(filas: &[[&str; 6]]) -> Vec<Credito> {
    let renglones: Vec<Renglon> = filas
        .iter()
        .map(|fila| {
            let [clase, periodo, vencimiento, patronal, obrera, importe] = fila.map(str::to_owned);
            Renglon {
                clase,
                periodo,
                vencimiento,
                patronal,
                obrera,
                importe,
            }
        })
        .collect();
    let (creditos, hallazgos) = leer_todos(&Normativa::publicada(), &renglones);
    assert!(!hallazgos.iter().any(Hallazgo::es_error), "{hallazgos:?}");
    creditos
}

fn cuenta(filas: &[[&str; 6]], pago: &str, inpc: &[(&str, &str)]) -> Cuenta {
    let normativa = Normativa::publicada();
    let mut dado = InpcDado::default();
    for (mes, valor) in inpc {
        dado.poner(Mes::leer(mes).expect("mes"), Indice::leer(valor).expect("inpc"));
    }
    let condiciones = Condiciones {
        normativa: &normativa,
        pago: Fecha::leer(pago).expect("fecha").0,
        inpc: &dado,
        politicas: &Politicas::default(),
        memoria: true,
    };
    en_cuenta(&creditos(filas), condiciones)
}

/// D7 of the dossier.
#[test]
fn one_credit_to_the_cent() {
    let c = cuenta(&[["cop", "2025-11", "", "50000", "0", ""]], "2026-02-20", &[]);
    assert_eq!(c.sumas.total.to_string(), "53153.51");
    assert_eq!(c.sumas.actualizacion.to_string(), "330.00");
    assert_eq!(c.sumas.recargos.to_string(), "2823.51");
    assert!(!c.estimado && c.faltan.is_empty() && c.fuera.is_empty());
}

/// D1: each part by itself.
#[test]
fn both_parts_by_themselves() {
    let c = cuenta(&[["cop", "2026-01", "", "80000", "20000", ""]], "2026-05-20", &[]);
    assert_eq!(c.sumas.patronal.to_string(), "87975.33");
    assert_eq!(c.sumas.obrera.to_string(), "21993.83");
    assert_eq!(c.sumas.total, c.sumas.patronal + c.sumas.obrera);
}

#[test]
fn every_sum_is_the_sum_of_its_parts() {
    let filas = [
        ["cop", "2025-11", "", "39400", "10600", ""],
        ["rcv", "bim 6 2025", "", "41880", "8120", ""],
        ["multa", "", "2026-04-10", "", "", "2346.20"],
        ["capital_constitutivo", "", "2026-03-10", "", "", "94209"],
        ["gastos_ejecucion", "", "2026-05-01", "", "", "630"],
    ];
    let c = cuenta(&filas, "2026-05-20", &[]);
    let s = c.sumas;
    assert_eq!(
        s.total,
        s.suerte_principal + s.multas + s.gastos + s.actualizacion + s.recargos
    );
    assert_eq!(s.total, s.patronal + s.obrera + s.rcv + s.otros);
    assert_eq!(s.total, c.creditos.iter().map(CuentaDeCredito::total).sum());
    assert_eq!(
        (s.multas.to_string(), s.gastos.to_string()),
        ("2346.20".into(), "630.00".into())
    );
    // a fine bears no surcharges
    assert_eq!(c.creditos[2].recargos(), Importe::CERO);
    for cifra in [Cifra::Total, Cifra::Actualizacion, Cifra::Recargos] {
        for nodo in c.explicar(cifra) {
            assert_eq!(
                nodo.recalcular().map(|d| d.round_dp(2)),
                nodo.importe.parse().ok(),
                "{cifra:?}"
            );
        }
    }
    assert_eq!(c.explicar(Cifra::Credito(0)).len(), 2);
}

/// Today, the first visitor's case: the INPC ends in May.
#[test]
fn a_missing_inpc_is_estimated_asked_for_and_then_exact() {
    let fila = [["cop", "2025-11", "", "50000", "0", ""]];
    let c = cuenta(&fila, "2026-11-23", &[]);
    assert!(c.estimado);
    assert_eq!(
        c.faltan.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2026-10"]
    );
    assert!(c.sumas.total > Importe::de_centavos(5_315_351));
    let exacta = cuenta(&fila, "2026-11-23", &[("2026-10", "147.5")]);
    assert!(!exacta.estimado && exacta.faltan.is_empty());
    assert!(exacta.sumas.total > c.sumas.total);
}

#[test]
fn what_is_not_due_yet_stands_as_it_is() {
    let c = cuenta(&[["cop", "2026-10", "", "1000", "200", ""]], "2026-11-10", &[]);
    assert!(!c.creditos[0].vencido);
    assert_eq!(c.sumas.total.to_string(), "1200.00");
}

#[test]
fn what_cannot_be_computed_stays_out_and_says_why() {
    let filas = [
        ["cop", "", "17/12/2005", "1000", "0", ""],
        ["cop", "2025-11", "", "50000", "0", ""],
    ];
    let c = cuenta(&filas, "2026-02-20", &[]);
    assert_eq!(c.fuera.len(), 1);
    assert_eq!(c.fuera[0].0, 0);
    assert!(!c.fuera[0].1.is_empty());
    assert_eq!(c.sumas.total.to_string(), "53153.51");
}
