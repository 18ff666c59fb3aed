//! The built page: files of `dist/`, compressed beforehand, kept for ever when their name carries their hash.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, handler::HandlerWithoutStateExt};
use std::path::Path;
use tower_http::services::ServeDir;

const NO_ENCONTRADA: &str = "<!doctype html><html lang=\"es-MX\"><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>No está aquí · Ventanilla</title>\
<h1>Esta página no existe</h1><p>Revise la dirección o <a href=\"/\">vuelva a Ventanilla</a>.</p></html>\n";

/// A service for everything that no other route takes.
pub fn built(dist: &Path) -> Router {
    let archivos = ServeDir::new(dist)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(not_found.into_service());
    Router::new().fallback_service(archivos).layer(from_fn(cache))
}

async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, Html(NO_ENCONTRADA)).into_response()
}

/// A file whose name carries its hash never changes; all others are asked for again each time.
async fn cache(peticion: Request, siguiente: Next) -> Response {
    let con_huella = has_hash(peticion.uri().path());
    let mut respuesta = siguiente.run(peticion).await;
    let duracion = if con_huella && respuesta.status() != StatusCode::NOT_FOUND {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let cabeceras = respuesta.headers_mut();
    cabeceras.insert(header::CACHE_CONTROL, HeaderValue::from_static(duracion));
    if !cabeceras.contains_key(header::VARY) {
        cabeceras.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    respuesta
}

/// `nombre-93b85c28c6d6bc8c.css`, `nombre-93b85c28c6d6bc8c_bg.wasm`: trunk's sixteen digits (it drops zeros in front).
fn has_hash(ruta: &str) -> bool {
    let archivo = ruta.rsplit('/').next().unwrap_or("");
    let tronco = archivo.split('.').next().unwrap_or("");
    let huella = tronco.trim_end_matches("_bg").rsplit('-').next().unwrap_or("");
    tronco.contains('-') && (12..=16).contains(&huella.len()) && huella.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::has_hash;

    #[test]
    fn knows_the_names_that_carry_a_hash() {
        for ruta in [
            "/v-93b85c28c6d6bc8c.css",
            "/a/ventanilla-web-e9aea02ba3afbe8b_bg.wasm",
            "/v-3b85c28c6d6bc8c.js",
        ] {
            assert!(has_hash(ruta), "{ruta}");
        }
        for ruta in [
            "/",
            "/index.html",
            "/inicio.js",
            "/ventanilla-web.js",
            "/93b85c28c6d6bc8c.css",
            "/a-93b8.js",
        ] {
            assert!(!has_hash(ruta), "{ruta}");
        }
    }
}
