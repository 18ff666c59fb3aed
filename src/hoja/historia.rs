//! What was done to a sheet, so that it can be undone.

/// A row, cell by cell.
pub type Fila = Vec<String>;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub enum Paso {
    /// Cells written, and the rows the sheet grew by.
    Celdas {
        /// Row, column, text before, text after.
        cambios: Vec<(usize, usize, String, String)>,
        /// Rows added at the end to hold them.
        crecio: usize,
    },
    /// Empty rows inserted.
    Insertar {
        /// Before this row.
        en: usize,
        /// How many.
        cuantas: usize,
    },
    /// Rows deleted, with what they held.
    Borrar {
        /// First one.
        desde: usize,
        /// What they held.
        filas: Vec<Fila>,
    },
}

/// Steps done and undone of one sheet.
#[derive(Debug, Default)]
pub struct Historia {
    hechos: Vec<Paso>,
    deshechos: Vec<Paso>,
}

const MEMORIA: usize = 200;

impl Historia {
    /// Does a step and remembers it.
    pub fn hacer(&mut self, filas: &mut Vec<Fila>, paso: Paso) {
        paso.aplicar(filas);
        self.deshechos.clear();
        if self.hechos.len() == MEMORIA {
            self.hechos.remove(0);
        }
        self.hechos.push(paso);
    }

    /// Undoes the last step; false when there is none.
    pub fn deshacer(&mut self, filas: &mut Vec<Fila>) -> bool {
        let Some(paso) = self.hechos.pop() else { return false };
        paso.revertir(filas);
        self.deshechos.push(paso);
        true
    }

    /// Does the last undone step again; false when there is none.
    pub fn rehacer(&mut self, filas: &mut Vec<Fila>) -> bool {
        let Some(paso) = self.deshechos.pop() else { return false };
        paso.aplicar(filas);
        self.hechos.push(paso);
        true
    }

    /// Forgets everything: another payroll is open.
    pub fn olvidar(&mut self) {
        *self = Self::default();
    }
}

impl Paso {
    fn aplicar(&self, filas: &mut Vec<Fila>) {
        match self {
            Self::Celdas { cambios, crecio } => {
                filas.resize(filas.len() + crecio, Fila::new());
                cambios
                    .iter()
                    .for_each(|(fila, col, _, despues)| poner(filas, *fila, *col, despues));
            }
            Self::Insertar { en, cuantas } => {
                let en = (*en).min(filas.len());
                filas.splice(en..en, std::iter::repeat_n(Fila::new(), *cuantas));
            }
            Self::Borrar { desde, filas: quitadas } => {
                let fin = (desde + quitadas.len()).min(filas.len());
                filas.drain((*desde).min(fin)..fin);
            }
        }
    }

    fn revertir(&self, filas: &mut Vec<Fila>) {
        match self {
            Self::Celdas { cambios, crecio } => {
                cambios
                    .iter()
                    .rev()
                    .for_each(|(fila, col, antes, _)| poner(filas, *fila, *col, antes));
                filas.truncate(filas.len().saturating_sub(*crecio));
            }
            Self::Insertar { en, cuantas } => {
                let fin = (en + cuantas).min(filas.len());
                filas.drain((*en).min(fin)..fin);
            }
            Self::Borrar { desde, filas: quitadas } => {
                let en = (*desde).min(filas.len());
                filas.splice(en..en, quitadas.iter().cloned());
            }
        }
    }
}

fn poner(filas: &mut [Fila], fila: usize, col: usize, texto: &str) {
    let Some(celdas) = filas.get_mut(fila) else { return };
    if celdas.len() <= col {
        if texto.is_empty() {
            return;
        }
        celdas.resize(col + 1, String::new());
    }
    celdas[col].replace_range(.., texto);
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn filas(textos: &[&str]) -> Vec<Fila> {
        textos.iter().map(|t| vec![(*t).to_owned()]).collect()
    }

    #[test]
    fn todo_se_deshace_y_se_rehace() {
        let inicial = filas(&["a", "b", "c"]);
        let mut actual = inicial.clone();
        let mut historia = Historia::default();
        let pasos = [
            Paso::Celdas {
                cambios: vec![(1, 0, "b".into(), "B".into()), (3, 2, String::new(), "z".into())],
                crecio: 1,
            },
            Paso::Insertar { en: 0, cuantas: 2 },
            Paso::Borrar {
                desde: 2,
                filas: filas(&["a"]),
            },
        ];
        let mut fotos = vec![actual.clone()];
        for paso in pasos {
            historia.hacer(&mut actual, paso);
            fotos.push(actual.clone());
        }
        assert_eq!(actual.len(), 5);
        for foto in fotos.iter().rev().skip(1) {
            assert!(historia.deshacer(&mut actual));
            let quitar_cola = |filas: &[Fila]| -> Vec<Fila> {
                filas
                    .iter()
                    .map(|f| f.iter().filter(|c| !c.is_empty()).cloned().collect())
                    .collect()
            };
            assert_eq!(quitar_cola(&actual), quitar_cola(foto));
        }
        assert!(!historia.deshacer(&mut actual));
        for foto in fotos.iter().skip(1) {
            assert!(historia.rehacer(&mut actual));
            assert_eq!(&actual, foto);
        }
        assert!(!historia.rehacer(&mut actual));
    }
}
