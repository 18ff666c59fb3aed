//! What may be wrong with a file of SUA.

use super::campos::Campo;
use crate::formato::Formato;
use std::fmt;

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rechazo {
    /// Nothing in it.
    Vacio,
    /// Larger than any payroll.
    DemasiadosBytes {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        limite: usize,
    },
    /// Not text.
    NoEsTexto(Formato),
    /// Another file that is known: its name and what to do with it.
    Otro(&'static str, &'static str),
    /// Lines of some other length.
    OtroLargo {
        /// Positions of most of its lines.
        posiciones: usize,
    },
}

impl fmt::Display for Rechazo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vacio => f.write_str("El archivo está vacío."),
            Self::DemasiadosBytes { bytes, limite } => write!(
                f,
                "El archivo tiene {bytes} bytes y se leen hasta {limite}. Revise que sea ASEG.TXT o MOVT.TXT."
            ),
            Self::NoEsTexto(formato) => write!(
                f,
                "El archivo es {}, no ASEG.TXT ni MOVT.TXT. Si ahí está la nómina, guárdela como CSV o cópiela y péguela en la hoja.",
                formato.nombre()
            ),
            Self::Otro(nombre, que) => write!(f, "El archivo es {nombre}. {que}"),
            Self::OtroLargo { posiciones } => write!(
                f,
                "La mayoría de los renglones tiene {posiciones} posiciones; los de ASEG.TXT llevan 164 y los de MOVT.TXT 49. Revise que sea el archivo correcto."
            ),
        }
    }
}

impl std::error::Error for Rechazo {}

/// Something wrong in a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hallazgo {
    /// The line, from 1.
    pub renglon: usize,
    /// The positions, from 1, first and last.
    pub posiciones: Option<(usize, usize)>,
    /// Whether the record could not be taken because of it.
    pub impide: bool,
    /// What is wrong and how it is mended, in Spanish.
    pub mensaje: String,
}

impl Hallazgo {
    pub(super) fn en(renglon: usize, campo: Campo, impide: bool, mensaje: String) -> Self {
        Self {
            renglon,
            posiciones: Some((campo.desde, campo.hasta())),
            impide,
            mensaje: format!("{}: {mensaje}", campo.titulo),
        }
    }
}

impl fmt::Display for Hallazgo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separador = if self.posiciones.is_some() { ", " } else { ": " };
        let donde = crate::conocidos::donde(self.renglon, self.posiciones);
        write!(f, "{donde}{separador}{}", self.mensaje)
    }
}
