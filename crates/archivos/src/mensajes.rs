//! What can go wrong with a file, and the words for it: what is wrong, where, how to mend it.

use std::fmt;

use crate::formato::Formato;

/// The file could not be read. Shown with `Display` (es-MX); nothing of the file is used.
///
/// Rows (`renglon`) and columns (`columna`) count from 1, as the spreadsheet shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorDeArchivo {
    /// Nothing in it.
    Vacio,
    /// Not text.
    Binario {
        /// What it is.
        formato: Formato,
    },
    /// Larger than allowed.
    DemasiadosBytes {
        /// Its size in bytes.
        bytes: usize,
        /// The most allowed, in bytes.
        limite: usize,
    },
    /// More rows with data than allowed.
    DemasiadasFilas {
        /// The most allowed.
        limite: usize,
    },
    /// A row with more cells than allowed.
    DemasiadasColumnas {
        /// Which row.
        renglon: usize,
        /// The most allowed.
        limite: usize,
    },
    /// A cell longer than allowed; nearly always a quote that was never closed.
    CeldaDemasiadoLarga {
        /// Row in which the cell begins.
        renglon: usize,
        /// Its column.
        columna: usize,
        /// The most allowed, in characters.
        limite: usize,
    },
    /// The file ends inside quotes, so that everything after the quote is one cell.
    ComillaSinCerrar {
        /// Row in which the quote was opened.
        renglon: usize,
    },
    /// No row among the first looks like the headers.
    SinEncabezado {
        /// The row that came closest; 0 if there was none.
        renglon: usize,
        /// Its cells (shortened, the first ones).
        encontrado: Vec<String>,
        /// Titles of the declared columns.
        esperado: Vec<&'static str>,
    },
}

impl ErrorDeArchivo {
    /// A stable code, for logs and for help.
    #[must_use]
    pub fn codigo(&self) -> &'static str {
        match self {
            Self::Vacio => "archivos.vacio",
            Self::Binario { .. } => "archivos.binario",
            Self::DemasiadosBytes { .. } => "archivos.demasiados_bytes",
            Self::DemasiadasFilas { .. } => "archivos.demasiadas_filas",
            Self::DemasiadasColumnas { .. } => "archivos.demasiadas_columnas",
            Self::CeldaDemasiadoLarga { .. } => "archivos.celda_demasiado_larga",
            Self::ComillaSinCerrar { .. } => "archivos.comilla_sin_cerrar",
            Self::SinEncabezado { .. } => "archivos.sin_encabezado",
        }
    }
}

impl std::error::Error for ErrorDeArchivo {}

impl fmt::Display for ErrorDeArchivo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vacio => f.write_str("El archivo está vacío. Revise que sea el archivo correcto y que tenga datos."),
            Self::Binario { formato } => write!(
                f,
                "El archivo es {}. Ábralo en Excel, elija «Guardar como», tipo «CSV UTF-8 (delimitado por comas)», y \
                 cargue el archivo que resulte.",
                formato.nombre()
            ),
            Self::DemasiadosBytes { bytes, limite } => write!(
                f,
                "El archivo mide {} KB y aquí se aceptan hasta {} KB. Divídalo en varios o quite las columnas que no \
                 se usan.",
                miles(bytes.div_ceil(1024)),
                miles(limite / 1024)
            ),
            Self::DemasiadasFilas { limite } => write!(
                f,
                "El archivo tiene más de {} renglones con datos, que es lo más que se acepta. Divídalo en varios.",
                miles(*limite)
            ),
            Self::DemasiadasColumnas { renglon, limite } => write!(
                f,
                "El renglón {} tiene más de {} columnas. Deje sólo las columnas de la plantilla.",
                miles(*renglon),
                miles(*limite)
            ),
            Self::CeldaDemasiadoLarga {
                renglon,
                columna,
                limite,
            } => write!(
                f,
                "En el renglón {}, columna {}, hay una celda de más de {} caracteres. Casi siempre es una comilla (\") \
                 que se abre y no se cierra: corríjala y vuelva a cargar el archivo.",
                miles(*renglon),
                letra(*columna),
                miles(*limite)
            ),
            Self::ComillaSinCerrar { renglon } => write!(
                f,
                "En el renglón {} se abre una comilla (\") que no se cierra, y lo que sigue no se puede separar en \
                 celdas. Bórrela o ciérrela y vuelva a cargar el archivo.",
                miles(*renglon)
            ),
            Self::SinEncabezado {
                renglon,
                encontrado,
                esperado,
            } => write_no_header(f, *renglon, encontrado, esperado),
        }
    }
}

fn write_no_header(
    f: &mut fmt::Formatter<'_>,
    renglon: usize,
    encontrado: &[String],
    esperado: &[&str],
) -> fmt::Result {
    f.write_str("No se reconoció el renglón de títulos. Se esperaba: ")?;
    write_list(f, esperado.iter().copied())?;
    if encontrado.is_empty() {
        f.write_str(". No se encontró ningún renglón con texto al principio del archivo.")?;
    } else {
        write!(f, ". En el renglón {} se encontró: ", miles(renglon))?;
        write_list(f, encontrado.iter().map(String::as_str))?;
        f.write_str(".")?;
    }
    f.write_str(
        " Ponga los títulos en el primer renglón (puede copiarlos de la plantilla) o indique que el archivo no trae \
         títulos.",
    )
}

fn write_list<'a>(f: &mut fmt::Formatter<'_>, nombres: impl Iterator<Item = &'a str>) -> fmt::Result {
    for (i, nombre) in nombres.enumerate() {
        let coma = if i == 0 { "" } else { ", " };
        write!(f, "{coma}«{nombre}»")?;
    }
    Ok(())
}

/// Something a person should look at; the file was read all the same. Shown with `Display` (es-MX).
///
/// Rows (`renglon`) and columns (`columna`) count from 1, as the spreadsheet shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aviso {
    /// A declared column is not in the file; its cells are empty in every row.
    ColumnaFaltante {
        /// Key of the declared column.
        clave: &'static str,
        /// Its title.
        titulo: &'static str,
    },
    /// Two columns of the file mean the same; the one at `usada` was read.
    ColumnaRepetida {
        /// Title of the declared column.
        titulo: &'static str,
        /// Header of the column that was left out.
        encabezado: String,
        /// Where it is.
        columna: usize,
        /// Where the column that was used is.
        usada: usize,
    },
    /// A row has more cells with data than there are columns: often a comma inside a text without quotes.
    FilaLarga {
        /// Which row.
        renglon: usize,
        /// Its cells up to the last with data.
        celdas: usize,
        /// Columns of the table.
        esperadas: usize,
    },
    /// A row has text, but none in the columns that are read (a signature, a note); it was left out.
    FilaSinDatos {
        /// Which row.
        renglon: usize,
    },
    /// Letters with accents or Ñ seem to be lost (see [`crate::texto::parece_danado`]).
    TextoDanado {
        /// Which row.
        renglon: usize,
        /// Which column of the file.
        columna: usize,
    },
    /// The file was read as having no headers, but this row looks like them; it was read as data.
    PareceEncabezado {
        /// Which row.
        renglon: usize,
    },
    /// There are headers and no row below them.
    SinFilas,
    /// More warnings than are worth keeping.
    Omitidos {
        /// How many were left out.
        cuantos: usize,
    },
}

impl Aviso {
    /// A stable code, for logs and for help.
    #[must_use]
    pub fn codigo(&self) -> &'static str {
        match self {
            Self::ColumnaFaltante { .. } => "archivos.columna_faltante",
            Self::ColumnaRepetida { .. } => "archivos.columna_repetida",
            Self::FilaLarga { .. } => "archivos.fila_larga",
            Self::FilaSinDatos { .. } => "archivos.fila_sin_datos",
            Self::TextoDanado { .. } => "archivos.texto_danado",
            Self::PareceEncabezado { .. } => "archivos.parece_encabezado",
            Self::SinFilas => "archivos.sin_filas",
            Self::Omitidos { .. } => "archivos.avisos_omitidos",
        }
    }

    /// The row it speaks of, if it speaks of one.
    #[must_use]
    pub fn renglon(&self) -> Option<usize> {
        match self {
            Self::FilaLarga { renglon, .. }
            | Self::FilaSinDatos { renglon }
            | Self::TextoDanado { renglon, .. }
            | Self::PareceEncabezado { renglon } => Some(*renglon),
            _ => None,
        }
    }
}

impl fmt::Display for Aviso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ColumnaFaltante { titulo, .. } => write!(
                f,
                "Falta la columna «{titulo}». Si el dato existe con otro título, cámbielo por éste en el primer renglón."
            ),
            Self::ColumnaRepetida {
                titulo,
                encabezado,
                columna,
                usada,
            } => write!(
                f,
                "La columna {} («{encabezado}») repite «{titulo}»; se usó la columna {}. Si no es la correcta, borre la \
                 otra.",
                letra(*columna),
                letra(*usada)
            ),
            Self::FilaLarga {
                renglon,
                celdas,
                esperadas,
            } => write!(
                f,
                "El renglón {} tiene {} celdas y la tabla {} columnas: puede haber una coma de más dentro de un texto y \
                 los datos estar recorridos. Revíselo.",
                miles(*renglon),
                miles(*celdas),
                miles(*esperadas)
            ),
            Self::FilaSinDatos { renglon } => write!(
                f,
                "El renglón {} no tiene nada en las columnas que se leen y se omitió.",
                miles(*renglon)
            ),
            Self::TextoDanado { renglon, columna } => write!(
                f,
                "En el renglón {}, columna {}, parece haberse perdido una letra con acento o una Ñ. Corríjala o guarde \
                 de nuevo el archivo como «CSV UTF-8».",
                miles(*renglon),
                letra(*columna)
            ),
            Self::PareceEncabezado { renglon } => write!(
                f,
                "El renglón {} parece de títulos y se leyó como datos. Si lo es, indique que el archivo trae títulos.",
                miles(*renglon)
            ),
            Self::SinFilas => f.write_str("El archivo sólo trae títulos; no hay renglones con datos debajo."),
            Self::Omitidos { cuantos } => write!(f, "Hay {} avisos más como los anteriores.", miles(*cuantos)),
        }
    }
}

/// A count with its thousands apart: `12,345`.
pub(crate) fn miles(n: usize) -> String {
    let cifras = n.to_string();
    let mut salida = String::with_capacity(cifras.len() + cifras.len() / 3);
    for (i, cifra) in cifras.chars().enumerate() {
        if i > 0 && (cifras.len() - i).is_multiple_of(3) {
            salida.push(',');
        }
        salida.push(cifra);
    }
    salida
}

/// The letters by which a spreadsheet calls a column: 1 is `A`, 27 is `AA`.
pub(crate) fn letra(columna: usize) -> String {
    let mut letras = Vec::new();
    let mut resto = columna;
    while resto > 0 {
        resto -= 1;
        letras.push(char::from(b'A' + (resto % 26) as u8));
        resto /= 26;
    }
    letras.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{letra, miles};

    #[test]
    fn numbers_and_letters_as_a_spreadsheet_shows_them() {
        for (n, texto) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(miles(n), texto);
        }
        for (n, texto) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")] {
            assert_eq!(letra(n), texto);
        }
    }
}
