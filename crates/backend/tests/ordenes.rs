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

/// Runs an order on a database; gives exit code and everything it said.
fn on_base(base: &str, argumentos: &[&str], entrada: &str) -> Result<(Option<i32>, String), Box<dyn Error>> {
    let mut todos = argumentos.to_vec();
    todos.extend(["--base", base]);
    let salida = run(&todos, entrada.as_bytes())?;
    Ok((salida.status.code(), text(&salida.stdout) + &text(&salida.stderr)))
}

#[test]
fn accounts_are_managed_from_the_command_line() -> Prueba {
    let carpeta = tempfile::tempdir()?;
    let base = carpeta.path().join("ventanilla.db");
    let base = base.to_string_lossy();
    for argumentos in [
        &["usuarios", "lista"][..],
        &["verificar"],
        &["usuarios", "desactivar", "ana"],
    ] {
        let (codigo, dicho) = on_base(&base, argumentos, "")?;
        assert!(
            codigo == Some(2) && dicho.contains("no existe la base de datos"),
            "{argumentos:?}: {dicho}"
        );
    }
    let crear = [
        "usuarios",
        "crear",
        "ana",
        "--rol",
        "supervisor",
        "--nombre",
        "Ana Ficticia",
    ];
    for (argumentos, entrada, codigo, esperado) in [
        (&crear[..], "corta\n", 2, "al menos 10"),
        (&crear, "una frase larga\n", 0, "Cuenta «ana» creada"),
        (&crear, "una frase larga\n", 2, "ya hay una cuenta"),
        (
            &["usuarios", "crear", "Ana", "--rol", "patron"],
            "una frase larga",
            2,
            "minúsculas",
        ),
        (
            &["usuarios", "crear", "beto", "--rol", "director"],
            "",
            2,
            "«director» no sirve",
        ),
        (&["usuarios", "crear", "beto"], "", 2, "falta --rol"),
        (&["usuarios"], "", 2, "no se conoce «--base»"),
        (&["usuarios", "lista"], "", 0, "Ana Ficticia"),
        (&["usuarios", "contrasena", "ana"], "otra frase larga", 0, "cambiada"),
        (
            &["usuarios", "contrasena", "nadie"],
            "otra frase larga",
            2,
            "no hay una cuenta",
        ),
        (&["usuarios", "desactivar", "ana"], "", 0, "desactivada"),
        (&["usuarios", "lista"], "", 0, "(desactivada)"),
        (&["usuarios", "activar", "ana"], "", 0, "activada"),
        (&["migrar"], "", 0, "al día"),
        (&["verificar"], "", 0, "Asientos de la bitácora: 4."),
    ] {
        let (salio, dicho) = on_base(&base, argumentos, entrada)?;
        assert!(
            salio == Some(codigo) && dicho.contains(esperado),
            "{argumentos:?}: {salio:?} {dicho}"
        );
        assert!(!dicho.contains("frase"), "una contraseña no se repite: {dicho}");
    }
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn a_broken_chain_is_told_with_its_exit_code_and_the_file_is_private() -> Prueba {
    use sqlx::{Connection, Executor};
    use std::os::unix::fs::PermissionsExt;
    let carpeta = tempfile::tempdir()?;
    let archivo = carpeta.path().join("ventanilla.db");
    let base = archivo.to_string_lossy();
    let (codigo, _) = on_base(
        &base,
        &["usuarios", "crear", "ana", "--rol", "patron"],
        "una frase larga",
    )?;
    assert_eq!(codigo, Some(0));
    assert_eq!(fs::metadata(&archivo)?.permissions().mode() & 0o777, 0o600);
    let mut conexion = sqlx::SqliteConnection::connect(&format!("sqlite://{base}")).await?;
    conexion.execute("DROP TRIGGER bitacora_no_cambia").await?;
    conexion
        .execute("UPDATE bitacora SET quien = 'nadie' WHERE seq = 1")
        .await?;
    conexion.close().await?;
    let (codigo, dicho) = on_base(&base, &["verificar"], "")?;
    assert!(
        codigo == Some(2) && dicho.contains("el asiento 1 fue cambiado"),
        "{codigo:?} {dicho}"
    );
    Ok(())
}

#[test]
fn demonstration_is_said_loudly_and_stays_out_of_real_databases() -> Prueba {
    let carpeta = tempfile::tempdir()?;
    let dist = carpeta.path().join("dist");
    fs::create_dir(&dist)?;
    fs::write(dist.join("index.html"), "página")?;
    let (dist, datos) = (dist.to_string_lossy(), carpeta.path().join("datos"));
    let servir = ["servir", "--dist", &dist, "--puerto", "0", "--terminar-con-stdin"];
    // The input is closed at once: it starts, speaks and ends.
    let demostracion = run(&servir, b"")?;
    let dicho = text(&demostracion.stdout);
    assert!(
        dicho.contains("DEMOSTRACIÓN") && dicho.contains("demo-ventanilla"),
        "{dicho}"
    );
    let archivo = datos.join("demostracion.db");
    assert!(archivo.is_file(), "los datos quedan junto a dist");
    let archivo = archivo.to_string_lossy();
    let mut con_base = servir.to_vec();
    con_base.extend(["--base", &archivo]);
    let real = run(&con_base, b"")?;
    assert!(real.status.success());
    assert!(!text(&real.stdout).contains("demo-"), "{}", text(&real.stdout));
    assert!(
        text(&real.stderr).contains("se desactivaron 5 cuentas"),
        "{}",
        text(&real.stderr)
    );
    let mut a_la_vista = servir.to_vec();
    a_la_vista.extend(["--datos", &dist]);
    let negado = run(&a_la_vista, b"")?;
    assert_eq!(negado.status.code(), Some(2));
    assert!(text(&negado.stderr).contains("cualquiera podría descargarla"));
    Ok(())
}
