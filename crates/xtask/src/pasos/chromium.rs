//! Step: a Chromium for the browser tests.

use super::Paso;
use super::apt;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;

const NOMBRES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

pub const PASO: Paso = Paso {
    nombre: "Chromium",
    found: |proyecto| find(proyecto).map(|ruta| ruta.display().to_string()),
    install,
};

/// The Chromium to use: the one that `CHROMIUM` names, or one on the `PATH`.
pub fn find(proyecto: &Proyecto) -> Option<PathBuf> {
    if let Some(nombrado) = env::var_os("CHROMIUM").filter(|valor| !valor.is_empty()) {
        return Some(PathBuf::from(nombrado)).filter(|ruta| ruta.is_file());
    }
    NOMBRES.iter().find_map(|nombre| proyecto.programa(nombre))
}

/// The same, as an error for whoever cannot go on without.
pub fn required(proyecto: &Proyecto) -> Result<PathBuf> {
    find(proyecto).context("falta Chromium; instálelo o diga dónde está con la variable CHROMIUM")
}

fn install(proyecto: &Proyecto) -> Result<()> {
    if let Some(nombrado) = env::var_os("CHROMIUM").filter(|valor| !valor.is_empty()) {
        bail!(
            "la variable CHROMIUM dice {}, y ahí no hay ningún programa",
            nombrado.display()
        );
    }
    let remedio = "falta Chromium; instálelo a mano o diga dónde está con la variable CHROMIUM";
    apt::install(&["chromium"]).context(remedio)?;
    required(proyecto).map(|_| ())
}
