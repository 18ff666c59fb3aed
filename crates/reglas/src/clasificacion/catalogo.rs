//! The catalogue of activities (RACERF 196): fracciones, groups, divisions, and the questions that tell sisters apart.

use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::mensajes::clasificacion as mensaje;
use crate::prima::{Clase, media};
use chrono::NaiveDate;
use serde::Serialize;
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// A fracción of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fraccion {
    /// Its code: the group and one or two digits.
    pub fraccion: String,
    /// Code of its group.
    pub grupo: String,
    /// Name of its group.
    pub grupo_nombre: String,
    /// Code of its division.
    pub division: String,
    /// Name of its division.
    pub division_nombre: String,
    /// Class of risk.
    pub clase: Clase,
    /// Prima media of the class, percent with five decimals.
    pub prima_media: String,
    /// What it is.
    pub descripcion: String,
}

/// A question that tells two sister fracciones apart. Those of a family are asked in order: after each answer, the next
/// one that names the fracción chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pregunta {
    /// The sisters it belongs to.
    pub familia: String,
    /// The question.
    pub pregunta: String,
    /// Fracción if the answer is yes.
    pub si: String,
    /// Fracción if it is no.
    pub no: String,
}

/// The record of a fracción on a day.
///
/// # Errors
/// `clasificacion.fraccion_inexistente` with the nearest codes; `normativa.fuera_de_vigencia` before the catalogue.
pub fn leer(consulta: &mut Consulta<'_>, codigo: &str, fecha: NaiveDate) -> Result<Fraccion, Hallazgo> {
    let normativa = consulta.normativa();
    if !normativa.filas(Tabla::Fracciones).any(|f| f.clave == codigo) {
        let datos = [
            ("codigo", codigo.to_owned()),
            ("cercanas", cercanas(normativa, codigo).join(", ")),
        ];
        return Err(Hallazgo::con(&mensaje::FRACCION_INEXISTENTE, "fraccion", &datos));
    }
    let buscada = consulta.vigente(Tabla::Fracciones, codigo, fecha);
    let fila = buscada.map_err(|error| fuera_de_vigencia(&error, "fecha"))?;
    describir(consulta, fila, fecha)
}

/// The record that a row of the catalogue stands for.
pub(super) fn describir(consulta: &mut Consulta<'_>, fila: &Fila, fecha: NaiveDate) -> Result<Fraccion, Hallazgo> {
    let codigo = fila.clave.as_ref();
    let (division, grupo) = (codigo.get(..1).unwrap_or(codigo), codigo.get(..2).unwrap_or(codigo));
    let clase = Clase::de_valor(fila.valor).ok_or_else(|| {
        let datos = [("codigo", codigo.to_owned()), ("valor", fila.valor.to_string())];
        Hallazgo::con(&mensaje::CLASE_IMPOSIBLE, "fraccion", &datos)
    })?;
    let normativa = consulta.normativa();
    let nombre = |tabla, clave| {
        normativa
            .vigente(tabla, clave, fecha)
            .map_or(String::new(), |f| f.nota.to_string())
    };
    Ok(Fraccion {
        fraccion: codigo.to_owned(),
        grupo: grupo.to_owned(),
        grupo_nombre: nombre(Tabla::Grupos, grupo),
        division: division.to_owned(),
        division_nombre: nombre(Tabla::Divisiones, division),
        clase,
        prima_media: crate::prima::cinco(media(consulta, clase, fecha)?.valor),
        descripcion: fila.nota.to_string(),
    })
}

/// The rows of a table in force on `fecha`, in the order of the table; an operator's row replaces the published one.
pub(super) fn vigentes(normativa: &Normativa, tabla: Tabla, fecha: NaiveDate) -> Vec<&Fila> {
    let mut filas: Vec<&Fila> = Vec::new();
    let (agregadas, publicadas): (Vec<&Fila>, Vec<&Fila>) = normativa
        .filas(tabla)
        .filter(|f| f.rige(fecha))
        .partition(|f| f.suplemento);
    for fila in publicadas {
        let propia = agregadas.iter().copied().find(|otra| otra.clave == fila.clave);
        filas.push(propia.unwrap_or(fila));
    }
    for fila in agregadas {
        if !filas.iter().any(|otra| otra.clave == fila.clave) {
            filas.push(fila);
        }
    }
    filas
}

/// The questions that tell `codigo` from its sisters, in order.
pub fn preguntas(normativa: &Normativa, codigo: &str, fecha: NaiveDate) -> Vec<Pregunta> {
    elegir(&todas_las_preguntas(normativa, fecha), codigo)
}

/// Every question, in order.
pub(super) fn todas_las_preguntas(normativa: &Normativa, fecha: NaiveDate) -> Vec<Pregunta> {
    let filas = vigentes(normativa, Tabla::Preguntas, fecha);
    filas.into_iter().filter_map(pregunta).collect()
}

/// Those of the families that `codigo` belongs to.
pub(super) fn elegir(todas: &[Pregunta], codigo: &str) -> Vec<Pregunta> {
    let suya = |familia: &str| {
        let nombra = |p: &&Pregunta| p.si == codigo || p.no == codigo;
        todas.iter().filter(|p| p.familia == familia).any(|p| nombra(&p))
    };
    todas.iter().filter(|p| suya(&p.familia)).cloned().collect()
}

fn pregunta(fila: &Fila) -> Option<Pregunta> {
    let familia = fila.clave.split(' ').next()?.to_owned();
    let mut partes = fila.nota.splitn(3, ' ');
    let (si, no) = (partes.next()?.to_owned(), partes.next()?.to_owned());
    Some(Pregunta {
        familia,
        pregunta: partes.next()?.to_owned(),
        si,
        no,
    })
}

/// The codes most like one that does not exist: first the same without a zero that was left out.
fn cercanas(normativa: &Normativa, codigo: &str) -> Vec<String> {
    let con_cero = format!("0{codigo}");
    let mut candidatas: Vec<(usize, &str)> = normativa
        .filas(Tabla::Fracciones)
        .map(|f| {
            let lejos = super::palabras::distancia(codigo.as_bytes(), f.clave.as_bytes(), 4).unwrap_or(9) + 1;
            (if f.clave == con_cero { 0 } else { lejos }, f.clave.as_ref())
        })
        .collect();
    candidatas.sort_by_key(|c| c.0);
    candidatas.into_iter().take(5).map(|c| c.1.to_owned()).collect()
}
