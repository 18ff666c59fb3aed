//! What the questions of the application depend on.

use super::situacion::MODALIDAD;
use super::veredicto;
use crate::guion::Mirada;
use chrono::NaiveDate;
use ventanilla_reglas::captura;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::identificador::{Partes, Tipo, Uso, revisar};
use ventanilla_reglas::incorporacion::{EntradaEsperas, Modalidad, ejecutar_esperas};
use ventanilla_reglas::politica::Politicas;

/// The modality that is asked for.
pub(crate) fn modalidad(m: &Mirada<'_>) -> Option<Modalidad> {
    let clave = m.valor(MODALIDAD);
    Modalidad::TODAS
        .into_iter()
        .find(|modalidad| modalidad.clave() == clave)
}

/// Independent worker.
pub(crate) fn pti(m: &Mirada<'_>) -> bool {
    m.es(MODALIDAD, &["pti"])
}

/// Continuación voluntaria.
pub(super) fn continuacion(m: &Mirada<'_>) -> bool {
    m.es(MODALIDAD, &["40"])
}

/// Seguro de salud para la familia.
pub(crate) fn familiar(m: &Mirada<'_>) -> bool {
    m.es(MODALIDAD, &["33"])
}

/// One of the annual schemes.
pub(crate) fn anual(m: &Mirada<'_>) -> bool {
    m.es(MODALIDAD, &["44", "43", "35"])
}

/// Relatives may be enrolled: in the seguro de salud para la familia as insured, in the others as beneficiaries.
pub(super) fn con_familiares(m: &Mirada<'_>) -> bool {
    pti(m) || anual(m) || (familiar(m) && !m.afirma("opcion.sin_familia"))
}

/// Coming back to the continuación voluntaria after a baja for lack of payment: it goes on from that day (RACERF 65).
pub(super) fn reingreso(m: &Mirada<'_>) -> bool {
    continuacion(m)
        && m.es("situacion.modalidad_previa", &["40"])
        && m.afirma("situacion.baja_por_falta_de_pago")
        && fecha(m, "situacion.fecha_baja_modalidad_previa").is_some()
}

/// Somebody else presents it.
pub(super) fn por_otra_persona(m: &Mirada<'_>) -> bool {
    m.es("presenta.quien", &["otra"])
}

/// A date as it was typed or in its plain form.
pub(crate) fn fecha(m: &Mirada<'_>, ruta: &str) -> Option<NaiveDate> {
    captura::fecha(m.valor(ruta)).ok().map(|f| f.0)
}

/// Day of the application: today, unless it was presented on paper before.
pub(crate) fn solicitud(m: &Mirada<'_>) -> NaiveDate {
    fecha(m, "opcion.solicitud").unwrap_or(m.hoy)
}

/// Date of birth, from a CURP that can be read.
pub(crate) fn nacimiento(m: &Mirada<'_>, curp: &str) -> Option<NaiveDate> {
    match revisar(m.normativa, Tipo::Curp, curp, Uso::Persona).partes {
        Partes::Curp(partes) => partes.fecha_nacimiento.map(|f| f.0),
        _ => None,
    }
}

/// What has to be known before signing: waiting periods, exclusions, documents.
pub(crate) fn entrada_de_esperas(m: &Mirada<'_>, modalidad: Modalidad) -> EntradaEsperas {
    let solicitud = solicitud(m);
    // a date that cannot be is said where it was typed
    let baja = fecha(m, "situacion.fecha_baja").filter(|baja| *baja <= solicitud);
    EntradaEsperas {
        modalidad,
        inscripcion: Fecha(solicitud),
        inicio: None,
        fecha_baja: baja.map(Fecha),
        semanas_previas: m.valor("situacion.semanas_previas").parse().ok(),
        fin_de_decreto: None,
        nacimiento: None,
        politicas: Politicas::default(),
        memoria: false,
    }
}

/// Each person answers the medical questionnaire (RACERF 81, 98): not in the continuación voluntaria, which gives no
/// service; nor who is dispensed (RACERF 85, 105), nor who renews in time (RACERF 80).
pub(super) fn con_cuestionario(m: &Mirada<'_>) -> bool {
    let Some(modalidad) = modalidad(m).filter(|m| m.tiene_esperas()) else {
        return false;
    };
    // without a baja nobody is dispensed
    let hubo_baja = fecha(m, "situacion.fecha_baja").is_some();
    let exento =
        hubo_baja && ejecutar_esperas(m.normativa, entrada_de_esperas(m, modalidad)).is_ok_and(|salida| salida.exento);
    !exento && !veredicto::renueva(m)
}

/// The questionnaire is part of the application: of the independent workers it is not known whether it is asked for.
pub(super) fn cuestionario_obligatorio(m: &Mirada<'_>) -> bool {
    con_cuestionario(m) && !pti(m)
}
