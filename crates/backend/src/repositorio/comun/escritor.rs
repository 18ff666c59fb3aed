//! The one writer. Whoever has something to write leaves it in a queue; a task takes all that is waiting and makes one
//! transaction of it, each piece behind a savepoint of its own, so that a thousand submissions a second cost a few tens
//! of syncs. An answer goes out only when its transaction is durable.

use super::{Base, Conexion, Falla, Hecho};
use crate::bitacora;
use sqlx::{Pool, Row, Transaction};
use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

/// Pieces of work that may wait; more make the sender wait in turn.
const CAPACIDAD: usize = 4096;
/// At most this many pieces in a transaction, and at most this long: whoever came first must not wait for the last.
const MAXIMO: usize = 256;
const PACIENCIA: Duration = Duration::from_millis(15);

/// What a piece of work gives back in the end.
pub(super) type Futuro<'a, T> = Pin<Box<dyn Future<Output = Result<T, Falla>> + Send + 'a>>;

/// A transaction under way, with the end of the audit log as it stands in it.
pub(super) struct Lote {
    transaccion: Transaction<'static, Base>,
    cabeza: Option<(i64, String)>,
}

impl Lote {
    async fn begin(base: &Pool<Base>) -> Result<Self, Falla> {
        let mut transaccion = base.begin_with(super::super::INICIO).await?;
        super::super::lock(&mut transaccion).await?;
        Ok(Self {
            transaccion,
            cabeza: None,
        })
    }

    /// The connection of the transaction.
    pub(super) fn conexion(&mut self) -> &mut Conexion {
        &mut self.transaccion
    }

    /// The end of the audit log: number and fingerprint of its last record.
    pub(super) async fn head(&mut self) -> Result<(i64, String), Falla> {
        if let Some(cabeza) = &self.cabeza {
            return Ok(cabeza.clone());
        }
        let fila = sqlx::query("SELECT seq, huella FROM bitacora ORDER BY seq DESC LIMIT 1")
            .fetch_optional(self.conexion())
            .await?;
        let cabeza = match fila {
            Some(fila) => (fila.try_get("seq")?, fila.try_get("huella")?),
            None => (0, bitacora::ORIGEN.to_string()),
        };
        self.cabeza = Some(cabeza.clone());
        Ok(cabeza)
    }

    /// Adds a record to the audit log and gives its number.
    pub(super) async fn note(&mut self, hecho: Hecho) -> Result<i64, Falla> {
        let (anterior, huella_anterior) = self.head().await?;
        let asiento = bitacora::chain(anterior, huella_anterior, hecho);
        sqlx::query(
            "INSERT INTO bitacora (seq, cuando, cuenta, quien, accion, uuid, version, de, a, motivo, huella_contenido, \
             huella_anterior, huella) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(asiento.seq)
        .bind(asiento.hecho.cuando)
        .bind(asiento.hecho.cuenta)
        .bind(asiento.hecho.quien)
        .bind(asiento.hecho.accion)
        .bind(asiento.hecho.uuid)
        .bind(asiento.hecho.version)
        .bind(asiento.hecho.de)
        .bind(asiento.hecho.a)
        .bind(asiento.hecho.motivo)
        .bind(asiento.hecho.huella_contenido)
        .bind(asiento.huella_anterior)
        .bind(&asiento.huella)
        .execute(self.conexion())
        .await?;
        self.cabeza = Some((asiento.seq, asiento.huella));
        Ok(asiento.seq)
    }

    async fn sentence(&mut self, orden: &'static str) -> Result<(), Falla> {
        sqlx::query(orden).execute(self.conexion()).await?;
        Ok(())
    }

    /// Does one piece of work; what it wrote is taken back when it fails.
    async fn attempt(&mut self, trabajo: &mut dyn Trabajo) -> Result<(), Falla> {
        let cabeza = self.cabeza.clone();
        self.sentence("SAVEPOINT pieza").await?;
        if trabajo.perform(self).await {
            return self.sentence("RELEASE SAVEPOINT pieza").await;
        }
        self.cabeza = cabeza;
        self.sentence("ROLLBACK TO SAVEPOINT pieza").await
    }
}

/// A piece of work: done once, answered once.
trait Trabajo: Send {
    /// Whether somebody still waits for the answer.
    fn is_wanted(&self) -> bool;
    /// Does it; false when what it wrote must be taken back.
    fn perform<'l>(&'l mut self, lote: &'l mut Lote) -> Pin<Box<dyn Future<Output = bool> + Send + 'l>>;
    /// Gives the answer, or says that nothing was kept.
    fn answer(self: Box<Self>, guardado: bool);
}

struct Pieza<T, F> {
    hacer: Option<F>,
    resultado: Option<Result<T, Falla>>,
    aviso: oneshot::Sender<Result<T, Falla>>,
}

impl<T, F> Trabajo for Pieza<T, F>
where
    T: Send + 'static,
    F: for<'l> FnOnce(&'l mut Lote) -> Futuro<'l, T> + Send + 'static,
{
    fn is_wanted(&self) -> bool {
        !self.aviso.is_closed()
    }

    fn perform<'l>(&'l mut self, lote: &'l mut Lote) -> Pin<Box<dyn Future<Output = bool> + Send + 'l>> {
        Box::pin(async move {
            let Some(hacer) = self.hacer.take() else { return false };
            let resultado = hacer(lote).await;
            let bien = resultado.is_ok();
            self.resultado = Some(resultado);
            bien
        })
    }

    fn answer(self: Box<Self>, guardado: bool) {
        let respuesta = match self.resultado {
            Some(Err(falla)) => Err(falla),
            Some(Ok(valor)) if guardado => Ok(valor),
            _ => Err(Falla::Base(sqlx::Error::WorkerCrashed)),
        };
        let _ = self.aviso.send(respuesta);
    }
}

/// The queue of the writer.
pub(super) struct Cola {
    entrada: Mutex<Option<mpsc::Sender<Box<dyn Trabajo>>>>,
    tarea: Mutex<Option<JoinHandle<()>>>,
}

impl Cola {
    /// Starts the writer on the one connection of `base`.
    pub(super) fn start(base: Pool<Base>) -> Self {
        let (entrada, salida) = mpsc::channel(CAPACIDAD);
        Self {
            entrada: Mutex::new(Some(entrada)),
            tarea: Mutex::new(Some(tokio::spawn(attend(base, salida)))),
        }
    }

    /// Has something written, and waits until it is durable.
    pub(super) async fn run<T, F>(&self, hacer: F) -> Result<T, Falla>
    where
        T: Send + 'static,
        F: for<'l> FnOnce(&'l mut Lote) -> Futuro<'l, T> + Send + 'static,
    {
        let (aviso, respuesta) = oneshot::channel();
        let pieza = Pieza {
            hacer: Some(hacer),
            resultado: None,
            aviso,
        };
        let entrada = self.entrada.lock().ok().and_then(|entrada| entrada.clone());
        let entrada = entrada.ok_or(Falla::Cerrada)?;
        entrada.send(Box::new(pieza)).await.map_err(|_| Falla::Cerrada)?;
        respuesta.await.map_err(|_| Falla::Cerrada)?
    }

    /// Takes no more work, and waits until all that was taken is done.
    pub(super) async fn close(&self) {
        if let Ok(mut entrada) = self.entrada.lock() {
            entrada.take();
        }
        let tarea = self.tarea.lock().ok().and_then(|mut tarea| tarea.take());
        if let Some(tarea) = tarea {
            let _ = tarea.await;
        }
    }
}

async fn attend(base: Pool<Base>, mut cola: mpsc::Receiver<Box<dyn Trabajo>>) {
    let mut trabajos = Vec::with_capacity(MAXIMO);
    while cola.recv_many(&mut trabajos, MAXIMO).await > 0 {
        trabajos.retain(|trabajo| trabajo.is_wanted());
        let mut cola_del_lote = std::mem::take(&mut trabajos).into_iter();
        while cola_del_lote.len() > 0 {
            let mut hechos = Vec::new();
            let guardado = gather(&base, &mut cola_del_lote, &mut hechos).await;
            if let Err(falla) = &guardado {
                tracing::error!("no se pudo guardar: {falla}");
            }
            for trabajo in hechos {
                trabajo.answer(guardado.is_ok());
            }
        }
    }
}

/// One transaction with as much of the work as fits in the time; what it took ends in `hechos` in any case.
async fn gather(
    base: &Pool<Base>,
    trabajos: &mut impl Iterator<Item = Box<dyn Trabajo>>,
    hechos: &mut Vec<Box<dyn Trabajo>>,
) -> Result<(), Falla> {
    let inicio = Instant::now();
    let mut lote = match Lote::begin(base).await {
        Ok(lote) => lote,
        Err(falla) => {
            hechos.extend(trabajos);
            return Err(falla);
        }
    };
    for mut trabajo in trabajos.by_ref() {
        let intento = lote.attempt(trabajo.as_mut()).await;
        hechos.push(trabajo);
        intento?;
        if inicio.elapsed() > PACIENCIA {
            break;
        }
    }
    lote.transaccion.commit().await?;
    Ok(())
}
