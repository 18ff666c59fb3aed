//! Which days are *inhábiles*: the rules of the table `inhabiles`, applied to a date. Weekends are not in the table.

use crate::{Fila, Normativa, Tabla};
use chrono::{Datelike, NaiveDate, Weekday};

/// Whose list of non-working days is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendario {
    /// Código Fiscal de la Federación, art. 12.
    Cff12,
    /// Ley Federal del Trabajo, art. 74.
    Lft74,
}

impl Calendario {
    /// First word of the keys of the table.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Cff12 => "cff12",
            Self::Lft74 => "lft74",
        }
    }
}

/// A rule of the calendar: `fijo 05-01`, `lunes 3-11` (third Monday of November), `sexenal 10-01 2024` (every six years
/// from then), `fecha 2026-12-24` (that day only).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regla {
    /// The same day every year.
    Fijo {
        /// Month, from 1.
        mes: u32,
        /// Day of the month.
        dia: u32,
    },
    /// The n-th Monday of a month.
    Lunes {
        /// Which Monday, from 1.
        orden: u32,
        /// Month, from 1.
        mes: u32,
    },
    /// A day every sixth year, from `desde`.
    Sexenal {
        /// Month, from 1.
        mes: u32,
        /// Day of the month.
        dia: u32,
        /// First year.
        desde: i32,
    },
    /// One date.
    Fecha(NaiveDate),
}

impl Regla {
    /// Whether the rule falls on `fecha`.
    pub fn cae(self, fecha: NaiveDate) -> bool {
        match self {
            Self::Fijo { mes, dia } => (fecha.month(), fecha.day()) == (mes, dia),
            Self::Lunes { orden, mes } => {
                fecha.weekday() == Weekday::Mon && fecha.month() == mes && (fecha.day() - 1) / 7 + 1 == orden
            }
            Self::Sexenal { mes, dia, desde } => {
                (fecha.month(), fecha.day()) == (mes, dia) && fecha.year() >= desde && (fecha.year() - desde) % 6 == 0
            }
            Self::Fecha(unica) => fecha == unica,
        }
    }
}

/// Reads a key of the table, such as `cff12 lunes 3-11`.
pub fn leer_regla(clave: &str) -> Option<(Calendario, Regla)> {
    let mut partes = clave.split(' ');
    let calendario = match partes.next()? {
        "cff12" => Calendario::Cff12,
        "lft74" => Calendario::Lft74,
        _ => return None,
    };
    let (clase, dato) = (partes.next()?, partes.next()?);
    let par = || {
        let (a, b) = dato.split_once('-')?;
        Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?))
    };
    let regla = match clase {
        "fijo" => par().map(|(mes, dia)| Regla::Fijo { mes, dia })?,
        "lunes" => par().map(|(orden, mes)| Regla::Lunes { orden, mes })?,
        "sexenal" => {
            let (mes, dia) = par()?;
            let desde = partes.next()?.parse().ok()?;
            Regla::Sexenal { mes, dia, desde }
        }
        "fecha" => Regla::Fecha(crate::fecha_iso(dato)?),
        _ => return None,
    };
    partes.next().is_none().then_some((calendario, regla))
}

impl Normativa {
    /// The row that makes `fecha` an *inhábil* day of `calendario`, if there is one. A row of value 0 (which an operator
    /// may add) makes the day a working one again. Weekends are not asked here.
    pub fn inhabil(&self, calendario: Calendario, fecha: NaiveDate) -> Option<&Fila> {
        self.filas(Tabla::Inhabiles)
            .filter(|fila| fila.clave.starts_with(calendario.clave()) && fila.rige(fecha))
            .find(|fila| leer_regla(&fila.clave).is_some_and(|(suyo, regla)| suyo == calendario && regla.cae(fecha)))
            .filter(|fila| !fila.valor.is_zero())
    }

    /// First day the calendars cover.
    pub fn inicio_del_calendario(&self) -> NaiveDate {
        self.filas(Tabla::Inhabiles)
            .map(|fila| fila.desde)
            .min()
            .unwrap_or(NaiveDate::MAX)
    }
}
