//! What must be brought. The lists are dated facts with their source (they changed in 2013, 2015, 2024 and 2026).

use super::guion::moral;
use crate::guion::{Documento, Mirada};
use crate::requisitos;

/// The documents of this case.
pub(super) fn lista(m: &Mirada<'_>) -> Vec<Documento> {
    let caso = if moral(m) { "alta_moral" } else { "alta_fisica" };
    let mut lista = requisitos::documentos(m.normativa, m.hoy, caso);
    // rows that the list itself makes conditional
    lista.retain(|d| !d.titulo.starts_with("Sólo si") || d.titulo.contains("inscribe") && m.afirma("inicio.inscribe"));
    if m.es("sujeto.clase", &["cooperativa"]) {
        lista.extend(requisitos::documentos(m.normativa, m.hoy, "alta_cooperativa"));
    }
    lista
}
