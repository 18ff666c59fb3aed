//! What a trainee gets of a session.

use super::{Aprendiz, Archivo, ErrorDeSesion, FORMATO, Modo, Planteamiento, Sesion};
use crate::calificar::Criterio;
use crate::caso::Caso;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// What a trainee gets: one file or the other, as the session is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reparto {
    /// To be graded at once.
    Practica(Practica),
    /// To be graded by the instructor.
    Examen(Examen),
}

/// A practice: it carries the answers, since it is graded where it is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practica {
    /// Version of this format.
    pub formato: u16,
    /// Key of the session.
    pub sesion: String,
    /// Its title.
    pub titulo: String,
    /// Words for the trainees.
    pub instrucciones: String,
    /// For whom it is.
    pub aprendiz: Aprendiz,
    /// Seconds there are.
    pub limite: Option<u32>,
    /// How it is graded.
    pub criterio: Criterio,
    /// The cases, in their order.
    pub casos: Vec<Caso>,
}

/// An exam: what is asked, and nothing of what is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examen {
    /// Version of this format.
    pub formato: u16,
    /// Key of the session.
    pub sesion: String,
    /// Its title.
    pub titulo: String,
    /// Words for the trainees.
    pub instrucciones: String,
    /// For whom it is.
    pub aprendiz: Aprendiz,
    /// Seconds there are for the whole.
    pub limite: Option<u32>,
    /// Seconds there are for each case.
    pub limite_por_caso: Option<u32>,
    /// How many times each case may be tried.
    pub intentos: Option<u32>,
    /// What is asked, in its order.
    pub casos: Vec<Planteamiento>,
}

impl Archivo for Practica {
    fn formato(&self) -> u16 {
        self.formato
    }
}

impl Archivo for Examen {
    fn formato(&self) -> u16 {
        self.formato
    }
}

impl Sesion {
    /// What a trainee gets of this session. Without variants nor an order of their own, everybody gets the same but for
    /// their name.
    ///
    /// # Errors
    /// [`ErrorDeSesion::Malo`] when it cannot be handed out, [`ErrorDeSesion::Variante`].
    pub fn repartir(&self, aprendiz: &Aprendiz, normativa: &Normativa) -> Result<Reparto, ErrorDeSesion> {
        if let Some(primero) = self.revisar().into_iter().next() {
            return Err(ErrorDeSesion::Malo(primero));
        }
        let casos: Vec<Caso> = self
            .de(&aprendiz.clave, normativa)?
            .into_iter()
            .map(|(_, caso)| caso)
            .collect();
        Ok(match self.modo {
            Modo::Practica => Reparto::Practica(Practica {
                formato: FORMATO,
                sesion: self.clave.clone(),
                titulo: self.titulo.clone(),
                instrucciones: self.instrucciones.clone(),
                aprendiz: aprendiz.clone(),
                limite: self.limite,
                criterio: self.criterio.clone(),
                casos,
            }),
            Modo::Examen => Reparto::Examen(Examen {
                formato: FORMATO,
                sesion: self.clave.clone(),
                titulo: self.titulo.clone(),
                instrucciones: self.instrucciones.clone(),
                aprendiz: aprendiz.clone(),
                limite: self.limite,
                limite_por_caso: self.criterio.tiempo.limite,
                intentos: self.criterio.intentos.maximo,
                casos: casos.iter().map(Planteamiento::from).collect(),
            }),
        })
    }
}

impl Reparto {
    /// The file.
    pub fn escribir(&self) -> String {
        match self {
            Self::Practica(practica) => practica.escribir(),
            Self::Examen(examen) => examen.escribir(),
        }
    }
}
