//! Findings on a workbook: what is wrong, where, how to mend it. Bounded: a file that is all wrong says so once a place,
//! two hundred times, and how many more there are.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Findings kept of each list.
const TOPE: usize = 200;

/// One thing that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hallazgo {
    /// A stable code: `emision.importe`.
    pub codigo: String,
    /// Sheet it is in, as its tab says; empty if it is about the whole workbook.
    pub hoja: String,
    /// Row of the sheet, from 1; none if it is about the whole sheet.
    pub fila: Option<u32>,
    /// Letter of the column; empty if it is about the whole row.
    pub columna: String,
    /// What is wrong (es-MX), a whole sentence.
    pub mensaje: String,
    /// How to mend it (es-MX), a whole sentence.
    pub remedio: String,
}

impl fmt::Display for Hallazgo {
    /// `Hoja «Movimientos EMA Abril 2026», fila 7, columna G: … …`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.hoja.is_empty() {
            write!(f, "Hoja «{}»", self.hoja)?;
            if let Some(fila) = self.fila {
                write!(f, ", fila {fila}")?;
            }
            if !self.columna.is_empty() {
                write!(f, ", columna {}", self.columna)?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.mensaje)?;
        if !self.remedio.is_empty() {
            write!(f, " {}", self.remedio)?;
        }
        Ok(())
    }
}

/// A bounded list of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hallazgos {
    /// The first ones.
    pub lista: Vec<Hallazgo>,
    /// How many more there are («y N más»).
    pub omitidos: usize,
}

impl Hallazgos {
    /// Adds one, or counts it when the list is full.
    pub fn push(&mut self, hallazgo: Hallazgo) {
        if self.lista.len() < TOPE {
            self.lista.push(hallazgo);
        } else {
            self.omitidos += 1;
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lista.is_empty()
    }

    /// How many there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lista.len() + self.omitidos
    }
}

/// The workbook cannot be used: nothing of it is given, and every reason is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorDeEmision {
    /// The reasons, at least one.
    pub hallazgos: Hallazgos,
}

impl fmt::Display for ErrorDeEmision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, hallazgo) in self.hallazgos.lista.iter().enumerate() {
            let salto = if i == 0 { "" } else { "\n" };
            write!(f, "{salto}{hallazgo}")?;
        }
        match self.hallazgos.omitidos {
            0 => Ok(()),
            n => write!(f, "\ny {n} más"),
        }
    }
}

impl std::error::Error for ErrorDeEmision {}
