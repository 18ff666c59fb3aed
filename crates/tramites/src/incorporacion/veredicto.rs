//! Whether the modality that is asked for applies to the situation that was told.

use super::condiciones::{modalidad, solicitud};
use super::familia;
use super::situacion::{self, perfil};
use crate::guion::Mirada;
use crate::texto::con_fechas;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{Familiar, Modalidad, Opcion, Perfil, Procede, SalidaElegibilidad, Tramite};

/// What the rules answer of the situation: every modality.
///
/// # Errors
/// Those of `incorporacion.elegibilidad`, in its own places.
pub fn elegibilidad(m: &Mirada<'_>) -> Result<SalidaElegibilidad, Vec<Hallazgo>> {
    responder(m, familia::familiares(m))
}

fn responder(m: &Mirada<'_>, familiares: Option<Vec<Familiar>>) -> Result<SalidaElegibilidad, Vec<Hallazgo>> {
    let suyo = Perfil {
        declara_sin_familia: m.afirma("opcion.sin_familia"),
        ..perfil(m, familiares)
    };
    situacion::elegibilidad(m, solicitud(m), suyo)
}

/// The answer for the modality that is asked for; `None` until the situation was told whole.
pub fn de_la_elegida(m: &Mirada<'_>) -> Option<Opcion> {
    if !contada(m) {
        return None;
    }
    let modalidad = modalidad(m)?;
    let salida = elegibilidad(m).ok()?;
    let suya = salida.opciones.into_iter().find(|o| o.modalidad == modalidad)?;
    Some(Opcion {
        motivo: con_fechas(&suya.motivo),
        ..suya
    })
}

/// Names of the other modalities that apply to the same situation, with no reserve.
pub fn otras_que_proceden(m: &Mirada<'_>) -> Vec<String> {
    let elegida = modalidad(m);
    let opciones = elegibilidad(m).map(|salida| salida.opciones).unwrap_or_default();
    let otras = opciones
        .into_iter()
        .filter(|o| Some(o.modalidad) != elegida && o.procede == Procede::Si);
    otras.map(|o| o.nombre).collect()
}

/// Whether the questions on which the answer depends were answered.
fn contada(m: &Mirada<'_>) -> bool {
    use super::situacion::{BLOQUE, SITUACION};
    let prefijo = [BLOQUE, "."].concat();
    let mirada = Mirada {
        prefijo: &prefijo,
        ..*m
    };
    SITUACION
        .iter()
        .filter(|p| (p.cuando)(&mirada) && (p.obligatoria)(&mirada))
        .all(|p| !mirada.aqui(p.campo).is_empty())
}

/// Whether a paid year goes on without a gap: neither questionnaire nor waiting periods begin again (RACERF 80, 105). It
/// does not depend on who else is insured, whose age in turn depends on when this begins.
pub(super) fn renueva(m: &Mirada<'_>) -> bool {
    let Some(modalidad) = modalidad(m).filter(|m| m.es_anual() || *m == Modalidad::M33) else {
        return false;
    };
    if m.valor("situacion.modalidad_previa") != modalidad.clave() {
        return false;
    }
    let opciones = responder(m, None).map(|salida| salida.opciones).unwrap_or_default();
    let suya = opciones.into_iter().find(|o| o.modalidad == modalidad);
    suya.is_some_and(|o| {
        matches!(
            o.tramite,
            Tramite::Renovacion | Tramite::RenovacionExtemporanea | Tramite::Continua
        )
    })
}
