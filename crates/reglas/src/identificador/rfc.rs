//! Registro Federal de Contribuyentes: letters (3 for a persona moral, 4 for a persona física), date, homoclave (2) and
//! check digit. The digit is a warning: about 1.5 % of the RFC in use fail it.

use super::digito::{Posicion, cifra, complemento};
use super::forma::{Clase, fecha, hallazgo, longitud, revisar_forma, trozo};
use super::{Partes, Uso};
use crate::fecha::Fecha;
use crate::hallazgo::{Gravedad, Hallazgo};
use crate::mensajes::identificador as mensaje;
use chrono::NaiveDate;
use serde::Serialize;

/// Whose RFC it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TipoDePersona {
    /// An individual.
    Fisica,
    /// A company or other body.
    Moral,
    /// Nobody: a generic RFC.
    Generico,
}

/// What an RFC says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartesRfc {
    /// Whose it is.
    pub tipo_persona: TipoDePersona,
    /// The letters.
    pub letras: String,
    /// Date of birth or constitution, in the latest century that does not put it in the future.
    pub fecha: Fecha,
    /// The same day a century earlier, when `fecha` is in this one: an RFC does not say which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fecha_alterna: Option<Fecha>,
    /// The two characters that tell namesakes apart.
    pub homoclave: String,
    /// Its check digit.
    pub digito: String,
    /// The one the rest asks for.
    pub digito_esperado: String,
}

/// The check digit is taken modulo this.
pub(super) const MODULO: u32 = 11;

const GENERICOS: [&str; 2] = ["XAXX010101000", "XEXX010101000"];

/// Four first letters that the SAT changes (the fourth one to X).
const INCONVENIENTES: &str = "BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO \
    KACA KACO KAGA KAGO KAKA KAKO KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO \
    QULO RATA RUIN";

/// What each position before the check digit contributes. A persona moral's begins with a space, worth 37.
pub(super) fn posiciones(rfc: &str) -> impl Iterator<Item = Posicion> {
    let largo = rfc.chars().count();
    let relleno = (largo == 12).then_some(' ');
    relleno
        .into_iter()
        .chain(rfc.chars().take(largo.saturating_sub(1)))
        .zip((2..=13).rev())
        .map(|(letra, peso)| Posicion::entera(letra, valor(letra), peso))
}

fn valor(letra: char) -> u32 {
    match letra {
        '&' => 24,
        ' ' => 37,
        'Ñ' => 38,
        'O'..='Z' => letra.to_digit(36).unwrap_or(0) + 1,
        _ => letra.to_digit(36).unwrap_or(0),
    }
}

fn patron(letras: usize) -> impl Iterator<Item = Clase> {
    std::iter::repeat_n(Clase::LetraDeRfc, letras)
        .chain([Clase::Digito; 6])
        .chain([Clase::LetraODigito; 2])
        .chain([Clase::DigitoOA])
}

pub(super) fn leer(rfc: &str, uso: Uso, hoy: NaiveDate, hallazgos: &mut Vec<Hallazgo>) -> Option<Partes> {
    let tiene = rfc.chars().count();
    if !(12..=13).contains(&tiene) {
        hallazgos.push(longitud(&mensaje::RFC_LONGITUD, tiene, ""));
        return None;
    }
    let letras = tiene - 9;
    if let Some(mal) = revisar_forma(&mensaje::RFC_FORMATO, rfc, patron(letras)) {
        hallazgos.push(mal);
        return None;
    }
    let aammdd = trozo(rfc, letras, letras + 6);
    let Some((fecha, fecha_alterna)) = fechas(&aammdd, hoy) else {
        hallazgos.push(hallazgo(&mensaje::RFC_FECHA, &[("fecha", &aammdd)]));
        return None;
    };
    let partes = PartesRfc {
        tipo_persona: tipo_de_persona(rfc, letras),
        letras: trozo(rfc, 0, letras),
        fecha: Fecha(fecha),
        fecha_alterna: fecha_alterna.map(Fecha),
        homoclave: trozo(rfc, letras + 6, letras + 8),
        digito: trozo(rfc, letras + 8, tiene),
        digito_esperado: cifra(complemento(posiciones(rfc), MODULO)).to_string(),
    };
    revisar(rfc, uso, &partes, hallazgos);
    Some(Partes::Rfc(partes))
}

fn tipo_de_persona(rfc: &str, letras: usize) -> TipoDePersona {
    match letras {
        _ if GENERICOS.contains(&rfc) => TipoDePersona::Generico,
        3 => TipoDePersona::Moral,
        _ => TipoDePersona::Fisica,
    }
}

/// The date in the latest century that does not put it in the future, and the other one if it could be either. A date
/// that exists in one of the two centuries will do: 29 February 1900 does not.
fn fechas(aammdd: &str, hoy: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let pasado = fecha(1900, aammdd);
    match fecha(2000, aammdd).filter(|f| *f <= hoy || pasado.is_none()) {
        Some(reciente) => Some((reciente, pasado)),
        None => pasado.map(|f| (f, None)),
    }
}

fn revisar(rfc: &str, uso: Uso, partes: &PartesRfc, hallazgos: &mut Vec<Hallazgo>) {
    if partes.tipo_persona == TipoDePersona::Generico {
        hallazgos.push(generico(rfc, uso));
        return;
    }
    if INCONVENIENTES.split(' ').any(|p| p == partes.letras) {
        hallazgos.push(hallazgo(&mensaje::RFC_PALABRA, &[("palabra", &partes.letras)]));
    }
    if partes.digito != partes.digito_esperado {
        let datos = [
            ("digito", partes.digito.as_str()),
            ("esperado", partes.digito_esperado.as_str()),
        ];
        hallazgos.push(hallazgo(&mensaje::RFC_DIGITO, &datos));
    }
}

fn generico(rfc: &str, uso: Uso) -> Hallazgo {
    let (como_patron, gravedad) = match uso {
        Uso::Patron => (" Un patrón se registra con su propio RFC.", Gravedad::Error),
        Uso::Persona | Uso::Ejemplo => ("", Gravedad::Advertencia),
    };
    let datos = [("rfc", rfc), ("como_patron", como_patron)];
    hallazgo(&mensaje::RFC_GENERICO, &datos).con_gravedad(gravedad)
}
