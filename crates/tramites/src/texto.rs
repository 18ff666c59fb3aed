//! Small words for people.

use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::clasificacion::llano;
use ventanilla_reglas::fecha::{Fecha, nombre_del_mes};
use ventanilla_reglas::importe::Importe;

/// `15 de marzo de 1984`.
pub fn fecha_larga(fecha: NaiveDate) -> String {
    format!(
        "{} de {} de {}",
        fecha.day(),
        nombre_del_mes(fecha.month()),
        fecha.year()
    )
}

/// The dates that a rule writes as `AAAA-MM-DD`, as people write them.
pub fn con_fechas(mensaje: &str) -> String {
    let palabra = |p: &str| {
        let limpia = p.trim_end_matches([',', '.', ';', ':', ')']);
        match (limpia.len(), Fecha::leer(limpia)) {
            (10, Some(fecha)) => [&fecha_larga(fecha.0), &p[limpia.len()..]].concat(),
            _ => p.to_owned(),
        }
    };
    mensaje.split(' ').map(palabra).collect::<Vec<_>>().join(" ")
}

/// Without accents, capitals or spare spaces.
pub fn plegar(texto: &str) -> String {
    llano(&texto.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An amount as money: `$41,058.50`, `−$1.00`.
pub fn pesos(importe: Importe) -> String {
    let texto = importe.to_string();
    match texto.strip_prefix('-') {
        Some(sin_signo) => ["−$", &con_millares(sin_signo)].concat(),
        None => ["$", &con_millares(&texto)].concat(),
    }
}

/// A number with a comma every three digits: `41,058.50`.
pub fn con_millares(valor: &str) -> String {
    let (entero, decimales) = valor.split_once('.').unwrap_or((valor, ""));
    let mut texto = String::with_capacity(valor.len() + 4);
    for (i, cifra) in entero.chars().enumerate() {
        if i > 0 && (entero.len() - i).is_multiple_of(3) {
            texto.push(',');
        }
        texto.push(cifra);
    }
    if !decimales.is_empty() {
        texto.push('.');
        texto.push_str(decimales);
    }
    texto
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn the_dates_of_a_message_become_words() {
        assert_eq!(
            con_fechas("Vencía el 2026-03-02, y se presenta (antes del 2026-03-10). No 2026-13-10."),
            "Vencía el 2 de marzo de 2026, y se presenta (antes del 10 de marzo de 2026). No 2026-13-10."
        );
    }

    #[test]
    fn se_agrupa_de_tres_en_tres() {
        for (centavos, texto) in [
            (0, "$0.00"),
            (99_999, "$999.99"),
            (100_000, "$1,000.00"),
            (123_456_789, "$1,234,567.89"),
            (-100_005, "−$1,000.05"),
        ] {
            assert_eq!(pesos(Importe::de_centavos(centavos)), texto);
        }
    }
}
