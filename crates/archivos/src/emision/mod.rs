//! The *emisión* of the IMSS: EMA (monthly) and EBA (two-monthly), the workbook that an employer downloads from IDSE.
//!
//! It is one binary `.xls` with a sheet of summary and one of movements a kind (`ecosistema.md` §2.4). This module knows
//! how it is *written*, not what it means: whether the IMSS is right is for the *confronta*.
//!
//! Amounts are whole cents: no figure passes through floating point arithmetic on its way here.

mod celda;
#[cfg(feature = "xls")]
mod compuesto;
mod cuadre;
#[cfg(feature = "xls")]
mod envoltura;
mod hallazgo;
mod lectura;
mod mensajes;
mod movimientos;
#[cfg(feature = "muestras")]
pub mod muestra;
mod resumen;
mod tipos;
#[cfg(feature = "xls")]
pub mod xls;

pub use hallazgo::{ErrorDeEmision, Hallazgo, Hallazgos};
pub use lectura::{FILAS_MAXIMAS, de_hojas};
pub use tipos::{Emision, HojaDeTexto, Periodo, RenglonEba, RenglonEma, Resumen, ResumenRcv, TotalesEma};

/// Largest file, in bytes.
pub const BYTES_MAXIMOS: usize = 40 * 1024 * 1024;
