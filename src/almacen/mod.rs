//! What is kept in this browser (IndexedDB): payrolls and the *suplemento*. Records are JSON text, so that a draft of any
//! version can be read, or refused with a reason.

pub mod capacitacion;
pub mod tramites;

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use serde::{Deserialize, Serialize};
use std::fmt;
use ventanilla_tramites::prevision::{Escenario, FORMATO};
use wasm_bindgen::JsValue;

const VERSION: u32 = 3;
const ESCENARIOS: &str = "escenarios";
const AJUSTES: &str = "ajustes";
const TRAMITES: &str = "tramites";
const CAPACITACION: &str = "capacitacion";

/// Key of the suplemento.
pub const SUPLEMENTO: &str = "suplemento";
/// Key of the credits that *Previsión de cuotas* sent and the adeudo has not taken yet: each page is a module of its own.
pub const ADEUDO_POR_RECIBIR: &str = "adeudo_por_recibir";
/// Key of the payroll that was open last.
pub const ABIERTO: &str = "escenario_abierto";

/// Why something could not be kept or read.
#[derive(Clone, Debug)]
pub struct ErrorDeAlmacen(String);

impl fmt::Display for ErrorDeAlmacen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Este navegador no deja guardar ({}). Puede seguir trabajando, pero no cierre la página sin enviar o exportar: de otro modo se pierde.",
            self.0
        )
    }
}

impl From<idb::Error> for ErrorDeAlmacen {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}

/// A payroll as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guardado {
    /// Its key.
    pub id: String,
    /// Version of the record.
    pub formato: u16,
    /// When it was last changed, `AAAA-MM-DDThh:mm:ss`, by this computer's clock.
    pub modificado: String,
    /// Version of the parameters it was computed with.
    pub normativa: String,
    /// Of which practice it is; empty for what is real, which is of whoever uses this browser.
    #[serde(default)]
    pub cuenta: String,
    /// The payroll.
    pub escenario: Escenario,
}

impl Guardado {
    /// A record of now, of a practice or of nobody.
    pub fn nuevo(id: String, cuenta: String, normativa: String, escenario: Escenario) -> Self {
        Self {
            id,
            formato: FORMATO,
            modificado: ahora(),
            normativa,
            cuenta,
            escenario,
        }
    }
}

/// A key that no other record has.
#[allow(clippy::float_arithmetic)] // chance and a clock, not money
pub fn nuevo_id() -> String {
    // Whole numbers: writing a float weighs 11 KB in the page.
    let azar = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    let momento = js_sys::Date::now() as u64;
    format!("{momento}-{azar}")
}

/// Now, `AAAA-MM-DDThh:mm:ss`, by this computer's clock.
pub fn ahora() -> String {
    let fecha = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        fecha.get_full_year(),
        fecha.get_month() + 1,
        fecha.get_date(),
        fecha.get_hours(),
        fecha.get_minutes(),
        fecha.get_seconds()
    )
}

async fn abrir() -> Result<Database, ErrorDeAlmacen> {
    let mut peticion = Factory::new()?.open(&crate::entorno::base_de_datos(), Some(VERSION))?;
    peticion.on_upgrade_needed(|evento| {
        if let Ok(base) = evento.database() {
            for almacen in [ESCENARIOS, AJUSTES, TRAMITES, CAPACITACION] {
                if !base.store_names().iter().any(|n| n == almacen) {
                    // A failure here makes the opening fail, which is reported.
                    let _ = base.create_object_store(almacen, ObjectStoreParams::new());
                }
            }
        }
    });
    Ok(peticion.await?)
}

async fn poner(almacen: &str, clave: &str, texto: &str) -> Result<(), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadWrite)?;
    let escritura = transaccion
        .object_store(almacen)?
        .put(&JsValue::from_str(texto), Some(&JsValue::from_str(clave)))?;
    escritura.await?;
    transaccion.commit()?.await?;
    base.close();
    Ok(())
}

async fn quitar(almacen: &str, clave: &str) -> Result<(), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadWrite)?;
    let borrado = transaccion
        .object_store(almacen)?
        .delete(Query::Key(JsValue::from_str(clave)))?;
    borrado.await?;
    transaccion.commit()?.await?;
    base.close();
    Ok(())
}

async fn tomar(almacen: &str, clave: &str) -> Result<Option<String>, ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadOnly)?;
    let lectura = transaccion
        .object_store(almacen)?
        .get(Query::Key(JsValue::from_str(clave)))?;
    let valor = lectura.await?;
    base.close();
    Ok(valor.and_then(|v| v.as_string()))
}

/// Keeps a payroll.
///
/// # Errors
/// When the browser does not let it (private mode, no room).
pub async fn guardar(guardado: &Guardado) -> Result<(), ErrorDeAlmacen> {
    let texto = serde_json::to_string(guardado).map_err(|e| ErrorDeAlmacen(e.to_string()))?;
    poner(ESCENARIOS, &guardado.id, &texto).await
}

/// Deletes a payroll.
///
/// # Errors
/// When the browser does not let it.
pub async fn borrar(id: &str) -> Result<(), ErrorDeAlmacen> {
    quitar(ESCENARIOS, id).await
}

/// The payroll with a key; `None` when it is not there or cannot be read by this version.
///
/// # Errors
/// When the browser does not let it.
pub async fn leer(id: &str) -> Result<Option<Guardado>, ErrorDeAlmacen> {
    Ok(tomar(ESCENARIOS, id).await?.and_then(|t| interpretar(&t).ok()))
}

/// The payrolls of a practice, or the real ones (`cuenta` empty), the last changed first, and why some could not be read.
///
/// # Errors
/// When the browser does not let it.
pub async fn todos(cuenta: &str) -> Result<(Vec<Guardado>, Vec<String>), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[ESCENARIOS], TransactionMode::ReadOnly)?;
    let valores = transaccion.object_store(ESCENARIOS)?.get_all(None, None)?.await?;
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
        serde_json::from_str(texto).map_err(|_| "Un escenario guardado está dañado y no se puede leer.".to_owned())?;
    if version.formato > FORMATO {
        return Err(format!(
            "Un escenario se guardó con una versión más nueva del programa ({}). Actualice la página para abrirlo.",
            version.formato
        ));
    }
    serde_json::from_str(texto).map_err(|error| format!("Un escenario guardado no se puede leer: {error}."))
}

/// A setting.
///
/// # Errors
/// When the browser does not let it.
pub async fn leer_ajuste(clave: &str) -> Result<Option<String>, ErrorDeAlmacen> {
    tomar(AJUSTES, clave).await
}

/// Keeps a setting; an empty one is deleted.
///
/// # Errors
/// When the browser does not let it.
pub async fn guardar_ajuste(clave: &str, valor: &str) -> Result<(), ErrorDeAlmacen> {
    if valor.is_empty() {
        quitar(AJUSTES, clave).await
    } else {
        poner(AJUSTES, clave, valor).await
    }
}
