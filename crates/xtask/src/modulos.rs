//! Modules that load when somebody asks for them. Trunk knows only the page, so they are built here: cargo,
//! wasm-bindgen, wasm-opt, a name with the hash of the contents, and `dist/modulos.json`, the one list that the page reads.

use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// What rustc emits and wasm-opt must be told (see index.html).
const RASGOS: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the contract's door (`crates/puerta`) into `dist/`.
pub fn build(proyecto: &Proyecto, rapido: bool) -> Result<()> {
    let perfil = if rapido { "dev" } else { "puerta" };
    let mut orden = proyecto.cargo();
    orden.args(["build", "--package", "ventanilla-puerta", "--lib", "--profile", perfil]);
    orden.args(["--target", "wasm32-unknown-unknown"]);
    proyecto.con_rutas_neutras(&mut orden);
    proceso::run(&mut orden, "el módulo «puerta» no compila; el motivo está arriba")?;
    let carpeta = if rapido { "debug" } else { "puerta" };
    let destino = proyecto.target()?.join("wasm32-unknown-unknown").join(carpeta);
    let salida = destino.join("puerta-enlazada");
    bindgen(proyecto, &destino.join("ventanilla_puerta.wasm"), &salida)?;
    let wasm = salida.join("puerta_bg.wasm");
    if !rapido {
        optimizar(proyecto, &wasm)?;
    }
    let js = publicar(proyecto, &salida.join("puerta.js"), "js")?;
    let wasm = publicar(proyecto, &wasm, "wasm")?;
    let lista = serde_json::json!({ "puerta": { "js": js, "wasm": wasm } });
    fs::write(proyecto.dist().join("modulos.json"), lista.to_string()).context("no se pudo escribir dist/modulos.json")
}

fn bindgen(proyecto: &Proyecto, wasm: &Path, salida: &Path) -> Result<()> {
    let mut orden = proyecto.orden("wasm-bindgen");
    orden.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "puerta",
        "--out-dir",
    ]);
    proceso::run_quiet(
        orden.arg(salida).arg(wasm),
        "wasm-bindgen no pudo enlazar el módulo «puerta»",
    )
}

fn optimizar(proyecto: &Proyecto, wasm: &Path) -> Result<()> {
    let mut orden = proyecto.orden("wasm-opt");
    orden.arg("-O3").args(RASGOS).arg(wasm).arg("-o").arg(wasm);
    proceso::run_quiet(&mut orden, "wasm-opt no pudo optimizar el módulo «puerta»")
}

/// Copies a file to `dist/` under a name with its hash; gives the name.
fn publicar(proyecto: &Proyecto, archivo: &PathBuf, extension: &str) -> Result<String> {
    let bytes = fs::read(archivo).with_context(|| format!("falta {}", archivo.display()))?;
    let mut huella = DefaultHasher::new();
    bytes.hash(&mut huella);
    let nombre = format!("puerta-{:016x}.{extension}", huella.finish());
    fs::write(proyecto.dist().join(&nombre), bytes).context("no se pudo escribir en dist/")?;
    Ok(nombre)
}
