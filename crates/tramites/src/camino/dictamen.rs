//! What the rules say of a whole trámite.

use crate::guion::{Documento, Seccion};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;

/// What the rules say of a whole trámite.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dictamen {
    /// Errors, warnings and notes, each at the path of the answer it is about.
    pub hallazgos: Vec<Hallazgo>,
    /// Figures that depend on the law: what was shown when it was sent must be what the server computes.
    pub cifras: BTreeMap<String, String>,
    /// By what it is found.
    pub indice: Indice,
    /// When the institution must have answered.
    pub vence: Option<Vencimiento>,
    /// What must be brought.
    pub documentos: Vec<Documento>,
    /// The figures and dates, for a person.
    pub secciones: Vec<Seccion>,
    /// What the rules fill in for each row of the list, if the trámite has one. It is not part of the answer.
    #[serde(skip)]
    pub por_fila: Vec<String>,
}

/// By what a trámite is found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Indice {
    /// Name of the employer or person.
    pub nombre: String,
    /// RFC.
    pub rfc: String,
    /// NSS.
    pub nss: String,
    /// Registro patronal.
    pub registro_patronal: String,
}

/// What it means when the institution does not answer in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silencio {
    /// Nothing by itself.
    #[default]
    Ninguno,
    /// It is granted.
    Concede,
    /// It is denied.
    Niega,
}

impl Silencio {
    /// The meaning with this word in the tables; any other word means nothing by itself.
    pub fn de_clave(clave: &str) -> Self {
        match clave {
            "concede" => Self::Concede,
            "niega" => Self::Niega,
            _ => Self::Ninguno,
        }
    }
}

/// When the institution must have answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vencimiento {
    /// The last day.
    pub fecha: Fecha,
    /// The day it is counted from.
    pub desde: Fecha,
    /// How it is counted, in words (`20 días hábiles`, `3 meses`).
    pub plazo: String,
    /// The articles.
    pub fundamento: Vec<String>,
    /// What silence means.
    pub silencio: Silencio,
}
