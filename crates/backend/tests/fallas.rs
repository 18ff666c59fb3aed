//! Everything that can go wrong on the way, at once: clients that repeat, clients that hang up in the middle, and
//! servers that are killed. Afterwards whatever was acknowledged is there, once, with the folio that was told.
//!
//! `VENTANILLA_FALLAS` says how many submissions; without it, 10,000 in a release build and 600 in a development one.

mod comun;

use comun::cliente::Cliente;
use comun::proceso::{Arranque, Proceso, session_on};
use comun::{Prueba, announce, new_uuid, path, postgres, registro};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use ventanilla_backend::bitacora;
use ventanilla_backend::repositorio::Base;

/// Clients at once.
const CLIENTES: usize = 12;
/// Times that a server is killed.
const MUERTES: usize = 6;
/// The longest that one submission may take, servers starting again included.
const PACIENCIA: Duration = Duration::from_secs(60);

fn cuantos() -> usize {
    let por_omision = if cfg!(debug_assertions) { 600 } else { 10_000 };
    std::env::var("VENTANILLA_FALLAS")
        .ok()
        .and_then(|texto| texto.parse().ok())
        .unwrap_or(por_omision)
}

/// What all clients share.
struct Carrera {
    direcciones: RwLock<Vec<String>>,
    token: String,
    siguiente: AtomicUsize,
    acusados: AtomicUsize,
    total: usize,
}

/// What a client was told: folio by identifier.
type Acuses = BTreeMap<String, String>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_lost_and_nothing_twice_on_sqlite() -> Prueba {
    let (base, _carpeta) = comun::sqlite()?;
    race("SQLite", &base, 1).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_lost_and_nothing_twice_on_postgres_with_two_instances() -> Prueba {
    match postgres::new_database()? {
        Some(base) => race("PostgreSQL con dos instancias", &base, 2).await,
        None => Ok(()),
    }
}

async fn race(nombre: &str, base: &Base, instancias: usize) -> Prueba {
    let inicio = Instant::now();
    let token = session_on(base).await?;
    let arranque = Arranque::new(Path::new(env!("CARGO_BIN_EXE_ventanilla")), base)?;
    let mut servidores = (0..instancias)
        .map(|_| arranque.start())
        .collect::<Result<Vec<_>, _>>()?;
    let carrera = Arc::new(Carrera {
        direcciones: RwLock::new(servidores.iter().map(|servidor| servidor.direccion.clone()).collect()),
        token,
        siguiente: AtomicUsize::new(0),
        acusados: AtomicUsize::new(0),
        total: cuantos(),
    });
    let mut clientes = JoinSet::new();
    for semilla in 0..CLIENTES {
        let carrera = carrera.clone();
        clientes.spawn(async move { carrera.submit_all(semilla as u64 + 1).await });
    }
    kill_now_and_then(&carrera, &arranque, &mut servidores).await?;
    let mut acuses = Acuses::new();
    while let Some(suyos) = clientes.join_next().await {
        acuses.extend(suyos??);
    }
    let direccion = carrera.addresses()?[0].clone();
    compare(&acuses, &list_all(&direccion, &carrera.token).await?, carrera.total)?;
    drop(servidores);
    check_chain(base, carrera.total).await?;
    announce(&format!(
        "fallas en {nombre}: {} trámites, {MUERTES} veces kill -9, ninguno perdido ni repetido, {} s",
        carrera.total,
        inicio.elapsed().as_secs()
    ));
    Ok(())
}

/// Kills a server each time that a share of the submissions has been acknowledged, and starts another.
async fn kill_now_and_then(carrera: &Carrera, arranque: &Arranque, servidores: &mut [Proceso]) -> Prueba {
    for muerte in 1..=MUERTES {
        let limite = Instant::now() + PACIENCIA * 4;
        while carrera.acusados.load(Ordering::Relaxed) < carrera.total * muerte / (MUERTES + 1) {
            if Instant::now() > limite {
                return Err("los clientes dejaron de avanzar".into());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let cual = muerte % servidores.len();
        servidores[cual].kill()?;
        servidores[cual] = arranque.start()?;
        let mut direcciones = carrera.direcciones.write().map_err(|_| "direcciones")?;
        direcciones[cual] = servidores[cual].direccion.clone();
    }
    Ok(())
}

/// A little chance that can be repeated.
struct Azar(u64);

impl Azar {
    fn below(&mut self, limite: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limite
    }
}

impl Carrera {
    fn addresses(&self) -> Result<Vec<String>, String> {
        self.direcciones
            .read()
            .map(|todas| todas.clone())
            .map_err(|error| error.to_string())
    }

    async fn submit_all(&self, semilla: u64) -> Result<Acuses, String> {
        let mut azar = Azar(semilla);
        let mut cliente = Cliente::new("", &self.token);
        let mut acuses = Acuses::new();
        loop {
            let numero = self.siguiente.fetch_add(1, Ordering::Relaxed);
            if numero >= self.total {
                return Ok(acuses);
            }
            let (uuid, documento) = (new_uuid(), registro(numero as u64).to_string());
            let folio = self.submit(&mut cliente, &mut azar, &uuid, &documento).await?;
            self.acusados.fetch_add(1, Ordering::Relaxed);
            acuses.insert(uuid, folio);
        }
    }

    /// Sends until there is an acknowledgement, badly at times, and at times once more than needed.
    async fn submit(
        &self,
        cliente: &mut Cliente,
        azar: &mut Azar,
        uuid: &str,
        documento: &str,
    ) -> Result<String, String> {
        let (ruta, limite) = (path(uuid), Instant::now() + PACIENCIA);
        let mut folio: Option<String> = None;
        let mut faltan = if azar.below(5) == 0 { 2 } else { 1 };
        while faltan > 0 {
            if Instant::now() > limite {
                return Err(format!("{uuid} no tuvo acuse"));
            }
            let direcciones = self.addresses()?;
            cliente.go_to(&direcciones[azar.below(direcciones.len() as u64) as usize]);
            if azar.below(8) == 0 {
                let hasta = azar.below(1001) as usize;
                let _ = cliente.cut("PUT", &ruta, documento, hasta).await;
                continue;
            }
            match cliente.send("PUT", &ruta, documento).await {
                Ok((200 | 201, cuerpo)) => {
                    let dicho = folio_in(&cuerpo)?;
                    if folio.as_ref().is_some_and(|antes| *antes != dicho) {
                        return Err(format!("{uuid} tuvo dos folios: {folio:?} y {dicho}"));
                    }
                    folio = Some(dicho);
                    faltan -= 1;
                }
                Ok((500..=599, _)) | Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
                Ok((estado, cuerpo)) => return Err(format!("{uuid}: {estado} {cuerpo}")),
            }
        }
        folio.ok_or_else(|| format!("{uuid} sin folio"))
    }
}

fn folio_in(cuerpo: &str) -> Result<String, String> {
    let recibo: Value = serde_json::from_str(cuerpo).map_err(|error| error.to_string())?;
    recibo["folio"]
        .as_str()
        .map(String::from)
        .ok_or_else(|| format!("acuse sin folio: {cuerpo}"))
}

/// Identifier and folio of everything that the server has.
async fn list_all(direccion: &str, token: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut cliente = Cliente::new(direccion, token);
    let (mut todos, mut ruta) = (Vec::new(), "/api/v1/tramites?limite=200".to_string());
    loop {
        let pagina = cliente.get(&ruta).await?;
        for tramite in pagina["tramites"].as_array().ok_or("tramites")? {
            let texto = |clave: &str| tramite[clave].as_str().unwrap_or_default().to_string();
            todos.push((texto("uuid"), texto("folio")));
        }
        match pagina["siguiente"].as_str() {
            Some(cursor) => ruta = format!("/api/v1/tramites?limite=200&despues={cursor}"),
            None => return Ok(todos),
        }
    }
}

fn compare(acuses: &Acuses, guardados: &[(String, String)], total: usize) -> Prueba {
    let unicos: Acuses = guardados.iter().cloned().collect();
    assert_eq!(acuses.len(), total, "a cada uno se le acusó");
    assert_eq!(guardados.len(), total, "ni uno más ni uno menos");
    assert_eq!(&unicos, acuses, "cada uno con el folio que se dijo");
    let folios: std::collections::BTreeSet<&String> = unicos.values().collect();
    assert_eq!(folios.len(), total, "ningún folio dos veces");
    let ultimo = folios.iter().next_back().ok_or("sin folios")?;
    assert!(
        ultimo.contains(&format!("-{total:06}-")),
        "los folios son seguidos, y el último es {ultimo}"
    );
    Ok(())
}

async fn check_chain(base: &Base, total: usize) -> Prueba {
    let repositorio = base.open().await?;
    let verificacion = bitacora::verify(repositorio.as_ref()).await?;
    repositorio.cerrar().await;
    assert_eq!(verificacion.rota, None);
    assert_eq!(verificacion.versiones as usize, total);
    Ok(())
}
