//! Dates at the edge: `AAAA-MM-DD`, and the small calendar arithmetic the rules need.

use crate::entrada::error_de_lectura;
use crate::importe::Texto;
use crate::mensajes::entrada as mensaje;
use chrono::{Datelike, NaiveDate};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};
use std::fmt;

/// Names of the months.
pub const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Name of a month, 1 to 12; empty for any other number.
pub fn nombre_del_mes(mes: u32) -> &'static str {
    let lugar = usize::try_from(mes).unwrap_or(0).wrapping_sub(1);
    MESES.get(lugar).copied().unwrap_or_default()
}

/// A civil date. In JSON a string `AAAA-MM-DD`, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fecha(pub NaiveDate);

impl Fecha {
    /// Reads `AAAA-MM-DD`, years 1900 to 2199.
    pub fn leer(texto: &str) -> Option<Self> {
        let fecha = ventanilla_normativa::fecha_iso(texto)?;
        (1900..2200).contains(&fecha.year()).then_some(Self(fecha))
    }
}

impl From<NaiveDate> for Fecha {
    fn from(fecha: NaiveDate) -> Self {
        Self(fecha)
    }
}

impl fmt::Display for Fecha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Fecha {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fecha {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto)
            .ok_or_else(|| D::Error::custom(error_de_lectura(&mensaje::FECHA_FORMATO, &[("valor", &texto)])))
    }
}

/// A month of the calendar, years 1900 to 2199. In JSON a string `AAAA-MM`, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mes {
    anio: i32,
    mes: u32,
}

impl Mes {
    /// The month of `fecha`.
    pub fn de(fecha: NaiveDate) -> Self {
        Self {
            anio: fecha.year(),
            mes: fecha.month(),
        }
    }

    /// Reads `AAAA-MM`.
    pub fn leer(texto: &str) -> Option<Self> {
        Fecha::leer(&format!("{texto}-01")).map(|fecha| Self::de(fecha.0))
    }

    /// The one before.
    pub fn anterior(self) -> Self {
        match self.mes {
            1 => Self {
                anio: self.anio - 1,
                mes: 12,
            },
            mes => Self { mes: mes - 1, ..self },
        }
    }

    /// Its first day.
    pub fn inicio(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.anio, self.mes, 1).unwrap_or(NaiveDate::MIN)
    }

    /// `octubre de 2026`.
    pub fn en_palabras(self) -> String {
        format!("{} de {}", nombre_del_mes(self.mes), self.anio)
    }
}

impl fmt::Display for Mes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.anio, self.mes)
    }
}

impl Serialize for Mes {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Mes {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto)
            .ok_or_else(|| D::Error::custom(error_de_lectura(&mensaje::MES_FORMATO, &[("valor", &texto)])))
    }
}

/// Last day of the month of `fecha`.
pub fn fin_de_mes(fecha: NaiveDate) -> NaiveDate {
    inicio_del_mes_siguiente(fecha).pred_opt().unwrap_or(NaiveDate::MAX)
}

/// First day of the month after that of `fecha`.
pub fn inicio_del_mes_siguiente(fecha: NaiveDate) -> NaiveDate {
    let (anio, mes) = if fecha.month() == 12 {
        (fecha.year() + 1, 1)
    } else {
        (fecha.year(), fecha.month() + 1)
    };
    NaiveDate::from_ymd_opt(anio, mes, 1).unwrap_or(NaiveDate::MAX)
}
