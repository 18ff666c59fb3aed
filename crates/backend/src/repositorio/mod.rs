//! What is kept: accounts, sessions, trámites with all their versions, and the audit log.
//!
//! One trait, two typed implementations. The statements that both databases understand are written once, in `comun/`,
//! and compiled against the types of each; what differs (opening, beginning to write) is in `sqlite.rs` and
//! `postgres.rs`. All writing goes through one task that gathers what is waiting into one transaction: an answer is
//! given only after that transaction is durable.

mod postgres;
mod registros;
mod sqlite;

pub use postgres::Postgres;
pub use registros::*;
pub use sqlite::Sqlite;

use crate::recepcion::{Estado, Rol};
use async_trait::async_trait;
use std::path::PathBuf;
use std::sync::Arc;

/// Why something could not be read or kept.
#[derive(Debug)]
pub enum Falla {
    /// The database refused or is not there.
    Base(sqlx::Error),
    /// The tables could not be brought up to date.
    Migracion(sqlx::migrate::MigrateError),
    /// A kept value is not what this program writes.
    Dato(String),
    /// The server is closing.
    Cerrada,
}

impl std::fmt::Display for Falla {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Base(error) => write!(f, "la base de datos falló: {error}"),
            Self::Migracion(error) => write!(f, "no se pudieron preparar las tablas: {error}"),
            Self::Dato(dato) => write!(f, "la base de datos tiene un valor que no se entiende: {dato}"),
            Self::Cerrada => write!(f, "el servidor se está cerrando"),
        }
    }
}

impl std::error::Error for Falla {}

impl From<sqlx::Error> for Falla {
    fn from(error: sqlx::Error) -> Self {
        Self::Base(error)
    }
}

impl From<sqlx::migrate::MigrateError> for Falla {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Migracion(error)
    }
}

/// What may be asked of either database.
#[async_trait]
pub trait Repositorio: Send + Sync {
    /// Brings the tables up to date.
    async fn migrar(&self) -> Result<(), Falla>;
    /// Whether the database answers.
    async fn salud(&self) -> Result<(), Falla>;
    /// Waits for what is being written, and closes.
    async fn cerrar(&self);

    /// A new account; `None` when somebody has that name.
    async fn crear_cuenta(&self, nueva: NuevaCuenta, autor: Autor) -> Result<Option<Cuenta>, Falla>;
    /// The account of a person that another issuer vouches for; made or brought up to date.
    async fn cuenta_externa(&self, externa: CuentaExterna) -> Result<Cuenta, Falla>;
    /// Every account, by name.
    async fn cuentas(&self) -> Result<Vec<Cuenta>, Falla>;
    /// An account with the hash of its password.
    async fn credencial(&self, usuario: &str) -> Result<Option<Credencial>, Falla>;
    /// Sets the hash of a password and ends the sessions; false when there is no such account.
    async fn cambiar_contrasena(&self, usuario: &str, contrasena: &str, autor: Autor) -> Result<bool, Falla>;
    /// Closes or opens an account; closing ends its sessions. False when there is no such account.
    async fn activar(&self, usuario: &str, activa: bool, autor: Autor) -> Result<bool, Falla>;
    /// Closes every demonstration account; says how many there were.
    async fn cerrar_demostracion(&self) -> Result<u64, Falla>;

    /// Opens a session, ending the one that it replaces.
    async fn abrir_sesion(&self, nueva: NuevaSesion) -> Result<(), Falla>;
    /// A session that has not ended, with its account.
    async fn sesion(&self, huella: &str, ahora: i64, ocio: i64) -> Result<Option<Sesion>, Falla>;
    /// Notes that a session is in use.
    async fn tocar_sesion(&self, huella: &str, ahora: i64) -> Result<(), Falla>;
    /// Ends a session.
    async fn cerrar_sesion(&self, huella: &str) -> Result<(), Falla>;
    /// Counts one more attempt under each key; `Some(seconds)` when one of them has to wait, and then nothing is counted.
    async fn intentar(&self, limites: Vec<Limite>, ahora: i64) -> Result<Option<i64>, Falla>;
    /// After a success: forgets the attempts under the key of the account, and one under that of the address.
    async fn perdonar(&self, cuenta: &str, direccion: &str) -> Result<(), Falla>;

    /// What was received under a uuid, if anything: its owner and the receipts of its versions.
    async fn recibidas(&self, uuid: &str) -> Result<Option<Recibidas>, Falla>;
    /// Keeps a new trámite with its first version, folio and audit record, or tells what is there already.
    async fn recibir(&self, nuevo: NuevoTramite) -> Result<Recepcion, Falla>;
    /// Keeps a further version of a trámite.
    async fn enmendar(&self, nueva: NuevaVersion) -> Result<Recepcion, Falla>;
    /// A page of the queue, newest first.
    async fn listar(&self, filtro: &Filtro) -> Result<Vec<Tramite>, Falla>;
    /// How many there are in each state, whatever state the filter asks for.
    async fn contar(&self, filtro: &Filtro) -> Result<Vec<(Estado, i64)>, Falla>;
    /// Everything about one trámite that `alcance` may see.
    async fn expediente(&self, uuid: &str, alcance: &Alcance) -> Result<Option<Expediente>, Falla>;
    /// Moves a trámite from one state to another.
    async fn mover(&self, movimiento: Movimiento) -> Result<Movido, Falla>;
    /// Notes that a document was seen, or that it was not; false when there is no such document.
    async fn cotejar(&self, uuid: &str, clave: &str, cotejado: bool, autor: Autor) -> Result<bool, Falla>;
    /// Links a trámite to a patrón's account.
    async fn ligar(&self, uuid: &str, usuario: &str, autor: Autor) -> Result<Ligado, Falla>;

    /// Records of the audit log after `seq`, in order.
    async fn asientos(&self, seq: i64, limite: i64) -> Result<Vec<Asiento>, Falla>;
    /// Versions after (`uuid`, `version`), in order, each with what the audit log says about it.
    async fn huellas(&self, despues: (String, i64), limite: i64) -> Result<Vec<VersionGuardada>, Falla>;
}

/// Where things are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// An embedded SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server, by its URL.
    Postgres(String),
}

impl Base {
    /// `postgres://…`, `sqlite:ruta` or the path of a file.
    pub fn read(texto: &str) -> Self {
        if texto.starts_with("postgres://") || texto.starts_with("postgresql://") {
            return Self::Postgres(texto.to_string());
        }
        let ruta = texto
            .strip_prefix("sqlite://")
            .or_else(|| texto.strip_prefix("sqlite:"))
            .unwrap_or(texto);
        Self::Sqlite(PathBuf::from(ruta))
    }

    /// Opens it; the tables are not touched yet.
    ///
    /// # Errors
    /// One Spanish sentence: what failed.
    pub async fn open(&self) -> Result<Arc<dyn Repositorio>, String> {
        match self {
            Self::Sqlite(ruta) => Ok(Arc::new(Sqlite::open(ruta).await?)),
            Self::Postgres(url) => Ok(Arc::new(Postgres::open(url).await?)),
        }
    }
}

/// The state with this text in the database.
fn estado(texto: &str) -> Result<Estado, Falla> {
    crate::recepcion::read_estado(texto).ok_or_else(|| Falla::Dato(format!("estado «{texto}»")))
}

/// The role with this text in the database.
fn rol(texto: &str) -> Result<Rol, Falla> {
    crate::recepcion::read_rol(texto).ok_or_else(|| Falla::Dato(format!("rol «{texto}»")))
}
