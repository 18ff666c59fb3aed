//! What a trainee handed in of a case.

use crate::caso::{Caso, Decision};
use crate::resolver::Resuelto;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_tramites::guion::Respuestas;

/// An attempt at a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Intento {
    /// Key of the case.
    pub caso: String,
    /// Which attempt it is, from 1.
    pub numero: u32,
    /// The answers of the trámite, as they were typed.
    pub respuestas: Respuestas,
    /// The data that the calculations were made with, by their key in the case (`cuotas:/patron/prima_rt`), as they were
    /// typed.
    pub datos: BTreeMap<String, String>,
    /// Codes of what was reported.
    pub hallazgos: BTreeSet<String>,
    /// The figures, by their key in the case, as they were typed.
    pub cifras: BTreeMap<String, String>,
    /// The decision.
    pub decision: Option<Decision>,
    /// Seconds it took.
    pub segundos: u32,
    /// How many hints were opened.
    pub pistas: u32,
}

impl Intento {
    /// The attempt of who knows everything: what the case expects, handed in as it is. It scores a hundred; the screens
    /// show it as the solution.
    pub fn perfecto(caso: &Caso, resuelto: &Resuelto) -> Self {
        let e = &caso.esperado;
        Self {
            caso: caso.clave.clone(),
            numero: 1,
            respuestas: resuelto
                .tramite
                .as_ref()
                .map(|t| t.respuestas.clone())
                .unwrap_or_default(),
            datos: caso.datos().map(|c| (c.clave.clone(), c.valor.clone())).collect(),
            hallazgos: e.hallazgos.deben.iter().map(|h| h.codigo.clone()).collect(),
            cifras: e.cifras.iter().map(|c| (c.clave.clone(), c.valor.clone())).collect(),
            decision: e.decision.as_ref().map(|d| d.decision.clone()),
            segundos: 0,
            pistas: 0,
        }
    }
}
