//! Renewing a paid year: the window before its end, the late one after it, and what is a new inscription (RACERF 80, 105).

use super::constante::{dias_antes, dias_despues, entero};
use super::modalidad::Modalidad;
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::plazo::vencimiento_de_tramite;
use crate::politica::Politica;
use chrono::NaiveDate;
use serde::Serialize;

/// What a person would be asking for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tramite {
    /// A first inscription, or one that is treated as such.
    Inscripcion,
    /// To renew in time.
    Renovacion,
    /// To renew late, without a gap.
    RenovacionExtemporanea,
    /// To come back after a baja for lack of payment (LSS 220).
    Reingreso,
    /// Nothing: they are in it.
    Continua,
}

/// When a paid year may be renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ventana {
    /// First day to renew in time.
    pub desde: NaiveDate,
    /// Last day to renew in time: the last one paid for.
    pub hasta: NaiveDate,
    /// Last day to renew late.
    pub extemporanea: NaiveDate,
}

/// The window of a year that ends on `fin`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn ventana(consulta: &mut Consulta<'_>, modalidad: Modalidad, fin: NaiveDate) -> Result<Ventana, Hallazgo> {
    consulta.importa(Politica::VentanaRenovacion);
    let antes = if consulta.politicas.es(Politica::VentanaRenovacion, "practica") {
        "renovacion_antes_practica"
    } else {
        "renovacion_antes"
    };
    let antes = entero(consulta, antes, fin)?;
    let extemporanea = if modalidad == Modalidad::M33 {
        let habiles = entero(consulta, "ssf_extemporanea_habiles", fin)?;
        vencimiento_de_tramite(consulta, fin, habiles)?.fecha
    } else {
        dias_despues(fin, entero(consulta, "ivro_extemporanea_dias", fin)?)
    };
    Ok(Ventana {
        desde: dias_antes(fin, antes),
        hasta: fin,
        extemporanea,
    })
}
