//! Why the browser did not keep something, and what the person can do about it.

use std::fmt;

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorDeAlmacen {
    /// The browser has no store for this site: private mode, or it was forbidden.
    Ausente,
    /// There is no room left on the disk, or in what the browser gives a site.
    Lleno,
    /// Another tab, of an earlier version, does not let go of the store.
    Bloqueado,
    /// A later version of the page has already been here.
    MasNueva,
    /// It was changed in another tab after it was read here: nothing was written.
    Cambio,
    /// Anything else, as the browser says it.
    Otro(String),
}

impl ErrorDeAlmacen {
    /// What the browser says, told apart by the names of the standard (`QuotaExceededError`, `VersionError` …).
    fn del_navegador(texto: String) -> Self {
        let dice = |que: &str| texto.contains(que);
        if dice("Quota") || dice("quota") || dice("disk space") {
            Self::Lleno
        } else if dice("VersionError") || dice("less than the existing version") {
            Self::MasNueva
        } else if dice("SecurityError") || dice("InvalidStateError") || dice("indexed db not found") || dice("denied") {
            Self::Ausente
        } else {
            Self::Otro(texto)
        }
    }
}

impl ErrorDeAlmacen {
    /// Whether a copy of everything in a file is a way out.
    pub fn pide_copia(&self) -> bool {
        matches!(self, Self::Lleno | Self::Otro(_))
    }
}

impl From<idb::Error> for ErrorDeAlmacen {
    fn from(error: idb::Error) -> Self {
        Self::del_navegador(error.to_string())
    }
}

impl From<serde_json::Error> for ErrorDeAlmacen {
    fn from(error: serde_json::Error) -> Self {
        Self::Otro(error.to_string())
    }
}

impl fmt::Display for ErrorDeAlmacen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ausente => f.write_str(
                "Este navegador no guarda nada de esta página: puede ser una ventana privada, o que el sitio no tenga permiso de guardar datos. Puede trabajar, pero al cerrar la página se pierde lo escrito. Ábrala en una ventana normal, o envíe o exporte antes de cerrar.",
            ),
            Self::Lleno => f.write_str(
                "Ya no cabe más en este equipo: lo último que escribió no está guardado. No cierre la página. En «Este equipo» baje una copia de todo, y borre borradores o escenarios que no use, o libere espacio en el disco; después siga escribiendo y se guardará.",
            ),
            Self::Bloqueado => f.write_str(
                "Otra pestaña con una versión anterior de Ventanilla no deja abrir lo guardado. Cierre las otras pestañas de Ventanilla y vuelva a cargar ésta.",
            ),
            Self::MasNueva => f.write_str(
                "Lo guardado en este equipo es de una versión más nueva de Ventanilla. Vuelva a cargar la página para usarla; nada se perdió.",
            ),
            Self::Cambio => f.write_str(
                "Esto se cambió en otra pestaña mientras lo tenía abierto aquí. No se escribió encima: vuelva a abrirlo para ver lo último.",
            ),
            Self::Otro(texto) => write!(
                f,
                "Este navegador no deja guardar ({texto}). Puede seguir trabajando, pero no cierre la página sin enviar o exportar: de otro modo se pierde."
            ),
        }
    }
}

#[cfg(test)]
mod pruebas {
    use super::ErrorDeAlmacen as E;

    #[test]
    fn what_browsers_say_is_told_apart() {
        for (texto, esperado) in [
            ("DOM exception: QuotaExceededError: Encountered full disk", E::Lleno),
            (
                "failed to open indexed db: VersionError: The requested version (3) is less than the existing version (4).",
                E::MasNueva,
            ),
            ("failed to open indexed db: SecurityError: access is denied", E::Ausente),
            ("indexed db not found", E::Ausente),
        ] {
            assert_eq!(E::del_navegador(texto.to_owned()), esperado, "{texto}");
        }
        assert!(matches!(E::del_navegador("otra cosa".to_owned()), E::Otro(_)));
    }
}
