//! What anyone may ask: schemas, the description of this very interface, whether the server is well.

use super::Servicio;
use super::respuesta::answer;
use crate::recepcion;
use crate::rechazo::{Negativa, Rechazo, json};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Publica el JSON Schema del contenido de un trámite.
#[utoipa::path(get, path = "/api/v1/esquemas/{tramite}", tag = "esquemas",
    params(("tramite" = String, Path, description = "Clave del trámite")),
    responses((status = 200, description = "JSON Schema 2020-12", body = Object),
        (status = 404, description = "No hay tal trámite", body = Negativa)))]
pub(super) async fn esquema(Path(tramite): Path<String>) -> Result<Response, Rechazo> {
    let esquema = recepcion::schema(&tramite).ok_or_else(|| {
        let mensaje = "No hay un trámite con esa clave.";
        Rechazo::new(StatusCode::NOT_FOUND, "no_encontrado", mensaje)
    })?;
    Ok(answer(StatusCode::OK, &esquema))
}

/// Describe esta interfaz.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "esquemas",
    responses((status = 200, description = "OpenAPI 3.1", body = Object)))]
pub(super) async fn openapi() -> Result<Response, Rechazo> {
    let texto = super::openapi().to_json().map_err(|error| {
        tracing::error!("la descripción de la interfaz no se pudo escribir: {error}");
        Rechazo::broken()
    })?;
    Ok(json(StatusCode::OK, texto + "\n"))
}

/// Dice si el servidor y su base de datos responden.
#[utoipa::path(get, path = "/salud", tag = "salud",
    responses((status = 200, description = "Todo responde", body = String),
        (status = 503, description = "La base de datos no responde", body = Negativa)))]
pub(super) async fn salud(State(servicio): State<Servicio>) -> Result<Response, Rechazo> {
    servicio.repositorio.salud().await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], "ok\n").into_response())
}
