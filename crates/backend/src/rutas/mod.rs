//! The routes of the server: the contract, the trámites, what goes with them, and the built page.

mod alrededor;
mod bandeja;
mod calculos;
mod cuerpo;
mod pagina;
pub mod portal;
mod publicas;
mod quien;
mod respuesta;
mod sesion;
mod suplemento;
mod tramites;

use crate::motor::Motor;
use crate::rechazo::Rechazo;
use crate::repositorio::Repositorio;
use crate::sesion::Accesos;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{from_fn, map_response};
use axum::routing::any;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The largest document that is computed with.
pub const LIMITE_DEL_DOCUMENTO: usize = 32 * 1024 * 1024;
/// The largest trámite that is received.
pub const LIMITE_DEL_TRAMITE: usize = 1024 * 1024;
/// The largest of all other documents.
const LIMITE_DE_LO_DEMAS: usize = 16 * 1024;

/// What the routes share.
#[derive(Clone)]
pub struct Servicio {
    motor: Arc<Motor>,
    repositorio: Arc<dyn Repositorio>,
    accesos: Arc<Accesos>,
    /// As many calculations at once as there are cores: more would only share them out.
    turnos: Arc<Semaphore>,
}

impl Servicio {
    /// The parameters, where things are kept, and how people come in.
    pub fn new(motor: Arc<Motor>, repositorio: Arc<dyn Repositorio>, accesos: Accesos) -> Self {
        let nucleos = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            motor,
            repositorio,
            accesos: Arc::new(accesos),
            turnos: Arc::new(Semaphore::new(nucleos)),
        }
    }
}

/// Every route, with the built page of `dist`.
pub fn all(servicio: Servicio, dist: &Path, portales: &[HeaderValue]) -> Router {
    let (interfaz, _) = described().split_for_parts();
    let csp = portal::csp(portales);
    let api = interfaz
        .route("/api/{*resto}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(CompressionLayer::new());
    Router::new()
        .merge(api)
        .with_state(servicio)
        .fallback_service(pagina::built(dist))
        .layer(CatchPanicLayer::custom(alrededor::panicked))
        .layer(from_fn(alrededor::log_and_limit))
        .layer(portal::cors(portales))
        .layer(map_response(move |respuesta| alrededor::secure(respuesta, csp.clone())))
}

/// The description of the interface, gathered from the routes themselves.
pub fn openapi() -> OpenApi {
    let (_, descripcion) = described().split_for_parts();
    let mut informacion = InfoBuilder::new()
        .title("Ventanilla")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Trámites de afiliación y cobranza. Escriben quienes tienen sesión (con la cabecera «X-Ventanilla: 1») o una \
             credencial del portal (Authorization: Bearer).",
        ))
        .build();
    informacion.license = None;
    let mut descripcion = OpenApiBuilder::from(descripcion).info(informacion).build();
    let componentes = descripcion.components.get_or_insert_default();
    componentes.add_security_scheme("galleta", cookie_scheme());
    componentes.add_security_scheme("portal", bearer_scheme());
    // One or the other.
    descripcion.security = Some(vec![
        SecurityRequirement::new::<_, _, String>("galleta", []),
        SecurityRequirement::new::<_, _, String>("portal", []),
    ]);
    descripcion
}

fn cookie_scheme() -> SecurityScheme {
    let descripcion =
        "La galleta de POST /api/v1/sesion; para escribir, además, «X-Ventanilla: 1» desde la misma página.";
    SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description("ventanilla", descripcion)))
}

fn bearer_scheme() -> SecurityScheme {
    let esquema = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT");
    SecurityScheme::Http(
        esquema
            .description(Some("Credencial del portal (OpenID Connect)"))
            .build(),
    )
}

/// Every route of the interface, each with its description and its limit.
fn described() -> OpenApiRouter<Servicio> {
    let calculos = OpenApiRouter::new()
        .routes(routes!(calculos::calcular))
        .layer(DefaultBodyLimit::max(LIMITE_DEL_DOCUMENTO));
    let recepcion = OpenApiRouter::new()
        .routes(routes!(tramites::recibir, tramites::detalle))
        .routes(routes!(tramites::enmendar))
        .layer(DefaultBodyLimit::max(LIMITE_DEL_TRAMITE));
    let lo_demas = OpenApiRouter::new()
        .routes(routes!(suplemento::suplemento))
        .routes(routes!(sesion::leer, sesion::abrir, sesion::cerrar))
        .routes(routes!(bandeja::listar))
        .routes(routes!(bandeja::exportar))
        .routes(routes!(tramites::cambiar))
        .routes(routes!(tramites::cotejar))
        .routes(routes!(tramites::ligar))
        .routes(routes!(publicas::esquema))
        .routes(routes!(publicas::openapi))
        .routes(routes!(publicas::salud))
        .layer(DefaultBodyLimit::max(LIMITE_DE_LO_DEMAS));
    OpenApiRouter::new().merge(calculos).merge(recepcion).merge(lo_demas)
}

async fn unknown() -> Rechazo {
    let mensaje = "No hay nada en esta dirección; lo que hay está en /api/v1/openapi.json.";
    Rechazo::new(StatusCode::NOT_FOUND, "peticion.direccion", mensaje)
}

async fn wrong_method() -> Rechazo {
    let mensaje = "Esta dirección no acepta ese método; lo que acepta está en /api/v1/openapi.json.";
    Rechazo::new(StatusCode::METHOD_NOT_ALLOWED, "peticion.metodo", mensaje)
}
