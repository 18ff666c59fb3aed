//! What a training case is. One JSON document a case; a key that is not known is refused by name.
//!
//! To write one: put the file in `casos/`, its name in [`crate::biblioteca`], and run
//! `cargo run -p ventanilla-capacitacion --example verificar`, which says what the rules say of it and what of it does not
//! stand. Fictitious people only (NSS of the subdelegación 99, registros of the municipality Z99). What the story says on a
//! day that moves in variants (`moldes.semanas`) is written whole, `17 de noviembre de 2026`.
//!
//! ```
//! use ventanilla_capacitacion::{caso::Caso, verificar::verificar};
//! let caso = Caso::leer(r#"{
//!   "formato": 1, "clave": "Z1", "titulo": "El puente", "fuente": "Propio", "hoy": "2026-11-10",
//!   "dificultad": "basica", "temas": ["plazos"],
//!   "historia": ["El primer trabajador empezó el 9 de noviembre de 2026. ¿Hasta cuándo hay?"],
//!   "documentos": [],
//!   "calculos": [{ "clave": "plazo", "titulo": "Los cinco días", "operacion": "plazo",
//!                  "entrada": { "desde": "2026-11-09", "dias_habiles": 5, "clase": "tramite" } }],
//!   "esperado": { "cifras": [{ "clave": "vence", "rotulo": "Último día", "de": ["plazo:/vence"], "valor": "2026-11-17",
//!                              "porque": "El 16 es inhábil.", "fundamento": ["LSS 15 I"],
//!                              "trampas": [{ "valor": "2026-11-14", "error": "Contó días naturales" }] }] },
//!   "pistas": ["Mire el calendario."]
//! }"#).expect("se lee");
//! assert_eq!(verificar(&caso, &ventanilla_normativa::Normativa::publicada()), []);
//! ```

mod decision;
mod documento;
mod esperado;
mod leer;
mod moldes;
mod tema;

pub use decision::{Apoyo, Decision, DecisionEsperada, Que};
pub use documento::{ClaseDeDocumento, Dato, DocumentoDelCaso};
pub use esperado::{
    CampoEsperado, CifraEsperada, CifraTramposa, Esperado, HallazgoEsperado, Hallazgos, Opcion, Trampa,
};
pub use leer::ErrorDeCaso;
pub use moldes::{Empresa, Moldes, Persona};
pub use tema::{Dificultad, Tema};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ventanilla_reglas::fecha::Fecha;

/// Version of the format of a case that this program reads.
pub const FORMATO: u16 = 1;

/// Name under which the figures and fields of the trámite are known: `tramite:opcion.modalidad`.
pub const TRAMITE: &str = "tramite";

/// A training case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caso {
    /// Version of this format; [`FORMATO`].
    pub formato: u16,
    /// Its key, unique (`R1`).
    pub clave: String,
    /// Its title, which gives nothing away.
    pub titulo: String,
    /// Where it comes from.
    pub fuente: String,
    /// Today, in the story.
    pub hoy: Fecha,
    /// How hard it is.
    pub dificultad: Dificultad,
    /// What it trains.
    pub temas: Vec<Tema>,
    /// The story, by paragraphs.
    pub historia: Vec<String>,
    /// What is on the counter.
    pub documentos: Vec<DocumentoDelCaso>,
    /// The trámite it exercises, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tramite: Option<Tramite>,
    /// The calculations it exercises, in order: one may take figures of those before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calculos: Vec<Calculo>,
    /// What is expected of who solves it.
    pub esperado: Esperado,
    /// Hints, from the lightest to the one that almost says it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pistas: Vec<String>,
    /// What may change in a variant.
    #[serde(default)]
    pub moldes: Moldes,
}

/// The trámite that a case exercises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tramite {
    /// Key of its form (`registro_patronal`).
    pub guion: String,
    /// The record that a perfect trainee would send, as it travels.
    pub contenido: Value,
}

/// A calculation that a case exercises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calculo {
    /// Its key in this case (`plazo`).
    pub clave: String,
    /// What it is, for the trainee.
    pub titulo: String,
    /// The operation of the contract.
    pub operacion: String,
    /// Whether it is worked out on paper: no screen takes these data as the story gives them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub a_mano: bool,
    /// Its right input. Where a value is `{"$suma": ["cuotas:/totales/retiro", …]}`, the sum of those figures;
    /// one with a `-` before it is taken away.
    pub entrada: Value,
}

impl Caso {
    /// The data of its calculations that are asked, in order: those of a trámite are answered in its form.
    pub fn datos(&self) -> impl Iterator<Item = &CampoEsperado> {
        let del_tramite = |c: &&CampoEsperado| c.clave.split_once(':').is_some_and(|(donde, _)| donde == TRAMITE);
        self.esperado.campos.iter().filter(move |c| !del_tramite(c))
    }

    /// Points of everything that is expected of it, by aspect: fields, findings, figures, decision. What must not be
    /// reported has none: it only takes away.
    pub fn pesos(&self) -> [u32; 4] {
        let e = &self.esperado;
        [
            e.campos.iter().map(|c| c.peso).sum(),
            e.hallazgos.deben.iter().map(|h| h.peso).sum(),
            e.cifras.iter().map(|c| c.peso).sum(),
            e.decision.as_ref().map_or(0, |d| d.peso),
        ]
    }
}
