//! `ventanilla servir`: the server, from its first sentence to its last.

use crate::motor::Motor;
use crate::rutas;
use std::io::{self, Read};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tracing::level_filters::LevelFilter;

/// How long requests under way may still take once the server was asked to end.
const ULTIMO_PLAZO: Duration = Duration::from_secs(10);

/// What to serve, and where.
pub struct Opciones {
    /// The loaded parameters.
    pub motor: Motor,
    /// Address to listen on.
    pub direccion: IpAddr,
    /// Port; 0 takes a free one.
    pub puerto: u16,
    /// Folder of the built page.
    pub dist: PathBuf,
    /// End when the standard input closes.
    pub terminar_con_stdin: bool,
}

/// Serves until it is asked to end.
///
/// # Errors
/// One Spanish sentence: what is missing and how to mend it.
pub fn run(opciones: Opciones) -> Result<(), String> {
    require_page(&opciones.dist)?;
    start_log();
    let ejecutor = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no se pudieron iniciar los hilos del servidor: {error}"))?;
    ejecutor.block_on(serve(opciones))
}

async fn serve(opciones: Opciones) -> Result<(), String> {
    let escucha = listen(SocketAddr::new(opciones.direccion, opciones.puerto)).await?;
    let direccion = escucha
        .local_addr()
        .map_err(|error| format!("el servidor no sabe su dirección: {error}"))?;
    let rutas = rutas::all(Arc::new(opciones.motor), &opciones.dist);
    println!(
        "Ventanilla abierta en http://{}/ (Ctrl-C la cierra)",
        reachable(direccion)
    );

    let (terminar, aviso) = oneshot::channel::<()>();
    let servidor = axum::serve(escucha, rutas).with_graceful_shutdown(async {
        let _ = aviso.await;
    });
    let servidor = tokio::spawn(servidor.into_future());
    end_asked(opciones.terminar_con_stdin).await;
    let _ = terminar.send(());
    if tokio::time::timeout(ULTIMO_PLAZO, servidor).await.is_err() {
        tracing::warn!("quedaban peticiones en curso al cerrar");
    }
    Ok(())
}

fn require_page(dist: &Path) -> Result<(), String> {
    if dist.join("index.html").is_file() {
        return Ok(());
    }
    let carpeta = dist.display();
    Err(format!(
        "falta la página construida en «{carpeta}»; constrúyala con «cargo xtask build»"
    ))
}

async fn listen(direccion: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(direccion).await.map_err(|error| {
        let puerto = direccion.port();
        match error.kind() {
            io::ErrorKind::AddrInUse => {
                format!("el puerto {puerto} ya está en uso; cierre el programa que lo usa o elija otro con «--puerto»")
            }
            io::ErrorKind::PermissionDenied => {
                format!("no hay permiso para usar el puerto {puerto}; elija uno mayor que 1023 con «--puerto»")
            }
            io::ErrorKind::AddrNotAvailable => {
                format!(
                    "esta máquina no tiene la dirección {}; elija otra con «--direccion»",
                    direccion.ip()
                )
            }
            _ => format!("no se pudo escuchar en {direccion}: {error}"),
        }
    })
}

/// An address that a browser on this machine can open, also when the server listens on all of them.
fn reachable(direccion: SocketAddr) -> SocketAddr {
    match direccion.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::from(([127, 0, 0, 1], direccion.port())),
        IpAddr::V6(ip) if ip.is_unspecified() => {
            SocketAddr::new(std::net::Ipv6Addr::LOCALHOST.into(), direccion.port())
        }
        _ => direccion,
    }
}

/// Waits for Ctrl-C, the system's request to end, or the end of the standard input when that counts.
async fn end_asked(con_stdin: bool) {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
        () = stdin_closed(), if con_stdin => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminar) => {
            terminar.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

/// A thread of its own reads: one that the runtime owned would keep it from ending.
async fn stdin_closed() {
    let (cerrada, aviso) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        let _ = io::copy(&mut io::stdin().lock().by_ref(), &mut io::sink());
        let _ = cerrada.send(());
    });
    let _ = aviso.await;
}

/// The log goes to the standard error; `VENTANILLA_BITACORA` says how much (off, error, warn, info, debug).
fn start_log() {
    let nivel = std::env::var("VENTANILLA_BITACORA")
        .ok()
        .and_then(|valor| valor.parse().ok());
    let _ = tracing_subscriber::fmt()
        .with_max_level(nivel.unwrap_or(LevelFilter::INFO))
        .with_writer(io::stderr)
        .with_target(false)
        .with_ansi(io::IsTerminal::is_terminal(&io::stderr()))
        .try_init();
}
