//! What the routes answer with.

use crate::recepcion::{Semaforo, estado_text, light, title};
use crate::rechazo::{Rechazo, json};
use crate::reloj::Momento;
use crate::repositorio::{DocumentoVisto, Expediente, Suceso, Tramite, VersionRecibida};
use crate::sesion::Identidad;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use ventanilla_normativa::Normativa;

/// A JSON response of a document of ours.
pub(super) fn answer<T: Serialize>(estado: StatusCode, documento: &T) -> Response {
    match serde_json::to_string(documento) {
        Ok(linea) => json(estado, linea + "\n"),
        Err(error) => {
            tracing::error!("una respuesta no se pudo escribir: {error}");
            Rechazo::broken().into_response()
        }
    }
}

/// A trámite of the queue.
#[derive(Serialize, ToSchema)]
pub(super) struct Resumen {
    /// Identifier.
    pub uuid: String,
    /// Folio.
    pub folio: String,
    /// Key of the trámite.
    pub tramite: String,
    /// Its name.
    pub titulo: String,
    /// Employer or person.
    pub nombre: String,
    /// RFC.
    pub rfc: String,
    /// NSS.
    pub nss: String,
    /// Registro patronal.
    pub registro_patronal: String,
    /// State.
    pub estado: &'static str,
    /// Last version.
    pub version: i64,
    /// When the first version arrived.
    pub recibido: String,
    /// When it has to be resolved, and what silence means.
    #[schema(value_type = Option<Object>)]
    pub vence: Option<Value>,
    /// How urgent it is.
    pub semaforo: Semaforo,
    /// User name of who sent it.
    pub capturo: String,
    /// User name of the patrón it is linked to.
    pub patron: Option<String>,
}

impl Resumen {
    pub(super) fn new(tramite: Tramite, normativa: &Normativa, momento: &Momento) -> Self {
        let vence = tramite
            .vence
            .as_deref()
            .and_then(|vence| serde_json::from_str(vence).ok());
        Self {
            semaforo: light(normativa, momento.hoy, tramite.estado, vence.as_ref()),
            titulo: title(&tramite.tramite),
            estado: estado_text(tramite.estado),
            uuid: tramite.uuid,
            folio: tramite.folio,
            tramite: tramite.tramite,
            nombre: tramite.nombre,
            rfc: tramite.dueno.rfc,
            nss: tramite.nss,
            registro_patronal: tramite.dueno.registro_patronal,
            version: tramite.version,
            recibido: tramite.recibido,
            vence,
            capturo: tramite.capturo,
            patron: tramite.patron,
        }
    }
}

/// Everything about a trámite.
#[derive(Serialize, ToSchema)]
pub(super) struct Detalle {
    #[serde(flatten)]
    pub resumen: Resumen,
    /// Fingerprint of the last version.
    pub huella: String,
    /// Content of the last version.
    #[schema(value_type = Object)]
    pub contenido: Value,
    /// Figures of the last version.
    #[schema(value_type = Object)]
    pub cifras: Value,
    /// The last version for a person: sections of rows.
    #[schema(value_type = Vec<Object>)]
    pub secciones: Value,
    /// What the rules said of the last version.
    #[schema(value_type = Vec<Object>)]
    pub hallazgos: Value,
    /// Documents, and whether they were seen.
    pub documentos: Vec<DocumentoVisto>,
    /// What happened to it.
    pub historia: Vec<Suceso>,
    /// Its versions.
    pub versiones: Vec<VersionRecibida>,
    /// States that this account may move it to now.
    pub acciones: Vec<&'static str>,
}

impl Detalle {
    /// # Errors
    /// When what is kept is not JSON.
    pub(super) fn new(
        expediente: Expediente,
        identidad: &Identidad,
        normativa: &Normativa,
        momento: &Momento,
    ) -> Result<Self, Rechazo> {
        let mut dictamen = read(&expediente.dictamen)?;
        let es_suyo = identidad.owns(&expediente.tramite.dueno);
        let siguientes = expediente.tramite.estado.siguientes(identidad.cuenta.rol, es_suyo);
        Ok(Self {
            contenido: read(&expediente.contenido)?,
            huella: expediente.huella,
            cifras: dictamen["cifras"].take(),
            secciones: dictamen["secciones"].take(),
            hallazgos: dictamen["hallazgos"].take(),
            documentos: expediente.documentos,
            historia: expediente.historia,
            versiones: expediente.versiones,
            acciones: siguientes.into_iter().map(estado_text).collect(),
            resumen: Resumen::new(expediente.tramite, normativa, momento),
        })
    }
}

fn read(texto: &str) -> Result<Value, Rechazo> {
    serde_json::from_str(texto).map_err(|error| {
        tracing::error!("un expediente guardado no es JSON: {error}");
        Rechazo::broken()
    })
}
