//! What was done to a list, so that it can be undone.

use ventanilla_tramites::guion::Respuestas;

/// One step.
#[derive(Clone, Debug)]
pub enum Paso {
    /// Cells written: path, text before, text after; and how many rows there were before and after.
    Celdas {
        /// Path, before, after.
        cambios: Vec<(String, String, String)>,
        /// Rows before and after.
        filas: (usize, usize),
    },
    /// Rows that came or went: the whole list before and after.
    Filas {
        /// Before.
        antes: Respuestas,
        /// After.
        despues: Respuestas,
    },
}

/// Steps done and undone.
#[derive(Debug, Default)]
pub struct Historia {
    hechos: Vec<Paso>,
    deshechos: Vec<Paso>,
}

/// Steps that are remembered.
const MEMORIA: usize = 60;

impl Historia {
    /// Does a step and remembers it.
    pub fn hacer(&mut self, bloque: &str, respuestas: &mut Respuestas, paso: Paso) {
        paso.poner(bloque, respuestas, true);
        self.deshechos.clear();
        if self.hechos.len() == MEMORIA {
            self.hechos.remove(0);
        }
        self.hechos.push(paso);
    }

    /// Undoes the last step, or does the last undone one again; false when there is none.
    pub fn mover(&mut self, bloque: &str, respuestas: &mut Respuestas, adelante: bool) -> bool {
        let (de, a) = if adelante {
            (&mut self.deshechos, &mut self.hechos)
        } else {
            (&mut self.hechos, &mut self.deshechos)
        };
        let Some(paso) = de.pop() else { return false };
        paso.poner(bloque, respuestas, adelante);
        a.push(paso);
        true
    }
}

impl Paso {
    fn poner(&self, bloque: &str, respuestas: &mut Respuestas, adelante: bool) {
        match self {
            Self::Celdas { cambios, filas } => {
                for (ruta, antes, despues) in cambios {
                    respuestas.poner(ruta.as_str(), if adelante { despues } else { antes });
                }
                respuestas.contar(bloque, if adelante { filas.1 } else { filas.0 });
            }
            Self::Filas { antes, despues } => respuestas.reemplazar(bloque, if adelante { despues } else { antes }),
        }
    }
}
