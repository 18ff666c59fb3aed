//! Writing a CSV that a spreadsheet opens well: UTF-8 with its mark (without it Excel takes it for Windows-1252), comma,
//! CRLF, quotes of RFC 4180.
//!
//! **Formulas.** A sheet runs any cell that begins with `=`, `+`, `-` or `@`, wherever it came from. Such a text gets
//! an apostrophe before it, and reading takes it off again; a text that already begins with apostrophes before such a
//! character gets one more, so that the way back is exact. Numbers are never touched.
//!
//! **Identifiers.** A CSV says nothing about the kind of a cell, so Excel turns an identifier of digits into a number
//! when the file is opened by double click: `01234567890` loses its zero and `99068400011` may show as `9.90684E+10`;
//! saved from there, the loss is in the file. An identifier is written here as it is, because tricks such as
//! `="0123"` break every other reader. To keep it, the file is opened with *Datos → Desde texto/CSV* and the column
//! marked as text, or pasted into cells with text format. A reader of the file must therefore expect NSS of ten digits.

use std::borrow::Cow;

use crate::tabla::Columna;
use crate::texto::recortar;

/// A cell to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valor<'a> {
    /// Free text; defused if a sheet would take it for a formula.
    Texto(&'a str),
    /// A number as it should read: digits, at most a sign before them, points and commas. Written as it is; what is not
    /// such a number is treated as text.
    Numero(&'a str),
    /// NSS, CURP, RFC, registro patronal, dates: written as it is, zeros included (see the module for what Excel does
    /// with them). No identifier begins like a formula; one that does is treated as text.
    Identificador(&'a str),
}

/// Writes a table. Spaces around a text are left out, because reading leaves them out too.
///
/// What is written is read back exactly by [`crate::leer_csv`], except that rows without any text are skipped there.
#[must_use]
pub fn escribir_csv(encabezados: &[&str], filas: &[Vec<Valor<'_>>]) -> Vec<u8> {
    let mut salida = String::from('\u{feff}');
    write_row(encabezados.iter().map(|titulo| Valor::Texto(titulo)), &mut salida);
    for fila in filas {
        write_row(fila.iter().copied(), &mut salida);
    }
    salida.into_bytes()
}

/// An example file to fill in: the titles of the columns, and rows of examples (of people who do not exist).
#[must_use]
pub fn plantilla(columnas: &[Columna], ejemplos: &[Vec<Valor<'_>>]) -> Vec<u8> {
    let titulos: Vec<&str> = columnas.iter().map(|columna| columna.titulo).collect();
    escribir_csv(&titulos, ejemplos)
}

fn write_row<'a>(celdas: impl Iterator<Item = Valor<'a>>, salida: &mut String) {
    for (i, celda) in celdas.enumerate() {
        if i > 0 {
            salida.push(',');
        }
        quote(&cell_text(celda), ',', salida);
    }
    salida.push_str("\r\n");
}

fn cell_text(celda: Valor<'_>) -> Cow<'_, str> {
    match celda {
        Valor::Numero(numero) if is_number(recortar(numero)) => recortar(numero).into(),
        Valor::Texto(texto) | Valor::Numero(texto) | Valor::Identificador(texto) => protect(recortar(texto)),
    }
}

/// Whether a sheet would run a text, apostrophes before it apart.
fn is_formula(texto: &str) -> bool {
    texto
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text with an apostrophe before it, if a sheet would run it.
pub(crate) fn protect(texto: &str) -> Cow<'_, str> {
    if is_formula(texto) {
        format!("'{texto}").into()
    } else {
        texto.into()
    }
}

/// The text that [`protect`] protected, if it did.
pub(crate) fn unprotect(texto: &str) -> Option<&str> {
    texto.strip_prefix('\'').filter(|resto| is_formula(resto))
}

/// Digits, points and commas, with at least one digit and at most a sign before them.
pub(crate) fn is_number(texto: &str) -> bool {
    let cuerpo = texto.strip_prefix(['-', '+']).unwrap_or(texto);
    cuerpo.bytes().any(|b| b.is_ascii_digit()) && cuerpo.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
}

/// Appends a cell, between quotes if it could be misread without them.
pub(crate) fn quote(celda: &str, separador: char, salida: &mut String) {
    if !celda.contains([separador, '"', '\r', '\n', '\u{feff}']) {
        return salida.push_str(celda);
    }
    salida.push('"');
    for c in celda.chars() {
        if c == '"' {
            salida.push('"');
        }
        salida.push(c);
    }
    salida.push('"');
}
