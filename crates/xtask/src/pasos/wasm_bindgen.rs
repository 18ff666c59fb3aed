//! Step: `wasm-bindgen`, in exactly the version that Cargo.lock names.

use super::Paso;
use super::candado;
use crate::proceso;
use crate::proyecto::{Proyecto, cargo_home};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

pub const PASO: Paso = Paso {
    nombre: "wasm-bindgen",
    found,
    install,
};

fn found(proyecto: &Proyecto) -> Option<String> {
    let pedida = version(proyecto).ok()?;
    (installed(proyecto)? == pedida).then_some(pedida)
}

fn version(proyecto: &Proyecto) -> Result<String> {
    let candado = fs::read_to_string(proyecto.archivo("Cargo.lock"))
        .context("falta Cargo.lock; créelo con «cargo generate-lockfile»")?;
    candado::version_of(&candado, "wasm-bindgen")
        .context("Cargo.lock no nombra wasm-bindgen; recréelo con «cargo generate-lockfile»")
}

fn installed(proyecto: &Proyecto) -> Option<String> {
    let texto = proceso::try_capture(proyecto.orden("wasm-bindgen").arg("--version"))?;
    texto.split_whitespace().nth(1).map(String::from)
}

fn install(proyecto: &Proyecto) -> Result<()> {
    let version = version(proyecto)?;
    // Another version may serve another project: it stays, ours goes to this repository alone.
    let hay_otra = installed(proyecto).is_some();
    let raiz = cargo_home()
        .filter(|_| !hay_otra)
        .unwrap_or_else(|| proyecto.herramientas());
    let mut orden = cargo_install(proyecto, &version, &raiz);
    if proceso::try_capture(orden.arg("--locked")).is_some() {
        return Ok(());
    }
    let si_falla = format!(
        "no se pudo instalar wasm-bindgen; instálelo a mano con «cargo install wasm-bindgen-cli --version ={version}»"
    );
    proceso::run(&mut cargo_install(proyecto, &version, &raiz), &si_falla)
}

fn cargo_install(proyecto: &Proyecto, version: &str, raiz: &Path) -> Command {
    let mut orden = proyecto.cargo();
    orden.args([
        "install",
        "--quiet",
        "wasm-bindgen-cli",
        "--debug",
        "--bin",
        "wasm-bindgen",
    ]);
    orden
        .args(["--version", &format!("={version}")])
        .arg("--root")
        .arg(raiz);
    orden
}
