//! The identifiers of people, employers and accounts: RFC, CURP, NSS, registro patronal, CLABE and postal code. Each is
//! put in its plain form, checked, and decoded into what it says, so that a person can see what was understood.

mod clabe;
mod codigo_postal;
mod curp;
mod digito;
mod entidades;
mod forma;
mod nss;
mod registro_patronal;
mod rfc;

use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::Nodo;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

pub use clabe::PartesClabe;
pub use codigo_postal::PartesCodigoPostal;
pub use curp::PartesCurp;
pub use entidades::{ENTIDADES, Entidad};
pub use forma::normalizar;
pub use nss::{PartesNss, nss_con_su_cero, nss_cuadra};
pub use registro_patronal::{PartesRegistroPatronal, digito_de_registro_patronal, mascara};
pub use rfc::{PartesRfc, TipoDePersona};

/// Which identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tipo {
    /// Registro Federal de Contribuyentes, 12 or 13 characters.
    Rfc,
    /// Clave Única de Registro de Población, 18 characters.
    Curp,
    /// Número de seguridad social, 11 digits.
    Nss,
    /// Registro patronal, 11 characters.
    RegistroPatronal,
    /// Clave bancaria estandarizada, 18 digits.
    Clabe,
    /// Postal code, 5 digits.
    CodigoPostal,
}

/// Whose it is. It changes the weight of some findings: an employer has no generic RFC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Uso {
    /// An employer's.
    Patron,
    /// A person's.
    #[default]
    Persona,
    /// Nobody's: an example, a training case.
    Ejemplo,
}

/// Input of the operation `identificador`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// Which identifier.
    pub tipo: Tipo,
    /// As it was typed.
    pub valor: String,
    /// Whose it is.
    #[serde(default)]
    pub uso: Uso,
    /// The day it is read: no birth is later, and the catalogues are those of that day. The day on which the tables were
    /// last checked, if absent.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// Choices. None matters here.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain the check digit.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `identificador`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// False when there is an error; a warning does not make it so.
    pub valido: bool,
    /// The plain form.
    pub normalizado: String,
    /// What it says. Empty when it cannot be read.
    pub partes: Partes,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// How the check digit comes out, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for Salida {}

/// What an identifier says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Partes {
    /// Nothing that can be read.
    #[default]
    #[serde(serialize_with = "nada")]
    Ninguna,
    /// Of an RFC.
    Rfc(PartesRfc),
    /// Of a CURP.
    Curp(PartesCurp),
    /// Of an NSS.
    Nss(PartesNss),
    /// Of a registro patronal.
    RegistroPatronal(PartesRegistroPatronal),
    /// Of a CLABE.
    Clabe(PartesClabe),
    /// Of a postal code.
    CodigoPostal(PartesCodigoPostal),
}

fn nada<S: serde::Serializer>(serializador: S) -> Result<S::Ok, S::Error> {
    serde::ser::SerializeMap::end(serializador.serialize_map(Some(0))?)
}

/// What came out of looking at an identifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// False when there is an error among the findings.
    pub valido: bool,
    /// The plain form.
    pub normalizado: String,
    /// What it says.
    pub partes: Partes,
    /// What was found, each at the field `valor`.
    pub hallazgos: Vec<Hallazgo>,
}

/// Looks at an identifier on the day the tables were last checked. See [`revisar_en`].
pub fn revisar(normativa: &Normativa, tipo: Tipo, valor: &str, uso: Uso) -> Revision {
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    revisar_en(&mut consulta, tipo, valor, uso, Normativa::corte())
}

/// Looks at an identifier as of `hoy`: puts it in its plain form, checks length, characters, dates, catalogues and check
/// digit, and decodes it. The rows of the catalogues it used stay in `consulta`.
pub fn revisar_en(consulta: &mut Consulta<'_>, tipo: Tipo, valor: &str, uso: Uso, hoy: NaiveDate) -> Revision {
    let normalizado = normalizar(valor);
    let mut hallazgos = Vec::new();
    let partes = match tipo {
        Tipo::Rfc => rfc::leer(&normalizado, uso, hoy, &mut hallazgos),
        Tipo::Curp => curp::leer(&normalizado, hoy, &mut hallazgos),
        Tipo::Nss => nss::leer(&normalizado, hoy, &mut hallazgos),
        Tipo::RegistroPatronal => registro_patronal::leer(consulta, &normalizado, hoy, &mut hallazgos),
        Tipo::Clabe => clabe::leer(consulta, &normalizado, hoy, &mut hallazgos),
        Tipo::CodigoPostal => codigo_postal::leer(&normalizado, &mut hallazgos),
    };
    Revision {
        valido: !hallazgos.iter().any(Hallazgo::es_error),
        partes: partes.unwrap_or_default(),
        normalizado,
        hallazgos,
    }
}

/// The operation `identificador`.
///
/// # Errors
/// None: a wrong identifier is an answer, with `valido` false.
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let hoy = entrada.fecha.map_or_else(Normativa::corte, |f| f.0);
    let revision = revisar_en(&mut consulta, entrada.tipo, &entrada.valor, entrada.uso, hoy);
    let explicar = || digito::explicar(entrada.tipo, &revision.normalizado, &revision.partes);
    Ok(Salida {
        memoria: entrada.memoria.then(explicar),
        valido: revision.valido,
        normalizado: revision.normalizado,
        partes: revision.partes,
        comun: consulta.concluir(revision.hallazgos),
    })
}
