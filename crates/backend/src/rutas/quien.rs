//! Who asks, as an argument of a route.

use super::Servicio;
use crate::rechazo::Rechazo;
use crate::sesion::{self, Identidad};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

impl FromRequestParts<Servicio> for Identidad {
    type Rejection = Rechazo;

    /// Whoever is signed in; 401 when nobody is.
    async fn from_request_parts(partes: &mut Parts, servicio: &Servicio) -> Result<Self, Rechazo> {
        let Quizas(identidad) = Quizas::from_request_parts(partes, servicio).await?;
        identidad.ok_or_else(|| {
            let mensaje =
                "Su sesión no está abierta o ya terminó; entre otra vez. Lo que escribió sigue en este equipo.";
            Rechazo::new(StatusCode::UNAUTHORIZED, "sesion", mensaje)
        })
    }
}

/// Whoever is signed in, if anybody.
pub(super) struct Quizas(pub Option<Identidad>);

impl FromRequestParts<Servicio> for Quizas {
    type Rejection = Rechazo;

    async fn from_request_parts(partes: &mut Parts, servicio: &Servicio) -> Result<Self, Rechazo> {
        let (repositorio, accesos) = (servicio.repositorio.as_ref(), servicio.accesos.as_ref());
        sesion::identify(repositorio, accesos, &partes.method, &partes.headers)
            .await
            .map(Self)
    }
}

/// Address that the request comes from, as attempts to sign in are counted.
pub(super) struct Direccion(pub String);

impl FromRequestParts<Servicio> for Direccion {
    type Rejection = Rechazo;

    async fn from_request_parts(partes: &mut Parts, servicio: &Servicio) -> Result<Self, Rechazo> {
        Ok(Self(servicio.accesos.address_of(partes)))
    }
}
