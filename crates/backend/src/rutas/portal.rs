//! Other sites that have Ventanilla: in an element of their page (they ask for its files and its interface from their own
//! origin) or in a frame. Only those that the operator named.

use axum::http::{HeaderName, HeaderValue, Method, header};
use std::time::Duration;
use tower_http::cors::{AllowOrigin, CorsLayer};

const CSP: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'self'";

/// How long a browser may remember what it was allowed.
const RECUERDO: Duration = Duration::from_secs(3600);

/// Reads an origin: scheme, host and perhaps port, as browsers write it.
///
/// # Errors
/// What is wrong with it, in Spanish.
pub fn read_origin(texto: &str) -> Result<HeaderValue, String> {
    let mal = || {
        format!(
            "«{texto}» no es un origen; se escribe como https://portal.mx o https://portal.mx:8443, sin nada después"
        )
    };
    let resto = texto
        .strip_prefix("https://")
        .or_else(|| texto.strip_prefix("http://"))
        .ok_or_else(mal)?;
    let letra = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if resto.is_empty() || !resto.chars().all(letra) {
        return Err(mal());
    }
    HeaderValue::from_str(texto).map_err(|_| mal())
}

/// The policy of our own pages: those portals may frame them.
pub fn csp(portales: &[HeaderValue]) -> HeaderValue {
    let mut texto = CSP.to_owned();
    for portal in portales.iter().filter_map(|p| p.to_str().ok()) {
        texto.push(' ');
        texto.push_str(portal);
    }
    HeaderValue::from_str(&texto).unwrap_or(HeaderValue::from_static(CSP))
}

/// What those portals may ask for. Never with cookies: who works there is said by a token.
pub fn cors(portales: &[HeaderValue]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(portales.iter().cloned()))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            HeaderName::from_static("x-ventanilla"),
        ])
        .max_age(RECUERDO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_and_host() {
        for bien in [
            "https://portal.mx",
            "http://127.0.0.1:8081",
            "https://a-b.c:8443",
            "http://[::1]:80",
        ] {
            assert!(read_origin(bien).is_ok(), "{bien}");
        }
        for mal in [
            "portal.mx",
            "https://",
            "https://portal.mx/",
            "https://Portal.mx",
            "https://a b",
            "https://portal.mx; script-src *",
            "*",
        ] {
            assert!(read_origin(mal).is_err(), "{mal}");
        }
    }

    #[test]
    fn only_the_named_portals_may_frame_the_page() {
        let nombrados = [read_origin("https://portal.mx").expect("origin")];
        assert!(csp(&[]).to_str().expect("text").ends_with("frame-ancestors 'self'"));
        let con = csp(&nombrados);
        assert!(
            con.to_str()
                .expect("text")
                .ends_with("frame-ancestors 'self' https://portal.mx")
        );
    }
}
