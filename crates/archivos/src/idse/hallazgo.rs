//! What may be wrong with a file that is opened as a batch for IDSE.

use super::LARGO;
use crate::formato::Formato;
use std::fmt;

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rechazo {
    /// Nothing in it.
    Vacio,
    /// Larger than any batch.
    DemasiadosBytes {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        limite: usize,
    },
    /// Not text.
    NoEsTexto(Formato),
    /// Records of 196 or 197 positions, which circulate in programs and are not IDSE's.
    Inventado {
        /// Positions of its records.
        posiciones: usize,
    },
    /// Another file that is known: its name and what to do with it.
    Otro(&'static str, &'static str),
    /// Records of some other length.
    OtroLargo {
        /// Positions of most of its records.
        posiciones: usize,
    },
}

impl fmt::Display for Rechazo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vacio => f.write_str("El archivo está vacío."),
            Self::DemasiadosBytes { bytes, limite } => write!(
                f,
                "El archivo tiene {bytes} bytes y un lote no pasa de {limite}. Revise que sea el archivo de movimientos."
            ),
            Self::NoEsTexto(formato) => write!(
                f,
                "El archivo es {}: no es un lote de 168 posiciones. Si ahí están los movimientos, cópielos y péguelos en la hoja.",
                formato.nombre()
            ),
            Self::Inventado { posiciones } => write!(
                f,
                "Los renglones tienen {posiciones} posiciones y esa estructura no es de IDSE: circula en programas que la inventaron. La de IDSE tiene 168. Pida a su proveedor que la corrija, o pegue los movimientos en la hoja."
            ),
            Self::Otro(nombre, que) => write!(f, "El archivo es {nombre}, y no un lote para IDSE. {que}"),
            Self::OtroLargo { posiciones } => write!(
                f,
                "La mayoría de los renglones tiene {posiciones} posiciones y un lote para IDSE lleva 168. Revise que sea el archivo de movimientos."
            ),
        }
    }
}

impl std::error::Error for Rechazo {}

/// Something wrong in a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hallazgo {
    /// The line, from 1; 0 is the file as a whole.
    pub renglon: usize,
    /// The positions, from 1, first and last.
    pub posiciones: Option<(usize, usize)>,
    /// What is wrong.
    pub problema: Problema,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problema {
    /// The record has another length.
    Largo(usize),
    /// A line without anything, between others.
    EnBlanco,
    /// Position 168 is not a 9.
    SinNueve(String),
    /// Not 02, 07 or 08.
    Tipo(String),
    /// Something in a place that is left blank.
    Relleno(String),
    /// Positions 110 to 115 mix zeros and spaces, or hold something else.
    RellenoCentral(String),
    /// Characters that could not be read.
    Letras,
    /// Another registro patronal than the first one's.
    OtroRegistro {
        /// This one.
        este: String,
        /// The first one.
        primero: String,
    },
    /// Another guía than the first one's.
    OtraGuia {
        /// This one.
        esta: String,
        /// The first one.
        primera: String,
    },
    /// No control record.
    SinControl,
    /// More than one control record.
    OtroControl,
    /// Movements after the control record.
    DespuesDelControl,
    /// The control record does not count what there is.
    Cuenta {
        /// What it says.
        dice: String,
        /// What there is.
        hay: usize,
    },
}

impl Hallazgo {
    /// Where, for a person: `Renglón 3, posiciones 132 a 133`.
    pub fn donde(&self) -> String {
        crate::conocidos::donde(self.renglon, self.posiciones)
    }
}

impl fmt::Display for Hallazgo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.donde(), self.problema)
    }
}

impl fmt::Display for Problema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Largo(tiene) if *tiene < LARGO => write!(
                f,
                "tiene {tiene} posiciones y lleva {LARGO}. Se leyó lo que hay; revise el renglón completo."
            ),
            Self::Largo(tiene) => write!(
                f,
                "tiene {tiene} posiciones y lleva {LARGO}. Se leyeron las primeras; revise el renglón completo."
            ),
            Self::EnBlanco => f.write_str("está en blanco. Se pasó por alto; al escribir el archivo se quita."),
            Self::SinNueve(hay) => write!(f, "ahí va un 9 y dice «{hay}». Se escribe al generar el archivo."),
            Self::Tipo(hay) if hay == "03" => {
                f.write_str("el movimiento 03 no existe: la modificación de salario es 07. Elija el tipo en la hoja.")
            }
            Self::Tipo(hay) => write!(
                f,
                "«{hay}» no es un movimiento de IDSE: 08 reingreso, 02 baja o 07 modificación. Elija el tipo en la hoja."
            ),
            Self::Relleno(hay) => write!(f, "ese lugar va en blanco y dice «{hay}». No se conserva."),
            Self::RellenoCentral(hay) => write!(f, "ahí van seis ceros, o seis espacios, y dice «{hay}». No se conserva."),
            Self::Letras => {
                f.write_str("hay letras que no se pudieron leer: el archivo se guardó con otra codificación. Revise el nombre.")
            }
            Self::OtroRegistro { este, primero } => write!(
                f,
                "es del registro patronal «{este}» y el lote empieza con «{primero}». Un lote lleva uno solo."
            ),
            Self::OtraGuia { esta, primera } => write!(
                f,
                "dice guía «{esta}» y el lote empieza con «{primera}». Un lote lleva una sola; se usará la primera."
            ),
            Self::SinControl => f.write_str(
                "no termina con el renglón de control (trece asteriscos y el total). Puede estar incompleto: compare cuántos movimientos esperaba.",
            ),
            Self::OtroControl => f.write_str("hay más de un renglón de control. Parecen varios lotes juntos: revise que deban ir en uno."),
            Self::DespuesDelControl => f.write_str("hay movimientos después del renglón de control. Se leyeron; revise que deban ir."),
            Self::Cuenta { dice, hay } => write!(
                f,
                "el control dice «{dice}» movimientos y hay {hay}. Puede faltar o sobrar alguno; al escribir el archivo se cuenta de nuevo."
            ),
        }
    }
}
