//! Builds the page and the native program.

use crate::pasos;
use crate::proceso;
use crate::proyecto::Proyecto;
use crate::{comprimir, estilos, modulos, trabajador};
use anyhow::Result;
use std::path::PathBuf;

/// The page: set-up of what is missing, trunk, compression.
pub fn pagina(proyecto: &Proyecto, rapido: bool) -> Result<()> {
    pasos::for_build(proyecto)?;
    estilos::concatenate(proyecto)?;
    a_la_vez(proyecto, rapido)?;
    trunk(proyecto, rapido)?;
    modulos::build(proyecto, rapido)?;
    trabajador::build(proyecto)?;
    if rapido {
        println!("página lista en dist/ (rápida: sin optimizar ni comprimir)");
        return Ok(());
    }
    let archivos = comprimir::folder(&proyecto.dist())?;
    println!("página lista en dist/ ({archivos} archivos comprimidos)");
    Ok(())
}

/// Compiles every module of the page in one order, so that they are linked at the same time; what follows finds them made.
fn a_la_vez(proyecto: &Proyecto, rapido: bool) -> Result<()> {
    let mut orden = proyecto.cargo();
    orden.args([
        "build",
        "--package",
        "ventanilla-web",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    if !rapido {
        orden.arg("--release");
    }
    proyecto.con_banderas_de_wasm(&mut orden, !rapido);
    proceso::run(&mut orden, "la página no compila; el motivo está arriba")
}

fn trunk(proyecto: &Proyecto, rapido: bool) -> Result<()> {
    let mut orden = proyecto.orden("trunk");
    orden.args(["build", "--offline"]);
    if !rapido {
        orden.arg("--release");
    }
    // Trunk 0.21 refuses the customary NO_COLOR=1 (it wants «true»), and its backtraces hide the reason.
    orden.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    proyecto.con_banderas_de_wasm(&mut orden, !rapido);
    proceso::run(
        &mut orden,
        "la página no se pudo construir; el motivo está arriba (trunk build)",
    )
}

/// The native program `ventanilla` with the settings of production; gives its path.
pub fn nativo(proyecto: &Proyecto) -> Result<PathBuf> {
    programa(proyecto, "servidor", "servidor")
}

/// The same as the native tests left it: with its own checks on, and nothing more to wait for.
pub fn nativo_de_pruebas(proyecto: &Proyecto) -> Result<PathBuf> {
    programa(proyecto, "dev", "debug")
}

fn programa(proyecto: &Proyecto, perfil: &str, carpeta: &str) -> Result<PathBuf> {
    let mut orden = proyecto.cargo();
    orden.args(["build", "--profile", perfil, "--package", "ventanilla-backend"]);
    proceso::run(&mut orden, "el programa «ventanilla» no compila; el motivo está arriba")?;
    let nombre = format!("ventanilla{}", std::env::consts::EXE_SUFFIX);
    Ok(proyecto.target()?.join(carpeta).join(nombre))
}
