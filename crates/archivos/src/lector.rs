//! Reading a table in slices.

use std::borrow::Cow;

use crate::analizador::{Analizador, Paso};
use crate::encabezado::{Catalogo, Encabezado};
use crate::escritura::unprotect;
use crate::formato;
use crate::mensajes::{Aviso, ErrorDeArchivo};
use crate::separador::{self, Candidato, MUESTRA, Separador};
use crate::tabla::{Columna, ColumnaIgnorada, ColumnaReconocida, Fila, Lectura, Limites};
use crate::texto::{Fuente, normalizar, parece_danado, recortar};

/// Warnings kept; the rest are only counted.
const MAX_AVISOS: usize = 100;
/// A slice ends after so many bytes for each row asked for, so that rows of nothing or of a megabyte do not stretch it.
const BYTES_POR_FILA: usize = 512;
/// … plus these.
const BYTES_POR_TURNO: usize = 32 * 1024;
/// What an error shows of the row it found: cells, and characters of each.
const MUESTRA_DE_ERROR: (usize, usize) = (12, 40);

/// How far a [`Lector`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Avance {
    /// Part of the file already read, in thousandths: 0 to 1000, and 1000 only at the end.
    pub permil: u16,
    /// Rows with data so far.
    pub filas: usize,
    /// Nothing left to read, or an error that [`Lector::terminar`] gives.
    pub terminado: bool,
}

/// Reads a table a few rows at a time, so that a page can do other things in between.
///
/// ```
/// # use ventanilla_archivos::{Columna, Lector, Limites};
/// # const COLUMNAS: &[Columna] = &[Columna { clave: "nss", titulo: "NSS", sinonimos: &[] }];
/// let mut lector = Lector::nuevo(b"NSS\n99068400011\n".to_vec(), COLUMNAS, Limites::default())?;
/// while !lector.avanzar(500).terminado {
///     // show the progress, let the page breathe
/// }
/// assert_eq!(lector.terminar()?.filas.len(), 1);
/// # Ok::<(), ventanilla_archivos::ErrorDeArchivo>(())
/// ```
pub struct Lector {
    fuente: Fuente<'static>,
    analizador: Analizador,
    separador: Separador,
    encabezado: Encabezado,
    limites: Limites,
    filas: Vec<Fila>,
    leidas: usize,
    avisos: Vec<Aviso>,
    omitidos: usize,
    terminado: bool,
    error: Option<ErrorDeArchivo>,
}

impl Lector {
    /// Recognises encoding, separator and headers from the beginning of the file; reads no row yet.
    ///
    /// Takes a few milliseconds even for the largest file: it looks at 64 KiB closely, and at the rest only to tell
    /// UTF-8 from Windows-1252.
    ///
    /// # Errors
    /// If the file is empty, is not text, is too large, or none of its first 20 rows with text names a declared
    /// column (unless `sin_encabezado`); or a limit that is already passed there.
    pub fn nuevo(bytes: Vec<u8>, columnas: &[Columna], limites: Limites) -> Result<Self, ErrorDeArchivo> {
        if bytes.len() > limites.bytes {
            return Err(ErrorDeArchivo::DemasiadosBytes {
                bytes: bytes.len(),
                limite: limites.bytes,
            });
        }
        if let Some(formato) = formato::detect(&bytes) {
            return Err(ErrorDeArchivo::Binario { formato });
        }
        let mut fuente = Fuente::new(Cow::Owned(bytes));
        let (muestra, completa) = fuente.sample(MUESTRA);
        let (fijo, saltar) = separador::declared(&muestra).map_or((None, 0), |(s, n)| (Some(s), n));
        let texto = muestra.get(saltar..).unwrap_or_default();
        let catalogo = Catalogo::new(columnas);
        let candidato = separador::choose(texto, completa, fijo, &catalogo, &limites);
        if completa && candidato.filas.is_empty() && candidato.error.is_none() {
            return Err(ErrorDeArchivo::Vacio);
        }
        let separador = candidato.separador;
        let mut encabezado = settle_header(candidato, &catalogo, limites.sin_encabezado)?;
        fuente.skip(saltar);
        Ok(Self {
            fuente,
            analizador: Analizador::new(separador.byte(), limites.columnas, limites.celda, true),
            separador,
            avisos: std::mem::take(&mut encabezado.avisos),
            encabezado,
            limites,
            filas: Vec::new(),
            leidas: 0,
            omitidos: 0,
            terminado: false,
            error: None,
        })
    }

    /// Reads up to `max_filas` rows with data (at least one), fewer if they are long.
    pub fn avanzar(&mut self, max_filas: usize) -> Avance {
        let meta = self.leidas.saturating_add(max_filas.max(1));
        let mut bytes = BYTES_POR_FILA.saturating_mul(max_filas).saturating_add(BYTES_POR_TURNO);
        while !self.terminado && self.leidas < meta && bytes > 0 {
            // One more for each step, so that steps that read nothing end too.
            bytes = bytes.saturating_sub(self.step() + 1);
        }
        let permil = if self.terminado {
            1000
        } else {
            self.fuente.permil().min(999)
        };
        Avance {
            permil,
            filas: self.leidas,
            terminado: self.terminado,
        }
    }

    /// Takes the rows read so far, to work on them while the rest is read; [`Lectura::filas`] will not have them.
    #[must_use]
    pub fn tomar_filas(&mut self) -> Vec<Fila> {
        std::mem::take(&mut self.filas)
    }

    /// Declared columns that the file has; known from the start.
    #[must_use]
    pub fn columnas_reconocidas(&self) -> &[ColumnaReconocida] {
        &self.encabezado.nombres
    }

    /// Columns of the file that are not read; known from the start.
    #[must_use]
    pub fn columnas_ignoradas(&self) -> &[ColumnaIgnorada] {
        &self.encabezado.ignoradas
    }

    /// Ends the reading (reads what is left, if anything is) and gives what was read.
    ///
    /// # Errors
    /// If a limit was passed or a quote does not close; then nothing of the file is given.
    pub fn terminar(mut self) -> Result<Lectura, ErrorDeArchivo> {
        while !self.terminado {
            self.step();
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        if self.leidas == 0 {
            self.avisos.push(Aviso::SinFilas);
        }
        if self.omitidos > 0 {
            self.avisos.push(Aviso::Omitidos { cuantos: self.omitidos });
        }
        Ok(Lectura {
            filas: self.filas,
            avisos: self.avisos,
            codificacion: self.fuente.codificacion(),
            separador: self.separador,
            renglon_encabezado: Some(self.encabezado.renglon).filter(|r| *r > 0),
            columnas_reconocidas: self.encabezado.nombres,
            columnas_ignoradas: self.encabezado.ignoradas,
        })
    }

    /// One step of the automaton; returns the bytes it used.
    fn step(&mut self) -> usize {
        let entrada = self.fuente.chunk();
        let (leidos, paso) = if entrada.is_empty() {
            self.terminado = true;
            (0, self.analizador.finish())
        } else {
            self.analizador.step(entrada)
        };
        self.fuente.consume(leidos);
        match paso {
            Paso::Registro if self.analizador.renglon() > self.encabezado.renglon => self.take_row(),
            Paso::Exceso(exceso) => self.fail(self.analizador.error(exceso)),
            _ => {}
        }
        leidos
    }

    fn fail(&mut self, error: ErrorDeArchivo) {
        self.error = Some(error);
        self.terminado = true;
    }

    fn take_row(&mut self) {
        let renglon = self.analizador.renglon();
        let archivo: Vec<&str> = self.analizador.celdas().collect();
        let Some(ultima) = archivo.iter().rposition(|celda| !recortar(celda).is_empty()) else {
            return;
        };
        let lugares = &self.encabezado.lugares;
        let celda = |lugar: &Option<usize>| lugar.and_then(|p| archivo.get(p)).map_or("", |celda| clean(celda));
        let celdas: Vec<String> = lugares.iter().map(|lugar| celda(lugar).to_owned()).collect();
        if celdas.iter().all(String::is_empty) {
            return self.warn(Aviso::FilaSinDatos { renglon });
        }
        if self.leidas >= self.limites.filas {
            return self.fail(ErrorDeArchivo::DemasiadasFilas {
                limite: self.limites.filas,
            });
        }
        let danadas = celdas.iter().zip(lugares).filter(|(celda, _)| parece_danado(celda));
        let mut avisos: Vec<Aviso> = danadas
            .filter_map(|(_, lugar)| {
                lugar.map(|p| Aviso::TextoDanado {
                    renglon,
                    columna: p + 1,
                })
            })
            .collect();
        let esperadas = self.encabezado.ancho;
        if ultima >= esperadas {
            avisos.push(Aviso::FilaLarga {
                renglon,
                celdas: ultima + 1,
                esperadas,
            });
        }
        self.leidas += 1;
        self.filas.push(Fila {
            renglon_archivo: renglon,
            celdas,
        });
        avisos.into_iter().for_each(|aviso| self.warn(aviso));
    }

    fn warn(&mut self, aviso: Aviso) {
        if self.avisos.len() < MAX_AVISOS {
            self.avisos.push(aviso);
        } else {
            self.omitidos += 1;
        }
    }
}

/// The text of a cell: trimmed, and without what other programs put around it for the sake of spreadsheets, namely the
/// apostrophe against formulas and the `="00123"` that keeps leading zeros.
fn clean(celda: &str) -> &str {
    let texto = recortar(celda);
    if let Some(libre) = unprotect(texto) {
        return recortar(libre);
    }
    let dentro = texto.strip_prefix("=\"").and_then(|t| t.strip_suffix('"'));
    dentro.filter(|t| !t.contains('"')).map_or(texto, recortar)
}

/// The header row to use, or the reason why there is none.
fn settle_header(
    candidato: Candidato,
    catalogo: &Catalogo,
    sin_encabezado: bool,
) -> Result<Encabezado, ErrorDeArchivo> {
    if sin_encabezado {
        return Ok(positional(&candidato, catalogo));
    }
    match (candidato.encabezado, candidato.error) {
        (Some(encabezado), _) => Ok(encabezado),
        (None, Some(error)) => Err(error),
        (None, None) => Err(no_header(&candidato.filas, catalogo)),
    }
}

/// Positional reading; warns if the first row names its own columns.
fn positional(candidato: &Candidato, catalogo: &Catalogo) -> Encabezado {
    let mut encabezado = catalogo.positional();
    if let Some((renglon, celdas)) = candidato.filas.first() {
        let nombradas = catalogo.count(celdas);
        if nombradas > 0 && nombradas >= catalogo.len().min(2) {
            encabezado.avisos.push(Aviso::PareceEncabezado { renglon: *renglon });
        }
    }
    encabezado
}

/// What was found instead of headers: the widest of the first rows.
fn no_header(filas: &[(usize, Vec<String>)], catalogo: &Catalogo) -> ErrorDeArchivo {
    let con_texto = |celdas: &[String]| celdas.iter().filter(|c| !normalizar(c).is_empty()).count();
    let mut ancha: Option<&(usize, Vec<String>)> = None;
    for fila in filas {
        if ancha.is_none_or(|antes| con_texto(&fila.1) > con_texto(&antes.1)) {
            ancha = Some(fila);
        }
    }
    let (max_celdas, max_letras) = MUESTRA_DE_ERROR;
    let visibles = |celdas: &Vec<String>| {
        let textos = celdas.iter().map(|c| recortar(c)).filter(|c| !c.is_empty());
        textos
            .take(max_celdas)
            .map(|c| c.chars().take(max_letras).collect())
            .collect()
    };
    ErrorDeArchivo::SinEncabezado {
        renglon: ancha.map_or(0, |fila| fila.0),
        encontrado: ancha.map(|fila| visibles(&fila.1)).unwrap_or_default(),
        esperado: catalogo.titulos(),
    }
}
