//! `cargo xtask`: the one door to set-up, build, run, tests and measurements of Ventanilla.
//!
//! Everything here is for a developer's machine or CI; nothing of it reaches the page or the server.

mod a_la_par;
mod capturas;
mod comprimir;
mod construir;
mod correr;
mod estilos;
mod medir;
mod modulos;
mod orden;
mod pasos;
mod probar;
mod proceso;
mod proyecto;
mod servidor;
mod trabajador;

use anyhow::Result;
use orden::Orden;
use proyecto::Proyecto;
use std::process::ExitCode;

fn main() -> ExitCode {
    let argumentos: Vec<String> = std::env::args().skip(1).collect();
    match ejecutar(&argumentos) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn ejecutar(argumentos: &[String]) -> Result<()> {
    let orden = Orden::parse(argumentos)?;
    if let Orden::Ayuda = orden {
        println!("{}", orden::AYUDA);
        return Ok(());
    }
    let proyecto = Proyecto::find()?;
    match orden {
        Orden::Ayuda => Ok(()),
        Orden::Setup => pasos::all(&proyecto),
        Orden::Build { rapido } => construir::pagina(&proyecto, rapido),
        Orden::Run(opciones) => correr::run(&proyecto, &opciones),
        Orden::Test(alcance) => probar::run(&proyecto, alcance),
        Orden::Bench => medir::run(&proyecto),
        Orden::Capturas => capturas::run(&proyecto),
        Orden::Estilos => estilos::concatenate(&proyecto),
    }
}
