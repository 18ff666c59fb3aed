//! A PostgreSQL server for the length of a test program, when this machine has its binaries.

use super::announce;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use ventanilla_backend::repositorio::Base;

/// Keeps the server while its standard input is open; then ends it and takes its folder away. So it ends with the test
/// program, however that ends.
const GUARDIAN: &str = r#"trap "" INT HUP; cd /; postgres -D "$1/datos" -k "$1" -c listen_addresses= -c fsync=on -c max_connections=200 \
    >"$1/registro" 2>&1 & servidor=$!; cat >/dev/null; kill -QUIT $servidor; wait $servidor; rm -rf "$1""#;

struct Servidor {
    carpeta: PathBuf,
    /// Held so that its input stays open.
    _guardian: Child,
}

/// A new database, or `None`, and said, when there can be no server.
pub fn new_database() -> Result<Option<Base>, Box<dyn Error>> {
    static SERVIDOR: OnceLock<Result<Servidor, String>> = OnceLock::new();
    static CUENTA: AtomicU32 = AtomicU32::new(0);
    let servidor = match SERVIDOR.get_or_init(|| start().map_err(|error| error.to_string())) {
        Ok(servidor) => servidor,
        Err(motivo) if motivo == FALTA => {
            announce("SALTADA: no se probó en PostgreSQL, faltan «initdb» y «postgres» o un usuario que no sea root");
            return Ok(None);
        }
        Err(motivo) => return Err(motivo.clone().into()),
    };
    let nombre = format!("v{}", CUENTA.fetch_add(1, Ordering::Relaxed));
    create(&servidor.carpeta, &nombre)?;
    let carpeta = servidor.carpeta.display();
    Ok(Some(Base::Postgres(format!(
        "postgres://ventanilla@localhost/{nombre}?host={carpeta}"
    ))))
}

const FALTA: &str = "falta";

fn start() -> Result<Servidor, Box<dyn Error>> {
    let usuario = unprivileged_user()?;
    let carpeta = tempfile::Builder::new().prefix("vpg").tempdir()?.keep();
    if let Some(usuario) = &usuario {
        run(Command::new("chown").arg(usuario).arg(&carpeta))?;
    }
    let mut initdb = as_user(usuario.as_deref(), "initdb");
    initdb.args([
        "-U",
        "ventanilla",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
        "-D",
    ]);
    run(initdb.arg(carpeta.join("datos")))?;
    let mut guardian = as_user(usuario.as_deref(), "sh");
    let guardian = guardian
        .args(["-c", GUARDIAN, "sh"])
        .arg(&carpeta)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let servidor = Servidor {
        carpeta,
        _guardian: guardian,
    };
    wait_until_ready(&servidor.carpeta)?;
    Ok(servidor)
}

/// `None` when this process may run the server itself; the name of another user when it is root.
fn unprivileged_user() -> Result<Option<String>, Box<dyn Error>> {
    let esta = |programa: &str| {
        Command::new(programa)
            .arg("--version")
            .output()
            .is_ok_and(|salida| salida.status.success())
    };
    if !esta("initdb") || !esta("postgres") {
        return Err(FALTA.into());
    }
    if String::from_utf8(Command::new("id").arg("-u").output()?.stdout)?.trim() != "0" {
        return Ok(None);
    }
    let hay = |usuario: &&str| {
        Command::new("id")
            .arg(usuario)
            .output()
            .is_ok_and(|salida| salida.status.success())
    };
    let usuario = ["postgres", "nobody"].into_iter().find(hay).ok_or(FALTA)?;
    if !esta("runuser") {
        return Err(FALTA.into());
    }
    Ok(Some(usuario.to_string()))
}

fn as_user(usuario: Option<&str>, programa: &str) -> Command {
    let Some(usuario) = usuario else {
        return Command::new(programa);
    };
    let mut orden = Command::new("runuser");
    orden.args(["-u", usuario, "--", programa]).current_dir("/");
    orden
}

fn run(orden: &mut Command) -> Result<(), Box<dyn Error>> {
    let salida = orden.output()?;
    if salida.status.success() {
        return Ok(());
    }
    Err(format!("{orden:?}: {}", String::from_utf8_lossy(&salida.stderr)).into())
}

fn wait_until_ready(carpeta: &Path) -> Result<(), Box<dyn Error>> {
    let limite = Instant::now() + Duration::from_secs(20);
    while Instant::now() < limite {
        let registro = std::fs::read_to_string(carpeta.join("registro")).unwrap_or_default();
        if registro.contains("ready to accept connections") {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err("PostgreSQL no arrancó a tiempo".into())
}

/// On a thread of its own: the caller may be inside a runtime.
fn create(carpeta: &Path, nombre: &str) -> Result<(), Box<dyn Error>> {
    let url = format!("postgres://ventanilla@localhost/postgres?host={}", carpeta.display());
    let orden = format!("CREATE DATABASE {nombre}");
    let hilo = std::thread::spawn(move || -> Result<(), String> {
        let ejecutor = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        ejecutor.block_on(async {
            use sqlx::{Connection, Executor};
            let mut conexion = sqlx::PgConnection::connect(&url)
                .await
                .map_err(|error| error.to_string())?;
            let hecho = conexion.execute(sqlx::AssertSqlSafe(orden)).await;
            hecho.map(|_| ()).map_err(|error| error.to_string())
        })
    });
    hilo.join().map_err(|_| "no se pudo crear la base")??;
    Ok(())
}
