//! A repeated block that is drawn as a list, one row each: hundreds of people do not fit in as many forms.

use super::{Bloque, Guion, Mirada, Pregunta, Revision};
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;

/// What a list needs besides its questions, which are its columns.
#[derive(Clone, Copy, Debug)]
pub struct Lista {
    /// Reads rows that were pasted or came in a file.
    pub leer: fn(&Mirada<'_>, &str) -> Pegado,
    /// Title of the column that the dictamen fills in ([`crate::camino::Dictamen::por_fila`]), if it has one.
    pub calculada: Option<&'static str>,
}

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pegado {
    /// The rows: for each, the question of every cell and its text.
    pub filas: Vec<Vec<(&'static str, String)>>,
    /// What a person should know of it: what was not used, and why.
    pub avisos: Vec<String>,
}

impl Bloque {
    /// How it is drawn as a list, if it is.
    pub fn lista(&self) -> Option<&Lista> {
        self.repetido.as_ref()?.lista.as_ref()
    }

    /// The questions that each one of a list is asked, also while it has none.
    pub fn columnas(&'static self, m: &Mirada<'_>) -> Vec<&'static Pregunta> {
        let prefijo = self.ruta(Some(0), "");
        let mirada = Mirada {
            prefijo: &prefijo,
            ..*m
        };
        self.preguntas.iter().filter(|p| (p.cuando)(&mirada)).collect()
    }
}

impl Guion {
    /// The same, from the answers read.
    pub fn columnas(
        &'static self,
        bloque: &'static Bloque,
        revision: &Revision,
        normativa: &Normativa,
        hoy: NaiveDate,
    ) -> Vec<&'static Pregunta> {
        bloque.columnas(&Mirada::nueva(&revision.valores, normativa, hoy))
    }
}
