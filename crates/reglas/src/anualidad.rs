//! The level payment that extinguishes a balance: `P = S·i ÷ (1 − (1 + i)^−n)`, rounded half up once. The power is held
//! in whole numbers of any size, so nothing is lost before that rounding.

use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Longest plan, in payments: it bounds the size of the power.
const MAXIMO: u32 = 1200;

/// The level payment of `saldo` in `pagos` payments at the rate `tasa` for each (a fraction: 1.42 % is 0.0142), with
/// `decimales` places, half up. Without interest it is the balance in equal parts. `None` for no payments, for more than
/// [`MAXIMO`], for a negative figure, or when the payment does not fit.
pub(crate) fn parcialidad(saldo: Decimal, tasa: Decimal, pagos: u32, decimales: u32) -> Option<Decimal> {
    if pagos == 0 || pagos > MAXIMO || saldo.is_sign_negative() || tasa.is_sign_negative() {
        return None;
    }
    let (saldo, tasa) = (saldo.normalize(), tasa.normalize());
    let base = 10_u64.checked_pow(tasa.scale())?;
    let interes = u64::try_from(tasa.mantissa()).ok()?;
    let (numerador, divisor) = if interes == 0 {
        (Natural::nuevo(1), Natural::nuevo(u128::from(pagos)))
    } else {
        // With 1 + i = a/b: P = S·i·aⁿ ÷ (aⁿ − bⁿ).
        let (mut a, mut b) = (Natural::nuevo(1), Natural::nuevo(1));
        for _ in 0..pagos {
            a = a.por(base.checked_add(interes)?);
            b = b.por(base);
        }
        (a.por(interes), a.menos(&b).por(base))
    };
    let numerador = numerador
        .por(u64::try_from(saldo.mantissa()).ok()?)
        .por(10_u64.checked_pow(decimales)?);
    let divisor = divisor.por(10_u64.checked_pow(saldo.scale())?);
    Decimal::try_from_i128_with_scale(i128::from(cociente(&numerador, &divisor)?), decimales).ok()
}

/// `numerador ÷ divisor` to the nearest whole, half up; `None` if it does not fit. The largest `p` for which
/// `2·divisor·p ≤ 2·numerador + divisor`, found bit by bit.
fn cociente(numerador: &Natural, divisor: &Natural) -> Option<i64> {
    let techo = numerador.por(2).mas(divisor);
    let divisor = divisor.por(2);
    let cabe = |p: u64| divisor.por(p).comparar(&techo) != Ordering::Greater;
    if cabe(1 << 63) {
        return None;
    }
    let hallado = (0..63).rev().fold(0_u64, |p, bit| {
        let mayor = p | 1 << bit;
        if cabe(mayor) { mayor } else { p }
    });
    i64::try_from(hallado).ok()
}

/// A whole number of any size: digits in base 2³², the least significant first and no zeros at the end.
#[derive(Clone)]
struct Natural(Vec<u32>);

impl Natural {
    fn nuevo(valor: u128) -> Self {
        Self::de_digitos((0..4).map(|i| bajo(valor >> (32 * i))).collect())
    }

    fn de_digitos(mut digitos: Vec<u32>) -> Self {
        while digitos.last() == Some(&0) {
            digitos.pop();
        }
        Self(digitos)
    }

    fn por(&self, factor: u64) -> Self {
        let mut digitos = Vec::with_capacity(self.0.len() + 2);
        let mut lleva = 0_u128;
        for digito in &self.0 {
            lleva += u128::from(*digito) * u128::from(factor);
            digitos.push(bajo(lleva));
            lleva >>= 32;
        }
        digitos.extend([bajo(lleva), bajo(lleva >> 32)]);
        Self::de_digitos(digitos)
    }

    fn mas(&self, otro: &Self) -> Self {
        let largo = self.0.len().max(otro.0.len());
        let mut lleva = 0_u64;
        let mut digitos: Vec<u32> = (0..largo)
            .map(|i| {
                lleva += u64::from(self.digito(i)) + u64::from(otro.digito(i));
                let digito = bajo(u128::from(lleva));
                lleva >>= 32;
                digito
            })
            .collect();
        digitos.push(bajo(u128::from(lleva)));
        Self::de_digitos(digitos)
    }

    /// The difference; `otro` is not larger.
    fn menos(&self, otro: &Self) -> Self {
        let mut debe = false;
        let digitos = (0..self.0.len())
            .map(|i| {
                let (parcial, falta) = self.digito(i).overflowing_sub(otro.digito(i));
                let (digito, falta_mas) = parcial.overflowing_sub(u32::from(debe));
                debe = falta || falta_mas;
                digito
            })
            .collect();
        Self::de_digitos(digitos)
    }

    fn comparar(&self, otro: &Self) -> Ordering {
        let por_digito = || self.0.iter().rev().cmp(otro.0.iter().rev());
        self.0.len().cmp(&otro.0.len()).then_with(por_digito)
    }

    fn digito(&self, lugar: usize) -> u32 {
        self.0.get(lugar).copied().unwrap_or(0)
    }
}

/// The last 32 bits.
fn bajo(valor: u128) -> u32 {
    u32::try_from(valor & u128::from(u32::MAX)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn pago(saldo: &str, tasa: &str, pagos: u32) -> Option<String> {
        let numero = |texto: &str| texto.parse().expect("decimal");
        parcialidad(numero(saldo), numero(tasa), pagos, 2).map(|p| p.to_string())
    }

    /// The derived examples of the dossier (§8.1).
    #[test]
    fn los_ejemplos_del_dosier() {
        for (saldo, tasa, pagos, esperado) in [
            ("70380.26", "0.0142", 12, "6420.35"),
            ("70380.26", "0.0163", 24, "3566.95"),
            ("70380.26", "0.0197", 48, "2280.54"),
            ("80000.00", "0.0126", 12, "7225.20"),
            ("80000.00", "0.0182", 36, "3048.62"),
        ] {
            assert_eq!(pago(saldo, tasa, pagos).as_deref(), Some(esperado), "{saldo} a {pagos}");
        }
    }

    #[test]
    fn los_extremos() {
        assert_eq!(pago("0.01", "0.0197", 48).as_deref(), Some("0.00"));
        assert_eq!(pago("100.00", "0", 3).as_deref(), Some("33.33"));
        // half a cent exactly: 0.50 × 1.01
        assert_eq!(pago("0.50", "0.01", 1).as_deref(), Some("0.51"));
        assert_eq!(
            pago("90000000000000000.00", "0.0142", 1).as_deref(),
            Some("91278000000000000.00")
        );
        assert_eq!(pago("100.00", "0.01", 0), None);
        assert_eq!(pago("100.00", "0.01", MAXIMO + 1), None);
        assert_eq!(pago("-1.00", "0.01", 12), None);
        assert_eq!(pago("90000000000000000.00", "10", 1), None);
    }
}
