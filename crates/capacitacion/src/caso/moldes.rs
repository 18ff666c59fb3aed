//! What may change in a variant: who appears, which amounts, how far the days move. The texts of the case are written with
//! these very names and figures; a variant puts others in their place everywhere.

use serde::{Deserialize, Serialize};

/// What may change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moldes {
    /// The people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Persona>,
    /// The companies, and registros of whoever has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub empresas: Vec<Empresa>,
    /// Amounts that can be others, in their plain form (`180000.00`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub importes: Vec<String>,
    /// How far an amount moves, in percent of itself, either way.
    #[serde(default, skip_serializing_if = "es_cero")]
    pub variacion: u32,
    /// Most weeks that the days of the story move, either way; all of them together.
    #[serde(default, skip_serializing_if = "es_cero")]
    pub semanas: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn es_cero(n: &u32) -> bool {
    *n == 0
}

/// A person of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// First name.
    pub nombre: String,
    /// First surname.
    pub primer_apellido: String,
    /// Second surname.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub segundo_apellido: String,
    /// CURP, if it appears.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub curp: String,
    /// RFC, if it appears.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rfc: String,
    /// NSS, if it appears.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nss: String,
}

/// A company of the case, or the registro of a person who is an employer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Empresa {
    /// Its name without its kind (`Comedor Simulado La Ficticia`); empty for a person who is an employer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nombre: String,
    /// Its RFC of twelve characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rfc: String,
    /// Its registros patronales, eleven characters each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registros: Vec<String>,
}
