//! What is wrong, missing or worth knowing in the answers of a form.

use super::mensajes as mensaje;
use super::{Clase, Guion, Lectura, Lugar, Mirada, Recorrido, Respuestas, leer};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::hallazgo::Hallazgo;

/// A form looked at as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revision {
    /// The questions that are asked, and the answers to them as typed.
    pub recorrido: Recorrido,
    /// Each of them read.
    pub lecturas: BTreeMap<String, Lectura>,
    /// The answers in their plain form: what the rules compute with, and what is sent.
    pub valores: Respuestas,
    /// Everything found, in the order of the questions.
    pub hallazgos: Vec<Hallazgo>,
}

impl Revision {
    /// What was found of one answer.
    pub fn de<'a>(&'a self, ruta: &'a str) -> impl Iterator<Item = &'a Hallazgo> {
        self.hallazgos.iter().filter(move |h| h.campo == ruta)
    }

    /// Whether nothing stops it.
    pub fn sin_errores(&self) -> bool {
        !self.hallazgos.iter().any(Hallazgo::es_error)
    }

    /// Findings of the questions of a step, errors only.
    pub fn errores_del_paso(&self, paso: usize) -> impl Iterator<Item = &Hallazgo> {
        let rutas = self.recorrido.lugares.iter().filter(move |l| l.paso == paso);
        rutas.flat_map(|l| self.de(&l.ruta)).filter(|h| h.es_error())
    }

    /// Whether some question of a step is asked.
    pub fn se_pregunta(&self, paso: usize) -> bool {
        self.recorrido.bloques.iter().any(|b| b.paso == paso)
    }

    /// Whether something was typed in a step.
    pub fn empezado(&self, paso: usize) -> bool {
        let vistas = &self.recorrido.vistas;
        let mut lugares = self.recorrido.lugares.iter().filter(|l| l.paso == paso);
        lugares.any(|l| !vistas.texto(&l.ruta).trim().is_empty())
    }
}

/// Whether a finding says only that something is missing, by its code (`formulario.falta`, `….falta_familiar`): on screen
/// it waits until the person wants to go on.
pub fn es_falta(hallazgo: &Hallazgo) -> bool {
    let ultima = hallazgo.codigo.rsplit('.').next().unwrap_or_default();
    ultima == "falta" || ultima.starts_with("falta_")
}

impl Guion {
    /// Reads every answer, and asks the rules about each.
    pub fn revisar(&'static self, respuestas: &Respuestas, normativa: &Normativa, hoy: NaiveDate) -> Revision {
        let recorrido = self.recorrer(respuestas, normativa, hoy);
        let mut revision = Revision::default();
        for lugar in &recorrido.lugares {
            let prefijo = lugar.prefijo();
            let mirada = Mirada {
                prefijo: &prefijo,
                ..Mirada::nueva(&recorrido.vistas, normativa, hoy)
            };
            let lectura = leer(
                &lugar.pregunta.clase,
                &mirada,
                &lugar.ruta,
                recorrido.vistas.texto(&lugar.ruta),
            );
            revision.valores.poner(lugar.ruta.clone(), lectura.valor.clone());
            revision.lecturas.insert(lugar.ruta.clone(), lectura);
        }
        for visto in recorrido.bloques.iter().filter(|b| b.bloque.repetido.is_some()) {
            revision.valores.contar(visto.bloque.clave, visto.cuantos);
        }
        revision.hallazgos = hallazgos(&recorrido, &revision, normativa, hoy);
        revision.recorrido = recorrido;
        revision
    }
}

fn hallazgos(recorrido: &Recorrido, revision: &Revision, normativa: &Normativa, hoy: NaiveDate) -> Vec<Hallazgo> {
    let mut todos = Vec::new();
    for lugar in &recorrido.lugares {
        let Some(lectura) = revision.lecturas.get(&lugar.ruta) else {
            continue;
        };
        todos.extend(lectura.hallazgos.iter().cloned());
        if !lectura.valor.is_empty() {
            let prefijo = lugar.prefijo();
            let mirada = Mirada {
                prefijo: &prefijo,
                ..Mirada::nueva(&revision.valores, normativa, hoy)
            };
            if let Some(regla) = lugar.pregunta.regla {
                todos.extend(regla(&mirada, &lugar.ruta, &lectura.valor));
            }
        } else if lugar.obligatoria && !lectura.tiene_error() {
            let datos = [("detalle", que_falta(lugar))];
            let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
            todos.push(Hallazgo::nuevo(&mensaje::FALTA, lugar.ruta.clone(), &datos));
        }
    }
    todos
}

fn que_falta(lugar: &Lugar) -> String {
    let pregunta = lugar.pregunta;
    if !pregunta.falta.is_empty() {
        return pregunta.falta.to_owned();
    }
    let rotulo = pregunta.rotulo.trim_matches(['¿', '?']);
    match pregunta.clase {
        Clase::Opcion(_) | Clase::Lista(_) | Clase::SiNo | Clase::Entidad => {
            format!("Elija una respuesta en «{rotulo}».")
        }
        Clase::Fraccion => "Busque la actividad y elija su fracción.".to_owned(),
        Clase::Aceptacion => format!("Para continuar, acepte: «{rotulo}»."),
        Clase::Documentos(_) => format!("Marque los documentos que tiene en «{rotulo}»."),
        _ => format!("Falta «{rotulo}»."),
    }
}
