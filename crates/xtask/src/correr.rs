//! `cargo xtask run`: builds everything and becomes the server.

use crate::construir;
use crate::orden::OpcionesRun;
use crate::proyecto::Proyecto;
use anyhow::Result;
use std::process::Command;

/// Builds the page and the program, then serves until Ctrl-C.
pub fn run(proyecto: &Proyecto, opciones: &OpcionesRun) -> Result<()> {
    construir::pagina(proyecto, opciones.rapido)?;
    let programa = construir::nativo(proyecto)?;
    let mut orden = Command::new(programa);
    orden
        .current_dir(proyecto.raiz())
        .args(["servir", "--puerto", &opciones.puerto.to_string()])
        .args(&opciones.resto);
    become_program(orden)
}

/// On Unix this process turns into the server: one process, and Ctrl-C goes straight to it.
#[cfg(unix)]
fn become_program(mut orden: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = orden.exec();
    anyhow::bail!("no se pudo iniciar «ventanilla servir»: {error}")
}

#[cfg(not(unix))]
fn become_program(mut orden: Command) -> Result<()> {
    crate::proceso::run(
        &mut orden,
        "«ventanilla servir» terminó con error; el motivo está arriba",
    )
}
