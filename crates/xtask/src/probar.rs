//! `cargo xtask test`: every check, each timed; one that fails does not hide the next.

use crate::orden::Alcance;
use crate::proyecto::Proyecto;
use crate::servidor::Servidor;
use crate::{capturas, comprimir, construir, estilos, pasos, proceso};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Files of browser tests that run at the same time, each with its own browser: two keep two cores busy.
const ARCHIVOS_A_LA_VEZ: &str = "2";

struct Etapa {
    nombre: &'static str,
    duracion: Duration,
    error: Option<anyhow::Error>,
}

/// Runs the stages of `alcance` and prints what each took.
pub fn run(proyecto: &Proyecto, alcance: Alcance) -> Result<()> {
    let mut etapas = vec![stage("preparación", || prepare(proyecto, alcance))];
    if etapas.iter().all(|etapa| etapa.error.is_none()) {
        if alcance != Alcance::Navegador {
            etapas.extend(native(proyecto));
        }
        if alcance != Alcance::Nativo {
            etapas.extend(browser(proyecto));
        }
    }
    summary(&etapas)
}

fn stage(nombre: &'static str, hacer: impl FnOnce() -> Result<()>) -> Etapa {
    println!("\n── {nombre}");
    let inicio = Instant::now();
    let error = hacer().err();
    if let Some(error) = &error {
        eprintln!("error: {error:#}");
    }
    Etapa {
        nombre,
        duracion: inicio.elapsed(),
        error,
    }
}

fn prepare(proyecto: &Proyecto, alcance: Alcance) -> Result<()> {
    match alcance {
        Alcance::Nativo => pasos::for_build(proyecto)?,
        Alcance::Todo | Alcance::Navegador => pasos::all(proyecto)?,
    }
    estilos::concatenate(proyecto)
}

fn native(proyecto: &Proyecto) -> Vec<Etapa> {
    let cargo = |argumentos: &[&str], si_falla: &str| proceso::run(proyecto.cargo().args(argumentos), si_falla);
    vec![
        stage("formato", || {
            cargo(
                &["fmt", "--all", "--", "--check"],
                "hay código sin formato; arréglelo con «cargo fmt --all»",
            )
        }),
        stage("clippy", || {
            cargo(
                &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
                "clippy encontró avisos; están arriba",
            )
        }),
        stage("clippy para wasm", || clippy_wasm(proyecto)),
        stage("pruebas nativas", || {
            cargo(&["test", "--workspace"], "hay pruebas nativas que fallan; están arriba")
        }),
    ]
}

fn clippy_wasm(proyecto: &Proyecto) -> Result<()> {
    let mut orden = proyecto.cargo();
    orden.args([
        "clippy",
        "--package",
        "ventanilla-web",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    orden.args(["--", "-D", "warnings"]);
    proyecto.con_banderas_de_wasm(&mut orden, false);
    proceso::run(&mut orden, "clippy encontró avisos en la página; están arriba")
}

fn browser(proyecto: &Proyecto) -> Vec<Etapa> {
    let mut programa = None;
    let construir = stage("construcción", || {
        construir::pagina(proyecto, false)?;
        programa = Some(construir::nativo_de_pruebas(proyecto)?);
        Ok(())
    });
    let Some(programa) = programa else {
        return vec![construir];
    };
    vec![
        construir,
        stage("pruebas en el navegador", || browser_tests(proyecto, &programa)),
    ]
}

fn browser_tests(proyecto: &Proyecto, programa: &Path) -> Result<()> {
    let pruebas = test_files(proyecto)?;
    if pruebas.is_empty() {
        println!("todavía no hay pruebas en tests/navegador/*.test.mjs");
        return Ok(());
    }
    let servidor = Servidor::start(proyecto, programa)?;
    let mut orden = capturas::node(proyecto, &servidor, programa)?;
    let a_la_vez = ["--test-concurrency=", ARCHIVOS_A_LA_VEZ].concat();
    orden.args(["--test", "--test-reporter=spec", &a_la_vez]).args(pruebas);
    proceso::run(&mut orden, "hay pruebas en el navegador que fallan; están arriba")
}

fn test_files(proyecto: &Proyecto) -> Result<Vec<PathBuf>> {
    let carpeta = proyecto.archivo("tests/navegador");
    if !carpeta.is_dir() {
        return Ok(Vec::new());
    }
    let mut archivos = comprimir::files_below(&carpeta)?;
    archivos.retain(|ruta| ruta.parent() == Some(&carpeta) && ruta.to_string_lossy().ends_with(".test.mjs"));
    Ok(archivos)
}

fn summary(etapas: &[Etapa]) -> Result<()> {
    println!("\n── resumen");
    for etapa in etapas {
        let marca = if etapa.error.is_none() { '✔' } else { '✘' };
        println!("{marca} {:<26} {:>8.1} s", etapa.nombre, etapa.duracion.as_secs_f64());
    }
    let fallidas: Vec<&str> = etapas
        .iter()
        .filter(|etapa| etapa.error.is_some())
        .map(|etapa| etapa.nombre)
        .collect();
    if !fallidas.is_empty() {
        bail!("no pasó: {}", fallidas.join(", "));
    }
    Ok(())
}
