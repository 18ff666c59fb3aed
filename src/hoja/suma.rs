//! The sum of the status line: exact, and only of what is plainly an amount.

use rust_decimal::Decimal;

/// Beyond this many cells there is no sum: it would be felt while selecting.
const MAXIMO: usize = 50_000;

/// A plain amount: digits, a point, commas between thousands or none, at most a sign and `$` before it.
fn importe(texto: &str) -> Option<Decimal> {
    let (negativo, resto) = match texto.trim().strip_prefix('-') {
        Some(r) => (true, r),
        None => (false, texto.trim()),
    };
    let resto = resto.strip_prefix('$').unwrap_or(resto).trim_start();
    let (entero, decimales) = resto.split_once('.').unwrap_or((resto, ""));
    let digitos = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let mut grupos = entero.split(',');
    let primero = grupos.next().unwrap_or_default();
    let con_comas = entero.contains(',');
    let bien = !primero.is_empty()
        && digitos(primero)
        && (!con_comas || primero.len() <= 3)
        && grupos.all(|g| g.len() == 3 && digitos(g))
        && digitos(decimales);
    if !bien {
        return None;
    }
    let mut valor: Decimal = resto.replace(',', "").parse().ok()?;
    valor.set_sign_negative(negativo && !valor.is_zero());
    Some(valor)
}

/// The sum of the cells that are not empty, if there are at least two and all are amounts.
pub(super) fn sumar(cuantas: usize, textos: impl Iterator<Item = String>) -> Option<Decimal> {
    if cuantas > MAXIMO {
        return None;
    }
    let mut suma = Decimal::ZERO;
    let mut sumadas = 0;
    for texto in textos.filter(|t| !t.trim().is_empty()) {
        suma = suma.checked_add(importe(&texto)?)?;
        sumadas += 1;
    }
    (sumadas > 1).then_some(suma)
}

/// `1234.5` as `1,234.50`: commas between thousands, at least the cents.
pub(super) fn con_comas(valor: Decimal) -> String {
    let mut valor = valor;
    if valor.scale() < 2 {
        valor.rescale(2);
    }
    let texto = valor.abs().to_string();
    let (entero, decimales) = texto.split_once('.').unwrap_or((&texto, "00"));
    let signo = if valor.is_sign_negative() { "-" } else { "" };
    format!("{signo}{}.{decimales}", miles(entero))
}

/// Digits with commas between thousands.
pub(super) fn miles(digitos: &str) -> String {
    let mut salida = String::with_capacity(digitos.len() + digitos.len() / 3);
    for (i, c) in digitos.chars().enumerate() {
        if i > 0 && (digitos.len() - i).is_multiple_of(3) {
            salida.push(',');
        }
        salida.push(c);
    }
    salida
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suma(textos: &[&str]) -> Option<String> {
        sumar(textos.len(), textos.iter().map(|t| (*t).to_owned())).map(con_comas)
    }

    #[test]
    fn sums_are_exact() {
        assert_eq!(suma(&["0.1", "0.2"]).as_deref(), Some("0.30"));
        assert_eq!(suma(&["$1,234.50", " 1 ", "", "-0.005"]).as_deref(), Some("1,235.495"));
        assert_eq!(suma(&["-1,000", "-500"]).as_deref(), Some("-1,500.00"));
        assert_eq!(suma(&["999999999.99", "0.01"]).as_deref(), Some("1,000,000,000.00"));
    }

    #[test]
    fn anything_that_is_not_plainly_an_amount_gives_no_sum() {
        for raro in [
            "x", "1.234,56", "1,23", "12,34.5", "1 000", "1e3", "--1", "$", ".5", "1.2.3", "١٢",
        ] {
            assert_eq!(suma(&["1", "2", raro]), None, "{raro}");
        }
        assert_eq!(suma(&["1"]), None);
        assert_eq!(suma(&["", ""]), None);
        assert_eq!(sumar(MAXIMO + 1, std::iter::empty()), None);
    }

    #[test]
    fn thousands() {
        for (d, m) in [("1", "1"), ("123", "123"), ("1234", "1,234"), ("1234567", "1,234,567")] {
            assert_eq!(miles(d), m);
        }
    }
}
