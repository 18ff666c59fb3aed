//! Connections: taken, given a limit of time to say what they want, and closed in good order at the end.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// How long a connection may take to send the head of a request, or stay without one.
const PLAZO_DE_CABEZA: Duration = Duration::from_secs(30);
/// How long to wait when the system gives no more connections.
const RESPIRO: Duration = Duration::from_millis(50);

/// Serves until `terminar`, and then what is under way for at most `ultimo_plazo`; false when something was cut off.
pub(crate) async fn serve(
    escucha: TcpListener,
    rutas: Router,
    terminar: impl Future<Output = ()>,
    ultimo_plazo: Duration,
) -> bool {
    let en_curso = GracefulShutdown::new();
    let mut terminar = pin!(terminar);
    loop {
        tokio::select! {
            llegada = escucha.accept() => match llegada {
                Ok((conexion, de)) => attend(conexion, de, rutas.clone(), &en_curso),
                Err(error) => {
                    tracing::warn!("no se pudo tomar una conexión: {error}");
                    tokio::time::sleep(RESPIRO).await;
                }
            },
            () = &mut terminar => break,
        }
    }
    drop(escucha);
    tokio::time::timeout(ultimo_plazo, en_curso.shutdown()).await.is_ok()
}

fn attend(conexion: TcpStream, de: SocketAddr, rutas: Router, en_curso: &GracefulShutdown) {
    // Answers are written whole: there is nothing to gather.
    let _ = conexion.set_nodelay(true);
    let servicio = service_fn(move |mut peticion: Request<Incoming>| {
        peticion.extensions_mut().insert(ConnectInfo(de));
        let rutas = rutas.clone();
        async move {
            Ok::<_, Infallible>(
                rutas
                    .oneshot(peticion.map(Body::new))
                    .await
                    .unwrap_or_else(|nunca| match nunca {}),
            )
        }
    });
    let conversacion = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PLAZO_DE_CABEZA)
        .serve_connection(TokioIo::new(conexion), servicio);
    let conversacion = en_curso.watch(conversacion);
    tokio::spawn(async move {
        // Whoever hangs up in the middle is no news.
        let _ = conversacion.await;
    });
}
