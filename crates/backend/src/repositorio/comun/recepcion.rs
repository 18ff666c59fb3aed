//! Receiving: the trámite, its version, its folio, its documents and the audit record, in one transaction.

use super::{Falla, Hecho, Lote, NuevaVersion, NuevoTramite, Recepcion, Version};
use crate::recepcion;
use sqlx::Row;

pub(super) async fn receive(lote: &mut Lote, nuevo: NuevoTramite) -> Result<Recepcion, Falla> {
    if let Some(previa) = earlier(lote, &nuevo.uuid, 1, &nuevo.version.huella).await? {
        return Ok(previa);
    }
    let consecutivo: i64 = sqlx::query_scalar(
        "INSERT INTO folios (anio, ultimo) VALUES ($1, 1) ON CONFLICT (anio) DO UPDATE SET ultimo = folios.ultimo + 1 \
         RETURNING ultimo",
    )
    .bind(i64::from(nuevo.anio))
    .fetch_one(lote.conexion())
    .await?;
    let folio = recepcion::compose_folio(nuevo.anio, u64::try_from(consecutivo).unwrap_or_default());
    let orden = lote.head().await?.0 + 1;
    insert_tramite(lote, &nuevo, &folio, orden).await?;
    let hecho = received(&nuevo.uuid, &nuevo.version, 1, None, &folio);
    let recibo = keep_version(lote, &nuevo.uuid, nuevo.version, 1, folio).await?;
    lote.note(hecho).await?;
    Ok(Recepcion::Nueva(recibo))
}

/// What the same identifier and version were received with before.
async fn earlier(lote: &mut Lote, uuid: &str, numero: i64, huella: &str) -> Result<Option<Recepcion>, Falla> {
    let fila = sqlx::query("SELECT huella, recibo FROM versiones WHERE uuid = $1 AND version = $2")
        .bind(uuid)
        .bind(numero)
        .fetch_optional(lote.conexion())
        .await?;
    let Some(fila) = fila else { return Ok(None) };
    if fila.try_get::<&str, _>("huella")? != huella {
        return Ok(Some(Recepcion::Distinta));
    }
    Ok(Some(Recepcion::Repetida(fila.try_get("recibo")?)))
}

async fn insert_tramite(lote: &mut Lote, nuevo: &NuevoTramite, folio: &str, orden: i64) -> Result<(), Falla> {
    let (version, indice) = (&nuevo.version, &nuevo.version.indice);
    sqlx::query(
        "INSERT INTO tramites (uuid, orden, folio, tramite, estado, version, recibido, vence, nombre, rfc, nss, \
         registro_patronal, busqueda, capturo) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(&nuevo.uuid)
    .bind(orden)
    .bind(folio)
    .bind(&nuevo.tramite)
    .bind(recepcion::INICIAL)
    .bind(&version.recibo.recibido)
    .bind(&version.vence)
    .bind(&indice.nombre)
    .bind(&indice.rfc)
    .bind(&indice.nss)
    .bind(&indice.registro_patronal)
    .bind(&indice.busqueda)
    .bind(version.cuenta)
    .execute(lote.conexion())
    .await?;
    Ok(())
}

/// The record of a version received. The folio goes in it, so that it cannot be changed afterwards either.
fn received(uuid: &str, version: &Version, numero: i64, de: Option<String>, folio: &str) -> Hecho {
    Hecho {
        cuando: version.autor.cuando.clone(),
        cuenta: version.autor.cuenta,
        quien: version.autor.usuario.clone(),
        accion: "recibido".to_string(),
        uuid: Some(uuid.to_string()),
        version: Some(numero),
        de,
        a: Some(recepcion::INICIAL.to_string()),
        motivo: folio.to_string(),
        huella_contenido: Some(version.huella.clone()),
    }
}

/// Keeps the version and its documents, and gives its receipt.
async fn keep_version(
    lote: &mut Lote,
    uuid: &str,
    mut version: Version,
    numero: i64,
    folio: String,
) -> Result<String, Falla> {
    version.recibo.folio = folio;
    let recibo = serde_json::to_string(&version.recibo).map_err(|error| Falla::Dato(error.to_string()))?;
    sqlx::query(
        "INSERT INTO versiones (uuid, version, recibido, cuenta, huella, formato, normativa, contenido, dictamen, \
         recibo) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(uuid)
    .bind(numero)
    .bind(&version.recibo.recibido)
    .bind(version.cuenta)
    .bind(&version.huella)
    .bind(i64::from(version.formato))
    .bind(&version.normativa)
    .bind(&version.contenido)
    .bind(&version.dictamen)
    .bind(&recibo)
    .execute(lote.conexion())
    .await?;
    for (posicion, (clave, titulo)) in (0_i64..).zip(&version.documentos) {
        sqlx::query("INSERT INTO documentos (uuid, clave, posicion, titulo) VALUES ($1, $2, $3, $4)")
            .bind(uuid)
            .bind(clave)
            .bind(posicion)
            .bind(titulo)
            .execute(lote.conexion())
            .await?;
    }
    Ok(recibo)
}

pub(super) async fn amend(lote: &mut Lote, nueva: NuevaVersion) -> Result<Recepcion, Falla> {
    if let Some(previa) = earlier(lote, &nueva.uuid, nueva.numero, &nueva.version.huella).await? {
        return Ok(previa);
    }
    let fila = sqlx::query("SELECT folio, estado, version FROM tramites WHERE uuid = $1")
        .bind(&nueva.uuid)
        .fetch_optional(lote.conexion())
        .await?;
    let Some(fila) = fila else {
        return Ok(Recepcion::NoEsta);
    };
    let (folio, estado): (String, String) = (fila.try_get("folio")?, fila.try_get("estado")?);
    if estado != recepcion::PREVENIDO || fila.try_get::<i64, _>("version")? + 1 != nueva.numero {
        return Ok(Recepcion::NoProcede);
    }
    update_tramite(lote, &nueva).await?;
    // The documents of the new version are to be seen again: they may be other papers under the same name.
    sqlx::query("DELETE FROM documentos WHERE uuid = $1")
        .bind(&nueva.uuid)
        .execute(lote.conexion())
        .await?;
    let hecho = received(&nueva.uuid, &nueva.version, nueva.numero, Some(estado), &folio);
    let recibo = keep_version(lote, &nueva.uuid, nueva.version, nueva.numero, folio).await?;
    lote.note(hecho).await?;
    Ok(Recepcion::Nueva(recibo))
}

async fn update_tramite(lote: &mut Lote, nueva: &NuevaVersion) -> Result<(), Falla> {
    let indice = &nueva.version.indice;
    sqlx::query(
        "UPDATE tramites SET estado = $2, version = $3, vence = $4, nombre = $5, rfc = $6, nss = $7, \
         registro_patronal = $8, busqueda = $9 WHERE uuid = $1",
    )
    .bind(&nueva.uuid)
    .bind(recepcion::INICIAL)
    .bind(nueva.numero)
    .bind(&nueva.version.vence)
    .bind(&indice.nombre)
    .bind(&indice.rfc)
    .bind(&indice.nss)
    .bind(&indice.registro_patronal)
    .bind(&indice.busqueda)
    .execute(lote.conexion())
    .await?;
    Ok(())
}
