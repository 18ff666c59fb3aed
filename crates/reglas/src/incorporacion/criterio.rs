//! The reasoning of each modality: the first legal reason that settles it.

use super::constante::{anios_despues, entero, meses_despues};
use super::modalidad::Modalidad;
use super::perfil::{Actividad, OtroRegimen, Pension, Perfil, Residencia};
use super::renovacion::Tramite;
use super::salud::Exencion;
use super::veredicto::Veredicto;
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;
use chrono::NaiveDate;

/// What is known of a person on a day.
#[derive(Debug)]
pub(super) struct Caso<'p> {
    pub perfil: &'p Perfil,
    pub fecha: NaiveDate,
    pub exencion: Exencion,
    /// Whether any listed condition was declared. Which ones never enters an answer.
    pub declara: bool,
}

type Razonado = Result<Veredicto, Hallazgo>;

/// The answer for `modalidad`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn razonar(consulta: &mut Consulta<'_>, caso: &Caso<'_>, modalidad: Modalidad) -> Razonado {
    match modalidad {
        Modalidad::Pti => independiente(consulta, caso),
        Modalidad::M40 => continuacion(consulta, caso),
        Modalidad::M33 => familiar(consulta, caso),
        Modalidad::M42 | Modalidad::M36 | Modalidad::M38 => Ok(convenio(caso, modalidad)),
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 => super::esquema_anual::razonar(consulta, caso, modalidad),
        Modalidad::M34 => hogar_voluntario(consulta, caso),
        Modalidad::Hogar => hogar(consulta, caso),
        Modalidad::M32 => Ok(match caso.perfil.actividad {
            Some(Actividad::Estudiante) => Veredicto::si(&mensaje::FACULTATIVO_PROCEDE),
            _ => Veredicto::no(&mensaje::FACULTATIVO_NO),
        }),
    }
}

/// Independent workers: whoever lives on their own activity (LSS 5-A XX), with or without a job besides (LSS 224).
fn independiente(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let amparada = Modalidad::Pti.ficha(consulta, caso.fecha)?.amparada();
    let veredicto = por_actividad(caso.perfil);
    if !veredicto.procede() {
        return Ok(veredicto);
    }
    let otro = if !amparada {
        Some(Veredicto::con_reserva(&mensaje::PTI_PILOTO))
    } else if caso.declara && caso.exencion.general.is_none() {
        Some(Veredicto::con_reserva(&mensaje::PTI_PREEXISTENCIA))
    } else if caso.perfil.residencia == Residencia::Extranjero {
        Some(Veredicto::con_reserva(&mensaje::PTI_EXTERIOR))
    } else {
        None
    };
    Ok(match otro {
        Some(otro) => veredicto.pero(otro),
        None => veredicto,
    })
}

fn por_actividad(perfil: &Perfil) -> Veredicto {
    let otro_regimen = perfil.otro_regimen == OtroRegimen::Issste;
    match perfil.actividad {
        Some(Actividad::Canero) => Veredicto::no(&mensaje::DECRETO),
        Some(Actividad::HogarRegular) => Veredicto::no(&mensaje::NO_SUSTITUYE),
        Some(Actividad::Estudiante | Actividad::Ninguna) => Veredicto::no(&mensaje::PTI_SIN_ACTIVIDAD),
        Some(Actividad::ServidorPublico) if !otro_regimen => Veredicto::no(&mensaje::PTI_SERVIDOR),
        None => Veredicto::con_reserva(&mensaje::PTI_SI_TIENE_ACTIVIDAD).falta("actividad"),
        _ if otro_regimen => Veredicto::con_reserva(&mensaje::PTI_OTRO_REGIMEN),
        Some(Actividad::Plataforma) => Veredicto::con_reserva(&mensaje::PTI_PLATAFORMA),
        _ if perfil.tiene_empleo() => Veredicto::si(&mensaje::PTI_SIMULTANEO),
        Some(Actividad::Campo) => Veredicto::si(&mensaje::PTI_CAMPO),
        Some(Actividad::PatronPersonaFisica) => Veredicto::si(&mensaje::PTI_PATRON),
        Some(Actividad::HogarOcasional) => Veredicto::si(&mensaje::PTI_HOGAR_OCASIONAL),
        _ if perfil.extranjero => Veredicto::si(&mensaje::PTI_EXTRANJERO),
        _ => Veredicto::si(&mensaje::PTI_PROCEDE),
    }
}

/// Continuación voluntaria: who left the obligatory regime, soon enough and with enough weeks (LSS 218–220).
fn continuacion(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let perfil = caso.perfil;
    let vigente = perfil.esta_en(Modalidad::M40);
    Ok(match perfil.pension {
        Pension::Invalidez => Veredicto::no(&mensaje::CVRO_INVALIDEZ),
        Pension::CesantiaVejez => Veredicto::no(&mensaje::CVRO_PENSION),
        Pension::Ninguna if perfil.es_obligatorio() && vigente => Veredicto::no(&mensaje::CVRO_TERMINA),
        Pension::Ninguna if perfil.es_obligatorio() => Veredicto::no(&mensaje::CVRO_EMPLEO),
        Pension::Ninguna if vigente => Veredicto::si(&mensaje::CVRO_VIGENTE).para(Tramite::Continua),
        Pension::Ninguna => return despues_de_la_baja(consulta, caso),
    })
}

fn despues_de_la_baja(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let perfil = caso.perfil;
    let salida = perfil
        .fin_de_la_previa()
        .filter(|_| perfil.previa() == Some(Modalidad::M40));
    let baja = perfil.fecha_baja.map(|f| f.0);
    match (salida, baja) {
        // Only a baja after the continuation ended gives a new right to it.
        (Some(salida), baja) if baja.is_none_or(|baja| baja <= salida) => reingreso(consulta, caso, salida),
        (_, Some(baja)) => con_baja(consulta, caso, baja),
        (_, None) => Ok(Veredicto::no(&mensaje::CVRO_SIN_BAJA).falta("fecha_baja")),
    }
}

fn reingreso(consulta: &mut Consulta<'_>, caso: &Caso<'_>, salida: NaiveDate) -> Razonado {
    if !caso.perfil.baja_por_falta_de_pago {
        return Ok(Veredicto::no(&mensaje::CVRO_TERMINADA).falta("baja_por_falta_de_pago"));
    }
    let limite = meses_despues(salida, entero(consulta, "cvro_reingreso_meses", caso.fecha)?);
    let veredicto = if caso.fecha <= limite {
        Veredicto::si(&mensaje::CVRO_REINGRESO).para(Tramite::Reingreso)
    } else {
        Veredicto::no(&mensaje::CVRO_REINGRESO_TARDE)
    };
    Ok(veredicto.con("limite", limite))
}

fn con_baja(consulta: &mut Consulta<'_>, caso: &Caso<'_>, baja: NaiveDate) -> Razonado {
    let limite = anios_despues(baja, entero(consulta, "cvro_plazo_anios", caso.fecha)?);
    if caso.fecha > limite {
        return Ok(Veredicto::no(&mensaje::CVRO_PLAZO).con("limite", limite));
    }
    let minimo = entero(consulta, "cvro_semanas", caso.fecha)?;
    let anios = entero(consulta, "cvro_ventana_anios", caso.fecha)?;
    let veredicto = match caso.perfil.semanas_ultimos_5 {
        None => Veredicto::con_reserva(&mensaje::CVRO_FALTAN_SEMANAS).falta("semanas_ultimos_5"),
        Some(semanas) if semanas < minimo => Veredicto::no(&mensaje::CVRO_SEMANAS).con("semanas", semanas),
        Some(_) => Veredicto::si(&mensaje::CVRO_PROCEDE),
    };
    Ok(veredicto
        .con("limite", limite)
        .con("minimo", minimo)
        .con("anios", anios))
}

/// Seguro de salud para la familia: who is in no obligatory regime, with a relative or none to declare (RACERF 95–97).
fn familiar(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let perfil = caso.perfil;
    if perfil.es_obligatorio() || perfil.otro_regimen == OtroRegimen::Issste {
        return Ok(Veredicto::no(&mensaje::SSF_REGIMEN));
    }
    if perfil.pension != Pension::Ninguna {
        return Ok(Veredicto::no(&mensaje::SSF_PENSION));
    }
    let solo = perfil.familiares.as_ref().is_some_and(Vec::is_empty);
    if solo && !perfil.declara_sin_familia {
        return Ok(Veredicto::no(&mensaje::SSF_FALTA_FAMILIAR).falta("declara_sin_familia"));
    }
    let tramite = super::elegibilidad::tramite(consulta, caso, Modalidad::M33)?;
    let revisa = tramite != Tramite::Renovacion && !caso.exencion.del_ssf();
    let veredicto = if caso.declara && revisa {
        Veredicto::con_reserva(&mensaje::PREEXISTENCIA)
    } else if perfil.otro_regimen == OtroRegimen::PensionPropia {
        Veredicto::con_reserva(&mensaje::SSF_PENSION_PROPIA)
    } else if perfil.actividad == Some(Actividad::Estudiante) {
        Veredicto::con_reserva(&mensaje::SSF_FACULTATIVO)
    } else if perfil.residencia == Residencia::Extranjero {
        Veredicto::si(&mensaje::SSF_EXTERIOR)
    } else if perfil.declara_sin_familia {
        Veredicto::si(&mensaje::SSF_SOLA)
    } else {
        Veredicto::si(&mensaje::SSF_PROCEDE)
    };
    let veredicto = veredicto.para(tramite);
    Ok(if perfil.familiares.is_none() && !perfil.declara_sin_familia {
        veredicto.falta("familiares")
    } else {
        veredicto
    })
}

/// Public servants that no other law protects, by agreement of their entity (LSS 13 V, 222 II d).
fn convenio(caso: &Caso<'_>, modalidad: Modalidad) -> Veredicto {
    let servidor = caso.perfil.actividad == Some(Actividad::ServidorPublico);
    match (servidor, caso.perfil.otro_regimen, modalidad) {
        (false, ..) => Veredicto::no(&mensaje::CONVENIO_OTRA),
        (_, OtroRegimen::Issste, _) => Veredicto::no(&mensaje::CONVENIO_ISSSTE),
        (_, OtroRegimen::PensionPropia, Modalidad::M42) => Veredicto::no(&mensaje::CONVENIO_PENSION_PROPIA),
        (_, OtroRegimen::Ninguno, Modalidad::M36 | Modalidad::M38) => {
            Veredicto::con_reserva(&mensaje::CONVENIO_ESPECIE).falta("otro_regimen")
        }
        _ => Veredicto::si(&mensaje::CONVENIO_PROCEDE),
    }
}

fn hogar_voluntario(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let ficha = Modalidad::M34.ficha(consulta, caso.fecha)?;
    let es_hogar = matches!(
        caso.perfil.actividad,
        Some(Actividad::HogarRegular | Actividad::HogarOcasional)
    );
    Ok(match (ficha.amparada(), es_hogar) {
        (false, _) => Veredicto::no(&mensaje::DEROGADA_34).con("desde", ficha.fila.desde),
        (true, true) => Veredicto::si(&mensaje::HOGAR_VOLUNTARIO),
        (true, false) => Veredicto::no(&mensaje::HOGAR_NO),
    })
}

fn hogar(consulta: &mut Consulta<'_>, caso: &Caso<'_>) -> Razonado {
    let amparada = Modalidad::Hogar.ficha(consulta, caso.fecha)?.amparada();
    Ok(match caso.perfil.actividad {
        Some(Actividad::HogarRegular) if amparada => Veredicto::si(&mensaje::HOGAR_OBLIGATORIO),
        Some(Actividad::HogarRegular) => Veredicto::no(&mensaje::HOGAR_NO_OBLIGATORIO),
        Some(Actividad::HogarOcasional) => Veredicto::no(&mensaje::HOGAR_OCASIONAL),
        _ => Veredicto::no(&mensaje::HOGAR_NO),
    })
}
