//! SQLite, embedded: one connection writes, several read beside it (WAL).

use super::Falla;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{SqlSafeStr, SqlStr};
use std::path::Path;
use std::time::Duration;

type Base = sqlx::Sqlite;

// The same statements for both databases, against the types of this one.
#[path = "comun/mod.rs"]
#[allow(
    clippy::duplicate_mod,
    reason = "compiled once for each database, see repositorio/mod.rs"
)]
mod comun;

/// Trámites in an SQLite file.
pub type Sqlite = comun::Almacen;

const INICIAL: &str = include_str!("../../migrations/sqlite/0001_inicial.sql");
const LECTORES: u32 = 4;
/// How long another process may hold the file.
const ESPERA: Duration = Duration::from_secs(10);

impl Sqlite {
    /// Opens the file, and makes it when there is none.
    ///
    /// # Errors
    /// One Spanish sentence: what failed.
    pub async fn open(ruta: &Path) -> Result<Self, String> {
        make_private(ruta)
            .map_err(|error| format!("no se pudo abrir la base de datos «{}»: {error}", ruta.display()))?;
        let opciones = SqliteConnectOptions::new()
            .filename(ruta)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was acknowledged outlives the process and the power: one sync for each group of submissions.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(ESPERA)
            .pragma("temp_store", "memory")
            .pragma("cache_size", "-32768");
        let fallo = |error: sqlx::Error| format!("no se pudo abrir la base de datos «{}»: {error}", ruta.display());
        let escritura = SqlitePoolOptions::new()
            .max_connections(1)
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(opciones.clone())
            .await
            .map_err(fallo)?;
        let lectura = SqlitePoolOptions::new()
            .max_connections(LECTORES)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(opciones.pragma("query_only", "on"))
            .await
            .map_err(fallo)?;
        Ok(Self::new(lectura, escritura))
    }
}

/// A file that only its owner reads; SQLite gives the same permissions to the ones that it makes beside it.
fn make_private(ruta: &Path) -> std::io::Result<()> {
    let mut opciones = std::fs::OpenOptions::new();
    opciones.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut opciones, 0o600);
    opciones.open(ruta).map(|_| ())
}

/// The writing lock is taken at once: a transaction that began by reading could not be sure to get it later.
const INICIO: SqlStr = SqlStr::from_static("BEGIN IMMEDIATE");

/// Nothing more to lock: there is one writer.
async fn lock(_: &mut <Base as sqlx::Database>::Connection) -> Result<(), Falla> {
    Ok(())
}

fn migrator() -> Migrator {
    Migrator::with_migrations(vec![Migration::new(
        1,
        "inicial".into(),
        MigrationType::Simple,
        INICIAL.into_sql_str(),
        false,
    )])
}
