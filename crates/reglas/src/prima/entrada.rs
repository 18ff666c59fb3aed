//! The document of `prima.determinar`.

use super::{Caso, Clase};
use crate::fecha::Fecha;
use crate::importe::{Cantidad, Tasa};
use crate::politica::Politicas;
use serde::Deserialize;

/// An annual determination. Figures that an exemption makes needless may be left out.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// Year whose cases are counted; the prima rules from the March after it. 1998 to 2190.
    pub ejercicio: i32,
    /// Class of risk.
    pub clase: Clase,
    /// Prima in force at the review, percent.
    #[serde(default)]
    pub prima_anterior: Option<Tasa>,
    /// `S`: days subsidised by temporary disability.
    #[serde(default)]
    pub dias_subsidiados: Option<u32>,
    /// `I`: sum of the percentages of permanent disability, in percent.
    #[serde(default)]
    pub incapacidades_permanentes: Option<Cantidad>,
    /// `D`: deaths.
    #[serde(default)]
    pub defunciones: Option<u32>,
    /// The cases, instead of their sums.
    #[serde(default)]
    pub casos: Option<Vec<Caso>>,
    /// `N`: average of workers. This or `dias_cotizados`.
    #[serde(default)]
    pub trabajadores_promedio: Option<Cantidad>,
    /// Days of all workers in the year; `N` is these over 365.
    #[serde(default)]
    pub dias_cotizados: Option<u64>,
    /// Whether the STPS certified the safety system, so that F is 2.2.
    #[serde(default)]
    pub acreditado_stps: bool,
    /// Day of the certification: it counts from the review of its own year on (RACERF 39).
    #[serde(default)]
    pub acreditado_desde: Option<Fecha>,
    /// The activity changed within the year.
    #[serde(default)]
    pub hubo_cambio_de_actividad: bool,
    /// Day of registration, or of the change, in the present class.
    #[serde(default)]
    pub inicio_en_la_clase: Option<Fecha>,
    /// Fewer than ten workers: the prima media is chosen (LSS 72).
    #[serde(default)]
    pub opta_por_media: bool,
    /// Without workers for more than six months.
    #[serde(default)]
    pub sin_trabajadores_mas_de_seis_meses: bool,
    /// The employer closed the registro patronal.
    #[serde(default)]
    pub baja_patronal: bool,
    /// Day it is presented, to know whether it is late.
    #[serde(default)]
    pub presentacion: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}
