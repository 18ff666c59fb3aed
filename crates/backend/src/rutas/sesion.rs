//! `/api/v1/sesion`: to come in, to be told who one is, to leave.

use super::Servicio;
use super::cuerpo::Cuerpo;
use super::quien::{Direccion, Quizas};
use super::respuesta::answer;
use crate::contrasena;
use crate::huella::{random_token, sha256_hex};
use crate::recepcion::rol_text;
use crate::rechazo::{Negativa, Rechazo};
use crate::reloj::Momento;
use crate::repositorio::{Cuenta, Limite, NuevaSesion};
use crate::sesion::{DURACION, Identidad, refuse_cross_origin};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Attempts without waiting: of one account, and of one address (an office may share it).
const LIBRES_POR_CUENTA: i64 = 5;
const LIBRES_POR_DIRECCION: i64 = 50;

/// Name and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Entrada {
    /// User name.
    cuenta: String,
    /// Password.
    contrasena: String,
}

/// An account, as it is told to whom it belongs.
#[derive(Serialize, ToSchema)]
pub(super) struct CuentaPropia {
    /// Number.
    id: i64,
    /// User name.
    usuario: String,
    /// Name to show.
    nombre: String,
    /// `ventanilla`, `supervisor`, `instructor`, `aprendiz` or `patron`.
    rol: &'static str,
}

/// Who came in.
#[derive(Serialize, ToSchema)]
pub(super) struct Abierta {
    /// The account.
    cuenta: CuentaPropia,
}

/// Who one is, and what is being served.
#[derive(Serialize, ToSchema)]
pub(super) struct Presente {
    /// The account; none when nobody is signed in.
    cuenta: Option<CuentaPropia>,
    /// Whether this server has demonstration accounts.
    demostracion: bool,
    /// Version of the parameters that the server computes with.
    normativa: String,
}

impl From<Cuenta> for CuentaPropia {
    fn from(cuenta: Cuenta) -> Self {
        Self {
            id: cuenta.id,
            usuario: cuenta.usuario,
            nombre: cuenta.nombre,
            rol: rol_text(cuenta.rol),
        }
    }
}

/// Dice quién tiene la sesión abierta.
#[utoipa::path(get, path = "/api/v1/sesion", tag = "sesión",
    responses((status = 200, description = "La cuenta, si hay sesión", body = Presente)))]
pub(super) async fn leer(State(servicio): State<Servicio>, Quizas(identidad): Quizas) -> Response {
    let presente = Presente {
        cuenta: identidad.map(|identidad| identidad.cuenta.into()),
        demostracion: servicio.accesos.demostracion,
        normativa: servicio.motor.normativa().version(),
    };
    answer(StatusCode::OK, &presente)
}

/// Abre una sesión con usuario y contraseña.
#[utoipa::path(post, path = "/api/v1/sesion", tag = "sesión", request_body = Entrada,
    responses(
        (status = 200, description = "Sesión abierta; la galleta viene en Set-Cookie", body = Abierta),
        (status = 401, description = "`credenciales`", body = Negativa),
        (status = 429, description = "`demasiados_intentos`, con Retry-After", body = Negativa),
    ))]
pub(super) async fn abrir(
    State(servicio): State<Servicio>,
    Direccion(direccion): Direccion,
    cabeceras: HeaderMap,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    refuse_cross_origin(&cabeceras)?;
    let entrada: Entrada = cuerpo.read()?;
    let cuenta = admit(&servicio, &direccion, entrada).await?;
    let token = random_token().map_err(|error| {
        tracing::error!("{error}");
        Rechazo::broken()
    })?;
    let momento = Momento::now();
    let nueva = NuevaSesion {
        huella: sha256_hex(token.as_bytes()),
        anterior: servicio.accesos.session_of(&cabeceras),
        cuenta: cuenta.id,
        ahora: momento.segundos,
        vence: momento.segundos + DURACION,
    };
    servicio.repositorio.abrir_sesion(nueva).await?;
    let abierta = Abierta { cuenta: cuenta.into() };
    Ok(with_cookie(answer(StatusCode::OK, &abierta), &servicio, &token))
}

/// The account, when name and password are right and neither account nor address has to wait.
async fn admit(servicio: &Servicio, direccion: &str, entrada: Entrada) -> Result<Cuenta, Rechazo> {
    // What was typed as a name may be a password: only its fingerprint is kept.
    let de_la_cuenta = format!("c:{}", sha256_hex(entrada.cuenta.as_bytes()));
    let de_la_direccion = format!("d:{direccion}");
    let limite = |clave: &str, libres| Limite {
        clave: clave.to_string(),
        libres,
    };
    let limites = vec![
        limite(&de_la_cuenta, LIBRES_POR_CUENTA),
        limite(&de_la_direccion, LIBRES_POR_DIRECCION),
    ];
    let repositorio = &servicio.repositorio;
    if let Some(espera) = repositorio.intentar(limites, Momento::now().segundos).await? {
        return Err(too_many(espera));
    }
    let credencial = repositorio.credencial(&entrada.cuenta).await?;
    let (cuenta, hash) = match credencial {
        Some(credencial) if credencial.cuenta.activa => (Some(credencial.cuenta), credencial.contrasena),
        _ => (None, None),
    };
    let larga = entrada.contrasena.len() > contrasena::MAXIMO * 4;
    let contrasena = if larga { String::new() } else { entrada.contrasena };
    let admitida = servicio.accesos.portero.admits(contrasena, hash).await;
    match cuenta {
        Some(cuenta) if admitida && !larga => {
            repositorio.perdonar(&de_la_cuenta, &de_la_direccion).await?;
            Ok(cuenta)
        }
        _ => Err(wrong()),
    }
}

fn wrong() -> Rechazo {
    let mensaje = "El usuario o la contraseña no son correctos.";
    Rechazo::new(StatusCode::UNAUTHORIZED, "credenciales", mensaje)
}

fn too_many(espera: i64) -> Rechazo {
    let mensaje = if espera > 90 {
        format!(
            "Hubo demasiados intentos; vuelva a intentar en {} minutos.",
            (espera + 59) / 60
        )
    } else {
        format!("Hubo demasiados intentos; vuelva a intentar en {espera} segundos.")
    };
    Rechazo::new(StatusCode::TOO_MANY_REQUESTS, "demasiados_intentos", mensaje).retry_after(espera)
}

/// Cierra la sesión.
#[utoipa::path(delete, path = "/api/v1/sesion", tag = "sesión",
    responses((status = 204, description = "Sesión cerrada"), (status = 401, description = "No hay sesión", body = Negativa)))]
pub(super) async fn cerrar(
    State(servicio): State<Servicio>,
    _identidad: Identidad,
    cabeceras: HeaderMap,
) -> Result<Response, Rechazo> {
    if let Some(huella) = servicio.accesos.session_of(&cabeceras) {
        servicio.repositorio.cerrar_sesion(&huella).await?;
    }
    let vacia = (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, "no-store")]).into_response();
    Ok(with_cookie(vacia, &servicio, ""))
}

fn with_cookie(mut respuesta: Response, servicio: &Servicio, token: &str) -> Response {
    // Hexadecimal digits and our own words: always a valid header.
    if let Ok(cookie) = HeaderValue::from_str(&servicio.accesos.cookie(token)) {
        respuesta.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    respuesta
}
