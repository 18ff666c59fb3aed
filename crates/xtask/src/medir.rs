//! `cargo xtask bench`: the kernel, the backend, the browser and the first load, each against its budget.
//!
//! A bench prints one line a figure, `nombre: valor unidad`, and may end it with its own budget,
//! `[>= 5000000]` or `[<= 150]`; here the lines are only judged and lined up.

use crate::comprimir::{files_below, with_suffix};
use crate::proyecto::Proyecto;
use crate::servidor::Servidor;
use crate::{capturas, construir, pasos, proceso};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;

const NUCLEO: &str = "crates/reglas/examples/bench_cuotas.rs";
const NAVEGADOR: &str = "tests/navegador/bench.mjs";
/// Everything that a first visit fetches, with brotli.
const PRESUPUESTO_PRIMERA_CARGA: u64 = 150 * 1024;

/// Measures everything there is to measure; fails when a budget is not met.
pub fn run(proyecto: &Proyecto) -> Result<()> {
    pasos::all(proyecto)?;
    let mut cumple = kernel(proyecto)?;
    cumple &= backend(proyecto)?;
    construir::pagina(proyecto, false)?;
    cumple &= browser(proyecto)?;
    cumple &= first_load(proyecto)?;
    if !cumple {
        bail!("hay presupuestos que no se cumplen; están marcados con ✘");
    }
    Ok(())
}

fn kernel(proyecto: &Proyecto) -> Result<bool> {
    println!("\n── núcleo nativo");
    if !proyecto.archivo(NUCLEO).is_file() {
        println!("todavía no hay medición: falta {NUCLEO}");
        return Ok(true);
    }
    let mut orden = proyecto.cargo();
    orden.args([
        "run",
        "--quiet",
        "--profile",
        "servidor",
        "--package",
        "ventanilla-reglas",
    ]);
    orden.args(["--example", "bench_cuotas"]);
    Ok(print_figures(&proceso::capture(
        &mut orden,
        "la medición del núcleo falló",
    )?))
}

/// Accepted trámites per second and their p99, on SQLite and, when it is there, on PostgreSQL.
fn backend(proyecto: &Proyecto) -> Result<bool> {
    println!("\n── recepción de trámites");
    let mut orden = proyecto.cargo();
    orden.args([
        "run",
        "--quiet",
        "--profile",
        "servidor",
        "--package",
        "ventanilla-backend",
    ]);
    orden.args(["--example", "banco_tramites"]);
    Ok(print_figures(&proceso::capture(
        &mut orden,
        "la medición de la recepción de trámites falló",
    )?))
}

fn browser(proyecto: &Proyecto) -> Result<bool> {
    println!("\n── navegador");
    if !proyecto.archivo(NAVEGADOR).is_file() {
        println!("todavía no hay medición: falta {NAVEGADOR}");
        return Ok(true);
    }
    let programa = construir::nativo(proyecto)?;
    let servidor = Servidor::start(proyecto, &programa)?;
    let mut orden = capturas::node(proyecto, &servidor, &programa)?;
    Ok(print_figures(&proceso::capture(
        orden.arg(NAVEGADOR),
        "la medición del navegador falló",
    )?))
}

/// Prints each line with ✔ or ✘ when it has a budget; says whether all are met.
fn print_figures(texto: &str) -> bool {
    let mut cumplen = true;
    for linea in texto.lines() {
        let marca = match judge(linea) {
            None => ' ',
            Some(true) => '✔',
            Some(false) => '✘',
        };
        cumplen &= marca != '✘';
        println!("{marca} {linea}");
    }
    cumplen
}

/// Whether `nombre: valor unidad [>= límite]` meets its limit; `None` without one.
fn judge(linea: &str) -> Option<bool> {
    let (medida, limite) = linea.trim_end().strip_suffix(']')?.rsplit_once('[')?;
    let valor = number(medida.rsplit_once(':')?.1)?;
    if let Some(minimo) = limite.trim().strip_prefix(">=") {
        return Some(valor >= number(minimo)?);
    }
    Some(valor <= number(limite.trim().strip_prefix("<=")?)?)
}

/// The first word as a number; commas and underscores only group digits.
fn number(texto: &str) -> Option<f64> {
    texto.split_whitespace().next()?.replace([',', '_'], "").parse().ok()
}

fn first_load(proyecto: &Proyecto) -> Result<bool> {
    println!("\n── primera carga");
    println!("  {:<44} {:>11} {:>11}", "archivo", "bytes", "brotli");
    let (mut total, mut total_brotli) = (0, 0);
    for archivo in first_visit_files(proyecto)? {
        let ruta = proyecto.dist().join(&archivo);
        let bytes = size(&ruta)?;
        let brotli = size(&with_suffix(&ruta, ".br")).unwrap_or(bytes);
        println!("  {archivo:<44} {:>11} {:>11}", thousands(bytes), thousands(brotli));
        total += bytes;
        total_brotli += brotli;
    }
    println!(
        "  {:<44} {:>11} {:>11}",
        "total",
        thousands(total),
        thousands(total_brotli)
    );
    first_load_of_tramites(proyecto)?;
    let cumple = total_brotli <= PRESUPUESTO_PRIMERA_CARGA;
    let marca = if cumple { '✔' } else { '✘' };
    println!(
        "{marca} presupuesto: {} bytes con brotli",
        thousands(PRESUPUESTO_PRIMERA_CARGA)
    );
    Ok(cumple)
}

/// The same for somebody who goes straight to a trámite: its module instead of the page's first one.
fn first_load_of_tramites(proyecto: &Proyecto) -> Result<()> {
    let dist = proyecto.dist();
    let lista = fs::read_to_string(dist.join("modulos.json")).context("falta dist/modulos.json")?;
    let lista: serde_json::Value = serde_json::from_str(&lista).context("dist/modulos.json no se entiende")?;
    let mut archivos: Vec<String> = first_visit_files(proyecto)?
        .into_iter()
        .filter(|nombre| !nombre.starts_with("ventanilla-web"))
        .collect();
    archivos.push("modulos.json".to_owned());
    for parte in ["js", "wasm"] {
        archivos.extend(lista["tramites"][parte].as_str().map(ToOwned::to_owned));
    }
    let mut total = 0;
    for archivo in &archivos {
        let ruta = dist.join(archivo);
        total += size(&with_suffix(&ruta, ".br")).or_else(|_| size(&ruta))?;
    }
    println!(
        "  quien llega directo a un trámite baja {} bytes con brotli",
        thousands(total)
    );
    Ok(())
}

/// The page, whatever it names, and the modules that wasm-bindgen's script imports.
fn first_visit_files(proyecto: &Proyecto) -> Result<BTreeSet<String>> {
    let dist = proyecto.dist();
    let html = fs::read_to_string(dist.join("index.html"))
        .context("falta dist/index.html; constrúyalo con «cargo xtask build»")?;
    let mut archivos = BTreeSet::from(["index.html".to_string()]);
    archivos.extend(named_in(&html).into_iter().filter(|nombre| dist.join(nombre).is_file()));
    let snippets = dist.join("snippets");
    if snippets.is_dir() {
        for archivo in files_below(&snippets)?
            .iter()
            .filter(|a| a.extension() == Some("js".as_ref()))
        {
            let relativo = archivo.strip_prefix(&dist).unwrap_or(archivo);
            archivos.insert(relativo.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(archivos)
}

/// Values of the attributes that make a browser fetch something, quoted or not.
fn named_in(html: &str) -> BTreeSet<String> {
    ["href=", "src=", "data-js=", "data-wasm="]
        .iter()
        .flat_map(|atributo| html.split(atributo).skip(1))
        .filter_map(|resto| {
            resto
                .trim_start_matches(['"', '\''])
                .split(['"', '\'', ' ', '>'])
                .next()
        })
        .map(|valor| valor.trim_start_matches("./").trim_start_matches('/').to_string())
        .filter(|valor| !valor.is_empty())
        .collect()
}

fn size(ruta: &std::path::Path) -> Result<u64> {
    let datos = fs::metadata(ruta).with_context(|| format!("no se pudo leer {}", ruta.display()))?;
    Ok(datos.len())
}

/// `1234567` as `1,234,567`.
fn thousands(numero: u64) -> String {
    let cifras = numero.to_string();
    let mut salida = String::new();
    for (posicion, cifra) in cifras.chars().enumerate() {
        if posicion > 0 && (cifras.len() - posicion).is_multiple_of(3) {
            salida.push(',');
        }
        salida.push(cifra);
    }
    salida
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_a_line_by_its_own_budget() {
        assert_eq!(judge("cuotas: 6,000,000 por segundo [>= 5000000]"), Some(true));
        assert_eq!(judge("nómina: 180.5 ms [<= 150]"), Some(false));
        assert_eq!(judge("memoria: 3 MB"), None);
        assert_eq!(judge("rara: x [<= 1]"), None);
    }

    #[test]
    fn finds_what_a_page_names() {
        let html = "<link rel=stylesheet href=./a-1.css><script type=module src=\"./inicio.js\" \
                    data-js='./v.js' data-wasm=\"/v_bg.wasm\"></script><a href=\"#/x\">";
        let nombres = named_in(html);
        for nombre in ["a-1.css", "inicio.js", "v.js", "v_bg.wasm"] {
            assert!(nombres.contains(nombre), "{nombre}: {nombres:?}");
        }
    }

    #[test]
    fn groups_thousands() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(153_600), "153,600");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
