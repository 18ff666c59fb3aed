//! The body of a request, read with words of our own when it cannot be.

use crate::recepcion;
use crate::rechazo::Rechazo;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

/// The bytes of a body that says it is JSON.
pub(super) struct Cuerpo(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Cuerpo {
    type Rejection = Rechazo;

    async fn from_request(peticion: Request, estado: &S) -> Result<Self, Rechazo> {
        require_json(peticion.headers())?;
        let documento = Bytes::from_request(peticion, estado).await;
        documento.map(Self).map_err(|rechazo| unreadable(&rechazo))
    }
}

impl Cuerpo {
    /// The document, in its form.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Rechazo> {
        let texto = std::str::from_utf8(&self.0).map_err(|_| Rechazo::utf8())?;
        recepcion::read_json(texto)
    }
}

fn require_json(cabeceras: &HeaderMap) -> Result<(), Rechazo> {
    let tipo = cabeceras
        .get(header::CONTENT_TYPE)
        .and_then(|valor| valor.to_str().ok())
        .unwrap_or("");
    if is_json(tipo) {
        return Ok(());
    }
    let mensaje = "El documento debe enviarse con la cabecera «Content-Type: application/json».";
    Err(Rechazo::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "peticion.tipo",
        mensaje,
    ))
}

/// `application/json`, with or without parameters, and its relatives (`application/algo+json`).
fn is_json(tipo: &str) -> bool {
    let sin_parametros = tipo.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let subtipo = sin_parametros.strip_prefix("application/").unwrap_or("");
    subtipo == "json" || subtipo.ends_with("+json")
}

fn unreadable(rechazo: &BytesRejection) -> Rechazo {
    let estado = rechazo.status();
    if estado == StatusCode::PAYLOAD_TOO_LARGE {
        let mensaje = "El documento es más grande de lo que se recibe aquí; divídalo en partes.";
        return Rechazo::new(estado, "peticion.tamano", mensaje);
    }
    let mensaje = "El documento no llegó completo; envíelo otra vez.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.incompleta", mensaje)
}

#[cfg(test)]
mod tests {
    use super::is_json;

    #[test]
    fn knows_json_by_its_type() {
        for tipo in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/ld+json",
        ] {
            assert!(is_json(tipo), "{tipo}");
        }
        for tipo in [
            "",
            "text/plain",
            "application/jsonl",
            "application/x-www-form-urlencoded",
            "json",
        ] {
            assert!(!is_json(tipo), "{tipo}");
        }
    }
}
