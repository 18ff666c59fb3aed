//! Rows as the program's own types.

use super::super::super::{estado, rol};
use super::{Cuenta, Dueno, Falla, Fila, Tramite};
use sqlx::Row;

/// Columns that [`account`] reads; the table is called `c`.
pub(super) const CUENTA: &str =
    "c.id, c.usuario, c.nombre AS nombre_de_cuenta, c.rol, c.activa, c.demostracion, c.emisor";

/// Columns that [`tramite`] reads; the tables are `t`, `c` (who sent it) and `p` (the patrón it is linked to).
pub(super) const TRAMITE: &str = "t.uuid, t.orden, t.folio, t.tramite, t.estado, t.version, t.recibido, t.vence, \
     t.nombre, t.rfc, t.nss, t.registro_patronal, t.capturo, t.patron, c.usuario AS usuario_que_capturo, \
     p.usuario AS usuario_del_patron";

/// Tables of [`TRAMITE`].
pub(super) const DE_TRAMITES: &str =
    "FROM tramites t JOIN cuentas c ON c.id = t.capturo LEFT JOIN cuentas p ON p.id = t.patron";

pub(super) fn account(fila: &Fila) -> Result<Cuenta, Falla> {
    Ok(Cuenta {
        id: fila.try_get("id")?,
        usuario: fila.try_get("usuario")?,
        nombre: fila.try_get("nombre_de_cuenta")?,
        rol: rol(fila.try_get("rol")?)?,
        activa: fila.try_get::<i64, _>("activa")? != 0,
        demostracion: fila.try_get::<i64, _>("demostracion")? != 0,
        externa: fila.try_get::<Option<String>, _>("emisor")?.is_some(),
    })
}

pub(super) fn owner(fila: &Fila) -> Result<Dueno, Falla> {
    Ok(Dueno {
        capturo: fila.try_get("capturo")?,
        patron: fila.try_get("patron")?,
        rfc: fila.try_get("rfc")?,
        registro_patronal: fila.try_get("registro_patronal")?,
    })
}

pub(super) fn tramite(fila: &Fila) -> Result<Tramite, Falla> {
    Ok(Tramite {
        uuid: fila.try_get("uuid")?,
        orden: fila.try_get("orden")?,
        folio: fila.try_get("folio")?,
        tramite: fila.try_get("tramite")?,
        estado: estado(fila.try_get("estado")?)?,
        version: fila.try_get("version")?,
        recibido: fila.try_get("recibido")?,
        vence: fila.try_get("vence")?,
        nombre: fila.try_get("nombre")?,
        nss: fila.try_get("nss")?,
        dueno: owner(fila)?,
        capturo: fila.try_get("usuario_que_capturo")?,
        patron: fila.try_get("usuario_del_patron")?,
    })
}
