//! Kinds of question.

use super::Mirada;
use serde::Serialize;
use ventanilla_reglas::identificador::{Tipo, Uso};

/// What kind of answer a question takes. The answer is always kept as the text that was typed.
#[derive(Clone, Copy, Debug)]
pub enum Clase {
    /// Free text.
    Texto {
        /// Most characters.
        maximo: usize,
        /// Lines of the box.
        renglones: u8,
    },
    /// RFC, CURP, NSS …: put in its plain form and decoded.
    Identificador(Tipo, Uso),
    /// A civil date.
    Fecha {
        /// Whether a day after today makes sense.
        futura: bool,
    },
    /// A month of a year, kept as `AAAA-MM`.
    Mes,
    /// Pesos, two decimals.
    Dinero,
    /// Percent, up to five decimals.
    Porcentaje,
    /// A whole number.
    Entero {
        /// Least.
        minimo: u32,
        /// Most.
        maximo: u32,
    },
    /// One of a few choices, all in sight.
    Opcion(&'static [Opcion]),
    /// One of many choices, in a list.
    Lista(&'static [Opcion]),
    /// Yes or no.
    SiNo,
    /// One of the 32 entidades federativas, by its key in the CURP.
    Entidad,
    /// A fracción of the catalogue of activities, found by words.
    Fraccion,
    /// Ten digits.
    Telefono,
    /// E-mail address.
    Correo,
    /// Something that must be accepted, with a tick.
    Aceptacion,
    /// The medical questionnaire of a person: the answer says that it was answered, never what (RACERF 81, 98).
    Cuestionario,
    /// Which of these documents are at hand; the list may depend on the other answers.
    Documentos(fn(&Mirada<'_>) -> Vec<Documento>),
}

/// A choice.
#[derive(Debug)]
pub struct Opcion {
    /// Its value in the record.
    pub valor: &'static str,
    /// Its words.
    pub rotulo: &'static str,
    /// What it means; may be empty.
    pub ayuda: &'static str,
}

/// A choice without help.
pub const fn opcion(valor: &'static str, rotulo: &'static str, ayuda: &'static str) -> Opcion {
    Opcion { valor, rotulo, ayuda }
}

/// A document that the trámite asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Documento {
    /// Its key.
    pub clave: String,
    /// Its name, with what it must show.
    pub titulo: String,
    /// Where the list was read, and how sure we are.
    pub fuente: String,
}

impl Clase {
    /// The choices, if it has any.
    pub fn opciones(&self) -> &'static [Opcion] {
        match self {
            Self::Opcion(opciones) | Self::Lista(opciones) => opciones,
            _ => &[],
        }
    }
}
