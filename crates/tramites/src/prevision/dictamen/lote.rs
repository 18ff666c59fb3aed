//! Many rows, in slices, with their sums.

use super::super::captura::Vinculos;
use super::super::expediente::{Escenario, Fila};
use super::{MarcaDeCelda, Preparada, ResultadoDeFila};
use ventanilla_reglas::cuotas::Totales;
use ventanilla_reglas::hallazgo::Gravedad;

/// A payroll computed in slices: rows in order, totals as they come.
#[derive(Clone, Debug, Default)]
pub struct Lote {
    /// What came out of each row.
    pub filas: Vec<ResultadoDeFila>,
    /// Sums.
    pub totales: Totales,
}

impl Lote {
    /// Computes up to `cuantas` rows more; true when there are none left.
    pub fn avanzar(
        &mut self,
        preparada: &Preparada,
        escenario: &Escenario,
        vinculos: &Vinculos,
        cuantas: usize,
    ) -> bool {
        let fin = (self.filas.len() + cuantas).min(escenario.trabajadores.len());
        for fila in self.filas.len()..fin {
            let resultado = preparada.fila(escenario, vinculos, fila);
            self.sumar(&resultado);
            self.filas.push(resultado);
        }
        fin == escenario.trabajadores.len()
    }

    /// Computes one row again and mends the totals.
    pub fn rehacer(&mut self, preparada: &Preparada, escenario: &Escenario, vinculos: &Vinculos, fila: usize) {
        let nuevo = preparada.fila(escenario, vinculos, fila);
        self.sumar(&nuevo);
        if fila < self.filas.len() {
            let viejo = std::mem::replace(&mut self.filas[fila], nuevo);
            self.restar(&viejo);
        } else {
            self.filas.push(nuevo);
        }
    }

    fn sumar(&mut self, resultado: &ResultadoDeFila) {
        if !resultado.vacia {
            self.totales.agregar(resultado.importes.as_ref(), resultado.dias);
        }
    }

    fn restar(&mut self, resultado: &ResultadoDeFila) {
        if !resultado.vacia {
            self.totales.quitar(resultado.importes.as_ref(), resultado.dias);
        }
    }

    /// Findings of all rows, errors first, then in order.
    pub fn marcas(&self) -> Vec<&MarcaDeCelda> {
        let mut marcas: Vec<&MarcaDeCelda> = self.filas.iter().flat_map(|f| &f.marcas).collect();
        marcas.sort_by_key(|m| (m.hallazgo.gravedad, m.hoja, m.fila, m.columna));
        marcas
    }

    /// How many findings of a weight there are.
    pub fn cuantos(&self, gravedad: Gravedad) -> usize {
        self.filas
            .iter()
            .flat_map(|f| &f.marcas)
            .filter(|m| m.hallazgo.gravedad == gravedad)
            .count()
    }
}

/// Whether two rows of a sheet are the same to the rules: trailing empty cells do not count.
pub fn misma_fila(a: &Fila, b: &Fila) -> bool {
    let cola = |f: &Fila| f.iter().rposition(|c| !c.trim().is_empty()).map_or(0, |i| i + 1);
    a[..cola(a)] == b[..cola(b)]
}
