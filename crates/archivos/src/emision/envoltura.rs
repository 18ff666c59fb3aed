//! What can be known of a binary workbook before its cells are read: that it is one, that its records say credible
//! things of themselves, that it fits in memory. calamine trusts the file in all that.

use super::BYTES_MAXIMOS;
use super::compuesto;
use super::hallazgo::ErrorDeEmision;
use super::mensajes;
use crate::formato::{self, Formato};
use std::collections::BTreeSet;

/// Cells that the sheets of a book may span together, empty ones included. (An EMA that fills the 65,536 rows of the
/// format spans 1.3 million.)
const CELDAS: u64 = 5_000_000;
/// Columns of the binary format.
const COLUMNAS: u16 = 256;

fn danado() -> ErrorDeEmision {
    mensajes::danado().into()
}

/// Refuses what is not a binary workbook that can be read.
pub(super) fn revisar(bytes: &[u8]) -> Result<(), ErrorDeEmision> {
    if bytes.is_empty() {
        return Err(mensajes::archivo_vacio().into());
    }
    if bytes.len() > BYTES_MAXIMOS {
        return Err(mensajes::demasiados_bytes(bytes.len(), BYTES_MAXIMOS).into());
    }
    match formato::detect(bytes) {
        Some(Formato::LibroAntiguo) => {}
        Some(otro) => return Err(mensajes::otro_formato(otro).into()),
        None => return Err(mensajes::es_texto().into()),
    }
    let archivo = compuesto::abrir(bytes).ok_or_else(danado)?;
    if archivo.tiene("EncryptedPackage") {
        return Err(mensajes::protegido().into());
    }
    if !archivo.tiene("Workbook") && !archivo.tiene("Book") {
        return Err(mensajes::no_es_libro().into());
    }
    let flujo = archivo.flujo("Workbook").or_else(|| archivo.flujo("Book"));
    libro(&flujo.ok_or_else(danado)?)
}

/// Goes over the records of the globals and of each sheet.
fn libro(flujo: &[u8]) -> Result<(), ErrorDeEmision> {
    let mut hojas = BTreeSet::new();
    for registro in registros(flujo) {
        let (tipo, datos) = registro.ok_or_else(danado)?;
        match tipo {
            0x000a => break,
            0x002f if palabra(datos, 0).is_some_and(|p| p != 0) => return Err(mensajes::protegido().into()),
            0x0085 => {
                let desde = doble(datos, 0).and_then(|d| usize::try_from(d).ok());
                hojas.insert(desde.ok_or_else(danado)?);
            }
            _ => {}
        }
        if !bien_formado(tipo, datos) {
            return Err(danado());
        }
    }
    let mut celdas = 0;
    for desde in hojas {
        celdas += hoja(flujo.get(desde..).ok_or_else(danado)?)?;
        if celdas > CELDAS {
            return Err(mensajes::desmedido().into());
        }
    }
    Ok(())
}

/// Cells that a sheet spans.
fn hoja(flujo: &[u8]) -> Result<u64, ErrorDeEmision> {
    let mut extremos: Option<[u16; 4]> = None;
    // A chart within the sheet is a stream within the stream: its end is not the sheet's.
    let mut dentro = 0_u32;
    for registro in registros(flujo) {
        let (tipo, datos) = registro.ok_or_else(danado)?;
        match tipo {
            0x0809 => dentro += 1,
            0x000a if dentro <= 1 => break,
            0x000a => dentro -= 1,
            _ => {}
        }
        if !bien_formado(tipo, datos) {
            return Err(danado());
        }
        if let Some((fila, desde, hasta)) = celdas_de(tipo, datos) {
            let [a, b, c, d] = extremos.unwrap_or([fila, fila, desde, hasta]);
            extremos = Some([a.min(fila), b.max(fila), c.min(desde), d.max(hasta)]);
        }
    }
    Ok(extremos.map_or(0, |[a, b, c, d]| (u64::from(b - a) + 1) * (u64::from(d - c) + 1)))
}

/// Row, first and last column of a record of cells.
fn celdas_de(tipo: u16, datos: &[u8]) -> Option<(u16, u16, u16)> {
    let una = matches!(tipo, 0x0203 | 0x0204 | 0x0205 | 0x027e | 0x00d6 | 0x00fd | 0x0006);
    if !una && tipo != 0x00bd {
        return None;
    }
    let (fila, desde) = (palabra(datos, 0)?, palabra(datos, 2)?);
    let hasta = if una {
        desde
    } else {
        palabra(datos, datos.len().checked_sub(2)?)?
    };
    Some((fila, desde, hasta))
}

/// Whether a record has the length that its kind needs, and speaks of columns that exist.
fn bien_formado(tipo: u16, datos: &[u8]) -> bool {
    let minimo = match tipo {
        0x0022 | 0x002f | 0x0042 | 0x0017 | 0x00e5 => 2,
        0x0809 | 0x00e0 => 4,
        0x0085 | 0x0205 | 0x00fc => 8,
        0x0204 | 0x00d6 => 6,
        0x027e | 0x00fd | 0x00bd => 10,
        0x0203 => 14,
        0x0018 => 15,
        0x0006 => 22,
        _ => 0,
    };
    if datos.len() < minimo {
        return false;
    }
    if celdas_de(tipo, datos).is_some_and(|(_, desde, hasta)| desde > hasta || hasta >= COLUMNAS) {
        return false;
    }
    match tipo {
        0x0006 => palabra(datos, 20).is_some_and(|n| usize::from(n) + 22 <= datos.len()),
        0x0200 => dimensiones(datos),
        0x00e5 => palabra(datos, 0).is_some_and(|n| datos.len() >= 2 + 8 * usize::from(n)),
        0x0018 => palabra(datos, 4).is_some_and(|n| usize::from(n) + 14 <= datos.len()),
        0x00bd => datos.len().is_multiple_of(6),
        _ => true,
    }
}

/// The room that a sheet asks for beforehand.
fn dimensiones(datos: &[u8]) -> bool {
    let medidas = match datos.len() {
        10 => [palabra(datos, 0), palabra(datos, 2)].map(|p| p.map(u32::from)),
        14 | 16 => [doble(datos, 0), doble(datos, 4)],
        _ => return false,
    };
    let columnas = if datos.len() == 10 { 4 } else { 8 };
    let (Some(desde), Some(hasta)) = (palabra(datos, columnas), palabra(datos, columnas + 2)) else {
        return false;
    };
    let [Some(arriba), Some(abajo)] = medidas else {
        return false;
    };
    let vacia = abajo == 0 || hasta == 0;
    let area = u64::from(abajo.saturating_sub(arriba)) * u64::from(hasta.saturating_sub(desde));
    if area > CELDAS {
        return false;
    }
    hasta <= COLUMNAS && abajo <= 65_536 && (vacia || (arriba < abajo && desde <= hasta))
}

/// The records of a stream: kind and data. One that says to be longer than what is left is `None`, the last.
fn registros(flujo: &[u8]) -> impl Iterator<Item = Option<(u16, &[u8])>> {
    let mut resto = Some(flujo);
    std::iter::from_fn(move || {
        let este = resto.filter(|r| r.len() >= 4)?;
        resto = None;
        let (Some(tipo), Some(largo)) = (palabra(este, 0), palabra(este, 2)) else {
            return Some(None);
        };
        let fin = 4 + usize::from(largo);
        let Some(datos) = este.get(4..fin) else {
            return Some(None);
        };
        resto = este.get(fin..);
        Some(Some((tipo, datos)))
    })
}

fn palabra(datos: &[u8], en: usize) -> Option<u16> {
    let bytes = datos.get(en..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*bytes))
}

fn doble(datos: &[u8], en: usize) -> Option<u32> {
    let bytes = datos.get(en..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}
