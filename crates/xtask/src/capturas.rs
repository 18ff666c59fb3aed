//! `cargo xtask capturas`: screenshots of the built page.

use crate::proyecto::Proyecto;
use crate::servidor::Servidor;
use crate::{construir, pasos, proceso};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const GUION: &str = "tests/navegador/capturas.mjs";

/// Takes the screenshots, if there is a script that says which.
pub fn run(proyecto: &Proyecto) -> Result<()> {
    if !proyecto.archivo(GUION).is_file() {
        bail!("todavía no hay capturas que tomar: falta {GUION}");
    }
    pasos::all(proyecto)?;
    construir::pagina(proyecto, false)?;
    let programa = construir::nativo(proyecto)?;
    let servidor = Servidor::start(proyecto, &programa)?;
    let mut orden = node(proyecto, &servidor, &programa)?;
    proceso::run(
        orden.arg(GUION),
        "las capturas no se pudieron tomar; el motivo está arriba",
    )
}

/// `node` with the environment that every browser script reads.
pub fn node(proyecto: &Proyecto, servidor: &Servidor, programa: &Path) -> Result<Command> {
    let mut orden = proyecto.orden("node");
    orden
        .env("VENTANILLA_URL", servidor.url())
        .env("VENTANILLA_BIN", programa)
        .env("CHROMIUM", pasos::chromium::required(proyecto)?);
    Ok(orden)
}
