//! Accounts, sessions, attempts to sign in.

use super::filas::{CUENTA, account};
use super::{
    Autor, Conexion, Credencial, Cuenta, CuentaExterna, Falla, Hecho, Limite, Lote, NuevaCuenta, NuevaSesion, Sesion,
};
use crate::recepcion::rol_text;
use sqlx::{AssertSqlSafe, Row};

/// After this long without an attempt, the earlier ones do not count.
const OLVIDO: i64 = 15 * 60;
/// The first wait; each further attempt doubles it.
const PRIMERA_ESPERA: i64 = 30;
const ESPERA_MAXIMA: i64 = 15 * 60;
/// What nobody asks about for so long is thrown away.
const UN_DIA: i64 = 24 * 60 * 60;

/// The record of something done to an account.
fn done(accion: &str, usuario: &str, autor: &Autor) -> Hecho {
    Hecho {
        cuando: autor.cuando.clone(),
        cuenta: autor.cuenta,
        quien: autor.usuario.clone(),
        accion: accion.to_string(),
        motivo: usuario.to_string(),
        ..Hecho::default()
    }
}

pub(super) async fn create(lote: &mut Lote, nueva: &NuevaCuenta, autor: &Autor) -> Result<Option<Cuenta>, Falla> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO cuentas (usuario, nombre, rol, contrasena, demostracion, creada) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (usuario) DO NOTHING RETURNING id",
    )
    .bind(&nueva.usuario)
    .bind(&nueva.nombre)
    .bind(rol_text(nueva.rol))
    .bind(&nueva.contrasena)
    .bind(i64::from(nueva.demostracion))
    .bind(&autor.cuando)
    .fetch_optional(lote.conexion())
    .await?;
    let Some(id) = id else { return Ok(None) };
    let mut hecho = done("cuenta_creada", &nueva.usuario, autor);
    hecho.a = Some(rol_text(nueva.rol).to_string());
    lote.note(hecho).await?;
    Ok(Some(Cuenta {
        id,
        usuario: nueva.usuario.clone(),
        nombre: nueva.nombre.clone(),
        rol: nueva.rol,
        activa: true,
        demostracion: nueva.demostracion,
        externa: false,
    }))
}

pub(super) async fn external(conexion: &mut Conexion, externa: &CuentaExterna) -> Result<Option<Cuenta>, Falla> {
    let consulta = AssertSqlSafe(format!(
        "SELECT {CUENTA} FROM cuentas c WHERE c.emisor = $1 AND c.sujeto = $2"
    ));
    let fila = sqlx::query(consulta)
        .bind(&externa.emisor)
        .bind(&externa.sujeto)
        .fetch_optional(conexion)
        .await?;
    fila.as_ref().map(account).transpose()
}

/// Whether what is kept of a person is what the token says now.
pub(super) fn same(cuenta: &Cuenta, externa: &CuentaExterna) -> bool {
    cuenta.rol == externa.rol && cuenta.nombre == externa.nombre
}

pub(super) async fn vouch(lote: &mut Lote, externa: &CuentaExterna) -> Result<Cuenta, Falla> {
    let conocida = external(lote.conexion(), externa).await?;
    let usuario = format!("{}@{}", externa.sujeto, issuer_host(&externa.emisor));
    sqlx::query(
        "INSERT INTO cuentas (usuario, nombre, rol, emisor, sujeto, creada) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (emisor, sujeto) DO UPDATE SET nombre = excluded.nombre, rol = excluded.rol",
    )
    .bind(&usuario)
    .bind(&externa.nombre)
    .bind(rol_text(externa.rol))
    .bind(&externa.emisor)
    .bind(&externa.sujeto)
    .bind(&externa.cuando)
    .execute(lote.conexion())
    .await?;
    if conocida.as_ref().is_none_or(|cuenta| cuenta.rol != externa.rol) {
        let autor = Autor {
            cuenta: None,
            usuario: externa.emisor.clone(),
            cuando: externa.cuando.clone(),
        };
        let mut hecho = done("cuenta_externa", &usuario, &autor);
        hecho.de = conocida.map(|cuenta| rol_text(cuenta.rol).to_string());
        hecho.a = Some(rol_text(externa.rol).to_string());
        lote.note(hecho).await?;
    }
    external(lote.conexion(), externa)
        .await?
        .ok_or_else(|| Falla::Dato(format!("la cuenta «{usuario}» no quedó guardada")))
}

/// `https://entrada.ejemplo.mx/realms/a` as `entrada.ejemplo.mx/realms/a`.
fn issuer_host(emisor: &str) -> &str {
    let sin_esquema = emisor.split_once("://").map_or(emisor, |(_, resto)| resto);
    sin_esquema.trim_end_matches('/')
}

pub(super) async fn all(conexion: &mut Conexion) -> Result<Vec<Cuenta>, Falla> {
    let consulta = AssertSqlSafe(format!("SELECT {CUENTA} FROM cuentas c ORDER BY c.usuario"));
    let filas = sqlx::query(consulta).fetch_all(conexion).await?;
    filas.iter().map(account).collect()
}

pub(super) async fn credential(conexion: &mut Conexion, usuario: &str) -> Result<Option<Credencial>, Falla> {
    let consulta = AssertSqlSafe(format!(
        "SELECT {CUENTA}, c.contrasena FROM cuentas c WHERE c.usuario = $1"
    ));
    let Some(fila) = sqlx::query(consulta).bind(usuario).fetch_optional(conexion).await? else {
        return Ok(None);
    };
    Ok(Some(Credencial {
        cuenta: account(&fila)?,
        contrasena: fila.try_get("contrasena")?,
    }))
}

async fn end_sessions(lote: &mut Lote, usuario: &str) -> Result<(), Falla> {
    sqlx::query("DELETE FROM sesiones WHERE cuenta = (SELECT id FROM cuentas WHERE usuario = $1)")
        .bind(usuario)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

pub(super) async fn set_password(
    lote: &mut Lote,
    usuario: &str,
    contrasena: &str,
    autor: &Autor,
) -> Result<bool, Falla> {
    let cambiadas = sqlx::query("UPDATE cuentas SET contrasena = $2 WHERE usuario = $1 AND emisor IS NULL")
        .bind(usuario)
        .bind(contrasena)
        .execute(lote.conexion())
        .await?
        .rows_affected();
    if cambiadas == 0 {
        return Ok(false);
    }
    end_sessions(lote, usuario).await?;
    lote.note(done("contrasena_cambiada", usuario, autor)).await?;
    Ok(true)
}

pub(super) async fn activate(lote: &mut Lote, usuario: &str, activa: bool, autor: &Autor) -> Result<bool, Falla> {
    let cambiadas = sqlx::query("UPDATE cuentas SET activa = $2 WHERE usuario = $1")
        .bind(usuario)
        .bind(i64::from(activa))
        .execute(lote.conexion())
        .await?
        .rows_affected();
    if cambiadas == 0 {
        return Ok(false);
    }
    if !activa {
        end_sessions(lote, usuario).await?;
    }
    let accion = if activa {
        "cuenta_activada"
    } else {
        "cuenta_desactivada"
    };
    lote.note(done(accion, usuario, autor)).await?;
    Ok(true)
}

pub(super) async fn close_demo(lote: &mut Lote) -> Result<u64, Falla> {
    sqlx::query("DELETE FROM sesiones WHERE cuenta IN (SELECT id FROM cuentas WHERE demostracion = 1)")
        .execute(lote.conexion())
        .await?;
    let cerradas = sqlx::query("UPDATE cuentas SET activa = 0 WHERE demostracion = 1 AND activa = 1")
        .execute(lote.conexion())
        .await?;
    Ok(cerradas.rows_affected())
}

pub(super) async fn open_session(lote: &mut Lote, nueva: &NuevaSesion) -> Result<(), Falla> {
    if let Some(anterior) = &nueva.anterior {
        close_session(lote, anterior).await?;
    }
    sqlx::query("DELETE FROM sesiones WHERE vence < $1 OR vista < $2")
        .bind(nueva.ahora)
        .bind(nueva.ahora - UN_DIA)
        .execute(lote.conexion())
        .await?;
    sqlx::query("INSERT INTO sesiones (huella, cuenta, vista, vence) VALUES ($1, $2, $3, $4)")
        .bind(&nueva.huella)
        .bind(nueva.cuenta)
        .bind(nueva.ahora)
        .bind(nueva.vence)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

pub(super) async fn session(
    conexion: &mut Conexion,
    huella: &str,
    ahora: i64,
    ocio: i64,
) -> Result<Option<Sesion>, Falla> {
    let consulta = AssertSqlSafe(format!(
        "SELECT {CUENTA}, s.vista FROM sesiones s JOIN cuentas c ON c.id = s.cuenta \
         WHERE s.huella = $1 AND s.vence > $2 AND s.vista > $3 AND c.activa = 1"
    ));
    let fila = sqlx::query(consulta)
        .bind(huella)
        .bind(ahora)
        .bind(ahora - ocio)
        .fetch_optional(conexion)
        .await?;
    let Some(fila) = fila else { return Ok(None) };
    Ok(Some(Sesion {
        cuenta: account(&fila)?,
        vista: fila.try_get("vista")?,
    }))
}

pub(super) async fn touch_session(lote: &mut Lote, huella: &str, ahora: i64) -> Result<(), Falla> {
    sqlx::query("UPDATE sesiones SET vista = $2 WHERE huella = $1 AND vista < $2")
        .bind(huella)
        .bind(ahora)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

pub(super) async fn close_session(lote: &mut Lote, huella: &str) -> Result<(), Falla> {
    sqlx::query("DELETE FROM sesiones WHERE huella = $1")
        .bind(huella)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

/// The attempts under a key that still count, and until when it has to wait.
async fn attempts(lote: &mut Lote, clave: &str, ahora: i64) -> Result<(i64, i64), Falla> {
    let fila = sqlx::query("SELECT fallos, desde, hasta FROM intentos WHERE clave = $1")
        .bind(clave)
        .fetch_optional(lote.conexion())
        .await?;
    let Some(fila) = fila else { return Ok((0, 0)) };
    let (fallos, desde, hasta): (i64, i64, i64) =
        (fila.try_get("fallos")?, fila.try_get("desde")?, fila.try_get("hasta")?);
    if hasta <= ahora && ahora - desde > OLVIDO {
        return Ok((0, 0));
    }
    Ok((fallos, hasta))
}

/// The attempt is counted before the password is looked at: many at once cannot slip through together.
pub(super) async fn attempt(lote: &mut Lote, limites: &[Limite], ahora: i64) -> Result<Option<i64>, Falla> {
    let mut contados = Vec::with_capacity(limites.len());
    let mut espera = 0;
    for limite in limites {
        let (fallos, hasta) = attempts(lote, &limite.clave, ahora).await?;
        espera = espera.max(hasta - ahora);
        contados.push(fallos + 1);
    }
    if espera > 0 {
        return Ok(Some(espera));
    }
    for (limite, fallos) in limites.iter().zip(contados) {
        count_attempt(lote, limite, fallos, ahora).await?;
    }
    Ok(None)
}

async fn count_attempt(lote: &mut Lote, limite: &Limite, fallos: i64, ahora: i64) -> Result<(), Falla> {
    let hasta = match fallos - limite.libres {
        de_mas if de_mas < 0 => 0,
        de_mas => ahora + (PRIMERA_ESPERA << de_mas.min(10)).min(ESPERA_MAXIMA),
    };
    sqlx::query(
        "INSERT INTO intentos (clave, fallos, desde, hasta) VALUES ($1, $2, $3, $4) ON CONFLICT (clave) \
         DO UPDATE SET fallos = excluded.fallos, desde = excluded.desde, hasta = excluded.hasta",
    )
    .bind(&limite.clave)
    .bind(fallos)
    .bind(ahora)
    .bind(hasta)
    .execute(lote.conexion())
    .await?;
    sqlx::query("DELETE FROM intentos WHERE desde < $1")
        .bind(ahora - UN_DIA)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

pub(super) async fn forgive(lote: &mut Lote, cuenta: &str, direccion: &str) -> Result<(), Falla> {
    sqlx::query("DELETE FROM intentos WHERE clave = $1")
        .bind(cuenta)
        .execute(lote.conexion())
        .await?;
    sqlx::query("UPDATE intentos SET fallos = fallos - 1, hasta = 0 WHERE clave = $1 AND fallos > 0")
        .bind(direccion)
        .execute(lote.conexion())
        .await?;
    Ok(())
}
