//! Step: the standard library for `wasm32-unknown-unknown`.

use super::Paso;
use super::rust_src;
use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The target of the page.
pub const DESTINO: &str = "wasm32-unknown-unknown";

pub const PASO: Paso = Paso {
    nombre: "destino wasm32-unknown-unknown",
    found,
    install,
};

/// There when its `core` is, whoever put it there.
fn found(proyecto: &Proyecto) -> Option<String> {
    let carpeta = libdir(proyecto).ok()?;
    let hay_core = fs::read_dir(carpeta).ok()?.filter_map(Result::ok).any(|archivo| {
        let nombre = archivo.file_name().to_string_lossy().into_owned();
        nombre.starts_with("libcore-") && nombre.ends_with(".rlib")
    });
    hay_core.then(|| "biblioteca estándar".into())
}

fn install(proyecto: &Proyecto) -> Result<()> {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", DESTINO]);
    if proceso::try_capture(&mut rustup).is_some() && found(proyecto).is_some() {
        return Ok(());
    }
    println!("    rustup no lo da; se compila con el paquete rust-src de Debian");
    rust_src::build_target(proyecto).with_context(|| {
        format!(
            "no se pudo obtener el destino {DESTINO}; instálelo a mano con \
             «rustup target add {DESTINO}»"
        )
    })
}

/// Where rustc looks for the libraries of the target.
pub fn libdir(proyecto: &Proyecto) -> Result<PathBuf> {
    rustc_print(proyecto, &["target-libdir", "--target", DESTINO])
}

/// A path that `rustc --print` answers.
pub fn rustc_print(proyecto: &Proyecto, que: &[&str]) -> Result<PathBuf> {
    let mut orden = proyecto.orden("rustc");
    let texto = proceso::capture(orden.arg("--print").args(que), "rustc no respondió")?;
    Ok(PathBuf::from(texto.trim()))
}
