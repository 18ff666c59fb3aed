//! Small words for people.

use chrono::{Datelike, NaiveDate};

/// `15 de marzo de 1984`.
pub fn fecha_larga(fecha: NaiveDate) -> String {
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
    let mes = MESES.get(fecha.month0() as usize).copied().unwrap_or("?");
    format!("{} de {mes} de {}", fecha.day(), fecha.year())
}

/// A class, I to V, from its number in the catalogue.
pub fn romano(numero: &str) -> &'static str {
    match numero {
        "1" => "I",
        "2" => "II",
        "3" => "III",
        "4" => "IV",
        "5" => "V",
        _ => "?",
    }
}

/// Without accents, capitals or spare spaces.
pub fn plegar(texto: &str) -> String {
    let minusculas = texto.to_lowercase();
    let palabras = minusculas.split_whitespace().collect::<Vec<_>>().join(" ");
    palabras
        .chars()
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            otra => otra,
        })
        .collect()
}
