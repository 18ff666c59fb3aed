//! Postal code: five digits, the first two of which tell the entidad. There is no check digit.

use super::Partes;
use super::entidades;
use super::forma::{Clase, hallazgo, longitud, revisar_forma, trozo};
use crate::hallazgo::Hallazgo;
use crate::mensajes::identificador as mensaje;
use serde::Serialize;

/// What a postal code says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesCodigoPostal {
    /// Key of the entidad, as in the CURP.
    pub entidad: &'static str,
    /// Its name.
    pub entidad_nombre: &'static str,
}

const LARGO: usize = 5;

pub(super) fn leer(codigo: &str, hallazgos: &mut Vec<Hallazgo>) -> Option<Partes> {
    let tiene = codigo.chars().count();
    if tiene != LARGO {
        hallazgos.push(longitud(&mensaje::CP_LONGITUD, tiene, ""));
        return None;
    }
    let patron = [Clase::Digito; LARGO].into_iter();
    if let Some(mal) = revisar_forma(&mensaje::CP_FORMATO, codigo, patron) {
        hallazgos.push(mal);
        return None;
    }
    let inicio = trozo(codigo, 0, 2);
    match entidades::de_codigo_postal(inicio.parse().unwrap_or(0)) {
        Some(entidad) => Some(Partes::CodigoPostal(PartesCodigoPostal {
            entidad: entidad.clave,
            entidad_nombre: entidad.nombre,
        })),
        None => {
            hallazgos.push(hallazgo(&mensaje::CP_ENTIDAD, &[("inicio", &inicio)]));
            None
        }
    }
}
