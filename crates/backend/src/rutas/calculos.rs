//! `POST /api/v1/calculos/<operacion>`: the contract over HTTP.

use super::Servicio;
use super::cuerpo::Cuerpo;
use crate::rechazo::{Negativa, Rechazo, json};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use tokio::task;

/// Calcula una operación del contrato.
///
/// 200 with the answer, 422 with the same answer when nothing could be computed.
#[utoipa::path(
    post, path = "/api/v1/calculos/{operacion}", tag = "cálculos",
    params(("operacion" = String, Path, description = "Nombre de la operación, por ejemplo cuotas.periodo")),
    request_body(content = Object, description = "Los datos de la operación"),
    responses(
        (status = 200, description = "Lo calculado", body = Object),
        (status = 422, description = "Nada pudo calcularse; la respuesta dice por qué", body = Object),
        (status = 413, description = "Más de 32 MiB", body = Negativa),
    )
)]
pub(super) async fn calcular(
    State(Servicio { motor, turnos, .. }): State<Servicio>,
    operacion: Result<Path<String>, PathRejection>,
    Cuerpo(documento): Cuerpo,
) -> Result<Response, Rechazo> {
    let Path(operacion) = operacion.map_err(|_| bad_name())?;
    let turno = turnos.acquire_owned().await.map_err(|_| Rechazo::broken())?;
    // The turn goes with the work: a client that gives up does not free a core that is still busy.
    let trabajo = task::spawn_blocking(move || {
        let _turno = turno;
        motor.calcular(&operacion, &documento)
    });
    let respuesta = trabajo.await.map_err(|_| Rechazo::broken())??;
    let estado = if respuesta.calculado {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(json(estado, respuesta.linea))
}

fn bad_name() -> Rechazo {
    let mensaje = "El nombre de la operación no está escrito en UTF-8.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.operacion", mensaje)
}
