//! One cell of text to a value. No floating point: a number is read from its decimal text.

use chrono::{Days, NaiveDate};

use crate::texto::{normalizar, recortar};

/// Digits that may stand before the point.
const ENTEROS: usize = 11;
/// Decimals beyond the ones asked for in which only the noise of a binary number may stand.
const RUIDO: usize = 4;

/// Whether a cell says that there is nothing: empty or dashes.
pub(super) fn vacia(texto: &str) -> bool {
    recortar(texto).trim_matches(['-', '–', '—']).is_empty()
}

/// A decimal text as a whole number of its `decimales`-th parts: `1,234.5` with 2 is 123450.
///
/// A binary number whose shortest text is `28.199999999999996` is 28.20; one that truly has more decimals is refused.
pub(super) fn escalado(texto: &str, decimales: usize) -> Option<i64> {
    let texto = recortar(texto);
    let (negativo, texto) = texto.strip_prefix('-').map_or((false, texto), |t| (true, t));
    let texto = recortar(texto.strip_prefix('$').unwrap_or(texto));
    let (enteros, fraccion) = texto.split_once('.').unwrap_or((texto, ""));
    let enteros = sin_comas(enteros)?;
    let digitos = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let util = enteros.len() <= ENTEROS && digitos(&enteros) && digitos(fraccion);
    if !util || (enteros.is_empty() && fraccion.is_empty()) {
        return None;
    }
    let hasta = decimales + RUIDO;
    let cola: String = fraccion.chars().chain(std::iter::repeat('0')).take(hasta).collect();
    let sube = fraccion.as_bytes().get(hasta).is_some_and(|b| *b >= b'5');
    let fino: i128 = [&enteros, cola.as_str()].concat().parse().ok()?;
    let fino = fino + i128::from(sube);
    let parte = 10_i128.pow(RUIDO as u32);
    if fino % parte != 0 {
        return None;
    }
    let valor = i64::try_from(fino / parte).ok()?;
    Some(if negativo { -valor } else { valor })
}

/// Takes off the commas that set thousands apart; none if they stand elsewhere.
fn sin_comas(enteros: &str) -> Option<String> {
    let mut grupos = enteros.split(',');
    let primero = grupos.next()?;
    let mut salida = primero.to_owned();
    for (i, grupo) in grupos.enumerate() {
        let primero_bien = i > 0 || (1..=3).contains(&primero.len());
        if grupo.len() != 3 || !primero_bien {
            return None;
        }
        salida.push_str(grupo);
    }
    Some(salida)
}

/// Pesos with two decimals to cents.
pub(super) fn centavos(texto: &str) -> Option<i64> {
    escalado(texto, 2)
}

/// A count: `31`, `31.0`, `1,250`.
pub(super) fn entero(texto: &str) -> Option<u32> {
    escalado(texto, 0).and_then(|n| u32::try_from(n).ok())
}

/// `D/MMM/AAAA` with the month in Spanish, `D/M/AAAA`, `AAAA-MM-DD`, or the serial number of a spreadsheet.
pub(super) fn fecha(texto: &str) -> Option<NaiveDate> {
    let texto = recortar(texto);
    if texto.len() == 5 && texto.bytes().all(|b| b.is_ascii_digit()) {
        return serial(texto.parse().ok()?);
    }
    let partes: Vec<&str> = texto.split(['/', '-', ' ']).filter(|p| !p.is_empty()).collect();
    let [a, m, b] = partes[..] else { return None };
    let (anio, dia) = if a.len() == 4 { (a, b) } else { (b, a) };
    let anio = Some(anio).filter(|t| t.len() == 4)?.parse().ok()?;
    let mes = m.parse().ok().or_else(|| mes_de(m))?;
    let fecha = NaiveDate::from_ymd_opt(anio, mes, dia.parse().ok()?)?;
    (1900..2200).contains(&anio).then_some(fecha)
}

/// The day that a spreadsheet keeps as a number of days since 1899-12-30; only those from 1954 to 2119.
pub(super) fn serial(dias: u64) -> Option<NaiveDate> {
    let dias = Some(dias).filter(|d| (20_000..=80_000).contains(d))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(dias))
}

/// Names of the months, comparable.
const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The number of a month by its name or its first three letters.
pub(super) fn mes_de(nombre: &str) -> Option<u32> {
    let nombre = normalizar(nombre);
    let nombre = if nombre == "setiembre" || nombre == "set" {
        "sep"
    } else {
        &nombre
    };
    let es = |mes: &&str| nombre.len() >= 3 && mes.starts_with(nombre) || nombre == "sept" && mes.starts_with("sep");
    let lugar = MESES.iter().position(es)?;
    u32::try_from(lugar + 1).ok()
}

/// What a cell of NSS holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Nss {
    /// Eleven digits.
    Bien(String),
    /// Eleven digits after putting back zeros that a spreadsheet took off.
    SinCeros(String),
    /// Something else.
    Mal,
}

/// Reads a cell of NSS; hyphens and spaces within are taken off.
pub(super) fn nss(texto: &str) -> Nss {
    let limpio: String = recortar(texto)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .take(12)
        .collect();
    match limpio.len() {
        n if !limpio.bytes().all(|b| b.is_ascii_digit()) || n == 0 => Nss::Mal,
        11 => Nss::Bien(limpio),
        8..=10 => Nss::SinCeros(format!("{limpio:0>11}")),
        _ => Nss::Mal,
    }
}

#[cfg(test)]
mod tests {
    use super::{Nss, centavos, entero, escalado, fecha, mes_de, nss, vacia};
    use chrono::NaiveDate;

    #[test]
    fn an_amount_is_its_decimal_text() {
        for (texto, esperado) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("315.04", Some(31_504)),
            ("315.4", Some(31_540)),
            (".5", Some(50)),
            ("28.199999999999996", Some(2_820)),
            ("0.30000000000000004", Some(30)),
            ("99.99999999999999", Some(10_000)),
            ("1,234.56", Some(123_456)),
            ("$1,234,567.80\u{a0}", Some(123_456_780)),
            ("-12.30", Some(-1_230)),
            ("12,34.5", None),
            ("1234,567", None),
            (",123", None),
            ("0.125", None),
            ("1e3", None),
            ("", None),
            (".", None),
            ("-", None),
            ("12.3.4", None),
            ("abc", None),
            ("123456789012", None),
            ("99999999999.99", Some(9_999_999_999_999)),
        ] {
            assert_eq!(centavos(texto), esperado, "{texto:?}");
        }
        assert_eq!(escalado("0.54355", 5), Some(54_355));
        assert_eq!(escalado("0.5435499999999999", 5), Some(54_355));
        assert_eq!(entero("31.0"), Some(31));
        assert_eq!(entero("-1"), None);
        assert_eq!(entero("30.5"), None);
    }

    #[test]
    fn dates_as_the_sheets_write_them() {
        let dia = |a, m, d| NaiveDate::from_ymd_opt(a, m, d);
        for (texto, esperada) in [
            ("4/OCT/2025", dia(2025, 10, 4)),
            ("25/ene/2026", dia(2026, 1, 25)),
            ("01/Sept/2026", dia(2026, 9, 1)),
            ("1/DICIEMBRE/2026", dia(2026, 12, 1)),
            ("15/04/2026", dia(2026, 4, 15)),
            ("2026-04-15", dia(2026, 4, 15)),
            ("46127", dia(2026, 4, 15)),
            ("31/FEB/2026", None),
            ("4/XYZ/2025", None),
            ("4/OCT/25", None),
            ("4/OCT", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(fecha(texto), esperada, "{texto:?}");
        }
        assert_eq!(mes_de("Setiembre"), Some(9));
        assert_eq!(mes_de("ju"), None);
        assert!(vacia(" - ") && vacia("\u{a0}") && !vacia("-1"));
    }

    #[test]
    fn an_nss_gets_back_its_zeros() {
        assert_eq!(nss("99-06-84-0001-1"), Nss::Bien("99068400011".to_owned()));
        assert_eq!(nss("2169003486"), Nss::SinCeros("02169003486".to_owned()));
        for malo in ["", "1234567", "123456789012", "9906840001A", "Total"] {
            assert_eq!(nss(malo), Nss::Mal, "{malo:?}");
        }
    }
}
