//! What people type in Mexico: amounts with commas, dates with the day first, percentages with their sign. Nothing is
//! guessed: a text that could be read in two ways is refused, and the message says what to type instead.

use crate::fecha::{Fecha, MESES, Mes};
use crate::importe::{ErrorDeImporte, Importe, Tasa};
use std::fmt;

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorDeCaptura {
    /// Nothing was typed.
    Vacio,
    /// Not an amount.
    Importe,
    /// A comma where the decimal point goes; with the reading it probably had, if there is one.
    ComaDecimal(Option<String>),
    /// Groups of digits that are not of three.
    Grupos,
    /// More than two decimals.
    Decimales,
    /// Below zero.
    Negativo,
    /// Larger than [`Importe::MAXIMO`].
    Grande,
    /// Not a percentage from 0 to 100 with up to five decimals.
    Porcentaje,
    /// Not a date.
    Fecha,
    /// The number under which a spreadsheet keeps a date.
    SerieDeFecha,
    /// A date with its year in two digits.
    AnioCorto,
    /// The month, which goes in the middle, is not from 1 to 12; with the same date the other way around, if it exists.
    Mes(Option<String>),
    /// A day that the month does not have, or a year outside 1900–2199.
    NoExiste,
    /// Not a whole number.
    Entero,
    /// Not a month of a year.
    MesDelAnio,
}

impl fmt::Display for ErrorDeCaptura {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quiza = |f: &mut fmt::Formatter<'_>, lectura: &Option<String>| match lectura {
            Some(lectura) => write!(f, " ¿Quiso escribir {lectura}?"),
            None => Ok(()),
        };
        match self {
            Self::Vacio => f.write_str("Falta el dato."),
            Self::Importe => f.write_str("No es un importe. Escriba sólo el número, por ejemplo 1,234.56."),
            Self::ComaDecimal(lectura) => {
                f.write_str("Los decimales se separan con punto, no con coma.")?;
                quiza(f, lectura)
            }
            Self::Grupos => {
                f.write_str("Los millares van de tres en tres cifras. Escríbalo sin separarlas, por ejemplo 1234567.89.")
            }
            Self::Decimales => f.write_str("Un importe en pesos lleva dos decimales a lo más."),
            Self::Negativo => f.write_str("El importe no puede ser negativo."),
            Self::Grande => f.write_str("El importe es demasiado grande; el máximo es 9,999,999,999.99."),
            Self::Porcentaje => f.write_str(
                "No es un porcentaje. Escriba un número entre 0 y 100 con punto decimal y cinco decimales a lo más, por ejemplo 0.50000.",
            ),
            Self::Fecha => f.write_str("No es una fecha. Escríbala como día/mes/año, por ejemplo 01/04/2026."),
            Self::SerieDeFecha => f.write_str("Es el número con que Excel guarda una fecha. Dé a esa columna formato de fecha y vuelva a copiarla."),
            Self::AnioCorto => f.write_str("Escriba el año con cuatro cifras, por ejemplo 01/04/2026."),
            Self::Mes(lectura) => {
                f.write_str("El mes va en medio y es un número del 1 al 12.")?;
                quiza(f, lectura)
            }
            Self::NoExiste => f.write_str("Esa fecha no existe. Revise el día, el mes y el año."),
            Self::Entero => f.write_str("Escriba un número entero, sin decimales."),
            Self::MesDelAnio => f.write_str("No es un mes. Escríbalo como mes/año, por ejemplo 01/2026."),
        }
    }
}

impl std::error::Error for ErrorDeCaptura {}

/// Reads an amount: `1234.5`, `1,234.56`, `$ 1 234.50`, `1'234,567.89`. Commas, spaces and apostrophes may only stand
/// between groups of three digits.
///
/// # Errors
/// [`ErrorDeCaptura`].
pub fn importe(texto: &str) -> Result<Importe, ErrorDeCaptura> {
    let limpio = sin_adornos(texto);
    let (negativo, limpio) = match limpio.strip_prefix(['-', '\u{2212}']) {
        Some(resto) => (true, resto),
        None => (false, limpio),
    };
    let leido = Importe::leer(&sin_millares(limpio)?).map_err(|error| match error {
        ErrorDeImporte::Formato => ErrorDeCaptura::Importe,
        ErrorDeImporte::Decimales => ErrorDeCaptura::Decimales,
        ErrorDeImporte::Tamano => ErrorDeCaptura::Grande,
        ErrorDeImporte::Negativo => ErrorDeCaptura::Negativo,
    })?;
    if negativo {
        Err(ErrorDeCaptura::Negativo)
    } else {
        Ok(leido)
    }
}

/// Reads a percentage: `0.5`, `0.50000 %`, `2.59840%`.
///
/// # Errors
/// [`ErrorDeCaptura`].
pub fn porcentaje(texto: &str) -> Result<Tasa, ErrorDeCaptura> {
    let limpio = texto.trim();
    let limpio = limpio.strip_suffix('%').unwrap_or(limpio).trim_end();
    if limpio.is_empty() {
        return Err(ErrorDeCaptura::Vacio);
    }
    if limpio.contains(',') {
        let con_punto = limpio.replace(',', ".");
        return Err(ErrorDeCaptura::ComaDecimal(Tasa::leer(&con_punto).map(|_| con_punto)));
    }
    Tasa::leer(&con_cero(limpio)).ok_or(ErrorDeCaptura::Porcentaje)
}

/// Reads a whole number: `12`, `1,234`.
///
/// # Errors
/// [`ErrorDeCaptura`].
pub fn entero(texto: &str) -> Result<u32, ErrorDeCaptura> {
    let limpio = texto.trim();
    if limpio.is_empty() {
        return Err(ErrorDeCaptura::Vacio);
    }
    let cifras = sin_millares(limpio).map_err(|_| ErrorDeCaptura::Entero)?;
    let digitos = cifras.bytes().all(|b| b.is_ascii_digit());
    digitos
        .then(|| cifras.parse().ok())
        .flatten()
        .ok_or(ErrorDeCaptura::Entero)
}

/// Reads a date: `2026-04-01`, `01/04/2026` (day, month, year), `1-abr-2026`, `1 de abril de 2026`. The month is always
/// in the middle: 04/13/2026 is refused, not turned around.
///
/// # Errors
/// [`ErrorDeCaptura`].
pub fn fecha(texto: &str) -> Result<Fecha, ErrorDeCaptura> {
    let texto = texto.trim().to_lowercase();
    if texto.is_empty() {
        return Err(ErrorDeCaptura::Vacio);
    }
    if let Some(fecha) = de_corrido(&texto) {
        return fecha;
    }
    // from 1954 to 2119: days since the end of 1899
    if texto.len() == 5 && numero(&texto, 5).is_some_and(|n| (20_000..80_000).contains(&n)) {
        return Err(ErrorDeCaptura::SerieDeFecha);
    }
    let partes: Vec<&str> = texto
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ','))
        .filter(|p| !matches!(*p, "" | "de" | "del"))
        .collect();
    let [primera, medio, ultima] = partes[..] else {
        return Err(ErrorDeCaptura::Fecha);
    };
    let (anio, dia) = if primera.len() == 4 {
        (primera, ultima)
    } else {
        (ultima, primera)
    };
    let dia = numero(dia, 2).ok_or(ErrorDeCaptura::Fecha)?;
    let anio = match numero(anio, 4) {
        Some(_) if anio.len() == 2 => return Err(ErrorDeCaptura::AnioCorto),
        Some(numero) if anio.len() == 4 => numero,
        _ => return Err(ErrorDeCaptura::Fecha),
    };
    let mes = numero_de_mes(medio).ok_or(ErrorDeCaptura::Fecha)?;
    if !(1..=12).contains(&mes) {
        let volteada = armar(anio, dia, mes).map(|_| format!("{mes:02}/{dia:02}/{anio}"));
        return Err(ErrorDeCaptura::Mes(volteada));
    }
    armar(anio, mes, dia).ok_or(ErrorDeCaptura::NoExiste)
}

/// Reads a month of a year: `2026-01`, `01/2026`, `1-2026`, `enero de 2026`, `ene 2026`, `012026`.
///
/// # Errors
/// [`ErrorDeCaptura::Vacio`], [`ErrorDeCaptura::MesDelAnio`], [`ErrorDeCaptura::NoExiste`].
pub fn mes(texto: &str) -> Result<Mes, ErrorDeCaptura> {
    let texto = texto.trim().to_lowercase();
    if texto.is_empty() {
        return Err(ErrorDeCaptura::Vacio);
    }
    let seguido = texto.len() == 6 && texto.bytes().all(|b| b.is_ascii_digit());
    let partes: Vec<&str> = if seguido {
        vec![&texto[..2], &texto[2..]]
    } else {
        texto
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ','))
            .filter(|p| !matches!(*p, "" | "de" | "del"))
            .collect()
    };
    let (mes, anio) = match partes[..] {
        [anio, mes] if anio.len() == 4 && anio.bytes().all(|b| b.is_ascii_digit()) => (mes, anio),
        [mes, anio] if anio.len() == 4 => (mes, anio),
        _ => return Err(ErrorDeCaptura::MesDelAnio),
    };
    let mes = numero_de_mes(mes).filter(|m| (1..=12).contains(m));
    let (Some(mes), Some(anio)) = (mes, numero(anio, 4)) else {
        return Err(ErrorDeCaptura::MesDelAnio);
    };
    let primero = armar(anio, mes, 1).ok_or(ErrorDeCaptura::NoExiste)?;
    Ok(Mes::de(primero.0))
}

/// Eight digits in a row, as they are typed on a numeric keypad: `05032020`, or `20200305`. They cannot be confused: a year
/// that begins with 19 to 21 is no month.
fn de_corrido(texto: &str) -> Option<Result<Fecha, ErrorDeCaptura>> {
    if texto.len() != 8 || !texto.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let cifras = |desde: usize, hasta: usize| texto[desde..hasta].parse::<u32>().unwrap_or(0);
    let del_anio = armar(cifras(0, 4), cifras(4, 6), cifras(6, 8));
    let del_dia = armar(cifras(4, 8), cifras(2, 4), cifras(0, 2));
    Some(del_anio.or(del_dia).ok_or(ErrorDeCaptura::NoExiste))
}

fn armar(anio: u32, mes: u32, dia: u32) -> Option<Fecha> {
    Fecha::leer(&format!("{anio:04}-{mes:02}-{dia:02}"))
}

/// Digits only, and no more than `largo` of them.
fn numero(texto: &str, largo: usize) -> Option<u32> {
    let bien = (1..=largo).contains(&texto.len()) && texto.bytes().all(|b| b.is_ascii_digit());
    bien.then(|| texto.parse().ok()).flatten()
}

/// A number of up to two digits, a name, or the three first letters of one.
fn numero_de_mes(texto: &str) -> Option<u32> {
    if let Some(numero) = numero(texto, 2) {
        return Some(numero);
    }
    let nombre = match texto {
        "setiembre" | "sept" | "set" => "septiembre",
        otro => otro,
    };
    (1_u32..)
        .zip(MESES)
        .find(|(_, mes)| *mes == nombre || mes.get(..3) == Some(nombre))
        .map(|(numero, _)| numero)
}

/// Without the sign of pesos or the word around the number.
fn sin_adornos(texto: &str) -> &str {
    let limpio = texto.trim();
    let limpio = limpio.strip_prefix('$').unwrap_or(limpio).trim_start();
    ["MXN", "mxn", "M.N.", "m.n.", "pesos"]
        .iter()
        .find_map(|sufijo| limpio.strip_suffix(sufijo))
        .unwrap_or(limpio)
        .trim_end()
}

fn es_de_millares(letra: char) -> bool {
    letra.is_whitespace() || matches!(letra, ',' | '\'' | '’' | '\u{2009}')
}

/// Without the marks between thousands, which must stand every three digits and never after the point.
fn sin_millares(texto: &str) -> Result<String, ErrorDeCaptura> {
    if texto.is_empty() {
        return Err(ErrorDeCaptura::Vacio);
    }
    let (enteros, decimales) = texto.split_once('.').unwrap_or((texto, ""));
    if decimales.contains(es_de_millares) {
        return Err(coma_decimal(texto));
    }
    let mut grupos = enteros.split(es_de_millares);
    let primero = grupos.next().unwrap_or_default();
    let agrupado = primero.len() != enteros.len();
    if agrupado && (primero.is_empty() || primero.len() > 3 || grupos.any(|g| g.len() != 3)) {
        return Err(coma_decimal(texto));
    }
    let junto: String = enteros.chars().filter(|c| !es_de_millares(*c)).collect();
    Ok(match decimales {
        "" if !texto.ends_with('.') => junto,
        "" if junto.is_empty() => texto.to_owned(),
        "" => junto,
        _ => con_cero(&format!("{junto}.{decimales}")),
    })
}

/// `.5` is 0.5.
fn con_cero(texto: &str) -> String {
    if texto.starts_with('.') {
        format!("0{texto}")
    } else {
        texto.to_owned()
    }
}

/// A text whose commas are not thousands. If its last comma reads as a decimal point, that reading is offered.
fn coma_decimal(texto: &str) -> ErrorDeCaptura {
    let Some((enteros, decimales)) = texto.rsplit_once(',') else {
        return ErrorDeCaptura::Grupos;
    };
    let cifras: String = enteros.chars().filter(|c| *c != '.' && !es_de_millares(*c)).collect();
    let lectura = format!("{cifras}.{decimales}");
    if decimales.len() > 2 {
        return ErrorDeCaptura::Grupos;
    }
    ErrorDeCaptura::ComaDecimal(Importe::leer(&lectura).ok().map(|_| lectura))
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn importes_que_se_toman() {
        let casos = [
            ("1234.56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("$1,234.5", "1234.50"),
            ("$ 1 234.5", "1234.50"),
            ("1\u{a0}234\u{a0}567", "1234567.00"),
            ("1'234,567.89", "1234567.89"),
            (".5", "0.50"),
            ("5.", "5.00"),
            ("  331.44 MXN ", "331.44"),
            ("1,234", "1234.00"),
            ("0", "0.00"),
        ];
        for (texto, esperado) in casos {
            assert_eq!(
                importe(texto).map(|i| i.to_string()),
                Ok(esperado.to_owned()),
                "{texto}"
            );
        }
    }

    #[test]
    fn importes_que_no() {
        use ErrorDeCaptura as E;
        let casos = [
            ("", E::Vacio),
            ("$", E::Vacio),
            ("1.234,56", E::ComaDecimal(Some("1234.56".into()))),
            ("12,34", E::ComaDecimal(Some("12.34".into()))),
            ("1,2", E::ComaDecimal(Some("1.2".into()))),
            ("12,3456", E::Grupos),
            ("1,23,456", E::Grupos),
            ("12 34", E::Grupos),
            ("1.2.3", E::Importe),
            ("331.445", E::Decimales),
            ("-5", E::Negativo),
            ("1e5", E::Importe),
            ("abc", E::Importe),
            (".", E::Importe),
            ("99,999,999,999", E::Grande),
        ];
        for (texto, esperado) in casos {
            assert_eq!(importe(texto), Err(esperado), "{texto}");
        }
    }

    #[test]
    fn fechas_que_se_toman() {
        for texto in [
            "2026-04-01",
            "2026/4/1",
            "01/04/2026",
            "1/4/2026",
            "01-04-2026",
            "1-abr-2026",
            "1-ABR-2026",
            "1 de abril de 2026",
            "1 abril 2026",
            "01042026",
            "20260401",
        ] {
            assert_eq!(fecha(texto).map(|f| f.to_string()), Ok("2026-04-01".into()), "{texto}");
        }
        assert_eq!(
            fecha("3 de setiembre de 2026").map(|f| f.to_string()),
            Ok("2026-09-03".into())
        );
    }

    #[test]
    fn meses() {
        for texto in [
            "2026-01",
            "01/2026",
            "1-2026",
            "enero de 2026",
            "Ene 2026",
            "012026",
            "ene-2026",
        ] {
            assert_eq!(mes(texto).map(|m| m.to_string()), Ok("2026-01".to_owned()), "{texto}");
        }
        for texto in [
            "13/2026",
            "0/2026",
            "01/26",
            "enero",
            "2026",
            "01/01/2026",
            "202601",
            "x",
        ] {
            assert_eq!(mes(texto), Err(ErrorDeCaptura::MesDelAnio), "{texto}");
        }
        assert_eq!(mes("01/0001"), Err(ErrorDeCaptura::NoExiste));
    }

    #[test]
    fn fechas_que_no() {
        use ErrorDeCaptura as E;
        let casos = [
            ("", E::Vacio),
            ("04/13/2026", E::Mes(Some("13/04/2026".into()))),
            ("40/13/2026", E::Mes(None)),
            ("01/04/26", E::AnioCorto),
            ("46353", E::SerieDeFecha),
            ("12345", E::Fecha),
            ("30/02/2026", E::NoExiste),
            ("01/04/1776", E::NoExiste),
            ("hoy", E::Fecha),
            ("1-xyz-2026", E::Fecha),
            ("1/4", E::Fecha),
            ("99999999", E::NoExiste),
            ("2026040", E::Fecha),
        ];
        for (texto, esperado) in casos {
            assert_eq!(fecha(texto), Err(esperado), "{texto}");
        }
    }

    #[test]
    fn porcentajes_y_enteros() {
        for texto in ["0.5", "0.50000", "0.50000 %", ".5%"] {
            assert_eq!(
                porcentaje(texto).ok().map(Tasa::diezmillonesimos),
                Some(50_000),
                "{texto}"
            );
        }
        assert_eq!(porcentaje("0,5"), Err(ErrorDeCaptura::ComaDecimal(Some("0.5".into()))));
        assert_eq!(porcentaje("101"), Err(ErrorDeCaptura::Porcentaje));
        assert_eq!(porcentaje("%"), Err(ErrorDeCaptura::Vacio));
        assert_eq!(entero("1,234"), Ok(1234));
        assert_eq!(entero("12.5"), Err(ErrorDeCaptura::Entero));
        assert_eq!(entero("-1"), Err(ErrorDeCaptura::Entero));
    }

    #[test]
    fn lo_que_se_muestra_se_vuelve_a_leer() {
        for centavos in [0, 1, 99, 100, 33_144, Importe::MAXIMO] {
            let valor = Importe::de_centavos(centavos);
            assert_eq!(importe(&valor.to_string()), Ok(valor));
        }
        let dia = fecha("2028-02-29").expect("fecha");
        assert_eq!(fecha(&dia.to_string()), Ok(dia));
        let tasa = porcentaje("2.59840").expect("tasa");
        assert_eq!(porcentaje(&tasa.to_string()), Ok(tasa));
    }

    #[test]
    fn cada_error_dice_algo() {
        assert_eq!(
            importe("12,34").map_err(|e| e.to_string()),
            Err("Los decimales se separan con punto, no con coma. ¿Quiso escribir 12.34?".into())
        );
        for error in [ErrorDeCaptura::Vacio, ErrorDeCaptura::Grupos, ErrorDeCaptura::Fecha] {
            assert!(error.to_string().ends_with('.'));
        }
    }
}
