//! The documents that the application asks for.

use super::condiciones::{continuacion, modalidad, por_otra_persona};
use crate::guion::{Documento, Mirada};
use crate::requisitos;

/// Documents of one case only: key in the table `requisitos`, and when it is asked for.
type Caso = (&'static str, fn(&Mirada<'_>) -> bool);

const SOLO: [Caso; 6] = [
    ("ivro_10", |m| m.es("opcion.modalidad", &["43"])),
    ("ivro_11", |m| m.es("opcion.modalidad", &["35"])),
    ("cvro_08", |m| continuacion(m) && por_otra_persona(m)),
    ("ssf_06", |m| !m.afirma("opcion.sin_familia")),
    ("ssf_07", |m| !m.afirma("opcion.sin_familia")),
    ("ssf_10", |m| m.afirma("opcion.sin_familia")),
];

/// The documents of this case.
pub(super) fn documentos(m: &Mirada<'_>) -> Vec<Documento> {
    let Some(tramite) = modalidad(m).and_then(|m| m.tramite()) else {
        return Vec::new();
    };
    let corresponde = |d: &Documento| SOLO.iter().all(|(clave, cuando)| d.clave != *clave || cuando(m));
    let todos = requisitos::documentos(m.normativa, m.hoy, tramite).into_iter();
    todos.filter(corresponde).collect()
}
