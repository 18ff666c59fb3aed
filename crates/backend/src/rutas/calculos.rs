//! `POST /api/v1/calculos/<operacion>`: the contract over HTTP.

use super::{Estado, LIMITE_DEL_DOCUMENTO};
use crate::rechazo::{Rechazo, json};
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use tokio::task;

/// 200 with the answer, 422 with the same answer when nothing could be computed.
pub(super) async fn calcular(
    State(Estado { motor, turnos }): State<Estado>,
    operacion: Result<Path<String>, PathRejection>,
    cabeceras: HeaderMap,
    documento: Result<Bytes, BytesRejection>,
) -> Result<Response, Rechazo> {
    let Path(operacion) = operacion.map_err(|_| bad_name())?;
    require_json(&cabeceras)?;
    let documento = documento.map_err(|rechazo| unreadable(rechazo.status()))?;
    let turno = turnos.acquire_owned().await.map_err(|_| broken())?;
    // The turn goes with the work: a client that gives up does not free a core that is still busy.
    let trabajo = task::spawn_blocking(move || {
        let _turno = turno;
        motor.calcular(&operacion, &documento)
    });
    let respuesta = trabajo.await.map_err(|_| broken())??;
    let estado = if respuesta.calculado {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(json(estado, respuesta.linea))
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

fn unreadable(estado: StatusCode) -> Rechazo {
    if estado == StatusCode::PAYLOAD_TOO_LARGE {
        let megas = LIMITE_DEL_DOCUMENTO / (1024 * 1024);
        let mensaje = format!("El documento pasa de {megas} MiB; divídalo en partes.");
        return Rechazo::new(estado, "peticion.tamano", mensaje);
    }
    let mensaje = "El documento no llegó completo; envíelo otra vez.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.incompleta", mensaje)
}

fn bad_name() -> Rechazo {
    let mensaje = "El nombre de la operación no está escrito en UTF-8.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.operacion", mensaje)
}

fn broken() -> Rechazo {
    let mensaje = "Hubo una falla del programa al calcular; avise a quien administra el servidor.";
    Rechazo::new(StatusCode::INTERNAL_SERVER_ERROR, "servidor.falla", mensaje)
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
