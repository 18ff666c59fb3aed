//! When two figures or dates, written each in its way, are the same.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_reglas::captura;
use ventanilla_tramites::texto::plegar;

/// A value freed from how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Canonico {
    /// A number: `$1,447.00`, `1447`, `2.03333 %`.
    Numero(Decimal),
    /// A day: `2026-11-17`, `17/11/2026`, `17 de noviembre de 2026`.
    Dia(NaiveDate),
    /// Yes or no.
    SiNo(bool),
    /// Anything else, without accents, capitals or spare spaces.
    Texto(String),
}

/// Reads a value of a figure. Never fails: what is no number and no date is a text.
pub fn canonico(texto: &str) -> Canonico {
    if let Some(numero) = numero(texto) {
        return Canonico::Numero(numero);
    }
    if let Ok(dia) = captura::fecha(texto.trim()) {
        return Canonico::Dia(dia.0);
    }
    match plegar(texto).as_str() {
        "si" | "true" => Canonico::SiNo(true),
        "no" | "false" => Canonico::SiNo(false),
        // an identifier is the same with its hyphens and without them
        otro if otro.bytes().any(|b| b.is_ascii_digit()) => Canonico::Texto(otro.replace(['-', ' '], "")),
        otro => Canonico::Texto(otro.to_owned()),
    }
}

/// Whether both are the same value.
pub fn iguales(a: &str, b: &str) -> bool {
    canonico(a) == canonico(b)
}

/// Units that may follow a number: they say nothing that was not asked.
const UNIDADES: [&str; 6] = [" meses", " mes", " días", " dias", " pesos", " días hábiles"];

fn sin_unidad(texto: &str) -> &str {
    let suya = UNIDADES.iter().find_map(|unidad| texto.strip_suffix(unidad));
    suya.unwrap_or(texto).trim_end()
}

/// A number as people write it. Identifiers are no numbers: nothing with a leading zero and no decimal point.
fn numero(texto: &str) -> Option<Decimal> {
    let limpio = texto.trim();
    let limpio = sin_unidad(limpio);
    let limpio = limpio.strip_suffix('%').unwrap_or(limpio).trim_end();
    let (negativo, limpio) = match limpio.strip_prefix(['-', '\u{2212}']) {
        Some(resto) => (true, resto),
        None => (false, limpio),
    };
    let limpio = limpio.strip_prefix('$').unwrap_or(limpio).trim_start();
    let (entero, decimales) = limpio.split_once('.').unwrap_or((limpio, ""));
    let entero = sin_millares(entero)?;
    let digitos = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if !digitos(&entero) || !digitos(decimales) || entero.is_empty() {
        return None;
    }
    let relleno = entero.len() > 1 && entero.starts_with('0') && decimales.is_empty();
    if relleno {
        return None;
    }
    let plano = if decimales.is_empty() {
        entero
    } else {
        [entero.as_str(), ".", decimales].concat()
    };
    let valor: Decimal = plano.parse().ok()?;
    Some(if negativo { -valor } else { valor }.normalize())
}

/// Thousands may only be separated in groups of three: `1,23` is no number.
fn sin_millares(entero: &str) -> Option<String> {
    let grupos: Vec<&str> = entero.split([',', ' ', '\'']).collect();
    let (primero, resto) = grupos.split_first()?;
    let bien = resto.is_empty() || ((1..=3).contains(&primero.len()) && resto.iter().all(|g| g.len() == 3));
    bien.then(|| grupos.concat())
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn the_same_value_written_in_several_ways() {
        for (a, b) in [
            ("1447.00", "$1,447"),
            ("1447.00", "1 447.0"),
            ("2.03333", "2.03333 %"),
            ("2026-11-17", "17/11/2026"),
            ("2026-11-17", "17 de noviembre de 2026"),
            ("si", "Sí"),
            ("si", "true"),
            ("Mérida", "  MERIDA "),
            ("-5.00", "\u{2212}5"),
        ] {
            assert!(iguales(a, b), "{a} y {b}");
        }
    }

    #[test]
    fn different_values_are_different() {
        for (a, b) in [
            ("1447.00", "1447.01"),
            ("2026-11-17", "2026-11-18"),
            ("01234", "1234"),
            ("1,23", "123"),
            ("si", "no"),
            ("", "0"),
        ] {
            assert!(!iguales(a, b), "{a} y {b}");
        }
    }
}
