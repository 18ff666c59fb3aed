//! The batch as the grid sees it.

use super::mesa::Mesa;
use crate::hoja::historia::Paso;
use crate::hoja::{Alineacion, Cambio, Celda, DefColumna, Gravedad, Marca, Modelo};
use leptos::prelude::*;
use std::sync::LazyLock;
use ventanilla_reglas::hallazgo::{self, Hallazgo};
use ventanilla_tramites::lote_idse::{COLUMNAS, RENGLONES};
use ventanilla_tramites::prevision::{ClaseDeDato, Columna};

/// Columns for the grid.
pub fn columnas() -> &'static [DefColumna] {
    static TODAS: LazyLock<Vec<DefColumna>> = LazyLock::new(|| COLUMNAS.iter().map(columna).collect());
    &TODAS
}

fn columna(columna: &Columna) -> DefColumna {
    let (alineacion, modo_entrada) = match columna.clase {
        ClaseDeDato::Importe => (Alineacion::Derecha, "decimal"),
        ClaseDeDato::Entero => (Alineacion::Izquierda, "numeric"),
        _ => (Alineacion::Izquierda, "text"),
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

/// A finding as the mark of a cell.
pub fn marca(hallazgo: &Hallazgo) -> Marca {
    Marca {
        gravedad: match hallazgo.gravedad {
            hallazgo::Gravedad::Error => Gravedad::Error,
            hallazgo::Gravedad::Advertencia => Gravedad::Advertencia,
            hallazgo::Gravedad::Nota => Gravedad::Nota,
        },
        mensaje: hallazgo.mensaje.clone(),
    }
}

/// The smaller, the worse.
pub fn peso(gravedad: Gravedad) -> u8 {
    match gravedad {
        Gravedad::Error => 0,
        Gravedad::Advertencia => 1,
        Gravedad::Nota => 2,
    }
}

impl Modelo for Mesa {
    fn filas(&self) -> usize {
        self.lote.read().filas.len()
    }

    fn celda(&self, fila: usize, col: usize) -> Celda {
        let lote = self.lote.read();
        let texto = lote
            .filas
            .get(fila)
            .and_then(|f| f.get(col))
            .cloned()
            .unwrap_or_default();
        Celda {
            texto,
            calculado: false,
            marca: self.marcas.read().get(&(fila, col)).cloned(),
        }
    }

    fn escribir(&self, cambios: Vec<Cambio>) {
        let total = cambios.len();
        let cambios: Vec<Cambio> = cambios.into_iter().filter(|c| c.fila < RENGLONES).collect();
        if cambios.len() < total {
            let texto = format!(
                "Caben {} renglones; lo demás no se agregó.",
                crate::componentes::miles(RENGLONES as u64)
            );
            self.contexto.avisar(texto);
        }
        let paso = self.lote.with_untracked(|lote| {
            let antes = |c: &Cambio| {
                let celda = lote.filas.get(c.fila).and_then(|f| f.get(c.col));
                celda.cloned().unwrap_or_default()
            };
            let ultima = cambios.iter().map(|c| c.fila + 1).max().unwrap_or(0);
            let crecio = ultima.saturating_sub(lote.filas.len());
            let cambios: Vec<_> = cambios
                .iter()
                .map(|c| (c.fila, c.col, antes(c), c.texto.clone()))
                .collect();
            let nada = crecio == 0 && cambios.iter().all(|c| c.2 == c.3);
            (!nada).then_some(Paso::Celdas { cambios, crecio })
        });
        let una = (cambios.len() == 1).then(|| cambios.first().map(|c| c.fila)).flatten();
        if let Some(paso) = paso {
            self.hacer(paso, una);
        }
    }

    fn insertar(&self, en: usize, cuantas: usize) {
        let caben = RENGLONES.saturating_sub(self.lote.read_untracked().filas.len());
        let cuantas = cuantas.min(caben);
        if cuantas > 0 {
            self.hacer(Paso::Insertar { en, cuantas }, None);
        }
    }

    fn borrar(&self, desde: usize, cuantas: usize) {
        let filas = self.lote.with_untracked(|lote| {
            let fin = (desde + cuantas).min(lote.filas.len());
            lote.filas.get(desde..fin).map(<[_]>::to_vec).unwrap_or_default()
        });
        if filas.is_empty() {
            return;
        }
        let texto = match filas.len() {
            1 => "Se quitó un renglón.".to_owned(),
            n => format!("Se quitaron {} renglones.", crate::componentes::miles(n as u64)),
        };
        self.hacer(Paso::Borrar { desde, filas }, None);
        let mesa = *self;
        self.contexto.avisar_con_regreso(texto, move || {
            mesa.retroceder(false);
        });
    }

    fn deshacer(&self) -> bool {
        self.retroceder(false)
    }

    fn rehacer(&self) -> bool {
        self.retroceder(true)
    }
}
