//! The documents of each trámite, and its homoclave: dated data, each with its source and how sure we are of it.

use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::registro as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ventanilla_normativa::{Confianza, Fila, Normativa, Tabla};

/// First word of the rows that are not a document.
const HOMOCLAVE: &str = "homoclave";

/// Input of the operation `registro.requisitos`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaRequisitos {
    /// Which: `alta_moral`, `alta_fisica`, `modificacion` …
    pub tramite: String,
    /// Day; that of the last check of the tables if absent.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Nothing is computed here: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `registro.requisitos`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaRequisitos {
    /// Which.
    pub tramite: String,
    /// Its homoclave, where one is known.
    pub homoclave: Option<Dato>,
    /// Its documents, in order.
    pub documentos: Vec<Dato>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
}

impl Calculada for SalidaRequisitos {}

/// A document or a homoclave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dato {
    /// What it is.
    pub texto: String,
    /// The article.
    pub fundamento: String,
    /// Where it was read.
    pub fuente: String,
    /// `alta`, `media` or `baja`; the last is shown as "no verificado".
    pub confianza: &'static str,
}

impl Dato {
    pub(crate) fn de(fila: &Fila) -> Self {
        Self {
            texto: fila.nota.to_string(),
            fundamento: fila.fundamento.to_string(),
            fuente: fila.fuente.to_string(),
            confianza: fila.confianza.palabra(),
        }
    }
}

/// The operation `registro.requisitos`.
///
/// # Errors
/// `registro.tramite`, `normativa.fuera_de_vigencia`.
pub fn ejecutar_requisitos(normativa: &Normativa, entrada: EntradaRequisitos) -> Resultado<SalidaRequisitos> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let fecha = entrada.fecha.map_or_else(Normativa::corte, |f| f.0);
    let tramites = tramites(normativa);
    if !tramites.contains(entrada.tramite.as_str()) {
        let hay: Vec<&str> = tramites.into_iter().collect();
        let datos = [("tramite", entrada.tramite), ("opciones", hay.join(", "))];
        return Err(vec![Hallazgo::con(&mensaje::TRAMITE, "tramite", &datos)]);
    }
    let documentos = documentos(&mut consulta, &entrada.tramite, fecha)?;
    let homoclave = homoclave(&mut consulta, &entrada.tramite, fecha);
    let dudosos = homoclave.into_iter().chain(documentos.iter().copied());
    let dudosos: Vec<&str> = dudosos
        .filter(|f| f.confianza == Confianza::Baja)
        .map(|f| f.nota.as_ref())
        .collect();
    let mut hallazgos = vec![Hallazgo::con(&mensaje::REQUISITOS_CAMBIAN, "", &[])];
    if !dudosos.is_empty() {
        let datos = [("datos", dudosos.join("; "))];
        hallazgos.push(Hallazgo::con(&mensaje::NO_VERIFICADO, "", &datos));
    }
    Ok(SalidaRequisitos {
        tramite: entrada.tramite,
        homoclave: homoclave.map(Dato::de),
        documentos: documentos.into_iter().map(Dato::de).collect(),
        comun: consulta.concluir(hallazgos),
    })
}

/// The trámites that have a list of documents.
pub fn tramites(normativa: &Normativa) -> BTreeSet<&str> {
    let claves = normativa
        .filas(Tabla::Requisitos)
        .filter_map(|f| f.clave.split(' ').next());
    claves.filter(|clave| *clave != HOMOCLAVE).collect()
}

/// The homoclave of a trámite on `fecha`; `None` where none is known, which is most of them.
pub(crate) fn homoclave<'a>(consulta: &mut Consulta<'a>, tramite: &str, fecha: NaiveDate) -> Option<&'a Fila> {
    let familia = tramite.split('_').next().unwrap_or_default();
    let clave = format!("{HOMOCLAVE} {familia}");
    consulta.vigente(Tabla::Requisitos, &clave, fecha).ok()
}

/// The documents of a trámite on `fecha`, in order.
///
/// # Errors
/// `normativa.fuera_de_vigencia` when none is in force.
pub(crate) fn documentos<'a>(consulta: &mut Consulta<'a>, tramite: &str, fecha: NaiveDate) -> Resultado<Vec<&'a Fila>> {
    let normativa = consulta.normativa();
    let suyos = |f: &&Fila| f.clave.split(' ').next() == Some(tramite);
    let claves: BTreeSet<&str> = normativa
        .filas(Tabla::Requisitos)
        .filter(suyos)
        .map(|f| f.clave.as_ref())
        .collect();
    let mut filas = Vec::new();
    let mut fuera = None;
    for clave in claves {
        match consulta.vigente(Tabla::Requisitos, clave, fecha) {
            Ok(fila) => filas.push(fila),
            Err(error) => fuera = fuera.or(Some(fuera_de_vigencia(&error, "fecha"))),
        }
    }
    match fuera.filter(|_| filas.is_empty()) {
        Some(error) => Err(vec![error]),
        None => Ok(filas),
    }
}
