//! Número de seguridad social: subdelegación (2), year of alta (2), year of birth (2), serial (4) and Luhn digit.

use super::Partes;
use super::digito::{Posicion, complemento};
use super::forma::{Clase, es_separador, hallazgo, longitud, normalizar, revisar_forma, trozo};
use crate::hallazgo::Hallazgo;
use crate::mensajes::identificador as mensaje;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// What an NSS says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesNss {
    /// Subdelegación that assigned it.
    pub subdelegacion: String,
    /// Year of alta, with the century that does not put it in the future.
    pub anio_alta: i32,
    /// Year of birth, in the same way.
    pub anio_nacimiento: i32,
    /// Serial.
    pub consecutivo: String,
    /// Its check digit.
    pub digito: String,
    /// The one the rest asks for.
    pub digito_esperado: String,
}

const LARGO: usize = 11;

/// Year in which the Instituto was founded: nobody was registered before.
const FUNDACION: i32 = 1943;

/// Prefix for which the years say nothing.
const SIN_ANIOS: &str = "97";

/// The NSS that a spreadsheet left in ten digits by taking its first zero away: `None` unless with it the check digit agrees.
pub fn nss_con_su_cero(texto: &str) -> Option<String> {
    let completo = ["0", &normalizar(texto)].concat();
    nss_cuadra(&completo).then_some(completo)
}

/// Whether `texto` is an NSS: eleven digits (separators apart), a subdelegación other than 00, and the Luhn digit.
/// Allocates nothing: it is meant for whole payrolls.
pub fn nss_cuadra(texto: &str) -> bool {
    let mut digitos = [0_u32; LARGO];
    let mut cuantos = 0;
    for letra in texto.chars().filter(|l| !es_separador(*l)) {
        let (Some(digito), Some(lugar)) = (letra.to_digit(10), digitos.get_mut(cuantos)) else {
            return false;
        };
        *lugar = digito;
        cuantos += 1;
    }
    let [uno, dos, .., ultimo] = digitos;
    cuantos == LARGO && uno + dos > 0 && complemento(aportes(digitos), 10) == ultimo
}

fn aportes(digitos: [u32; LARGO]) -> impl Iterator<Item = Posicion> {
    digitos
        .into_iter()
        .take(LARGO - 1)
        .zip([1, 2].into_iter().cycle())
        .map(|(digito, peso)| Posicion::luhn(super::digito::cifra(digito), digito, peso))
}

/// What each of the ten first positions contributes.
pub(super) fn posiciones(nss: &str) -> impl Iterator<Item = Posicion> {
    let mut digitos = [0; LARGO];
    for (lugar, letra) in digitos.iter_mut().zip(nss.chars()) {
        *lugar = letra.to_digit(10).unwrap_or(0);
    }
    aportes(digitos)
}

pub(super) fn leer(nss: &str, hoy: NaiveDate, hallazgos: &mut Vec<Hallazgo>) -> Option<Partes> {
    let tiene = nss.chars().count();
    if tiene != LARGO {
        hallazgos.push(longitud(&mensaje::NSS_LONGITUD, tiene, ""));
        return None;
    }
    if let Some(mal) = revisar_forma(&mensaje::NSS_FORMATO, nss, [Clase::Digito; LARGO].into_iter()) {
        hallazgos.push(mal);
        return None;
    }
    let anio = |desde| anio(trozo(nss, desde, desde + 2).parse().unwrap_or(0), hoy);
    let partes = PartesNss {
        subdelegacion: trozo(nss, 0, 2),
        anio_alta: anio(2),
        anio_nacimiento: anio(4),
        consecutivo: trozo(nss, 6, 10),
        digito: trozo(nss, 10, LARGO),
        digito_esperado: complemento(posiciones(nss), 10).to_string(),
    };
    hallazgos.extend(revisar(&partes));
    Some(Partes::Nss(partes))
}

/// The latest year ending in `dos` that is not in the future.
fn anio(dos: i32, hoy: NaiveDate) -> i32 {
    let siglo = hoy.year() - hoy.year().rem_euclid(100);
    if siglo + dos <= hoy.year() {
        siglo + dos
    } else {
        siglo - 100 + dos
    }
}

fn revisar(partes: &PartesNss) -> Option<Hallazgo> {
    if partes.subdelegacion == "00" {
        return Some(hallazgo(&mensaje::NSS_ESTRUCTURA, &[]));
    }
    if partes.digito != partes.digito_esperado {
        let datos = [
            ("digito", partes.digito.as_str()),
            ("esperado", partes.digito_esperado.as_str()),
        ];
        return Some(hallazgo(&mensaje::NSS_DIGITO, &datos));
    }
    let porque = if partes.subdelegacion == SIN_ANIOS {
        return None;
    } else if partes.anio_nacimiento > partes.anio_alta {
        ", y nadie se da de alta antes de nacer"
    } else if partes.anio_alta < FUNDACION {
        ", y el IMSS se fundó en 1943"
    } else {
        return None;
    };
    let (alta, nacimiento) = (partes.anio_alta.to_string(), partes.anio_nacimiento.to_string());
    let datos = [("alta", alta.as_str()), ("nacimiento", &nacimiento), ("porque", porque)];
    Some(hallazgo(&mensaje::NSS_ANIO, &datos))
}
