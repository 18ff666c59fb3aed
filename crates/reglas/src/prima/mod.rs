//! The prima of the *seguro de riesgos de trabajo*: its annual determination (LSS 72 and 74, RACERF 32 to 39), the
//! weighted one of a *registro patronal único* (RACERF 27), and the one that follows each event (RACERF 28).

mod casos;
mod determinar;
mod entrada;
mod evento;
mod formula;
mod rpu;

pub use casos::{Caso, CasoRevisado, TipoDeCaso};
pub use determinar::{Determinacion, Motivo, Salida, determinar, ejecutar};
pub use entrada::Entrada;
pub use evento::{
    EntradaDeEvento, Evento, Fusion, Origen, Parte, PrimaPorEvento, SalidaDeEvento, SiniestralidadDe, ejecutar_evento,
    por_evento,
};
pub use rpu::{EntradaRpu, RegistroRpu, SalidaRpu, Sumando, ejecutar_rpu};

use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Tabla};

/// Class of risk (LSS 73).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Clase {
    /// Ordinary.
    I,
    /// Low.
    II,
    /// Medium.
    III,
    /// High.
    IV,
    /// Highest.
    V,
}

impl Clase {
    /// All, from the lowest risk.
    pub const TODAS: [Self; 5] = [Self::I, Self::II, Self::III, Self::IV, Self::V];

    /// Its Roman numeral, which is its key in the tables.
    pub fn clave(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
            Self::IV => "IV",
            Self::V => "V",
        }
    }

    /// The class that the catalogue writes as 1 to 5.
    pub fn de_valor(valor: Decimal) -> Option<Self> {
        Self::TODAS
            .into_iter()
            .zip(1_u8..)
            .find(|(_, n)| Decimal::from(*n) == valor)
            .map(|(clase, _)| clase)
    }
}

/// Which limit decided a prima.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tope {
    /// It went up by a whole point.
    MasUno,
    /// It went down by a whole point.
    MenosUno,
    /// Lowest prima of the law.
    Minimo,
    /// Highest prima of the law.
    Maximo,
    /// None: it is the one calculated.
    Ninguno,
}

/// The prima media of `clase` on `fecha` (LSS 73).
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub fn media<'a>(consulta: &mut Consulta<'a>, clase: Clase, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    let hallada = consulta.vigente(Tabla::PrimasMedias, clase.clave(), fecha);
    hallada.map_err(|error| fuera_de_vigencia(&error, ""))
}

/// A prima as LSS 73 prints it, with five decimals.
pub(crate) fn cinco(valor: Decimal) -> String {
    crate::redondeo::Redondeo::CincoDecimales.aplicar(valor).to_string()
}

/// Last day of February of `anio`.
fn fin_de_febrero(anio: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(anio, 3, 1)
        .and_then(|d| d.pred_opt())
        .unwrap_or(NaiveDate::MAX)
}

/// Last day of February on or after `fecha`: the primas in force change the next day (RACERF 32 III).
fn febrero_siguiente(fecha: NaiveDate) -> NaiveDate {
    let este = fin_de_febrero(fecha.year());
    if fecha <= este {
        este
    } else {
        fin_de_febrero(fecha.year() + 1)
    }
}

/// First whole natural year of somebody who began on `inicio`: that year itself only when it was 1 January.
fn primer_anio_completo(inicio: NaiveDate) -> i32 {
    inicio.year() + i32::from(inicio.ordinal() > 1)
}
