//! The annual schemes 35, 43 and 44: the law covered new inscriptions until 2023-12-01; the Institute still announced
//! them in 2026. Law and practice are both told, so after that date the answer is *con reserva*.

use super::criterio::Caso;
use super::modalidad::Modalidad;
use super::perfil::Actividad;
use super::renovacion::Tramite;
use super::veredicto::Veredicto;
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;

pub(super) fn razonar(
    consulta: &mut Consulta<'_>,
    caso: &Caso<'_>,
    modalidad: Modalidad,
) -> Result<Veredicto, Hallazgo> {
    let perfil = caso.perfil;
    if let Some(no) = otra_actividad(caso, modalidad) {
        return Ok(no);
    }
    let ficha = modalidad.ficha(consulta, caso.fecha)?;
    let tramite = super::elegibilidad::tramite(consulta, caso, modalidad)?;
    let previa = perfil.previa() == Some(modalidad);
    let veredicto = if ficha.amparada() {
        let renueva = matches!(tramite, Tramite::Renovacion | Tramite::RenovacionExtemporanea);
        let revisa = !renueva && caso.exencion.general.is_none();
        if caso.declara && revisa {
            Veredicto::con_reserva(&mensaje::PREEXISTENCIA)
        } else if perfil.actividad.is_none() && !previa {
            Veredicto::con_reserva(&mensaje::PTI_SI_TIENE_ACTIVIDAD)
        } else {
            Veredicto::si(&mensaje::IVRO_PROCEDE)
        }
    } else {
        let antes = perfil
            .alta_modalidad_previa
            .is_some_and(|alta| alta.0 < ficha.fila.desde);
        if previa && antes {
            Veredicto::con_reserva(&mensaje::IVRO_CONTINUA)
        } else {
            Veredicto::con_reserva(&mensaje::IVRO_CONFLICTO).con("desde", ficha.fila.desde)
        }
    };
    let veredicto = veredicto.para(tramite);
    Ok(if perfil.actividad.is_none() {
        veredicto.falta("actividad")
    } else {
        veredicto
    })
}

/// Why it is not for this person, whatever the date. Who is in it already needs no other reason.
fn otra_actividad(caso: &Caso<'_>, modalidad: Modalidad) -> Option<Veredicto> {
    let (suyas, quienes): (&[Actividad], _) = match modalidad {
        Modalidad::M35 => (
            &[Actividad::PatronPersonaFisica],
            "patrones personas físicas con trabajadores asegurados",
        ),
        Modalidad::M43 => (
            &[Actividad::Campo],
            "ejidatarios, comuneros, colonos y pequeños propietarios",
        ),
        _ => (
            &[
                Actividad::Independiente,
                Actividad::Plataforma,
                Actividad::HogarOcasional,
            ],
            "profesionales, comerciantes en pequeño, artesanos y demás no asalariados",
        ),
    };
    match caso.perfil.actividad? {
        Actividad::Canero => Some(Veredicto::no(&mensaje::DECRETO)),
        Actividad::HogarRegular => Some(Veredicto::no(&mensaje::NO_SUSTITUYE)),
        suya if suyas.contains(&suya) || caso.perfil.previa() == Some(modalidad) => None,
        _ => Some(Veredicto::no(&mensaje::IVRO_OTRA_ACTIVIDAD).con("quienes", quienes)),
    }
}
