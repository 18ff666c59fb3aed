//! The modalities that apply, side by side.

use super::costo::{Costo, costo};
use super::respuesta::Respuesta;
use super::ventajas::{Ventaja, ventajas};
use crate::guion::Mirada;
use crate::incorporacion::condiciones::entrada_de_esperas;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{Modalidad, Opcion, Tramite, ejecutar_esperas};

/// A treatment that has to be waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Espera {
    /// The treatment.
    pub tratamiento: String,
    /// Months.
    pub meses: u32,
    /// First day on which it is given, if it is asked for today.
    pub libera: Fecha,
}

/// A modality that applies, or may.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparada {
    /// The answer of the rules.
    pub opcion: Opcion,
    /// Whether it is the one to begin with.
    pub recomendada: bool,
    /// Whether the person is in it today: there is nothing to ask for.
    pub continua: bool,
    /// What it costs; `None` until what it depends on was told, and for those that a person does not pay.
    pub costo: Option<Result<Costo, Vec<Hallazgo>>>,
    /// What is good and bad of it.
    pub ventajas: Vec<Ventaja>,
    /// What has to be waited for, the soonest first; empty if nothing.
    pub esperas: Vec<Espera>,
}

impl Comparada {
    /// Whether it gives an insurance.
    pub fn da(&self, seguro: &str) -> bool {
        self.opcion.seguros.iter().any(|s| s == seguro)
    }

    /// Whether a person asks for it by themselves, with an application.
    pub fn se_solicita(&self) -> bool {
        !self.continua && self.opcion.modalidad.tramite().is_some()
    }
}

/// The modalities that apply or may, in the order in which they are proposed.
pub fn comparar(m: &Mirada<'_>, respuesta: &Respuesta) -> Vec<Comparada> {
    let una = |opcion: &Opcion| {
        let (exento, esperas) = esperas(m, opcion.modalidad);
        let continua = opcion.tramite == Tramite::Continua;
        Comparada {
            opcion: opcion.clone(),
            recomendada: respuesta.salida.recomendada == Some(opcion.modalidad),
            continua,
            costo: costo(m, opcion.modalidad),
            ventajas: ventajas(opcion.modalidad, exento || continua),
            esperas: if continua { Vec::new() } else { esperas },
        }
    };
    respuesta.proceden().into_iter().map(una).collect()
}

/// Whether this person is dispensed with the questionnaire and the waiting (RACERF 85, 105), and what has to be waited for.
fn esperas(m: &Mirada<'_>, modalidad: Modalidad) -> (bool, Vec<Espera>) {
    if !modalidad.tiene_esperas() {
        return (false, Vec::new());
    }
    let Ok(salida) = ejecutar_esperas(m.normativa, entrada_de_esperas(m, modalidad)) else {
        return (false, Vec::new());
    };
    let mut todas: Vec<Espera> = salida
        .esperas
        .into_iter()
        .map(|e| Espera {
            tratamiento: e.tratamiento,
            meses: e.meses,
            libera: e.libera,
        })
        .collect();
    todas.sort_by_key(|e| e.meses);
    (salida.exento, todas)
}
