//! Figures and dates as people in Mexico write them.

use chrono::{Datelike, NaiveDate, Weekday};
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_tramites::texto::con_millares;

pub use ventanilla_tramites::texto::pesos;

/// `12,345`.
pub fn miles(numero: u64) -> String {
    con_millares(&numero.to_string())
}

/// `martes 17 de noviembre de 2026`.
pub fn fecha_larga(fecha: NaiveDate) -> String {
    let dia = match fecha.weekday() {
        Weekday::Mon => "lunes",
        Weekday::Tue => "martes",
        Weekday::Wed => "miércoles",
        Weekday::Thu => "jueves",
        Weekday::Fri => "viernes",
        Weekday::Sat => "sábado",
        Weekday::Sun => "domingo",
    };
    let mes = nombre_del_mes(fecha.month());
    format!("{dia} {} de {mes} de {}", fecha.day(), fecha.year())
}

/// `17-nov-2026`.
pub fn fecha_corta(fecha: NaiveDate) -> String {
    let mes = &nombre_del_mes(fecha.month())[..3];
    format!("{}-{mes}-{}", fecha.day(), fecha.year())
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn las_fechas_se_leen() {
        let fecha = NaiveDate::from_ymd_opt(2026, 11, 17).expect("fecha");
        assert_eq!(fecha_larga(fecha), "martes 17 de noviembre de 2026");
        assert_eq!(fecha_corta(fecha), "17-nov-2026");
    }
}
