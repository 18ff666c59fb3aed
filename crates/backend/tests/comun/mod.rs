//! What the tests of the backend share: databases to try on, and people to try as.

#![allow(dead_code, reason = "each test program uses its part")]

pub mod cliente;
pub mod postgres;
pub mod proceso;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use tower::ServiceExt;
use ventanilla_backend::huella::{random_token, sha256_hex};
use ventanilla_backend::motor::Motor;
use ventanilla_backend::recepcion::Rol;
use ventanilla_backend::reloj::Momento;
use ventanilla_backend::repositorio::{Autor, Base, NuevaCuenta, NuevaSesion, Repositorio};
use ventanilla_backend::rutas::{self, Servicio};
use ventanilla_backend::sesion::{Accesos, DURACION};

pub type Prueba = Result<(), Box<dyn Error>>;

/// A server in this process on a database of its own, and everybody's sessions.
pub struct Escenario {
    pub rutas: Router,
    pub repositorio: Arc<dyn Repositorio>,
    pub motor: Arc<Motor>,
    pub base: Base,
    _carpeta: Option<TempDir>,
}

/// An answer.
#[derive(Debug)]
pub struct Respuesta {
    pub estado: u16,
    pub cabeceras: HeaderMap,
    pub cuerpo: String,
    pub json: Value,
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Persona {
    rutas: Router,
    pub cabeceras: Vec<(&'static str, String)>,
}

/// Writes past libtest's capture: what was skipped must be seen.
pub fn announce(texto: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{texto}");
}

/// A new SQLite file.
pub fn sqlite() -> Result<(Base, TempDir), Box<dyn Error>> {
    let carpeta = tempfile::tempdir()?;
    let base = Base::Sqlite(carpeta.path().join("pruebas.db"));
    Ok((base, carpeta))
}

impl Escenario {
    pub async fn sqlite() -> Result<Option<Self>, Box<dyn Error>> {
        let (base, carpeta) = sqlite()?;
        Self::on(base, Some(carpeta), Accesos::local(true)).await.map(Some)
    }

    /// `None`, and said, when this machine has no PostgreSQL.
    pub async fn postgres() -> Result<Option<Self>, Box<dyn Error>> {
        let Some(base) = postgres::new_database()? else {
            return Ok(None);
        };
        Self::on(base, None, Accesos::local(true)).await.map(Some)
    }

    /// On a database, with other ways to come in.
    pub async fn on(base: Base, carpeta: Option<TempDir>, accesos: Accesos) -> Result<Self, Box<dyn Error>> {
        let repositorio = base.open().await?;
        repositorio.migrar().await?;
        let motor = Arc::new(Motor::load(None)?);
        let servicio = Servicio::new(motor.clone(), repositorio.clone(), accesos);
        Ok(Self {
            rutas: rutas::all(servicio, std::path::Path::new("no-hay-pagina"), &[]),
            repositorio,
            motor,
            base,
            _carpeta: carpeta,
        })
    }

    /// A new account with a session, as the page of this server would use it.
    pub async fn person(&self, usuario: &str, rol: Rol) -> Result<Persona, Box<dyn Error>> {
        let cuenta = self.account(usuario, rol, "sin contraseña").await?;
        let (token, ahora) = (random_token()?, Momento::now().segundos);
        let nueva = NuevaSesion {
            huella: sha256_hex(token.as_bytes()),
            anterior: None,
            cuenta,
            ahora,
            vence: ahora + DURACION,
        };
        self.repositorio.abrir_sesion(nueva).await?;
        Ok(self.nobody().with("cookie", &format!("ventanilla={token}")))
    }

    /// A new account with this hash of a password.
    pub async fn account(&self, usuario: &str, rol: Rol, hash: &str) -> Result<i64, Box<dyn Error>> {
        let nueva = NuevaCuenta {
            usuario: usuario.to_string(),
            nombre: format!("Nombre de {usuario}"),
            rol,
            contrasena: hash.to_string(),
            demostracion: false,
        };
        let cuenta = self.repositorio.crear_cuenta(nueva, author()).await?;
        Ok(cuenta.ok_or("la cuenta ya existe")?.id)
    }

    /// The page of this server with nobody signed in.
    pub fn nobody(&self) -> Persona {
        let persona = Persona {
            rutas: self.rutas.clone(),
            cabeceras: Vec::new(),
        };
        persona.with("x-ventanilla", "1").with("sec-fetch-site", "same-origin")
    }

    /// Somebody with a token of the portal.
    pub fn bearer(&self, token: &str) -> Persona {
        let persona = Persona {
            rutas: self.rutas.clone(),
            cabeceras: Vec::new(),
        };
        persona.with("authorization", &format!("Bearer {token}"))
    }
}

pub fn author() -> Autor {
    Autor {
        cuenta: None,
        usuario: "pruebas".to_string(),
        cuando: Momento::now().texto,
    }
}

impl Persona {
    /// The same person with another header.
    pub fn with(mut self, nombre: &'static str, valor: &str) -> Self {
        self.cabeceras.retain(|(otro, _)| *otro != nombre);
        self.cabeceras.push((nombre, valor.to_string()));
        self
    }

    /// The same person without a header.
    pub fn without(mut self, nombre: &str) -> Self {
        self.cabeceras.retain(|(otro, _)| *otro != nombre);
        self
    }

    pub async fn get(&self, ruta: &str) -> Result<Respuesta, Box<dyn Error>> {
        self.send(Method::GET, ruta, Body::empty()).await
    }

    pub async fn put(&self, ruta: &str, documento: &Value) -> Result<Respuesta, Box<dyn Error>> {
        self.send(Method::PUT, ruta, Body::from(documento.to_string())).await
    }

    pub async fn post(&self, ruta: &str, documento: &Value) -> Result<Respuesta, Box<dyn Error>> {
        self.send(Method::POST, ruta, Body::from(documento.to_string())).await
    }

    pub async fn send(&self, metodo: Method, ruta: &str, cuerpo: Body) -> Result<Respuesta, Box<dyn Error>> {
        let mut peticion = Request::builder().method(metodo).uri(ruta);
        if !self.cabeceras.iter().any(|(nombre, _)| *nombre == "content-type") {
            peticion = peticion.header(header::CONTENT_TYPE, "application/json");
        }
        for (nombre, valor) in &self.cabeceras {
            peticion = peticion.header(*nombre, valor);
        }
        let respuesta = self.rutas.clone().oneshot(peticion.body(cuerpo)?).await?;
        let (partes, cuerpo) = respuesta.into_parts();
        let cuerpo = String::from_utf8(cuerpo.collect().await?.to_bytes().to_vec())?;
        Ok(Respuesta {
            estado: partes.status.as_u16(),
            cabeceras: partes.headers,
            json: serde_json::from_str(&cuerpo).unwrap_or_default(),
            cuerpo,
        })
    }

    /// Sends a new trámite and gives its identifier.
    pub async fn submit(&self, documento: &Value) -> Result<String, Box<dyn Error>> {
        let uuid = new_uuid();
        let respuesta = self.put(&format!("/api/v1/tramites/{uuid}"), documento).await?;
        respuesta.is(StatusCode::CREATED)?;
        Ok(uuid)
    }

    /// Moves a trámite.
    pub async fn advance(&self, uuid: &str, estado: &str, version: i64) -> Result<Respuesta, Box<dyn Error>> {
        let cambio = json!({"estado": estado, "motivo": "porque sí", "version": version});
        self.post(&format!("/api/v1/tramites/{uuid}/estado"), &cambio).await
    }
}

impl Respuesta {
    /// The code for programs.
    pub fn error(&self) -> &str {
        self.json["error"].as_str().unwrap_or("")
    }

    pub fn header(&self, nombre: &str) -> &str {
        self.cabeceras
            .get(nombre)
            .and_then(|valor| valor.to_str().ok())
            .unwrap_or("")
    }

    /// Fails with the whole answer when the status is another one.
    pub fn is(&self, estado: StatusCode) -> Prueba {
        if self.estado == estado.as_u16() {
            return Ok(());
        }
        Err(format!("se esperaba {estado} y fue {}: {}", self.estado, self.cuerpo).into())
    }

    /// Fails with the whole answer when it is not this refusal, told in Spanish.
    pub fn refuses(&self, estado: u16, error: &str) -> Prueba {
        let con_mensaje = self.json["hallazgos"][0]["mensaje"]
            .as_str()
            .is_some_and(|mensaje| mensaje.len() > 10);
        if self.estado == estado && self.error() == error && con_mensaje {
            return Ok(());
        }
        Err(format!("se esperaba {estado} «{error}» y fue {}: {}", self.estado, self.cuerpo).into())
    }
}

/// An identifier as a browser makes them (version 7), different each time.
pub fn new_uuid() -> String {
    static CUENTA: AtomicU64 = AtomicU64::new(1);
    let numero = CUENTA.fetch_add(1, Ordering::Relaxed);
    let azar = random_token().unwrap_or_default();
    format!(
        "019a{:04x}-{:04x}-7{}-8{}-{}",
        numero >> 16 & 0xffff,
        numero & 0xffff,
        &azar[..3],
        &azar[3..6],
        &azar[6..18]
    )
}

/// Path of a trámite.
pub fn path(uuid: &str) -> String {
    format!("/api/v1/tramites/{uuid}")
}

/// A registro patronal that the rules accept, as the page sends it; each `numero` has another content.
pub fn registro(numero: u64) -> Value {
    let mut caso = case();
    caso["contenido"]["acta"]["escritura"] = json!(format!("{numero}"));
    submission(&caso)
}

/// The same, of an employer with this name.
pub fn registro_de(denominacion: &str) -> Value {
    let mut caso = case();
    caso["contenido"]["moral"]["denominacion"] = json!(denominacion);
    submission(&caso)
}

fn submission(caso: &Value) -> Value {
    let clave = caso["tramite"].as_str().unwrap_or_default();
    let formato = ventanilla_tramites::camino::guion(clave).map_or(0, |guion| guion.formato);
    json!({
        "tramite": clave,
        "formato": formato,
        "normativa": "la del navegador",
        "contenido": caso["contenido"],
        "cifras": caso["cifras"],
    })
}

/// The good record of the floor below: whoever changes the form changes it there.
fn case() -> Value {
    const CASOS: &str = include_str!("../../../tramites/tests/expedientes/registro_patronal.json");
    let casos: Vec<Value> = serde_json::from_str(CASOS).unwrap_or_default();
    casos
        .into_iter()
        .find(|caso| caso["id"] == "moral_a_tiempo")
        .unwrap_or_default()
}

/// Makes of each function a test on SQLite and one on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($nombre:ident),* $(,)?) => {
        mod en_sqlite {
            $(#[tokio::test]
            async fn $nombre() -> $crate::comun::Prueba {
                match $crate::comun::Escenario::sqlite().await? {
                    Some(escenario) => super::$nombre(&escenario).await,
                    None => Ok(()),
                }
            })*
        }
        mod en_postgres {
            $(#[tokio::test]
            async fn $nombre() -> $crate::comun::Prueba {
                match $crate::comun::Escenario::postgres().await? {
                    Some(escenario) => super::$nombre(&escenario).await,
                    None => Ok(()),
                }
            })*
        }
    };
}
