//! The way round when rustup cannot give the wasm target: Debian packages the sources of the same
//! rustc, and with them cargo builds the standard library (about half a minute).

use super::fuentes_apt::{self, Fuente};
use super::wasm::{self, DESTINO};
use crate::comprimir::files_below;
use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Suites that may hold the version of rustc that rustup installed.
const SUITES: &[&str] = &["trixie-backports", "trixie", "forky", "sid"];
const PAQUETE: &str = "rust-src";

/// Builds and installs the libraries of the target into rustc's own folder.
pub fn build_target(proyecto: &Proyecto) -> Result<()> {
    let taller = Taller::new()?;
    let version = rustc_version(proyecto)?;
    let sources = sysroot(proyecto)?.join("lib/rustlib/src/rust/library");
    if !sources.join("Cargo.lock").is_file() {
        let paquete = download(&taller, &version)?;
        install_sources(&taller, &paquete, &sources)?;
    }
    let libreria = build_std(proyecto, &taller)?;
    install_rlibs(&libreria, &wasm::libdir(proyecto)?)
}

/// A temporary folder that goes away at the end.
struct Taller(PathBuf);

impl Taller {
    fn new() -> Result<Self> {
        let carpeta = std::env::temp_dir().join(format!("ventanilla-wasm-{}", std::process::id()));
        for parte in ["lists/partial", "cache/archives/partial", "vacio", "fuera", "crate/src"] {
            fs::create_dir_all(carpeta.join(parte)).context("no se pudo crear una carpeta temporal")?;
        }
        Ok(Self(carpeta))
    }

    /// An apt program that sees only our one archive and touches nothing of the machine.
    fn apt(&self, programa: &str) -> Command {
        let opcion = |clave: &str, ruta: &str| format!("{clave}={}", self.0.join(ruta).display());
        let mut orden = Command::new(programa);
        orden.current_dir(self.0.join("fuera"));
        for valor in [
            opcion("Dir::State::Lists", "lists"),
            opcion("Dir::Cache", "cache"),
            opcion("Dir::Etc::SourceList", "sources.list"),
            opcion("Dir::Etc::SourceParts", "vacio"),
            "APT::Sandbox::User=".into(),
            "Acquire::Languages=none".into(),
        ] {
            orden.args(["-o", &valor]);
        }
        orden
    }
}

impl Drop for Taller {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn rustc_version(proyecto: &Proyecto) -> Result<String> {
    let texto = proceso::capture(proyecto.orden("rustc").arg("-vV"), "rustc no respondió")?;
    let version = texto.lines().find_map(|linea| linea.strip_prefix("release: "));
    version.map(String::from).context("rustc no dijo su versión")
}

fn sysroot(proyecto: &Proyecto) -> Result<PathBuf> {
    wasm::rustc_print(proyecto, &["sysroot"])
}

/// Downloads the package whose version is rustc's; gives the file.
fn download(taller: &Taller, version: &str) -> Result<PathBuf> {
    let Some(debian) = fuentes_apt::debian_of_this_machine() else {
        bail!("apt no tiene configurado un archivo de Debian del que tomar {PAQUETE}");
    };
    for suite in SUITES {
        fs::write(taller.0.join("sources.list"), source_line(&debian, suite))?;
        if proceso::try_capture(taller.apt("apt-get").arg("update")).is_none() {
            continue;
        }
        let lista = proceso::try_capture(taller.apt("apt-cache").args(["madison", PAQUETE]));
        let Some(completa) = version_in_madison(&lista.unwrap_or_default(), version) else {
            continue;
        };
        println!("    {PAQUETE} {completa}, de {suite}");
        let pedido = format!("{PAQUETE}={completa}");
        let si_falla = "apt-get no pudo descargar las fuentes de Rust";
        proceso::run_quiet(taller.apt("apt-get").args(["download", &pedido]), si_falla)?;
        let descargados = files_below(&taller.0.join("fuera"))?;
        return descargados
            .into_iter()
            .next()
            .context("apt-get no dejó el paquete descargado");
    }
    bail!("Debian no tiene {PAQUETE} en la versión {version} de rustc")
}

fn source_line(debian: &Fuente, suite: &str) -> String {
    let llave = debian
        .llave
        .as_ref()
        .map(|l| format!(" [signed-by={l}]"))
        .unwrap_or_default();
    format!("deb{llave} {} {suite} main\n", debian.uri)
}

/// `apt-cache madison` prints `package | version | archive`; the Debian revision may be any.
fn version_in_madison(texto: &str, version: &str) -> Option<String> {
    texto
        .lines()
        .filter_map(|linea| linea.split('|').nth(1).map(str::trim))
        .find(|completa| {
            let resto = completa.strip_prefix(version);
            resto.is_some_and(|r| r.is_empty() || r.starts_with(['+', '~', '-']))
        })
        .map(String::from)
}

fn install_sources(taller: &Taller, paquete: &Path, destino: &Path) -> Result<()> {
    let abierto = taller.0.join("abierto");
    let mut dpkg = Command::new("dpkg");
    dpkg.arg("-x").arg(paquete).arg(&abierto);
    proceso::run_quiet(&mut dpkg, "dpkg no pudo abrir el paquete de fuentes de Rust")?;
    let library =
        library_below(&abierto.join("usr")).context("el paquete de fuentes de Rust no trae la carpeta library")?;
    let padre = destino.parent().context("rustc dio una carpeta sin padre")?;
    fs::create_dir_all(padre).context("no se puede escribir en la carpeta de rustc")?;
    let _ = fs::remove_dir_all(destino);
    let mut copia = Command::new("cp");
    copia.args(["-a", "--"]).arg(library).arg(destino);
    proceso::run_quiet(&mut copia, "no se pudieron copiar las fuentes a la carpeta de rustc")
}

/// `usr/src/rustc-*/library` or `usr/lib/rustlib/src/rust/library`, whichever is a real folder.
fn library_below(usr: &Path) -> Option<PathBuf> {
    let en_src = fs::read_dir(usr.join("src")).into_iter().flatten().flatten();
    en_src
        .map(|entrada| entrada.path().join("library"))
        .chain([usr.join("lib/rustlib/src/rust/library")])
        .find(|carpeta| carpeta.join("core").is_dir())
}

/// Builds an empty crate together with the standard library; gives the folder with the rlibs.
fn build_std(proyecto: &Proyecto, taller: &Taller) -> Result<PathBuf> {
    let carpeta = taller.0.join("crate");
    let manifiesto = "[package]\nname = \"vacio\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
                      [workspace]\n[profile.release]\ndebug = false\n";
    fs::write(carpeta.join("Cargo.toml"), manifiesto)?;
    fs::write(carpeta.join("src/lib.rs"), "")?;
    let mut orden = proyecto.cargo();
    orden
        .current_dir(&carpeta)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode inside, fat LTO of the page fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", carpeta.join("target"))
        .args(["build", "--release", "--target", DESTINO])
        .args(["-Z", "build-std=std,panic_abort,panic_unwind,proc_macro,test"]);
    proceso::run_quiet(&mut orden, "cargo no pudo compilar la biblioteca estándar para wasm32")?;
    Ok(carpeta.join("target").join(DESTINO).join("release/deps"))
}

fn install_rlibs(de: &Path, a: &Path) -> Result<()> {
    fs::create_dir_all(a).context("no se puede escribir en la carpeta de rustc")?;
    for archivo in files_below(de)? {
        let nombre = archivo.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if nombre.ends_with(".rlib") && !nombre.starts_with("libvacio-") {
            fs::copy(&archivo, a.join(&nombre))
                .with_context(|| format!("no se pudo copiar {nombre} a la carpeta de rustc"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_version_of_rustc() {
        let texto = "  rust-src | 1.96.0+dfsg1-1 | http://e/debian sid/main amd64 Packages\n  \
                     rust-src | 1.95.0+dfsg1-1~bpo13+1 | http://e/debian x/main amd64 Packages\n";
        let version = version_in_madison(texto, "1.95.0");
        assert_eq!(version.as_deref(), Some("1.95.0+dfsg1-1~bpo13+1"));
        assert_eq!(version_in_madison(texto, "1.9"), None);
        assert_eq!(version_in_madison("", "1.95.0"), None);
    }

    #[test]
    fn writes_the_one_line_of_apt() {
        let debian = Fuente {
            uri: "http://e/debian".into(),
            ..Fuente::default()
        };
        assert_eq!(source_line(&debian, "sid"), "deb http://e/debian sid main\n");
        let con_llave = Fuente {
            llave: Some("/k.gpg".into()),
            ..debian
        };
        let linea = "deb [signed-by=/k.gpg] http://e/debian sid main\n";
        assert_eq!(source_line(&con_llave, "sid"), linea);
    }
}
