//! The document and the answer of `multa.rango`.

use super::{Rango, Reducida};
use crate::consulta::Comun;
use crate::fecha::Fecha;
use crate::importe::{Importe, Tasa};
use crate::memoria::Nodo;
use crate::operacion::Calculada;
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};

/// Which article punishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Articulo {
    /// Not paying: a percentage of the concept omitted.
    #[serde(rename = "304")]
    OmisionDePago,
    /// The infractions of the fractions: times the UMA.
    #[serde(rename = "304_A")]
    Fracciones,
}

/// Input of the operation `multa.rango`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// Which article.
    pub articulo: Articulo,
    /// Fraction of the 304-A: `I` to `XXII`.
    #[serde(default)]
    pub fraccion: Option<String>,
    /// Day of the infraction. The 304-A needs it; for the 304 it only decides about a repeated infraction.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// What was not paid, pesos, not brought up to date. The 304 needs it.
    #[serde(default)]
    pub concepto_omitido: Option<Importe>,
    /// Percentage of the 304 that is imposed; both ends if absent.
    #[serde(default)]
    pub porcentaje: Option<Tasa>,
    /// The fine of the last time the same was done.
    #[serde(default)]
    pub multa_anterior: Option<Importe>,
    /// Day on which that one was notified.
    #[serde(default)]
    pub fecha_notificacion_anterior: Option<Fecha>,
    /// Whether it was mended before the Institute found out or asked (LSS 304-C).
    #[serde(default)]
    pub espontaneo: bool,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// The fine, according to what was asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Multa {
    /// Between two amounts.
    Rango(Box<Rango>),
    /// Between two amounts, as percentages of the concept omitted.
    Porcentual {
        /// Lowest, pesos.
        minimo: Importe,
        /// Highest, pesos.
        maximo: Importe,
        /// The percentages: `40-100`.
        rango_porcentual: String,
        /// What it comes to if it is paid in its term (RACERF 189).
        con_reduccion: Reducida,
    },
    /// One amount.
    Exacta {
        /// The fine, pesos.
        importe: Importe,
        /// What it comes to if it is paid in its term, pesos.
        con_reduccion: Importe,
    },
}

/// Whether the infraction is a repeated one, and what that costs (RACERF 185).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reincidencia {
    /// Whether it is.
    pub aplica: bool,
    /// Natural days since the last one was notified.
    pub dias: i64,
    /// The last fine doubled, up to the maximum, pesos; `null` if it is not a repeated one.
    pub importe: Option<Importe>,
    /// The same, if it is paid in its term.
    pub con_reduccion: Option<Importe>,
}

/// Answer of the operation `multa.rango`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// Whether a fine may be imposed: not when it was mended spontaneously.
    pub procede: bool,
    /// The fine; absent when none may be imposed.
    #[serde(flatten)]
    pub multa: Option<Multa>,
    /// Whether it is a repeated infraction; absent when nothing was said of another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reincidencia: Option<Reincidencia>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for Salida {}
