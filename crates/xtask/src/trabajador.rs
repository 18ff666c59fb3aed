//! The service worker: `public/sw.js` with the list of everything that the page is made of. It is the last file of the
//! build, because it names all the others and what is in them.

use crate::comprimir;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Where the template has its version and its list.
const VERSION: &str = "const VERSION = \"sin construir\";";
const ARCHIVOS: &str = "const ARCHIVOS = [];";

/// A file as the worker knows it.
#[derive(Debug, PartialEq, Eq)]
struct Archivo {
    /// Its name below `dist/`, with `/`.
    nombre: String,
    /// Subresource Integrity of its contents.
    integridad: String,
    /// Whether its name changes with its contents.
    con_huella: bool,
}

/// Writes `dist/sw.js`; says how many files it keeps.
pub fn build(proyecto: &Proyecto) -> Result<usize> {
    let plantilla = fs::read_to_string(proyecto.archivo("public/sw.js")).context("falta public/sw.js")?;
    let archivos = files(&proyecto.dist())?;
    let texto = fill(&plantilla, &archivos)?;
    fs::write(proyecto.dist().join("sw.js"), texto).context("no se pudo escribir dist/sw.js")?;
    Ok(archivos.len())
}

/// What the page needs to work without a network: neither itself, nor copies compressed beforehand, nor what is there for
/// whoever embeds it (types and an example).
fn files(dist: &Path) -> Result<Vec<Archivo>> {
    let mut archivos = Vec::new();
    for ruta in comprimir::files_below(dist)? {
        let relativa = ruta.strip_prefix(dist).context("un archivo fuera de dist/")?;
        let nombre = relativa.to_string_lossy().replace('\\', "/");
        let sobra = [".br", ".gz", ".d.ts"].iter().any(|fin| nombre.ends_with(fin));
        if sobra || nombre == "sw.js" || nombre.starts_with("ejemplo/portal") {
            continue;
        }
        let bytes = fs::read(&ruta).with_context(|| format!("no se pudo leer {}", ruta.display()))?;
        archivos.push(Archivo {
            integridad: format!("sha256-{}", STANDARD.encode(Sha256::digest(&bytes))),
            con_huella: has_hash(&nombre),
            nombre,
        });
    }
    Ok(archivos)
}

/// The worker's text. The version is the hash of the list: the same page gives the same worker, byte for byte.
fn fill(plantilla: &str, archivos: &[Archivo]) -> Result<String> {
    ensure!(
        plantilla.contains(VERSION) && plantilla.contains(ARCHIVOS),
        "public/sw.js no tiene dónde escribir la versión y la lista"
    );
    let lista: Vec<_> = archivos
        .iter()
        .map(|a| serde_json::json!([a.nombre, a.integridad, a.con_huella]).to_string())
        .collect();
    let lista = lista.join(",\n  ");
    let huella = Sha256::digest([plantilla, &lista].concat().as_bytes());
    let version: String = huella.iter().take(8).map(|b| format!("{b:02x}")).collect();
    Ok(plantilla
        .replace(VERSION, &format!("const VERSION = \"{version}\";"))
        .replace(ARCHIVOS, &format!("const ARCHIVOS = [\n  {lista},\n];")))
}

/// The same names that the server keeps for ever (crates/backend/src/rutas/pagina.rs).
fn has_hash(nombre: &str) -> bool {
    let archivo = nombre.rsplit('/').next().unwrap_or("");
    let tronco = archivo.split('.').next().unwrap_or("");
    let huella = tronco.trim_end_matches("_bg").rsplit('-').next().unwrap_or("");
    tronco.contains('-') && (12..=16).contains(&huella.len()) && huella.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{Archivo, fill, has_hash};

    const PLANTILLA: &str = include_str!("../../../public/sw.js");

    fn archivo(nombre: &str, integridad: &str) -> Archivo {
        Archivo {
            nombre: nombre.to_owned(),
            integridad: integridad.to_owned(),
            con_huella: has_hash(nombre),
        }
    }

    #[test]
    fn the_version_changes_with_any_file_and_only_then() -> anyhow::Result<()> {
        let una = fill(PLANTILLA, &[archivo("index.html", "sha256-a")])?;
        assert_eq!(una, fill(PLANTILLA, &[archivo("index.html", "sha256-a")])?);
        assert!(una.contains(r#"["index.html","sha256-a",false]"#), "{una}");
        let version = |texto: &str| {
            texto
                .lines()
                .find(|l| l.starts_with("const VERSION"))
                .map(str::to_owned)
        };
        let otra = fill(PLANTILLA, &[archivo("index.html", "sha256-b")])?;
        assert_ne!(version(&una), version(&otra));
        Ok(())
    }

    #[test]
    fn a_template_without_its_places_is_refused() {
        assert!(fill("nada", &[]).is_err());
    }

    #[test]
    fn knows_the_names_that_carry_a_hash() {
        assert!(has_hash("tramites-93b85c28c6d6bc8c.wasm"));
        assert!(has_hash("ventanilla-web-e9aea02ba3afbe8b_bg.wasm"));
        assert!(!has_hash("iconos/icono-192.png"));
        assert!(!has_hash("inicio.js"));
    }
}
