//! What goes round every request: headers, a limit of time, one line of log without the document.

use crate::rechazo::Rechazo;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Response as HttpResponse, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::time::{Duration, Instant};

/// The longest that a request may take, its arrival included.
const PLAZO: Duration = Duration::from_secs(60);

const CABECERAS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Puts the security headers on every response.
pub async fn secure<B>(mut respuesta: HttpResponse<B>, csp: HeaderValue) -> HttpResponse<B> {
    respuesta.headers_mut().insert(header::CONTENT_SECURITY_POLICY, csp);
    for (nombre, valor) in CABECERAS {
        respuesta.headers_mut().insert(nombre, HeaderValue::from_static(valor));
    }
    respuesta
}

/// Ends what takes too long, and writes method, path, status and time. Never the document: it is somebody's payroll.
pub async fn log_and_limit(peticion: Request, siguiente: Next) -> Response {
    let inicio = Instant::now();
    let (metodo, ruta) = (peticion.method().clone(), peticion.uri().path().to_owned());
    let respuesta = match tokio::time::timeout(PLAZO, siguiente.run(peticion)).await {
        Ok(respuesta) => respuesta,
        Err(_) => too_slow().into_response(),
    };
    let milisegundos = inicio.elapsed().as_millis();
    tracing::info!("{metodo} {ruta} {} {milisegundos} ms", respuesta.status().as_u16());
    respuesta
}

fn too_slow() -> Rechazo {
    let mensaje = format!(
        "La petición pasó de {} segundos; envíe menos renglones a la vez.",
        PLAZO.as_secs()
    );
    Rechazo::new(StatusCode::REQUEST_TIMEOUT, "peticion.lenta", mensaje)
}

/// A panic in a handler becomes an answer; the server goes on.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    let mensaje = "Hubo una falla del programa; avise a quien administra el servidor.";
    Rechazo::new(StatusCode::INTERNAL_SERVER_ERROR, "servidor.falla", mensaje).into_response()
}
