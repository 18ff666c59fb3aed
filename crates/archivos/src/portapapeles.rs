//! The clipboard: what Excel, LibreOffice and Google Sheets put in it as text, and what they take from it.
//!
//! All three use tabs between cells and one line for each row, and put a cell between quotes (doubling its own) when
//! it has a tab or a line end. Excel does *not* quote a cell merely because it has a quote, so a block that holds only
//! such cells is ambiguous; it is read as quoted where that makes sense.

use crate::analizador::{Analizador, Paso};
use crate::escritura::{is_number, protect, quote, unprotect};

/// Reads a block copied from a sheet: one vector for each row, empty rows included, cells exactly as copied (not
/// trimmed). A line end after the last row does not make another row; rows may differ in length.
///
/// Never fails: a quote that does not close is taken as text. Memory is proportional to the text, up to about 25 bytes
/// for each character of it.
#[must_use]
pub fn leer_bloque(texto: &str) -> Vec<Vec<String>> {
    let texto = texto.trim_start_matches('\u{feff}');
    read(texto, true).or_else(|| read(texto, false)).unwrap_or_default()
}

/// Writes a block for a sheet: tabs, CRLF after each row, quotes where needed. Text that a sheet would take for a
/// formula gets an apostrophe before it, as in [`crate::escribir_csv`]; [`leer_bloque`] takes it off again, so that
/// what is written is read back exactly (a row without cells comes back with one empty cell).
#[must_use]
pub fn escribir_bloque(filas: &[Vec<String>]) -> String {
    let mut salida = String::new();
    for fila in filas {
        for (i, celda) in fila.iter().enumerate() {
            if i > 0 {
                salida.push('\t');
            }
            let segura = if is_number(celda) { celda.into() } else { protect(celda) };
            quote(&segura, '\t', &mut salida);
        }
        salida.push_str("\r\n");
    }
    salida
}

/// The rows of a block, or nothing if it ends inside quotes.
fn read(texto: &str, comillas: bool) -> Option<Vec<Vec<String>>> {
    let mut analizador = Analizador::new(b'\t', usize::MAX, usize::MAX, comillas);
    let mut filas = Vec::new();
    let mut resto = texto.as_bytes();
    while !resto.is_empty() {
        let (leidos, paso) = analizador.step(resto);
        resto = resto.get(leidos..).unwrap_or_default();
        take(&analizador, &paso, &mut filas);
    }
    match analizador.finish() {
        Paso::Exceso(_) => None,
        paso => {
            take(&analizador, &paso, &mut filas);
            Some(filas)
        }
    }
}

fn take(analizador: &Analizador, paso: &Paso, filas: &mut Vec<Vec<String>>) {
    match paso {
        Paso::Registro => {
            filas.push(
                analizador
                    .celdas()
                    .map(|c| unprotect(c).unwrap_or(c).to_owned())
                    .collect(),
            );
        }
        Paso::Vacio => filas.push(vec![String::new()]),
        Paso::Falta | Paso::Exceso(_) => {}
    }
}
