//! Receiving trámites, and what staff and owners do with them afterwards.

use super::Servicio;
use super::cuerpo::Cuerpo;
use super::respuesta::{Detalle, answer};
use crate::recepcion::{self, Contexto, Estado, Recibo, estado_text, read_estado};
use crate::rechazo::{Negativa, Rechazo, json};
use crate::reloj::Momento;
use crate::repositorio::{
    Expediente, Ligado, Movido, Movimiento, NuevaVersion, NuevoTramite, Recepcion, Recibidas, Version,
};
use crate::sesion::Identidad;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Datelike;
use serde::Deserialize;
use tokio::task;
use utoipa::ToSchema;
use uuid::Uuid;
use ventanilla_tramites::camino::Envio;

/// A larger document is worked on away from the threads that serve.
const DOCUMENTO_GRANDE: usize = 32 * 1024;
/// Longest reason.
const MOTIVO_MAXIMO: usize = 2000;

type Ruta<T> = Result<Path<T>, PathRejection>;

/// The identifier in the address, in its plain form.
fn uuid(texto: &str) -> Result<String, Rechazo> {
    let mal = || {
        let mensaje = "El identificador del trámite debe ser un UUID, por ejemplo de versión 7.";
        Rechazo::new(StatusCode::BAD_REQUEST, "peticion.uuid", mensaje)
    };
    let leido = Uuid::try_parse(texto).map_err(|_| mal())?;
    if leido.is_nil() || leido.is_max() || texto.len() != 36 {
        return Err(mal());
    }
    Ok(leido.to_string())
}

fn path<T>(ruta: Ruta<T>) -> Result<T, Rechazo> {
    ruta.map(|Path(valor)| valor).map_err(|_| {
        let mensaje = "La dirección no se entiende.";
        Rechazo::new(StatusCode::BAD_REQUEST, "peticion.direccion", mensaje)
    })
}

/// Recibe un trámite terminado.
///
/// Idempotent: the same content under the same identifier gives the same receipt any number of times.
#[utoipa::path(put, path = "/api/v1/tramites/{uuid}", tag = "trámites",
    params(("uuid" = String, Path, description = "UUID que hizo el cliente")),
    request_body(content = Object, description = "`Envio`: tramite, formato, normativa, contenido, cifras, simulado"),
    responses(
        (status = 201, description = "Recibido", body = Recibo),
        (status = 200, description = "Ya se había recibido; el mismo acuse", body = Recibo),
        (status = 403, description = "`capacitacion` o `simulado`", body = Negativa),
        (status = 409, description = "`contenido_distinto` o `normativa_cambio`", body = Negativa),
        (status = 413, description = "Más de 1 MiB", body = Negativa),
        (status = 422, description = "Los hallazgos, los mismos de la pantalla", body = Negativa),
    ))]
pub(super) async fn recibir(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<String>,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    identidad.require_real()?;
    let uuid = uuid(&path(ruta)?)?;
    let envio = read_real(&cuerpo)?;
    let huella = recepcion::fingerprint_of(&envio);
    let momento = Momento::now();
    let tramite = envio.tramite.clone();
    let juicio = judge(
        &servicio,
        &identidad,
        &momento,
        envio,
        huella.clone(),
        (&uuid, 1),
        cuerpo.0.len(),
    )
    .await;
    let rechazo = match juicio {
        Err(rechazo) => Some(rechazo),
        Ok(version) => {
            let nuevo = NuevoTramite {
                uuid: uuid.clone(),
                tramite,
                anio: momento.hoy.year(),
                version,
            };
            match servicio.repositorio.recibir(nuevo).await? {
                Recepcion::Nueva(recibo) => return Ok(json(StatusCode::CREATED, recibo + "\n")),
                _ => None,
            }
        }
    };
    // What was received before counts, whatever the rules say today and whoever asks.
    let recibidas = servicio.repositorio.recibidas(&uuid).await?;
    let antes = recibidas
        .map(|recibidas| seen(&identidad, &recibidas, 1, &huella))
        .transpose()?
        .flatten();
    antes.ok_or_else(|| rechazo.unwrap_or_else(Rechazo::broken))
}

/// Recibe una versión corregida de un trámite prevenido.
#[utoipa::path(put, path = "/api/v1/tramites/{uuid}/versiones/{n}", tag = "trámites",
    params(("uuid" = String, Path, description = "El trámite"), ("n" = i64, Path, description = "Versión, desde 2")),
    request_body(content = Object, description = "`Envio`, como la primera vez"),
    responses(
        (status = 201, description = "Recibida, con el mismo folio", body = Recibo),
        (status = 200, description = "Ya se había recibido; el mismo acuse", body = Recibo),
        (status = 404, description = "No hay tal trámite", body = Negativa),
        (status = 409, description = "`estado`, `contenido_distinto` o `normativa_cambio`", body = Negativa),
        (status = 422, description = "Los hallazgos", body = Negativa),
    ))]
pub(super) async fn enmendar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<(String, String)>,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    identidad.require_real()?;
    let (uuid_texto, numero) = path(ruta)?;
    let uuid = uuid(&uuid_texto)?;
    let numero = numero
        .parse()
        .ok()
        .filter(|numero| *numero >= 2)
        .ok_or_else(not_a_version)?;
    let envio = read_real(&cuerpo)?;
    let recibidas = servicio
        .repositorio
        .recibidas(&uuid)
        .await?
        .ok_or_else(Rechazo::not_found)?;
    let huella = recepcion::fingerprint_of(&envio);
    let repetida = seen(&identidad, &recibidas, numero, &huella)?;
    require_amender(&identidad, &recibidas)?;
    if let Some(recibo) = repetida {
        return Ok(recibo);
    }
    require_amendable(&recibidas, numero, &envio)?;
    let momento = Momento::now();
    let version = judge(
        &servicio,
        &identidad,
        &momento,
        envio,
        huella,
        (&uuid, numero),
        cuerpo.0.len(),
    )
    .await?;
    let nueva = NuevaVersion { uuid, numero, version };
    received(servicio.repositorio.enmendar(nueva).await?)
}

/// A submission that is not practice.
fn read_real(cuerpo: &Cuerpo) -> Result<Envio, Rechazo> {
    let envio = recepcion::read(&cuerpo.0)?;
    if envio.simulado {
        let mensaje = "Es un caso simulado: no entra a la ventanilla real.";
        return Err(Rechazo::new(StatusCode::FORBIDDEN, "simulado", mensaje));
    }
    Ok(envio)
}

/// The receipt of a version received before; `None` when this version is new. Somebody else's trámite is not there.
fn seen(identidad: &Identidad, recibidas: &Recibidas, numero: i64, huella: &str) -> Result<Option<Response>, Rechazo> {
    if !identidad.scope().covers(&recibidas.dueno) {
        return Err(Rechazo::not_found());
    }
    match recibidas.versiones.iter().find(|(version, ..)| *version == numero) {
        None => Ok(None),
        Some((_, conocida, recibo)) if conocida == huella => Ok(Some(json(StatusCode::OK, format!("{recibo}\n")))),
        Some(_) => Err(different()),
    }
}

fn require_amender(identidad: &Identidad, recibidas: &Recibidas) -> Result<(), Rechazo> {
    if identidad.owns(&recibidas.dueno) {
        return Ok(());
    }
    Err(Rechazo::forbidden("Sólo quien presentó el trámite puede corregirlo."))
}

fn require_amendable(recibidas: &Recibidas, numero: i64, envio: &Envio) -> Result<(), Rechazo> {
    let ultima = recibidas
        .versiones
        .iter()
        .map(|(version, ..)| *version)
        .max()
        .unwrap_or(0);
    if recibidas.estado != Estado::Prevenido || numero != ultima + 1 {
        return Err(not_amendable());
    }
    if recibidas.tramite != envio.tramite {
        let mensaje = "La corrección debe ser del mismo trámite.";
        return Err(Rechazo::at(
            StatusCode::UNPROCESSABLE_ENTITY,
            "otro_tramite",
            "tramite",
            mensaje,
        ));
    }
    Ok(())
}

/// Runs the rules; a large document does it away from the threads that serve.
async fn judge(
    servicio: &Servicio,
    identidad: &Identidad,
    momento: &Momento,
    envio: Envio,
    huella: String,
    (uuid, numero): (&str, i64),
    largo: usize,
) -> Result<Version, Rechazo> {
    let (autor, cuenta, hoy) = (identidad.author(momento), identidad.cuenta.id, momento.hoy);
    let (motor, uuid) = (servicio.motor.clone(), uuid.to_string());
    let trabajo = move || {
        let contexto = Contexto {
            hoy,
            uuid: &uuid,
            numero,
            autor,
            cuenta,
        };
        recepcion::accept(motor.normativa(), envio, huella, contexto)
    };
    if largo <= DOCUMENTO_GRANDE {
        return trabajo();
    }
    let turno = servicio
        .turnos
        .clone()
        .acquire_owned()
        .await
        .map_err(|_| Rechazo::broken())?;
    let en_otro_hilo = task::spawn_blocking(move || {
        let _turno = turno;
        trabajo()
    });
    en_otro_hilo.await.map_err(|_| Rechazo::broken())?
}

fn received(recepcion: Recepcion) -> Result<Response, Rechazo> {
    match recepcion {
        Recepcion::Nueva(recibo) => Ok(json(StatusCode::CREATED, recibo + "\n")),
        Recepcion::Repetida(recibo) => Ok(json(StatusCode::OK, recibo + "\n")),
        Recepcion::Distinta => Err(different()),
        Recepcion::NoProcede => Err(not_amendable()),
        Recepcion::NoEsta => Err(Rechazo::not_found()),
    }
}

fn different() -> Rechazo {
    let mensaje = "Con ese identificador ya se recibió otro contenido; lo recibido no se cambia. \
                   Si es otro trámite, envíelo con un identificador nuevo.";
    Rechazo::new(StatusCode::CONFLICT, "contenido_distinto", mensaje)
}

fn not_a_version() -> Rechazo {
    let mensaje = "La versión debe ser un número desde 2; la primera se envía sin él.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.version", mensaje)
}

fn not_amendable() -> Rechazo {
    let mensaje = "Sólo se corrige un trámite prevenido, con la versión que sigue a la última.";
    Rechazo::new(StatusCode::CONFLICT, "estado", mensaje)
}

/// Muestra un trámite completo.
#[utoipa::path(get, path = "/api/v1/tramites/{uuid}", tag = "trámites",
    params(("uuid" = String, Path, description = "El trámite")),
    responses((status = 200, description = "El trámite", body = Detalle),
        (status = 404, description = "No hay tal trámite para esta cuenta", body = Negativa)))]
pub(super) async fn detalle(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<String>,
) -> Result<Response, Rechazo> {
    identidad.require_real()?;
    let uuid = uuid(&path(ruta)?)?;
    show(&servicio, &identidad, &uuid).await
}

async fn find(servicio: &Servicio, identidad: &Identidad, uuid: &str) -> Result<Expediente, Rechazo> {
    let expediente = servicio.repositorio.expediente(uuid, &identidad.scope()).await?;
    expediente.ok_or_else(Rechazo::not_found)
}

async fn show(servicio: &Servicio, identidad: &Identidad, uuid: &str) -> Result<Response, Rechazo> {
    let expediente = find(servicio, identidad, uuid).await?;
    let detalle = Detalle::new(expediente, identidad, servicio.motor.normativa(), &Momento::now())?;
    Ok(answer(StatusCode::OK, &detalle))
}

/// Where to move a trámite.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Cambio {
    /// New state.
    estado: String,
    /// Why; needed when the person will have to understand it.
    #[serde(default)]
    motivo: String,
    /// The version that was looked at.
    version: i64,
}

/// Cambia el estado de un trámite.
#[utoipa::path(post, path = "/api/v1/tramites/{uuid}/estado", tag = "trámites",
    params(("uuid" = String, Path, description = "El trámite")), request_body = Cambio,
    responses((status = 200, description = "El trámite, ya cambiado", body = Detalle),
        (status = 403, description = "`permiso`: el cambio no corresponde a esta cuenta", body = Negativa),
        (status = 404, description = "No hay tal trámite para esta cuenta", body = Negativa),
        (status = 409, description = "`estado`: el cambio no procede o alguien se adelantó", body = Negativa),
        (status = 422, description = "`motivo`: falta o sobra texto", body = Negativa)))]
pub(super) async fn cambiar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<String>,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    identidad.require_real()?;
    let uuid = uuid(&path(ruta)?)?;
    let cambio: Cambio = cuerpo.read()?;
    let a = read_estado(&cambio.estado).ok_or_else(unknown_state)?;
    let expediente = find(&servicio, &identidad, &uuid).await?;
    let tramite = &expediente.tramite;
    let es_suyo = identidad.owns(&tramite.dueno);
    if !tramite.estado.siguientes(identidad.cuenta.rol, es_suyo).contains(&a) {
        return Err(forbidden_move(tramite.estado, a));
    }
    let motivo = reason(&cambio.motivo, a)?;
    let movimiento = Movimiento {
        uuid: uuid.clone(),
        version: cambio.version,
        de: tramite.estado,
        a,
        motivo,
        autor: identidad.author(&Momento::now()),
    };
    match servicio.repositorio.mover(movimiento).await? {
        Movido::Hecho => show(&servicio, &identidad, &uuid).await,
        Movido::Adelantado => Err(overtaken()),
        Movido::NoEsta => Err(Rechazo::not_found()),
    }
}

fn unknown_state() -> Rechazo {
    let mensaje = "No hay un estado con ese nombre.";
    Rechazo::at(StatusCode::UNPROCESSABLE_ENTITY, "peticion.forma", "estado", mensaje)
}

/// A move that nobody could make is a conflict; one that another role could make is not allowed to this one.
fn forbidden_move(de: Estado, a: Estado) -> Rechazo {
    use recepcion::Rol;
    if de.siguientes(Rol::Supervisor, true).contains(&a) {
        return Rechazo::forbidden("Su cuenta no puede hacer ese cambio; pídalo a quien supervisa la ventanilla.");
    }
    let mensaje = format!(
        "El trámite está en «{}» y de ahí no pasa a «{}». Vuelva a cargarlo: tal vez alguien ya lo atendió.",
        de.titulo(),
        a.titulo()
    );
    Rechazo::new(StatusCode::CONFLICT, "estado", mensaje).with("actual", estado_text(de).into())
}

fn overtaken() -> Rechazo {
    let mensaje = "Alguien más movió este trámite, o llegó otra versión, mientras usted lo veía. Vuelva a cargarlo.";
    Rechazo::new(StatusCode::CONFLICT, "estado", mensaje)
}

fn reason(texto: &str, a: Estado) -> Result<String, Rechazo> {
    let mal = |mensaje: &str| Rechazo::at(StatusCode::UNPROCESSABLE_ENTITY, "motivo", "motivo", mensaje);
    let motivo = texto.trim();
    if motivo.is_empty() && a.pide_motivo() {
        return Err(mal("Escriba el motivo: lo leerá quien presentó el trámite."));
    }
    if motivo.chars().count() > MOTIVO_MAXIMO {
        return Err(mal("El motivo es muy largo; resúmalo en 2,000 caracteres."));
    }
    if motivo.chars().any(|letra| letra.is_control() && letra != '\n') {
        return Err(mal("El motivo tiene caracteres que no son texto; escríbalo otra vez."));
    }
    Ok(motivo.to_string())
}

/// Whether a document was seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Cotejo {
    /// Whether it was.
    cotejado: bool,
}

/// Marca un documento como cotejado, o lo desmarca.
#[utoipa::path(put, path = "/api/v1/tramites/{uuid}/documentos/{clave}", tag = "trámites",
    params(("uuid" = String, Path, description = "El trámite"), ("clave" = String, Path, description = "El documento")),
    request_body = Cotejo,
    responses((status = 200, description = "El trámite", body = Detalle),
        (status = 403, description = "Sólo personal", body = Negativa),
        (status = 404, description = "No hay tal trámite o documento", body = Negativa),
        (status = 409, description = "`estado`: el trámite ya terminó", body = Negativa)))]
pub(super) async fn cotejar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<(String, String)>,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    identidad.require_staff()?;
    let (uuid_texto, clave) = path(ruta)?;
    let uuid = uuid(&uuid_texto)?;
    let Cotejo { cotejado } = cuerpo.read()?;
    let expediente = find(&servicio, &identidad, &uuid).await?;
    if !expediente.documentos.iter().any(|documento| documento.clave == clave) {
        let mensaje = "Este trámite no pide ese documento.";
        return Err(Rechazo::new(StatusCode::NOT_FOUND, "no_encontrado", mensaje));
    }
    if expediente.tramite.estado.es_final() {
        let mensaje = "El trámite ya terminó; sus documentos no cambian.";
        return Err(Rechazo::new(StatusCode::CONFLICT, "estado", mensaje));
    }
    let autor = identidad.author(&Momento::now());
    if !servicio.repositorio.cotejar(&uuid, &clave, cotejado, autor).await? {
        return Err(Rechazo::not_found());
    }
    show(&servicio, &identidad, &uuid).await
}

/// The account to link a trámite to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Vinculo {
    /// User name of a patrón.
    usuario: String,
}

/// Vincula el trámite con la cuenta de un patrón, que desde entonces puede verlo.
#[utoipa::path(put, path = "/api/v1/tramites/{uuid}/patron", tag = "trámites",
    params(("uuid" = String, Path, description = "El trámite")), request_body = Vinculo,
    responses((status = 200, description = "El trámite", body = Detalle),
        (status = 403, description = "Sólo personal", body = Negativa),
        (status = 404, description = "No hay tal trámite", body = Negativa),
        (status = 422, description = "`usuario`: no hay un patrón con ese nombre", body = Negativa)))]
pub(super) async fn ligar(
    State(servicio): State<Servicio>,
    identidad: Identidad,
    ruta: Ruta<String>,
    cuerpo: Cuerpo,
) -> Result<Response, Rechazo> {
    identidad.require_staff()?;
    let uuid = uuid(&path(ruta)?)?;
    let Vinculo { usuario } = cuerpo.read()?;
    let autor = identidad.author(&Momento::now());
    let limpio: String = usuario.trim().chars().filter(|letra| !letra.is_control()).collect();
    match servicio.repositorio.ligar(&uuid, &limpio, autor).await? {
        Ligado::Hecho => show(&servicio, &identidad, &uuid).await,
        Ligado::NoEsta => Err(Rechazo::not_found()),
        Ligado::SinCuenta => {
            let mensaje = "No hay una cuenta de patrón con ese usuario.";
            Err(Rechazo::at(
                StatusCode::UNPROCESSABLE_ENTITY,
                "usuario",
                "usuario",
                mensaje,
            ))
        }
    }
}
