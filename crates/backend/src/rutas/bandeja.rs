//! The queue: a page of it, and all of it as CSV.

use super::Servicio;
use super::respuesta::{Resumen, answer};
use crate::recepcion::{Estado, estado_text, read_estado, search};
use crate::rechazo::{Negativa, Rechazo};
use crate::reloj::Momento;
use crate::repositorio::Filtro;
use crate::sesion::Identidad;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

const LIMITE: i64 = 50;
const LIMITE_MAXIMO: i64 = 200;
/// Longest text to search for, in characters.
const BUSQUEDA_MAXIMA: usize = 200;
/// Rows of the CSV that are read at once.
const TRAMO: i64 = 500;

/// What to list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(super) struct Consulta {
    /// Sólo los que están en este estado.
    estado: Option<String>,
    /// Sólo los de esta clase.
    tramite: Option<String>,
    /// Folio, RFC, NSS o registro patronal (o su principio), o palabras del nombre.
    q: Option<String>,
    /// Cursor: el «siguiente» de la página anterior.
    despues: Option<String>,
    /// Cuántos, hasta 200; si no se dice, 50.
    limite: Option<i64>,
}

/// A page of the queue, newest first.
#[derive(Serialize, ToSchema)]
pub(super) struct Pagina {
    /// The trámites.
    tramites: Vec<Resumen>,
    /// Cursor of the next page, if there is one.
    siguiente: Option<String>,
    /// How many there are in each state.
    cuentas: BTreeMap<&'static str, i64>,
}

fn filter(identidad: &Identidad, consulta: Result<Query<Consulta>, QueryRejection>) -> Result<Filtro, Rechazo> {
    let Query(consulta) = consulta.map_err(|_| bad("", "Los filtros no se entienden."))?;
    let estado = match consulta.estado.as_deref().filter(|texto| !texto.is_empty()) {
        None => None,
        Some(texto) => Some(read_estado(texto).ok_or_else(|| bad("estado", "No hay un estado con ese nombre."))?),
    };
    let antes_de = match consulta.despues.as_deref().filter(|texto| !texto.is_empty()) {
        None => None,
        Some(texto) => Some(
            texto
                .parse()
                .map_err(|_| bad("despues", "El cursor no es de esta lista."))?,
        ),
    };
    let tecleado = consulta.q.unwrap_or_default();
    if tecleado.chars().count() > BUSQUEDA_MAXIMA {
        return Err(bad("q", "Lo que se busca es muy largo."));
    }
    let tramite = consulta.tramite.filter(|clave| !clave.is_empty());
    if tramite.as_ref().is_some_and(|clave| clave.contains(char::is_control)) {
        return Err(bad("tramite", "No hay un trámite con ese nombre."));
    }
    Ok(Filtro {
        alcance: identidad.scope(),
        estado,
        tramite,
        busqueda: search(&tecleado),
        antes_de,
        limite: consulta.limite.unwrap_or(LIMITE).clamp(1, LIMITE_MAXIMO),
    })
}

fn bad(campo: &str, mensaje: &str) -> Rechazo {
    Rechazo::at(StatusCode::BAD_REQUEST, "peticion.filtro", campo, mensaje)
}

/// Lista los trámites que esta cuenta puede ver, del más nuevo al más antiguo.
#[utoipa::path(get, path = "/api/v1/tramites", tag = "trámites", params(Consulta),
    responses((status = 200, description = "Una página", body = Pagina),
        (status = 400, description = "Un filtro no se entiende", body = Negativa)))]
pub(super) async fn listar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    consulta: Result<Query<Consulta>, QueryRejection>,
) -> Result<Response, Rechazo> {
    identidad.require_real()?;
    let mut filtro = filter(&identidad, consulta)?;
    let limite = filtro.limite;
    // One more than asked for says whether there is a next page.
    filtro.limite += 1;
    let mut tramites = servicio.repositorio.listar(&filtro).await?;
    let hay_mas = i64::try_from(tramites.len()).unwrap_or(i64::MAX) > limite;
    if hay_mas {
        tramites.pop();
    }
    let siguiente = tramites
        .last()
        .filter(|_| hay_mas)
        .map(|ultimo| ultimo.orden.to_string());
    let contados = servicio.repositorio.contar(&filtro).await?;
    let momento = Momento::now();
    let pagina = Pagina {
        tramites: tramites
            .into_iter()
            .map(|tramite| Resumen::new(tramite, servicio.motor.normativa(), &momento))
            .collect(),
        siguiente,
        cuentas: tally(&contados),
    };
    Ok(answer(StatusCode::OK, &pagina))
}

/// Every state, with zero where there is none.
fn tally(contados: &[(Estado, i64)]) -> BTreeMap<&'static str, i64> {
    let mut cuentas: BTreeMap<&'static str, i64> =
        Estado::TODOS.iter().map(|estado| (estado_text(*estado), 0)).collect();
    for (estado, cuantos) in contados {
        cuentas.insert(estado_text(*estado), *cuantos);
    }
    cuentas
}

const ENCABEZADO: &str = "\u{feff}folio,uuid,tramite,titulo,nombre,rfc,nss,registro_patronal,estado,version,recibido,\
vence,silencio,semaforo,capturo,patron\r\n";

/// Exporta la lista como CSV, con los mismos filtros.
#[utoipa::path(get, path = "/api/v1/tramites.csv", tag = "trámites", params(Consulta),
    responses((status = 200, description = "Todos los renglones", body = String, content_type = "text/csv"),
        (status = 403, description = "Sólo personal", body = Negativa)))]
pub(super) async fn exportar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    consulta: Result<Query<Consulta>, QueryRejection>,
) -> Result<Response, Rechazo> {
    identidad.require_staff()?;
    let mut filtro = filter(&identidad, consulta)?;
    filtro.limite = TRAMO;
    let trozos = stream::unfold(Some((servicio, filtro, true)), |estado| async move {
        let (servicio, filtro, primero) = estado?;
        Some(next_chunk(servicio, filtro, primero).await)
    });
    // The compression layer asks once more after the end.
    let trozos = trozos.fuse();
    let cabeceras = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"tramites.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((cabeceras, Body::from_stream(trozos)).into_response())
}

type Siguiente = Option<(Servicio, Filtro, bool)>;

/// A few hundred rows, and where to go on; a failure cuts the download short, so that nobody takes it for the whole.
async fn next_chunk(
    servicio: Servicio,
    mut filtro: Filtro,
    primero: bool,
) -> (Result<String, std::io::Error>, Siguiente) {
    let tramites = match servicio.repositorio.listar(&filtro).await {
        Ok(tramites) => tramites,
        Err(falla) => {
            tracing::error!("{falla}");
            return (Err(std::io::Error::other("la base de datos no responde")), None);
        }
    };
    let completo = i64::try_from(tramites.len()).unwrap_or_default() < filtro.limite;
    filtro.antes_de = tramites.last().map(|ultimo| ultimo.orden);
    let momento = Momento::now();
    let mut texto = String::from(if primero { ENCABEZADO } else { "" });
    for tramite in tramites {
        write_row(&mut texto, &Resumen::new(tramite, servicio.motor.normativa(), &momento));
    }
    let siguiente = (!completo).then_some((servicio, filtro, false));
    (Ok(texto), siguiente)
}

fn write_row(texto: &mut String, resumen: &Resumen) {
    let version = resumen.version.to_string();
    let del_vencimiento = |clave: &str| {
        resumen
            .vence
            .as_ref()
            .and_then(|vence| vence[clave].as_str())
            .unwrap_or("")
    };
    let celdas = [
        resumen.folio.as_str(),
        &resumen.uuid,
        &resumen.tramite,
        &resumen.titulo,
        &resumen.nombre,
        &resumen.rfc,
        &resumen.nss,
        &resumen.registro_patronal,
        resumen.estado,
        &version,
        &resumen.recibido,
        del_vencimiento("fecha"),
        del_vencimiento("silencio"),
        resumen.semaforo.text(),
        &resumen.capturo,
        resumen.patron.as_deref().unwrap_or(""),
    ];
    for (lugar, celda) in celdas.into_iter().enumerate() {
        if lugar > 0 {
            texto.push(',');
        }
        write_cell(texto, celda);
    }
    texto.push_str("\r\n");
}

/// A cell in quotes. What a spreadsheet would take for a formula gets an apostrophe in front.
fn write_cell(texto: &mut String, celda: &str) {
    texto.push('"');
    if celda.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        texto.push('\'');
    }
    texto.push_str(&celda.replace('"', "\"\""));
    texto.push('"');
}

#[cfg(test)]
mod tests {
    use super::write_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (celda, esperada) in [
            ("=1+1", "\"'=1+1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("-2", "\"'-2\""),
            ("\tx", "\"'\tx\""),
            ("a \"b\", c", "\"a \"\"b\"\", c\""),
            ("", "\"\""),
        ] {
            let mut texto = String::new();
            write_cell(&mut texto, celda);
            assert_eq!(texto, esperada);
        }
    }
}
