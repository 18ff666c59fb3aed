//! The one writer. Whoever has something to write leaves it in a queue; a task takes all that is waiting and makes one
//! transaction of it, each piece behind a savepoint of its own, so that a thousand submissions a second cost a few tens
//! of syncs. An answer goes out only when its transaction is durable.

use super::{Asiento, Base, Conexion, Falla, Hecho, NuevoTramite, Recepcion, recepcion};
use crate::bitacora;
use sqlx::{Pool, QueryBuilder, Row, Transaction};
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

    /// Adds a record to the audit log.
    pub(super) async fn note(&mut self, hecho: Hecho) -> Result<(), Falla> {
        self.note_all(vec![hecho]).await
    }

    /// Adds records to the audit log, in order.
    pub(super) async fn note_all(&mut self, hechos: Vec<Hecho>) -> Result<(), Falla> {
        let (mut seq, mut huella) = self.head().await?;
        let mut asientos = Vec::with_capacity(hechos.len());
        for hecho in hechos {
            let asiento = bitacora::chain(seq, huella, hecho);
            (seq, huella) = (asiento.seq, asiento.huella.clone());
            asientos.push(asiento);
        }
        let mut consulta = QueryBuilder::<Base>::new(
            "INSERT INTO bitacora (seq, cuando, cuenta, quien, accion, uuid, version, de, a, motivo, huella_contenido, \
             huella_anterior, huella) ",
        );
        consulta.push_values(
            &asientos,
            |mut fila,
             Asiento {
                 seq,
                 hecho,
                 huella_anterior,
                 huella,
                 ..
             }| {
                fila.push_bind(*seq).push_bind(&hecho.cuando).push_bind(hecho.cuenta);
                fila.push_bind(&hecho.quien)
                    .push_bind(&hecho.accion)
                    .push_bind(&hecho.uuid);
                fila.push_bind(hecho.version).push_bind(&hecho.de).push_bind(&hecho.a);
                fila.push_bind(&hecho.motivo).push_bind(&hecho.huella_contenido);
                fila.push_bind(huella_anterior).push_bind(huella);
            },
        );
        let una = asientos.len() == 1;
        consulta.build().persistent(una).execute(self.conexion()).await?;
        self.cabeza = Some((seq, huella));
        Ok(())
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

    /// Receives trámites all together; should that fail because of one of them, each by itself.
    async fn receive(&mut self, llegados: &mut [Llegado]) -> Result<(), Falla> {
        if llegados.is_empty() {
            return Ok(());
        }
        if self.receive_together(llegados).await? || llegados.len() == 1 {
            return Ok(());
        }
        for uno in llegados.chunks_mut(1) {
            self.receive_together(uno).await?;
        }
        Ok(())
    }

    /// False when it failed and nothing of it was written.
    async fn receive_together(&mut self, llegados: &mut [Llegado]) -> Result<bool, Falla> {
        let cabeza = self.cabeza.clone();
        self.sentence("SAVEPOINT llegada").await?;
        let nuevos: Vec<&NuevoTramite> = llegados.iter().map(|llegado| &llegado.nuevo).collect();
        match recepcion::receive_all(self, &nuevos).await {
            Ok(recepciones) => {
                for (llegado, recepcion) in llegados.iter_mut().zip(recepciones) {
                    llegado.resultado = Some(Ok(recepcion));
                }
                self.sentence("RELEASE SAVEPOINT llegada").await?;
                Ok(true)
            }
            Err(falla) => {
                if let [unico] = llegados {
                    unico.resultado = Some(Err(falla));
                }
                self.cabeza = cabeza;
                self.sentence("ROLLBACK TO SAVEPOINT llegada").await?;
                Ok(false)
            }
        }
    }
}

/// A trámite that waits to be received.
struct Llegado {
    nuevo: NuevoTramite,
    resultado: Option<Result<Recepcion, Falla>>,
    aviso: oneshot::Sender<Result<Recepcion, Falla>>,
}

/// What the queue carries.
enum Pieza {
    Llegado(Box<Llegado>),
    Otra(Box<dyn Trabajo>),
}

impl Pieza {
    /// Whether somebody still waits for the answer.
    fn is_wanted(&self) -> bool {
        match self {
            Self::Llegado(llegado) => !llegado.aviso.is_closed(),
            Self::Otra(trabajo) => trabajo.is_wanted(),
        }
    }
}

/// The answer to give: nothing counts unless its transaction was kept.
fn settle<T>(resultado: Option<Result<T, Falla>>, guardado: bool) -> Result<T, Falla> {
    match resultado {
        Some(Err(falla)) => Err(falla),
        Some(Ok(valor)) if guardado => Ok(valor),
        _ => Err(Falla::Base(sqlx::Error::WorkerCrashed)),
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

struct Trozo<T, F> {
    hacer: Option<F>,
    resultado: Option<Result<T, Falla>>,
    aviso: oneshot::Sender<Result<T, Falla>>,
}

impl<T, F> Trabajo for Trozo<T, F>
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
        let _ = self.aviso.send(settle(self.resultado, guardado));
    }
}

/// The queue of the writer.
pub(super) struct Cola {
    entrada: Mutex<Option<mpsc::Sender<Pieza>>>,
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
        let trozo = Trozo {
            hacer: Some(hacer),
            resultado: None,
            aviso,
        };
        self.push(Pieza::Otra(Box::new(trozo))).await?;
        respuesta.await.map_err(|_| Falla::Cerrada)?
    }

    /// Has a new trámite received, together with those that wait with it, and waits until it is durable.
    pub(super) async fn receive(&self, nuevo: NuevoTramite) -> Result<Recepcion, Falla> {
        let (aviso, respuesta) = oneshot::channel();
        let llegado = Llegado {
            nuevo,
            resultado: None,
            aviso,
        };
        self.push(Pieza::Llegado(Box::new(llegado))).await?;
        respuesta.await.map_err(|_| Falla::Cerrada)?
    }

    async fn push(&self, pieza: Pieza) -> Result<(), Falla> {
        let entrada = self.entrada.lock().ok().and_then(|entrada| entrada.clone());
        let entrada = entrada.ok_or(Falla::Cerrada)?;
        entrada.send(pieza).await.map_err(|_| Falla::Cerrada)
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

async fn attend(base: Pool<Base>, mut cola: mpsc::Receiver<Pieza>) {
    let mut piezas = Vec::with_capacity(MAXIMO);
    while cola.recv_many(&mut piezas, MAXIMO).await > 0 {
        let (mut llegados, mut trabajos) = (Vec::new(), Vec::new());
        for pieza in piezas.drain(..).filter(Pieza::is_wanted) {
            match pieza {
                Pieza::Llegado(llegado) => llegados.push(*llegado),
                Pieza::Otra(trabajo) => trabajos.push(trabajo),
            }
        }
        let mut trabajos = trabajos.into_iter();
        while trabajos.len() > 0 || !llegados.is_empty() {
            let mut hechos = Vec::new();
            let guardado = gather(&base, &mut llegados, &mut trabajos, &mut hechos).await;
            if let Err(falla) = &guardado {
                tracing::error!("no se pudo guardar: {falla}");
            }
            for Llegado { resultado, aviso, .. } in llegados.drain(..) {
                let _ = aviso.send(settle(resultado, guardado.is_ok()));
            }
            for trabajo in hechos {
                trabajo.answer(guardado.is_ok());
            }
        }
    }
}

/// One transaction with the trámites that arrived and as much of the other work as fits in the time; what it took of
/// that ends in `hechos` in any case.
async fn gather(
    base: &Pool<Base>,
    llegados: &mut [Llegado],
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
    lote.receive(llegados).await?;
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
