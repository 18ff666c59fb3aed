//! Recognising the header row and which column is which.

use crate::mensajes::Aviso;
use crate::tabla::{Columna, ColumnaIgnorada, ColumnaReconocida};
use crate::texto::{normalizar, recortar};

/// The declared columns with their names made comparable.
pub(crate) struct Catalogo {
    columnas: Vec<Columna>,
    /// Comparable name, index of its column, and its rank: title, key, synonym.
    nombres: Vec<(String, usize, u8)>,
}

/// A header row that was found.
#[derive(Default)]
pub(crate) struct Encabezado {
    /// Number of the row.
    pub(crate) renglon: usize,
    /// Cells in it.
    pub(crate) celdas: usize,
    /// Cells up to the last with text: a cell beyond them belongs to no column.
    pub(crate) ancho: usize,
    /// For each declared column, its place in the file, from 0.
    pub(crate) lugares: Vec<Option<usize>>,
    pub(crate) ignoradas: Vec<ColumnaIgnorada>,
    pub(crate) nombres: Vec<ColumnaReconocida>,
    pub(crate) avisos: Vec<Aviso>,
}

impl Encabezado {
    pub(crate) fn reconocidas(&self) -> usize {
        self.nombres.len()
    }
}

impl Catalogo {
    pub(crate) fn new(columnas: &[Columna]) -> Self {
        let mut nombres = Vec::new();
        for (i, columna) in columnas.iter().enumerate() {
            let propios = [(columna.titulo, 0), (columna.clave, 1)];
            let todos = propios.into_iter().chain(columna.sinonimos.iter().map(|n| (*n, 2)));
            nombres.extend(todos.map(|(nombre, rango)| (normalizar(nombre), i, rango)));
        }
        Self {
            columnas: columnas.to_vec(),
            nombres,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.columnas.len()
    }

    pub(crate) fn titulos(&self) -> Vec<&'static str> {
        self.columnas.iter().map(|c| c.titulo).collect()
    }

    /// The row in which most columns are recognised; among equals the one with most cells, then the first.
    pub(crate) fn find_header(&self, filas: &[(usize, Vec<String>)]) -> Option<Encabezado> {
        let mut mejor: Option<((usize, usize), usize)> = None;
        for (i, (_, celdas)) in filas.iter().enumerate() {
            let puntos = (
                self.count(celdas),
                celdas.iter().filter(|c| !recortar(c).is_empty()).count(),
            );
            if puntos.0 > 0 && mejor.is_none_or(|(antes, _)| puntos > antes) {
                mejor = Some((puntos, i));
            }
        }
        let (renglon, celdas) = filas.get(mejor?.1)?;
        Some(self.map(*renglon, celdas))
    }

    /// How many different declared columns a row names.
    pub(crate) fn count(&self, celdas: &[String]) -> usize {
        let mut vistas = vec![false; self.columnas.len()];
        for (i, _) in celdas.iter().filter_map(|celda| self.lookup(celda)) {
            if let Some(vista) = vistas.get_mut(i) {
                *vista = true;
            }
        }
        vistas.iter().filter(|vista| **vista).count()
    }

    /// The mapping of a file without headers: declared columns in their order.
    pub(crate) fn positional(&self) -> Encabezado {
        let nombres = self
            .columnas
            .iter()
            .enumerate()
            .map(|(i, c)| recognised(c, c.titulo, i))
            .collect();
        Encabezado {
            renglon: 0,
            celdas: self.columnas.len(),
            ancho: self.columnas.len(),
            lugares: (0..self.columnas.len()).map(Some).collect(),
            ignoradas: Vec::new(),
            nombres,
            avisos: Vec::new(),
        }
    }

    fn lookup(&self, celda: &str) -> Option<(usize, u8)> {
        let nombre = normalizar(celda);
        if nombre.is_empty() {
            return None;
        }
        self.nombres
            .iter()
            .find(|(n, _, _)| *n == nombre)
            .map(|(_, i, rango)| (*i, *rango))
    }

    fn map(&self, renglon: usize, celdas: &[String]) -> Encabezado {
        let hallados: Vec<Option<(usize, u8)>> = celdas.iter().map(|celda| self.lookup(celda)).collect();
        let lugares = self.places(&hallados);
        let mut e = Encabezado {
            renglon,
            celdas: celdas.len(),
            ..Encabezado::default()
        };
        for (columna, lugar) in self.columnas.iter().zip(&lugares) {
            match *lugar {
                Some(p) => e.nombres.push(recognised(columna, header_text(celdas, p), p)),
                None => e.avisos.push(Aviso::ColumnaFaltante {
                    clave: columna.clave,
                    titulo: columna.titulo,
                }),
            }
        }
        for (p, hallado) in hallados.iter().enumerate() {
            let encabezado = header_text(celdas, p).to_owned();
            if encabezado.is_empty() {
                continue;
            }
            e.ancho = p + 1;
            let columna = p + 1;
            match hallado.map(|(i, _)| (self.columnas.get(i), lugares.get(i))) {
                Some((Some(declarada), Some(&Some(usada)))) if usada != p => {
                    let (titulo, usada) = (declarada.titulo, usada + 1);
                    e.avisos.push(Aviso::ColumnaRepetida {
                        titulo,
                        encabezado,
                        columna,
                        usada,
                    });
                }
                Some(_) => {}
                None => e.ignoradas.push(ColumnaIgnorada { encabezado, columna }),
            }
        }
        e.lugares = lugares;
        e
    }

    /// For each declared column the place with its title, else its key, else a synonym; the first of several.
    fn places(&self, hallados: &[Option<(usize, u8)>]) -> Vec<Option<usize>> {
        let mut mejores: Vec<Option<(u8, usize)>> = vec![None; self.columnas.len()];
        for (p, hallado) in hallados.iter().enumerate() {
            let Some((i, rango)) = *hallado else { continue };
            if let Some(mejor) = mejores.get_mut(i) {
                *mejor = Some(mejor.map_or((rango, p), |antes| antes.min((rango, p))));
            }
        }
        mejores.into_iter().map(|mejor| mejor.map(|(_, p)| p)).collect()
    }
}

fn header_text(celdas: &[String], lugar: usize) -> &str {
    celdas.get(lugar).map_or("", |celda| recortar(celda))
}

fn recognised(columna: &Columna, encabezado: &str, lugar: usize) -> ColumnaReconocida {
    ColumnaReconocida {
        clave: columna.clave,
        titulo: columna.titulo,
        encabezado: encabezado.to_owned(),
        columna: lugar + 1,
    }
}
