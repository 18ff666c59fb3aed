//! The practice that is open in this tab. While it is, every other page works with the clock of its story, keeps what is
//! typed apart from what is real, and cannot send anything: the modules are mounted again with this in their context
//! (`ventanilla-imss.js` keeps one copy of each for every practice, and one for the real thing).

use crate::api::Cuenta;
use serde::{Deserialize, Serialize};
use ventanilla_capacitacion::sesion::Planteamiento;
use ventanilla_tramites::camino::Rol;

/// Key under which it is kept for as long as the tab lives; `ventanilla-imss.js` reads it too.
const CLAVE: &str = "ventanilla-practica";

/// What is being practised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EnPractica {
    /// Its key: the moment it began, in milliseconds.
    pub id: i64,
    /// What is asked; never what is expected.
    pub planteamiento: Planteamiento,
}

impl EnPractica {
    /// The practice that is open in this tab.
    pub fn actual() -> Option<Self> {
        let texto = almacen_de_la_pestana()?.get_item(&clave()).ok()??;
        serde_json::from_str(&texto).ok()
    }

    /// Opens it in this tab.
    ///
    /// # Errors
    /// In words, when the browser does not let it.
    pub fn entrar(&self) -> Result<(), String> {
        let texto = serde_json::to_string(self).map_err(|e| e.to_string())?;
        let guardado = almacen_de_la_pestana().and_then(|a| a.set_item(&clave(), &texto).ok());
        guardado.ok_or_else(|| {
            "Este navegador no deja abrir una práctica: permita que el sitio guarde datos e inténtelo otra vez."
                .to_owned()
        })
    }

    /// Leaves whatever practice is open in this tab.
    pub fn salir() {
        if let Some(almacen) = almacen_de_la_pestana() {
            // the only failure is a browser that keeps nothing, and then there was nothing to leave
            let _ = almacen.remove_item(&clave());
        }
    }

    /// The account of a practice: nobody's, below zero so that no real one is like it.
    pub fn cuenta(&self) -> Cuenta {
        Cuenta {
            id: -self.id,
            usuario: "capacitacion".to_owned(),
            nombre: "Capacitación".to_owned(),
            rol: Rol::Aprendiz,
        }
    }
}

fn clave() -> String {
    crate::entorno::clave_de_la_pestana(CLAVE)
}

fn almacen_de_la_pestana() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
