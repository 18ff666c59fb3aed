//! What goes in and out of the database, in the program's own types.

use crate::recepcion::{Estado, Recibo, Rol};
use serde::Serialize;
use utoipa::ToSchema;

/// Who does something, as the audit log names them.
#[derive(Clone, Debug, Default)]
pub struct Autor {
    /// The account; none for the command line.
    pub cuenta: Option<i64>,
    /// Its user name, or who acts without one.
    pub usuario: String,
    /// When, as ISO text with offset.
    pub cuando: String,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cuenta {
    /// Number.
    pub id: i64,
    /// Name to sign in with.
    pub usuario: String,
    /// Name to show.
    pub nombre: String,
    /// What it may do.
    pub rol: Rol,
    /// Whether it may sign in.
    pub activa: bool,
    /// Whether it was made for demonstration.
    pub demostracion: bool,
    /// Whether another issuer vouches for it.
    pub externa: bool,
}

/// An account and the hash of its password.
#[derive(Clone, Debug)]
pub struct Credencial {
    /// The account.
    pub cuenta: Cuenta,
    /// PHC string; none for accounts that sign in elsewhere.
    pub contrasena: Option<String>,
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NuevaCuenta {
    /// Name to sign in with.
    pub usuario: String,
    /// Name to show.
    pub nombre: String,
    /// What it may do.
    pub rol: Rol,
    /// Hash of its password (PHC string).
    pub contrasena: String,
    /// Whether it is for demonstration.
    pub demostracion: bool,
}

/// A person that a token speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CuentaExterna {
    /// Issuer of the token.
    pub emisor: String,
    /// Subject of the token.
    pub sujeto: String,
    /// Name to show.
    pub nombre: String,
    /// Role of the token.
    pub rol: Rol,
    /// Now, as ISO text.
    pub cuando: String,
}

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NuevaSesion {
    /// SHA-256 of its token, in hexadecimal.
    pub huella: String,
    /// The one it replaces.
    pub anterior: Option<String>,
    /// The account.
    pub cuenta: i64,
    /// Now, in seconds since 1970.
    pub ahora: i64,
    /// When it ends whatever happens.
    pub vence: i64,
}

/// A session in use.
#[derive(Clone, Debug)]
pub struct Sesion {
    /// Whose.
    pub cuenta: Cuenta,
    /// When it was last seen, in seconds since 1970.
    pub vista: i64,
}

/// How many attempts a key has before it must wait.
#[derive(Clone, Debug)]
pub struct Limite {
    /// What is counted.
    pub clave: String,
    /// Attempts without waiting.
    pub libres: i64,
}

/// Something received already.
#[derive(Clone, Debug)]
pub struct Recibidas {
    /// Its owner.
    pub dueno: Dueno,
    /// Present state.
    pub estado: Estado,
    /// Key of the trámite.
    pub tramite: String,
    /// Fingerprint and receipt of each version, the first one first.
    pub versiones: Vec<(i64, String, String)>,
}

/// What decides whether a patrón may see a trámite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dueno {
    /// The account that sent it.
    pub capturo: i64,
    /// The account that staff linked it to.
    pub patron: Option<i64>,
    /// RFC of the trámite.
    pub rfc: String,
    /// Registro patronal of the trámite.
    pub registro_patronal: String,
}

/// What an account may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alcance {
    /// Everything.
    Todo,
    /// What is theirs.
    Propio {
        /// The account.
        cuenta: i64,
        /// RFC that a verified token carries.
        rfc: Vec<String>,
        /// Registros patronales that a verified token carries.
        registros: Vec<String>,
    },
}

impl Alcance {
    /// Whether it covers a trámite of this owner.
    pub fn covers(&self, dueno: &Dueno) -> bool {
        match self {
            Self::Todo => true,
            Self::Propio { cuenta, rfc, registros } => {
                dueno.capturo == *cuenta
                    || dueno.patron == Some(*cuenta)
                    || rfc.contains(&dueno.rfc)
                    || registros.contains(&dueno.registro_patronal)
            }
        }
    }
}

/// The words by which a trámite is found.
#[derive(Clone, Debug, Default)]
pub struct Indice {
    /// Name of the employer or the person.
    pub nombre: String,
    /// RFC.
    pub rfc: String,
    /// NSS.
    pub nss: String,
    /// Registro patronal.
    pub registro_patronal: String,
    /// The name's words, without accents and in capitals, with a space before each.
    pub busqueda: String,
}

/// A version that passed the rules.
#[derive(Clone, Debug)]
pub struct Version {
    /// Fingerprint of its content.
    pub huella: String,
    /// Format of its content.
    pub formato: u16,
    /// Version of the tables it was made with.
    pub normativa: String,
    /// Its content, as canonical JSON.
    pub contenido: String,
    /// What the rules said, as JSON.
    pub dictamen: String,
    /// When it has to be resolved, as JSON.
    pub vence: Option<String>,
    /// By which it is found.
    pub indice: Indice,
    /// Keys and titles of the documents it needs.
    pub documentos: Vec<(String, String)>,
    /// The receipt, without its folio.
    pub recibo: Recibo,
    /// Who sent it.
    pub autor: Autor,
    /// Their account.
    pub cuenta: i64,
}

/// A trámite to be kept.
#[derive(Clone, Debug)]
pub struct NuevoTramite {
    /// Identifier made by the client.
    pub uuid: String,
    /// Key of the trámite.
    pub tramite: String,
    /// Year of the folio.
    pub anio: i32,
    /// What was sent.
    pub version: Version,
}

/// A further version to be kept.
#[derive(Clone, Debug)]
pub struct NuevaVersion {
    /// The trámite.
    pub uuid: String,
    /// Number of the version.
    pub numero: i64,
    /// What was sent.
    pub version: Version,
}

/// How a submission ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recepcion {
    /// Kept now; the receipt.
    Nueva(String),
    /// It was there already, with the same content; the receipt of then.
    Repetida(String),
    /// There is something else under that identifier.
    Distinta,
    /// Its state does not take a version, or not this one.
    NoProcede,
    /// There is no such trámite.
    NoEsta,
}

/// Which trámites to list.
#[derive(Clone, Debug)]
pub struct Filtro {
    /// What the account may see.
    pub alcance: Alcance,
    /// Only in this state.
    pub estado: Option<Estado>,
    /// Only of this kind.
    pub tramite: Option<String>,
    /// Whole folio, or the beginning of an RFC, NSS or registro patronal, or words of the name.
    pub busqueda: Option<Busqueda>,
    /// Only those received before the one with this order.
    pub antes_de: Option<i64>,
    /// At most this many.
    pub limite: i64,
}

/// What was typed to find a trámite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busqueda {
    /// A folio or its beginning.
    pub folio: String,
    /// In capitals and without spaces: an identifier or its beginning.
    pub identificador: String,
    /// Each word in capitals and without accents.
    pub palabras: Vec<String>,
}

/// A trámite of the list.
#[derive(Clone, Debug)]
pub struct Tramite {
    /// Identifier.
    pub uuid: String,
    /// Place in the order of arrival.
    pub orden: i64,
    /// Folio.
    pub folio: String,
    /// Key of the trámite.
    pub tramite: String,
    /// State.
    pub estado: Estado,
    /// Last version.
    pub version: i64,
    /// When the first version arrived.
    pub recibido: String,
    /// When it has to be resolved, as JSON.
    pub vence: Option<String>,
    /// Name of the employer or the person.
    pub nombre: String,
    /// NSS.
    pub nss: String,
    /// Who owns it.
    pub dueno: Dueno,
    /// User name of whoever sent it.
    pub capturo: String,
    /// User name of the patrón it was linked to.
    pub patron: Option<String>,
}

/// A trámite with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Expediente {
    /// Itself.
    pub tramite: Tramite,
    /// Fingerprint of the last version.
    pub huella: String,
    /// Content of the last version, as JSON.
    pub contenido: String,
    /// What the rules said of the last version, as JSON.
    pub dictamen: String,
    /// Its documents.
    pub documentos: Vec<DocumentoVisto>,
    /// What happened to it.
    pub historia: Vec<Suceso>,
    /// Its versions.
    pub versiones: Vec<VersionRecibida>,
}

/// A document that has to be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct DocumentoVisto {
    /// Key.
    pub clave: String,
    /// Title.
    pub titulo: String,
    /// Whether somebody saw it.
    pub cotejado: bool,
    /// Who.
    pub por: Option<String>,
    /// When.
    pub cuando: Option<String>,
}

/// Something that happened to a trámite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Suceso {
    /// When.
    pub cuando: String,
    /// Who did it.
    pub quien: String,
    /// What.
    pub accion: String,
    /// State before.
    pub de: Option<String>,
    /// State after.
    pub a: Option<String>,
    /// Why, or a detail.
    pub motivo: String,
}

/// A version of a trámite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct VersionRecibida {
    /// Number.
    pub version: i64,
    /// When it arrived.
    pub recibido: String,
    /// Fingerprint of its content.
    pub huella: String,
}

/// A change of state.
#[derive(Clone, Debug)]
pub struct Movimiento {
    /// The trámite.
    pub uuid: String,
    /// The version that was looked at.
    pub version: i64,
    /// State that it must be in.
    pub de: Estado,
    /// State to be in.
    pub a: Estado,
    /// Why.
    pub motivo: String,
    /// Who.
    pub autor: Autor,
}

/// How a change of state ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movido {
    /// Done.
    Hecho,
    /// Somebody moved it, or sent another version, in the meantime.
    Adelantado,
    /// There is no such trámite.
    NoEsta,
}

/// How linking to a patrón ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ligado {
    /// Done.
    Hecho,
    /// There is no account of a patrón with that name.
    SinCuenta,
    /// There is no such trámite.
    NoEsta,
}

/// A record of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asiento {
    /// Place in the chain, from 1.
    pub seq: i64,
    /// What it says.
    pub hecho: Hecho,
    /// Fingerprint of the one before.
    pub huella_anterior: String,
    /// Its fingerprint.
    pub huella: String,
    /// Whether it speaks of a version that is not kept.
    pub sin_version: bool,
}

/// What a record of the audit log says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hecho {
    /// When.
    pub cuando: String,
    /// Account that did it.
    pub cuenta: Option<i64>,
    /// Its user name.
    pub quien: String,
    /// What.
    pub accion: String,
    /// Which trámite.
    pub uuid: Option<String>,
    /// Which version of it.
    pub version: Option<i64>,
    /// State before.
    pub de: Option<String>,
    /// State after.
    pub a: Option<String>,
    /// Why, or a detail.
    pub motivo: String,
    /// Fingerprint of the content received.
    pub huella_contenido: Option<String>,
}

/// A kept version, with what the rest of the database says about it.
#[derive(Clone, Debug)]
pub struct VersionGuardada {
    /// The trámite.
    pub uuid: String,
    /// Number.
    pub version: i64,
    /// Key of the trámite.
    pub tramite: String,
    /// Format of its content.
    pub formato: i64,
    /// Its content.
    pub contenido: String,
    /// Its fingerprint as kept with it.
    pub huella: String,
    /// Its fingerprint as the audit log has it.
    pub huella_en_bitacora: Option<String>,
    /// Folio of the trámite.
    pub folio: String,
    /// Folio in the audit log.
    pub folio_en_bitacora: Option<String>,
    /// State of the trámite.
    pub estado: String,
    /// Last state in the audit log.
    pub estado_en_bitacora: Option<String>,
}
