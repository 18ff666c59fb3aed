//! Step: trunk, which builds the page.

use super::Paso;
use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::Result;

/// The last version that rustc 1.95 compiles.
const VERSION: &str = "0.21.14";

pub const PASO: Paso = Paso {
    nombre: "trunk",
    found,
    install,
};

fn found(proyecto: &Proyecto) -> Option<String> {
    let texto = proceso::try_capture(proyecto.orden("trunk").arg("--version"))?;
    texto.trim().strip_prefix("trunk ").map(String::from)
}

fn install(proyecto: &Proyecto) -> Result<()> {
    if proyecto.programa("cargo-binstall").is_some() {
        let mut orden = proyecto.cargo();
        orden.args(["binstall", "--no-confirm", &format!("trunk@{VERSION}")]);
        if proceso::try_capture(&mut orden).is_some() {
            return Ok(());
        }
    }
    let mut orden = proyecto.cargo();
    orden.args([
        "install",
        "--quiet",
        "--locked",
        "trunk",
        "--version",
        VERSION,
        "--debug",
    ]);
    let si_falla = format!(
        "no se pudo instalar trunk; instálelo a mano con \
         «cargo install --locked trunk --version {VERSION}»"
    );
    proceso::run(&mut orden, &si_falla)
}
