//! The medical questionnaire of one person (RACERF 81, 98). Its answers live in memory while it is filled in, and nowhere
//! else: what stays of it is that it was answered, or that the Institute has to look at it. So nothing here can be
//! serialised, and printing it for debugging says nothing.
//!
//! The literal text of the official form is not established; the questions are the causes of RACERF 82 and the sequels of
//! RACERF 84 XII and XIII, and say so.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fmt;
use ventanilla_normativa::{Confianza, Normativa, Tabla};

/// What stays of a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resultado {
    /// It was answered and declares nothing of the list.
    Contestado,
    /// It was answered, and the Institute has to decide (RACERF 82).
    Revision,
    /// It is handed in on paper.
    Papel,
}

impl Resultado {
    /// Every one.
    pub const TODOS: [Self; 3] = [Self::Contestado, Self::Revision, Self::Papel];

    /// The word of the record.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Contestado => "contestado",
            Self::Revision => "revision",
            Self::Papel => "papel",
        }
    }

    /// In words.
    pub fn rotulo(self) -> &'static str {
        match self {
            Self::Contestado => "Contestado",
            Self::Revision => "Contestado; lo revisa el Instituto",
            Self::Papel => "Se entrega en papel",
        }
    }

    /// The result with this word.
    pub fn de_clave(clave: &str) -> Option<Self> {
        Self::TODOS.into_iter().find(|r| r.clave() == clave)
    }
}

/// One question, to be answered yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreguntaMedica {
    /// Its key in the table.
    pub clave: String,
    /// What is asked about.
    pub texto: String,
    /// The article.
    pub fundamento: String,
    /// Whether the practice of today could be confirmed.
    pub verificada: bool,
}

/// Sequels that are never covered (RACERF 84 XII, XIII): they are asked about too.
const SECUELAS: [&str; 2] = ["12", "13"];

/// The questions of a day.
pub fn preguntas(normativa: &Normativa, fecha: NaiveDate) -> Vec<PreguntaMedica> {
    let de = |tabla: Tabla| normativa.filas(tabla).filter(move |f| f.rige(fecha));
    let secuelas = de(Tabla::Exclusiones).filter(|f| SECUELAS.contains(&f.clave.as_ref()));
    let mut preguntas: Vec<PreguntaMedica> = Vec::new();
    for fila in de(Tabla::Preexistencias).chain(secuelas) {
        // a row of the suplemento comes first and takes the place of the published one
        if preguntas.iter().all(|p| p.clave != fila.clave) {
            preguntas.push(PreguntaMedica {
                clave: fila.clave.to_string(),
                texto: fila.nota.to_string(),
                fundamento: fila.fundamento.to_string(),
                verificada: fila.confianza != Confianza::Baja,
            });
        }
    }
    preguntas
}

/// The answers of one person, in memory.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cuestionario(BTreeMap<String, bool>);

impl fmt::Debug for Cuestionario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cuestionario(…)")
    }
}

impl Cuestionario {
    /// Answers a question.
    pub fn contestar(&mut self, clave: &str, si: bool) {
        self.0.insert(clave.to_owned(), si);
    }

    /// The answer to a question, if there is one.
    pub fn respuesta(&self, clave: &str) -> Option<bool> {
        self.0.get(clave).copied()
    }

    /// The first question without an answer.
    pub fn pendiente<'p>(&self, preguntas: &'p [PreguntaMedica]) -> Option<&'p PreguntaMedica> {
        preguntas.iter().find(|p| !self.0.contains_key(&p.clave))
    }

    /// What stays of it, once every question was answered. Which one was answered with yes leaves no trace.
    pub fn resultado(&self, preguntas: &[PreguntaMedica]) -> Option<Resultado> {
        if self.pendiente(preguntas).is_some() {
            return None;
        }
        let declara = preguntas.iter().any(|p| self.respuesta(&p.clave) == Some(true));
        Some(if declara {
            Resultado::Revision
        } else {
            Resultado::Contestado
        })
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn whatever_is_declared_leaves_the_same_trace() {
        let normativa = Normativa::publicada();
        let preguntas = preguntas(&normativa, Normativa::corte());
        assert_eq!(preguntas.len(), 17, "15 causes and 2 sequels");
        let mut nada = Cuestionario::default();
        for pregunta in &preguntas {
            assert_eq!(nada.resultado(&preguntas), None);
            nada.contestar(&pregunta.clave, false);
        }
        assert_eq!(nada.resultado(&preguntas), Some(Resultado::Contestado));
        for pregunta in &preguntas {
            let mut una = nada.clone();
            una.contestar(&pregunta.clave, true);
            assert_eq!(
                una.resultado(&preguntas),
                Some(Resultado::Revision),
                "{}",
                pregunta.clave
            );
            assert_eq!(format!("{una:?}"), format!("{nada:?}"));
        }
    }
}
