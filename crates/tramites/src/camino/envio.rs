//! A finished trámite on its way, and its reception: the same on the screen that sends it and on the server that gets it.

use super::{Dictamen, guion};
use crate::guion::mensajes as mensaje;
use crate::guion::{Guion, Mirada, Respuestas, Revision};
use crate::texto::con_fechas;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::hallazgo::Hallazgo;

/// A finished trámite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envio {
    /// Key of the trámite.
    pub tramite: String,
    /// Version of its form.
    pub formato: u16,
    /// Version of the parameters it was made with.
    pub normativa: String,
    /// The record.
    pub contenido: Value,
    /// The figures that the person saw.
    #[serde(default)]
    pub cifras: BTreeMap<String, String>,
    /// Whether it is practice: never part of the real queue.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub simulado: bool,
}

/// Why a trámite is not received.
#[derive(Clone, Debug, PartialEq)]
pub enum Rechazo {
    /// There is no such trámite, or not with that version of its form.
    Desconocido(String),
    /// The record has errors.
    Invalido(Vec<Hallazgo>),
    /// With the law loaded here a figure is another one than the person saw.
    NormativaCambio(Vec<CifraDistinta>),
}

/// A figure that comes out different here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CifraDistinta {
    /// Its key.
    pub clave: String,
    /// What the person saw; empty when nothing.
    pub declarada: String,
    /// What it is here; empty when nothing.
    pub calculada: String,
}

impl Guion {
    /// What the rules say of the answers: those of each question and those of the whole.
    pub fn dictamen(&'static self, revision: &Revision, normativa: &Normativa, hoy: NaiveDate) -> Dictamen {
        let mirada = Mirada::nueva(&revision.valores, normativa, hoy);
        let mut dictamen = (self.dictaminar)(&mirada);
        let mut hallazgos = revision.hallazgos.clone();
        hallazgos.append(&mut dictamen.hallazgos);
        for hallazgo in &mut hallazgos {
            hallazgo.mensaje = con_fechas(&hallazgo.mensaje);
        }
        dictamen.hallazgos = hallazgos;
        dictamen
    }

    /// The finished trámite that travels.
    pub fn envio(&'static self, revision: &Revision, dictamen: &Dictamen, normativa: &Normativa) -> Envio {
        Envio {
            tramite: self.clave.to_owned(),
            formato: self.formato,
            normativa: normativa.version(),
            contenido: self.contenido(revision),
            cifras: dictamen.cifras.clone(),
            simulado: false,
        }
    }

    /// Checks that the record answers exactly the questions of its case.
    fn sobrantes(&'static self, respuestas: &Respuestas, revision: &Revision) -> Vec<Hallazgo> {
        let contestadas = respuestas
            .iter()
            .filter(|(ruta, _)| !self.bloques().any(|b| b.clave == *ruta));
        let de_mas = contestadas.filter(|(ruta, _)| !revision.lecturas.contains_key(*ruta));
        de_mas
            .map(|(ruta, _)| Hallazgo::nuevo(&mensaje::NO_CORRESPONDE, ruta, &[]))
            .collect()
    }
}

/// Receives a trámite on the day `hoy`: reads its record, runs the rules, and compares the figures that were shown.
///
/// # Errors
/// [`Rechazo`].
pub fn recibir(normativa: &Normativa, hoy: NaiveDate, envio: &Envio) -> Result<Dictamen, Rechazo> {
    let Some(guion) = guion(&envio.tramite) else {
        return Err(Rechazo::Desconocido(format!(
            "No existe el trámite «{}».",
            envio.tramite
        )));
    };
    if envio.formato != guion.formato {
        return Err(Rechazo::Desconocido(format!(
            "Este expediente es de la versión {} del formato y aquí se recibe la {}. Vuelva a cargar la página y envíelo otra vez.",
            envio.formato, guion.formato
        )));
    }
    let respuestas = guion.leer_contenido(&envio.contenido).map_err(Rechazo::Invalido)?;
    let revision = guion.revisar(&respuestas, normativa, hoy);
    let mut dictamen = guion.dictamen(&revision, normativa, hoy);
    dictamen.hallazgos.extend(guion.sobrantes(&respuestas, &revision));
    if dictamen.hallazgos.iter().any(Hallazgo::es_error) {
        return Err(Rechazo::Invalido(dictamen.hallazgos));
    }
    let distintas = distintas(&envio.cifras, &dictamen.cifras);
    if !distintas.is_empty() {
        return Err(Rechazo::NormativaCambio(distintas));
    }
    let mut secciones = guion.resumen(&revision, normativa, hoy);
    secciones.append(&mut dictamen.secciones);
    dictamen.secciones = secciones;
    Ok(dictamen)
}

fn distintas(declaradas: &BTreeMap<String, String>, calculadas: &BTreeMap<String, String>) -> Vec<CifraDistinta> {
    let claves: std::collections::BTreeSet<&String> = declaradas.keys().chain(calculadas.keys()).collect();
    let en = |mapa: &BTreeMap<String, String>, clave: &String| mapa.get(clave).cloned().unwrap_or_default();
    claves
        .into_iter()
        .map(|clave| CifraDistinta {
            clave: clave.clone(),
            declarada: en(declaradas, clave),
            calculada: en(calculadas, clave),
        })
        .filter(|c| c.declarada != c.calculada)
        .collect()
}
