//! What a case asks, and nothing of what it expects. The type has no place for an answer: what is not here cannot leak.

use crate::caso::{Caso, Dificultad, DocumentoDelCaso, Tema};
use serde::{Deserialize, Serialize};
use ventanilla_reglas::fecha::Fecha;

/// A case as it is put to a trainee in an exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planteamiento {
    /// Key of the case.
    pub clave: String,
    /// Its title.
    pub titulo: String,
    /// Today, in the story.
    pub hoy: Fecha,
    /// How hard it is.
    pub dificultad: Dificultad,
    /// What it trains.
    pub temas: Vec<Tema>,
    /// The story.
    pub historia: Vec<String>,
    /// What is on the counter.
    pub documentos: Vec<DocumentoDelCaso>,
    /// Key of the form to be filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tramite: Option<String>,
    /// The calculations to be made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calculos: Vec<CalculoPedido>,
    /// The figures to be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cifras: Vec<CifraPedida>,
    /// Whether something has to be decided.
    pub decide: bool,
}

/// A calculation to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalculoPedido {
    /// Its key in the case.
    pub clave: String,
    /// What it is.
    pub titulo: String,
    /// The operation.
    pub operacion: String,
}

/// A figure to be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CifraPedida {
    /// Its key in the case.
    pub clave: String,
    /// What it is.
    pub rotulo: String,
}

impl From<&Caso> for Planteamiento {
    fn from(caso: &Caso) -> Self {
        let calculo = |c: &crate::caso::Calculo| CalculoPedido {
            clave: c.clave.clone(),
            titulo: c.titulo.clone(),
            operacion: c.operacion.clone(),
        };
        let cifra = |c: &crate::caso::CifraEsperada| CifraPedida {
            clave: c.clave.clone(),
            rotulo: c.rotulo.clone(),
        };
        Self {
            clave: caso.clave.clone(),
            titulo: caso.titulo.clone(),
            hoy: caso.hoy,
            dificultad: caso.dificultad,
            temas: caso.temas.clone(),
            historia: caso.historia.clone(),
            documentos: caso.documentos.clone(),
            tramite: caso.tramite.as_ref().map(|t| t.guion.clone()),
            calculos: caso.calculos.iter().map(calculo).collect(),
            cifras: caso.esperado.cifras.iter().map(cifra).collect(),
            decide: caso.esperado.decision.is_some(),
        }
    }
}
