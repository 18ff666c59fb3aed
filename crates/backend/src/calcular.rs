//! `ventanilla calcular`: the contract on the command line.

use crate::motor::{Motor, Respuesta};
use std::io::{self, BufRead, BufReader, Read, Write};

/// One document in, one answer out; true when something was computed.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn one(motor: &Motor, operacion: &str, mut entrada: impl Read, mut salida: impl Write) -> io::Result<bool> {
    let mut documento = Vec::new();
    entrada.read_to_end(&mut documento)?;
    let respuesta = answer(motor, operacion, &documento);
    salida.write_all(respuesta.linea.as_bytes())?;
    salida.flush()?;
    Ok(respuesta.calculado)
}

/// One document a line in, one answer a line out; true when something was computed of every line.
///
/// Answers go out as soon as no more input is waiting, so that another program can hold a conversation.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn lines(motor: &Motor, operacion: &str, entrada: impl Read, salida: impl Write) -> io::Result<bool> {
    let mut entrada = BufReader::with_capacity(64 * 1024, entrada);
    let mut salida = io::BufWriter::new(salida);
    let mut todas = true;
    let mut documento = Vec::new();
    loop {
        if entrada.buffer().is_empty() {
            salida.flush()?;
        }
        documento.clear();
        if entrada.read_until(b'\n', &mut documento)? == 0 {
            break;
        }
        let respuesta = answer(motor, operacion, documento.trim_ascii_end());
        todas &= respuesta.calculado;
        salida.write_all(respuesta.linea.as_bytes())?;
    }
    salida.flush()?;
    Ok(todas)
}

fn answer(motor: &Motor, operacion: &str, documento: &[u8]) -> Respuesta {
    motor
        .calcular(operacion, documento)
        .unwrap_or_else(|rechazo| Respuesta {
            linea: rechazo.line(),
            calculado: false,
        })
}
