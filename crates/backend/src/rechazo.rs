//! What is refused: bytes that are not a document, requests that are not understood or not allowed. It is told in the
//! form of every answer, a `hallazgo` with its code and a sentence in Spanish, and with one code for programs.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use ventanilla_reglas::hallazgo::Hallazgo;

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rechazo {
    /// Status for HTTP.
    pub estado: StatusCode,
    codigo: &'static str,
    hallazgos: Vec<Value>,
    /// More that the answer says, by key.
    ademas: Map<String, Value>,
    /// Seconds to wait before trying again.
    espera: Option<i64>,
}

/// What a refusal looks like.
#[derive(Serialize, ToSchema)]
pub struct Negativa {
    /// Code for programs.
    pub error: String,
    /// What is wrong and how it is mended: each with `codigo`, `gravedad`, `campo`, `mensaje` and `fundamento`.
    #[schema(value_type = Vec<Object>)]
    pub hallazgos: Vec<Value>,
}

impl Rechazo {
    /// A refusal with this status, code and sentence.
    pub fn new(estado: StatusCode, codigo: &'static str, mensaje: impl Into<String>) -> Self {
        Self::at(estado, codigo, "", mensaje)
    }

    /// A refusal of one field.
    pub fn at(estado: StatusCode, codigo: &'static str, campo: &str, mensaje: impl Into<String>) -> Self {
        let hallazgo = json!({
            "codigo": codigo,
            "gravedad": "error",
            "campo": campo,
            "mensaje": mensaje.into(),
            "fundamento": [],
        });
        Self {
            estado,
            codigo,
            hallazgos: vec![hallazgo],
            ademas: Map::new(),
            espera: None,
        }
    }

    /// A refusal with the findings of the rules.
    pub fn found(estado: StatusCode, codigo: &'static str, hallazgos: &[Hallazgo]) -> Self {
        Self {
            estado,
            codigo,
            hallazgos: hallazgos.iter().map(|h| json!(h)).collect(),
            ademas: Map::new(),
            espera: None,
        }
    }

    /// The same refusal, with something more under a key.
    pub fn with(mut self, clave: &str, valor: Value) -> Self {
        self.ademas.insert(clave.to_string(), valor);
        self
    }

    /// The same refusal, with the seconds to wait.
    pub fn retry_after(mut self, segundos: i64) -> Self {
        self.espera = Some(segundos);
        self
    }

    /// The document is not UTF-8 text.
    pub fn utf8() -> Self {
        let mensaje = "El documento no está escrito en UTF-8; guárdelo con esa codificación y envíelo otra vez.";
        Self::new(StatusCode::BAD_REQUEST, "peticion.utf8", mensaje)
    }

    /// There is nothing there, or nothing that this account may see: both look alike.
    pub fn not_found() -> Self {
        let mensaje = "No hay ningún trámite con ese identificador.";
        Self::new(StatusCode::NOT_FOUND, "no_encontrado", mensaje)
    }

    /// The account may not do that.
    pub fn forbidden(mensaje: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "permiso", mensaje)
    }

    /// Something broke here; what it was is in the log.
    pub fn broken() -> Self {
        let mensaje = "Hubo una falla del programa; avise a quien administra el servidor.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "servidor.falla", mensaje)
    }

    /// One line of JSON, with its line feed.
    pub fn line(&self) -> String {
        let mut documento = self.ademas.clone();
        documento.insert("error".to_string(), self.codigo.into());
        documento.insert("hallazgos".to_string(), self.hallazgos.clone().into());
        Value::Object(documento).to_string() + "\n"
    }
}

impl IntoResponse for Rechazo {
    fn into_response(self) -> Response {
        let mut respuesta = json(self.estado, self.line());
        let cabeceras = respuesta.headers_mut();
        if let Some(segundos) = self.espera {
            cabeceras.insert(header::RETRY_AFTER, HeaderValue::from(segundos));
        }
        if self.estado == StatusCode::UNAUTHORIZED {
            cabeceras.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        respuesta
    }
}

impl From<crate::repositorio::Falla> for Rechazo {
    fn from(falla: crate::repositorio::Falla) -> Self {
        use crate::repositorio::Falla;
        match falla {
            Falla::Dato(_) | Falla::Migracion(_) => {
                tracing::error!("{falla}");
                Self::broken()
            }
            Falla::Base(_) | Falla::Cerrada => {
                tracing::error!("{falla}");
                let mensaje =
                    "La base de datos no responde; lo que envió se puede enviar otra vez dentro de un momento.";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "servidor.base", mensaje).retry_after(2)
            }
        }
    }
}

/// A JSON response that nobody may keep: what it says belongs to whoever asked.
pub fn json(estado: StatusCode, linea: String) -> Response {
    let cabeceras = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (estado, cabeceras, linea).into_response()
}
