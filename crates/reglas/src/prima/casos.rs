//! The cases of the year, one by one: which of them the formula counts, and what they add up to (LSS 72, RACERF 35 to
//! 37). Only what *ended* in the year counts, whenever it happened; accidents on the way to work never do.

use super::formula::Siniestros;
use crate::fecha::Fecha;
use crate::importe::Tasa;
use chrono::Datelike;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What befell a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TipoDeCaso {
    /// Accident at work.
    Accidente,
    /// Illness of work.
    Enfermedad,
    /// Accident on the way to work or back.
    Trayecto,
    /// Relapse of an earlier case: only its days count.
    Recaida,
    /// Higher permanent disability of an earlier case: only the increase counts.
    Revision,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caso {
    /// What it was.
    pub tipo: TipoDeCaso,
    /// Day it ended: discharge, start of a permanent disability, or death. Absent while it has not.
    #[serde(default)]
    pub terminado: Option<Fecha>,
    /// Days subsidised.
    #[serde(default)]
    pub dias_subsidiados: u32,
    /// Permanent disability, percent.
    #[serde(default)]
    pub porcentaje: Tasa,
    /// Whether the worker died.
    #[serde(default)]
    pub defuncion: bool,
}

/// Whether a case counts, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CasoRevisado {
    /// Whether it counts.
    pub cuenta: bool,
    /// `trayecto`, `no_terminado` or `otro_ejercicio`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motivo: Option<&'static str>,
}

/// Which cases the review of `ejercicio` counts, and what they add up to.
pub(super) fn contar(casos: &[Caso], ejercicio: i32) -> (Siniestros, Vec<CasoRevisado>) {
    let mut suma = Siniestros {
        dias: Decimal::ZERO,
        incapacidades: Decimal::ZERO,
        defunciones: Decimal::ZERO,
    };
    let revisados = casos.iter().map(|caso| revisar(caso, ejercicio)).collect::<Vec<_>>();
    for (caso, _) in casos.iter().zip(&revisados).filter(|(_, r)| r.cuenta) {
        suma.dias += Decimal::from(caso.dias_subsidiados);
        suma.incapacidades += caso.porcentaje.por_ciento();
        suma.defunciones += Decimal::from(u8::from(caso.defuncion));
    }
    (suma, revisados)
}

fn revisar(caso: &Caso, ejercicio: i32) -> CasoRevisado {
    let motivo = match caso.terminado {
        _ if caso.tipo == TipoDeCaso::Trayecto => Some("trayecto"),
        None => Some("no_terminado"),
        Some(fecha) if fecha.0.year() != ejercicio => Some("otro_ejercicio"),
        Some(_) => None,
    };
    CasoRevisado {
        cuenta: motivo.is_none(),
        motivo,
    }
}
