//! The little of CSV that the tables need, over `csv-core`.

use csv_core::{ReadRecordResult, Reader};

/// Records of `texto`: the line where each one begins, and its fields trimmed.
///
/// # Errors
/// A sentence in Spanish, for text that is not a table of ordinary size.
pub fn leer(texto: &str) -> Result<Vec<(u64, Vec<String>)>, String> {
    let mut lector = Reader::new();
    let mut bytes = texto.trim_start_matches('\u{feff}').as_bytes();
    let mut salida = vec![0_u8; bytes.len() + 8];
    let mut fines = vec![0_usize; 64];
    let mut registros = Vec::new();
    loop {
        let linea = lector.line();
        let (mut usados, mut escritos, mut campos) = (0, 0, 0);
        loop {
            let (resultado, leidos, nuevos, nuevos_campos) =
                lector.read_record(&bytes[usados..], &mut salida[escritos..], &mut fines[campos..]);
            usados += leidos;
            escritos += nuevos;
            campos += nuevos_campos;
            match resultado {
                // The rest of the input is empty: the reader asks once more to close the record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    return Err(format!("el renglón {linea} tiene demasiadas columnas"));
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(registros),
            }
        }
        bytes = &bytes[usados..];
        registros.push((linea, cortar(&salida[..escritos], &fines[..campos])));
    }
}

fn cortar(salida: &[u8], fines: &[usize]) -> Vec<String> {
    let mut inicio = 0;
    fines
        .iter()
        .map(|&fin| {
            let campo = String::from_utf8_lossy(&salida[inicio..fin]).trim().to_owned();
            inicio = fin;
            campo
        })
        .collect()
}

/// One field, quoted where it must be.
pub fn campo(texto: &str) -> String {
    if texto.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", texto.replace('"', "\"\""))
    } else {
        texto.to_owned()
    }
}
