//! Whole numbers of the table `incorporacion`, and the dates that are counted with them.

use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use chrono::{Days, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, Tabla};

/// The row called `clave` on `fecha`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn fila<'a>(consulta: &mut Consulta<'a>, clave: &str, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    let hallada = consulta.vigente(Tabla::Incorporacion, clave, fecha);
    hallada.map_err(|error| fuera_de_vigencia(&error, "fecha"))
}

/// The same as a whole number.
///
/// # Errors
/// As [`fila`].
pub(super) fn entero(consulta: &mut Consulta<'_>, clave: &str, fecha: NaiveDate) -> Result<u32, Hallazgo> {
    fila(consulta, clave, fecha).map(redondo)
}

/// The value of a row that counts something.
pub(super) fn redondo(fila: &Fila) -> u32 {
    fila.valor.to_u32().unwrap_or_default()
}

/// The same day, `meses` later (the last of the month where there is none).
pub(super) fn meses_despues(fecha: NaiveDate, meses: u32) -> NaiveDate {
    fecha.checked_add_months(Months::new(meses)).unwrap_or(NaiveDate::MAX)
}

/// The same day, `anios` later.
pub(super) fn anios_despues(fecha: NaiveDate, anios: u32) -> NaiveDate {
    meses_despues(fecha, anios.saturating_mul(12))
}

/// `dias` natural days later.
pub(super) fn dias_despues(fecha: NaiveDate, dias: u32) -> NaiveDate {
    fecha
        .checked_add_days(Days::new(u64::from(dias)))
        .unwrap_or(NaiveDate::MAX)
}

/// `dias` natural days before.
pub(super) fn dias_antes(fecha: NaiveDate, dias: u32) -> NaiveDate {
    fecha
        .checked_sub_days(Days::new(u64::from(dias)))
        .unwrap_or(NaiveDate::MIN)
}
