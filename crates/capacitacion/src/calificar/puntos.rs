//! Points and their exact arithmetic: fractions of integers until the end, where they are rounded once.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Points of a hundred, in hundredths. In JSON a string with two decimals, `"87.50"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Puntos(u32);

impl Puntos {
    /// A perfect score.
    pub const CIEN: Self = Self(10_000);

    /// Whole points.
    pub const fn enteros(puntos: u32) -> Self {
        Self(puntos.saturating_mul(100))
    }

    /// Hundredths of a point.
    pub const fn centesimas(self) -> u32 {
        self.0
    }

    /// From hundredths of a point.
    pub const fn de_centesimas(centesimas: u32) -> Self {
        Self(centesimas)
    }

    /// Reads `87`, `87.5` or `87.50`.
    pub fn leer(texto: &str) -> Option<Self> {
        let (entero, decimales) = texto.split_once('.').unwrap_or((texto, ""));
        let bien = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if entero.is_empty() || !bien(entero) || !bien(decimales) || decimales.len() > 2 {
            return None;
        }
        let entero: u32 = entero.parse().ok()?;
        let centesimas: u32 = format!("{decimales:0<2}").parse().ok()?;
        entero.checked_mul(100)?.checked_add(centesimas).map(Self)
    }

    /// So many times as much; the greatest there is if it does not fit.
    pub fn veces(self, veces: u32) -> Self {
        Self(self.0.saturating_mul(veces))
    }

    /// Both together.
    pub fn mas(self, otros: Self) -> Self {
        Self(self.0.saturating_add(otros.0))
    }

    /// What is left; never below zero.
    pub fn menos(self, otros: Self) -> Self {
        Self(self.0.saturating_sub(otros.0))
    }
}

impl fmt::Display for Puntos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Puntos {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Puntos {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = String::deserialize(deserializador)?;
        let mal = || D::Error::custom(format!("«{texto}» no son puntos: escríbalos como \"87.50\""));
        Self::leer(&texto).ok_or_else(mal)
    }
}

/// An exact fraction, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraccion {
    numerador: u128,
    denominador: u128,
}

impl Fraccion {
    pub(crate) const CERO: Self = Self {
        numerador: 0,
        denominador: 1,
    };

    /// `numerador / denominador`; zero when there is nothing to divide by.
    pub(crate) fn de(numerador: u32, denominador: u32) -> Self {
        if denominador == 0 {
            return Self::CERO;
        }
        Self::reducida(u128::from(numerador), u128::from(denominador))
    }

    fn reducida(numerador: u128, denominador: u128) -> Self {
        let mcd = maximo_comun_divisor(numerador, denominador).max(1);
        Self {
            numerador: numerador / mcd,
            denominador: denominador / mcd,
        }
    }

    pub(crate) fn por(self, otra: Self) -> Self {
        Self::reducida(self.numerador * otra.numerador, self.denominador * otra.denominador)
    }

    pub(crate) fn mas(self, otra: Self) -> Self {
        let arriba = self.numerador * otra.denominador + otra.numerador * self.denominador;
        Self::reducida(arriba, self.denominador * otra.denominador)
    }

    /// This part of a hundred points, rounded half up to hundredths.
    pub(crate) fn de_cien(self) -> Puntos {
        let centesimas = (self.numerador * 20_000 + self.denominador) / (self.denominador * 2);
        Puntos(u32::try_from(centesimas).unwrap_or(u32::MAX))
    }
}

fn maximo_comun_divisor(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { maximo_comun_divisor(b, a % b) }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn thirds_add_up_to_a_hundred() {
        let tercio = Fraccion::de(1, 3);
        assert_eq!(tercio.de_cien().to_string(), "33.33");
        assert_eq!(Fraccion::de(2, 3).de_cien().to_string(), "66.67");
        assert_eq!(tercio.mas(tercio).mas(tercio).de_cien(), Puntos::CIEN);
        assert_eq!(Fraccion::de(1, 0).de_cien().to_string(), "0.00");
        assert_eq!(Fraccion::de(1, 8).por(Fraccion::de(1, 2)).de_cien().to_string(), "6.25");
    }

    #[test]
    fn points_are_read_as_they_are_written() {
        for (texto, centesimas) in [
            ("87.50", 8750),
            ("87.5", 8750),
            ("0", 0),
            ("100", 10_000),
            ("2.05", 205),
        ] {
            assert_eq!(Puntos::leer(texto), Some(Puntos(centesimas)));
        }
        for malo in ["", "-1", "1.234", "1,5", "x", ".5", "99999999999"] {
            assert_eq!(Puntos::leer(malo), None, "{malo}");
        }
        let json = serde_json::to_string(&Puntos(8750)).expect("json");
        assert_eq!(json, "\"87.50\"");
        assert_eq!(serde_json::from_str::<Puntos>(&json).expect("puntos"), Puntos(8750));
    }
}
