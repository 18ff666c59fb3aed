//! What is kept in this browser (IndexedDB): payrolls and the *suplemento*. Records are JSON text, so that a draft of any
//! version can be read, or refused with a reason.

pub mod capacitacion;
mod error;
mod espacio;
mod hojas;
pub mod respaldo;
pub mod tramites;

pub use error::ErrorDeAlmacen;
pub use espacio::{pedir_que_dure, por_llenarse};
pub use hojas::al_guardarse;

use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::future::{IntoFuture, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
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
    /// How many times it was kept: an older copy never takes the place of a newer one.
    #[serde(default)]
    pub revision: u64,
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
            revision: 0,
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
    let bloqueo = Rc::new(Bloqueo::default());
    let quien = Rc::clone(&bloqueo);
    peticion.on_blocked(move |_| quien.avisar());
    let mut apertura = pin!(peticion.into_future());
    let mut base = poll_fn(|contexto| match apertura.as_mut().poll(contexto) {
        Poll::Ready(abierta) => Poll::Ready(abierta.map_err(ErrorDeAlmacen::from)),
        Poll::Pending if bloqueo.hay.get() => Poll::Ready(Err(ErrorDeAlmacen::Bloqueado)),
        Poll::Pending => {
            bloqueo.quien_espera.set(Some(contexto.waker().clone()));
            Poll::Pending
        }
    })
    .await?;
    // A later version in another tab must not wait for this one.
    base.on_version_change(|evento| {
        if let Ok(base) = evento.database() {
            base.close();
        }
    });
    Ok(base)
}

/// Whether another tab does not let the store be opened, and who waits to know.
#[derive(Default)]
struct Bloqueo {
    hay: Cell<bool>,
    quien_espera: Cell<Option<Waker>>,
}

impl Bloqueo {
    fn avisar(&self) {
        self.hay.set(true);
        if let Some(quien) = self.quien_espera.take() {
            quien.wake();
        }
    }
}

/// Ends what was written. A transaction that the browser took back (no room) is no success.
async fn confirmar(base: &Database, transaccion: Transaction) -> Result<(), ErrorDeAlmacen> {
    let resultado = transaccion.commit()?.await;
    base.close();
    match resultado? {
        fin if fin.is_committed() => Ok(()),
        _ => Err(ErrorDeAlmacen::Lleno),
    }
}

async fn escribir(en: &ObjectStore, clave: &str, texto: &str) -> Result<(), ErrorDeAlmacen> {
    en.put(&JsValue::from_str(texto), Some(&JsValue::from_str(clave)))?
        .await?;
    Ok(())
}

async fn lo_que_hay(en: &ObjectStore, clave: &str) -> Result<Option<String>, ErrorDeAlmacen> {
    let valor = en.get(Query::Key(JsValue::from_str(clave)))?.await?;
    Ok(valor.and_then(|v| v.as_string()))
}

async fn poner(almacen: &str, clave: &str, texto: &str) -> Result<(), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadWrite)?;
    escribir(&transaccion.object_store(almacen)?, clave, texto).await?;
    confirmar(&base, transaccion).await
}

/// Changes a record in one transaction: what another tab writes at the same time comes wholly before or wholly after.
/// `cambio` is given what there is and says what is to be there; `None` leaves it as it is.
async fn cambiar(
    almacen: &str,
    clave: &str,
    cambio: impl FnOnce(Option<String>) -> Result<Option<String>, ErrorDeAlmacen>,
) -> Result<(), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadWrite)?;
    let lugar = transaccion.object_store(almacen)?;
    match cambio(lo_que_hay(&lugar, clave).await?) {
        Ok(Some(texto)) => {
            escribir(&lugar, clave, &texto).await?;
            confirmar(&base, transaccion).await
        }
        Ok(None) => confirmar(&base, transaccion).await,
        Err(error) => {
            base.close();
            Err(error)
        }
    }
}

/// The revision of a record; 0 when it has none (earlier versions) or cannot be read.
fn revision_de(texto: &str) -> u64 {
    #[derive(Deserialize)]
    struct Revision {
        #[serde(default)]
        revision: u64,
    }
    serde_json::from_str::<Revision>(texto).map_or(0, |r| r.revision)
}

/// What is there may be replaced by who read its revision `leida`, or if it was deleted meanwhile.
fn nadie_lo_cambio(hay: Option<&str>, leida: u64) -> Result<(), ErrorDeAlmacen> {
    match hay {
        Some(texto) if revision_de(texto) != leida => Err(ErrorDeAlmacen::Cambio),
        _ => Ok(()),
    }
}

async fn quitar(almacen: &str, clave: &str) -> Result<(), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadWrite)?;
    let borrado = transaccion
        .object_store(almacen)?
        .delete(Query::Key(JsValue::from_str(clave)))?;
    borrado.await?;
    confirmar(&base, transaccion).await
}

async fn tomar(almacen: &str, clave: &str) -> Result<Option<String>, ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[almacen], TransactionMode::ReadOnly)?;
    let valor = lo_que_hay(&transaccion.object_store(almacen)?, clave).await;
    base.close();
    valor
}

/// Keeps a payroll, if nobody changed it since it was read; gives its revision.
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
    cambiar(ESCENARIOS, &guardado.id, move |hay| {
        nadie_lo_cambio(hay.as_deref(), leida)?;
        Ok(Some(texto))
    })
    .await?;
    Ok(nuevo.revision)
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

/// Keeps a setting that was `leido` before; gives what another tab had put in its place meanwhile, which is overwritten.
///
/// # Errors
/// When the browser does not let it.
pub async fn cambiar_ajuste(clave: &str, leido: &str, valor: &str) -> Result<Option<String>, ErrorDeAlmacen> {
    let mut de_otra = None;
    let encontrado = &mut de_otra;
    cambiar(AJUSTES, clave, |hay| {
        let hay = hay.unwrap_or_default();
        if hay != leido && hay != valor {
            *encontrado = Some(hay);
        }
        Ok(Some(valor.to_owned()))
    })
    .await?;
    if valor.is_empty() {
        quitar(AJUSTES, clave).await?;
    }
    hojas::se_guardo(clave);
    Ok(de_otra)
}
