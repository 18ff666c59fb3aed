//! A plain HTTP/1.1 client on one connection: it can be cut off in the middle of a request, which real clients hide.

use serde_json::Value;
use std::io::{Error, ErrorKind, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A client with its connection.
pub struct Cliente {
    direccion: String,
    cookie: String,
    conexion: Option<TcpStream>,
}

impl Cliente {
    /// A client of the server at `direccion` with the session `token`.
    pub fn new(direccion: &str, token: &str) -> Self {
        Self {
            direccion: direccion.to_string(),
            cookie: format!("ventanilla={token}"),
            conexion: None,
        }
    }

    /// From now on, the server at another address.
    pub fn go_to(&mut self, direccion: &str) {
        if self.direccion != direccion {
            self.direccion = direccion.to_string();
            self.conexion = None;
        }
    }

    fn request(&self, metodo: &str, ruta: &str, cuerpo: &str) -> String {
        format!(
            "{metodo} {ruta} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nX-Ventanilla: 1\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{cuerpo}",
            self.direccion,
            self.cookie,
            cuerpo.len()
        )
    }

    async fn connection(&mut self) -> Result<TcpStream> {
        if let Some(conexion) = self.conexion.take() {
            return Ok(conexion);
        }
        let conexion = TcpStream::connect(&self.direccion).await?;
        conexion.set_nodelay(true)?;
        Ok(conexion)
    }

    /// Asks and gives status and body; the connection is kept for the next time unless something failed.
    pub async fn send(&mut self, metodo: &str, ruta: &str, cuerpo: &str) -> Result<(u16, String)> {
        let peticion = self.request(metodo, ruta, cuerpo);
        let mut conexion = self.connection().await?;
        conexion.write_all(peticion.as_bytes()).await?;
        let respuesta = read_answer(&mut conexion).await?;
        self.conexion = Some(conexion);
        Ok(respuesta)
    }

    /// Sends a part of a request, in thousandths, and hangs up without listening.
    pub async fn cut(&mut self, metodo: &str, ruta: &str, cuerpo: &str, milesimas: usize) -> Result<()> {
        let peticion = self.request(metodo, ruta, cuerpo);
        let hasta = peticion.len() * milesimas.min(1000) / 1000;
        let mut conexion = self.connection().await?;
        conexion.write_all(&peticion.as_bytes()[..hasta]).await?;
        conexion.flush().await
    }

    /// The JSON at an address.
    pub async fn get(&mut self, ruta: &str) -> Result<Value> {
        let (estado, cuerpo) = self.send("GET", ruta, "").await?;
        if estado != 200 {
            return Err(Error::other(format!("{ruta}: {estado} {cuerpo}")));
        }
        Ok(serde_json::from_str(&cuerpo)?)
    }
}

async fn read_answer(conexion: &mut TcpStream) -> Result<(u16, String)> {
    let mut bytes = Vec::with_capacity(4096);
    let fin = loop {
        if let Some(lugar) = bytes.windows(4).position(|cuatro| cuatro == b"\r\n\r\n") {
            break lugar + 4;
        }
        more(conexion, &mut bytes).await?;
    };
    let cabeza = String::from_utf8_lossy(&bytes[..fin]).to_ascii_lowercase();
    let mal = || Error::new(ErrorKind::InvalidData, "respuesta sin estado o sin largo");
    let estado = cabeza
        .split(' ')
        .nth(1)
        .and_then(|numero| numero.parse().ok())
        .ok_or_else(mal)?;
    let largo: usize = cabeza
        .lines()
        .find_map(|linea| linea.strip_prefix("content-length:"))
        .and_then(|largo| largo.trim().parse().ok())
        .ok_or_else(mal)?;
    while bytes.len() < fin + largo {
        more(conexion, &mut bytes).await?;
    }
    Ok((estado, String::from_utf8_lossy(&bytes[fin..fin + largo]).into_owned()))
}

async fn more(conexion: &mut TcpStream, bytes: &mut Vec<u8>) -> Result<()> {
    let mut trozo = [0_u8; 8192];
    let leidos = conexion.read(&mut trozo).await?;
    if leidos == 0 {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    bytes.extend_from_slice(&trozo[..leidos]);
    Ok(())
}
