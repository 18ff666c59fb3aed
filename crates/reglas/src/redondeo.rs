//! Every way of rounding that the rules use, by name. A figure's memoria carries the name.

use rust_decimal::{Decimal, RoundingStrategy};

/// A way of rounding, as the memoria names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redondeo {
    /// To cents, half away from zero (the SUA's observed practice; no published rule).
    CentavosMitadArriba,
    /// To four decimals, half up (integration factor under the política `cuatro_decimales`).
    DiezmilesimoMitadArriba,
    /// To one decimal, half up (average of workers under the política `decimales_del_promedio`).
    UnDecimal,
    /// To five decimals, half up: a prima, in percent as LSS 73 prints it (no published rule).
    CincoDecimales,
    /// To hundredths of a percent, half up (monthly rate of recargos, CFF 21).
    CentesimaMitadArriba,
    /// To four decimals, cut and not rounded ("hasta el diezmilésimo", CFF 17-A).
    DiezmilesimoTruncado,
    /// To whole pesos: up to fifty cents goes down, from fifty-one up (CFF 20).
    PesosMitadAbajo,
    /// To ten decimals, half up: only to show a factor whose exact value is a fraction.
    DiezDecimales,
}

impl Redondeo {
    /// Its name in the memoria.
    pub fn nombre(self) -> &'static str {
        match self {
            Self::CentavosMitadArriba => "centavos_mitad_arriba",
            Self::DiezmilesimoMitadArriba => "diezmilesimo_mitad_arriba",
            Self::UnDecimal => "un_decimal_mitad_arriba",
            Self::CincoDecimales => "cinco_decimales_mitad_arriba",
            Self::DiezDecimales => "diez_decimales_mitad_arriba",
            Self::CentesimaMitadArriba => "centesima_mitad_arriba",
            Self::DiezmilesimoTruncado => "diezmilesimo_truncado",
            Self::PesosMitadAbajo => "pesos_mitad_abajo",
        }
    }

    /// Every one.
    pub const TODOS: [Self; 8] = [
        Self::CentavosMitadArriba,
        Self::DiezmilesimoMitadArriba,
        Self::UnDecimal,
        Self::CincoDecimales,
        Self::DiezDecimales,
        Self::CentesimaMitadArriba,
        Self::DiezmilesimoTruncado,
        Self::PesosMitadAbajo,
    ];

    /// Decimals that are left.
    pub fn decimales(self) -> u32 {
        match self {
            Self::PesosMitadAbajo => 0,
            Self::UnDecimal => 1,
            Self::CentavosMitadArriba | Self::CentesimaMitadArriba => 2,
            Self::DiezmilesimoMitadArriba | Self::DiezmilesimoTruncado => 4,
            Self::CincoDecimales => 5,
            Self::DiezDecimales => 10,
        }
    }

    /// What is done with what is left over.
    pub(crate) fn modo(self) -> RoundingStrategy {
        match self {
            Self::DiezmilesimoTruncado => RoundingStrategy::ToZero,
            Self::PesosMitadAbajo => RoundingStrategy::MidpointTowardZero,
            _ => RoundingStrategy::MidpointAwayFromZero,
        }
    }

    /// Rounds `valor`.
    pub fn aplicar(self, valor: Decimal) -> Decimal {
        redondear(valor, self.decimales(), self.modo())
    }
}

/// To cents, half away from zero: 3.325 is 3.33.
pub fn centavos_mitad_arriba(valor: Decimal) -> Decimal {
    Redondeo::CentavosMitadArriba.aplicar(valor)
}

fn redondear(valor: Decimal, decimales: u32, modo: RoundingStrategy) -> Decimal {
    let mut redondo = valor.round_dp_with_strategy(decimales, modo);
    redondo.rescale(decimales);
    redondo
}

/// The innermost kernel: cents × days × rate, rounded half up to cents, in whole numbers. `tasa` is in ten-millionths
/// (1 % = 100 000), which holds every rate of the law and a prima of five decimals exactly. None of the three may be
/// negative: the callers hold them to that.
#[inline]
pub fn producto_centavos(base: i64, dias: u32, tasa: i64) -> i64 {
    const UNIDAD: i64 = 10_000_000;
    match base
        .checked_mul(i64::from(dias))
        .and_then(|b| b.checked_mul(tasa))
        .and_then(|p| p.checked_add(UNIDAD / 2))
    {
        Some(producto) => producto / UNIDAD,
        None => producto_ancho(base, dias, tasa),
    }
}

#[cold]
fn producto_ancho(base: i64, dias: u32, tasa: i64) -> i64 {
    const UNIDAD: i128 = 10_000_000;
    let producto = i128::from(base) * i128::from(dias) * i128::from(tasa);
    i64::try_from((producto + UNIDAD / 2) / UNIDAD).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn la_mitad_sube() {
        for (valor, esperado) in [("3.325", "3.33"), ("3.3249", "3.32"), ("2.135", "2.14"), ("5", "5.00")] {
            assert_eq!(
                centavos_mitad_arriba(valor.parse().expect("decimal")).to_string(),
                esperado,
                "{valor}"
            );
        }
        // SBC 190.00 × 7 días × 0.25 % = 3.325 exacto (dosier, D07)
        assert_eq!(producto_centavos(19_000, 7, 25_000), 333);
        // 324.00 × 31 × 1.125 % = 112.995: el motor más conocido da 112.99
        assert_eq!(producto_centavos(32_400, 31, 112_500), 11_300);
    }

    #[test]
    fn cada_modo_hace_lo_suyo() {
        let casos = [
            (Redondeo::DiezmilesimoTruncado, "1.01299746", "1.0129"),
            (Redondeo::DiezmilesimoMitadArriba, "1.01299746", "1.0130"),
            (Redondeo::CentesimaMitadArriba, "1.125", "1.13"),
            (Redondeo::CentesimaMitadArriba, "2.0949", "2.09"),
            (Redondeo::PesosMitadAbajo, "10.50", "10"),
            (Redondeo::PesosMitadAbajo, "10.51", "11"),
        ];
        for (redondeo, valor, esperado) in casos {
            let valor: Decimal = valor.parse().expect("decimal");
            assert_eq!(redondeo.aplicar(valor).to_string(), esperado, "{redondeo:?} {valor}");
        }
    }

    #[test]
    fn lo_que_no_cabe_en_64_bits_es_exacto() {
        let (base, dias, tasa) = (9_000_000_000_000_i64, 366_u32, 10_000_000_i64);
        assert_eq!(producto_centavos(base, dias, tasa), base * 366);
    }
}
