//! The conversation: what was answered already, and what is asked now. A question is answered when the person says so,
//! not while they type or move through the choices.

use super::guion::SITUACION;
use crate::guion::{Lugar, Mirada, Respuestas, Revision, mostrar};
use std::collections::BTreeSet;

/// Path of the list of questions that were answered.
pub const HECHAS: &str = "charla.hechas";

/// A question that was answered, and what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Dicha {
    /// The question.
    pub lugar: Lugar,
    /// The answer, in words; empty if it was left for later.
    pub respuesta: String,
}

/// Where the conversation stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charla {
    /// What was answered, in order.
    pub dichas: Vec<Dicha>,
    /// What is asked now; `None` when nothing else matters.
    pub actual: Option<Lugar>,
}

fn hechas(respuestas: &Respuestas) -> BTreeSet<&str> {
    respuestas.texto(HECHAS).split_whitespace().collect()
}

/// Where the conversation stands, given the answers. What was answered once stays answered: if an answer before it
/// changes and it still matters, it is not asked again.
pub fn charla(revision: &Revision, m: &Mirada<'_>) -> Charla {
    let hechas = hechas(m.respuestas);
    let mut charla = Charla::default();
    for lugar in revision.recorrido.lugares.iter().filter(|l| l.paso == SITUACION) {
        let correcta = !revision.de(&lugar.ruta).any(|h| h.es_error());
        if !correcta || !hechas.contains(lugar.ruta.as_str()) {
            charla.actual = Some(lugar.clone());
            break;
        }
        let valor = revision.valores.texto(&lugar.ruta);
        charla.dichas.push(Dicha {
            lugar: lugar.clone(),
            respuesta: mostrar(&lugar.pregunta.clase, m, valor),
        });
    }
    charla
}

/// Says that the question at a path was answered.
pub fn cerrar(respuestas: &mut Respuestas, ruta: &str) {
    let mut todas = hechas(respuestas);
    todas.insert(ruta);
    let texto = todas.into_iter().collect::<Vec<_>>().join(" ");
    respuestas.poner(HECHAS, texto);
}

/// Asks the question at a path again; its answer stays to be seen.
pub fn reabrir(respuestas: &mut Respuestas, ruta: &str) {
    let mut todas = hechas(respuestas);
    todas.remove(ruta);
    let texto = todas.into_iter().collect::<Vec<_>>().join(" ");
    respuestas.poner(HECHAS, texto);
}
