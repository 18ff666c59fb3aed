//! Registro patronal: municipio (a letter and two digits), serial (5), modalidad (2) and check digit. The rule of the
//! digit was deduced from public numbers and is not published: a mismatch is a warning.

use super::Partes;
use super::digito::{Posicion, complemento};
use super::forma::{Clase, hallazgo, longitud, revisar_forma, trozo};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::mensajes::identificador as mensaje;
use chrono::NaiveDate;
use serde::Serialize;
use ventanilla_normativa::Tabla;

/// What a registro patronal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesRegistroPatronal {
    /// Key of the municipio.
    pub municipio: String,
    /// Serial.
    pub consecutivo: String,
    /// Modalidad.
    pub modalidad: String,
    /// Its name, if the catalogue has it.
    pub modalidad_nombre: Option<String>,
    /// As it is printed: `Z99-00001-10-8`.
    pub mascara: String,
    /// Its check digit.
    pub digito: String,
    /// The one the rest asks for; absent when the first position is a digit.
    pub digito_esperado: Option<String>,
}

const LARGO: usize = 11;

fn patron() -> impl Iterator<Item = Clase> {
    std::iter::once(Clase::LetraODigito).chain(std::iter::repeat_n(Clase::Digito, LARGO - 1))
}

/// What each character contributes: A is 10, B 11 … Z 35 (two digits), and then Luhn from the right.
pub(super) fn posiciones(registro: &str) -> impl Iterator<Item = Posicion> {
    let (letra, resto) = registro.split_at_checked(1).unwrap_or_default();
    let inicial = letra.chars().next().unwrap_or('A');
    let valor = inicial.to_digit(36).unwrap_or(0);
    let digitos = resto.chars().take(LARGO - 2).map(|c| (c, c.to_digit(10).unwrap_or(0)));
    [(inicial, valor / 10), (inicial, valor % 10)]
        .into_iter()
        .chain(digitos)
        .zip([2, 1].into_iter().cycle())
        .map(|((caracter, valor), peso)| Posicion::luhn(caracter, valor, peso))
}

/// The check digit for the first ten positions of a registro patronal (in its plain form), if they are well formed.
pub fn digito_de_registro_patronal(diez: &str) -> Option<u32> {
    let bien = diez.len() == LARGO - 1
        && diez.starts_with(|c: char| c.is_ascii_uppercase())
        && diez.bytes().skip(1).all(|b| b.is_ascii_digit());
    bien.then(|| complemento(posiciones(diez), 10))
}

/// The registro patronal as it is printed, `A12-34567-10-8`, from its plain form.
pub fn mascara(registro: &str) -> String {
    let mut salida = String::with_capacity(LARGO + 3);
    for (indice, letra) in registro.chars().enumerate() {
        if matches!(indice, 3 | 8 | 10) {
            salida.push('-');
        }
        salida.push(letra);
    }
    salida
}

pub(super) fn leer(
    consulta: &mut Consulta<'_>,
    registro: &str,
    hoy: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Partes> {
    let tiene = registro.chars().count();
    if tiene != LARGO {
        hallazgos.push(longitud(&mensaje::RP_LONGITUD, tiene, pista(tiene)));
        return None;
    }
    if let Some(mal) = revisar_forma(&mensaje::RP_FORMATO, registro, patron()) {
        hallazgos.push(mal);
        return None;
    }
    let modalidad = trozo(registro, 8, 10);
    let con_letra = registro.starts_with(|c: char| c.is_ascii_uppercase());
    let partes = PartesRegistroPatronal {
        municipio: trozo(registro, 0, 3),
        consecutivo: trozo(registro, 3, 8),
        modalidad_nombre: nombre_de_modalidad(consulta, &modalidad, hoy),
        modalidad,
        mascara: mascara(registro),
        digito: trozo(registro, 10, LARGO),
        digito_esperado: con_letra.then(|| complemento(posiciones(registro), 10).to_string()),
    };
    revisar(&partes, hallazgos);
    Some(Partes::RegistroPatronal(partes))
}

fn pista(tiene: usize) -> &'static str {
    if tiene == LARGO - 1 {
        " Con diez, suele faltar el dígito verificador."
    } else {
        " Revise si falta o sobra alguno."
    }
}

fn nombre_de_modalidad(consulta: &mut Consulta<'_>, modalidad: &str, hoy: NaiveDate) -> Option<String> {
    let fila = consulta.vigente(Tabla::Modalidades, modalidad, hoy).ok()?;
    Some(fila.nota.to_string())
}

fn revisar(partes: &PartesRegistroPatronal, hallazgos: &mut Vec<Hallazgo>) {
    if partes.modalidad_nombre.is_none() {
        let datos = [("modalidad", partes.modalidad.as_str())];
        hallazgos.push(hallazgo(&mensaje::RP_MODALIDAD, &datos));
    }
    match &partes.digito_esperado {
        None => {
            let caracter = trozo(&partes.municipio, 0, 1);
            hallazgos.push(hallazgo(&mensaje::RP_INICIAL, &[("caracter", &caracter)]));
        }
        Some(esperado) if *esperado != partes.digito => {
            let datos = [("digito", partes.digito.as_str()), ("esperado", esperado.as_str())];
            hallazgos.push(hallazgo(&mensaje::RP_DIGITO, &datos));
        }
        Some(_) => {}
    }
}
