//! PostgreSQL, by URL: any number of instances of this program on one database.

use super::Falla;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{SqlSafeStr, SqlStr};
use std::time::Duration;

type Base = sqlx::Postgres;

// The same statements for both databases, against the types of this one.
#[path = "comun/mod.rs"]
#[allow(
    clippy::duplicate_mod,
    reason = "compiled once for each database, see repositorio/mod.rs"
)]
mod comun;

/// Trámites in a PostgreSQL database.
pub type Postgres = comun::Almacen;

const INICIAL: &str = include_str!("../../migrations/postgres/0001_inicial.sql");
const LECTORES: u32 = 8;
const ESPERA: Duration = Duration::from_secs(10);

impl Postgres {
    /// Connects to the server.
    ///
    /// # Errors
    /// One Spanish sentence: what failed. It never repeats the URL, which may carry a password.
    pub async fn open(url: &str) -> Result<Self, String> {
        let opciones: PgConnectOptions = url.parse().map_err(|_| {
            "la dirección de PostgreSQL no se entiende; es postgres://usuario@servidor/base".to_string()
        })?;
        let opciones = opciones.application_name("ventanilla").options([
            // A broken client or a lost network must not hold the writing lock for ever.
            ("idle_in_transaction_session_timeout", "30s"),
            ("lock_timeout", "20s"),
            ("synchronous_commit", "on"),
        ]);
        let fallo = |error: sqlx::Error| format!("no se pudo abrir la base de datos de PostgreSQL: {error}");
        let conectar = |maximo| PgPoolOptions::new().max_connections(maximo).acquire_timeout(ESPERA);
        let escritura = conectar(1).connect_with(opciones.clone()).await.map_err(fallo)?;
        let lectura = conectar(LECTORES).connect_with(opciones).await.map_err(fallo)?;
        Ok(Self::new(lectura, escritura))
    }
}

const INICIO: SqlStr = SqlStr::from_static("BEGIN");

/// One instance writes at a time: folios and audit records are consecutive. The number is this program's own.
async fn lock(conexion: &mut <Base as sqlx::Database>::Connection) -> Result<(), Falla> {
    sqlx::query("SELECT pg_advisory_xact_lock(8241170331)")
        .execute(conexion)
        .await?;
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
