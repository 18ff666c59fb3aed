//! What was asked on the command line.

use anyhow::{Context, Result, bail};

/// The text of `cargo xtask --help`.
pub const AYUDA: &str = "\
cargo xtask <orden>

  setup                 instala lo que falte: destino wasm32, trunk, wasm-bindgen, wasm-opt, Chromium
                        (installs whatever is missing; does nothing when all is there)
  build [--rapido]      construye la página en dist/ y la comprime (--rapido: sin optimizar)
  run [--puerto 8080] [--rapido] [-- opciones de «ventanilla servir»]
                        construye y abre la ventanilla en esta máquina; Ctrl-C la cierra
  test [--nativo | --navegador]
                        formato, clippy, pruebas nativas y pruebas en el navegador
  bench                 mide el núcleo, el navegador y la primera carga contra sus presupuestos
  capturas              toma las capturas de pantalla (tests/navegador/capturas.mjs)
  estilos               une style/*.css en style/ventanilla.css (lo llama trunk)
  --help                este texto";

/// Which part of the tests to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alcance {
    /// Native checks and browser tests.
    Todo,
    /// Format, clippy and native tests.
    Nativo,
    /// Only the browser tests.
    Navegador,
}

/// Options of `run`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpcionesRun {
    /// Port of the local server.
    pub puerto: u16,
    /// Build without optimising.
    pub rapido: bool,
    /// Whatever follows `--`, for `ventanilla servir`.
    pub resto: Vec<String>,
}

/// One order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Orden {
    Ayuda,
    Setup,
    Build { rapido: bool },
    Run(OpcionesRun),
    Test(Alcance),
    Bench,
    Capturas,
    Estilos,
}

impl Orden {
    /// Reads the arguments that follow `cargo xtask`.
    pub fn parse(argumentos: &[String]) -> Result<Self> {
        if argumentos.is_empty() || argumentos.iter().any(|a| a == "--help" || a == "-h") {
            return Ok(Self::Ayuda);
        }
        let (orden, resto) = (argumentos[0].as_str(), &argumentos[1..]);
        match orden {
            "setup" => sin_opciones(orden, resto, Self::Setup),
            "build" => parse_build(resto),
            "run" => parse_run(resto),
            "test" => parse_test(resto),
            "bench" => sin_opciones(orden, resto, Self::Bench),
            "capturas" => sin_opciones(orden, resto, Self::Capturas),
            "estilos" => sin_opciones(orden, resto, Self::Estilos),
            "help" | "ayuda" => Ok(Self::Ayuda),
            otra => {
                bail!("no existe la orden «{otra}»; las que hay se ven con «cargo xtask --help»")
            }
        }
    }
}

fn sin_opciones(nombre: &str, resto: &[String], orden: Orden) -> Result<Orden> {
    match resto.first() {
        None => Ok(orden),
        Some(sobra) => bail!("«cargo xtask {nombre}» no tiene la opción «{sobra}»"),
    }
}

fn parse_build(resto: &[String]) -> Result<Orden> {
    match resto {
        [] => Ok(Orden::Build { rapido: false }),
        [opcion] if opcion == "--rapido" => Ok(Orden::Build { rapido: true }),
        [sobra, ..] => bail!("«cargo xtask build» no tiene la opción «{sobra}»; sí «--rapido»"),
    }
}

fn parse_run(resto: &[String]) -> Result<Orden> {
    let mut opciones = OpcionesRun {
        puerto: 8080,
        rapido: false,
        resto: Vec::new(),
    };
    let mut siguientes = resto.iter();
    while let Some(opcion) = siguientes.next() {
        match opcion.as_str() {
            "--rapido" => opciones.rapido = true,
            "--puerto" => {
                let valor = siguientes.next().context("falta el número después de «--puerto»")?;
                opciones.puerto = valor
                    .parse()
                    .ok()
                    .with_context(|| format!("«{valor}» no es un puerto; debe ser un número de 0 a 65535"))?;
            }
            "--" => opciones.resto = siguientes.by_ref().cloned().collect(),
            otra => bail!("«cargo xtask run» no tiene la opción «{otra}»"),
        }
    }
    Ok(Orden::Run(opciones))
}

fn parse_test(resto: &[String]) -> Result<Orden> {
    match resto {
        [] => Ok(Orden::Test(Alcance::Todo)),
        [opcion] if opcion == "--nativo" => Ok(Orden::Test(Alcance::Nativo)),
        [opcion] if opcion == "--navegador" => Ok(Orden::Test(Alcance::Navegador)),
        [sobra, ..] => {
            bail!("«cargo xtask test» no tiene la opción «{sobra}»; sí «--nativo» o «--navegador»")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(texto: &str) -> Result<Orden> {
        let argumentos: Vec<String> = texto.split_whitespace().map(String::from).collect();
        Orden::parse(&argumentos)
    }

    #[test]
    fn reads_every_order() {
        assert_eq!(parse("").ok(), Some(Orden::Ayuda));
        assert_eq!(parse("run --help").ok(), Some(Orden::Ayuda));
        assert_eq!(parse("build --rapido").ok(), Some(Orden::Build { rapido: true }));
        assert_eq!(parse("test --navegador").ok(), Some(Orden::Test(Alcance::Navegador)));
        let esperado = OpcionesRun {
            puerto: 9000,
            rapido: false,
            resto: vec!["-x".into()],
        };
        assert_eq!(parse("run --puerto 9000 -- -x").ok(), Some(Orden::Run(esperado)));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for texto in ["volar", "setup ya", "build --lento", "run --puerto", "run --puerto x"] {
            assert!(parse(texto).is_err(), "{texto}");
        }
    }
}
