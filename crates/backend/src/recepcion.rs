//! The one place of this program that calls the road of a trámite (`ventanilla_tramites::camino`): what is received is
//! read, run through the same rules as on the screen, and made ready to be kept.

use crate::huella::sha256_hex;
use crate::rechazo::Rechazo;
use crate::repositorio::{Autor, Busqueda, Indice, Version};
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use ventanilla_normativa::{Calendario, Normativa};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::plazo;
use ventanilla_reglas::politica::{Politica, Politicas};
use ventanilla_tramites::camino::{self, Dictamen, Envio, Vencimiento, folio};
pub use ventanilla_tramites::camino::{Estado, Rol};

/// The state of what has just been received.
pub const INICIAL: &str = "recibido";
/// The state that takes a further version.
pub const PREVENIDO: &str = "prevenido";

/// Working days left from which the light is amber, and red.
const AMBAR: usize = 5;
const ROJO: usize = 2;
/// Days in a row that are looked at for working ones: ten weeks have more than [`AMBAR`] whatever the calendar.
const HORIZONTE: usize = 70;

/// What the person keeps: the proof that a version was received.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Recibo {
    /// Identifier made by the client.
    pub uuid: String,
    /// Folio, with its check character.
    pub folio: String,
    /// State: always `recibido`.
    pub estado: String,
    /// Version, from 1.
    pub version: i64,
    /// When it arrived, in the time of Ciudad de México.
    pub recibido: String,
    /// SHA-256 of the canonical JSON of `tramite`, `formato` and `contenido`.
    pub huella: String,
    /// Warnings and notes of the rules.
    #[schema(value_type = Vec<Object>)]
    pub hallazgos: Vec<Hallazgo>,
    /// When it has to be resolved.
    #[schema(value_type = Option<Object>)]
    pub vence: Option<Vencimiento>,
}

/// How urgent a trámite is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Semaforo {
    /// More than five working days left, or no date.
    Verde,
    /// Five or less.
    Ambar,
    /// Two or less, or today.
    Rojo,
    /// The day has passed.
    Vencido,
    /// Nothing more is to be done.
    Cerrado,
}

impl Semaforo {
    /// The word of the answer.
    pub fn text(self) -> &'static str {
        match self {
            Self::Verde => "verde",
            Self::Ambar => "ambar",
            Self::Rojo => "rojo",
            Self::Vencido => "vencido",
            Self::Cerrado => "cerrado",
        }
    }
}

/// The word of a state.
pub fn estado_text(estado: Estado) -> &'static str {
    estado.clave()
}

/// The state of a word.
pub fn read_estado(texto: &str) -> Option<Estado> {
    Estado::de_clave(texto)
}

/// The word of a role.
pub fn rol_text(rol: Rol) -> &'static str {
    rol.clave()
}

/// The role of a word.
pub fn read_rol(texto: &str) -> Option<Rol> {
    Rol::de_clave(texto)
}

/// The folio of a trámite.
pub fn compose_folio(anio: i32, consecutivo: u64) -> String {
    folio::componer(anio, consecutivo)
}

/// Title of a trámite; its key when it is no longer known.
pub fn title(tramite: &str) -> String {
    camino::guion(tramite).map_or_else(|| tramite.to_string(), |guion| guion.titulo.to_string())
}

/// JSON Schema of a trámite's content.
pub fn schema(tramite: &str) -> Option<Value> {
    camino::guion(tramite).map(|guion| guion.esquema())
}

/// Reads a submission.
///
/// # Errors
/// 400 when it is not JSON; 422 with the place when it does not have the form of a submission.
pub fn read(documento: &[u8]) -> Result<Envio, Rechazo> {
    let sin_marca = documento.strip_prefix(b"\xef\xbb\xbf").unwrap_or(documento);
    let texto = std::str::from_utf8(sin_marca).map_err(|_| Rechazo::utf8())?;
    read_json(texto)
}

/// Reads a JSON document of a known form.
///
/// # Errors
/// 400 when it is not JSON; 422 with the place when it has another form.
pub fn read_json<'d, T: Deserialize<'d>>(texto: &'d str) -> Result<T, Rechazo> {
    let mut lector = serde_json::Deserializer::from_str(texto);
    let leido = serde_path_to_error::deserialize(&mut lector).map_err(|error| misshapen(&error))?;
    lector.end().map_err(|_| not_json())?;
    Ok(leido)
}

fn not_json() -> Rechazo {
    let mensaje = "El documento no es JSON; revise cómo se escribió y envíelo otra vez.";
    Rechazo::new(StatusCode::BAD_REQUEST, "peticion.json", mensaje)
}

fn misshapen(error: &serde_path_to_error::Error<serde_json::Error>) -> Rechazo {
    if !error.inner().is_data() {
        return not_json();
    }
    let camino = error.path().to_string();
    let campo = if camino == "." { "" } else { camino.as_str() };
    let mensaje = "Este dato falta, sobra o no es del tipo que se espera; el formato está en /api/v1/openapi.json.";
    Rechazo::at(StatusCode::UNPROCESSABLE_ENTITY, "peticion.forma", campo, mensaje)
}

/// Fingerprint of a content: the same content has the same one, however its JSON was written.
pub fn fingerprint(tramite: &str, formato: u16, contenido: &Value) -> String {
    // Written by hand in the canonical order, so that the content need not be copied: see the test.
    let contenido = camino::canonico(contenido);
    let tramite = Value::from(tramite);
    sha256_hex(format!(r#"{{"contenido":{contenido},"formato":{formato},"tramite":{tramite}}}"#).as_bytes())
}

/// Fingerprint of a submission.
pub fn fingerprint_of(envio: &Envio) -> String {
    fingerprint(&envio.tramite, envio.formato, &envio.contenido)
}

/// Who sends what, and when.
pub struct Contexto<'a> {
    /// The day.
    pub hoy: NaiveDate,
    /// Identifier of the trámite.
    pub uuid: &'a str,
    /// Number of the version.
    pub numero: i64,
    /// Who, and the moment.
    pub autor: Autor,
    /// Their account.
    pub cuenta: i64,
}

/// Runs the rules on a submission and makes it ready to be kept.
///
/// # Errors
/// 422 with the findings, or 409 when the law loaded here gives another figure than the person saw.
pub fn accept(normativa: &Normativa, envio: Envio, huella: String, contexto: Contexto<'_>) -> Result<Version, Rechazo> {
    let dictamen = camino::recibir(normativa, contexto.hoy, &envio).map_err(|rechazo| refuse(&rechazo))?;
    let vence = dictamen.vence.as_ref().map(write).transpose()?;
    let recibo = Recibo {
        uuid: contexto.uuid.to_string(),
        folio: String::new(),
        estado: INICIAL.to_string(),
        version: contexto.numero,
        recibido: contexto.autor.cuando.clone(),
        huella: huella.clone(),
        hallazgos: dictamen.hallazgos.clone(),
        vence: dictamen.vence.clone(),
    };
    Ok(Version {
        huella,
        formato: envio.formato,
        normativa: normativa.version(),
        contenido: camino::canonico(&envio.contenido),
        vence,
        indice: index(&dictamen),
        documentos: documents(&dictamen),
        dictamen: write(&dictamen)?,
        recibo,
        autor: contexto.autor,
        cuenta: contexto.cuenta,
    })
}

/// JSON of a value of the rules.
fn write(valor: &impl Serialize) -> Result<String, Rechazo> {
    serde_json::to_string(valor).map_err(|error| {
        tracing::error!("un dictamen no se pudo escribir: {error}");
        Rechazo::broken()
    })
}

fn documents(dictamen: &Dictamen) -> Vec<(String, String)> {
    let mut documentos: Vec<(String, String)> = Vec::with_capacity(dictamen.documentos.len());
    for documento in &dictamen.documentos {
        if !documentos.iter().any(|(clave, _)| *clave == documento.clave) {
            documentos.push((documento.clave.clone(), documento.titulo.clone()));
        }
    }
    documentos
}

fn index(dictamen: &Dictamen) -> Indice {
    let indice = &dictamen.indice;
    Indice {
        nombre: indice.nombre.chars().filter(|letra| !letra.is_control()).collect(),
        rfc: identifier(&indice.rfc),
        nss: identifier(&indice.nss),
        registro_patronal: identifier(&indice.registro_patronal),
        busqueda: words(&indice.nombre)
            .iter()
            .map(|palabra| format!(" {palabra}"))
            .collect(),
    }
}

fn refuse(rechazo: &camino::Rechazo) -> Rechazo {
    match rechazo {
        camino::Rechazo::Desconocido(mensaje) => {
            Rechazo::at(StatusCode::UNPROCESSABLE_ENTITY, "desconocido", "tramite", mensaje)
        }
        camino::Rechazo::Invalido(hallazgos) => Rechazo::found(StatusCode::UNPROCESSABLE_ENTITY, "invalido", hallazgos),
        camino::Rechazo::NormativaCambio(cifras) => {
            let mensaje = "Los parámetros con que se calculó ya no son los vigentes y alguna cifra cambia; \
                           revise las cifras y envíelo otra vez.";
            Rechazo::new(StatusCode::CONFLICT, "normativa_cambio", mensaje).with("cifras", json!(cifras))
        }
    }
}

/// An identifier as it is kept and looked for: capitals and digits.
pub fn identifier(texto: &str) -> String {
    texto
        .chars()
        .filter(|letra| letra.is_alphanumeric() || *letra == '&')
        .flat_map(char::to_uppercase)
        .collect()
}

/// The words of a name as they are kept and looked for: capitals without accents.
fn words(texto: &str) -> Vec<String> {
    texto
        .split(|letra: char| !letra.is_alphanumeric())
        .filter(|palabra| !palabra.is_empty())
        .map(|palabra| palabra.chars().flat_map(char::to_uppercase).map(plain).collect())
        .collect()
}

fn plain(letra: char) -> char {
    match letra {
        'Á' | 'À' | 'Ä' | 'Â' => 'A',
        'É' | 'È' | 'Ë' | 'Ê' => 'E',
        'Í' | 'Ì' | 'Ï' | 'Î' => 'I',
        'Ó' | 'Ò' | 'Ö' | 'Ô' => 'O',
        'Ú' | 'Ù' | 'Ü' | 'Û' => 'U',
        'Ñ' => 'N',
        otra => otra,
    }
}

/// What was typed to find a trámite; `None` when nothing was.
pub fn search(texto: &str) -> Option<Busqueda> {
    if texto.trim().is_empty() {
        return None;
    }
    let tecleado: String = texto.trim().chars().filter(|letra| !letra.is_control()).collect();
    Some(Busqueda {
        folio: folio::leer(texto).unwrap_or_else(|_| tecleado.to_uppercase()),
        identificador: identifier(texto),
        palabras: words(texto),
    })
}

/// How urgent a trámite is on a day, by working days.
pub fn light(normativa: &Normativa, hoy: NaiveDate, estado: Estado, vence: Option<&Value>) -> Semaforo {
    if estado.es_final() {
        return Semaforo::Cerrado;
    }
    let fecha = vence.and_then(|vence| vence["fecha"].as_str()).and_then(Fecha::leer);
    let Some(Fecha(fecha)) = fecha else {
        return Semaforo::Verde;
    };
    if fecha < hoy {
        return Semaforo::Vencido;
    }
    match working_days(normativa, hoy, fecha) {
        pocos if pocos <= ROJO => Semaforo::Rojo,
        pocos if pocos <= AMBAR => Semaforo::Ambar,
        _ => Semaforo::Verde,
    }
}

/// Working days after `hoy` up to `fecha`, counted no further than what matters.
fn working_days(normativa: &Normativa, hoy: NaiveDate, fecha: NaiveDate) -> usize {
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    let calendario = if consulta.politicas.es(Politica::Inhabiles, "lft74") {
        Calendario::Lft74
    } else {
        Calendario::Cff12
    };
    hoy.iter_days()
        .skip(1)
        .take_while(|dia| *dia <= fecha)
        .take(HORIZONTE)
        .filter(|dia| plazo::dia_habil(&mut consulta, calendario, *dia))
        .take(AMBAR + 1)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dia(texto: &str) -> NaiveDate {
        texto.parse().unwrap_or_default()
    }

    #[test]
    fn equal_contents_have_equal_fingerprints() {
        let uno = json!({"b": 1, "a": [1, 2]});
        let otro: Value = serde_json::from_str(r#"{ "a": [1, 2], "b": 1 }"#).unwrap_or_default();
        assert_eq!(fingerprint("x", 1, &uno), fingerprint("x", 1, &otro));
        let todo = json!({ "tramite": "a\"ñ", "formato": 7, "contenido": uno });
        assert_eq!(
            fingerprint("a\"ñ", 7, &uno),
            sha256_hex(camino::canonico(&todo).as_bytes())
        );
        assert_ne!(fingerprint("x", 1, &uno), fingerprint("x", 2, &uno));
        assert_ne!(fingerprint("x", 1, &uno), fingerprint("y", 1, &uno));
    }

    #[test]
    fn names_are_found_without_accents() {
        assert_eq!(
            words("Peñón de los Báez, S.A."),
            ["PENON", "DE", "LOS", "BAEZ", "S", "A"]
        );
        assert_eq!(identifier(" a12-34567-10 8 "), "A1234567108");
        assert!(search("  ").is_none());
    }

    #[test]
    fn the_light_counts_working_days() {
        let normativa = Normativa::publicada();
        // Monday 2026-11-23; nothing but weekends in between.
        let hoy = dia("2026-11-23");
        let casos = [
            ("2026-11-20", Semaforo::Vencido),
            ("2026-11-23", Semaforo::Rojo),
            ("2026-11-25", Semaforo::Rojo),
            ("2026-11-26", Semaforo::Ambar),
            ("2026-11-30", Semaforo::Ambar),
            ("2026-12-01", Semaforo::Verde),
            ("2036-12-01", Semaforo::Verde),
        ];
        for (fecha, esperado) in casos {
            let vence = json!({"fecha": fecha, "silencio": "concede"});
            assert_eq!(
                light(&normativa, hoy, Estado::Recibido, Some(&vence)),
                esperado,
                "{fecha}"
            );
            assert_eq!(
                light(&normativa, hoy, Estado::Autorizado, Some(&vence)),
                Semaforo::Cerrado
            );
        }
        assert_eq!(light(&normativa, hoy, Estado::Recibido, None), Semaforo::Verde);
    }
}
