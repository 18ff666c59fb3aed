//! What the questions and the findings of a collective application depend on.

use crate::guion::Mirada;
use crate::incorporacion::condiciones::{entrada_de_esperas, modalidad};
use chrono::{Days, NaiveDate};
use ventanilla_reglas::incorporacion::{ColectivoMinimo, ejecutar_esperas};

pub(super) use crate::incorporacion::condiciones::{anual, familiar, pti};

/// What the agreement of the chosen modality needs; `None` without one, or where it can only be individual (RACERF 78).
pub(super) fn minimo(m: &Mirada<'_>) -> Option<ColectivoMinimo> {
    let entrada = entrada_de_esperas(m, modalidad(m)?);
    ejecutar_esperas(m.normativa, entrada).ok()?.colectivo
}

/// Day on which the agreement was signed.
pub(super) fn firma(m: &Mirada<'_>) -> Option<NaiveDate> {
    crate::incorporacion::condiciones::fecha(m, "opcion.firma")
}

/// Last day of the first inscription: calendar days from the signature (RACERF 79, 103).
pub(super) fn limite(m: &Mirada<'_>, minimo: ColectivoMinimo) -> Option<NaiveDate> {
    firma(m)?.checked_add_days(Days::new(minimo.dias_de_inscripcion.into()))
}
