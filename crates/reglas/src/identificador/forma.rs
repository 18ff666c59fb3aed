//! The plain form of an identifier, and which character goes where.

use crate::hallazgo::Hallazgo;
use crate::mensajes::Regla;
use chrono::NaiveDate;

/// The plain form: capitals, without spaces, hyphens or dots. Ñ stays, also when it came as N and a tilde, or as the two
/// characters that a wrong encoding makes of it.
pub fn normalizar(texto: &str) -> String {
    let mut salida = String::with_capacity(texto.len().min(32));
    let mut letras = texto.chars().peekable();
    while let Some(letra) = letras.next() {
        let es_enie = match letra {
            'ñ' | 'Ñ' => true,
            'n' | 'N' => letras.next_if_eq(&'\u{303}').is_some(),
            'Ã' => letras.next_if(|c| matches!(c, '±' | '‘' | '\u{91}')).is_some(),
            _ => false,
        };
        if es_enie {
            salida.push('Ñ');
        } else if !es_separador(letra) {
            salida.push(letra.to_ascii_uppercase());
        }
    }
    salida
}

/// What people put between the parts of an identifier, or paste with it.
pub(super) fn es_separador(letra: char) -> bool {
    letra.is_whitespace()
        || matches!(
            letra,
            '-' | '.'
                | '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2010}'..='\u{2015}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2212}'
                | '\u{feff}'
        )
}

/// What may stand at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clase {
    /// 0 to 9.
    Digito,
    /// A to Z.
    Letra,
    /// A to Z or a digit: the first position of a registro patronal, warned about later.
    LetraODigito,
    /// A to Z, Ñ or &.
    LetraDeRfc,
    /// A digit or A.
    DigitoOA,
    /// A letter that is not a vowel.
    Consonante,
    /// H, M or X.
    Sexo,
}

impl Clase {
    fn admite(self, letra: char) -> bool {
        match self {
            Self::Digito => letra.is_ascii_digit(),
            Self::Letra => letra.is_ascii_uppercase(),
            Self::LetraODigito => letra.is_ascii_digit() || letra.is_ascii_uppercase(),
            Self::LetraDeRfc => letra.is_ascii_uppercase() || matches!(letra, 'Ñ' | '&'),
            Self::DigitoOA => letra.is_ascii_digit() || letra == 'A',
            Self::Consonante => letra.is_ascii_uppercase() && !"AEIOU".contains(letra),
            Self::Sexo => matches!(letra, 'H' | 'M' | 'X'),
        }
    }

    fn nombre(self) -> &'static str {
        match self {
            Self::Digito => "un dígito",
            Self::Letra => "una letra",
            Self::LetraODigito => "una letra o un dígito",
            Self::LetraDeRfc => "una letra (o Ñ, o &)",
            Self::DigitoOA => "un dígito o la letra A",
            Self::Consonante => "una consonante",
            Self::Sexo => "H, M o X",
        }
    }

    /// What the wrong character may have been meant to be.
    fn pista(self, letra: char) -> &'static str {
        match (self, letra) {
            (Self::Digito | Self::DigitoOA, 'O') => " ¿Es un cero?",
            (Self::Digito | Self::DigitoOA, 'I' | 'L') => " ¿Es un uno?",
            (Self::Letra | Self::LetraDeRfc, '0') => " ¿Es la letra O?",
            (Self::Letra | Self::LetraDeRfc, '1') => " ¿Es la letra I?",
            (Self::Letra | Self::Consonante, 'Ñ') => " La Ñ se sustituye por X.",
            _ => "",
        }
    }
}

/// The finding for the first character that is not what `patron` asks for, if there is one. The lengths are equal.
pub(super) fn revisar_forma(
    regla: &'static Regla,
    texto: &str,
    patron: impl Iterator<Item = Clase>,
) -> Option<Hallazgo> {
    let (indice, (letra, clase)) = texto
        .chars()
        .zip(patron)
        .enumerate()
        .find(|(_, (letra, clase))| !clase.admite(*letra))?;
    let (posicion, caracter) = ((indice + 1).to_string(), letra.to_string());
    let datos = [
        ("posicion", posicion.as_str()),
        ("caracter", caracter.as_str()),
        ("esperado", clase.nombre()),
        ("pista", clase.pista(letra)),
    ];
    Some(hallazgo(regla, &datos))
}

/// The finding for a wrong number of characters.
pub(super) fn longitud(regla: &'static Regla, tiene: usize, pista: &str) -> Hallazgo {
    hallazgo(regla, &[("tiene", &tiene.to_string()), ("pista", pista)])
}

/// A finding about the identifier.
pub(super) fn hallazgo(regla: &'static Regla, datos: &[(&str, &str)]) -> Hallazgo {
    Hallazgo::nuevo(regla, "valor", datos)
}

/// The date `AAMMDD` of the century that begins in `siglo`.
pub(super) fn fecha(siglo: i32, aammdd: &str) -> Option<NaiveDate> {
    let numero = |desde: usize| aammdd.get(desde..desde + 2)?.parse::<u32>().ok();
    let anio = siglo + i32::try_from(numero(0)?).ok()?;
    NaiveDate::from_ymd_opt(anio, numero(2)?, numero(4)?)
}

/// The characters from `desde` to before `hasta`, counted from 0.
pub(super) fn trozo(texto: &str, desde: usize, hasta: usize) -> String {
    texto.chars().skip(desde).take(hasta - desde).collect()
}
