//! The native server as a child of a test or a measurement: it always ends with us.

use crate::proyecto::Proyecto;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// A running `ventanilla servir`. Dropping it ends it; should xtask itself be killed, the server
/// sees its standard input closed and ends alone.
pub struct Servidor {
    hijo: Child,
    entrada: Option<ChildStdin>,
    url: String,
    /// Its database: a new one for each server, gone with it.
    datos: PathBuf,
}

impl Servidor {
    /// Starts the server on a free port and waits for its address.
    pub fn start(proyecto: &Proyecto, programa: &Path) -> Result<Self> {
        let datos = new_folder();
        let mut hijo = Command::new(programa)
            .current_dir(proyecto.raiz())
            .args(["servir", "--puerto", "0", "--terminar-con-stdin", "--datos"])
            .arg(&datos)
            .env_remove("VENTANILLA_BASE")
            .env("VENTANILLA_BITACORA", "warn")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("no se pudo iniciar «ventanilla servir»")?;
        let entrada = hijo.stdin.take();
        let salida = hijo.stdout.take().context("«ventanilla servir» no dio su salida")?;
        let mut servidor = Self {
            hijo,
            entrada,
            url: String::new(),
            datos,
        };
        servidor.url = read_address(BufReader::new(salida))?;
        Ok(servidor)
    }

    /// The address, with a final slash.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A name that no other server of this machine has; the server makes the folder.
fn new_folder() -> PathBuf {
    static CUENTA: AtomicU32 = AtomicU32::new(0);
    let numero = CUENTA.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("ventanilla-{}-{numero}", std::process::id()))
}

impl Drop for Servidor {
    fn drop(&mut self) {
        self.end();
        let _ = fs::remove_dir_all(&self.datos);
    }
}

impl Servidor {
    fn end(&mut self) {
        drop(self.entrada.take());
        let limite = Instant::now() + Duration::from_secs(3);
        while Instant::now() < limite {
            if matches!(self.hijo.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.hijo.kill();
        let _ = self.hijo.wait();
    }
}

fn read_address(mut salida: impl BufRead + Send + 'static) -> Result<String> {
    let mut linea = String::new();
    while salida.read_line(&mut linea).unwrap_or(0) > 0 {
        if let Some(url) = address_in(&linea) {
            // Keep the pipe open and empty, so that the server never blocks on it.
            thread::spawn(move || std::io::copy(&mut salida, &mut std::io::sink()));
            return Ok(url);
        }
        linea.clear();
    }
    bail!("«ventanilla servir» terminó sin decir su dirección; el motivo está arriba")
}

fn address_in(linea: &str) -> Option<String> {
    let inicio = linea.find("http://")?;
    linea[inicio..].split_whitespace().next().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_address_in_a_line() {
        let linea = "Ventanilla abierta en http://127.0.0.1:41234/ (Ctrl-C la cierra)\n";
        assert_eq!(address_in(linea).as_deref(), Some("http://127.0.0.1:41234/"));
        assert_eq!(address_in("sin dirección"), None);
    }
}
