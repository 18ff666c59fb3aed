//! Who asks: a session of this program, in a cookie, or a token of the portal's identity provider.

use crate::contrasena::Portero;
use crate::huella::sha256_hex;
use crate::oidc::{Motivo, Portador, Proveedor};
use crate::recepcion::Rol;
use crate::rechazo::Rechazo;
use crate::reloj::Momento;
use crate::repositorio::{Alcance, Autor, Cuenta, CuentaExterna, Dueno, Repositorio};
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use std::net::{IpAddr, SocketAddr};

/// A session that is not used for so long ends.
pub const OCIO: i64 = 60 * 60;
/// A session ends after so long, used or not.
pub const DURACION: i64 = 12 * 60 * 60;
/// How often it is noted that a session is in use.
const ENTRE_TOQUES: i64 = 60;

/// How people come in.
pub struct Accesos {
    /// The portal's identity provider, if there is one.
    pub proveedor: Option<Proveedor>,
    /// Whether a proxy in front speaks TLS: then cookies are for TLS alone and its headers are believed.
    pub tls_externo: bool,
    /// Whether there are demonstration accounts.
    pub demostracion: bool,
    /// Who looks at passwords.
    pub portero: Portero,
}

impl Accesos {
    /// Without identity provider, straight to the browser.
    pub fn local(demostracion: bool) -> Self {
        Self {
            proveedor: None,
            tls_externo: false,
            demostracion,
            portero: Portero::new(),
        }
    }

    /// Name of the cookie. `__Host-` makes the browser refuse one that did not come by TLS from this very host.
    fn cookie_name(&self) -> &'static str {
        if self.tls_externo {
            "__Host-ventanilla"
        } else {
            "ventanilla"
        }
    }

    /// The cookie that carries a session, or that takes it away when the token is empty.
    pub fn cookie(&self, token: &str) -> String {
        let nombre = self.cookie_name();
        let segura = if self.tls_externo { "; Secure" } else { "" };
        let duracion = if token.is_empty() { 0 } else { DURACION };
        format!("{nombre}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={duracion}{segura}")
    }

    /// Fingerprint of the session's token that a request brings.
    pub fn session_of(&self, cabeceras: &HeaderMap) -> Option<String> {
        let nombre = self.cookie_name();
        let cookies = cabeceras.get_all(header::COOKIE).iter().filter_map(|c| c.to_str().ok());
        let mut todas = cookies
            .flat_map(|linea| linea.split(';'))
            .filter_map(|c| c.trim().split_once('='));
        let token = todas.find(|(clave, _)| *clave == nombre)?.1;
        (token.len() == 64).then(|| sha256_hex(token.as_bytes()))
    }

    /// Address that a request comes from. Behind a proxy it is the last one that the proxy names.
    pub fn address_of(&self, partes: &Parts) -> String {
        let directa = partes
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(de)| de.ip());
        let anunciada = || {
            let valor = partes
                .headers
                .get_all("x-forwarded-for")
                .iter()
                .next_back()?
                .to_str()
                .ok()?;
            valor.rsplit(',').next()?.trim().parse::<IpAddr>().ok()
        };
        let direccion = if self.tls_externo {
            anunciada().or(directa)
        } else {
            directa
        };
        direccion.map_or_else(String::new, |ip| network(ip).to_string())
    }
}

/// Whoever has an IPv6 address has 2⁶⁴ of them.
fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(seis) => match seis.to_ipv4_mapped() {
            Some(cuatro) => cuatro.into(),
            None => std::net::Ipv6Addr::from(u128::from(seis) >> 64 << 64).into(),
        },
    }
}

/// Who asks.
#[derive(Clone, Debug)]
pub struct Identidad {
    /// The account.
    pub cuenta: Cuenta,
    rfc: Vec<String>,
    registros: Vec<String>,
}

impl Identidad {
    /// Whether it works the institution's queue.
    pub fn is_staff(&self) -> bool {
        self.cuenta.rol.atiende()
    }

    /// What it may see.
    pub fn scope(&self) -> Alcance {
        if self.is_staff() {
            return Alcance::Todo;
        }
        Alcance::Propio {
            cuenta: self.cuenta.id,
            rfc: self.rfc.clone(),
            registros: self.registros.clone(),
        }
    }

    /// Whether a trámite is its own: sent by it, linked to it, or of who its token says.
    pub fn owns(&self, dueno: &Dueno) -> bool {
        Alcance::Propio {
            cuenta: self.cuenta.id,
            rfc: self.rfc.clone(),
            registros: self.registros.clone(),
        }
        .covers(dueno)
    }

    /// How the audit log names it.
    pub fn author(&self, momento: &Momento) -> Autor {
        Autor {
            cuenta: Some(self.cuenta.id),
            usuario: self.cuenta.usuario.clone(),
            cuando: momento.texto.clone(),
        }
    }

    /// Refuses accounts that only practise.
    ///
    /// # Errors
    /// 403 `capacitacion`.
    pub fn require_real(&self) -> Result<(), Rechazo> {
        if self.cuenta.rol.presenta() {
            return Ok(());
        }
        let mensaje = "Las cuentas de capacitación no entran a la ventanilla real; practique en los casos simulados.";
        Err(Rechazo::new(StatusCode::FORBIDDEN, "capacitacion", mensaje))
    }

    /// Refuses all but the institution's staff.
    ///
    /// # Errors
    /// 403.
    pub fn require_staff(&self) -> Result<(), Rechazo> {
        if self.is_staff() {
            return Ok(());
        }
        if self.cuenta.rol == Rol::Patron {
            return Err(Rechazo::forbidden("Esto sólo lo hace el personal de la ventanilla."));
        }
        self.require_real()
    }
}

/// Who asks, if anybody: by token when there is one, else by cookie.
///
/// # Errors
/// 401 when a token is not valid, 403 when a write from a browser does not come from the page itself.
pub async fn identify(
    repositorio: &dyn Repositorio,
    accesos: &Accesos,
    metodo: &Method,
    cabeceras: &HeaderMap,
) -> Result<Option<Identidad>, Rechazo> {
    if let Some(valor) = cabeceras.get(header::AUTHORIZATION) {
        let token = valor.to_str().ok().and_then(bearer_token).ok_or_else(bad_token)?;
        return by_token(repositorio, accesos, token).await.map(Some);
    }
    let Some(huella) = accesos.session_of(cabeceras) else {
        return Ok(None);
    };
    let momento = Momento::now();
    let Some(sesion) = repositorio.sesion(&huella, momento.segundos, OCIO).await? else {
        return Ok(None);
    };
    if !metodo.is_safe() {
        require_same_origin(cabeceras)?;
    }
    if momento.segundos - sesion.vista >= ENTRE_TOQUES {
        repositorio.tocar_sesion(&huella, momento.segundos).await?;
    }
    Ok(Some(Identidad {
        cuenta: sesion.cuenta,
        rfc: Vec::new(),
        registros: Vec::new(),
    }))
}

fn bearer_token(valor: &str) -> Option<&str> {
    let (esquema, token) = valor.split_once(' ')?;
    esquema.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn bad_token() -> Rechazo {
    let mensaje = "La credencial del portal no es válida o ya venció; vuelva a entrar al portal.";
    Rechazo::new(StatusCode::UNAUTHORIZED, "token", mensaje)
}

async fn by_token(repositorio: &dyn Repositorio, accesos: &Accesos, token: &str) -> Result<Identidad, Rechazo> {
    let proveedor = accesos.proveedor.as_ref().ok_or_else(bad_token)?;
    let portador = proveedor.check(token).await.map_err(refuse_token)?;
    let Portador {
        emisor,
        sujeto,
        nombre,
        rol,
        rfc,
        registros,
    } = portador;
    let externa = CuentaExterna {
        emisor,
        sujeto,
        nombre,
        rol,
        cuando: Momento::now().texto,
    };
    let cuenta = repositorio.cuenta_externa(externa).await?;
    if !cuenta.activa {
        return Err(bad_token());
    }
    Ok(Identidad { cuenta, rfc, registros })
}

fn refuse_token(motivo: Motivo) -> Rechazo {
    match motivo {
        Motivo::Invalido => bad_token(),
        Motivo::SinRol => Rechazo::forbidden("Su cuenta del portal no tiene permiso de entrar a la ventanilla."),
        Motivo::SinLlaves => {
            let mensaje = "El proveedor de identidad del portal no responde; intente otra vez en un momento.";
            Rechazo::new(StatusCode::SERVICE_UNAVAILABLE, "servidor.identidad", mensaje).retry_after(30)
        }
    }
}

/// A browser sends cookies along with what other pages make it ask for: a write has to show that it comes from this one.
///
/// # Errors
/// 403 `csrf`.
pub fn require_same_origin(cabeceras: &HeaderMap) -> Result<(), Rechazo> {
    let marcada = cabeceras.get("x-ventanilla").is_some_and(|valor| valor == "1");
    if marcada && is_same_origin(cabeceras) == Some(true) {
        return Ok(());
    }
    let mensaje = "La petición no viene de la página de Ventanilla; vuelva a cargarla e intente otra vez.";
    Err(Rechazo::new(StatusCode::FORBIDDEN, "csrf", mensaje))
}

/// Refuses what a browser says comes from another page.
///
/// # Errors
/// 403 `csrf`.
pub fn refuse_cross_origin(cabeceras: &HeaderMap) -> Result<(), Rechazo> {
    if is_same_origin(cabeceras) == Some(false) {
        let mensaje = "La petición viene de otra página; abra Ventanilla y entre desde ahí.";
        return Err(Rechazo::new(StatusCode::FORBIDDEN, "csrf", mensaje));
    }
    Ok(())
}

/// What the browser says about where the request comes from; `None` when it says nothing.
fn is_same_origin(cabeceras: &HeaderMap) -> Option<bool> {
    let texto = |nombre: &str| cabeceras.get(nombre).map(|valor| valor.to_str().unwrap_or(""));
    if let Some(sitio) = texto("sec-fetch-site") {
        return Some(sitio == "same-origin");
    }
    let origen = texto("origin")?;
    let anfitrion = texto("host").unwrap_or("");
    let sin_esquema = origen.split_once("://").map_or("", |(_, resto)| resto);
    Some(!anfitrion.is_empty() && sin_esquema.eq_ignore_ascii_case(anfitrion))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn cabeceras(pares: &[(&'static str, &'static str)]) -> HeaderMap {
        pares
            .iter()
            .map(|(nombre, valor)| (header::HeaderName::from_static(nombre), HeaderValue::from_static(valor)))
            .collect()
    }

    #[test]
    fn writes_must_come_from_the_page() {
        let casos: [(&[(&str, &str)], bool); 7] = [
            (&[("x-ventanilla", "1"), ("sec-fetch-site", "same-origin")], true),
            (
                &[("x-ventanilla", "1"), ("origin", "http://a:1"), ("host", "a:1")],
                true,
            ),
            (
                &[("x-ventanilla", "1"), ("origin", "http://b:1"), ("host", "a:1")],
                false,
            ),
            (&[("x-ventanilla", "1"), ("origin", "null"), ("host", "a:1")], false),
            (&[("x-ventanilla", "1"), ("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "same-origin")], false),
            (&[("x-ventanilla", "1")], false),
        ];
        for (pares, esperado) in casos {
            assert_eq!(require_same_origin(&cabeceras(pares)).is_ok(), esperado, "{pares:?}");
        }
        assert!(refuse_cross_origin(&cabeceras(&[])).is_ok());
        assert!(refuse_cross_origin(&cabeceras(&[("sec-fetch-site", "cross-site")])).is_err());
    }

    #[test]
    fn the_cookie_is_for_the_browser_alone() {
        let mut accesos = Accesos::local(false);
        let cookie = accesos.cookie("x");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Secure"));
        accesos.tls_externo = true;
        assert!(accesos.cookie("x").starts_with("__Host-ventanilla=x; Path=/;"));
        assert!(accesos.cookie("").contains("Max-Age=0") && accesos.cookie("").ends_with("; Secure"));
    }
}
