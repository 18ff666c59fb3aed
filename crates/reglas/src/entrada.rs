//! Reading an input document: what serde finds wrong becomes a finding in Spanish with the path of the field.

use crate::hallazgo::Hallazgo;
use crate::mensajes::{self, Regla, entrada as mensaje};
use serde::de::DeserializeOwned;

/// Separates code and message inside a serde error; it cannot come from typed text that JSON would accept unescaped.
const MARCA: char = '\u{1}';

/// The text of a serde error that carries a rule of ours.
pub fn error_de_lectura(regla: &'static Regla, datos: &[(&str, &str)]) -> String {
    format!("{MARCA}{}{MARCA}{}{MARCA}", regla.codigo, regla.mensaje(datos))
}

/// Reads a document.
///
/// # Errors
/// One finding, with the path of what is wrong.
pub fn leer<T: DeserializeOwned>(texto: &str) -> Result<T, Hallazgo> {
    let mut lector = serde_json::Deserializer::from_str(texto);
    let valor =
        serde_path_to_error::deserialize(&mut lector).map_err(|error| hallazgo(&ruta(error.path()), error.inner()))?;
    lector.end().map_err(|error| hallazgo("", &error))?;
    Ok(valor)
}

/// Reads a part of a document that was kept aside as a JSON value.
///
/// # Errors
/// One finding, with the path inside that part.
pub fn leer_parte<T: DeserializeOwned>(valor: serde_json::Value) -> Result<T, Hallazgo> {
    serde_path_to_error::deserialize(valor).map_err(|error| hallazgo(&ruta(error.path()), error.inner()))
}

fn ruta(ruta: &serde_path_to_error::Path) -> String {
    let texto = ruta.to_string();
    // "." is the whole document, and "?" a place serde could not name.
    texto.trim_start_matches('.').replace(".?", "").replace('?', "")
}

fn hallazgo(ruta: &str, error: &serde_json::Error) -> Hallazgo {
    let texto = error.to_string();
    if let Some(propio) = propio(ruta, &texto) {
        return propio;
    }
    if !error.is_data() {
        let (renglon, columna) = (error.line().to_string(), error.column().to_string());
        let datos = [("renglon", renglon.as_str()), ("columna", columna.as_str())];
        return Hallazgo::nuevo(&mensaje::JSON, "", &datos);
    }
    let comillas: Vec<&str> = texto.split('`').skip(1).step_by(2).collect();
    let primero = comillas.first().copied().unwrap_or_default();
    let opciones = comillas.get(1..).unwrap_or_default().join(", ");
    let debajo = |clave: &str| match ruta {
        "" => clave.to_owned(),
        _ => format!("{ruta}.{clave}"),
    };
    if texto.starts_with("unknown field") {
        let campo = if ruta.ends_with(primero) {
            ruta.to_owned()
        } else {
            debajo(primero)
        };
        let datos = [("clave", primero), ("opciones", opciones.as_str())];
        Hallazgo::nuevo(&mensaje::CLAVE_DESCONOCIDA, campo, &datos)
    } else if texto.starts_with("missing field") {
        Hallazgo::nuevo(&mensaje::FALTA, debajo(primero), &[("clave", primero)])
    } else if texto.starts_with("duplicate field") {
        Hallazgo::nuevo(&mensaje::CLAVE_REPETIDA, debajo(primero), &[("clave", primero)])
    } else if texto.starts_with("unknown variant") {
        let datos = [("valor", primero), ("opciones", opciones.as_str())];
        Hallazgo::nuevo(&mensaje::VALOR_DESCONOCIDO, ruta, &datos)
    } else {
        Hallazgo::nuevo(&mensaje::TIPO, ruta, &[("detalle", &detalle(&texto))])
    }
}

/// What serde says of a wrong type, in Spanish and short: what came, what was expected.
fn detalle(texto: &str) -> String {
    let texto = texto.split(" at line ").next().unwrap_or(texto);
    let (vino, esperado) = texto.split_once(", expected ").unwrap_or((texto, ""));
    let clases = [
        ("floating point", "un número con decimales"),
        ("integer", "un número"),
        ("string", "un texto"),
        ("boolean", "verdadero o falso"),
        ("null", "nada"),
        ("map", "un objeto"),
        ("sequence", "una lista"),
    ];
    let vino = clases
        .iter()
        .find(|(ingles, _)| vino.contains(ingles))
        .map_or("otra cosa", |c| c.1);
    let esperado = match esperado {
        e if e.starts_with("a sequence") => "una lista",
        e if e.starts_with("a map") || e.starts_with("struct") => "un objeto",
        e if e.starts_with("a boolean") => "verdadero o falso",
        e if e.starts_with("a string") => "un texto",
        e if e.starts_with('u') && e.len() <= 3 || e.starts_with("i32") => "un número entero",
        e => e,
    };
    format!("vino {vino} y se espera {esperado}")
}

fn propio(ruta: &str, texto: &str) -> Option<Hallazgo> {
    let mut partes = texto.split(MARCA).skip(1);
    let regla = mensajes::por_codigo(partes.next()?)?;
    let mut hallazgo = Hallazgo::nuevo(regla, ruta, &[]);
    hallazgo.mensaje = partes.next()?.to_owned();
    Some(hallazgo)
}

/// An element of a list that is read by itself, so that a bad one does not stop the good ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Leido<T> {
    /// It was read.
    Bien(T),
    /// It could not be: why.
    Mal(Box<Hallazgo>),
}

impl<'de, T: DeserializeOwned> serde::Deserialize<'de> for Leido<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let valor = serde_json::Value::deserialize(deserializador)?;
        Ok(match leer_parte(valor) {
            Ok(bien) => Self::Bien(bien),
            Err(hallazgo) => Self::Mal(Box::new(hallazgo)),
        })
    }
}
