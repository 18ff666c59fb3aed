//! What training keeps in this browser: practices and their grades, what an instructor handed out, and the instructor's
//! cases, sessions and results. Each drawer has one kind of record.

use super::{CAPACITACION, ErrorDeAlmacen, abrir, poner, quitar, tomar};
use idb::TransactionMode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// A drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cajon {
    /// A practice of a trainee.
    Practica,
    /// What a trainee got from an instructor.
    Recibida,
    /// A case that an instructor wrote.
    Caso,
    /// A session that an instructor prepared.
    Sesion,
    /// What a trainee handed in, on the instructor's side.
    Resultado,
}

impl Cajon {
    fn prefijo(self) -> &'static str {
        match self {
            Self::Practica => "practica:",
            Self::Recibida => "recibida:",
            Self::Caso => "caso:",
            Self::Sesion => "sesion:",
            Self::Resultado => "resultado:",
        }
    }

    fn con(self, clave: &str) -> String {
        [self.prefijo(), clave].concat()
    }
}

/// Keeps a record.
///
/// # Errors
/// When the browser does not let it (private mode, no room).
pub async fn guardar<T: Serialize>(cajon: Cajon, clave: &str, que: &T) -> Result<(), ErrorDeAlmacen> {
    let texto = serde_json::to_string(que)?;
    poner(CAPACITACION, &cajon.con(clave), &texto).await
}

/// Deletes a record.
///
/// # Errors
/// When the browser does not let it.
pub async fn borrar(cajon: Cajon, clave: &str) -> Result<(), ErrorDeAlmacen> {
    quitar(CAPACITACION, &cajon.con(clave)).await
}

/// A record; `None` when it is not there or cannot be read by this version.
///
/// # Errors
/// When the browser does not let it.
pub async fn leer<T: DeserializeOwned>(cajon: Cajon, clave: &str) -> Result<Option<T>, ErrorDeAlmacen> {
    let texto = tomar(CAPACITACION, &cajon.con(clave)).await?;
    Ok(texto.and_then(|t| serde_json::from_str(&t).ok()))
}

/// Every record of a drawer that this version can read, and how many it cannot.
///
/// # Errors
/// When the browser does not let it.
pub async fn todos<T: DeserializeOwned>(cajon: Cajon) -> Result<(Vec<T>, usize), ErrorDeAlmacen> {
    let base = abrir().await?;
    let transaccion = base.transaction(&[CAPACITACION], TransactionMode::ReadOnly)?;
    let almacen = transaccion.object_store(CAPACITACION)?;
    let claves = almacen.get_all_keys(None, None)?.await?;
    let valores = almacen.get_all(None, None)?.await?;
    base.close();
    let suyos: Vec<String> = claves
        .iter()
        .zip(&valores)
        .filter(|(clave, _)| clave.as_string().is_some_and(|c| c.starts_with(cajon.prefijo())))
        .filter_map(|(_, valor): (_, &JsValue)| valor.as_string())
        .collect();
    let cuantos = suyos.len();
    let leidos: Vec<T> = suyos.iter().filter_map(|t| serde_json::from_str(t).ok()).collect();
    let perdidos = cuantos - leidos.len();
    Ok((leidos, perdidos))
}
