//! The HTTP door: the router in this process, one request at a time.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use std::error::Error;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt;
use ventanilla_backend::motor::Motor;
use ventanilla_backend::repositorio::Base;
use ventanilla_backend::rutas::{self, Servicio, portal};
use ventanilla_backend::sesion::Accesos;

type Prueba = Result<(), Box<dyn Error>>;

const PLAZO: &str = r#"{"desde":"2026-11-09","dias_habiles":5,"clase":"aviso_afiliatorio"}"#;
const HASHED: &str = "ventanilla-web-e9aea02ba3afbe8b_bg.wasm";

/// A server with a small built page.
struct Servidor {
    rutas: Router,
    motor: Arc<Motor>,
    _dist: TempDir,
    _datos: TempDir,
}

/// The one portal that the operator named.
const PORTAL: &str = "https://portal.ejemplo.mx";

struct Respuesta {
    estado: StatusCode,
    cabeceras: HeaderMap,
    cuerpo: Vec<u8>,
}

impl Servidor {
    async fn new() -> Result<Self, Box<dyn Error>> {
        Self::with(Motor::load(None)?).await
    }

    async fn with(motor: Motor) -> Result<Self, Box<dyn Error>> {
        let dist = tempfile::tempdir()?;
        for (nombre, texto) in [
            ("index.html", "<p>página</p>"),
            ("index.html.br", "en brotli"),
            ("index.html.gz", "en gzip"),
            ("inicio.js", "0"),
            (HASHED, "wasm"),
        ] {
            fs::write(dist.path().join(nombre), texto)?;
        }
        let motor = Arc::new(motor);
        let datos = tempfile::tempdir()?;
        let repositorio = Base::Sqlite(datos.path().join("pruebas.db")).open().await?;
        repositorio.migrar().await?;
        let servicio = Servicio::new(motor.clone(), repositorio, Accesos::local(false));
        Ok(Self {
            rutas: rutas::all(servicio, dist.path(), &[portal::read_origin(PORTAL)?]),
            motor,
            _dist: dist,
            _datos: datos,
        })
    }

    async fn send(&self, peticion: Request<Body>) -> Result<Respuesta, Box<dyn Error>> {
        let respuesta = self.rutas.clone().oneshot(peticion).await?;
        let (partes, cuerpo) = respuesta.into_parts();
        let cuerpo = cuerpo.collect().await?.to_bytes().to_vec();
        Ok(Respuesta {
            estado: partes.status,
            cabeceras: partes.headers,
            cuerpo,
        })
    }

    async fn get(&self, ruta: &str, acepta: &str) -> Result<Respuesta, Box<dyn Error>> {
        let peticion = Request::get(ruta)
            .header(header::ACCEPT_ENCODING, acepta)
            .body(Body::empty())?;
        self.send(peticion).await
    }

    async fn post(&self, operacion: &str, tipo: &str, cuerpo: Vec<u8>) -> Result<Respuesta, Box<dyn Error>> {
        let ruta = format!("/api/v1/calculos/{operacion}");
        self.send(
            Request::post(ruta)
                .header(header::CONTENT_TYPE, tipo)
                .body(Body::from(cuerpo))?,
        )
        .await
    }
}

impl Respuesta {
    fn header(&self, nombre: impl header::AsHeaderName) -> &str {
        self.cabeceras
            .get(nombre)
            .and_then(|valor| valor.to_str().ok())
            .unwrap_or("")
    }

    /// Code of the first finding of a JSON answer.
    fn codigo(&self) -> String {
        let json: serde_json::Value = serde_json::from_slice(&self.cuerpo).unwrap_or_default();
        let hallazgo = &json["hallazgos"][0];
        assert!(hallazgo["mensaje"].as_str().is_some_and(|m| !m.is_empty()), "{json}");
        hallazgo["codigo"].as_str().unwrap_or("").to_string()
    }
}

#[tokio::test]
async fn computes_with_the_same_bytes_as_the_rules() -> Prueba {
    let servidor = Servidor::new().await?;
    let respuesta = servidor.post("plazo", "application/json", PLAZO.into()).await?;
    let directa = servidor
        .motor
        .calcular("plazo", PLAZO.as_bytes())
        .map_err(|r| r.line())?;
    assert_eq!(respuesta.estado, StatusCode::OK);
    assert_eq!(
        respuesta.header(header::CONTENT_TYPE),
        "application/json; charset=utf-8"
    );
    assert_eq!(respuesta.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(respuesta.cuerpo, directa.linea.into_bytes());
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_computed_is_422_with_the_answer_of_the_rules() -> Prueba {
    let servidor = Servidor::new().await?;
    for (operacion, documento) in [
        ("plazo", "{"),
        ("plazo", "{}"),
        ("plazo", ""),
        ("volar", "{}"),
        ("a%2Fb", "{}"),
    ] {
        let respuesta = servidor.post(operacion, "application/json", documento.into()).await?;
        assert_eq!(
            respuesta.estado,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{operacion} {documento}"
        );
        assert!(!respuesta.codigo().starts_with("servidor"), "{operacion} {documento}");
    }
    Ok(())
}

#[tokio::test]
async fn a_byte_order_mark_does_not_matter() -> Prueba {
    let servidor = Servidor::new().await?;
    let con_marca = format!("\u{feff}{PLAZO}");
    let respuesta = servidor.post("plazo", "application/json", con_marca.into()).await?;
    assert_eq!(respuesta.estado, StatusCode::OK);
    Ok(())
}

#[tokio::test]
async fn refuses_bodies_that_are_not_documents() -> Prueba {
    let servidor = Servidor::new().await?;
    let grande = vec![b' '; rutas::LIMITE_DEL_DOCUMENTO + 1];
    let casos = [
        ("text/plain", PLAZO.into(), 415, "peticion.tipo"),
        (
            "application/x-www-form-urlencoded",
            b"a=b".to_vec(),
            415,
            "peticion.tipo",
        ),
        ("application/json", vec![b'{', 0xff, b'}'], 400, "peticion.utf8"),
        ("application/json", grande, 413, "peticion.tamano"),
    ];
    for (tipo, cuerpo, estado, codigo) in casos {
        let respuesta = servidor.post("plazo", tipo, cuerpo).await?;
        assert_eq!(
            (respuesta.estado.as_u16(), respuesta.codigo().as_str()),
            (estado, codigo)
        );
    }
    Ok(())
}

#[tokio::test]
async fn refuses_other_methods_and_addresses_in_spanish() -> Prueba {
    let servidor = Servidor::new().await?;
    let metodo = servidor.get("/api/v1/calculos/plazo", "").await?;
    assert_eq!(
        (metodo.estado.as_u16(), metodo.codigo().as_str()),
        (405, "peticion.metodo")
    );
    let direccion = servidor.get("/api/v2/nada", "").await?;
    assert_eq!(
        (direccion.estado.as_u16(), direccion.codigo().as_str()),
        (404, "peticion.direccion")
    );
    let pagina = servidor.get("/nada", "").await?;
    assert_eq!(pagina.estado, StatusCode::NOT_FOUND);
    assert!(String::from_utf8_lossy(&pagina.cuerpo).contains("Esta página no existe"));
    assert_eq!(pagina.header(header::CACHE_CONTROL), "no-cache");
    Ok(())
}

#[tokio::test]
async fn gives_the_supplement_or_says_there_is_none() -> Prueba {
    let archivo = tempfile::NamedTempFile::new()?;
    let texto = ventanilla_normativa::exportar_suplemento(&[]);
    fs::write(archivo.path(), &texto)?;
    let con_suplemento = Servidor::with(Motor::load(Some(archivo.path()))?).await?;
    let respuesta = con_suplemento.get("/api/v1/suplemento", "").await?;
    assert_eq!(respuesta.estado, StatusCode::OK);
    assert_eq!(respuesta.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(respuesta.cuerpo, texto.into_bytes());

    let servidor = Servidor::new().await?;
    let respuesta = servidor.get("/api/v1/suplemento", "").await?;
    assert_eq!(respuesta.estado, StatusCode::NO_CONTENT);
    assert!(respuesta.cuerpo.is_empty());
    assert_eq!(servidor.get("/salud", "").await?.estado, StatusCode::OK);
    Ok(())
}

#[tokio::test]
async fn serves_the_page_compressed_and_cached_as_its_name_allows() -> Prueba {
    let servidor = Servidor::new().await?;
    for (acepta, codificacion, cuerpo) in [
        ("gzip, br", "br", "en brotli"),
        ("gzip", "gzip", "en gzip"),
        ("", "", "<p>página</p>"),
    ] {
        let respuesta = servidor.get("/", acepta).await?;
        assert_eq!(respuesta.estado, StatusCode::OK);
        assert_eq!(respuesta.header(header::CONTENT_ENCODING), codificacion);
        assert_eq!(respuesta.cuerpo, cuerpo.as_bytes());
        assert_eq!(respuesta.header(header::CACHE_CONTROL), "no-cache");
        assert!(respuesta.header(header::VARY).eq_ignore_ascii_case("accept-encoding"));
    }
    assert_eq!(
        servidor.get("/inicio.js", "br").await?.header(header::CACHE_CONTROL),
        "no-cache"
    );
    let wasm = servidor.get(&format!("/{HASHED}"), "br").await?;
    assert_eq!(wasm.header(header::CONTENT_TYPE), "application/wasm");
    assert_eq!(
        wasm.header(header::CACHE_CONTROL),
        "public, max-age=31536000, immutable"
    );
    Ok(())
}

#[tokio::test]
async fn every_response_carries_the_security_headers() -> Prueba {
    let servidor = Servidor::new().await?;
    for ruta in [
        "/",
        "/nada",
        "/salud",
        "/api/v1/suplemento",
        "/api/nada",
        "/../Cargo.toml",
    ] {
        let respuesta = servidor.get(ruta, "").await?;
        let csp = respuesta.header(header::CONTENT_SECURITY_POLICY);
        assert!(
            csp.contains("script-src 'self' 'wasm-unsafe-eval';") && !csp.contains("unsafe-inline"),
            "{ruta}"
        );
        assert_eq!(respuesta.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{ruta}");
        assert!(!respuesta.header(header::REFERRER_POLICY).is_empty(), "{ruta}");
        assert!(!respuesta.header("permissions-policy").is_empty(), "{ruta}");
    }
    Ok(())
}

#[tokio::test]
async fn only_the_named_portal_may_ask_from_its_pages() -> Prueba {
    let servidor = Servidor::new().await?;
    let ask = async |metodo: &str, origen: &str, ruta: &str| {
        let peticion = Request::builder()
            .method(metodo)
            .uri(ruta)
            .header(header::ORIGIN, origen)
            .header("access-control-request-method", "PUT")
            .body(Body::empty())?;
        servidor.send(peticion).await
    };
    for ruta in ["/api/v1/sesion", "/inicio.js"] {
        let suya = ask("GET", PORTAL, ruta).await?;
        assert_eq!(suya.header("access-control-allow-origin"), PORTAL, "{ruta}");
        assert_eq!(
            suya.header("access-control-allow-credentials"),
            "",
            "never with cookies"
        );
        let ajena = ask("GET", "https://otro.ejemplo.mx", ruta).await?;
        assert_eq!(ajena.header("access-control-allow-origin"), "", "{ruta}");
    }
    let antes = ask("OPTIONS", PORTAL, "/api/v1/tramites/x").await?;
    assert_eq!(antes.header("access-control-allow-origin"), PORTAL);
    let permitidas = antes.header("access-control-allow-headers").to_owned();
    assert!(
        permitidas.contains("authorization") && permitidas.contains("x-ventanilla"),
        "{permitidas}"
    );
    let politica = ask("GET", PORTAL, "/").await?;
    let politica = politica.header("content-security-policy").to_owned();
    assert!(
        politica.ends_with(&format!("frame-ancestors 'self' {PORTAL}")),
        "{politica}"
    );
    Ok(())
}

#[tokio::test]
async fn nothing_outside_the_page_is_served() -> Prueba {
    let servidor = Servidor::new().await?;
    for ruta in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "//etc/passwd",
        "/%00",
    ] {
        let estado = servidor.get(ruta, "").await?.estado;
        assert!(estado.is_client_error(), "{ruta} {estado}");
    }
    Ok(())
}
