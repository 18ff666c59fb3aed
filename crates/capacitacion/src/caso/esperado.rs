//! What is expected of who solves a case. Everything here is secret until it is graded.

use super::DecisionEsperada;
use serde::{Deserialize, Serialize};

/// What is expected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Esperado {
    /// Answers that matter.
    #[serde(default)]
    pub campos: Vec<CampoEsperado>,
    /// What the rules find, and what they do not.
    #[serde(default)]
    pub hallazgos: Hallazgos,
    /// Figures and dates.
    #[serde(default)]
    pub cifras: Vec<CifraEsperada>,
    /// What is decided at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionEsperada>,
    /// What the documents hide, said when it has been graded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trampas: Vec<Trampa>,
}

/// An answer that matters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CampoEsperado {
    /// Where it is given: `tramite:actividad.fraccion`, or the pointer of an input, `cuotas:/patron/prima_rt`.
    pub clave: String,
    /// What is asked, of an input: for the sheet of answers. The questions of a trámite have their own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rotulo: String,
    /// What can be answered, of an input; empty for anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opciones: Vec<Opcion>,
    /// The right answer, in its plain form.
    pub valor: String,
    /// What it weighs among the fields, 1 or more.
    #[serde(default = "uno")]
    pub peso: u32,
    /// Why, for who missed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub porque: String,
    /// The articles; empty for those of the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fundamento: Vec<String>,
}

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opcion {
    /// Its plain form.
    pub valor: String,
    /// Its name.
    pub rotulo: String,
}

/// Codes that have to be found, and codes that would be a mistake.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hallazgos {
    /// What the rules find and the trainee has to report.
    #[serde(default)]
    pub deben: Vec<HallazgoEsperado>,
    /// What somebody might believe and the rules do not say.
    #[serde(default)]
    pub no_deben: Vec<HallazgoEsperado>,
    /// What may be reported though the rules are not asked about it here: true of the story, worth nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admiten: Vec<String>,
}

/// A code and what it weighs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallazgoEsperado {
    /// Code of the rule.
    pub codigo: String,
    /// What it weighs among the findings, 1 or more.
    #[serde(default = "uno")]
    pub peso: u32,
    /// Why, for who missed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub porque: String,
}

/// A figure or a date that has to come out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CifraEsperada {
    /// Its key, unique in the case (`cuota_fija`).
    pub clave: String,
    /// What it is, for the trainee.
    pub rotulo: String,
    /// What can be answered; empty for a figure, a date or a word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opciones: Vec<Opcion>,
    /// Where the rules say it: `cuotas:/totales/total`, `tramite:prima`. Several are added up.
    pub de: Vec<String>,
    /// The right figure, in the plain form of the contract.
    pub valor: String,
    /// What it weighs among the figures, 1 or more.
    #[serde(default = "uno")]
    pub peso: u32,
    /// Why, for who missed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub porque: String,
    /// The articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fundamento: Vec<String>,
    /// Wrong figures that somebody may come to, and how they do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trampas: Vec<CifraTramposa>,
}

/// A wrong figure, and the mistake that leads to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CifraTramposa {
    /// The wrong figure.
    pub valor: String,
    /// The mistake.
    pub error: String,
}

/// What the documents hide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trampa {
    /// Where: key of a document; empty for the story.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub documento: String,
    /// What it is.
    pub que: String,
    /// The articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fundamento: Vec<String>,
}

pub(super) fn uno() -> u32 {
    1
}
