//! The batch of movements that IDSE takes: records of 168 positions (DISPMAG), and a control record at the end.
//!
//! | positions | what | reingreso 08 | baja 02 | modificación 07 |
//! |---|---|---|---|---|
//! | 1–11 | registro patronal | = | = | = |
//! | 12–22 | NSS | = | = | = |
//! | 23–49, 50–76, 77–103 | surnames and names | = | = | = |
//! | 104–109 | SBC in cents | yes | zeros | yes |
//! | 110–115 | filler: zeros or spaces ([`Relleno`]) | = | = | = |
//! | 116, 117, 118 | kind of worker, of salary, reduced week | yes | zeros | zeros, as a rule |
//! | 119–126 | date, `DDMMAAAA` | = | = | = |
//! | 127–129 | UMF | yes | spaces | spaces |
//! | 130–131 | spaces | = | = | = |
//! | 132–133 | kind of movement | `08` | `02` | `07` |
//! | 134–138 | guía | = | = | = |
//! | 139–148 | the employer's key of the worker | = | = | = |
//! | 149 | cause of the baja | space | `1`–`9`, `A` | space |
//! | 150–167 | CURP | yes | spaces | yes |
//! | 168 | `9` | = | = | = |
//!
//! Capitals without accents, `Ñ` as `/`, CRLF. What is written is read back exactly.

mod escritura;
mod hallazgo;
mod lectura;

use chrono::NaiveDate;

pub use escritura::{NoCabe, escribir, nombre_de_archivo};
pub use hallazgo::{Hallazgo, Problema, Rechazo};
pub use lectura::{Lectura, Renglon, leer};

/// Positions of a record.
pub const LARGO: usize = 168;

/// Positions of each part of a name.
pub const LARGO_DE_NOMBRE: usize = 27;

/// Positions of the employer's key of the worker.
pub const LARGO_DE_CLAVE: usize = 10;

/// Most movements of a batch: the control record counts with six digits.
pub const MAXIMO: usize = 999_999;

/// A batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lote {
    /// The movements, in order.
    pub movimientos: Vec<Movimiento>,
    /// Number of the guía, five digits.
    pub guia: String,
    /// What fills positions 110 to 115.
    pub relleno: Relleno,
}

/// What fills positions 110 to 115: the sources do not agree for a reingreso.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relleno {
    /// Zeros.
    #[default]
    Ceros,
    /// Spaces.
    Espacios,
}

/// A movement. Texts are capitals without accents (`Ñ` apart) nor spaces to spare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movimiento {
    /// Registro patronal, eleven characters.
    pub registro_patronal: String,
    /// NSS, eleven digits.
    pub nss: String,
    /// First surname.
    pub primer_apellido: String,
    /// Second surname; may be empty.
    pub segundo_apellido: String,
    /// Given names.
    pub nombres: String,
    /// The day it happened.
    pub fecha: NaiveDate,
    /// The employer's key of the worker; may be empty.
    pub clave: String,
    /// What is told.
    pub aviso: Aviso,
}

/// What a movement tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aviso {
    /// 08: somebody comes in.
    Reingreso {
        /// SBC in cents, up to 999,999.
        sbc: u32,
        /// What kind of work it is.
        tipos: Tipos,
        /// Three digits, or empty.
        umf: String,
        /// Eighteen characters, or empty.
        curp: String,
    },
    /// 02: somebody goes.
    Baja {
        /// `1` to `9`, or `A`.
        causa: char,
    },
    /// 07: another salary.
    Modificacion {
        /// SBC in cents, up to 999,999.
        sbc: u32,
        /// Zeros, unless the employer's program writes them.
        tipos: Tipos,
        /// Eighteen characters, or empty.
        curp: String,
    },
}

/// The three digits of positions 116 to 118.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tipos {
    /// Kind of worker.
    pub trabajador: u8,
    /// Kind of salary.
    pub salario: u8,
    /// Reduced week or day.
    pub semana: u8,
}

impl Aviso {
    /// Its key in the file.
    pub fn tipo(&self) -> &'static str {
        match self {
            Self::Reingreso { .. } => "08",
            Self::Baja { .. } => "02",
            Self::Modificacion { .. } => "07",
        }
    }
}
