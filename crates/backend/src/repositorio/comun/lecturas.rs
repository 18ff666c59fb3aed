//! What is read of the trámites and of the audit log.

use super::super::super::estado;
use super::filas::{DE_TRAMITES, TRAMITE, owner, tramite};
use super::{
    Alcance, Asiento, Base, Busqueda, Conexion, DocumentoVisto, Estado, Expediente, Falla, Fila, Filtro, Hecho,
    Recibidas, Suceso, Tramite, VersionGuardada, VersionRecibida,
};
use crate::recepcion::estado_text;
use sqlx::{QueryBuilder, Row};

type Consulta = QueryBuilder<Base>;

/// After every text that begins with a prefix.
const FIN: char = '\u{10ffff}';

pub(super) async fn received(conexion: &mut Conexion, uuid: &str) -> Result<Option<Recibidas>, Falla> {
    let filas = sqlx::query(
        "SELECT t.capturo, t.patron, t.rfc, t.registro_patronal, t.estado, t.tramite, v.version, v.huella, v.recibo \
         FROM tramites t JOIN versiones v ON v.uuid = t.uuid WHERE t.uuid = $1 ORDER BY v.version",
    )
    .bind(uuid)
    .fetch_all(conexion)
    .await?;
    let Some(primera) = filas.first() else { return Ok(None) };
    let versiones = filas
        .iter()
        .map(|fila| {
            Ok((
                fila.try_get("version")?,
                fila.try_get("huella")?,
                fila.try_get("recibo")?,
            ))
        })
        .collect::<Result<_, Falla>>()?;
    Ok(Some(Recibidas {
        dueno: owner(primera)?,
        estado: estado(primera.try_get("estado")?)?,
        tramite: primera.try_get("tramite")?,
        versiones,
    }))
}

pub(super) async fn list(conexion: &mut Conexion, filtro: &Filtro) -> Result<Vec<Tramite>, Falla> {
    let mut consulta = Consulta::new(format!("SELECT {TRAMITE} {DE_TRAMITES}"));
    conditions(&mut consulta, filtro, true);
    if let Some(orden) = filtro.antes_de {
        consulta.push(" AND t.orden < ").push_bind(orden);
    }
    consulta.push(" ORDER BY t.orden DESC LIMIT ").push_bind(filtro.limite);
    let filas = consulta.build().fetch_all(conexion).await?;
    filas.iter().map(tramite).collect()
}

pub(super) async fn count(conexion: &mut Conexion, filtro: &Filtro) -> Result<Vec<(Estado, i64)>, Falla> {
    let mut consulta = Consulta::new("SELECT t.estado, COUNT(*) AS cuantos FROM tramites t");
    conditions(&mut consulta, filtro, false);
    consulta.push(" GROUP BY t.estado");
    let filas = consulta.build().fetch_all(conexion).await?;
    filas
        .iter()
        .map(|fila| Ok((estado(fila.try_get("estado")?)?, fila.try_get("cuantos")?)))
        .collect()
}

fn conditions(consulta: &mut Consulta, filtro: &Filtro, con_estado: bool) {
    consulta.push(" WHERE 1 = 1");
    within(consulta, &filtro.alcance);
    if let (true, Some(estado)) = (con_estado, filtro.estado) {
        consulta.push(" AND t.estado = ").push_bind(estado_text(estado));
    }
    if let Some(clave) = &filtro.tramite {
        consulta.push(" AND t.tramite = ").push_bind(clave.clone());
    }
    if let Some(busqueda) = &filtro.busqueda {
        matching(consulta, busqueda);
    }
}

/// Only what the account may see.
fn within(consulta: &mut Consulta, alcance: &Alcance) {
    let Alcance::Propio { cuenta, rfc, registros } = alcance else {
        return;
    };
    consulta.push(" AND (t.capturo = ").push_bind(*cuenta);
    consulta.push(" OR t.patron = ").push_bind(*cuenta);
    for uno in rfc {
        consulta.push(" OR t.rfc = ").push_bind(uno.clone());
    }
    for uno in registros {
        consulta.push(" OR t.registro_patronal = ").push_bind(uno.clone());
    }
    consulta.push(")");
}

fn matching(consulta: &mut Consulta, busqueda: &Busqueda) {
    if busqueda.identificador.is_empty() {
        // Nothing but punctuation: nothing is called that.
        consulta.push(" AND 1 = 0");
        return;
    }
    consulta.push(" AND (");
    prefixed(consulta, "t.folio", &busqueda.folio);
    for columna in ["t.rfc", "t.nss", "t.registro_patronal"] {
        consulta.push(" OR ");
        prefixed(consulta, columna, &busqueda.identificador);
    }
    if !busqueda.palabras.is_empty() {
        consulta.push(" OR (1 = 1");
        for palabra in &busqueda.palabras {
            consulta.push(" AND t.busqueda LIKE ").push_bind(beginning(palabra));
            consulta.push(" ESCAPE '!'");
        }
        consulta.push(")");
    }
    consulta.push(")");
}

/// The column begins with the text, said so that an index can answer.
fn prefixed(consulta: &mut Consulta, columna: &str, texto: &str) {
    consulta
        .push(format_args!("({columna} >= "))
        .push_bind(texto.to_string());
    consulta
        .push(format_args!(" AND {columna} < "))
        .push_bind(format!("{texto}{FIN}"))
        .push(")");
}

/// A pattern for texts that have a word beginning like this one.
fn beginning(palabra: &str) -> String {
    let mut patron = String::from("% ");
    for letra in palabra.chars() {
        if matches!(letra, '%' | '_' | '!') {
            patron.push('!');
        }
        patron.push(letra);
    }
    patron.push('%');
    patron
}

pub(super) async fn file(conexion: &mut Conexion, uuid: &str, alcance: &Alcance) -> Result<Option<Expediente>, Falla> {
    let mut consulta = Consulta::new(format!(
        "SELECT {TRAMITE}, v.huella, v.contenido, v.dictamen {DE_TRAMITES} \
         JOIN versiones v ON v.uuid = t.uuid AND v.version = t.version WHERE t.uuid = "
    ));
    consulta.push_bind(uuid.to_string());
    within(&mut consulta, alcance);
    let Some(fila) = consulta.build().fetch_optional(&mut *conexion).await? else {
        return Ok(None);
    };
    Ok(Some(Expediente {
        tramite: tramite(&fila)?,
        huella: fila.try_get("huella")?,
        contenido: fila.try_get("contenido")?,
        dictamen: fila.try_get("dictamen")?,
        documentos: documents(conexion, uuid).await?,
        historia: history(conexion, uuid).await?,
        versiones: versions(conexion, uuid).await?,
    }))
}

async fn documents(conexion: &mut Conexion, uuid: &str) -> Result<Vec<DocumentoVisto>, Falla> {
    let filas =
        sqlx::query("SELECT clave, titulo, cotejado, por, cuando FROM documentos WHERE uuid = $1 ORDER BY posicion")
            .bind(uuid)
            .fetch_all(conexion)
            .await?;
    filas
        .iter()
        .map(|fila| {
            Ok(DocumentoVisto {
                clave: fila.try_get("clave")?,
                titulo: fila.try_get("titulo")?,
                cotejado: fila.try_get::<i64, _>("cotejado")? != 0,
                por: fila.try_get("por")?,
                cuando: fila.try_get("cuando")?,
            })
        })
        .collect()
}

async fn history(conexion: &mut Conexion, uuid: &str) -> Result<Vec<Suceso>, Falla> {
    let filas = sqlx::query("SELECT cuando, quien, accion, de, a, motivo FROM bitacora WHERE uuid = $1 ORDER BY seq")
        .bind(uuid)
        .fetch_all(conexion)
        .await?;
    filas
        .iter()
        .map(|fila| {
            Ok(Suceso {
                cuando: fila.try_get("cuando")?,
                quien: fila.try_get("quien")?,
                accion: fila.try_get("accion")?,
                de: fila.try_get("de")?,
                a: fila.try_get("a")?,
                motivo: fila.try_get("motivo")?,
            })
        })
        .collect()
}

async fn versions(conexion: &mut Conexion, uuid: &str) -> Result<Vec<VersionRecibida>, Falla> {
    let filas = sqlx::query("SELECT version, recibido, huella FROM versiones WHERE uuid = $1 ORDER BY version")
        .bind(uuid)
        .fetch_all(conexion)
        .await?;
    filas
        .iter()
        .map(|fila| {
            Ok(VersionRecibida {
                version: fila.try_get("version")?,
                recibido: fila.try_get("recibido")?,
                huella: fila.try_get("huella")?,
            })
        })
        .collect()
}

pub(super) async fn records(conexion: &mut Conexion, seq: i64, limite: i64) -> Result<Vec<Asiento>, Falla> {
    let filas = sqlx::query(
        "SELECT b.seq, b.cuando, b.cuenta, b.quien, b.accion, b.uuid, b.version, b.de, b.a, b.motivo, \
         b.huella_contenido, b.huella_anterior, b.huella, v.huella AS guardada \
         FROM bitacora b LEFT JOIN versiones v ON v.uuid = b.uuid AND v.version = b.version \
         WHERE b.seq > $1 ORDER BY b.seq LIMIT $2",
    )
    .bind(seq)
    .bind(limite)
    .fetch_all(conexion)
    .await?;
    filas.iter().map(record).collect()
}

fn record(fila: &Fila) -> Result<Asiento, Falla> {
    let guardada: Option<String> = fila.try_get("guardada")?;
    Ok(Asiento {
        sin_version: fila.try_get::<Option<i64>, _>("version")?.is_some() && guardada.is_none(),
        seq: fila.try_get("seq")?,
        hecho: Hecho {
            cuando: fila.try_get("cuando")?,
            cuenta: fila.try_get("cuenta")?,
            quien: fila.try_get("quien")?,
            accion: fila.try_get("accion")?,
            uuid: fila.try_get("uuid")?,
            version: fila.try_get("version")?,
            de: fila.try_get("de")?,
            a: fila.try_get("a")?,
            motivo: fila.try_get("motivo")?,
            huella_contenido: fila.try_get("huella_contenido")?,
        },
        huella_anterior: fila.try_get("huella_anterior")?,
        huella: fila.try_get("huella")?,
    })
}

pub(super) async fn fingerprints(
    conexion: &mut Conexion,
    (uuid, version): &(String, i64),
    limite: i64,
) -> Result<Vec<VersionGuardada>, Falla> {
    let filas = sqlx::query(
        "SELECT v.uuid, v.version, v.formato, v.contenido, v.huella, t.tramite, t.folio, t.estado, \
         r.huella_contenido, r.motivo AS folio_en_bitacora, (SELECT b.a FROM bitacora b WHERE b.uuid = v.uuid \
         AND b.a IS NOT NULL ORDER BY b.seq DESC LIMIT 1) AS estado_en_bitacora \
         FROM versiones v JOIN tramites t ON t.uuid = v.uuid \
         LEFT JOIN bitacora r ON r.uuid = v.uuid AND r.version = v.version AND r.accion = 'recibido' \
         WHERE v.uuid > $1 OR (v.uuid = $1 AND v.version > $2) ORDER BY v.uuid, v.version LIMIT $3",
    )
    .bind(uuid)
    .bind(*version)
    .bind(limite)
    .fetch_all(conexion)
    .await?;
    filas.iter().map(kept_version).collect()
}

fn kept_version(fila: &Fila) -> Result<VersionGuardada, Falla> {
    Ok(VersionGuardada {
        uuid: fila.try_get("uuid")?,
        version: fila.try_get("version")?,
        tramite: fila.try_get("tramite")?,
        formato: fila.try_get("formato")?,
        contenido: fila.try_get("contenido")?,
        huella: fila.try_get("huella")?,
        huella_en_bitacora: fila.try_get("huella_contenido")?,
        folio: fila.try_get("folio")?,
        folio_en_bitacora: fila.try_get("folio_en_bitacora")?,
        estado: fila.try_get("estado")?,
        estado_en_bitacora: fila.try_get("estado_en_bitacora")?,
    })
}
