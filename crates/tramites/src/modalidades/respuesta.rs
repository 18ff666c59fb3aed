//! What the rules answer of the situation.

use super::guion::DE_LA_FAMILIA;
use crate::guion::Mirada;
use crate::incorporacion::cotizacion::de_clave;
use crate::incorporacion::situacion::{elegibilidad, perfil};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{Familiar, Modalidad, Opcion, Perfil, Procede, SalidaElegibilidad};

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Respuesta {
    /// What the rules said.
    pub salida: SalidaElegibilidad,
}

impl Respuesta {
    /// The modalities that apply, or may: the one to begin with, then those that apply, then those with a reserve.
    pub fn proceden(&self) -> Vec<&Opcion> {
        let mut suyas: Vec<&Opcion> = self
            .salida
            .opciones
            .iter()
            .filter(|o| o.procede != Procede::No)
            .collect();
        suyas.sort_by_key(|o| {
            let recomendada = self.salida.recomendada == Some(o.modalidad);
            (!recomendada, o.procede == Procede::ConReserva)
        });
        suyas
    }

    /// Those that do not, each with its first legal reason.
    pub fn no_proceden(&self) -> impl Iterator<Item = &Opcion> {
        self.salida.opciones.iter().filter(|o| o.procede == Procede::No)
    }

    /// The answer for one modality.
    pub fn de(&self, modalidad: Modalidad) -> Option<&Opcion> {
        self.salida.opciones.iter().find(|o| o.modalidad == modalidad)
    }
}

/// What the rules answer: every modality.
///
/// # Errors
/// Those of `incorporacion.elegibilidad`, each at its question.
pub fn responder(m: &Mirada<'_>) -> Result<Respuesta, Vec<Hallazgo>> {
    match elegibilidad(m, m.hoy, suyo(m)) {
        Ok(salida) => Ok(Respuesta { salida }),
        Err(errores) => Err(errores.into_iter().map(en_su_pregunta).collect()),
    }
}

fn suyo(m: &Mirada<'_>) -> Perfil {
    let familiares = match m.valor("familia.con_quien") {
        "si" => familiares(m),
        "no" | "sin_familia" => Some(Vec::new()),
        _ => None,
    };
    Perfil {
        declara_sin_familia: m.es("familia.con_quien", &["sin_familia"]),
        busca: de_clave(m.valor("busca.que")),
        ..perfil(m, familiares)
    }
}

/// The relatives whose kinship is told; `None` while none is.
fn familiares(m: &Mirada<'_>) -> Option<Vec<Familiar>> {
    let uno = |i: usize| {
        let de = |campo: &str| m.valor(&format!("{DE_LA_FAMILIA}.{i}.{campo}"));
        Some(Familiar {
            parentesco: de_clave(de("parentesco"))?,
            edad: de("edad").parse().ok(),
        })
    };
    let suyos: Vec<Familiar> = (0..m.respuestas.cuantos(DE_LA_FAMILIA)).filter_map(uno).collect();
    (!suyos.is_empty()).then_some(suyos)
}

fn en_su_pregunta(hallazgo: Hallazgo) -> Hallazgo {
    let campo = match hallazgo.campo.strip_prefix("perfil.") {
        Some(campo) if campo.starts_with(DE_LA_FAMILIA) => campo.replace('[', ".").replace(']', ""),
        Some(campo) => ["situacion.", campo].concat(),
        None => hallazgo.campo.clone(),
    };
    hallazgo.en(&campo)
}

/// Whether a modality applies or may, with what is known so far.
pub(super) fn procede(m: &Mirada<'_>, modalidad: Modalidad) -> bool {
    let respuesta = responder(m).ok();
    let suya = respuesta.as_ref().and_then(|r| r.de(modalidad));
    suya.is_some_and(|o| o.procede != Procede::No)
}

/// How many may be chosen from. Those that only the practice keeps are never proposed first, so they are no choice here.
pub(super) fn dudosas(m: &Mirada<'_>) -> usize {
    let suyas = [Modalidad::Pti, Modalidad::M40, Modalidad::M33];
    suyas.into_iter().filter(|modalidad| procede(m, *modalidad)).count()
}
