//! Trámites on this computer: drafts, what waits to be sent, and what was received. Each belongs to an account, and nobody
//! else's is ever read.

use super::{ErrorDeAlmacen, TRAMITES, abrir, ahora, cambiar, nadie_lo_cambio, quitar, tomar};
use crate::api::{Rechazo, Recibo};
use idb::TransactionMode;
use serde::{Deserialize, Serialize};
use ventanilla_tramites::camino::Envio;
use ventanilla_tramites::guion::Respuestas;
use wasm_bindgen::JsValue;

/// Version of the record. A later one is refused with a reason.
pub const FORMATO: u16 = 1;

/// Days after which what was received is deleted from this computer: the server has it.
const DIAS_DE_LO_RECIBIDO: i64 = 30;

/// A trámite on this computer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guardado {
    /// Its key, a UUIDv7: also that of the submission.
    pub id: String,
    /// Version of the record.
    pub formato: u16,
    /// Whose it is: the key of an account.
    pub cuenta: String,
    /// Which trámite.
    pub tramite: String,
    /// When it was begun, `AAAA-MM-DDThh:mm:ss`, by this computer's clock.
    pub creado: String,
    /// When it was last changed.
    pub modificado: String,
    /// Version of the parameters it was last looked at with.
    pub normativa: String,
    /// What was typed.
    pub respuestas: Respuestas,
    /// The step that was open last.
    #[serde(default)]
    pub paso: String,
    /// What waits to be sent.
    #[serde(default)]
    pub envio: Option<Envio>,
    /// Which version it is, from 1: later ones mend a trámite that was prevenido.
    #[serde(default = "una")]
    pub version: u32,
    /// The receipt.
    #[serde(default)]
    pub recibo: Option<Recibo>,
    /// Why the server refused it.
    #[serde(default)]
    pub rechazo: Option<Rechazo>,
    /// What the institution asked to be mended, in its words.
    #[serde(default)]
    pub motivo: String,
    /// How many times it was kept: an older copy never takes the place of a newer one.
    #[serde(default)]
    pub revision: u64,
    /// Whether it was set apart from another draft that two tabs changed at once.
    #[serde(default)]
    pub es_copia: bool,
}

fn una() -> u32 {
    1
}

/// Where a trámite on this computer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situacion {
    /// Being written.
    Borrador,
    /// Finished; waits for the network or for its owner to sign in.
    EnCola,
    /// The server refused it; the reasons are there.
    Rechazado,
    /// It has a folio.
    Recibido,
}

impl Guardado {
    /// A new draft.
    pub fn nuevo(tramite: &str, cuenta: String, normativa: String) -> Self {
        Self {
            id: nuevo_uuid(),
            formato: FORMATO,
            cuenta,
            tramite: tramite.to_owned(),
            creado: ahora(),
            modificado: ahora(),
            normativa,
            respuestas: Respuestas::default(),
            paso: String::new(),
            envio: None,
            version: 1,
            recibo: None,
            rechazo: None,
            motivo: String::new(),
            revision: 0,
            es_copia: false,
        }
    }

    /// What was typed, as a draft of its own: it was changed in two tabs at once and none of both is lost.
    pub fn aparte(&self) -> Self {
        Self {
            respuestas: self.respuestas.clone(),
            paso: self.paso.clone(),
            es_copia: true,
            ..Self::nuevo(&self.tramite, self.cuenta.clone(), self.normativa.clone())
        }
    }

    /// What it is called: by whom it is about, or `sin_nombre` while that is not typed.
    pub fn nombre(&self, sin_nombre: &str) -> String {
        let r = &self.respuestas;
        let junto = |campos: [&str; 3]| campos.map(|c| r.texto(c).trim()).join(" ").trim().to_owned();
        let candidatos = [
            r.texto("moral.denominacion").trim().to_owned(),
            r.texto("patron.nombre").trim().to_owned(),
            junto(["fisica.nombre", "fisica.primer_apellido", "fisica.segundo_apellido"]),
            junto(["persona.nombres", "persona.primer_apellido", "persona.segundo_apellido"]),
        ];
        let suyo = candidatos.into_iter().find(|n| !n.is_empty());
        let suyo = suyo.unwrap_or_else(|| sin_nombre.to_owned());
        if self.es_copia {
            return ["Copia de ", &suyo].concat();
        }
        suyo
    }

    /// Where it is.
    pub fn situacion(&self) -> Situacion {
        match (&self.envio, &self.rechazo, &self.recibo) {
            (Some(_), _, _) => Situacion::EnCola,
            (None, Some(_), _) => Situacion::Rechazado,
            (None, None, Some(_)) => Situacion::Recibido,
            (None, None, None) => Situacion::Borrador,
        }
    }
}

/// A UUIDv7: the moment, and 74 bits of chance.
#[allow(clippy::float_arithmetic)] // chance and a clock, not money
fn nuevo_uuid() -> String {
    let mut azar = [0_u8; 10];
    let relleno = web_sys::window()
        .and_then(|v| v.crypto().ok())
        .and_then(|c| c.get_random_values_with_u8_array(&mut azar).ok());
    if relleno.is_none() {
        for byte in &mut azar {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    uuid::Builder::from_unix_timestamp_millis(js_sys::Date::now() as u64, &azar)
        .into_uuid()
        .to_string()
}

/// Keeps a trámite, if nobody changed it since it was read; gives its revision.
///
/// # Errors
/// [`ErrorDeAlmacen::Cambio`] when another tab did; otherwise when the browser does not let it (private mode, no room).
pub async fn guardar(guardado: &Guardado) -> Result<u64, ErrorDeAlmacen> {
    let leida = guardado.revision;
    let nuevo = Guardado {
        revision: leida + 1,
        ..guardado.clone()
    };
    let texto = serde_json::to_string(&nuevo)?;
    cambiar(TRAMITES, &guardado.id, move |hay| {
        nadie_lo_cambio(hay.as_deref(), leida)?;
        Ok(Some(texto))
    })
    .await?;
    Ok(nuevo.revision)
}

/// Changes what is kept of a trámite, whatever its revision; what was typed in another tab meanwhile stays.
///
/// # Errors
/// When the browser does not let it.
pub async fn anotar(id: &str, cambio: impl FnOnce(&mut Guardado)) -> Result<(), ErrorDeAlmacen> {
    cambiar(TRAMITES, id, |hay| {
        let Some(mut guardado) = hay.as_deref().and_then(|t| interpretar(t).ok()) else {
            return Ok(None); // deleted meanwhile
        };
        cambio(&mut guardado);
        guardado.revision += 1;
        Ok(Some(serde_json::to_string(&guardado)?))
    })
    .await
}

/// Whether something of any account waits to be sent.
///
/// # Errors
/// When the browser does not let it be read.
pub async fn hay_por_enviar() -> Result<bool, ErrorDeAlmacen> {
    #[derive(Deserialize)]
    struct Espera {
        #[serde(default)]
        envio: Option<serde::de::IgnoredAny>,
    }
    let base = abrir().await?;
    let transaccion = base.transaction(&[TRAMITES], TransactionMode::ReadOnly)?;
    let valores = transaccion.object_store(TRAMITES)?.get_all(None, None)?.await?;
    base.close();
    let espera = |t: String| serde_json::from_str::<Espera>(&t).is_ok_and(|e| e.envio.is_some());
    Ok(valores.iter().filter_map(JsValue::as_string).any(espera))
}

/// Tells the portal that a draft is kept: which one and since when, never what it says.
pub fn avisar(guardado: &Guardado) {
    crate::entorno::avisar(
        "borrador",
        &serde_json::json!({
            "uuid": guardado.id,
            "tramite": guardado.tramite,
            "paso": guardado.paso,
            "modificado": guardado.modificado,
        }),
    );
}

/// Deletes a trámite from this computer.
///
/// # Errors
/// When the browser does not let it.
pub async fn borrar(id: &str) -> Result<(), ErrorDeAlmacen> {
    quitar(TRAMITES, id).await
}

/// The trámite with a key, if it is this account's and can be read by this version.
///
/// # Errors
/// When the browser does not let it.
pub async fn leer(id: &str, cuenta: &str) -> Result<Option<Guardado>, ErrorDeAlmacen> {
    let leido = tomar(TRAMITES, id).await?.and_then(|t| interpretar(&t).ok());
    Ok(leido.filter(|g| g.cuenta == cuenta))
}

/// The trámites of an account, the last changed first, and why some could not be read.
///
/// # Errors
/// When the browser does not let it.
pub async fn de_la_cuenta(cuenta: &str) -> Result<(Vec<Guardado>, Vec<String>), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[TRAMITES], TransactionMode::ReadOnly)?;
    let valores = transaccion.object_store(TRAMITES)?.get_all(None, None)?.await?;
    base.close();
    let (mut guardados, mut fallas) = (Vec::new(), Vec::new());
    for texto in valores.iter().filter_map(JsValue::as_string) {
        match interpretar(&texto) {
            Ok(guardado) if guardado.cuenta == cuenta => guardados.push(guardado),
            Ok(_) => {}
            Err(falla) => fallas.push(falla),
        }
    }
    guardados.sort_by(|a, b| b.modificado.cmp(&a.modificado));
    Ok((guardados, fallas))
}

/// Deletes an account's drafts and what was received; what is unsent stays.
///
/// # Errors
/// When the browser does not let it.
pub async fn vaciar(cuenta: &str) -> Result<(), ErrorDeAlmacen> {
    for guardado in de_la_cuenta(cuenta).await?.0 {
        if !matches!(guardado.situacion(), Situacion::EnCola | Situacion::Rechazado) {
            borrar(&guardado.id).await?;
        }
    }
    Ok(())
}

/// Deletes what was received a month ago or more: the server has it.
///
/// # Errors
/// When the browser does not let it.
pub async fn purgar(cuenta: &str, hoy: chrono::NaiveDate) -> Result<(), ErrorDeAlmacen> {
    for guardado in de_la_cuenta(cuenta).await?.0 {
        let dia = guardado
            .modificado
            .get(..10)
            .and_then(|d| d.parse::<chrono::NaiveDate>().ok());
        let viejo = dia.is_some_and(|dia| (hoy - dia).num_days() > DIAS_DE_LO_RECIBIDO);
        if viejo && guardado.situacion() == Situacion::Recibido {
            borrar(&guardado.id).await?;
        }
    }
    Ok(())
}

/// Reads a record of this or an earlier version.
///
/// # Errors
/// Why it cannot be read.
pub fn interpretar(texto: &str) -> Result<Guardado, String> {
    #[derive(Deserialize)]
    struct Version {
        formato: u16,
    }
    let version: Version =
        serde_json::from_str(texto).map_err(|_| "Un trámite guardado está dañado y no se puede leer.".to_owned())?;
    if version.formato > FORMATO {
        return Err(format!(
            "Un trámite se guardó con una versión más nueva del programa ({}). Actualice la página para abrirlo.",
            version.formato
        ));
    }
    serde_json::from_str(texto).map_err(|error| format!("Un trámite guardado no se puede leer: {error}."))
}

#[cfg(test)]
mod pruebas {
    use super::*;

    /// Drafts of every version that was released load, with all that was typed.
    #[test]
    fn old_drafts_load() {
        let texto = include_str!("../../tests/borradores/tramite-v1.json");
        let guardado = interpretar(texto).expect("v1");
        assert_eq!(guardado.situacion(), Situacion::Borrador);
        assert_eq!(guardado.version, 1);
        assert_eq!(guardado.revision, 0, "before revisions there were none");
        assert_eq!(guardado.respuestas.texto("moral.rfc"), "no es un rfc");
        assert_eq!(guardado.respuestas.cuantos("representantes"), 2);
        assert!(ventanilla_tramites::camino::guion(&guardado.tramite).is_some());
    }

    #[test]
    fn a_later_or_broken_one_is_refused_with_a_reason() {
        assert!(
            interpretar("{\"formato\":99}")
                .expect_err("later")
                .contains("más nueva")
        );
        assert!(interpretar("no es json").expect_err("broken").contains("dañado"));
        assert!(interpretar("{\"formato\":1}").is_err());
    }
}
