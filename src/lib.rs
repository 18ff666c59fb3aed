//! Ventanilla's page (Leptos, WebAssembly). It knows the floors below it (`ventanilla-tramites`, `-archivos`, `-reglas`,
//! `-normativa`) and nothing of the backend but its HTTP interface, which only [`api`] calls. Rooms: the form kit in
//! [`formulario`], small pieces in [`componentes`], one folder per job in [`paginas`], what is kept in the browser in
//! [`almacen`]. It is built as four modules, [`Consulta`], [`Tramites`], [`Capacitacion`] and [`Archivos`], so that a visit loads what it needs.

pub mod almacen;
mod aparte;
mod api;
mod app;
mod canal;
mod componentes;
mod contexto;
mod convenio;
mod entorno;
mod formulario;
mod hoja;
mod impresion;
mod lector;
pub mod montaje;
mod paginas;
mod practica;
mod ruta;
mod sesion;

pub use entorno::Anfitrion;

pub use app::{Archivos, Capacitacion, Consulta, Tramites};

use wasm_bindgen::prelude::wasm_bindgen;

/// The *suplemento normativo* in use, as CSV; empty when there is none. The contract's door, a module of its own, is given
/// it by `inicio.js`.
#[wasm_bindgen]
pub fn suplemento_en_uso() -> String {
    let normativa = contexto::normativa_en_uso();
    match normativa.suplemento() {
        [] => String::new(),
        filas => ventanilla_normativa::exportar_suplemento(filas),
    }
}

/// Whether something of any account waits in this browser to be sent. The loader asks it, to start the module that sends.
#[wasm_bindgen]
pub async fn hay_por_enviar() -> bool {
    almacen::tramites::hay_por_enviar().await.unwrap_or(false)
}
