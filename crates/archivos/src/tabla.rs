//! Tables of text: what the caller declares and what it gets back.

use crate::lector::Lector;
use crate::mensajes::{Aviso, ErrorDeArchivo};
use crate::separador::Separador;
use crate::texto::Codificacion;

/// A column that the caller wants. Names are compared without case, accents, punctuation and spaces.
///
/// If two columns share a name, the one declared first takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columna {
    /// Stable key in the program; also recognised as a header.
    pub clave: &'static str,
    /// Title shown to people and written in templates.
    pub titulo: &'static str,
    /// Other headers people use for it.
    pub sinonimos: &'static [&'static str],
}

/// How much is accepted, and how the first row is taken.
///
/// A file within the limits takes, at most, its own size, plus three times that for the cells, plus
/// `filas × declared columns` empty strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limites {
    /// Size of the file, in bytes.
    pub bytes: usize,
    /// Rows with data in some declared column.
    pub filas: usize,
    /// Cells in a row of the file.
    pub columnas: usize,
    /// Characters in a cell.
    pub celda: usize,
    /// The file has no header row: its columns are the declared ones, in that order.
    pub sin_encabezado: bool,
}

impl Default for Limites {
    /// 32 MiB, 100,000 rows, 256 columns, 4,096 characters in a cell, with headers.
    fn default() -> Self {
        Self {
            bytes: 32 * 1024 * 1024,
            filas: 100_000,
            columnas: 256,
            celda: 4096,
            sin_encabezado: false,
        }
    }
}

/// A row with data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fila {
    /// Its number in the file, from 1, as a spreadsheet shows it: empty rows and headers count, a line end within
    /// quotes does not, a first line `sep=` does not.
    pub renglon_archivo: usize,
    /// One cell for each declared column, in that order; trimmed; empty if the file does not have it.
    pub celdas: Vec<String>,
}

/// A declared column that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnaReconocida {
    /// Key of the declared column.
    pub clave: &'static str,
    /// Its title.
    pub titulo: &'static str,
    /// Header as it stands in the file; the title if the file has no headers.
    pub encabezado: String,
    /// Its place in the file, from 1.
    pub columna: usize,
}

/// A column of the file that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnaIgnorada {
    /// Header as it stands in the file.
    pub encabezado: String,
    /// Its place in the file, from 1.
    pub columna: usize,
}

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lectura {
    /// Rows with data, in the order of the file (without those already taken with [`Lector::tomar_filas`]).
    pub filas: Vec<Fila>,
    /// What a person should look at; a hundred at most, and then [`Aviso::Omitidos`].
    pub avisos: Vec<Aviso>,
    /// Encoding of the file.
    pub codificacion: Codificacion,
    /// What separates its cells.
    pub separador: Separador,
    /// Row of the headers, from 1; none if the file was read without headers.
    pub renglon_encabezado: Option<usize>,
    /// Declared columns that the file has, in the order they were declared.
    pub columnas_reconocidas: Vec<ColumnaReconocida>,
    /// Columns of the file that were not read, in the order of the file; those without a header are not listed.
    pub columnas_ignoradas: Vec<ColumnaIgnorada>,
}

/// Reads a whole file at once. On a page, use [`Lector`] and read in slices.
///
/// # Errors
/// If the file is empty, is not text, passes a limit, has a quote that does not close, or none of its first 20 rows
/// with text names a declared column.
pub fn leer_csv(bytes: &[u8], columnas: &[Columna], opciones: Limites) -> Result<Lectura, ErrorDeArchivo> {
    if bytes.len() > opciones.bytes {
        return Err(ErrorDeArchivo::DemasiadosBytes {
            bytes: bytes.len(),
            limite: opciones.bytes,
        });
    }
    let mut lector = Lector::nuevo(bytes.to_vec(), columnas, opciones)?;
    while !lector.avanzar(usize::MAX).terminado {}
    lector.terminar()
}
