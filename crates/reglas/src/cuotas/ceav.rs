//! In which range of the CEAV table an SBC falls (LSS 168 II a), under the políticas on the gaps between ranges, on
//! what "1.00 SM" is, and on rounding the limits.

use crate::consulta::Consulta;
use crate::importe::{Importe, diezmillonesimos};
use crate::politica::{Politica, Politicas};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, FueraDeVigencia, Tabla};

/// Keys of the ranges in the table `ceav`, lowest first.
pub const RANGOS: [&str; 8] = [
    "1.00_SM",
    "1.01_SM-1.50_UMA",
    "1.51-2.00_UMA",
    "2.01-2.50_UMA",
    "2.51-3.00_UMA",
    "3.01-3.50_UMA",
    "3.51-4.00_UMA",
    "4.01_UMA",
];

/// Políticas that can move an SBC to another range, in the order of [`Ceav::dudas`].
pub const DUDAS: [Politica; 3] = [Politica::CeavHueco, Politica::CeavLimite, Politica::CeavSalarioMinimo];

/// The ranges on one date, with their limits in cents.
#[derive(Clone, Debug)]
pub struct Ceav {
    vigentes: Umbrales,
    otras_lecturas: [Umbrales; 3],
    /// Rate of each range, in ten-millionths.
    pub tasas: [i64; 8],
    /// Row of each range.
    pub filas: Vec<Fila>,
    distingue: bool,
}

/// From which SBC each range begins, in cents: up to `minimo` the first one, and from `desde[i]` the range i + 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Umbrales {
    minimo: i64,
    desde: [i64; 6],
}

impl Umbrales {
    #[inline]
    fn ubicar(&self, sbc: i64) -> usize {
        if sbc <= self.minimo {
            return 0;
        }
        1 + self.desde.iter().filter(|limite| sbc >= **limite).count()
    }
}

/// The two wages "1.00 SM" may mean.
#[derive(Clone, Copy, Debug)]
pub struct Minimos {
    /// The minimum wage of the area.
    pub literal: Importe,
    /// The same with the smallest integration factor.
    pub integrado: Importe,
}

impl Ceav {
    /// The ranges on `fecha`.
    ///
    /// # Errors
    /// [`FueraDeVigencia`] of any of the tables.
    pub fn nuevo(
        consulta: &mut Consulta<'_>,
        fecha: NaiveDate,
        uma: Decimal,
        minimos: Minimos,
    ) -> Result<Self, FueraDeVigencia> {
        let mut filas = Vec::with_capacity(8);
        let mut tasas = [0; 8];
        for (tasa, rango) in tasas.iter_mut().zip(RANGOS) {
            let fila = consulta.vigente(Tabla::Ceav, rango, fecha)?;
            *tasa = diezmillonesimos(fila.valor).unwrap_or(0);
            filas.push(fila.clone());
        }
        let limites = Limites::leer(consulta, fecha, uma)?;
        let lectura = |politicas: &Politicas| Umbrales {
            minimo: if politicas.es(Politica::CeavSalarioMinimo, "integrado") {
                minimos.integrado.centavos()
            } else {
                minimos.literal.centavos()
            },
            desde: limites.umbrales(politicas),
        };
        let politicas = consulta.politicas.clone();
        let otra = |politica: Politica, valores: [&str; 2]| {
            let mut otras = politicas.clone();
            let contraria = if politicas.es(politica, valores[0]) {
                valores[1]
            } else {
                valores[0]
            };
            let nombre = crate::politica::POLITICAS[politica as usize].nombre;
            otras.elegir(nombre, contraria);
            lectura(&otras)
        };
        Ok(Self {
            vigentes: lectura(&politicas),
            otras_lecturas: [
                otra(Politica::CeavHueco, ["sua", "superior"]),
                otra(Politica::CeavLimite, ["centavo", "exacto"]),
                otra(Politica::CeavSalarioMinimo, ["literal", "integrado"]),
            ],
            distingue: tasas.iter().any(|t| *t != tasas[0]),
            tasas,
            filas,
        })
    }

    /// Index in [`RANGOS`] of the range of an SBC in cents.
    #[inline]
    pub fn ubicar(&self, sbc: i64) -> usize {
        self.vigentes.ubicar(sbc)
    }

    /// Which of [`DUDAS`] would give another rate, as bits.
    #[inline]
    pub fn dudas(&self, sbc: i64, rango: usize) -> u8 {
        if !self.distingue {
            return 0;
        }
        let mut bits = 0;
        for (indice, lectura) in self.otras_lecturas.iter().enumerate() {
            if self.tasas[lectura.ubicar(sbc)] != self.tasas[rango] {
                bits |= 1 << indice;
            }
        }
        bits
    }
}

/// Limits of the ranges as exact pesos: where each begins, and where the one before it ends.
struct Limites {
    inferior: [Decimal; 6],
    superior_previo: [Decimal; 6],
}

impl Limites {
    fn leer(consulta: &mut Consulta<'_>, fecha: NaiveDate, uma: Decimal) -> Result<Self, FueraDeVigencia> {
        let mut leer = |lado: &str| {
            let mut limites = [Decimal::ZERO; 6];
            for (limite, rango) in limites.iter_mut().zip(&RANGOS[2..]) {
                let clave = format!("{rango}.{lado}");
                *limite = uma * consulta.vigente(Tabla::CeavRangos, &clave, fecha)?.valor;
            }
            Ok(limites)
        };
        Ok(Self {
            inferior: leer("inferior")?,
            superior_previo: leer("superior_previo")?,
        })
    }

    /// First SBC, in cents, of each range. `sua`: from its lower limit; `superior`: as soon as the range below ends.
    fn umbrales(&self, politicas: &Politicas) -> [i64; 6] {
        let exacto = politicas.es(Politica::CeavLimite, "exacto");
        let superior = politicas.es(Politica::CeavHueco, "superior");
        let limites = if superior {
            &self.superior_previo
        } else {
            &self.inferior
        };
        limites.map(|limite| match (superior, exacto) {
            (false, false) => Importe::redondeado(limite).centavos(),
            (false, true) => centavos((limite * Decimal::ONE_HUNDRED).ceil()),
            (true, false) => Importe::redondeado(limite).centavos() + 1,
            (true, true) => centavos((limite * Decimal::ONE_HUNDRED).floor()) + 1,
        })
    }
}

/// Whole cents of an amount that is already a number of cents.
fn centavos(entero: Decimal) -> i64 {
    entero.to_i64().unwrap_or(i64::MAX)
}
