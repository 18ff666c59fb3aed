//! Finding out what separates the cells.

use crate::analizador::{Analizador, Paso};
use crate::encabezado::{Catalogo, Encabezado};
use crate::mensajes::ErrorDeArchivo;
use crate::tabla::Limites;

/// How much of the file is looked at, in bytes of UTF-8.
pub(crate) const MUESTRA: usize = 64 * 1024;
/// Rows with text among which the headers are looked for.
const FILAS: usize = 20;

/// The character between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separador {
    /// `,` — Excel set up for Mexico.
    Coma,
    /// `;` — Excel set up for Spain and most of South America.
    PuntoYComa,
    /// Tab — "Unicode text", and what is copied from a sheet.
    Tabulador,
    /// `|`.
    Barra,
    /// Another one, which the file itself declares in a first line `sep=`.
    Otro(u8),
}

impl Separador {
    /// Those that are tried; the first one wins when nothing tells them apart.
    const COMUNES: [Self; 4] = [Self::Coma, Self::PuntoYComa, Self::Tabulador, Self::Barra];

    /// The character, always ASCII.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Coma => b',',
            Self::PuntoYComa => b';',
            Self::Tabulador => b'\t',
            Self::Barra => b'|',
            Self::Otro(byte) => byte,
        }
    }

    /// The name to show to a person.
    #[must_use]
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Coma => "coma",
            Self::PuntoYComa => "punto y coma",
            Self::Tabulador => "tabulador",
            Self::Barra => "barra vertical",
            Self::Otro(_) => "el que declara el archivo (sep=)",
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        let comun = Self::COMUNES.into_iter().find(|s| s.byte() == byte);
        comun.or((byte.is_ascii_punctuation() && byte != b'"').then_some(Self::Otro(byte)))
    }
}

/// The first rows of a file read with one separator.
pub(crate) struct Candidato {
    pub(crate) separador: Separador,
    pub(crate) encabezado: Option<Encabezado>,
    /// Rows with text, each with its number.
    pub(crate) filas: Vec<(usize, Vec<String>)>,
    /// Why reading stopped before the end of the sample.
    pub(crate) error: Option<ErrorDeArchivo>,
}

/// Size in bytes of a first line `sep=;` with its line end, and what it declares.
pub(crate) fn declared(muestra: &[u8]) -> Option<(Separador, usize)> {
    let fin = muestra
        .iter()
        .position(|b| matches!(b, b'\r' | b'\n'))
        .unwrap_or(muestra.len());
    let linea = muestra.get(..fin)?;
    let sin_comillas = linea
        .strip_prefix(b"\"")
        .and_then(|l| l.strip_suffix(b"\""))
        .unwrap_or(linea);
    let (clave, valor) = sin_comillas.split_at_checked(4)?;
    let &[byte] = valor else { return None };
    let separador = clave
        .eq_ignore_ascii_case(b"sep=")
        .then(|| Separador::from_byte(byte))??;
    let salto = if muestra.get(fin..)?.starts_with(b"\r\n") { 2 } else { 1 };
    Some((separador, muestra.len().min(fin + salto)))
}

/// Chooses the separator for a sample (`completa`: it is the whole file). `fijo` is what the file declares.
///
/// The one with which most declared columns are recognised wins; then the one that gives most rows the width of the
/// header. Without headers: most rows with as many cells as columns are declared, then most rows of the same width, then
/// any other before the comma, because a decimal comma looks like a separator and nothing else does.
pub(crate) fn choose(
    muestra: &[u8],
    completa: bool,
    fijo: Option<Separador>,
    catalogo: &Catalogo,
    limites: &Limites,
) -> Candidato {
    let primero = read_sample(muestra, completa, fijo.unwrap_or(Separador::Coma), catalogo, limites);
    if fijo.is_some() {
        return primero;
    }
    let mut mejor = (score(&primero, catalogo, limites), primero);
    for separador in Separador::COMUNES.into_iter().skip(1) {
        let candidato = read_sample(muestra, completa, separador, catalogo, limites);
        let puntos = score(&candidato, catalogo, limites);
        if puntos > mejor.0 {
            mejor = (puntos, candidato);
        }
    }
    mejor.1
}

fn read_sample(
    muestra: &[u8],
    completa: bool,
    separador: Separador,
    catalogo: &Catalogo,
    limites: &Limites,
) -> Candidato {
    let mut analizador = Analizador::new(separador.byte(), limites.columnas, limites.celda, true);
    let mut filas = Vec::new();
    let mut error = None;
    let mut resto = muestra;
    while filas.len() < FILAS {
        let paso = if !resto.is_empty() {
            let (leidos, paso) = analizador.step(resto);
            resto = resto.get(leidos..).unwrap_or_default();
            paso
        } else if completa {
            match analizador.finish() {
                Paso::Falta => break,
                paso => paso,
            }
        } else {
            break;
        };
        match paso {
            Paso::Registro if analizador.celdas().any(has_text) => {
                filas.push((analizador.renglon(), analizador.celdas().map(str::to_owned).collect()));
            }
            Paso::Exceso(exceso) => {
                error = Some(analizador.error(exceso));
                break;
            }
            _ => {}
        }
    }
    let encabezado = catalogo.find_header(&filas);
    Candidato {
        separador,
        encabezado,
        filas,
        error,
    }
}

/// Whether there is anything in a cell but space and separators (of which this may be the wrong one).
fn has_text(celda: &str) -> bool {
    celda.contains(|c: char| !c.is_whitespace() && !matches!(c, ',' | ';' | '|'))
}

/// How well a separator fits; compared in order.
fn score(candidato: &Candidato, catalogo: &Catalogo, limites: &Limites) -> (usize, usize, bool) {
    let anchos = || candidato.filas.iter().map(|(_, celdas)| celdas.len());
    let con_ancho = |ancho: usize| anchos().filter(|&a| a == ancho).count();
    match &candidato.encabezado {
        Some(e) if !limites.sin_encabezado => (e.reconocidas(), con_ancho(e.celdas), false),
        _ => {
            let esperado = catalogo.len();
            let comun = anchos().filter(|&a| a > 1).max_by_key(|&a| con_ancho(a)).unwrap_or(1);
            let exactas = if limites.sin_encabezado { con_ancho(esperado) } else { 0 };
            let parejas = if comun > 1 { con_ancho(comun) } else { 0 };
            (exactas, parejas, comun > 1 && candidato.separador != Separador::Coma)
        }
    }
}
