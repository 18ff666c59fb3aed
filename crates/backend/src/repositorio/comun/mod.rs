//! What both databases do alike. This folder is compiled twice, with `super::Base` as SQLite and as PostgreSQL: both
//! understand `$1`, `ON CONFLICT` and `RETURNING`, and every value is a text or an integer.

mod accesos;
mod escritor;
mod filas;
mod lecturas;
mod recepcion;
mod seguimiento;

use super::super::registros::*;
use super::super::{Falla, Repositorio};
use crate::recepcion::Estado;
use async_trait::async_trait;
use escritor::{Cola, Lote};
use sqlx::Pool;

type Base = super::Base;
type Conexion = <Base as sqlx::Database>::Connection;
type Fila = <Base as sqlx::Database>::Row;

/// An open database.
pub struct Almacen {
    lectura: Pool<Base>,
    escritura: Pool<Base>,
    cola: Cola,
}

impl Almacen {
    /// A database to read through one pool and to write through another, which has a single connection.
    pub fn new(lectura: Pool<Base>, escritura: Pool<Base>) -> Self {
        Self {
            cola: Cola::start(escritura.clone()),
            lectura,
            escritura,
        }
    }
}

/// Puts work in the queue of the writer and waits until it is durable.
macro_rules! apply {
    ($almacen:ident, |$lote:ident| $trabajo:expr) => {
        $almacen
            .cola
            .run(move |$lote: &mut Lote| Box::pin(async move { $trabajo.await }))
            .await
    };
}

#[async_trait]
impl Repositorio for Almacen {
    async fn migrar(&self) -> Result<(), Falla> {
        Ok(super::migrator().run(&self.escritura).await?)
    }

    async fn salud(&self) -> Result<(), Falla> {
        sqlx::query("SELECT COUNT(*) FROM folios")
            .execute(&self.lectura)
            .await?;
        Ok(())
    }

    async fn cerrar(&self) {
        self.cola.close().await;
        self.escritura.close().await;
        self.lectura.close().await;
    }

    async fn crear_cuenta(&self, nueva: NuevaCuenta, autor: Autor) -> Result<Option<Cuenta>, Falla> {
        apply!(self, |lote| accesos::create(lote, &nueva, &autor))
    }

    async fn cuenta_externa(&self, externa: CuentaExterna) -> Result<Cuenta, Falla> {
        let conocida = accesos::external(&mut *self.lectura.acquire().await?, &externa).await?;
        match conocida {
            Some(cuenta) if accesos::same(&cuenta, &externa) => Ok(cuenta),
            _ => apply!(self, |lote| accesos::vouch(lote, &externa)),
        }
    }

    async fn cuentas(&self) -> Result<Vec<Cuenta>, Falla> {
        accesos::all(&mut *self.lectura.acquire().await?).await
    }

    async fn credencial(&self, usuario: &str) -> Result<Option<Credencial>, Falla> {
        accesos::credential(&mut *self.lectura.acquire().await?, usuario).await
    }

    async fn cambiar_contrasena(&self, usuario: &str, contrasena: &str, autor: Autor) -> Result<bool, Falla> {
        let (usuario, contrasena) = (usuario.to_string(), contrasena.to_string());
        apply!(self, |lote| accesos::set_password(lote, &usuario, &contrasena, &autor))
    }

    async fn activar(&self, usuario: &str, activa: bool, autor: Autor) -> Result<bool, Falla> {
        let usuario = usuario.to_string();
        apply!(self, |lote| accesos::activate(lote, &usuario, activa, &autor))
    }

    async fn cerrar_demostracion(&self) -> Result<u64, Falla> {
        apply!(self, |lote| accesos::close_demo(lote))
    }

    async fn abrir_sesion(&self, nueva: NuevaSesion) -> Result<(), Falla> {
        apply!(self, |lote| accesos::open_session(lote, &nueva))
    }

    async fn sesion(&self, huella: &str, ahora: i64, ocio: i64) -> Result<Option<Sesion>, Falla> {
        accesos::session(&mut *self.lectura.acquire().await?, huella, ahora, ocio).await
    }

    async fn tocar_sesion(&self, huella: &str, ahora: i64) -> Result<(), Falla> {
        let huella = huella.to_string();
        apply!(self, |lote| accesos::touch_session(lote, &huella, ahora))
    }

    async fn cerrar_sesion(&self, huella: &str) -> Result<(), Falla> {
        let huella = huella.to_string();
        apply!(self, |lote| accesos::close_session(lote, &huella))
    }

    async fn intentar(&self, limites: Vec<Limite>, ahora: i64) -> Result<Option<i64>, Falla> {
        apply!(self, |lote| accesos::attempt(lote, &limites, ahora))
    }

    async fn perdonar(&self, cuenta: &str, direccion: &str) -> Result<(), Falla> {
        let (cuenta, direccion) = (cuenta.to_string(), direccion.to_string());
        apply!(self, |lote| accesos::forgive(lote, &cuenta, &direccion))
    }

    async fn recibidas(&self, uuid: &str) -> Result<Option<Recibidas>, Falla> {
        lecturas::received(&mut *self.lectura.acquire().await?, uuid).await
    }

    async fn recibir(&self, nuevo: NuevoTramite) -> Result<Recepcion, Falla> {
        self.cola.receive(nuevo).await
    }

    async fn enmendar(&self, nueva: NuevaVersion) -> Result<Recepcion, Falla> {
        apply!(self, |lote| recepcion::amend(lote, nueva))
    }

    async fn listar(&self, filtro: &Filtro) -> Result<Vec<Tramite>, Falla> {
        lecturas::list(&mut *self.lectura.acquire().await?, filtro).await
    }

    async fn contar(&self, filtro: &Filtro) -> Result<Vec<(Estado, i64)>, Falla> {
        lecturas::count(&mut *self.lectura.acquire().await?, filtro).await
    }

    async fn expediente(&self, uuid: &str, alcance: &Alcance) -> Result<Option<Expediente>, Falla> {
        lecturas::file(&mut *self.lectura.acquire().await?, uuid, alcance).await
    }

    async fn mover(&self, movimiento: Movimiento) -> Result<Movido, Falla> {
        apply!(self, |lote| seguimiento::advance(lote, &movimiento))
    }

    async fn cotejar(&self, uuid: &str, clave: &str, cotejado: bool, autor: Autor) -> Result<bool, Falla> {
        let (uuid, clave) = (uuid.to_string(), clave.to_string());
        apply!(self, |lote| seguimiento::check_document(
            lote, &uuid, &clave, cotejado, &autor
        ))
    }

    async fn ligar(&self, uuid: &str, usuario: &str, autor: Autor) -> Result<Ligado, Falla> {
        let (uuid, usuario) = (uuid.to_string(), usuario.to_string());
        apply!(self, |lote| seguimiento::link(lote, &uuid, &usuario, &autor))
    }

    async fn asientos(&self, seq: i64, limite: i64) -> Result<Vec<Asiento>, Falla> {
        lecturas::records(&mut *self.lectura.acquire().await?, seq, limite).await
    }

    async fn huellas(&self, despues: (String, i64), limite: i64) -> Result<Vec<VersionGuardada>, Falla> {
        lecturas::fingerprints(&mut *self.lectura.acquire().await?, &despues, limite).await
    }
}
