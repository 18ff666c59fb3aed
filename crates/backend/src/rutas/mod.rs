//! The routes of the server: the contract, what goes with it, and the built page.

mod alrededor;
mod calculos;
mod pagina;
mod suplemento;

use crate::motor::Motor;
use crate::rechazo::Rechazo;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, map_response};
use axum::routing::{any, get, post};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The largest document that is taken.
pub const LIMITE_DEL_DOCUMENTO: usize = 32 * 1024 * 1024;

/// What the routes share.
#[derive(Clone)]
struct Estado {
    motor: Arc<Motor>,
    /// As many calculations at once as there are cores: more would only share them out.
    turnos: Arc<Semaphore>,
}

/// Every route, with the built page of `dist`.
pub fn all(motor: Arc<Motor>, dist: &Path) -> Router {
    let nucleos = std::thread::available_parallelism().map_or(1, usize::from);
    let estado = Estado {
        motor,
        turnos: Arc::new(Semaphore::new(nucleos)),
    };
    let api = Router::new()
        .route("/api/v1/calculos/{operacion}", post(calculos::calcular))
        .route("/api/v1/suplemento", get(suplemento::get))
        .route("/api/{*resto}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(LIMITE_DEL_DOCUMENTO))
        .layer(CompressionLayer::new());
    Router::new()
        .merge(api)
        .route("/salud", get(|| async { "ok\n" }))
        .with_state(estado)
        .fallback_service(pagina::built(dist))
        .layer(CatchPanicLayer::custom(alrededor::panicked))
        .layer(from_fn(alrededor::log_and_limit))
        .layer(map_response(alrededor::secure))
}

async fn unknown() -> Rechazo {
    let mensaje = "No hay nada en esta dirección; los cálculos están en /api/v1/calculos/<operación>.";
    Rechazo::new(StatusCode::NOT_FOUND, "peticion.direccion", mensaje)
}

async fn wrong_method() -> Rechazo {
    let mensaje = "Esta dirección no acepta ese método; los cálculos se piden con POST.";
    Rechazo::new(StatusCode::METHOD_NOT_ALLOWED, "peticion.metodo", mensaje)
}
