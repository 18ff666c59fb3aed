//! Receiving: the trámite, its version, its folio, its documents and the audit record, in one transaction.

use super::{Base, Falla, Hecho, Lote, NuevaVersion, NuevoTramite, Recepcion, Version};
use crate::recepcion;
use sqlx::{QueryBuilder, Row};
use std::collections::{BTreeMap, HashMap};

type Consulta = QueryBuilder<Base>;

/// Receives new trámites, all with the same few statements; gives what became of each.
pub(super) async fn receive_all(lote: &mut Lote, nuevos: &[&NuevoTramite]) -> Result<Vec<Recepcion>, Falla> {
    let previas = earlier_all(lote, nuevos).await?;
    let primeros = first_of_each(nuevos, &previas);
    let folios = take_folios(lote, &primeros).await?;
    let recibos = keep_all(lote, &primeros, &folios).await?;
    let por_uuid: HashMap<&str, (usize, &str, &str)> = primeros
        .iter()
        .zip(&recibos)
        .map(|((lugar, nuevo), recibo)| {
            (
                nuevo.uuid.as_str(),
                (*lugar, nuevo.version.huella.as_str(), recibo.as_str()),
            )
        })
        .collect();
    Ok(nuevos
        .iter()
        .enumerate()
        .map(
            |(lugar, nuevo)| match (previas.get(&nuevo.uuid), por_uuid.get(nuevo.uuid.as_str())) {
                (Some((huella, recibo)), _) => repeated(nuevo, huella, recibo),
                (None, Some((primero, _, recibo))) if *primero == lugar => Recepcion::Nueva((*recibo).to_string()),
                (None, Some((_, huella, recibo))) => repeated(nuevo, huella, recibo),
                (None, None) => Recepcion::NoEsta,
            },
        )
        .collect())
}

/// What something is that came under an identifier that was taken.
fn repeated(nuevo: &NuevoTramite, huella: &str, recibo: &str) -> Recepcion {
    if nuevo.version.huella == huella {
        Recepcion::Repetida(recibo.to_string())
    } else {
        Recepcion::Distinta
    }
}

/// Fingerprint and receipt of the first versions that were received before.
async fn earlier_all(lote: &mut Lote, nuevos: &[&NuevoTramite]) -> Result<HashMap<String, (String, String)>, Falla> {
    let mut consulta = Consulta::new("SELECT uuid, huella, recibo FROM versiones WHERE version = 1 AND uuid IN (");
    let mut lista = consulta.separated(", ");
    for nuevo in nuevos {
        lista.push_bind(&nuevo.uuid);
    }
    consulta.push(")");
    let filas = consulta
        .build()
        .persistent(nuevos.len() == 1)
        .fetch_all(lote.conexion())
        .await?;
    filas
        .iter()
        .map(|fila| {
            Ok((
                fila.try_get("uuid")?,
                (fila.try_get("huella")?, fila.try_get("recibo")?),
            ))
        })
        .collect()
}

/// The first of each identifier that was not received before, with its place.
fn first_of_each<'n>(
    nuevos: &[&'n NuevoTramite],
    previas: &HashMap<String, (String, String)>,
) -> Vec<(usize, &'n NuevoTramite)> {
    let mut vistos = std::collections::HashSet::new();
    nuevos
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, nuevo)| !previas.contains_key(&nuevo.uuid) && vistos.insert(nuevo.uuid.as_str()))
        .collect()
}

/// A folio for each, consecutive within its year.
async fn take_folios(lote: &mut Lote, primeros: &[(usize, &NuevoTramite)]) -> Result<Vec<String>, Falla> {
    let mut siguientes: BTreeMap<i32, i64> = BTreeMap::new();
    for (_, nuevo) in primeros {
        *siguientes.entry(nuevo.anio).or_default() += 1;
    }
    for (anio, cuantos) in &mut siguientes {
        let ultimo: i64 = sqlx::query_scalar(
            "INSERT INTO folios (anio, ultimo) VALUES ($1, $2) ON CONFLICT (anio) \
             DO UPDATE SET ultimo = folios.ultimo + excluded.ultimo RETURNING ultimo",
        )
        .bind(i64::from(*anio))
        .bind(*cuantos)
        .fetch_one(lote.conexion())
        .await?;
        *cuantos = ultimo - *cuantos + 1;
    }
    Ok(primeros
        .iter()
        .map(|(_, nuevo)| {
            let siguiente = siguientes.entry(nuevo.anio).or_default();
            let folio = recepcion::compose_folio(nuevo.anio, u64::try_from(*siguiente).unwrap_or_default());
            *siguiente += 1;
            folio
        })
        .collect())
}

/// Writes trámites, first versions, documents and audit records, and gives the receipts.
async fn keep_all(
    lote: &mut Lote,
    primeros: &[(usize, &NuevoTramite)],
    folios: &[String],
) -> Result<Vec<String>, Falla> {
    if primeros.is_empty() {
        return Ok(Vec::new());
    }
    insert_tramites(lote, primeros, folios).await?;
    let (mut recibos, mut hechos) = (Vec::with_capacity(folios.len()), Vec::with_capacity(folios.len()));
    for ((_, nuevo), folio) in primeros.iter().zip(folios) {
        recibos.push(receipt(&nuevo.version, folio)?);
        hechos.push(received(&nuevo.uuid, &nuevo.version, 1, None, folio));
    }
    let versiones: Vec<Guardada<'_>> = primeros
        .iter()
        .zip(&recibos)
        .map(|((_, nuevo), recibo)| Guardada {
            uuid: &nuevo.uuid,
            numero: 1,
            version: &nuevo.version,
            recibo,
        })
        .collect();
    insert_versions(lote, &versiones).await?;
    insert_documents(lote, &versiones).await?;
    lote.note_all(hechos).await?;
    Ok(recibos)
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

async fn insert_tramites(lote: &mut Lote, primeros: &[(usize, &NuevoTramite)], folios: &[String]) -> Result<(), Falla> {
    // Its place in the queue is that of its audit record.
    let anterior = lote.head().await?.0;
    let mut consulta = Consulta::new(
        "INSERT INTO tramites (uuid, orden, folio, tramite, estado, version, recibido, vence, nombre, rfc, nss, \
         registro_patronal, busqueda, capturo) ",
    );
    let filas = primeros.iter().zip(folios).zip(anterior + 1..);
    consulta.push_values(filas, |mut fila, (((_, nuevo), folio), orden)| {
        let (version, indice) = (&nuevo.version, &nuevo.version.indice);
        fila.push_bind(&nuevo.uuid)
            .push_bind(orden)
            .push_bind(folio)
            .push_bind(&nuevo.tramite);
        fila.push_bind(recepcion::INICIAL)
            .push_bind(1_i64)
            .push_bind(&version.recibo.recibido);
        fila.push_bind(&version.vence)
            .push_bind(&indice.nombre)
            .push_bind(&indice.rfc)
            .push_bind(&indice.nss);
        fila.push_bind(&indice.registro_patronal)
            .push_bind(&indice.busqueda)
            .push_bind(version.cuenta);
    });
    consulta
        .build()
        .persistent(folios.len() == 1)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

/// A version with what goes beside it.
struct Guardada<'v> {
    uuid: &'v str,
    numero: i64,
    version: &'v Version,
    recibo: &'v str,
}

async fn insert_versions(lote: &mut Lote, versiones: &[Guardada<'_>]) -> Result<(), Falla> {
    let mut consulta = Consulta::new(
        "INSERT INTO versiones (uuid, version, recibido, cuenta, huella, formato, normativa, contenido, dictamen, \
         recibo) ",
    );
    consulta.push_values(versiones, |mut fila, guardada| {
        let version = guardada.version;
        fila.push_bind(guardada.uuid)
            .push_bind(guardada.numero)
            .push_bind(&version.recibo.recibido);
        fila.push_bind(version.cuenta)
            .push_bind(&version.huella)
            .push_bind(i64::from(version.formato));
        fila.push_bind(&version.normativa).push_bind(&version.contenido);
        fila.push_bind(&version.dictamen).push_bind(guardada.recibo);
    });
    consulta
        .build()
        .persistent(versiones.len() == 1)
        .execute(lote.conexion())
        .await?;
    Ok(())
}

/// Rows in one statement: SQLite takes 32,766 values in one.
const DOCUMENTOS_A_LA_VEZ: usize = 4000;

async fn insert_documents(lote: &mut Lote, versiones: &[Guardada<'_>]) -> Result<(), Falla> {
    let documentos: Vec<(&str, i64, &(String, String))> = versiones
        .iter()
        .flat_map(|guardada| {
            (0_i64..)
                .zip(&guardada.version.documentos)
                .map(|(lugar, uno)| (guardada.uuid, lugar, uno))
        })
        .collect();
    for algunos in documentos.chunks(DOCUMENTOS_A_LA_VEZ) {
        let mut consulta = Consulta::new("INSERT INTO documentos (uuid, posicion, clave, titulo) ");
        consulta.push_values(algunos, |mut fila, (uuid, lugar, (clave, titulo))| {
            fila.push_bind(*uuid)
                .push_bind(*lugar)
                .push_bind(clave)
                .push_bind(titulo);
        });
        consulta.build().persistent(false).execute(lote.conexion()).await?;
    }
    Ok(())
}

/// The receipt, with its folio.
fn receipt(version: &Version, folio: &str) -> Result<String, Falla> {
    let mut recibo = version.recibo.clone();
    recibo.folio = folio.to_string();
    serde_json::to_string(&recibo).map_err(|error| Falla::Dato(error.to_string()))
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
    let recibo = receipt(&nueva.version, &folio)?;
    let guardada = [Guardada {
        uuid: &nueva.uuid,
        numero: nueva.numero,
        version: &nueva.version,
        recibo: &recibo,
    }];
    insert_versions(lote, &guardada).await?;
    insert_documents(lote, &guardada).await?;
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
