//! Made-up workbooks of emisión, as IDSE gives them: for tests, examples and training. Fictitious people only.

mod biff;
mod hojas;

use super::tipos::{Emision, HojaDeTexto};
use std::io::{Cursor, Write};

pub use hojas::PRIMERA_FILA;

/// Rows that the binary format has.
const FILAS: usize = 65_536;

/// Writes the binary `.xls` of an emisión (BIFF8 in an OLE container). Its rows begin at [`PRIMERA_FILA`], whatever
/// `fila` says; those beyond the 65,536 that the format has are left out. Findings are not written.
#[must_use]
#[allow(clippy::missing_panics_doc)] // writing to memory does not fail
pub fn escribir(emision: &Emision) -> Vec<u8> {
    let flujo = biff::libro(&hojas::hojas(emision));
    let memoria = Cursor::new(Vec::new());
    let escrito = cfb::CompoundFile::create_with_version(cfb::Version::V3, memoria).and_then(|mut libro| {
        libro.create_stream("Workbook")?.write_all(&flujo)?;
        libro.flush()?;
        Ok(libro.into_inner().into_inner())
    });
    escrito.expect("memory can always be written")
}

/// The same workbook as sheets of text, as the reader of the binary file gives them.
#[must_use]
pub fn hojas_de_texto(emision: &Emision) -> Vec<HojaDeTexto> {
    hojas::hojas(emision).into_iter().map(hojas::Hoja::en_texto).collect()
}
