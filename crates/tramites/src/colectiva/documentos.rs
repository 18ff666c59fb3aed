//! The documents of a collective application: those of the agreement, and those of each person.

use crate::guion::{Documento, Mirada};
use crate::incorporacion::condiciones::modalidad;
use crate::requisitos;

/// Key in the table `requisitos`.
const CASO: &str = "colectiva";

/// Documents of the individual application that are not of the people of a list: the voucher of the payment is brought
/// later, and modality 35 is individual (RACERF 78).
const NO_AQUI: [&str; 4] = ["ivro_11", "ivro_12", "pti_09", "ssf_11"];

/// The documents of this case.
pub(super) fn documentos(m: &Mirada<'_>) -> Vec<Documento> {
    let mut todos = requisitos::documentos(m.normativa, m.hoy, CASO);
    let Some(tramite) = modalidad(m).and_then(|m| m.tramite()) else {
        return todos;
    };
    let corresponde = |d: &Documento| {
        !NO_AQUI.contains(&d.clave.as_str()) && (d.clave != "ivro_10" || m.es("opcion.modalidad", &["43"]))
    };
    let suyos = requisitos::documentos(m.normativa, m.hoy, tramite).into_iter();
    todos.extend(suyos.filter(corresponde).map(|d| Documento {
        titulo: ["De cada persona: ", &d.titulo].concat(),
        ..d
    }));
    todos
}
