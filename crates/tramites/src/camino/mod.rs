//! The road that every trámite travels: draft, review, submission, folio, follow-up. The screen and the backend share
//! these types and run the same dictamen; neither has a rule of its own.

mod canonico;
mod dictamen;
mod envio;
mod estado;
pub mod folio;

pub use canonico::canonico;
pub use dictamen::{Dictamen, Indice, Silencio, Vencimiento};
pub use envio::{CifraDistinta, Envio, Rechazo, recibir};
pub use estado::{Estado, Rol};

use crate::guion::Guion;

/// The declarations of every trámite.
pub static GUIONES: [&Guion; 5] = [
    &crate::registro::GUION,
    &crate::modificacion::GUION,
    &crate::convenio::GUION,
    &crate::incorporacion::GUION,
    &crate::colectiva::GUION,
];

/// The declaration of a trámite.
pub fn guion(clave: &str) -> Option<&'static Guion> {
    GUIONES.iter().copied().find(|g| g.clave == clave)
}
