//! The payroll's sheets as the grid sees them.

use super::mesa::Mesa;
use crate::hoja::historia::Paso;
use crate::hoja::{Alineacion, Cambio, Celda, DefColumna, Gravedad, Marca, Modelo};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::LazyLock;
use ventanilla_reglas::hallazgo;
use ventanilla_tramites::prevision::{ClaseDeDato, Columna, Hoja, MarcaDeCelda, trabajador};

/// Columns of each sheet, for the grid.
pub fn columnas(hoja: Hoja) -> &'static [DefColumna] {
    static COLUMNAS: LazyLock<[Vec<DefColumna>; 3]> =
        LazyLock::new(|| Hoja::TODAS.map(|hoja| hoja.columnas().iter().map(columna).collect()));
    &COLUMNAS[hoja as usize]
}

fn columna(columna: &Columna) -> DefColumna {
    let (alineacion, modo_entrada) = match columna.clase {
        ClaseDeDato::Importe => (Alineacion::Derecha, "decimal"),
        ClaseDeDato::Entero => (Alineacion::Derecha, "numeric"),
        ClaseDeDato::Identificador => (Alineacion::Izquierda, "numeric"),
        ClaseDeDato::Texto | ClaseDeDato::Fecha | ClaseDeDato::Opcion => (Alineacion::Izquierda, "text"),
    };
    DefColumna {
        clave: columna.clave,
        titulo: columna.titulo,
        sinonimos: columna.sinonimos,
        ayuda: columna.ayuda,
        ancho_ch: columna.ancho,
        alineacion,
        modo_entrada,
        solo_lectura: false,
        opciones: columna.opciones,
    }
}

/// A sheet of the desk.
#[derive(Clone, Copy)]
pub struct HojaDeNomina {
    mesa: Mesa,
    hoja: Hoja,
    /// Marks of the other two sheets, by row: their findings come from the workers they belong to.
    marcas: Memo<HashMap<usize, Vec<MarcaDeCelda>>>,
}

impl HojaDeNomina {
    /// The model of a sheet.
    pub fn nueva(mesa: Mesa, hoja: Hoja) -> Self {
        let marcas = Memo::new(move |_| {
            let mut mapa: HashMap<usize, Vec<MarcaDeCelda>> = HashMap::new();
            if hoja != Hoja::Trabajadores {
                let lote = mesa.lote.read();
                let sueltos = mesa.sueltos.read();
                let todas = lote.filas.iter().flat_map(|f| &f.marcas).chain(sueltos.iter());
                for marca in todas.filter(|m| m.hoja == hoja) {
                    mapa.entry(marca.fila).or_default().push(marca.clone());
                }
            }
            mapa
        });
        Self { mesa, hoja, marcas }
    }

    fn marca(&self, fila: usize, col: usize) -> Option<Marca> {
        let de_la_celda = |marcas: &[MarcaDeCelda]| {
            marcas
                .iter()
                .filter(|m| m.hoja == self.hoja && m.columna == col)
                .min_by_key(|m| m.hallazgo.gravedad)
                .map(|m| Marca {
                    gravedad: gravedad(m.hallazgo.gravedad),
                    mensaje: m.hallazgo.mensaje.clone(),
                })
        };
        if self.hoja == Hoja::Trabajadores {
            self.mesa
                .lote
                .read()
                .filas
                .get(fila)
                .and_then(|f| de_la_celda(&f.marcas))
        } else {
            self.marcas.read().get(&fila).and_then(|marcas| de_la_celda(marcas))
        }
    }
}

fn gravedad(gravedad: hallazgo::Gravedad) -> Gravedad {
    match gravedad {
        hallazgo::Gravedad::Error => Gravedad::Error,
        hallazgo::Gravedad::Advertencia => Gravedad::Advertencia,
        hallazgo::Gravedad::Nota => Gravedad::Nota,
    }
}

impl Modelo for HojaDeNomina {
    fn filas(&self) -> usize {
        self.mesa.escenario.read().hoja(self.hoja).len()
    }

    fn celda(&self, fila: usize, col: usize) -> Celda {
        let texto = self
            .mesa
            .escenario
            .read()
            .hoja(self.hoja)
            .get(fila)
            .and_then(|celdas| celdas.get(col))
            .cloned()
            .unwrap_or_default();
        let marca = self.marca(fila, col);
        if texto.is_empty() && self.hoja == Hoja::Trabajadores && col == trabajador::SBC {
            let lote = self.mesa.lote.read();
            if let Some(sbc) = lote.filas.get(fila).and_then(|f| f.sbc_calculado) {
                return Celda {
                    texto: sbc.to_string(),
                    calculado: true,
                    marca,
                };
            }
        }
        Celda {
            texto,
            calculado: false,
            marca,
        }
    }

    fn escribir(&self, cambios: Vec<Cambio>) {
        let paso = self.mesa.escenario.with_untracked(|escenario| {
            let filas = escenario.hoja(self.hoja);
            let antes = |c: &Cambio| {
                filas
                    .get(c.fila)
                    .and_then(|f| f.get(c.col))
                    .cloned()
                    .unwrap_or_default()
            };
            let ultima = cambios.iter().map(|c| c.fila + 1).max().unwrap_or(0);
            let crecio = ultima.saturating_sub(filas.len());
            let cambios: Vec<_> = cambios
                .iter()
                .map(|c| (c.fila, c.col, antes(c), c.texto.clone()))
                .collect();
            let nada = crecio == 0 && cambios.iter().all(|c| c.2 == c.3);
            (!nada).then_some(Paso::Celdas { cambios, crecio })
        });
        if let Some(paso) = paso {
            self.mesa.hacer(self.hoja, paso);
        }
    }

    fn insertar(&self, en: usize, cuantas: usize) {
        self.mesa.hacer(self.hoja, Paso::Insertar { en, cuantas });
    }

    fn borrar(&self, desde: usize, cuantas: usize) {
        let filas = self.mesa.escenario.with_untracked(|escenario| {
            let filas = escenario.hoja(self.hoja);
            let fin = (desde + cuantas).min(filas.len());
            filas.get(desde..fin).map(<[_]>::to_vec).unwrap_or_default()
        });
        if !filas.is_empty() {
            self.mesa.hacer(self.hoja, Paso::Borrar { desde, filas });
        }
    }

    fn deshacer(&self) -> bool {
        self.mesa.retroceder(self.hoja, false)
    }

    fn rehacer(&self) -> bool {
        self.mesa.retroceder(self.hoja, true)
    }

    fn con_detalle(&self) -> bool {
        self.hoja == Hoja::Trabajadores
    }

    fn detalle(&self, fila: usize) {
        super::explicacion::preguntar(self.mesa, Some(fila), &ventanilla_reglas::mensajes::cuotas::TOTAL);
    }
}
