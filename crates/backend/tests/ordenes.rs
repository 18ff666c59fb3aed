//! The program itself: command line and server as another program sees them.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

type Prueba = Result<(), Box<dyn Error>>;

const PLAZO: &str = r#"{"desde":"2026-11-09","dias_habiles":5,"clase":"aviso_afiliatorio"}"#;

fn ventanilla(argumentos: &[&str]) -> Command {
    let mut orden = Command::new(env!("CARGO_BIN_EXE_ventanilla"));
    orden
        .env_remove("VENTANILLA_BASE")
        .args(argumentos)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    orden
}

fn run(argumentos: &[&str], entrada: &[u8]) -> Result<Output, Box<dyn Error>> {
    let mut hijo = ventanilla(argumentos).spawn()?;
    // A program that refuses its arguments does not wait for the document.
    let _ = hijo.stdin.take().map(|mut stdin| stdin.write_all(entrada));
    Ok(hijo.wait_with_output()?)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn computes_and_says_so_with_its_exit_code() -> Prueba {
    let bien = run(&["calcular", "plazo"], PLAZO.as_bytes())?;
    assert_eq!(bien.status.code(), Some(0), "{}", text(&bien.stdout));
    assert!(text(&bien.stdout).ends_with("}\n"));
    for (operacion, documento) in [("plazo", "{}"), ("plazo", "esto no es JSON"), ("volar", "{}")] {
        let mal = run(&["calcular", operacion], documento.as_bytes())?;
        assert_eq!(mal.status.code(), Some(2), "{operacion} {documento}");
        let json: serde_json::Value = serde_json::from_slice(&mal.stdout)?;
        assert!(json["hallazgos"][0]["mensaje"].is_string(), "{json}");
    }
    Ok(())
}

#[test]
fn bytes_that_are_not_text_are_refused_with_an_answer() -> Prueba {
    let mal = run(&["calcular", "plazo"], b"{\"desde\":\"\xff\"}")?;
    assert_eq!(mal.status.code(), Some(2));
    assert!(text(&mal.stdout).contains("peticion.utf8"));
    Ok(())
}

#[test]
fn a_document_a_line_gives_an_answer_a_line() -> Prueba {
    let bien = run(
        &["calcular", "plazo", "--lineas"],
        format!("{PLAZO}\n{PLAZO}").as_bytes(),
    )?;
    assert_eq!(bien.status.code(), Some(0));
    assert_eq!(text(&bien.stdout).lines().count(), 2);
    let con_una_mala = run(
        &["calcular", "plazo", "--lineas"],
        format!("{PLAZO}\r\n\n{PLAZO}\n").as_bytes(),
    )?;
    assert_eq!(con_una_mala.status.code(), Some(2));
    let salida = text(&con_una_mala.stdout);
    let lineas: Vec<&str> = salida.lines().collect();
    assert_eq!(lineas.len(), 3);
    assert_eq!(lineas[0], lineas[2]);
    assert_eq!(
        format!("{}\n", lineas[0]),
        text(&run(&["calcular", "plazo"], PLAZO.as_bytes())?.stdout)
    );
    let ninguna = run(&["calcular", "plazo", "--lineas"], b"")?;
    assert_eq!((ninguna.status.code(), ninguna.stdout.len()), (Some(0), 0));
    Ok(())
}

#[test]
fn answers_a_line_before_the_next_one_comes() -> Prueba {
    let mut hijo = ventanilla(&["calcular", "plazo", "--lineas"]).spawn()?;
    let mut entrada = hijo.stdin.take().ok_or("sin entrada")?;
    let mut salida = BufReader::new(hijo.stdout.take().ok_or("sin salida")?);
    for _ in 0..3 {
        writeln!(entrada, "{PLAZO}")?;
        let mut linea = String::new();
        salida.read_line(&mut linea)?;
        assert!(linea.starts_with('{'));
    }
    drop(entrada);
    assert!(hijo.wait()?.success());
    Ok(())
}

#[test]
fn a_broken_supplement_is_told_in_spanish() -> Prueba {
    let carpeta = tempfile::tempdir()?;
    let roto = carpeta.path().join("roto.csv");
    fs::write(&roto, "esto,no,es\nun,suplemento,válido\n")?;
    let falta = carpeta.path().join("falta.csv");
    for (ruta, esperado) in [(&roto, "tiene errores"), (&falta, "no se pudo leer el suplemento")] {
        let ruta = ruta.to_string_lossy();
        for argumentos in [
            vec!["calcular", "plazo", "--suplemento", &ruta],
            vec!["servir", "--dist", "nada", "--suplemento", &ruta],
        ] {
            let mal = run(&argumentos, b"{}")?;
            assert_eq!(mal.status.code(), Some(2));
            assert!(text(&mal.stderr).contains(esperado), "{}", text(&mal.stderr));
            assert!(mal.stdout.is_empty());
        }
    }
    Ok(())
}

#[test]
fn arguments_are_explained_in_spanish() -> Prueba {
    for (argumentos, esperado) in [
        (vec![], "falta la orden"),
        (vec!["volar"], "no existe la orden «volar»"),
        (vec!["calcular"], "falta <OPERACIÓN>"),
        (vec!["calcular", "plazo", "--renglones"], "no se conoce «--renglones»"),
        (vec!["servir", "--puerto", "mil"], "«mil» no sirve"),
        (vec!["servir", "--puerto"], "falta el valor"),
    ] {
        let mal = run(&argumentos, b"")?;
        assert_eq!(mal.status.code(), Some(2), "{argumentos:?}");
        assert!(
            text(&mal.stderr).contains(esperado),
            "{argumentos:?}: {}",
            text(&mal.stderr)
        );
    }
    let ayuda = run(&["servir", "--help"], b"")?;
    assert!(ayuda.status.success());
    let ayuda = text(&ayuda.stdout);
    assert!(
        ayuda.contains("Uso: ") && ayuda.contains("--puerto") && !ayuda.contains("Usage"),
        "{ayuda}"
    );
    Ok(())
}

#[test]
fn serving_needs_a_built_page_and_a_free_port() -> Prueba {
    let carpeta = tempfile::tempdir()?;
    let dist = carpeta.path().to_string_lossy().into_owned();
    let sin_pagina = run(&["servir", "--dist", &dist], b"")?;
    assert_eq!(sin_pagina.status.code(), Some(2));
    assert!(text(&sin_pagina.stderr).contains("cargo xtask build"));

    fs::write(carpeta.path().join("index.html"), "página")?;
    let ocupado = TcpListener::bind("127.0.0.1:0")?;
    let puerto = ocupado.local_addr()?.port().to_string();
    let sin_puerto = run(&["servir", "--dist", &dist, "--puerto", &puerto], b"")?;
    assert_eq!(sin_puerto.status.code(), Some(2));
    assert!(
        text(&sin_puerto.stderr).contains("ya está en uso"),
        "{}",
        text(&sin_puerto.stderr)
    );
    Ok(())
}

/// A served page that ends with the test.
struct Servido {
    hijo: Child,
    direccion: String,
    _datos: TempDir,
}

impl Servido {
    fn start(dist: &str) -> Result<Self, Box<dyn Error>> {
        let datos = tempfile::tempdir()?;
        let argumentos = [
            "servir",
            "--dist",
            dist,
            "--puerto",
            "0",
            "--terminar-con-stdin",
            "--datos",
        ];
        let mut hijo = ventanilla(&argumentos).arg(datos.path()).spawn()?;
        let mut linea = String::new();
        BufReader::new(hijo.stdout.take().ok_or("sin salida")?).read_line(&mut linea)?;
        let direccion = linea.split("http://").nth(1).and_then(|resto| resto.split('/').next());
        let direccion = direccion
            .ok_or_else(|| format!("no dijo su dirección: {linea}"))?
            .to_string();
        Ok(Self {
            hijo,
            direccion,
            _datos: datos,
        })
    }

    fn ask(&self, peticion: &str) -> Result<String, Box<dyn Error>> {
        let mut conexion = TcpStream::connect(&self.direccion)?;
        conexion.set_read_timeout(Some(Duration::from_secs(20)))?;
        conexion.write_all(peticion.as_bytes())?;
        let mut respuesta = Vec::new();
        conexion.read_to_end(&mut respuesta)?;
        Ok(text(&respuesta))
    }
}

impl Drop for Servido {
    fn drop(&mut self) {
        let _ = self.hijo.kill();
        let _ = self.hijo.wait();
    }
}

#[test]
fn http_and_command_line_give_the_same_bytes_and_the_server_ends_when_told() -> Prueba {
    let carpeta = tempfile::tempdir()?;
    fs::write(carpeta.path().join("index.html"), "página")?;
    let mut servido = Servido::start(&carpeta.path().to_string_lossy())?;

    for documento in [PLAZO, "{}"] {
        let peticion = format!(
            "POST /api/v1/calculos/plazo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{documento}",
            documento.len()
        );
        let respuesta = servido.ask(&peticion)?;
        let (_, cuerpo) = respuesta.split_once("\r\n\r\n").ok_or("respuesta sin cuerpo")?;
        let orden = run(&["calcular", "plazo"], documento.as_bytes())?;
        assert_eq!(cuerpo, text(&orden.stdout));
        let estado = if orden.status.success() {
            "HTTP/1.1 200"
        } else {
            "HTTP/1.1 422"
        };
        assert!(respuesta.starts_with(estado), "{respuesta}");
    }

    drop(servido.hijo.stdin.take());
    let fin = servido.hijo.wait()?;
    assert!(fin.success());
    Ok(())
}
