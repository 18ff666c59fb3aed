//! Joins `style/*.css`, in the order of their names, into the one sheet that the page loads.
//!
//! Trunk does not follow `@import`, and one file is one request. Trunk calls this before each build.

use crate::proyecto::Proyecto;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

const SALIDA: &str = "style/ventanilla.css";

/// Writes the joined sheet, only when it changes (so that a watching trunk does not start again).
pub fn concatenate(proyecto: &Proyecto) -> Result<()> {
    let salida = proyecto.archivo(SALIDA);
    let hojas = hojas(&proyecto.archivo("style"), &salida)?;
    let mut texto = String::from("/* Generado por «cargo xtask estilos»; no se edita. */\n");
    for hoja in hojas {
        let contenido = fs::read_to_string(&hoja)
            .with_context(|| format!("no se pudo leer la hoja de estilo {}", hoja.display()))?;
        texto.push_str(contenido.trim_end());
        texto.push('\n');
    }
    if fs::read_to_string(&salida).is_ok_and(|anterior| anterior == texto) {
        return Ok(());
    }
    fs::write(&salida, texto).with_context(|| format!("no se pudo escribir {SALIDA}"))
}

fn hojas(carpeta: &Path, salida: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(carpeta).context("no se pudo crear la carpeta style")?;
    let entradas = fs::read_dir(carpeta).context("no se pudo leer la carpeta style")?;
    let mut hojas: Vec<PathBuf> = entradas
        .filter_map(|entrada| entrada.ok().map(|e| e.path()))
        .filter(|ruta| ruta.extension().is_some_and(|e| e == "css") && ruta != salida)
        .collect();
    hojas.sort();
    Ok(hojas)
}
