//! What is decided at the counter, and on what the decision rests.

use serde::{Deserialize, Serialize};

/// What to do with a trámite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Que {
    /// Receive it.
    Aceptar,
    /// Ask for what is missing or wrong to be mended.
    Prevenir,
    /// Send it to another modality or trámite.
    Redirigir,
    /// It does not apply.
    Rechazar,
}

impl Que {
    /// Its name.
    pub fn rotulo(self) -> &'static str {
        match self {
            Self::Aceptar => "Aceptar",
            Self::Prevenir => "Prevenir",
            Self::Redirigir => "Redirigir",
            Self::Rechazar => "Rechazar",
        }
    }
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What to do.
    pub que: Que,
    /// Where it is sent, when it is: key of a modality or of a trámite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

impl Decision {
    /// A decision that sends nowhere.
    pub fn nueva(que: Que) -> Self {
        Self { que, a: None }
    }

    /// Sends it elsewhere.
    pub fn redirigir(a: &str) -> Self {
        Self {
            que: Que::Redirigir,
            a: Some(a.to_owned()),
        }
    }
}

impl std::fmt::Display for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.a {
            Some(a) => write!(f, "{} a «{a}»", self.que.rotulo()),
            None => f.write_str(self.que.rotulo()),
        }
    }
}

/// The decision that is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionEsperada {
    /// The decision.
    #[serde(rename = "es")]
    pub decision: Decision,
    /// What it weighs; there is only one, so any number above zero is the same.
    #[serde(default = "super::esperado::uno")]
    pub peso: u32,
    /// Why, for who missed it.
    pub porque: String,
    /// The articles.
    pub fundamento: Vec<String>,
    /// On what it rests; each of these is checked.
    pub se_apoya_en: Vec<Apoyo>,
}

/// Something on which a decision rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Apoyo {
    /// The rules find this code.
    Hallazgo(String),
    /// The rules find no error.
    SinErrores,
    /// A figure or datum of the rules has this value.
    Cifra {
        /// Where: `elegibilidad:/recomendada`.
        de: String,
        /// What it must be.
        vale: String,
    },
    /// A document on the counter says it; the rules cannot read it. Only for deciding more strictly than they do.
    Documento(String),
}
