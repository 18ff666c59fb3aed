//! The server as a process of its own, that can be killed.

use super::author;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use ventanilla_backend::huella::{random_token, sha256_hex};
use ventanilla_backend::recepcion::Rol;
use ventanilla_backend::reloj::Momento;
use ventanilla_backend::repositorio::{Base, NuevaCuenta, NuevaSesion};
use ventanilla_backend::sesion::DURACION;

/// A running server; it ends with us.
pub struct Proceso {
    hijo: Child,
    /// Host and port.
    pub direccion: String,
}

/// How to start servers on one database.
pub struct Arranque {
    programa: PathBuf,
    base: String,
    dist: TempDir,
}

impl Arranque {
    /// The program `ventanilla` on a database.
    pub fn new(programa: &Path, base: &Base) -> Result<Self, Box<dyn Error>> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("index.html"), "página")?;
        let base = match base {
            Base::Sqlite(archivo) => archivo.to_string_lossy().into_owned(),
            Base::Postgres(url) => url.clone(),
        };
        Ok(Self {
            programa: programa.to_path_buf(),
            base,
            dist,
        })
    }

    /// Starts a server and waits until it listens.
    pub fn start(&self) -> Result<Proceso, Box<dyn Error>> {
        let mut hijo = Command::new(&self.programa)
            .args([
                "servir",
                "--puerto",
                "0",
                "--terminar-con-stdin",
                "--base",
                &self.base,
                "--dist",
            ])
            .arg(self.dist.path())
            .env("VENTANILLA_BITACORA", "off")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut linea = String::new();
        BufReader::new(hijo.stdout.take().ok_or("sin salida")?).read_line(&mut linea)?;
        let direccion = linea.split("http://").nth(1).and_then(|resto| resto.split('/').next());
        let direccion = direccion
            .ok_or_else(|| format!("no dijo su dirección: {linea}"))?
            .to_string();
        Ok(Proceso { hijo, direccion })
    }
}

impl Proceso {
    /// `kill -9`: nothing is said goodbye to.
    pub fn kill(&mut self) -> std::io::Result<()> {
        self.hijo.kill()?;
        self.hijo.wait().map(|_| ())
    }
}

impl Drop for Proceso {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// Makes an account of staff with a session, and gives the token.
pub async fn session_on(base: &Base) -> Result<String, Box<dyn Error>> {
    let repositorio = base.open().await?;
    repositorio.migrar().await?;
    let nueva = NuevaCuenta {
        usuario: "carga".to_string(),
        nombre: "Carga".to_string(),
        rol: Rol::Ventanilla,
        contrasena: "ninguna".to_string(),
        demostracion: false,
    };
    let cuenta = repositorio
        .crear_cuenta(nueva, author())
        .await?
        .ok_or("la cuenta ya existe")?;
    let (token, ahora) = (random_token()?, Momento::now().segundos);
    let sesion = NuevaSesion {
        huella: sha256_hex(token.as_bytes()),
        anterior: None,
        cuenta: cuenta.id,
        ahora,
        vence: ahora + DURACION,
    };
    repositorio.abrir_sesion(sesion).await?;
    repositorio.cerrar().await;
    Ok(token)
}
