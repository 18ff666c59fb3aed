//! The one place that calls the backend. Every failure is told apart: without a network what was written waits; a refusal
//! is shown with its reasons.

pub mod expedientes;

use crate::entorno;
use gloo_net::http::{Method, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::cell::Cell;
use ventanilla_tramites::camino::Envio;
use web_sys::RequestCredentials;

/// Why a call gave nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Falla {
    /// It did not reach the server, or the server is not well: worth trying again.
    SinRed,
    /// Nobody is signed in, or the session ended.
    SinSesion,
    /// The server said no, and why.
    Rechazo(Rechazo),
}

/// A refusal, as the server writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rechazo {
    /// HTTP status.
    #[serde(skip_deserializing)]
    pub estado: u16,
    /// Code of the refusal (`contenido_distinto`, `normativa_cambio` …).
    pub error: String,
    /// What is wrong, each in its place.
    pub hallazgos: Vec<HallazgoRecibido>,
    /// Figures that changed.
    pub cifras: Vec<Value>,
}

/// A finding that the server sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HallazgoRecibido {
    /// Its code.
    pub codigo: String,
    /// `error`, `advertencia` or `nota`.
    pub gravedad: String,
    /// Where.
    pub campo: String,
    /// What is wrong and how it is mended.
    pub mensaje: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

impl Falla {
    /// In words, for a person.
    pub fn texto(&self) -> String {
        match self {
            Self::SinRed => "No hay conexión con el servidor.".to_owned(),
            Self::SinSesion => "La sesión terminó. Entre otra vez.".to_owned(),
            Self::Rechazo(rechazo) => {
                let mensajes: Vec<&str> = rechazo.hallazgos.iter().map(|h| h.mensaje.as_str()).collect();
                if mensajes.is_empty() {
                    format!("El servidor no aceptó la petición ({}).", rechazo.estado)
                } else {
                    mensajes.join(" ")
                }
            }
        }
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuenta {
    /// Its key.
    pub id: i64,
    /// The name it signs in with.
    pub usuario: String,
    /// The person's name.
    pub nombre: String,
    /// Its role.
    pub rol: ventanilla_tramites::camino::Rol,
}

impl Cuenta {
    /// Its key as the records on this computer have it.
    pub fn clave(&self) -> String {
        self.id.to_string()
    }
}

/// Who is signed in.
#[derive(Clone, Debug, Deserialize)]
pub struct EstadoDeSesion {
    /// The account; `None` when nobody is.
    pub cuenta: Option<Cuenta>,
    /// Whether the server runs with demonstration accounts.
    #[serde(default)]
    pub demostracion: bool,
}

/// The receipt of a trámite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recibo {
    /// Key of the trámite.
    pub uuid: String,
    /// Its folio.
    pub folio: String,
    /// Its state.
    pub estado: ventanilla_tramites::camino::Estado,
    /// Which version of the record.
    pub version: u32,
    /// When it was received, with its offset.
    pub recibido: String,
    /// SHA-256 of the record.
    pub huella: String,
}

/// Asks for a document.
///
/// # Errors
/// [`Falla`].
pub async fn pedir<T: DeserializeOwned>(ruta: &str) -> Result<T, Falla> {
    leer(enviar(Method::GET, ruta, None).await?).await
}

/// Sends a document and reads the answer.
///
/// # Errors
/// [`Falla`].
pub async fn mandar<T: DeserializeOwned>(metodo: Metodo, ruta: &str, cuerpo: &impl Serialize) -> Result<T, Falla> {
    let texto = serde_json::to_string(cuerpo).map_err(|_| Falla::SinRed)?;
    leer(enviar(metodo.nombre(), ruta, Some(&texto)).await?).await
}

/// Methods that change something.
#[derive(Clone, Copy, Debug)]
pub enum Metodo {
    /// Create or do.
    Post,
    /// Put in its place; can be repeated.
    Put,
}

impl Metodo {
    fn nombre(self) -> Method {
        match self {
            Self::Post => Method::POST,
            Self::Put => Method::PUT,
        }
    }
}

/// Signs in.
///
/// # Errors
/// [`Falla`]: a refusal when the name or the password is wrong, or after too many attempts.
pub async fn entrar(usuario: &str, contrasena: &str) -> Result<EstadoDeSesion, Falla> {
    #[derive(Serialize)]
    struct Credenciales<'a> {
        cuenta: &'a str,
        contrasena: &'a str,
    }
    let credenciales = Credenciales {
        cuenta: usuario,
        contrasena,
    };
    let texto = serde_json::to_string(&credenciales).map_err(|_| Falla::SinRed)?;
    let respuesta = enviar(Method::POST, "sesion", Some(&texto)).await?;
    match respuesta.status() {
        // here it means a wrong password, not an ended session
        401 => Err(Falla::Rechazo(rechazo(respuesta).await)),
        _ => leer(respuesta).await,
    }
}

/// Signs out.
///
/// # Errors
/// [`Falla`].
pub async fn salir() -> Result<(), Falla> {
    // a server that is not well has not closed it
    match enviar(Method::DELETE, "sesion", None).await?.status() {
        200..=299 | 401 => Ok(()),
        _ => Err(Falla::SinRed),
    }
}

/// Sends a trámite; `version` 1 the first time. Can be repeated any number of times with one effect.
///
/// # Errors
/// [`Falla`].
pub async fn presentar(uuid: &str, version: u32, envio: &Envio) -> Result<Recibo, Falla> {
    let ruta = match version {
        0 | 1 => format!("tramites/{uuid}"),
        n => format!("tramites/{uuid}/versiones/{n}"),
    };
    mandar(Metodo::Put, &ruta, envio).await
}

/// The suplemento that the operator serves; `None` when there is none.
///
/// # Errors
/// [`Falla`].
pub async fn suplemento() -> Result<Option<String>, Falla> {
    let respuesta = enviar(Method::GET, "suplemento", None).await?;
    match respuesta.status() {
        200 => respuesta.text().await.map(Some).map_err(|_| Falla::SinRed),
        _ => Ok(None),
    }
}

/// The text of something that is offered as a file.
///
/// # Errors
/// [`Falla`].
pub async fn texto(ruta: &str) -> Result<String, Falla> {
    let respuesta = enviar(Method::GET, ruta, None).await?;
    match respuesta.status() {
        200 => respuesta.text().await.map_err(|_| Falla::SinRed),
        401 => Err(Falla::SinSesion),
        429 | 500..=599 => Err(Falla::SinRed),
        _ => Err(Falla::Rechazo(rechazo(respuesta).await)),
    }
}

fn direccion(ruta: &str) -> String {
    [&entorno::api(), ruta].concat()
}

/// Sends a request. A token that was refused is renewed once: it may have expired while somebody was writing.
async fn enviar(metodo: Method, ruta: &str, cuerpo: Option<&str>) -> Result<Response, Falla> {
    let credencial = entorno::credencial(false).await;
    let respuesta = intentar(metodo.clone(), ruta, cuerpo, credencial.as_deref()).await?;
    if respuesta.status() != 401 || !entorno::con_credencial() {
        decir_si_la_rechaza(false);
        return Ok(respuesta);
    }
    let respuesta = match entorno::credencial(true).await {
        Some(nueva) if Some(&nueva) != credencial.as_ref() => intentar(metodo, ruta, cuerpo, Some(&nueva)).await?,
        _ => respuesta,
    };
    decir_si_la_rechaza(respuesta.status() == 401);
    Ok(respuesta)
}

/// The portal is told that its token is of no use: once, until one is taken.
fn decir_si_la_rechaza(rechazada: bool) {
    thread_local! {
        static DICHO: Cell<bool> = const { Cell::new(false) };
    }
    if rechazada && !DICHO.get() {
        let mensaje = "El servidor no aceptó la credencial del portal, y el portal no dio otra que sirva.";
        entorno::avisar(
            "error",
            &serde_json::json!({ "codigo": "credencial", "mensaje": mensaje }),
        );
    }
    DICHO.set(rechazada);
}

async fn intentar(
    metodo: Method,
    ruta: &str,
    cuerpo: Option<&str>,
    credencial: Option<&str>,
) -> Result<Response, Falla> {
    // The header is one that only a page of this origin can send: it tells our writes from another site's (CSRF).
    let mut peticion = RequestBuilder::new(&direccion(ruta))
        .method(metodo)
        .header("X-Ventanilla", "1");
    if entorno::con_credencial() {
        // the portal's word alone says who it is: a session that this browser has open is another matter
        peticion = peticion.credentials(RequestCredentials::Omit);
    }
    if let Some(credencial) = credencial {
        peticion = peticion.header("Authorization", &["Bearer ", credencial].concat());
    }
    let enviada = match cuerpo {
        Some(texto) => match peticion.header("Content-Type", "application/json").body(texto) {
            Ok(peticion) => peticion.send().await,
            Err(_) => return Err(Falla::SinRed),
        },
        None => peticion.send().await,
    };
    enviada.map_err(|_| Falla::SinRed)
}

async fn leer<T: DeserializeOwned>(respuesta: Response) -> Result<T, Falla> {
    match respuesta.status() {
        200..=299 => {
            let texto = respuesta.text().await.map_err(|_| Falla::SinRed)?;
            serde_json::from_str(&texto).map_err(|_| Falla::SinRed)
        }
        401 => Err(Falla::SinSesion),
        // 429 and 5xx pass: what waits is tried again
        429 | 500..=599 => Err(Falla::SinRed),
        _ => Err(Falla::Rechazo(rechazo(respuesta).await)),
    }
}

async fn rechazo(respuesta: Response) -> Rechazo {
    let estado = respuesta.status();
    let texto = respuesta.text().await.unwrap_or_default();
    let leido: Rechazo = serde_json::from_str(&texto).unwrap_or_default();
    Rechazo { estado, ..leido }
}
