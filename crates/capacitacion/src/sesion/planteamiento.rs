//! What a case asks, and nothing of what it expects. The type has no place for an answer: what is not here cannot leak.

use crate::caso::{Caso, Dificultad, DocumentoDelCaso, Opcion, Tema};
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
    /// The data of the calculations that are asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub datos: Vec<DatoPedido>,
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
    /// Whether it is worked out on paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub a_mano: bool,
}

/// A datum of a calculation to be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatoPedido {
    /// Its key in the case.
    pub clave: String,
    /// What is asked.
    pub rotulo: String,
    /// What can be answered; empty for anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opciones: Vec<Opcion>,
}

/// A figure to be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CifraPedida {
    /// Its key in the case.
    pub clave: String,
    /// What it is.
    pub rotulo: String,
    /// What can be answered; empty for a figure, a date or a word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opciones: Vec<Opcion>,
}

impl From<&Caso> for Planteamiento {
    fn from(caso: &Caso) -> Self {
        let calculo = |c: &crate::caso::Calculo| CalculoPedido {
            clave: c.clave.clone(),
            titulo: c.titulo.clone(),
            operacion: c.operacion.clone(),
            a_mano: c.a_mano,
        };
        let dato = |c: &crate::caso::CampoEsperado| DatoPedido {
            clave: c.clave.clone(),
            rotulo: c.rotulo.clone(),
            opciones: c.opciones.clone(),
        };
        let cifra = |c: &crate::caso::CifraEsperada| CifraPedida {
            clave: c.clave.clone(),
            rotulo: c.rotulo.clone(),
            opciones: c.opciones.clone(),
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
            datos: caso.datos().map(dato).collect(),
            cifras: caso.esperado.cifras.iter().map(cifra).collect(),
            decide: caso.esperado.decision.is_some(),
        }
    }
}
