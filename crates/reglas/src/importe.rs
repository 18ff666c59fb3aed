//! Money and rates at the edge: exact by construction.

use crate::entrada::error_de_lectura;
use crate::mensajes::entrada as mensaje;
use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Pesos with exactly two decimals. In JSON a string (`"646.14"`), never a number.
///
/// Holds whole cents: ±9,999,999,999.99 when read; sums stay exact far beyond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Importe(i64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorDeImporte {
    /// Not digits with an optional point.
    Formato,
    /// More than two decimals.
    Decimales,
    /// Larger than the range.
    Tamano,
    /// Below zero.
    Negativo,
}

impl Importe {
    /// Zero pesos.
    pub const CERO: Self = Self(0);
    /// Largest amount that is read, in cents.
    pub const MAXIMO: i64 = 999_999_999_999;

    /// From whole cents.
    pub const fn de_centavos(centavos: i64) -> Self {
        Self(centavos)
    }

    /// Whole cents.
    pub const fn centavos(self) -> i64 {
        self.0
    }

    /// As a decimal with two places.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// From a decimal that has no more than two places; `None` otherwise.
    pub fn de_decimal(valor: Decimal) -> Option<Self> {
        let mut escalado = valor.normalize();
        if escalado.scale() > 2 {
            return None;
        }
        escalado.rescale(2);
        i64::try_from(escalado.mantissa()).ok().map(Self)
    }

    /// From a decimal, rounded half up to cents.
    pub fn redondeado(valor: Decimal) -> Self {
        let redondo = crate::redondeo::centavos_mitad_arriba(valor);
        Self(i64::try_from(redondo.mantissa()).unwrap_or(i64::MAX))
    }

    /// Reads `1234.56` as the contract writes it: digits, an optional point and one or two decimals.
    ///
    /// # Errors
    /// [`ErrorDeImporte`].
    pub fn leer(texto: &str) -> Result<Self, ErrorDeImporte> {
        if let Some(resto) = texto.strip_prefix('-') {
            return Err(match Self::leer(resto) {
                Ok(_) => ErrorDeImporte::Negativo,
                Err(error) => error,
            });
        }
        let (enteros, decimales) = texto.split_once('.').unwrap_or((texto, "0"));
        let digitos = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digitos(enteros) || !digitos(decimales) {
            return Err(ErrorDeImporte::Formato);
        }
        if decimales.len() > 2 {
            return Err(ErrorDeImporte::Decimales);
        }
        let pesos: i64 = enteros.parse().map_err(|_| ErrorDeImporte::Tamano)?;
        let fraccion: i64 = decimales.parse().map_err(|_| ErrorDeImporte::Formato)?;
        let fraccion = if decimales.len() == 1 { fraccion * 10 } else { fraccion };
        pesos
            .checked_mul(100)
            .and_then(|c| c.checked_add(fraccion))
            .filter(|c| *c <= Self::MAXIMO)
            .map(Self)
            .ok_or(ErrorDeImporte::Tamano)
    }
}

impl fmt::Display for Importe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signo = if self.0 < 0 { "-" } else { "" };
        let absoluto = self.0.unsigned_abs();
        write!(f, "{signo}{}.{:02}", absoluto / 100, absoluto % 100)
    }
}

impl Add for Importe {
    type Output = Self;
    fn add(self, otro: Self) -> Self {
        Self(self.0.saturating_add(otro.0))
    }
}

impl Sub for Importe {
    type Output = Self;
    fn sub(self, otro: Self) -> Self {
        Self(self.0.saturating_sub(otro.0))
    }
}

impl Neg for Importe {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Importe {
    fn add_assign(&mut self, otro: Self) {
        *self = *self + otro;
    }
}

impl SubAssign for Importe {
    fn sub_assign(&mut self, otro: Self) {
        *self = *self - otro;
    }
}

impl Sum for Importe {
    fn sum<I: Iterator<Item = Self>>(partes: I) -> Self {
        partes.fold(Self::CERO, Add::add)
    }
}

impl Serialize for Importe {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Importe {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto).map_err(|error| {
            let regla = match error {
                ErrorDeImporte::Formato => &mensaje::IMPORTE_FORMATO,
                ErrorDeImporte::Decimales => &mensaje::IMPORTE_DECIMALES,
                ErrorDeImporte::Tamano => &mensaje::IMPORTE_TAMANO,
                ErrorDeImporte::Negativo => &mensaje::IMPORTE_NEGATIVO,
            };
            D::Error::custom(error_de_lectura(regla, &[("valor", &texto)]))
        })
    }
}

/// A percentage as the contract writes it (`"0.50000"` is 0.5 %): up to five decimals, from 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tasa(Decimal);

impl Tasa {
    /// Reads a percentage; `None` if it is not one, has more than five decimals or is out of range.
    pub fn leer(texto: &str) -> Option<Self> {
        let limpio = !texto.is_empty() && texto.len() <= 12 && texto.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let valor: Decimal = limpio.then(|| texto.parse().ok()).flatten()?;
        (valor <= Decimal::ONE_HUNDRED && valor.normalize().scale() <= 5).then_some(Self(valor))
    }

    /// The percentage.
    pub fn por_ciento(self) -> Decimal {
        self.0
    }

    /// The same as a fraction, with all its decimals: 0.50000 % is 0.0050000.
    pub fn fraccion(self) -> Decimal {
        fraccion(self.0)
    }

    /// Ten-millionths, for the kernel.
    pub fn diezmillonesimos(self) -> i64 {
        diezmillonesimos(self.0).unwrap_or(0)
    }
}

/// A percentage as a fraction, keeping its decimals: 20.40 is 0.2040.
pub fn fraccion(por_ciento: Decimal) -> Decimal {
    let mut valor = por_ciento;
    if valor.set_scale(por_ciento.scale() + 2).is_err() {
        valor = por_ciento / Decimal::ONE_HUNDRED;
    }
    valor
}

/// A percentage in ten-millionths of one; `None` if it has more than five decimals.
pub fn diezmillonesimos(por_ciento: Decimal) -> Option<i64> {
    let mut valor = por_ciento.normalize();
    if valor.scale() > 5 {
        return None;
    }
    valor.rescale(5);
    i64::try_from(valor.mantissa()).ok()
}

impl fmt::Display for Tasa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Tasa {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Tasa {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto)
            .ok_or_else(|| D::Error::custom(error_de_lectura(&mensaje::TASA_FORMATO, &[("valor", &texto)])))
    }
}

/// A plain quantity, such as an average of workers: 0 to 9,999,999 with up to ten decimals. In JSON a string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cantidad(Decimal);

impl Cantidad {
    /// Reads a quantity; `None` if it is not one, has more than ten decimals or is out of range.
    pub fn leer(texto: &str) -> Option<Self> {
        let limpio = !texto.is_empty() && texto.len() <= 24 && texto.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let valor: Decimal = limpio.then(|| texto.parse().ok()).flatten()?;
        let cabe = valor <= Decimal::from(9_999_999_u32) && valor.normalize().scale() <= 10;
        cabe.then_some(Self(valor))
    }

    /// The quantity.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Cantidad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Cantidad {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cantidad {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto)
            .ok_or_else(|| D::Error::custom(error_de_lectura(&mensaje::CANTIDAD_FORMATO, &[("valor", &texto)])))
    }
}

/// Accepts a JSON string only: a JSON number would already have been a float.
pub(crate) struct Texto;

impl Visitor<'_> for Texto {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("un texto entre comillas, por ejemplo \"331.44\"")
    }

    fn visit_str<E>(self, valor: &str) -> Result<String, E> {
        Ok(valor.to_owned())
    }
}
