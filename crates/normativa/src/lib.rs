//! Dated facts of the law: what a figure was on a day, and where that is written.
//!
//! Tables live in `data/*.csv`, one a file, all with the same columns ([`COLUMNAS`]); the build script refuses gaps,
//! overlaps and rows without a source. A lookup outside a table's dates is an error that names the table and its last
//! row ([`FueraDeVigencia`]); nothing here has a default value. An operator adds rows at run time with a *suplemento*
//! ([`Normativa::con_suplemento`]).

mod calendario;
mod csv;
mod fila;
mod suplemento;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::fmt;

pub use calendario::{Calendario, Regla, leer_regla};
pub use fila::{COLUMNAS, Confianza, Fila, fecha_iso};
pub use suplemento::{ErrorDeSuplemento, FilaDeSuplemento, exportar_suplemento, leer_suplemento};

include!(concat!(env!("OUT_DIR"), "/tablas.rs"));

/// Used by the generated tables; a wrong date stops the build.
#[allow(clippy::panic)] // reached at compile time only
const fn dia(anio: i32, mes: u32, dia: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(anio, mes, dia) {
        Some(fecha) => fecha,
        None => panic!("fecha imposible"),
    }
}

/// What a table is, and its published rows.
#[derive(Debug)]
pub struct Ficha {
    /// Name of its file, and of the `tabla` column of a suplemento.
    pub id: &'static str,
    /// Title for a person.
    pub titulo: &'static str,
    /// Unit of its values.
    pub unidad: &'static str,
    /// What it is for.
    pub descripcion: &'static str,
    /// It is the text of a law: its last rows may stay open.
    pub ley: bool,
    /// The published rows.
    pub filas: &'static [Fila],
}

impl Tabla {
    /// Every table.
    pub fn todas() -> impl Iterator<Item = Tabla> {
        ORDEN.iter().copied()
    }

    /// Its description and published rows.
    pub fn ficha(self) -> &'static Ficha {
        &FICHAS[self as usize]
    }

    /// The table called `id` in the data files, if there is one.
    pub fn por_id(id: &str) -> Option<Tabla> {
        Self::todas().find(|t| t.ficha().id == id)
    }
}

/// No row of a table rules on a date. It says which row is the last one, and how to supply the missing value.
#[derive(Clone, Debug, PartialEq)]
pub struct FueraDeVigencia {
    /// The table.
    pub tabla: Tabla,
    /// The key looked up (may be empty).
    pub clave: String,
    /// The date looked up.
    pub fecha: NaiveDate,
    /// First day the table covers for that key, and its last row; `None` when the table does not know the key.
    pub cobertura: Option<Box<(NaiveDate, Fila)>>,
}

impl fmt::Display for FueraDeVigencia {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ficha = self.tabla.ficha();
        let serie = if self.clave.is_empty() {
            String::new()
        } else {
            format!(", serie «{}»", self.clave)
        };
        write!(
            f,
            "La tabla «{}»{serie} no tiene valor para el {}.",
            ficha.titulo, self.fecha
        )?;
        match &self.cobertura {
            Some(cobertura) if self.fecha < cobertura.0 => {
                write!(f, " Su primera fila empieza el {}.", cobertura.0)?;
            }
            Some(cobertura) => write!(
                f,
                " Su última fila es {} ({}).",
                cobertura.1.valor,
                cobertura.1.vigencia()
            )?,
            None => write!(f, " La tabla no conoce esa serie.")?,
        }
        write!(
            f,
            " Si ya se publicó, agréguelo como suplemento normativo: tabla «{}», con su fuente.",
            ficha.id
        )
    }
}

impl std::error::Error for FueraDeVigencia {}

/// The set of parameters in force: the published tables and, over them, the operator's suplemento.
#[derive(Clone, Debug, Default)]
pub struct Normativa {
    suplemento: Vec<FilaDeSuplemento>,
}

impl Normativa {
    /// The published tables alone.
    pub fn publicada() -> Self {
        Self::default()
    }

    /// The published tables with the rows of a suplemento (CSV text: `tabla` and then [`COLUMNAS`]). Where both
    /// cover a date, the suplemento rules.
    ///
    /// # Errors
    /// Every row that cannot be taken, with its line and how to mend it.
    pub fn con_suplemento(self, csv: &str) -> Result<Self, Vec<ErrorDeSuplemento>> {
        let filas = leer_suplemento(csv)?;
        Ok(self.con_filas(filas))
    }

    /// The same, with rows already read.
    pub fn con_filas(mut self, filas: Vec<FilaDeSuplemento>) -> Self {
        self.suplemento.extend(filas);
        self
    }

    /// The rows added at run time.
    pub fn suplemento(&self) -> &[FilaDeSuplemento] {
        &self.suplemento
    }

    /// Date of the last check and fingerprint of the published tables, with that of the suplemento if there is one.
    pub fn version(&self) -> String {
        if self.suplemento.is_empty() {
            return VERSION.to_owned();
        }
        let texto = exportar_suplemento(&self.suplemento);
        let mut huella = fnv::FnvHasher::default();
        std::hash::Hasher::write(&mut huella, texto.as_bytes());
        format!("{VERSION}+suplemento.{:016x}", std::hash::Hasher::finish(&huella))
    }

    /// Day on which the published tables were last checked. The rules have no clock: where one needs a "now" to read
    /// a two-digit year, it is this.
    pub fn corte() -> NaiveDate {
        fecha_iso(CORTE).unwrap_or(NaiveDate::MIN)
    }

    /// The row of `tabla` and `clave` that rules on `fecha`.
    ///
    /// # Errors
    /// [`FueraDeVigencia`] when none does.
    pub fn vigente(&self, tabla: Tabla, clave: &str, fecha: NaiveDate) -> Result<&Fila, FueraDeVigencia> {
        self.filas(tabla)
            .find(|f| f.clave == clave && f.rige(fecha))
            .ok_or_else(|| self.fuera(tabla, clave, fecha))
    }

    /// All rows of a table, the suplemento's (latest first) before the published ones.
    pub fn filas(&self, tabla: Tabla) -> impl Iterator<Item = &Fila> {
        let agregadas = self
            .suplemento
            .iter()
            .rev()
            .filter(move |s| s.tabla == tabla)
            .map(|s| &s.fila);
        agregadas.chain(tabla.ficha().filas)
    }

    /// The days after `desde` and up to `hasta` on which the value of `tabla` and `clave` may change, ascending.
    pub fn cambios(&self, tabla: Tabla, clave: &str, desde: NaiveDate, hasta: NaiveDate) -> Vec<NaiveDate> {
        let mut dias: Vec<NaiveDate> = self
            .filas(tabla)
            .filter(|f| f.clave == clave)
            .flat_map(|f| [Some(f.desde), f.hasta.and_then(|h| h.succ_opt())])
            .flatten()
            .filter(|d| desde < *d && *d <= hasta)
            .collect();
        dias.sort_unstable();
        dias.dedup();
        dias
    }

    fn fuera(&self, tabla: Tabla, clave: &str, fecha: NaiveDate) -> FueraDeVigencia {
        let serie = || self.filas(tabla).filter(|f| f.clave == clave);
        let cobertura = serie()
            .map(|f| f.desde)
            .min()
            .zip(serie().max_by_key(|f| f.hasta.unwrap_or(NaiveDate::MAX)).cloned());
        FueraDeVigencia {
            tabla,
            clave: clave.to_owned(),
            fecha,
            cobertura: cobertura.map(Box::new),
        }
    }
}
