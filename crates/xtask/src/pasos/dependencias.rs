//! Step: the crates of Cargo.lock, so that trunk can build without the network.

use super::Paso;
use crate::proceso;
use crate::proyecto::Proyecto;
use anyhow::Result;

pub const PASO: Paso = Paso {
    nombre: "dependencias de Cargo.lock",
    found,
    install,
};

fn found(proyecto: &Proyecto) -> Option<String> {
    let mut orden = proyecto.cargo();
    orden.args(["fetch", "--quiet", "--locked", "--offline"]);
    proceso::try_capture(&mut orden).map(|_| "descargadas".into())
}

fn install(proyecto: &Proyecto) -> Result<()> {
    let si_falla = "no se pudieron descargar las dependencias; revise la conexión y repita \
                    «cargo fetch»";
    proceso::run_quiet(proyecto.cargo().args(["fetch", "--quiet"]), si_falla)
}
