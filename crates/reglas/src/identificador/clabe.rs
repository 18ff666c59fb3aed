//! Clave bancaria estandarizada: institution (3), plaza (3), account (11) and check digit.

use super::Partes;
use super::digito::{Posicion, complemento};
use super::forma::{Clase, hallazgo, longitud, revisar_forma, trozo};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::mensajes::identificador as mensaje;
use chrono::NaiveDate;
use serde::Serialize;
use ventanilla_normativa::Tabla;

/// What a CLABE says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesClabe {
    /// Key of the institution.
    pub banco: String,
    /// Its name; absent when the catalogue does not have it.
    pub banco_nombre: Option<String>,
    /// Key of the plaza.
    pub plaza: String,
    /// The account.
    pub cuenta: String,
    /// Its check digit.
    pub digito: String,
    /// The one the rest asks for.
    pub digito_esperado: String,
}

const LARGO: usize = 18;

/// What each position before the check digit contributes: weights 3, 7, 1 and the last digit of each product.
pub(super) fn posiciones(clabe: &str) -> impl Iterator<Item = Posicion> {
    clabe
        .chars()
        .take(LARGO - 1)
        .zip([3, 7, 1].into_iter().cycle())
        .map(|(c, peso)| Posicion::ultima_cifra(c, c.to_digit(10).unwrap_or(0), peso))
}

pub(super) fn leer(
    consulta: &mut Consulta<'_>,
    clabe: &str,
    hoy: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Partes> {
    let tiene = clabe.chars().count();
    if tiene != LARGO {
        hallazgos.push(longitud(&mensaje::CLABE_LONGITUD, tiene, ""));
        return None;
    }
    let patron = [Clase::Digito; LARGO].into_iter();
    if let Some(mal) = revisar_forma(&mensaje::CLABE_FORMATO, clabe, patron) {
        hallazgos.push(mal);
        return None;
    }
    let banco = trozo(clabe, 0, 3);
    let partes = PartesClabe {
        banco_nombre: nombre_de_banco(consulta, &banco, hoy, hallazgos),
        banco,
        plaza: trozo(clabe, 3, 6),
        cuenta: trozo(clabe, 6, 17),
        digito: trozo(clabe, 17, LARGO),
        digito_esperado: complemento(posiciones(clabe), 10).to_string(),
    };
    if partes.digito != partes.digito_esperado {
        let datos = [
            ("digito", partes.digito.as_str()),
            ("esperado", partes.digito_esperado.as_str()),
        ];
        hallazgos.push(hallazgo(&mensaje::CLABE_DIGITO, &datos));
    }
    Some(Partes::Clabe(partes))
}

fn nombre_de_banco(
    consulta: &mut Consulta<'_>,
    banco: &str,
    hoy: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<String> {
    match consulta.vigente(Tabla::Bancos, banco, hoy) {
        Ok(fila) => return Some(fila.nota.to_string()),
        Err(error) if error.cobertura.is_some() => {
            hallazgos.push(fuera_de_vigencia(&error, "fecha"));
        }
        Err(_) => hallazgos.push(hallazgo(&mensaje::CLABE_BANCO, &[("banco", banco)])),
    }
    None
}
