//! The CSV automaton of `csv-core`, with what it leaves to its user: growing buffers within limits, rows numbered as
//! a spreadsheet does (an empty line is a row, a line end within quotes is not), and quotes that never close.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::mensajes::ErrorDeArchivo;

/// First size of the buffer for one row, in bytes.
const TEXTO_INICIAL: usize = 4 * 1024;
/// First size of the buffer for the ends of the cells of one row.
const CELDAS_INICIALES: usize = 64;

/// Why reading cannot go on; [`Analizador::error`] puts it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exceso {
    /// Too many cells in the row.
    Celdas,
    /// The cell in this column, from 1, is too long.
    Celda(usize),
    /// The input ends within quotes.
    Comilla,
}

/// What came of a step. Small, because it is passed around a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paso {
    /// Nothing yet: more input, please.
    Falta,
    /// An empty line.
    Vacio,
    /// A row; see [`Analizador::celdas`].
    Registro,
    /// It cannot go on.
    Exceso(Exceso),
}

/// Takes pieces of text of any size and finds the rows and cells in them.
pub(crate) struct Analizador {
    lector: Reader,
    /// The cells of the row, one after the other, without their quotes.
    texto: Vec<u8>,
    usados: usize,
    /// Where each cell ends in `texto`.
    fines: Vec<usize>,
    celdas: usize,
    max_celdas: usize,
    /// In characters.
    max_celda: usize,
    renglon: usize,
    /// Between two rows.
    al_inicio: bool,
    /// The last row ended in CR: a LF that follows belongs to it.
    tras_cr: bool,
}

impl Analizador {
    /// `max_celdas` in a row, `max_celda` characters in a cell; `comillas`: whether quotes mean anything.
    pub(crate) fn new(separador: u8, max_celdas: usize, max_celda: usize, comillas: bool) -> Self {
        Self {
            lector: ReaderBuilder::new().delimiter(separador).quoting(comillas).build(),
            texto: vec![0; TEXTO_INICIAL],
            usados: 0,
            fines: vec![0; CELDAS_INICIALES.min(max_celdas.max(1))],
            celdas: 0,
            max_celdas,
            max_celda,
            renglon: 0,
            al_inicio: true,
            tras_cr: false,
        }
    }

    /// Number of the current row, from 1.
    pub(crate) fn renglon(&self) -> usize {
        self.renglon
    }

    /// The cells of the row that has just been found.
    pub(crate) fn celdas(&self) -> impl Iterator<Item = &str> {
        let texto = self
            .texto
            .get(..self.usados)
            .and_then(|t| std::str::from_utf8(t).ok())
            .unwrap_or_default();
        let mut desde = 0;
        self.fines.iter().take(self.celdas).map(move |&hasta| {
            let celda = texto.get(desde..hasta).unwrap_or_default();
            desde = hasta;
            celda
        })
    }

    /// The words for what happened in the current row.
    pub(crate) fn error(&self, exceso: Exceso) -> ErrorDeArchivo {
        let renglon = self.renglon;
        match exceso {
            Exceso::Celdas => ErrorDeArchivo::DemasiadasColumnas {
                renglon,
                limite: self.max_celdas,
            },
            Exceso::Celda(columna) => ErrorDeArchivo::CeldaDemasiadoLarga {
                renglon,
                columna,
                limite: self.max_celda,
            },
            Exceso::Comilla => ErrorDeArchivo::ComillaSinCerrar { renglon },
        }
    }

    /// Reads from `entrada` (not empty) up to the next event; returns how much was used.
    pub(crate) fn step(&mut self, entrada: &[u8]) -> (usize, Paso) {
        if self.al_inicio {
            if let Some(paso) = self.skip_line_end(entrada) {
                return (1, paso);
            }
            self.begin_row();
        }
        let libre = self.texto.get_mut(self.usados..).unwrap_or_default();
        let fines = self.fines.get_mut(self.celdas..).unwrap_or_default();
        let (resultado, leidos, escritos, terminadas) = self.lector.read_record(entrada, libre, fines);
        self.usados += escritos;
        self.celdas += terminadas;
        let paso = match resultado {
            ReadRecordResult::InputEmpty | ReadRecordResult::End => Paso::Falta,
            ReadRecordResult::OutputFull => self.grow_text(),
            ReadRecordResult::OutputEndsFull => self.grow_ends(),
            ReadRecordResult::Record => {
                self.al_inicio = true;
                self.tras_cr = leidos.checked_sub(1).and_then(|i| entrada.get(i)) == Some(&b'\r');
                self.check_cells()
            }
        };
        (leidos, paso)
    }

    /// Ends the input: the last row, if it has no line end; [`Paso::Falta`] if there is nothing left.
    pub(crate) fn finish(&mut self) -> Paso {
        while !self.al_inicio {
            match self.step(b"\n") {
                // The line end went into a cell: a quote is open.
                (1.., Paso::Falta) => {
                    self.al_inicio = true;
                    return Paso::Exceso(Exceso::Comilla);
                }
                // No room for it yet.
                (0, Paso::Falta) => {}
                (_, paso) => return paso,
            }
        }
        Paso::Falta
    }

    /// Line ends between rows, which the automaton would pass over without counting them.
    fn skip_line_end(&mut self, entrada: &[u8]) -> Option<Paso> {
        let (primero, tras_cr) = (entrada.first(), std::mem::take(&mut self.tras_cr));
        match primero {
            Some(b'\n') if tras_cr => Some(Paso::Falta),
            Some(b'\n' | b'\r') => {
                self.tras_cr = primero == Some(&b'\r');
                self.renglon += 1;
                Some(Paso::Vacio)
            }
            _ => None,
        }
    }

    fn begin_row(&mut self) {
        self.al_inicio = false;
        self.renglon += 1;
        self.usados = 0;
        self.celdas = 0;
    }

    fn grow_text(&mut self) -> Paso {
        // A character takes up to four bytes; exact counting waits until the cell is whole.
        let en_curso = self.usados - self.end_of_last_cell();
        if en_curso > self.max_celda.saturating_mul(4) {
            return Paso::Exceso(Exceso::Celda(self.celdas + 1));
        }
        self.texto.resize(self.texto.len() * 2, 0);
        Paso::Falta
    }

    fn grow_ends(&mut self) -> Paso {
        if self.fines.len() >= self.max_celdas {
            return Paso::Exceso(Exceso::Celdas);
        }
        self.fines
            .resize(self.fines.len().saturating_mul(2).min(self.max_celdas), 0);
        Paso::Falta
    }

    fn end_of_last_cell(&self) -> usize {
        self.celdas
            .checked_sub(1)
            .and_then(|i| self.fines.get(i))
            .copied()
            .unwrap_or(0)
            .min(self.usados)
    }

    fn check_cells(&self) -> Paso {
        // The whole row is shorter than the limit of one cell: the usual case.
        if self.usados <= self.max_celda {
            return Paso::Registro;
        }
        match self
            .celdas()
            .position(|celda| celda.len() > self.max_celda && celda.chars().count() > self.max_celda)
        {
            Some(i) => Paso::Exceso(Exceso::Celda(i + 1)),
            None => Paso::Registro,
        }
    }
}
