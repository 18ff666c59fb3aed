//! `ventanilla servir`: the server, from its first sentence to its last.

use crate::conexiones;
use crate::contrasena::Portero;
use crate::cuentas::{self, DEMOSTRACION, demo_password};
use crate::motor::Motor;
use crate::oidc::{Configuracion, Proveedor};
use crate::repositorio::{Base, Repositorio};
use crate::rutas::{self, Servicio};
use crate::sesion::Accesos;
use axum::http::HeaderValue;
use std::io::{self, Read, Write};
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
    /// Where trámites are kept.
    pub base: Base,
    /// Whether that is the embedded database with demonstration accounts.
    pub demostracion: bool,
    /// The portal's identity provider.
    pub proveedor: Option<Configuracion>,
    /// Whether a proxy in front speaks TLS.
    pub tls_externo: bool,
    /// Origins of the portals that may have it in their pages.
    pub portales: Vec<HeaderValue>,
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
    let repositorio = prepare(&opciones).await?;
    let accesos = Accesos {
        proveedor: meet(opciones.proveedor).await,
        tls_externo: opciones.tls_externo,
        demostracion: opciones.demostracion,
        portero: Portero::new(),
    };
    accesos.portero.warm_up().await;
    let servicio = Servicio::new(Arc::new(opciones.motor), repositorio.clone(), accesos);
    let rutas = rutas::all(servicio, &opciones.dist, &opciones.portales);
    greet(reachable(direccion), &opciones.base, opciones.demostracion);

    let terminado = end_asked(opciones.terminar_con_stdin);
    if !conexiones::serve(escucha, rutas, terminado, ULTIMO_PLAZO).await {
        tracing::warn!("quedaban peticiones en curso al cerrar");
    }
    let _ = tokio::time::timeout(ULTIMO_PLAZO, repositorio.cerrar()).await;
    Ok(())
}

/// Opens the database and brings it up to date.
async fn prepare(opciones: &Opciones) -> Result<Arc<dyn Repositorio>, String> {
    if let Base::Sqlite(archivo) = &opciones.base {
        let carpeta = archivo.parent().filter(|carpeta| !carpeta.as_os_str().is_empty());
        let carpeta = carpeta.unwrap_or(Path::new("."));
        if opciones.demostracion {
            make_folder(carpeta)?;
        }
        require_private(carpeta, &opciones.dist)?;
    }
    let repositorio = opciones.base.open().await?;
    repositorio.migrar().await.map_err(|falla| falla.to_string())?;
    if opciones.demostracion {
        cuentas::ensure_demo(repositorio.as_ref()).await?;
    } else {
        close_demo(repositorio.as_ref()).await?;
    }
    Ok(repositorio)
}

/// A folder that only its owner can look into: there are people's data in it.
fn make_folder(carpeta: &Path) -> Result<(), String> {
    let mut constructor = std::fs::DirBuilder::new();
    constructor.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut constructor, 0o700);
    constructor
        .create(carpeta)
        .map_err(|error| format!("no se pudo hacer la carpeta de datos «{}»: {error}", carpeta.display()))
}

/// What is in the folder of the page, anybody can download.
fn require_private(carpeta: &Path, dist: &Path) -> Result<(), String> {
    let dentro = match (carpeta.canonicalize(), dist.canonicalize()) {
        (Ok(carpeta), Ok(dist)) => carpeta.starts_with(dist),
        _ => false,
    };
    if dentro {
        return Err(format!(
            "la base de datos no puede estar en «{}», la carpeta de la página: cualquiera podría descargarla",
            dist.display()
        ));
    }
    Ok(())
}

/// Everybody knows their passwords: they do not get into a real database, whatever happened to it before.
async fn close_demo(repositorio: &dyn Repositorio) -> Result<(), String> {
    let cerradas = repositorio
        .cerrar_demostracion()
        .await
        .map_err(|falla| falla.to_string())?;
    if cerradas > 0 {
        tracing::warn!("se desactivaron {cerradas} cuentas de demostración que había en esta base de datos");
    }
    Ok(())
}

/// The identity provider; when its keys cannot be had yet, that is said now and tried again with each token.
async fn meet(configuracion: Option<Configuracion>) -> Option<Proveedor> {
    let proveedor = Proveedor::new(configuracion?);
    if let Err(error) = proveedor.load().await {
        tracing::warn!("{error}");
    }
    Some(proveedor)
}

/// Says where it is and, loudly, whether anybody can get in. Whoever started it may not be listening any more.
fn greet(direccion: SocketAddr, base: &Base, demostracion: bool) {
    let mut texto = format!("Ventanilla abierta en http://{direccion}/ (Ctrl-C la cierra)\n");
    if let (true, Base::Sqlite(archivo)) = (demostracion, base) {
        texto.push_str(&format!(
            "\n  *** DEMOSTRACIÓN: cualquiera puede entrar con estas cuentas. No capture datos reales. ***\n  \
             Los datos quedan en «{}»; para una base propia use «--base».\n\n    {:<12} contraseña\n",
            archivo.display(),
            "usuario"
        ));
        for (usuario, ..) in DEMOSTRACION {
            texto.push_str(&format!("    {usuario:<12} {}\n", demo_password(usuario)));
        }
    }
    let mut salida = io::stdout().lock();
    let _ = salida.write_all(texto.as_bytes()).and_then(|()| salida.flush());
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
