//! Set-up, one step a module. Each step is skipped when its thing is already there, says in one
//! line what it does otherwise, and fails with one sentence that tells how to mend it by hand.

mod apt;
mod candado;
pub mod chromium;
mod dependencias;
mod fuentes_apt;
mod npm;
mod rust_src;
mod trunk;
mod wasm;
mod wasm_bindgen;

use crate::proyecto::Proyecto;
use anyhow::Result;
use std::time::Instant;

/// One thing that has to be on the machine.
pub struct Paso {
    nombre: &'static str,
    /// What there is already (a version, a place), or `None` when it is missing.
    found: fn(&Proyecto) -> Option<String>,
    install: fn(&Proyecto) -> Result<()>,
}

const CONSTRUIR: &[Paso] = &[
    wasm::PASO,
    dependencias::PASO,
    trunk::PASO,
    wasm_bindgen::PASO,
    npm::WASM_OPT,
];
const NAVEGADOR: &[Paso] = &[npm::PRUEBAS, chromium::PASO];

/// Everything; says of each thing whether it was there.
pub fn all(proyecto: &Proyecto) -> Result<()> {
    CONSTRUIR
        .iter()
        .chain(NAVEGADOR)
        .try_for_each(|paso| paso.ensure(proyecto, true))
}

/// What `build` and `run` need; silent about what is there.
pub fn for_build(proyecto: &Proyecto) -> Result<()> {
    CONSTRUIR.iter().try_for_each(|paso| paso.ensure(proyecto, false))
}

impl Paso {
    fn ensure(&self, proyecto: &Proyecto, decir_lo_que_hay: bool) -> Result<()> {
        if let Some(hay) = (self.found)(proyecto) {
            if decir_lo_que_hay {
                println!("  {}: ya está ({hay})", self.nombre);
            }
            return Ok(());
        }
        println!("  {}: instalando…", self.nombre);
        let inicio = Instant::now();
        (self.install)(proyecto)?;
        println!("  {}: listo en {:.1} s", self.nombre, inicio.elapsed().as_secs_f64());
        Ok(())
    }
}
