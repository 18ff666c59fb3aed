//! Trámites accepted per second and the time of the slowest hundredth, over HTTP, on SQLite and on PostgreSQL with two
//! instances: `cargo run -p ventanilla-backend --profile servidor --example banco_tramites`. Clients, servers and
//! database share the machine.

#[path = "../tests/comun/mod.rs"]
mod comun;

use comun::cliente::Cliente;
use comun::proceso::{Arranque, session_on};
use comun::{new_uuid, path, postgres, registro};
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use ventanilla_backend::repositorio::Base;

/// Clients that each wait for their answer.
const CLIENTES: usize = 24;
const CALENTAMIENTO: Duration = Duration::from_secs(1);
const MEDIDA: Duration = Duration::from_secs(6);

type Resultado<T> = Result<T, Box<dyn Error>>;

/// This program is also the server that it measures.
fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("servir") {
        return ventanilla_backend::cli::run();
    }
    match measure_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure_all() -> Resultado<()> {
    let ejecutor = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let (base, _carpeta) = comun::sqlite()?;
    ejecutor.block_on(measure("SQLite", &base, 1, true))?;
    match postgres::new_database()? {
        Some(base) => ejecutor.block_on(measure("PostgreSQL con dos instancias", &base, 2, false)),
        None => Ok(()),
    }
}

async fn measure(nombre: &str, base: &Base, instancias: usize, con_presupuesto: bool) -> Resultado<()> {
    let token = session_on(base).await?;
    let arranque = Arranque::new(&std::env::current_exe()?, base)?;
    let servidores = (0..instancias)
        .map(|_| arranque.start())
        .collect::<Result<Vec<_>, _>>()?;
    let desde = Instant::now() + CALENTAMIENTO;
    let hasta = desde + MEDIDA;
    let documentos: Arc<Vec<String>> = Arc::new((0..500).map(|numero| registro(numero).to_string()).collect());
    let mut clientes = JoinSet::new();
    for numero in 0..CLIENTES {
        let mut cliente = Cliente::new(&servidores[numero % instancias].direccion, &token);
        let documentos = documentos.clone();
        clientes.spawn(async move { submit_until(&mut cliente, &documentos, numero, desde, hasta).await });
    }
    let (mut tiempos, mut aceptados) = (Vec::new(), 0);
    while let Some(suyos) = clientes.join_next().await {
        let (suyos, cuantos) = suyos??;
        tiempos.extend(suyos);
        aceptados += cuantos;
    }
    let guardados = kept(&servidores[0].direccion, &token).await?;
    report(nombre, &mut tiempos, aceptados.abs_diff(guardados), con_presupuesto);
    Ok(())
}

/// Microseconds of each submission accepted within the measured time, and how many were accepted in all.
async fn submit_until(
    cliente: &mut Cliente,
    documentos: &[String],
    numero: usize,
    desde: Instant,
    hasta: Instant,
) -> Result<(Vec<u128>, u64), String> {
    let (mut tiempos, mut aceptados) = (Vec::new(), 0);
    while Instant::now() < hasta {
        let documento = &documentos[(numero * 31 + aceptados as usize) % documentos.len()];
        let inicio = Instant::now();
        let respuesta = cliente.send("PUT", &path(&new_uuid()), documento).await;
        match respuesta.map_err(|error| error.to_string())? {
            (201, _) => aceptados += 1,
            (estado, cuerpo) => return Err(format!("{estado} {cuerpo}")),
        }
        let fin = Instant::now();
        if inicio >= desde && fin <= hasta {
            tiempos.push((fin - inicio).as_micros());
        }
    }
    Ok((tiempos, aceptados))
}

async fn kept(direccion: &str, token: &str) -> Resultado<u64> {
    let lista = Cliente::new(direccion, token).get("/api/v1/tramites?limite=1").await?;
    Ok(lista["cuentas"]["recibido"].as_u64().unwrap_or_default())
}

fn report(nombre: &str, tiempos: &mut [u128], diferencia: u64, con_presupuesto: bool) {
    tiempos.sort_unstable();
    let en = |por_mil: usize| tiempos.get(tiempos.len() * por_mil / 1000).copied().unwrap_or_default();
    let milisegundos = |micros: u128| format!("{}.{:02} ms", micros / 1000, micros % 1000 / 10);
    let limite = |texto: &'static str| if con_presupuesto { texto } else { "" };
    let por_segundo = tiempos.len() as u128 * 1000 / MEDIDA.as_millis();
    println!(
        "trámites aceptados, {nombre}: {por_segundo} por segundo{}",
        limite(" [>= 1000]")
    );
    println!("  mediana, {nombre}: {}", milisegundos(en(500)));
    println!("  p99, {nombre}: {}{}", milisegundos(en(990)), limite(" [<= 50]"));
    println!("  perdidos o repetidos, {nombre}: {diferencia} [<= 0]");
}
