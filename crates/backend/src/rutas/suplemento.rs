//! `GET /api/v1/suplemento`: the rows that the operator added, for the page to merge and to show with their source.

use super::Servicio;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Renglones que se agregaron a los parámetros publicados.
///
/// The CSV as it was given; 204 when there is none.
#[utoipa::path(
    get, path = "/api/v1/suplemento", tag = "cálculos",
    responses(
        (status = 200, description = "El suplemento, como se dio", body = String, content_type = "text/csv"),
        (status = 204, description = "No hay suplemento"),
    )
)]
pub(super) async fn suplemento(State(Servicio { motor, .. }): State<Servicio>) -> Response {
    let sin_guardar = (header::CACHE_CONTROL, "no-cache");
    match motor.suplemento() {
        None => (StatusCode::NO_CONTENT, [sin_guardar]).into_response(),
        Some(texto) => {
            let tipo = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            ([tipo, sin_guardar], texto.to_string()).into_response()
        }
    }
}
