//! Clave Única de Registro de Población: four letters, date of birth, sex, entidad, three consonants, a character for
//! namesakes (a digit for those born up to 1999, a letter from 2000) and check digit.

use super::Partes;
use super::digito::{Posicion, complemento};
use super::entidades;
use super::forma::{Clase, fecha, hallazgo, longitud, revisar_forma, trozo};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::identificador as mensaje;
use chrono::NaiveDate;
use serde::Serialize;

/// What a CURP says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesCurp {
    /// The four letters of the name.
    pub letras: String,
    /// Date of birth; absent when it is not a date.
    pub fecha_nacimiento: Option<Fecha>,
    /// H, M or X.
    pub sexo: String,
    /// Key of the entidad of birth.
    pub entidad: String,
    /// Its name; absent when there is no such key.
    pub entidad_nombre: Option<&'static str>,
    /// The three inner consonants.
    pub consonantes: String,
    /// The character for namesakes.
    pub homonimia: String,
    /// Its check digit.
    pub digito: String,
    /// The one the rest asks for.
    pub digito_esperado: String,
}

const LARGO: usize = 18;

/// Four first letters that are changed (the second one to X).
const INCONVENIENTES: &str = "BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA \
    CULO FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO \
    LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI \
    PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY";

/// What each position before the check digit contributes.
pub(super) fn posiciones(curp: &str) -> impl Iterator<Item = Posicion> {
    curp.chars()
        .take(LARGO - 1)
        .zip((2..=18).rev())
        .map(|(letra, peso)| Posicion::entera(letra, valor(letra), peso))
}

/// 0-9 and A-Z with Ñ after N: from O on, one more.
fn valor(letra: char) -> u32 {
    let base = letra.to_digit(36).unwrap_or(0);
    if letra >= 'O' { base + 1 } else { base }
}

fn patron() -> impl Iterator<Item = Clase> {
    [Clase::Letra; 4]
        .into_iter()
        .chain([Clase::Digito; 6])
        .chain([Clase::Sexo])
        .chain([Clase::Letra; 2])
        .chain([Clase::Consonante; 3])
        .chain([Clase::LetraODigito, Clase::Digito])
}

pub(super) fn leer(curp: &str, hoy: NaiveDate, hallazgos: &mut Vec<Hallazgo>) -> Option<Partes> {
    let tiene = curp.chars().count();
    if tiene != LARGO {
        hallazgos.push(longitud(&mensaje::CURP_LONGITUD, tiene, ""));
        return None;
    }
    if let Some(mal) = revisar_forma(&mensaje::CURP_FORMATO, curp, patron()) {
        hallazgos.push(mal);
        return None;
    }
    let homonimia = trozo(curp, 16, 17);
    let entidad = trozo(curp, 11, 13);
    let partes = PartesCurp {
        letras: trozo(curp, 0, 4),
        fecha_nacimiento: fecha(siglo(&homonimia), &trozo(curp, 4, 10))
            .filter(|f| *f <= hoy)
            .map(Fecha),
        sexo: trozo(curp, 10, 11),
        entidad_nombre: entidades::nombre(&entidad),
        entidad,
        consonantes: trozo(curp, 13, 16),
        homonimia,
        digito: trozo(curp, 17, LARGO),
        digito_esperado: complemento(posiciones(curp), 10).to_string(),
    };
    revisar(curp, &partes, hallazgos);
    Some(Partes::Curp(partes))
}

fn siglo(homonimia: &str) -> i32 {
    if homonimia.starts_with(|c: char| c.is_ascii_digit()) {
        1900
    } else {
        2000
    }
}

fn revisar(curp: &str, partes: &PartesCurp, hallazgos: &mut Vec<Hallazgo>) {
    if partes.fecha_nacimiento.is_none() {
        let aammdd = trozo(curp, 4, 10);
        let siglo = match siglo(&partes.homonimia) {
            1900 => "de 1900 a 1999",
            _ => "desde 2000",
        };
        hallazgos.push(hallazgo(&mensaje::CURP_FECHA, &[("fecha", &aammdd), ("siglo", siglo)]));
    }
    if partes.entidad_nombre.is_none() {
        hallazgos.push(hallazgo(&mensaje::CURP_ENTIDAD, &[("entidad", &partes.entidad)]));
    }
    if INCONVENIENTES.split(' ').any(|p| p == partes.letras) {
        hallazgos.push(hallazgo(&mensaje::CURP_PALABRA, &[("palabra", &partes.letras)]));
    }
    if partes.digito != partes.digito_esperado {
        let datos = [
            ("digito", partes.digito.as_str()),
            ("esperado", partes.digito_esperado.as_str()),
        ];
        hallazgos.push(hallazgo(&mensaje::CURP_DIGITO, &datos));
    }
}
