//! The binary workbook to sheets of text. Heavy (calamine): only a module that loads in a Worker asks for it.
//!
//! calamine trusts what a file says of itself: a damaged one can make it panic or ask for more memory than there is.
//! In the browser that ends the Worker, and the page tells it as a finding; [`super::envoltura`] refuses beforehand what
//! can be known without reading cells.

use super::celda::serial;
use super::envoltura;
use super::hallazgo::ErrorDeEmision;
use super::lectura::de_hojas;
use super::mensajes;
use super::tipos::{Emision, HojaDeTexto};
use calamine::{Data, Reader, Xls, XlsError};
use std::io::Cursor;

/// Reads an emisión from the bytes of its `.xls`.
///
/// # Errors
/// As [`de_hojas`]; also when the file is another kind of file, too large, protected or damaged.
///
/// # Panics
/// With some damaged files, inside calamine: call it where a panic can be caught (a Worker).
pub fn leer(bytes: &[u8]) -> Result<Emision, ErrorDeEmision> {
    de_hojas(&hojas(bytes)?)
}

/// The sheets of a binary workbook, as text.
///
/// # Errors
/// When it is another kind of file, too large, protected or damaged.
///
/// # Panics
/// As [`leer`].
pub fn hojas(bytes: &[u8]) -> Result<Vec<HojaDeTexto>, ErrorDeEmision> {
    envoltura::revisar(bytes)?;
    let mut libro = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => mensajes::protegido(),
        _ => mensajes::danado(),
    })?;
    let es_1904 = libro.has_1904_epoch();
    let nombres = libro.sheet_names();
    let mut salida = Vec::with_capacity(nombres.len());
    for nombre in nombres {
        let rango = libro.worksheet_range(&nombre).map_err(|_| mensajes::danado())?;
        salida.push(hoja(nombre, &rango, es_1904));
    }
    Ok(salida)
}

fn hoja(nombre: String, rango: &calamine::Range<Data>, es_1904: bool) -> HojaDeTexto {
    let (arriba, izquierda) = rango.start().unwrap_or_default();
    let mut filas = vec![Vec::new(); arriba as usize];
    let vacias = vec![String::new(); izquierda as usize];
    for fila in rango.rows() {
        let mut celdas = vacias.clone();
        celdas.extend(fila.iter().map(|celda| texto(celda, es_1904)));
        while celdas.last().is_some_and(String::is_empty) {
            celdas.pop();
        }
        filas.push(celdas);
    }
    HojaDeTexto { nombre, filas }
}

/// The shortest decimal text of a number, `AAAA-MM-DD` of a date, the text of the rest; an error of a formula as Excel
/// writes it.
fn texto(celda: &Data, es_1904: bool) -> String {
    match celda {
        Data::Empty => String::new(),
        Data::String(texto) | Data::DateTimeIso(texto) | Data::DurationIso(texto) => texto.clone(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::Bool(b) => (if *b { "VERDADERO" } else { "FALSO" }).to_owned(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(fecha) => dia(fecha.as_f64(), es_1904),
    }
}

fn dia(numero: f64, es_1904: bool) -> String {
    let texto = numero.to_string();
    let dias: Option<u64> = texto.split('.').next().and_then(|d| d.parse().ok());
    // The calendar of old Macs begins 1,462 days later.
    let dias = dias.map(|d| if es_1904 { d.saturating_add(1_462) } else { d });
    dias.and_then(serial).map_or(texto, |fecha| fecha.to_string())
}
