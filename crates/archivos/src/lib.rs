//! The files people bring to the counter: bytes to tables of text, and back.
//!
//! This floor knows how a file is *written* (encoding, separator, quotes, headers) and nothing about what it
//! *means*: whether an NSS is valid or a wage is too low is for the rules. It never guesses a value.
//!
//! | module | job |
//! |---|---|
//! | [`texto`] | bytes to text (UTF-8, UTF-16, Windows-1252), trimming, comparable names |
//! | [`tabla`] | a CSV exported from a spreadsheet to rows in the order of declared columns, at once or in slices |
//! | [`portapapeles`] | what a spreadsheet puts in the clipboard, and what it accepts from it |
//! | [`escritura`] | rows to a CSV that a spreadsheet opens well and that cannot run as a formula |
//! | [`sua`] | the files that SUA imports, ASEG and MOVT, to typed records and back |
//! | [`idse`] | the batch of 168 positions that IDSE takes, to typed movements and back |
//! | [`emision`] | the workbook of EMA and EBA that an employer downloads from IDSE |
//!
//! Reading the binary workbook itself is behind the feature `xls`: it is heavy, so only the module that loads in a Worker
//! has it, and hands its sheets over as rows of text.
//!
//! ```
//! use ventanilla_archivos::{Columna, Limites, leer_csv};
//! const COLUMNAS: &[Columna] = &[
//!     Columna { clave: "nss", titulo: "Número de seguridad social", sinonimos: &["NSS", "No. de afiliación"] },
//!     Columna { clave: "sdi", titulo: "Salario diario integrado", sinonimos: &["SDI", "SBC"] },
//! ];
//! let lectura = leer_csv(b"SDI;N.S.S.\r\n330,58;99189800040\r\n", COLUMNAS, Limites::default())?;
//! assert_eq!(lectura.filas[0].celdas, ["99189800040", "330,58"]);
//! assert_eq!(lectura.filas[0].renglon_archivo, 2);
//! # Ok::<(), ventanilla_archivos::ErrorDeArchivo>(())
//! ```

mod analizador;
mod conocidos;
pub mod emision;
mod encabezado;
pub mod escritura;
mod formato;
pub mod idse;
mod lector;
mod mensajes;
pub mod portapapeles;
mod separador;
pub mod sua;
pub mod tabla;
pub mod texto;

pub use escritura::{Valor, escribir_csv, plantilla};
pub use formato::Formato;
pub use lector::{Avance, Lector};
pub use mensajes::{Aviso, ErrorDeArchivo};
pub use portapapeles::{escribir_bloque, leer_bloque};
pub use separador::Separador;
pub use tabla::{Columna, ColumnaIgnorada, ColumnaReconocida, Fila, Lectura, Limites, leer_csv};
pub use texto::Codificacion;
