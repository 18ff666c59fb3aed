//! Steps: the npm tools of package-lock.json. `wasm-opt` shrinks the page; the others drive the
//! browser in the tests.

use super::Paso;
use super::apt;
use super::candado;
use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result, bail};
use std::fs;

/// Versions before this do not know the features that rustc now uses (Debian's is 108).
const WASM_OPT_MINIMO: u32 = 123;

pub const WASM_OPT: Paso = Paso {
    nombre: "wasm-opt",
    found: wasm_opt,
    install: |proyecto| npm_ci(proyecto, 18),
};

pub const PRUEBAS: Paso = Paso {
    nombre: "herramientas de npm para las pruebas",
    found: pruebas,
    install: |proyecto| npm_ci(proyecto, 20),
};

fn wasm_opt(proyecto: &Proyecto) -> Option<String> {
    let texto = proceso::try_capture(proyecto.orden("wasm-opt").arg("--version"))?;
    let version = wasm_opt_version(&texto)?;
    (version >= WASM_OPT_MINIMO).then(|| version.to_string())
}

fn pruebas(proyecto: &Proyecto) -> Option<String> {
    node_version(proyecto).filter(|version| *version >= 20)?;
    let paquetes = candado::npm_packages(&fs::read_to_string(candado(proyecto)).ok()?);
    let esta = |nombre: &str, version: &str| {
        let ruta = proyecto.archivo("node_modules").join(nombre).join("package.json");
        let json: Option<serde_json::Value> = fs::read_to_string(ruta)
            .ok()
            .and_then(|texto| serde_json::from_str(&texto).ok());
        json.is_some_and(|json| json["version"] == version)
    };
    let completo = paquetes.iter().all(|(nombre, version)| esta(nombre, version));
    let nombres: Vec<&str> = paquetes.iter().map(|(nombre, _)| nombre.as_str()).collect();
    completo.then(|| nombres.join(", "))
}

fn candado(proyecto: &Proyecto) -> std::path::PathBuf {
    proyecto.archivo("package-lock.json")
}

fn npm_ci(proyecto: &Proyecto, node_minimo: u32) -> Result<()> {
    ensure_node(proyecto, node_minimo)?;
    let mut orden = proyecto.orden("npm");
    orden.args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]);
    let si_falla = "«npm ci» falló; revise la conexión y repítalo a mano en esta carpeta";
    proceso::run_quiet(&mut orden, si_falla)
}

fn ensure_node(proyecto: &Proyecto, minimo: u32) -> Result<()> {
    if node_version(proyecto).is_none() || proyecto.programa("npm").is_none() {
        apt::install(&["nodejs", "npm"])
            .with_context(|| format!("faltan node y npm; instale a mano Node {minimo} o posterior"))?;
    }
    match node_version(proyecto) {
        Some(version) if version >= minimo => Ok(()),
        Some(version) => {
            bail!("Node {version} es demasiado antiguo; instale a mano Node {minimo} o posterior")
        }
        None => bail!("falta node; instale a mano Node {minimo} o posterior"),
    }
}

fn node_version(proyecto: &Proyecto) -> Option<u32> {
    let texto = proceso::try_capture(proyecto.orden("node").arg("--version"))?;
    texto.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// `wasm-opt version 132 (version_132)`.
fn wasm_opt_version(texto: &str) -> Option<u32> {
    texto.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_wasm_opt() {
        assert_eq!(wasm_opt_version("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(wasm_opt_version("wasm-opt version 108"), Some(108));
        assert_eq!(wasm_opt_version("otra cosa"), None);
    }
}
