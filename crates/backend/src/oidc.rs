//! Bearer tokens of the portal's own identity provider (OpenID Connect): signature, issuer, audience and dates are
//! checked against its published keys, which may change at any time.

use crate::recepcion::{Rol, identifier, read_rol};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, RwLock};
use tokio::task;

/// Only keys that the provider alone has: neither `none` nor shared secrets.
const ALGORITMOS: [Algorithm; 2] = [Algorithm::RS256, Algorithm::ES256];
/// Clocks may differ by so many seconds.
const TOLERANCIA: u64 = 30;
/// The keys are not asked for again within this time, whatever tokens come.
pub const ENTRE_CONSULTAS: Duration = Duration::from_secs(30);
/// After this time they are asked for again, so that a key that was taken back stops counting.
const VIGENCIA: Duration = Duration::from_secs(15 * 60);
const PLAZO: Duration = Duration::from_secs(5);
const LARGO_MAXIMO: usize = 16 * 1024;
const LLAVES_MAXIMAS: u64 = 1024 * 1024;
/// A claim may carry at most this many RFC or registros patronales.
const LISTA_MAXIMA: usize = 200;

/// Where the provider is and how its tokens are read.
#[derive(Clone, Debug)]
pub struct Configuracion {
    /// `iss` of the tokens.
    pub emisor: String,
    /// `aud` of the tokens.
    pub audiencia: String,
    /// URL or file of the keys.
    pub jwks: String,
    /// Claim with the role.
    pub rol: String,
    /// Claim with the RFC that the person acts for.
    pub rfc: String,
    /// Claim with the registros patronales that the person acts for.
    pub registros: String,
    /// The keys are not asked for again within this time: [`ENTRE_CONSULTAS`].
    pub entre_consultas: Duration,
}

/// What a token that was checked says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portador {
    /// Issuer.
    pub emisor: String,
    /// Subject.
    pub sujeto: String,
    /// Name to show.
    pub nombre: String,
    /// Role.
    pub rol: Rol,
    /// RFC that the person acts for.
    pub rfc: Vec<String>,
    /// Registros patronales that the person acts for.
    pub registros: Vec<String>,
}

/// Why a token is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motivo {
    /// It is not a token of this provider, or is no longer one.
    Invalido,
    /// It carries no role that is known here.
    SinRol,
    /// The keys could not be had.
    SinLlaves,
}

struct Llaves {
    juego: JwkSet,
    cuando: Instant,
}

/// The provider, with its keys as last seen.
pub struct Proveedor {
    configuracion: Configuracion,
    llaves: RwLock<Option<Llaves>>,
    /// When the keys were last asked for, well or badly; held while asking.
    consulta: Mutex<Option<Instant>>,
}

impl Proveedor {
    /// A provider whose keys are asked for when the first token comes.
    pub fn new(configuracion: Configuracion) -> Self {
        Self {
            configuracion,
            llaves: RwLock::new(None),
            consulta: Mutex::new(None),
        }
    }

    /// Asks for the keys now: said at start, when it can still be mended.
    ///
    /// # Errors
    /// One Spanish sentence.
    pub async fn load(&self) -> Result<(), String> {
        let mut consulta = self.consulta.lock().await;
        *consulta = Some(Instant::now());
        let juego = fetch(self.configuracion.jwks.clone()).await?;
        *self.llaves.write().await = Some(Llaves {
            juego,
            cuando: Instant::now(),
        });
        Ok(())
    }

    /// Checks a token.
    ///
    /// # Errors
    /// [`Motivo`].
    pub async fn check(&self, token: &str) -> Result<Portador, Motivo> {
        if token.len() > LARGO_MAXIMO {
            return Err(Motivo::Invalido);
        }
        let cabecera = decode_header(token).map_err(|_| Motivo::Invalido)?;
        if !ALGORITMOS.contains(&cabecera.alg) {
            return Err(Motivo::Invalido);
        }
        let kid = cabecera.kid.ok_or(Motivo::Invalido)?;
        let llave = self.key(&kid).await?;
        let dichos = self.claims(token, cabecera.alg, &llave)?;
        self.bearer(&dichos)
    }

    /// The key with this name; an unknown name may be that of a new key.
    async fn key(&self, kid: &str) -> Result<Jwk, Motivo> {
        if let Some(llave) = self.known(kid, VIGENCIA).await {
            return Ok(llave);
        }
        self.refresh(kid).await;
        match self.known(kid, Duration::MAX).await {
            Some(llave) => Ok(llave),
            None if self.llaves.read().await.is_none() => Err(Motivo::SinLlaves),
            None => Err(Motivo::Invalido),
        }
    }

    async fn known(&self, kid: &str, vigencia: Duration) -> Option<Jwk> {
        let llaves = self.llaves.read().await;
        let llaves = llaves.as_ref().filter(|llaves| llaves.cuando.elapsed() < vigencia)?;
        llaves.juego.find(kid).cloned()
    }

    /// Asks for the keys again, unless somebody has just done so.
    async fn refresh(&self, kid: &str) {
        let mut consulta = self.consulta.lock().await;
        let reciente = consulta.is_some_and(|antes| antes.elapsed() < self.configuracion.entre_consultas);
        if reciente || self.known(kid, VIGENCIA).await.is_some() {
            return;
        }
        *consulta = Some(Instant::now());
        match fetch(self.configuracion.jwks.clone()).await {
            Ok(juego) => {
                *self.llaves.write().await = Some(Llaves {
                    juego,
                    cuando: Instant::now(),
                });
            }
            Err(error) => tracing::warn!("{error}"),
        }
    }

    fn claims(&self, token: &str, algoritmo: Algorithm, jwk: &Jwk) -> Result<Map<String, Value>, Motivo> {
        let llave = DecodingKey::from_jwk(jwk).map_err(|_| Motivo::Invalido)?;
        let mut validacion = Validation::new(algoritmo);
        validacion.leeway = TOLERANCIA;
        validacion.validate_nbf = true;
        validacion.set_audience(&[&self.configuracion.audiencia]);
        validacion.set_issuer(&[&self.configuracion.emisor]);
        validacion.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        let datos = decode::<Map<String, Value>>(token, &llave, &validacion).map_err(|_| Motivo::Invalido)?;
        Ok(datos.claims)
    }

    fn bearer(&self, dichos: &Map<String, Value>) -> Result<Portador, Motivo> {
        let texto = |clave: &str| dichos.get(clave).and_then(Value::as_str).map(str::trim);
        let sujeto = texto("sub").filter(|sujeto| (1..=255).contains(&sujeto.len()));
        let sujeto = sujeto.filter(|sujeto| !sujeto.contains(char::is_control));
        let sujeto = sujeto.ok_or(Motivo::Invalido)?.to_string();
        let nombre = texto("name").or(texto("preferred_username")).unwrap_or(&sujeto);
        let nombre = nombre.chars().filter(|letra| !letra.is_control()).take(200).collect();
        let roles = list(claim(dichos, &self.configuracion.rol));
        Ok(Portador {
            emisor: self.configuracion.emisor.clone(),
            nombre,
            rol: strongest(&roles).ok_or(Motivo::SinRol)?,
            rfc: identifiers(claim(dichos, &self.configuracion.rfc)),
            registros: identifiers(claim(dichos, &self.configuracion.registros)),
            sujeto,
        })
    }
}

/// A claim by its name, or by its path with dots (`realm_access.roles`).
fn claim<'d>(dichos: &'d Map<String, Value>, nombre: &str) -> Option<&'d Value> {
    if let Some(valor) = dichos.get(nombre) {
        return Some(valor);
    }
    let (primero, resto) = nombre.split_once('.')?;
    resto
        .split('.')
        .try_fold(dichos.get(primero)?, |valor, parte| valor.get(parte))
}

/// A text, or a list of texts.
fn list(valor: Option<&Value>) -> Vec<String> {
    match valor {
        Some(Value::String(texto)) => vec![texto.clone()],
        Some(Value::Array(textos)) => textos.iter().filter_map(Value::as_str).map(String::from).collect(),
        _ => Vec::new(),
    }
}

fn identifiers(valor: Option<&Value>) -> Vec<String> {
    let mut textos: Vec<String> = list(valor).iter().map(|texto| identifier(texto)).collect();
    // An empty one would be that of every trámite that has none.
    textos.retain(|texto| !texto.is_empty());
    textos.truncate(LISTA_MAXIMA);
    textos
}

/// Of several roles, the one that may do most.
fn strongest(roles: &[String]) -> Option<Rol> {
    let conocidos: Vec<Rol> = roles.iter().filter_map(|rol| read_rol(rol)).collect();
    [
        Rol::Supervisor,
        Rol::Ventanilla,
        Rol::Instructor,
        Rol::Aprendiz,
        Rol::Patron,
    ]
    .into_iter()
    .find(|rol| conocidos.contains(rol))
}

async fn fetch(donde: String) -> Result<JwkSet, String> {
    let lectura = task::spawn_blocking(move || read_keys(&donde));
    lectura
        .await
        .map_err(|_| "no se pudieron leer las llaves del proveedor de identidad".to_string())?
}

fn read_keys(donde: &str) -> Result<JwkSet, String> {
    let texto = if donde.starts_with("https://") || donde.starts_with("http://") {
        download(donde)
    } else {
        let ruta = PathBuf::from(donde.strip_prefix("file://").unwrap_or(donde));
        std::fs::read_to_string(ruta).map_err(|error| error.to_string())
    };
    let texto = texto
        .map_err(|error| format!("no se pudieron leer las llaves del proveedor de identidad «{donde}»: {error}"))?;
    parse_keys(&texto)
        .map_err(|error| format!("las llaves del proveedor de identidad «{donde}» no se entienden: {error}"))
}

/// Keys of kinds that are not known here are passed over: a provider may publish others for other uses.
fn parse_keys(texto: &str) -> Result<JwkSet, String> {
    let documento: Value = serde_json::from_str(texto).map_err(|error| error.to_string())?;
    let llaves = documento["keys"].as_array().ok_or("falta «keys»")?;
    let keys = llaves
        .iter()
        .filter_map(|llave| serde_json::from_value(llave.clone()).ok())
        .collect();
    Ok(JwkSet { keys })
}

fn download(url: &str) -> Result<String, String> {
    let cliente = ureq::Agent::config_builder().timeout_global(Some(PLAZO)).build();
    let mut respuesta = ureq::Agent::from(cliente)
        .get(url)
        .call()
        .map_err(|error| error.to_string())?;
    let cuerpo = respuesta.body_mut().with_config().limit(LLAVES_MAXIMAS);
    cuerpo.read_to_string().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_roles_wherever_the_provider_puts_them() {
        let dichos =
            json!({"realm_access": {"roles": ["otro", "patron"]}, "rol": "ventanilla", "rfc": ["XAXX010101000", ""]});
        let dichos = dichos.as_object().cloned().unwrap_or_default();
        assert_eq!(
            strongest(&list(claim(&dichos, "realm_access.roles"))),
            Some(Rol::Patron)
        );
        assert_eq!(strongest(&list(claim(&dichos, "rol"))), Some(Rol::Ventanilla));
        assert_eq!(strongest(&list(claim(&dichos, "roles"))), None);
        assert_eq!(identifiers(claim(&dichos, "rfc")), ["XAXX010101000"]);
    }
}
