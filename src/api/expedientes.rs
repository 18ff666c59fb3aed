//! Received trámites: the queue, one of them whole, and what may be done with it.

use super::{Falla, HallazgoRecibido, Metodo, mandar, pedir};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ventanilla_tramites::camino::{Estado, Vencimiento};
use ventanilla_tramites::guion::Seccion;

/// How urgent a trámite is: the server counts the working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Semaforo {
    /// There is time.
    Verde,
    /// Few days are left.
    Ambar,
    /// It is due now.
    Rojo,
    /// The date passed.
    Vencido,
    /// It was resolved.
    Cerrado,
}

/// A row of the queue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Resumen {
    /// Its key.
    pub uuid: String,
    /// Its folio.
    pub folio: String,
    /// Key of the trámite.
    pub tramite: String,
    /// Name of the trámite.
    pub titulo: String,
    /// Employer or person.
    pub nombre: String,
    /// RFC.
    #[serde(default)]
    pub rfc: String,
    /// Registro patronal.
    #[serde(default)]
    pub registro_patronal: String,
    /// Where on the road it is.
    pub estado: Estado,
    /// Last version.
    pub version: u32,
    /// When the first version arrived, with its offset.
    pub recibido: String,
    /// When it must have been answered.
    pub vence: Option<Vencimiento>,
    /// How urgent it is.
    pub semaforo: Semaforo,
    /// User name of who sent it.
    pub capturo: String,
    /// User name of the patrón it is linked to.
    #[serde(default)]
    pub patron: Option<String>,
}

/// A page of the queue, newest first.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Pagina {
    /// The rows.
    pub tramites: Vec<Resumen>,
    /// Cursor of what follows.
    pub siguiente: Option<String>,
    /// How many there are in each state.
    #[serde(default)]
    pub cuentas: BTreeMap<String, u64>,
}

/// Everything about a trámite.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Detalle {
    /// What the queue shows.
    #[serde(flatten)]
    pub resumen: Resumen,
    /// SHA-256 of the last version.
    pub huella: String,
    /// The last version, as it was sent.
    pub contenido: Value,
    /// Figures that the rules computed.
    #[serde(default)]
    pub cifras: BTreeMap<String, String>,
    /// What the rules say, for a person.
    #[serde(default)]
    pub secciones: Vec<Seccion>,
    /// What the rules found.
    #[serde(default)]
    pub hallazgos: Vec<HallazgoRecibido>,
    /// The documents, and whether they were seen.
    #[serde(default)]
    pub documentos: Vec<DocumentoVisto>,
    /// What happened to it, the oldest first.
    #[serde(default)]
    pub historia: Vec<Suceso>,
    /// Its versions.
    #[serde(default)]
    pub versiones: Vec<VersionRecibida>,
    /// Where this account may move it now.
    #[serde(default)]
    pub acciones: Vec<Estado>,
}

/// A document of a trámite.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DocumentoVisto {
    /// Its key.
    pub clave: String,
    /// Its name.
    pub titulo: String,
    /// Whether somebody compared it with the original.
    pub cotejado: bool,
    /// Who.
    #[serde(default)]
    pub por: Option<String>,
    /// When.
    #[serde(default)]
    pub cuando: Option<String>,
}

/// Something that happened to a trámite.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Suceso {
    /// When.
    pub cuando: String,
    /// Who.
    pub quien: String,
    /// What.
    pub accion: String,
    /// The state before.
    #[serde(default)]
    pub de: Option<String>,
    /// The state after.
    #[serde(default)]
    pub a: Option<String>,
    /// Why; for a document, its key; for a link, the user name.
    #[serde(default)]
    pub motivo: Option<String>,
}

/// A version that was received.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct VersionRecibida {
    /// Its number.
    pub version: u32,
    /// When it arrived.
    pub recibido: String,
    /// Its SHA-256.
    pub huella: String,
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filtro {
    /// Only these.
    pub estado: Option<Estado>,
    /// Key of a trámite; empty for every one.
    pub tramite: String,
    /// Folio, RFC, NSS, registro patronal or words of the name.
    pub busqueda: String,
}

impl Filtro {
    /// Whether it leaves nothing out.
    pub fn es_todo(&self) -> bool {
        *self == Self::default()
    }

    /// As the query of an address, with `ademas` at the end.
    fn consulta(&self, ademas: &[(&str, &str)]) -> String {
        let propios = [
            ("estado", self.estado.map_or("", Estado::clave)),
            ("tramite", self.tramite.as_str()),
            ("q", self.busqueda.trim()),
        ];
        let partes: Vec<String> = propios
            .iter()
            .chain(ademas)
            .filter(|(_, valor)| !valor.is_empty())
            .map(|(clave, valor)| format!("{clave}={}", js_sys::encode_uri_component(valor)))
            .collect();
        if partes.is_empty() {
            String::new()
        } else {
            ["?", &partes.join("&")].concat()
        }
    }

    /// The same list as CSV.
    ///
    /// # Errors
    /// [`Falla`].
    pub async fn csv(&self) -> Result<String, Falla> {
        super::texto(&["tramites.csv", &self.consulta(&[])].concat()).await
    }
}

/// A page of the queue.
///
/// # Errors
/// [`Falla`].
pub async fn listar(filtro: &Filtro, despues: Option<&str>, limite: usize) -> Result<Pagina, Falla> {
    let limite = limite.to_string();
    let ademas = [("despues", despues.unwrap_or_default()), ("limite", &limite)];
    pedir(&["tramites", &filtro.consulta(&ademas)].concat()).await
}

/// One trámite, whole.
///
/// # Errors
/// [`Falla`].
pub async fn detalle(uuid: &str) -> Result<Detalle, Falla> {
    pedir(&ruta(uuid, "")).await
}

/// Moves a trámite. `version` is the one that was looked at.
///
/// # Errors
/// [`Falla`]: 409 when it moved in the meantime.
pub async fn mover(uuid: &str, estado: Estado, motivo: &str, version: u32) -> Result<Detalle, Falla> {
    #[derive(Serialize)]
    struct Cambio<'a> {
        estado: Estado,
        motivo: &'a str,
        version: u32,
    }
    let cambio = Cambio {
        estado,
        motivo,
        version,
    };
    mandar(Metodo::Post, &ruta(uuid, "/estado"), &cambio).await
}

/// Marks a document as compared with its original, or unmarks it.
///
/// # Errors
/// [`Falla`].
pub async fn cotejar(uuid: &str, clave: &str, cotejado: bool) -> Result<Detalle, Falla> {
    #[derive(Serialize)]
    struct Cotejo {
        cotejado: bool,
    }
    let clave = String::from(js_sys::encode_uri_component(clave));
    mandar(
        Metodo::Put,
        &ruta(uuid, &["/documentos/", &clave].concat()),
        &Cotejo { cotejado },
    )
    .await
}

/// Links a trámite to the account of a patrón.
///
/// # Errors
/// [`Falla`].
pub async fn ligar(uuid: &str, usuario: &str) -> Result<Detalle, Falla> {
    #[derive(Serialize)]
    struct Vinculo<'a> {
        usuario: &'a str,
    }
    mandar(Metodo::Put, &ruta(uuid, "/patron"), &Vinculo { usuario }).await
}

fn ruta(uuid: &str, resto: &str) -> String {
    // what comes from the address bar cannot lead to another place of the interface
    let uuid: String = uuid
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    ["tramites/", &uuid, resto].concat()
}
