//! The audit log: each record carries the fingerprint of the one before, so that nothing can be changed, taken out or
//! put in between without breaking the chain. `ventanilla verificar` walks it.

use crate::huella::sha256_hex;
use crate::recepcion;
use crate::repositorio::{Asiento, Falla, Hecho, Repositorio, VersionGuardada};

/// What the first record has as the fingerprint before it.
pub const ORIGEN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Records and versions that are read at once.
const TRAMO: i64 = 1000;

/// The record that follows `anterior`, which has the fingerprint `huella_anterior`.
pub fn chain(anterior: i64, huella_anterior: String, hecho: Hecho) -> Asiento {
    let seq = anterior + 1;
    let huella = fingerprint(seq, &huella_anterior, &hecho);
    Asiento {
        seq,
        hecho,
        huella_anterior,
        huella,
        sin_version: false,
    }
}

/// SHA-256 of the record's fields as a JSON array: no two different records are written alike.
fn fingerprint(seq: i64, anterior: &str, hecho: &Hecho) -> String {
    let campos = serde_json::json!([
        seq,
        hecho.cuando,
        hecho.cuenta,
        hecho.quien,
        hecho.accion,
        hecho.uuid,
        hecho.version,
        hecho.de,
        hecho.a,
        hecho.motivo,
        hecho.huella_contenido,
        anterior,
    ]);
    sha256_hex(campos.to_string().as_bytes())
}

/// What a walk over everything found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verificacion {
    /// Records walked.
    pub asientos: u64,
    /// Versions walked.
    pub versiones: u64,
    /// Fingerprint of the last record: whoever keeps it elsewhere can prove that the end was not cut off.
    pub ultima: String,
    /// The first broken link, in Spanish.
    pub rota: Option<String>,
}

/// Walks the chain and the fingerprints of all versions, up to the first broken link.
///
/// # Errors
/// When the database cannot be read.
pub async fn verify(repositorio: &dyn Repositorio) -> Result<Verificacion, Falla> {
    let mut verificacion = Verificacion {
        ultima: ORIGEN.to_string(),
        ..Verificacion::default()
    };
    walk_chain(repositorio, &mut verificacion).await?;
    if verificacion.rota.is_none() {
        walk_versions(repositorio, &mut verificacion).await?;
    }
    Ok(verificacion)
}

async fn walk_chain(repositorio: &dyn Repositorio, verificacion: &mut Verificacion) -> Result<(), Falla> {
    let mut seq = 0;
    loop {
        let tramo = repositorio.asientos(seq, TRAMO).await?;
        if tramo.is_empty() {
            return Ok(());
        }
        for asiento in tramo {
            if let Some(rota) = broken_link(seq, &verificacion.ultima, &asiento) {
                verificacion.rota = Some(rota);
                return Ok(());
            }
            seq = asiento.seq;
            verificacion.ultima = asiento.huella;
            verificacion.asientos += 1;
        }
    }
}

fn broken_link(anterior: i64, huella_anterior: &str, asiento: &Asiento) -> Option<String> {
    let seq = asiento.seq;
    if seq != anterior + 1 {
        return Some(format!("bitácora: falta el asiento {}", anterior + 1));
    }
    if asiento.huella_anterior != huella_anterior {
        return Some(format!(
            "bitácora: el asiento {seq} no continúa al {anterior}; alguno de los dos fue cambiado"
        ));
    }
    if asiento.huella != fingerprint(seq, huella_anterior, &asiento.hecho) {
        return Some(format!("bitácora: el asiento {seq} fue cambiado después de escribirse"));
    }
    if asiento.sin_version {
        let uuid = asiento.hecho.uuid.as_deref().unwrap_or_default();
        return Some(format!(
            "bitácora: el asiento {seq} habla de una versión del trámite {uuid} que ya no está"
        ));
    }
    None
}

async fn walk_versions(repositorio: &dyn Repositorio, verificacion: &mut Verificacion) -> Result<(), Falla> {
    let mut despues = (String::new(), 0);
    loop {
        let tramo = repositorio.huellas(despues.clone(), TRAMO).await?;
        if tramo.is_empty() {
            return Ok(());
        }
        for guardada in tramo {
            if let Some(rota) = altered(&guardada) {
                verificacion.rota = Some(rota);
                return Ok(());
            }
            verificacion.versiones += 1;
            despues = (guardada.uuid, guardada.version);
        }
    }
}

fn altered(guardada: &VersionGuardada) -> Option<String> {
    let quien = format!(
        "trámite {} ({}), versión {}",
        guardada.folio, guardada.uuid, guardada.version
    );
    let contenido: serde_json::Value = match serde_json::from_str(&guardada.contenido) {
        Ok(contenido) => contenido,
        Err(_) => return Some(format!("{quien}: el contenido ya no es JSON")),
    };
    let formato = u16::try_from(guardada.formato).unwrap_or(0);
    if recepcion::fingerprint(&guardada.tramite, formato, &contenido) != guardada.huella {
        return Some(format!("{quien}: el contenido no corresponde a su huella"));
    }
    if guardada.huella_en_bitacora.as_ref() != Some(&guardada.huella) {
        return Some(format!("{quien}: su huella no es la de la bitácora"));
    }
    if guardada.folio_en_bitacora.as_ref() != Some(&guardada.folio) {
        return Some(format!("{quien}: su folio no es el de la bitácora"));
    }
    if guardada.estado_en_bitacora.as_ref() != Some(&guardada.estado) {
        return Some(format!(
            "{quien}: su estado «{}» no es el último de la bitácora",
            guardada.estado
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_record_breaks_the_chain() {
        let hecho = |motivo: &str| Hecho {
            cuando: "2026-11-22T18:03:22-06:00".into(),
            quien: "ana".into(),
            accion: "recibido".into(),
            motivo: motivo.into(),
            ..Hecho::default()
        };
        let primero = chain(0, ORIGEN.into(), hecho("uno"));
        let segundo = chain(primero.seq, primero.huella.clone(), hecho("dos"));
        assert_eq!(broken_link(0, ORIGEN, &primero), None);
        assert_eq!(broken_link(1, &primero.huella, &segundo), None);
        let mut cambiado = segundo.clone();
        cambiado.hecho.motivo = "tres".into();
        assert!(broken_link(1, &primero.huella, &cambiado).is_some_and(|m| m.contains("asiento 2")));
        assert!(broken_link(0, ORIGEN, &segundo).is_some_and(|m| m.contains("falta el asiento 1")));
        assert!(broken_link(1, ORIGEN, &segundo).is_some_and(|m| m.contains("no continúa")));
    }
}
