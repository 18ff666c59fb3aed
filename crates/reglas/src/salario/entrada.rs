//! The input of `salario.integrar`.

use crate::cuotas::Area;
use crate::fecha::Fecha;
use crate::importe::{Importe, Tasa};
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};

/// A salary to integrate.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// Day as of which it is integrated: it chooses UMA, minimum wage and table of holidays.
    pub fecha: Fecha,
    /// Area of the workplace. The general one if absent, and a note where it matters.
    #[serde(default)]
    pub area: Option<Area>,
    /// Daily wage in cash.
    pub cuota_diaria: Importe,
    /// Year of service in progress, from 1. One and only one of this, `dias_vacaciones` and `fecha_ingreso`.
    #[serde(default)]
    pub anio_servicio: Option<u32>,
    /// Days of holidays a year, 0 to 365.
    #[serde(default)]
    pub dias_vacaciones: Option<u32>,
    /// First day of work: the year of service is counted from it to `fecha`.
    #[serde(default)]
    pub fecha_ingreso: Option<Fecha>,
    /// Prima vacacional, percent. The minimum of the law if absent.
    #[serde(default)]
    pub prima_vacacional: Option<Tasa>,
    /// Days of aguinaldo a year, 0 to 365. The minimum of the law if absent.
    #[serde(default)]
    pub dias_aguinaldo: Option<u32>,
    /// SBC against which the 10 % of the premios is measured. The fixed integrated salary if absent.
    #[serde(default)]
    pub sbc_de_referencia: Option<Importe>,
    /// What is paid besides.
    #[serde(default)]
    pub otras_percepciones: Vec<Percepcion>,
    /// Choices where the law is ambiguous.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether the explanation is wanted.
    #[serde(default)]
    pub memoria: bool,
}

/// Something paid besides the daily wage.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Percepcion {
    /// What it is.
    pub concepto: Concepto,
    /// How much in `periodo_dias`. Not needed for food and lodging.
    #[serde(default)]
    pub importe: Option<Importe>,
    /// Days that `importe`, `pago_del_trabajador` and `horas` cover, 1 to 366.
    #[serde(default)]
    pub periodo_dias: Option<u32>,
    /// What the worker pays for it (food, lodging) or puts in (fondo de ahorro), in the same days.
    #[serde(default)]
    pub pago_del_trabajador: Option<Importe>,
    /// Hours of overtime, in the same days.
    #[serde(default)]
    pub horas: Option<u32>,
    /// Meals a day, for food: 1, 2 or 3 (all, also if absent).
    #[serde(default)]
    pub comidas: Option<u32>,
    /// Whether it meets what the law asks for to leave it out. If not, all of it integrates.
    #[serde(default = "verdadero")]
    pub cumple_requisitos: bool,
}

fn verdadero() -> bool {
    true
}

/// What is paid besides the daily wage (LSS 27, 30, 32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concepto {
    /// Groceries, in kind or money (LSS 27 VI).
    Despensa,
    /// Punctuality bonus (LSS 27 VII).
    PremioPuntualidad,
    /// Attendance bonus (LSS 27 VII).
    PremioAsistencia,
    /// Savings fund (LSS 27 II).
    FondoAhorro,
    /// Food (LSS 27 V, 32).
    Alimentacion,
    /// Lodging (LSS 27 V, 32).
    Habitacion,
    /// Overtime (LSS 27 IX).
    HorasExtra,
    /// Variable income: commissions, piecework (LSS 30 II).
    Variable,
    /// Anything else that the law does not leave out.
    Otra,
}

impl Concepto {
    /// Its name in the contract.
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Despensa => "despensa",
            Self::PremioPuntualidad => "premio_puntualidad",
            Self::PremioAsistencia => "premio_asistencia",
            Self::FondoAhorro => "fondo_ahorro",
            Self::Alimentacion => "alimentacion",
            Self::Habitacion => "habitacion",
            Self::HorasExtra => "horas_extra",
            Self::Variable => "variable",
            Self::Otra => "otra",
        }
    }

    /// The article that says how much of it integrates.
    pub fn fundamento(self) -> &'static [&'static str] {
        match self {
            Self::Despensa => &["LSS 27 VI"],
            Self::PremioPuntualidad | Self::PremioAsistencia => &["LSS 27 VII"],
            Self::FondoAhorro => &["LSS 27 II"],
            Self::Alimentacion | Self::Habitacion => &["LSS 27 V", "LSS 32"],
            Self::HorasExtra => &["LSS 27 IX", "LFT 66"],
            Self::Variable => &["LSS 30 II"],
            Self::Otra => &["LSS 27"],
        }
    }

    /// Food or lodging: paid in kind, estimated as a share of the salary.
    pub(super) fn en_especie(self) -> bool {
        matches!(self, Self::Alimentacion | Self::Habitacion)
    }

    /// Whether its limit applies once, whatever the number of payments.
    pub(super) fn una_vez(self) -> bool {
        !matches!(self, Self::Variable | Self::Otra)
    }
}
