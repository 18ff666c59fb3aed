//! The positions of the slider: round salaries between the least that can be chosen and the cap, and both ends exactly.

use ventanilla_reglas::importe::Importe;

/// Cents between one position and the next.
const PASO: i64 = 1_000;

/// A slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deslizador {
    minimo: i64,
    maximo: i64,
}

impl Deslizador {
    /// Between two salaries.
    pub fn entre(minimo: Importe, maximo: Importe) -> Self {
        Self {
            minimo: minimo.centavos(),
            maximo: maximo.centavos().max(minimo.centavos()),
        }
    }

    /// Its last position; the first one is 0.
    pub fn ultima(self) -> i64 {
        if self.maximo == self.minimo {
            return 0;
        }
        // the round ones strictly between both ends
        (self.maximo - 1) / PASO - self.minimo / PASO + 1
    }

    /// The salary at a position.
    pub fn salario(self, posicion: i64) -> Importe {
        let centavos = if posicion <= 0 {
            self.minimo
        } else if posicion >= self.ultima() {
            self.maximo
        } else {
            (self.minimo / PASO + posicion) * PASO
        };
        Importe::de_centavos(centavos)
    }

    /// The position of a salary, or the one just below it.
    pub fn posicion(self, sbc: Importe) -> i64 {
        let sbc = sbc.centavos();
        if sbc >= self.maximo {
            return self.ultima();
        }
        (sbc.max(self.minimo) / PASO - self.minimo / PASO).min(self.ultima())
    }
}
