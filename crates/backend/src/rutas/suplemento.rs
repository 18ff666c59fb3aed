//! `GET /api/v1/suplemento`: the rows that the operator added, for the page to merge and to show with their source.

use super::Estado;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The CSV as it was given; 204 when there is none.
pub(super) async fn get(State(Estado { motor, .. }): State<Estado>) -> Response {
    let sin_guardar = (header::CACHE_CONTROL, "no-cache");
    match motor.suplemento() {
        None => (StatusCode::NO_CONTENT, [sin_guardar]).into_response(),
        Some(texto) => {
            let tipo = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            ([tipo, sin_guardar], texto.to_string()).into_response()
        }
    }
}
