//! The summary against what the movements add up to.

use super::hallazgo::Hallazgos;
use super::mensajes;
use super::movimientos::TOLERANCIA;
use super::tipos::{Emision, RenglonEba, RenglonEma, Resumen};

/// A total of the summary, what it is called, and the figure of a row that it adds.
type Total<R> = (&'static str, fn(&Resumen) -> Option<i64>, fn(&R) -> i64);

const EMA: [Total<RenglonEma>; 12] = [
    ("Cuota Fija", |r| r.ramos.cuota_fija, |m| m.cuota_fija),
    (
        "Excedente Patronal",
        |r| r.ramos.excedente_patronal,
        |m| m.excedente_patronal,
    ),
    ("Excedente Obrero", |r| r.ramos.excedente_obrero, |m| m.excedente_obrero),
    (
        "Prestaciones en Dinero Patronal",
        |r| r.ramos.pd_patronal,
        |m| m.pd_patronal,
    ),
    ("Prestaciones en Dinero Obrero", |r| r.ramos.pd_obrero, |m| m.pd_obrero),
    (
        "Gastos Médicos y Pensionados Patronal",
        |r| r.ramos.gmp_patronal,
        |m| m.gmp_patronal,
    ),
    (
        "Gastos Médicos y Pensionados Obrero",
        |r| r.ramos.gmp_obrero,
        |m| m.gmp_obrero,
    ),
    ("Riesgos de Trabajo", |r| r.ramos.riesgos, |m| m.riesgos),
    ("Invalidez y Vida Patronal", |r| r.ramos.iv_patronal, |m| m.iv_patronal),
    ("Invalidez y Vida Obrero", |r| r.ramos.iv_obrero, |m| m.iv_obrero),
    ("Guarderías y Prestaciones Sociales", |r| r.ramos.gps, |m| m.gps),
    ("Total", |r| r.ramos.total, |m| m.total),
];

const EBA: [Total<RenglonEba>; 6] = [
    ("Retiro", |r| r.rcv.retiro, |m| m.retiro),
    ("Cesantía y vejez Patronal", |r| r.rcv.cv_patronal, |m| m.cv_patronal),
    ("Cesantía y vejez Obrero", |r| r.rcv.cv_obrero, |m| m.cv_obrero),
    (
        "Total Aportación Pat. Infonavit",
        |r| r.rcv.aportacion,
        |m| m.aportacion,
    ),
    ("Amortización", |r| r.rcv.amortizacion, |m| m.amortizacion),
    ("Total", |r| r.rcv.total, |m| m.total),
];

/// Tells where the summary and the movements differ by more than the tolerance.
pub(super) fn revisar(hoja: &str, emision: &mut Emision) {
    let mut avisos = std::mem::take(&mut emision.avisos);
    comparar(hoja, &EMA, &emision.resumen, &emision.ema, &mut avisos);
    comparar(hoja, &EBA, &emision.resumen, &emision.eba, &mut avisos);
    emision.avisos = avisos;
}

fn comparar<R>(hoja: &str, totales: &[Total<R>], resumen: &Resumen, renglones: &[R], avisos: &mut Hallazgos) {
    if renglones.is_empty() {
        return;
    }
    for (titulo, dicho, de) in totales {
        let suma = renglones.iter().map(de).fold(0_i64, i64::saturating_add);
        if let Some(dice) = dicho(resumen).filter(|d| d.abs_diff(suma) > TOLERANCIA) {
            avisos.push(mensajes::cuadre(hoja, titulo, dice, suma));
        }
    }
}
