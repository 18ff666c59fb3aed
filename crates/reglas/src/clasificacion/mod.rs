//! Classification of a company (RACERF 18 to 26 and 196): search by everyday words, by code, or walking the catalogue
//! from division to group to fracción; and the questions that tell sister fracciones apart.

mod buscador;
mod catalogo;
mod palabras;

pub use buscador::{Buscador, Hallada, Por};
pub use catalogo::{Fraccion, Pregunta, leer, preguntas};

use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::clasificacion as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use catalogo::{describir, vigentes};
use chrono::NaiveDate;
pub use palabras::llano;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Normativa, Tabla};

/// Longest text that is searched, in letters.
pub const LARGO_MAXIMO: usize = 200;
/// Hits when nobody says how many.
const MAXIMO_POR_OMISION: usize = 10;
/// Most hits.
const MAXIMO: usize = 300;

/// Input of the operation `clasificacion.buscar`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaBuscar {
    /// Everyday words, or the beginning of a code.
    pub texto: String,
    /// Hits at most, 1 to 300; ten if absent.
    #[serde(default)]
    pub maximo: Option<usize>,
    /// Day of the catalogue; that of the last check of the tables if absent.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Nothing is computed here: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A fracción found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Encontrada {
    /// Its record.
    #[serde(flatten)]
    pub registro: Fraccion,
    /// Why it was found.
    pub por: Por,
    /// The everyday words that led to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coincide: Option<String>,
    /// What tells it from its sisters.
    pub preguntas: Vec<Pregunta>,
}

/// Answer of the operation `clasificacion.buscar`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaBuscar {
    /// The hits, the best first.
    pub fracciones: Vec<Encontrada>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
}

impl Calculada for SalidaBuscar {}

/// The operation `clasificacion.buscar`.
///
/// # Errors
/// `clasificacion.texto_largo`, `clasificacion.maximo`.
pub fn ejecutar_buscar(normativa: &Normativa, entrada: EntradaBuscar) -> Resultado<SalidaBuscar> {
    let maximo = entrada.maximo.unwrap_or(MAXIMO_POR_OMISION);
    if entrada.texto.chars().count() > LARGO_MAXIMO {
        return Err(vec![Hallazgo::con(&mensaje::TEXTO_LARGO, "texto", &[])]);
    }
    if maximo == 0 || maximo > MAXIMO {
        let datos = [("maximo", maximo.to_string())];
        return Err(vec![Hallazgo::con(&mensaje::MAXIMO, "maximo", &datos)]);
    }
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let fecha = dia(entrada.fecha);
    let buscador = Buscador::nuevo(normativa, fecha);
    let fracciones = encontrar(&mut consulta, &buscador, &entrada.texto, maximo, fecha).map_err(|e| vec![e])?;
    let mut hallazgos = Vec::new();
    if buscador.es_de_personal(&entrada.texto) {
        hallazgos.push(Hallazgo::con(&mensaje::SERVICIOS_DE_PERSONAL, "texto", &[]));
    }
    if fracciones.is_empty() {
        let datos = [("texto", entrada.texto)];
        hallazgos.push(Hallazgo::con(&mensaje::SIN_RESULTADOS, "texto", &datos));
    }
    Ok(SalidaBuscar {
        fracciones,
        comun: consulta.concluir(hallazgos),
    })
}

fn dia(fecha: Option<Fecha>) -> NaiveDate {
    fecha.map_or_else(Normativa::corte, |f| f.0)
}

/// The fracciones that answer `texto` on the day of the last check of the tables, the best first. To search as somebody
/// types, keep a [`Buscador`] and call [`encontrar`].
pub fn buscar(normativa: &Normativa, texto: &str, maximo: usize) -> Vec<Encontrada> {
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    let fecha = Normativa::corte();
    let buscador = Buscador::nuevo(normativa, fecha);
    encontrar(&mut consulta, &buscador, texto, maximo, fecha).unwrap_or_default()
}

/// The hits of a [`Buscador`] with their records and questions.
///
/// # Errors
/// `normativa.fuera_de_vigencia` when the catalogue does not cover `fecha`.
pub fn encontrar(
    consulta: &mut Consulta<'_>,
    buscador: &Buscador,
    texto: &str,
    maximo: usize,
    fecha: NaiveDate,
) -> Result<Vec<Encontrada>, Hallazgo> {
    let halladas = buscador.buscar(texto, maximo).into_iter();
    halladas
        .map(|hallada| {
            Ok(Encontrada {
                registro: leer(consulta, &hallada.fraccion, fecha)?,
                por: hallada.por,
                coincide: hallada.coincide,
                preguntas: buscador.preguntas(&hallada.fraccion),
            })
        })
        .collect()
}

/// Input of the operation `clasificacion.fraccion`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaFraccion {
    /// Its code.
    pub fraccion: String,
    /// Day of the catalogue; that of the last check of the tables if absent.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Nothing is computed here: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `clasificacion.fraccion`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaFraccion {
    /// Its record.
    #[serde(flatten)]
    pub registro: Fraccion,
    /// Fracciones (three or four digits) and groups (two) that its description refers to.
    pub remisiones: Vec<Remision>,
    /// What tells it from its sisters.
    pub preguntas: Vec<Pregunta>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
}

impl Calculada for SalidaFraccion {}

/// Another fracción or group that a description refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remision {
    /// Its code.
    pub codigo: String,
    /// What it is.
    pub descripcion: String,
}

/// The operation `clasificacion.fraccion`.
///
/// # Errors
/// As [`leer`].
pub fn ejecutar_fraccion(normativa: &Normativa, entrada: EntradaFraccion) -> Resultado<SalidaFraccion> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let fecha = dia(entrada.fecha);
    let registro = leer(&mut consulta, entrada.fraccion.trim(), fecha).map_err(|error| vec![error])?;
    Ok(SalidaFraccion {
        remisiones: remisiones(normativa, &registro.fraccion, fecha),
        preguntas: preguntas(normativa, &registro.fraccion, fecha),
        registro,
        comun: consulta.concluir(Vec::new()),
    })
}

/// What the description of a fracción refers to.
pub fn remisiones(normativa: &Normativa, codigo: &str, fecha: NaiveDate) -> Vec<Remision> {
    let fila = normativa.vigente(Tabla::Remisiones, codigo, fecha);
    let codigos = fila.map(|f| f.nota.split(' ').collect::<Vec<_>>()).unwrap_or_default();
    let codigos = codigos.into_iter().filter(|c| !c.is_empty());
    codigos
        .map(|codigo| {
            let tabla = if codigo.len() == 2 {
                Tabla::Grupos
            } else {
                Tabla::Fracciones
            };
            let descripcion = normativa.vigente(tabla, codigo, fecha).map(|f| f.nota.to_string());
            Remision {
                codigo: codigo.to_owned(),
                descripcion: descripcion.unwrap_or_default(),
            }
        })
        .collect()
}

/// Input of the operation `clasificacion.recorrer`: nothing for the divisions, a division for its groups, a group for its
/// fracciones.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaRecorrer {
    /// Division, one digit.
    #[serde(default)]
    pub division: Option<String>,
    /// Group, two digits.
    #[serde(default)]
    pub grupo: Option<String>,
    /// Day of the catalogue; that of the last check of the tables if absent.
    #[serde(default)]
    pub fecha: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Nothing is computed here: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `clasificacion.recorrer`: one of the three.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaRecorrer {
    /// The divisions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub divisiones: Option<Vec<Rama>>,
    /// The groups of a division.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grupos: Option<Vec<Rama>>,
    /// The fracciones of a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fracciones: Option<Vec<Fraccion>>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
}

impl Calculada for SalidaRecorrer {}

/// A division or a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rama {
    /// Its code.
    pub codigo: String,
    /// Its name.
    pub nombre: String,
    /// How many groups or fracciones it has.
    pub cuantos: u32,
}

/// The operation `clasificacion.recorrer`.
///
/// # Errors
/// `clasificacion.dos_ramas`, `clasificacion.rama_inexistente`, `normativa.fuera_de_vigencia`.
pub fn ejecutar_recorrer(normativa: &Normativa, entrada: EntradaRecorrer) -> Resultado<SalidaRecorrer> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let fecha = dia(entrada.fecha);
    let (mut divisiones, mut grupos, mut hojas) = (None, None, None);
    match (&entrada.division, &entrada.grupo) {
        (Some(_), Some(_)) => return Err(vec![Hallazgo::con(&mensaje::DOS_RAMAS, "grupo", &[])]),
        (None, None) => divisiones = Some(ramas(&mut consulta, Tabla::Divisiones, "", fecha)?),
        (Some(division), None) => {
            existe(&mut consulta, Tabla::Divisiones, division, fecha)?;
            grupos = Some(ramas(&mut consulta, Tabla::Grupos, division, fecha)?);
        }
        (None, Some(grupo)) => {
            existe(&mut consulta, Tabla::Grupos, grupo, fecha)?;
            hojas = Some(fracciones(&mut consulta, grupo, fecha)?);
        }
    }
    Ok(SalidaRecorrer {
        divisiones,
        grupos,
        fracciones: hojas,
        comun: consulta.concluir(Vec::new()),
    })
}

fn existe(consulta: &mut Consulta<'_>, tabla: Tabla, codigo: &str, fecha: NaiveDate) -> Resultado<()> {
    let normativa = consulta.normativa();
    if normativa.filas(tabla).any(|f| f.clave == codigo) {
        let fila = consulta.vigente(tabla, codigo, fecha);
        return fila
            .map(|_| ())
            .map_err(|error| vec![fuera_de_vigencia(&error, "fecha")]);
    }
    let (campo, rama) = match tabla {
        Tabla::Divisiones => ("division", "división"),
        _ => ("grupo", "grupo"),
    };
    let hay: Vec<&str> = normativa.filas(tabla).map(|f| f.clave.as_ref()).collect();
    let datos = [
        ("rama", rama.to_owned()),
        ("codigo", codigo.to_owned()),
        ("opciones", hay.join(", ")),
    ];
    Err(vec![Hallazgo::con(&mensaje::RAMA_INEXISTENTE, campo, &datos)])
}

/// The divisions, or the groups whose code begins with that of a division.
fn ramas(consulta: &mut Consulta<'_>, tabla: Tabla, inicio: &str, fecha: NaiveDate) -> Resultado<Vec<Rama>> {
    let filas = vigentes(consulta.normativa(), tabla, fecha);
    let mut ramas = Vec::new();
    for fila in filas.into_iter().filter(|f| f.clave.starts_with(inicio)) {
        consulta.usar(tabla, fila, fecha);
        ramas.push(Rama {
            codigo: fila.clave.to_string(),
            nombre: fila.nota.to_string(),
            cuantos: fila.valor.to_u32().unwrap_or_default(),
        });
    }
    if ramas.is_empty() {
        let vacia = consulta.vigente(tabla, inicio, fecha);
        vacia.map_err(|error| vec![fuera_de_vigencia(&error, "fecha")])?;
    }
    Ok(ramas)
}

/// The fracciones of a group, in order.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub fn fracciones(consulta: &mut Consulta<'_>, grupo: &str, fecha: NaiveDate) -> Resultado<Vec<Fraccion>> {
    let filas = vigentes(consulta.normativa(), Tabla::Fracciones, fecha);
    let suyas = filas.into_iter().filter(|f| f.clave.starts_with(grupo));
    suyas
        .map(|fila| {
            consulta.usar(Tabla::Fracciones, fila, fecha);
            describir(consulta, fila, fecha).map_err(|error| vec![error])
        })
        .collect()
}
