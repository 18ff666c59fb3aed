//! Where things are: the repository, what cargo builds, the tools of this repository.

use crate::proceso;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository this program was started in.
pub struct Proyecto {
    raiz: PathBuf,
}

impl Proyecto {
    /// Finds the repository: cargo says where the xtask package is, the root is two floors up.
    pub fn find() -> Result<Self> {
        let de_cargo = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let raiz = match de_cargo.as_deref().and_then(Path::parent).and_then(Path::parent) {
            Some(raiz) => raiz.to_path_buf(),
            None => env::current_dir().context("no se pudo leer la carpeta actual")?,
        };
        if !raiz.join("Trunk.toml").is_file() {
            bail!("esta no es la carpeta de Ventanilla; entre en ella y use «cargo xtask»");
        }
        Ok(Self { raiz })
    }

    /// The root of the repository.
    pub fn raiz(&self) -> &Path {
        &self.raiz
    }

    /// A file of the repository.
    pub fn archivo(&self, relativo: &str) -> PathBuf {
        self.raiz.join(relativo)
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.archivo("dist")
    }

    /// Programs that `npm ci` installs.
    pub fn npm_bin(&self) -> PathBuf {
        self.archivo("node_modules").join(".bin")
    }

    /// Root for tools of this repository only (`cargo install --root`).
    pub fn herramientas(&self) -> PathBuf {
        self.archivo(".herramientas")
    }

    /// cargo's target directory, wherever it was configured.
    pub fn target(&self) -> Result<PathBuf> {
        let mut orden = self.cargo();
        orden.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]);
        let texto = proceso::capture(&mut orden, "no se pudo leer el proyecto con «cargo metadata»")?;
        let metadatos: serde_json::Value =
            serde_json::from_str(&texto).context("«cargo metadata» no respondió JSON")?;
        metadatos["target_directory"]
            .as_str()
            .map(PathBuf::from)
            .context("«cargo metadata» no dijo dónde está su carpeta target")
    }

    /// Folders where programs are looked for: this repository's tools first, then the usual ones.
    pub fn carpetas_de_programas(&self) -> Vec<PathBuf> {
        let mut carpetas = vec![self.npm_bin(), self.herramientas().join("bin")];
        let camino = env::var_os("PATH").unwrap_or_default();
        carpetas.extend(env::split_paths(&camino));
        carpetas.extend(cargo_home().map(|casa| casa.join("bin")));
        carpetas
    }

    /// Finds a program; `None` when it is not installed.
    pub fn programa(&self, nombre: &str) -> Option<PathBuf> {
        proceso::find_in(&self.carpetas_de_programas(), nombre)
    }

    /// The `PATH` for the programs that we start.
    pub fn path(&self) -> OsString {
        env::join_paths(self.carpetas_de_programas()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }

    /// A program with the root as its folder and our tools on its `PATH`.
    pub fn orden(&self, programa: &str) -> Command {
        let ruta = self.programa(programa).unwrap_or_else(|| programa.into());
        let mut orden = Command::new(ruta);
        orden.current_dir(&self.raiz).env("PATH", self.path());
        orden
    }

    /// The cargo that started this program.
    pub fn cargo(&self) -> Command {
        let programa = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        self.orden(&programa)
    }

    /// cargo for the wasm target. What is published (`neutras`) names no folder of this machine; a quick build need not,
    /// and then copies of the project share what they compiled.
    pub fn con_banderas_de_wasm(&self, orden: &mut Command, neutras: bool) {
        // Leptos: views of one type instead of one type a view. It is smaller.
        let mut banderas = vec!["--cfg=erase_components".to_owned()];
        if neutras {
            let casa = cargo_home().map(|casa| format!("--remap-path-prefix={}=cargo", casa.display()));
            banderas.extend(casa);
            banderas.push(format!("--remap-path-prefix={}=.", self.raiz.display()));
        }
        orden.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", banderas.join(" "));
    }
}

/// cargo's own folder, where `cargo install` puts programs.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let casa = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(casa).join(".cargo"))
    })
}
