//! Every cent: more than four million products base × days × rate against the definition of rounding half up, in plain
//! integers. Zero may differ (the best-known engine of the field gets 921 of 4,212,416 wrong).
#![allow(missing_docs)]

use ventanilla_reglas::redondeo::{centavos_mitad_arriba, producto_centavos};

/// Rates of the law in ten-millionths, with a prima of five decimals.
const TASAS: [i64; 16] = [
    204_000 * 10,
    110_000,
    40_000,
    70_000,
    25_000,
    105_000,
    37_500,
    175_000,
    62_500,
    100_000,
    200_000,
    112_500,
    500_000,
    602_600,
    751_300,
    54_355,
];

#[test]
fn ningun_producto_difiere() {
    const UNIDAD: i128 = 10_000_000;
    let (mut productos, mut distintos) = (0_u64, 0_u64);
    for base in 30_000..=293_275_i64 {
        let dias = u32::try_from(base % 31).unwrap_or(0) + 1;
        for tasa in TASAS {
            let redondo = i128::from(producto_centavos(base, dias, tasa));
            let exacto = i128::from(base) * i128::from(dias) * i128::from(tasa);
            // Half up: what was added or taken away lies in (−½, ½].
            let ajuste = redondo * UNIDAD - exacto;
            productos += 1;
            distintos += u64::from(!(-UNIDAD / 2 < ajuste && ajuste <= UNIDAD / 2));
        }
    }
    assert!(productos >= 4_000_000, "{productos}");
    assert_eq!(distintos, 0, "de {productos}");
}

#[test]
fn el_decimal_dice_lo_mismo() {
    for base in (30_000..=293_275_i64).step_by(37) {
        for tasa in TASAS {
            let exacto = rust_decimal::Decimal::new(base, 2)
                * rust_decimal::Decimal::from(31)
                * rust_decimal::Decimal::new(tasa, 7);
            let redondo = rust_decimal::Decimal::new(producto_centavos(base, 31, tasa), 2);
            assert_eq!(centavos_mitad_arriba(exacto), redondo, "{base} {tasa}");
        }
    }
}
