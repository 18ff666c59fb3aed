//! What was typed of a batch, as it is kept and undone.

use super::columnas::columna;
use super::politicas::Politicas;
use serde::{Deserialize, Serialize};
use ventanilla_reglas::cuotas::Area;

/// Version of the record.
pub const FORMATO: u16 = 1;

/// Most rows of one batch here. The control record counts up to 999,999; a page with more than these is not usable.
pub const RENGLONES: usize = 5000;

/// A row, cell by cell, in the order of the columns. Cells at the end may be missing: they are empty.
pub type Fila = Vec<String>;

/// A batch of movements, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lote {
    /// Version of the record.
    pub formato: u16,
    /// Registro patronal of every movement.
    #[serde(default)]
    pub registro_patronal: String,
    /// Number of the guía, five digits.
    #[serde(default)]
    pub guia: String,
    /// Area of the minimum wage: `general` or `zlfn`; empty is general.
    #[serde(default)]
    pub area: String,
    /// The day it is presented; empty is today.
    #[serde(default)]
    pub presentacion: String,
    /// How what is doubtful of the layout is written.
    #[serde(default)]
    pub politicas: Politicas,
    /// The rows.
    #[serde(default)]
    pub filas: Vec<Fila>,
}

impl Default for Lote {
    fn default() -> Self {
        Self {
            formato: FORMATO,
            registro_patronal: String::new(),
            guia: String::new(),
            area: String::new(),
            presentacion: String::new(),
            politicas: Politicas::default(),
            filas: Vec::new(),
        }
    }
}

impl Lote {
    /// The text of a cell, without spaces around it.
    pub fn celda(&self, fila: usize, columna: usize) -> &str {
        self.filas.get(fila).map_or("", |f| texto(f, columna))
    }

    /// Whether no row has anything.
    pub fn sin_filas(&self) -> bool {
        self.filas.iter().all(en_blanco)
    }

    /// Whether nothing was typed.
    pub fn vacio(&self) -> bool {
        self.sin_filas() && self.registro_patronal.is_empty() && self.guia.is_empty()
    }

    /// The next batch of the same employer: who presents and how, without rows nor the day. Of one that had no rows, or of
    /// the sample, nothing.
    pub fn siguiente(&self) -> Self {
        if self.sin_filas() || self.registro_patronal == super::ejemplo::REGISTRO {
            return Self::default();
        }
        Self {
            presentacion: String::new(),
            filas: Vec::new(),
            ..self.clone()
        }
    }

    /// The area of the minimum wage.
    pub fn area(&self) -> Area {
        if self.area == Area::Zlfn.clave() {
            Area::Zlfn
        } else {
            Area::General
        }
    }

    /// Adds rows at the end, in place of the blank ones; says how many fit. A registro patronal that all of them share
    /// goes up to the batch if it has none.
    pub fn agregar(&mut self, nuevas: Vec<Fila>) -> usize {
        self.filas.retain(|f| !en_blanco(f));
        let caben = RENGLONES.saturating_sub(self.filas.len()).min(nuevas.len());
        self.filas.extend(nuevas.into_iter().take(caben));
        self.subir_el_registro();
        caben
    }

    /// Leaves the registro patronal in the rows only where it is another.
    fn subir_el_registro(&mut self) {
        if self.registro_patronal.is_empty() {
            let primero = self.filas.iter().map(|f| texto(f, columna::RP)).find(|t| !t.is_empty());
            self.registro_patronal = primero.unwrap_or_default().to_owned();
        }
        let propio = ventanilla_reglas::identificador::normalizar(&self.registro_patronal);
        for celda in self.filas.iter_mut().filter_map(|f| f.get_mut(columna::RP)) {
            if ventanilla_reglas::identificador::normalizar(celda) == propio {
                celda.clear();
            }
        }
    }
}

/// The text of a cell, without spaces around it.
pub(super) fn texto(fila: &Fila, columna: usize) -> &str {
    fila.get(columna).map_or("", |c| c.trim())
}

/// Whether nothing was typed in a row.
pub(super) fn en_blanco(fila: &Fila) -> bool {
    fila.iter().all(|c| c.trim().is_empty())
}
