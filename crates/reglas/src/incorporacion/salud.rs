//! Health at the door: who is exempt from questionnaire, pre-existing conditions and waiting periods (RACERF 85, 105),
//! and what a declared condition does (RACERF 82: the Institute decides, nothing is rejected here).

use super::constante::{anios_despues, entero, meses_despues};
use super::perfil::Perfil;
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;
use crate::plazo::vencimiento_de_tramite;
use chrono::NaiveDate;
use ventanilla_normativa::Tabla;

/// Until when an application is exempt, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Exencion {
    /// From everything (RACERF 85).
    pub general: Option<NaiveDate>,
    /// In the seguro de salud para la familia (RACERF 105).
    pub ssf: Option<NaiveDate>,
    /// The weeks are enough but the months have passed.
    pub vencida: bool,
}

impl Exencion {
    /// Of somebody who left on `baja` with `semanas` weeks under insurance and applies on `fecha`.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub(super) fn de(
        consulta: &mut Consulta<'_>,
        baja: Option<NaiveDate>,
        semanas: Option<u32>,
        fecha: NaiveDate,
    ) -> Result<Self, Hallazgo> {
        let Some(baja) = baja else {
            return Ok(Self::default());
        };
        let limite = meses_despues(baja, entero(consulta, "exencion_meses", fecha)?);
        let bastan = semanas.unwrap_or_default() >= entero(consulta, "exencion_semanas", fecha)?;
        let practica = anios_despues(baja, entero(consulta, "exencion_practica_anios", fecha)?);
        // Nobody counts working days from a baja that is years old: the calendar may not even reach it.
        let ssf = if fecha <= limite {
            let habiles = entero(consulta, "ssf_exencion_habiles", fecha)?;
            let vence = vencimiento_de_tramite(consulta, baja, habiles);
            let vence = vence.map_err(|error| error.dentro_de("perfil.fecha_baja"))?.fecha;
            (fecha <= vence).then_some(vence)
        } else {
            None
        };
        Ok(Self {
            general: (bastan && fecha <= limite).then_some(limite),
            ssf,
            vencida: bastan && fecha > limite && fecha <= practica,
        })
    }

    /// Whether an application to the seguro de salud para la familia is exempt.
    pub(super) fn del_ssf(&self) -> bool {
        self.general.is_some() || self.ssf.is_some()
    }

    /// What is to be said of it.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub(super) fn hallazgos(&self, consulta: &mut Consulta<'_>, fecha: NaiveDate) -> Result<Vec<Hallazgo>, Hallazgo> {
        let mut hallazgos = Vec::new();
        if let Some(limite) = self.general {
            let semanas = entero(consulta, "exencion_semanas", fecha)?;
            let datos = [("limite", limite.to_string()), ("semanas", semanas.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::EXENTO, "", &datos));
        } else if let Some(limite) = self.ssf {
            hallazgos.push(Hallazgo::con(
                &mensaje::EXENTO_SSF,
                "",
                &[("limite", limite.to_string())],
            ));
        }
        if self.vencida {
            let meses = entero(consulta, "exencion_meses", fecha)?;
            let anios = entero(consulta, "exencion_practica_anios", fecha)?;
            let datos = [("meses", meses.to_string()), ("anios", anios.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::EXENCION_DIVERGE, "", &datos));
        }
        Ok(hallazgos)
    }
}

/// Whether a condition of the list was declared. Which one is health data: it is looked at and leaves no trace in the
/// answer, neither in its words nor among the values it used.
///
/// # Errors
/// `incorporacion.preexistencia_desconocida`.
pub(super) fn declara(consulta: &Consulta<'_>, perfil: &Perfil, fecha: NaiveDate) -> Result<bool, Hallazgo> {
    let listadas = || {
        let filas = consulta.normativa().filas(Tabla::Preexistencias);
        filas.filter(|f| f.rige(fecha)).map(|f| f.clave.as_ref())
    };
    for (indice, clave) in perfil.preexistencias.iter().enumerate() {
        if !listadas().any(|listada| listada == clave) {
            let campo = format!("perfil.preexistencias[{indice}]");
            let hay: Vec<&str> = listadas().collect();
            let datos = [("clave", clave.clone()), ("opciones", hay.join(", "))];
            return Err(Hallazgo::con(&mensaje::PREEXISTENCIA_DESCONOCIDA, campo, &datos));
        }
    }
    Ok(!perfil.preexistencias.is_empty())
}

/// When childbirth would be attended, for who enters on `fecha` (RACERF 83).
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn parto(consulta: &mut Consulta<'_>, fecha: NaiveDate) -> Result<Hallazgo, Hallazgo> {
    let hallada = consulta.vigente(Tabla::Esperas, PARTO, fecha);
    let fila = hallada.map_err(|error| fuera_de_vigencia(&error, "fecha"))?;
    let meses = super::constante::redondo(fila);
    let libera = meses_despues(fecha, meses);
    let datos = [("meses", meses.to_string()), ("libera", libera.to_string())];
    Ok(Hallazgo::con(&mensaje::EMBARAZO, "perfil.embarazo", &datos))
}

/// Key of childbirth in the table `esperas`.
const PARTO: &str = "TE-10";
