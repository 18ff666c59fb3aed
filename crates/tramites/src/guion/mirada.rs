//! What a condition or a rule sees: the answers, the law and today.

use super::Respuestas;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;

/// The answers seen from one place of the form, with the law in force and today's date.
#[derive(Clone, Copy, Debug)]
pub struct Mirada<'a> {
    /// The answers.
    pub respuestas: &'a Respuestas,
    /// The law.
    pub normativa: &'a Normativa,
    /// The day it is presented.
    pub hoy: NaiveDate,
    /// Path of the block that is being looked at, with its dot at the end; empty for the whole.
    pub prefijo: &'a str,
}

impl<'a> Mirada<'a> {
    /// The whole form, on a day.
    pub fn nueva(respuestas: &'a Respuestas, normativa: &'a Normativa, hoy: NaiveDate) -> Self {
        Self {
            respuestas,
            normativa,
            hoy,
            prefijo: "",
        }
    }

    /// The answer at a path, without spaces around it.
    pub fn valor(&self, ruta: &str) -> &'a str {
        self.respuestas.texto(ruta).trim()
    }

    /// The answer of the same block.
    pub fn aqui(&self, campo: &str) -> &'a str {
        self.valor(&[self.prefijo, campo].concat())
    }

    /// Whether the answer at a path is one of these.
    pub fn es(&self, ruta: &str, valores: &[&str]) -> bool {
        valores.contains(&self.valor(ruta))
    }

    /// Whether the answer at a path is yes.
    pub fn afirma(&self, ruta: &str) -> bool {
        self.valor(ruta) == "si"
    }
}
