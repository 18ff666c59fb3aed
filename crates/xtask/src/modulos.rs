//! Modules that load when somebody asks for them. Trunk knows only the page, so they are built here: cargo,
//! wasm-bindgen, wasm-opt, a name with the hash of the contents, and `dist/modulos.json`, the one list that the page reads.

use crate::a_la_par;
use crate::estilos;
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

/// A module that is not the page's first one.
struct Modulo {
    /// Its name in `modulos.json`.
    nombre: &'static str,
    /// What cargo builds.
    objetivo: &'static [&'static str],
    /// The file that cargo leaves.
    archivo: &'static str,
    /// Profile of the optimised build.
    perfil: &'static str,
    /// How wasm-opt treats it.
    nivel: &'static str,
}

/// The modules without a screen, in one order so that they are linked at the same time.
const DE_CALCULO: [&str; 5] = [
    "--package",
    "ventanilla-puerta",
    "--package",
    "ventanilla-lector",
    "--lib",
];

const MODULOS: [Modulo; 5] = [
    Modulo {
        nombre: "puerta",
        objetivo: &DE_CALCULO,
        archivo: "ventanilla_puerta.wasm",
        perfil: "puerta",
        nivel: "-O3",
    },
    Modulo {
        nombre: "tramites",
        objetivo: &["--package", "ventanilla-web", "--bin", "ventanilla-tramites"],
        archivo: "ventanilla-tramites.wasm",
        perfil: "release",
        nivel: "-Oz",
    },
    Modulo {
        nombre: "capacitacion",
        objetivo: &["--package", "ventanilla-web", "--bin", "ventanilla-capacitacion-web"],
        archivo: "ventanilla-capacitacion-web.wasm",
        perfil: "release",
        nivel: "-Oz",
    },
    Modulo {
        nombre: "archivos",
        objetivo: &["--package", "ventanilla-web", "--bin", "ventanilla-archivos-web"],
        archivo: "ventanilla-archivos-web.wasm",
        perfil: "release",
        nivel: "-Oz",
    },
    // Only a Worker loads it (public/obrero.js).
    Modulo {
        nombre: "lector",
        objetivo: &DE_CALCULO,
        archivo: "ventanilla_lector.wasm",
        perfil: "puerta",
        nivel: "-O3",
    },
];

/// Builds every module into `dist/`.
pub fn build(proyecto: &Proyecto, rapido: bool) -> Result<()> {
    for modulo in &MODULOS {
        compilar(proyecto, modulo, rapido)?;
    }
    let hechos = a_la_par::hacer(&MODULOS, |modulo| enlazar(proyecto, modulo, rapido))?;
    let mut lista = serde_json::Map::new();
    for (modulo, (js, wasm)) in MODULOS.iter().zip(hechos) {
        lista.insert(modulo.nombre.to_owned(), serde_json::json!({ "js": js, "wasm": wasm }));
    }
    lista.extend(primera_pagina(proyecto)?);
    let lista = serde_json::Value::Object(lista).to_string();
    fs::write(proyecto.dist().join("modulos.json"), lista).context("no se pudo escribir dist/modulos.json")
}

/// What Trunk named: the first module and the style, and the sheet of those who live in a shadow root.
fn primera_pagina(proyecto: &Proyecto) -> Result<serde_json::Map<String, serde_json::Value>> {
    let pagina = fs::read_to_string(proyecto.dist().join("index.html")).context("falta dist/index.html")?;
    let nombre = |antes: &str, despues: &str| {
        atributo(&pagina, antes, despues).with_context(|| format!("dist/index.html no tiene «{antes}…{despues}»"))
    };
    let (js, wasm) = (nombre("data-js=", ".js")?, nombre("data-wasm=", ".wasm")?);
    let estilo = nombre("href=", ".css")?;
    let hoja = fs::read_to_string(proyecto.dist().join(&estilo)).context("falta la hoja de estilo en dist/")?;
    let incrustada = estilos::en_la_letra_del_portal(&hoja);
    let nombre = con_huella("incrustado", incrustada.as_bytes(), "css");
    fs::write(proyecto.dist().join(&nombre), incrustada).context("no se pudo escribir en dist/")?;
    let mut lista = serde_json::Map::new();
    lista.insert("consulta".to_owned(), serde_json::json!({ "js": js, "wasm": wasm }));
    lista.insert("estilo".to_owned(), estilo.into());
    lista.insert("estilo_incrustado".to_owned(), nombre.into());
    Ok(lista)
}

/// The name of a file in an attribute, with its quotes or, as the minified page has it, without them.
fn atributo(pagina: &str, antes: &str, despues: &str) -> Option<String> {
    pagina.split(antes).skip(1).find_map(|resto| {
        let valor = resto
            .trim_start_matches(['"', '\''])
            .split(['"', '\'', ' ', '>'])
            .next()?;
        valor
            .ends_with(despues)
            .then(|| valor.trim_start_matches("./").to_owned())
    })
}

fn compilar(proyecto: &Proyecto, modulo: &Modulo, rapido: bool) -> Result<()> {
    let perfil = if rapido { "dev" } else { modulo.perfil };
    let mut orden = proyecto.cargo();
    orden.arg("build").args(modulo.objetivo).args(["--profile", perfil]);
    orden.args(["--target", "wasm32-unknown-unknown"]);
    proyecto.con_banderas_de_wasm(&mut orden, !rapido);
    let si_falla = format!("el módulo «{}» no compila; el motivo está arriba", modulo.nombre);
    proceso::run(&mut orden, &si_falla)
}

/// Binds and optimises what was compiled; gives the names of its script and its code.
fn enlazar(proyecto: &Proyecto, modulo: &Modulo, rapido: bool) -> Result<(String, String)> {
    let carpeta = if rapido { "debug" } else { modulo.perfil };
    let destino = proyecto.target()?.join("wasm32-unknown-unknown").join(carpeta);
    let salida = destino.join([modulo.nombre, "-enlazado"].concat());
    bindgen(proyecto, modulo, &destino.join(modulo.archivo), &salida)?;
    let wasm = salida.join([modulo.nombre, "_bg.wasm"].concat());
    if !rapido {
        optimizar(proyecto, modulo, &wasm)?;
    }
    let js = publicar(proyecto, modulo, &salida.join([modulo.nombre, ".js"].concat()), "js")?;
    let wasm = publicar(proyecto, modulo, &wasm, "wasm")?;
    Ok((js, wasm))
}

fn bindgen(proyecto: &Proyecto, modulo: &Modulo, wasm: &Path, salida: &Path) -> Result<()> {
    let mut orden = proyecto.orden("wasm-bindgen");
    orden.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        modulo.nombre,
        "--out-dir",
    ]);
    proceso::run_quiet(
        orden.arg(salida).arg(wasm),
        &format!("wasm-bindgen no pudo enlazar el módulo «{}»", modulo.nombre),
    )
}

fn optimizar(proyecto: &Proyecto, modulo: &Modulo, wasm: &Path) -> Result<()> {
    let mut orden = proyecto.orden("wasm-opt");
    orden.arg(modulo.nivel).args(RASGOS).arg(wasm).arg("-o").arg(wasm);
    let si_falla = format!("wasm-opt no pudo optimizar el módulo «{}»", modulo.nombre);
    proceso::run_quiet(&mut orden, &si_falla)
}

/// Copies a file to `dist/` under a name with its hash; gives the name.
fn publicar(proyecto: &Proyecto, modulo: &Modulo, archivo: &PathBuf, extension: &str) -> Result<String> {
    let bytes = fs::read(archivo).with_context(|| format!("falta {}", archivo.display()))?;
    let nombre = con_huella(modulo.nombre, &bytes, extension);
    fs::write(proyecto.dist().join(&nombre), bytes).context("no se pudo escribir en dist/")?;
    Ok(nombre)
}

/// A name that changes with the contents.
fn con_huella(nombre: &str, bytes: &[u8], extension: &str) -> String {
    let mut huella = DefaultHasher::new();
    bytes.hash(&mut huella);
    format!("{nombre}-{:016x}.{extension}", huella.finish())
}

#[cfg(test)]
mod tests {
    use super::atributo;

    #[test]
    fn finds_the_names_with_and_without_quotes() {
        let paginas = [
            r#"<link rel="icon" href="./i.svg"><link rel="stylesheet" href="./v-1.css"><script data-js="./a-1.js" data-wasm="./a-1_bg.wasm">"#,
            "<link href=./i.svg rel=icon><link href=./v-1.css rel=stylesheet><script data-js=./a-1.js data-wasm=./a-1_bg.wasm>",
        ];
        for pagina in paginas {
            assert_eq!(atributo(pagina, "href=", ".css").as_deref(), Some("v-1.css"));
            assert_eq!(atributo(pagina, "data-js=", ".js").as_deref(), Some("a-1.js"));
            assert_eq!(atributo(pagina, "data-wasm=", ".wasm").as_deref(), Some("a-1_bg.wasm"));
        }
        assert_eq!(atributo("<p>", "data-js=", ".js"), None);
    }
}
