//! What happens to a trámite after it was received.

use super::{Autor, Falla, Hecho, Ligado, Lote, Movido, Movimiento};
use crate::recepcion::Rol;
use crate::recepcion::{estado_text, rol_text};
use sqlx::Row;

/// The record of something done to a trámite.
fn done(accion: &str, uuid: &str, version: i64, autor: &Autor) -> Hecho {
    Hecho {
        cuando: autor.cuando.clone(),
        cuenta: autor.cuenta,
        quien: autor.usuario.clone(),
        accion: accion.to_string(),
        uuid: Some(uuid.to_string()),
        version: Some(version),
        ..Hecho::default()
    }
}

/// State and version as they stand.
async fn present(lote: &mut Lote, uuid: &str) -> Result<Option<(String, i64)>, Falla> {
    let fila = sqlx::query("SELECT estado, version FROM tramites WHERE uuid = $1")
        .bind(uuid)
        .fetch_optional(lote.conexion())
        .await?;
    let Some(fila) = fila else { return Ok(None) };
    Ok(Some((fila.try_get("estado")?, fila.try_get("version")?)))
}

pub(super) async fn advance(lote: &mut Lote, movimiento: &Movimiento) -> Result<Movido, Falla> {
    let Some((estado, version)) = present(lote, &movimiento.uuid).await? else {
        return Ok(Movido::NoEsta);
    };
    if estado != estado_text(movimiento.de) || version != movimiento.version {
        return Ok(Movido::Adelantado);
    }
    sqlx::query("UPDATE tramites SET estado = $2 WHERE uuid = $1")
        .bind(&movimiento.uuid)
        .bind(estado_text(movimiento.a))
        .execute(lote.conexion())
        .await?;
    let mut hecho = done("estado", &movimiento.uuid, version, &movimiento.autor);
    hecho.de = Some(estado);
    hecho.a = Some(estado_text(movimiento.a).to_string());
    hecho.motivo = movimiento.motivo.clone();
    lote.note(hecho).await?;
    Ok(Movido::Hecho)
}

pub(super) async fn check_document(
    lote: &mut Lote,
    uuid: &str,
    clave: &str,
    cotejado: bool,
    autor: &Autor,
) -> Result<bool, Falla> {
    let Some((_, version)) = present(lote, uuid).await? else {
        return Ok(false);
    };
    let visto = sqlx::query("SELECT cotejado FROM documentos WHERE uuid = $1 AND clave = $2")
        .bind(uuid)
        .bind(clave)
        .fetch_optional(lote.conexion())
        .await?;
    let Some(visto) = visto else { return Ok(false) };
    if (visto.try_get::<i64, _>("cotejado")? != 0) == cotejado {
        return Ok(true);
    }
    sqlx::query("UPDATE documentos SET cotejado = $3, por = $4, cuando = $5 WHERE uuid = $1 AND clave = $2")
        .bind(uuid)
        .bind(clave)
        .bind(i64::from(cotejado))
        .bind(cotejado.then_some(&autor.usuario))
        .bind(cotejado.then_some(&autor.cuando))
        .execute(lote.conexion())
        .await?;
    let accion = if cotejado { "cotejado" } else { "sin_cotejar" };
    let mut hecho = done(accion, uuid, version, autor);
    hecho.motivo = clave.to_string();
    lote.note(hecho).await?;
    Ok(true)
}

pub(super) async fn link(lote: &mut Lote, uuid: &str, usuario: &str, autor: &Autor) -> Result<Ligado, Falla> {
    let Some((_, version)) = present(lote, uuid).await? else {
        return Ok(Ligado::NoEsta);
    };
    let cuenta: Option<i64> =
        sqlx::query_scalar("SELECT id FROM cuentas WHERE usuario = $1 AND rol = $2 AND activa = 1")
            .bind(usuario)
            .bind(rol_text(Rol::Patron))
            .fetch_optional(lote.conexion())
            .await?;
    let Some(cuenta) = cuenta else {
        return Ok(Ligado::SinCuenta);
    };
    sqlx::query("UPDATE tramites SET patron = $2 WHERE uuid = $1")
        .bind(uuid)
        .bind(cuenta)
        .execute(lote.conexion())
        .await?;
    let mut hecho = done("ligado", uuid, version, autor);
    hecho.motivo = usuario.to_string();
    lote.note(hecho).await?;
    Ok(Ligado::Hecho)
}
