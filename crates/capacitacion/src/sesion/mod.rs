//! What an instructor hands out and collects. Three files, each with its version:
//!
//! | file | who has it | what it carries |
//! |---|---|---|
//! | [`Sesion`] | the instructor | the cases whole, how they are graded: secret |
//! | [`Reparto`] | the trainee | practice: the cases whole, to be graded at once; exam: what is asked and nothing else |
//! | [`Resultados`] | the trainee, then the instructor | attempts; the instructor's side grades them with the session |

mod csv;
mod grupo;
mod planteamiento;
mod reparto;
mod resultados;

pub use csv::{csv_de_fallados, csv_de_temas, csv_del_grupo};
pub use grupo::{DelCasoEnGrupo, DelTema, Fallado, Resumen, resumir};
pub use planteamiento::{CalculoPedido, CifraPedida, DatoPedido, Planteamiento};
pub use reparto::{Examen, Practica, Reparto};
pub use resultados::{Aprendiz, DelAprendiz, DelCaso, Resultados};

use crate::calificar::Criterio;
use crate::caso::Caso;
use crate::variante::{SinVariante, huella, variante};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use ventanilla_normativa::Normativa;

/// Version of the three files that this program writes and reads.
pub const FORMATO: u16 = 1;

/// Most cases of a session.
pub const CASOS: usize = 100;

/// What an instructor prepares. It carries the answers: it is never handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sesion {
    /// Version of this format; [`FORMATO`].
    pub formato: u16,
    /// Its key, which ties the files together.
    pub clave: String,
    /// Its title.
    pub titulo: String,
    /// Words for the trainees; may be empty.
    #[serde(default)]
    pub instrucciones: String,
    /// Whether it is practice or an exam.
    pub modo: Modo,
    /// In which order the cases come.
    #[serde(default)]
    pub orden: Orden,
    /// Whether each trainee gets variants of their own, of the cases that have them.
    #[serde(default)]
    pub variantes: bool,
    /// Seconds there are for the whole; none, as long as one likes. Each case may have its own in the criterion.
    #[serde(default)]
    pub limite: Option<u32>,
    /// How the attempts are graded.
    #[serde(default)]
    pub criterio: Criterio,
    /// The cases.
    pub casos: Vec<DeLaSesion>,
}

/// A case of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeLaSesion {
    /// What it weighs in the session, 1 or more.
    #[serde(default = "uno")]
    pub peso: u16,
    /// The case, whole: a session is graded with the cases it was made with.
    pub caso: Caso,
}

fn uno() -> u16 {
    1
}

/// Practice or exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modo {
    /// Graded at once, with its reasons; hints at hand.
    Practica,
    /// Graded by the instructor; no hints.
    Examen,
}

/// The order of the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orden {
    /// That of the session.
    #[default]
    Fijo,
    /// Another for each trainee.
    PorAprendiz,
}

/// Why a file of a session cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorDeSesion {
    /// It cannot be read.
    Archivo(String),
    /// It is of another version.
    Formato(u16),
    /// It says something that cannot be.
    Malo(String),
    /// The results are of another session.
    OtraSesion(String),
    /// A case of the session has no variant for a trainee.
    Variante(String, SinVariante),
}

impl fmt::Display for ErrorDeSesion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archivo(detalle) => write!(f, "El archivo no se puede leer. {detalle}"),
            Self::Formato(formato) => write!(
                f,
                "El archivo es de la versión {formato} y aquí se lee la {FORMATO}. Pida uno hecho con esta versión."
            ),
            Self::Malo(detalle) => f.write_str(detalle),
            Self::OtraSesion(clave) => write!(f, "Estos resultados son de la sesión «{clave}», no de ésta."),
            Self::Variante(caso, porque) => write!(f, "{caso}: {porque}"),
        }
    }
}

impl std::error::Error for ErrorDeSesion {}

/// A file of a session: it knows its version.
pub trait Archivo: Serialize + DeserializeOwned {
    /// Version of the format it was written in.
    fn formato(&self) -> u16;

    /// Reads it; a key that is not known, or another version, is refused.
    ///
    /// # Errors
    /// [`ErrorDeSesion::Archivo`], [`ErrorDeSesion::Formato`].
    fn leer(texto: &str) -> Result<Self, ErrorDeSesion> {
        // the version first: a file of another one may have any keys
        #[derive(Deserialize)]
        struct Version {
            formato: u16,
        }
        if let Ok(Version { formato }) = serde_json::from_str(texto)
            && formato != FORMATO
        {
            return Err(ErrorDeSesion::Formato(formato));
        }
        ventanilla_reglas::entrada::leer(texto).map_err(|h| {
            let donde = if h.campo.is_empty() {
                String::new()
            } else {
                format!("En «{}»: ", h.campo)
            };
            ErrorDeSesion::Archivo([donde, h.mensaje].concat())
        })
    }

    /// Writes it.
    fn escribir(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Archivo for Sesion {
    fn formato(&self) -> u16 {
        self.formato
    }
}

impl Sesion {
    /// A session with these cases and everything else by default.
    pub fn nueva(clave: &str, titulo: &str, modo: Modo, casos: Vec<Caso>) -> Self {
        Self {
            formato: FORMATO,
            clave: clave.to_owned(),
            titulo: titulo.to_owned(),
            instrucciones: String::new(),
            modo,
            orden: Orden::default(),
            variantes: false,
            limite: None,
            criterio: Criterio::default(),
            casos: casos.into_iter().map(|caso| DeLaSesion { peso: 1, caso }).collect(),
        }
    }

    /// What is wrong with it, in words; empty when it can be handed out.
    pub fn revisar(&self) -> Vec<String> {
        let mut mal = Vec::new();
        let mut si = |cierto: bool, texto: &str| {
            if cierto {
                mal.push(texto.to_owned());
            }
        };
        si(self.clave.trim().is_empty(), "Falta la clave de la sesión.");
        si(self.titulo.trim().is_empty(), "Falta el título de la sesión.");
        si(self.casos.is_empty(), "La sesión no tiene casos: agregue al menos uno.");
        si(
            self.casos.len() > CASOS,
            "La sesión tiene más de cien casos: repártalos en varias.",
        );
        si(
            self.casos.iter().any(|c| c.peso == 0),
            "El peso de cada caso es 1 o más.",
        );
        let p = self.criterio.pesos;
        let pesos = [p.campos, p.hallazgos, p.cifras, p.decision];
        si(
            pesos.iter().all(|p| *p == 0),
            "Todos los pesos están en cero: dé peso al menos a un aspecto.",
        );
        let mut vistas = BTreeSet::new();
        for suyo in &self.casos {
            if !vistas.insert(suyo.caso.clave.as_str()) {
                mal.push(format!("El caso «{}» está dos veces.", suyo.caso.clave));
            }
            mal.extend(suyo.caso.revisar().iter().map(ToString::to_string));
            // an aspect with weight has to exist in the case, or nothing of it would count
            let cuenta = suyo
                .caso
                .pesos()
                .iter()
                .zip(pesos)
                .any(|(hay, pesa)| *hay > 0 && pesa > 0);
            if !cuenta {
                mal.push(format!("En el caso «{}» ningún aspecto tiene peso.", suyo.caso.clave));
            }
        }
        mal
    }

    /// The cases that a trainee gets, in their order, each with its place in the session.
    ///
    /// # Errors
    /// [`ErrorDeSesion::Variante`].
    pub(crate) fn de(&self, aprendiz: &str, normativa: &Normativa) -> Result<Vec<(usize, Caso)>, ErrorDeSesion> {
        let semilla = huella(&[self.clave.as_str(), "\n", aprendiz].concat());
        let mut suyos = Vec::with_capacity(self.casos.len());
        for (lugar, DeLaSesion { caso, .. }) in self.casos.iter().enumerate() {
            // short seeds make keys that can be read
            let suya = if self.variantes {
                variante(caso, semilla % 1_000_000, normativa)
            } else {
                Ok(caso.clone())
            };
            match suya {
                Ok(suya) => suyos.push((lugar, suya)),
                Err(SinVariante::SinMoldes) => suyos.push((lugar, caso.clone())),
                Err(porque) => return Err(ErrorDeSesion::Variante(caso.clave.clone(), porque)),
            }
        }
        if self.orden == Orden::PorAprendiz {
            suyos.sort_by_key(|(_, caso)| huella(&[aprendiz, "\n", &caso.clave].concat()) ^ semilla);
        }
        Ok(suyos)
    }
}
