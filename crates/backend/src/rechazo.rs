//! What is refused before any rule sees it: bytes that are not a document, requests that are not understood.
//! It is told in the form of every answer: a `hallazgo` with its code and a sentence in Spanish.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rechazo {
    /// Status for HTTP.
    pub estado: StatusCode,
    codigo: &'static str,
    mensaje: String,
}

#[derive(Serialize)]
struct Documento<'a> {
    hallazgos: [Hallazgo<'a>; 1],
}

#[derive(Serialize)]
struct Hallazgo<'a> {
    codigo: &'a str,
    gravedad: &'a str,
    campo: &'a str,
    mensaje: &'a str,
    fundamento: [&'a str; 0],
}

impl Rechazo {
    /// A refusal with this status, code and sentence.
    pub fn new(estado: StatusCode, codigo: &'static str, mensaje: impl Into<String>) -> Self {
        Self {
            estado,
            codigo,
            mensaje: mensaje.into(),
        }
    }

    /// The document is not UTF-8 text.
    pub fn utf8() -> Self {
        let mensaje = "El documento no está escrito en UTF-8; guárdelo con esa codificación y envíelo otra vez.";
        Self::new(StatusCode::BAD_REQUEST, "peticion.utf8", mensaje)
    }

    /// One line of JSON, with its line feed.
    pub fn line(&self) -> String {
        let hallazgo = Hallazgo {
            codigo: self.codigo,
            gravedad: "error",
            campo: "",
            mensaje: &self.mensaje,
            fundamento: [],
        };
        let documento = Documento { hallazgos: [hallazgo] };
        // Texts and arrays of texts always serialise.
        serde_json::to_string(&documento).unwrap_or_default() + "\n"
    }
}

impl IntoResponse for Rechazo {
    fn into_response(self) -> Response {
        json(self.estado, self.line())
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
