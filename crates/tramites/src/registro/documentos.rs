//! What must be brought. The lists are dated facts with their source (they changed in 2013, 2015, 2024 and 2026).

use super::guion::moral;
use crate::guion::{Documento, Mirada};

/// The documents of this case.
pub(super) fn lista(m: &Mirada<'_>) -> Vec<Documento> {
    crate::requisitos::documentos(
        m.normativa,
        m.hoy,
        if moral(m) {
            "registro_patronal_moral"
        } else {
            "registro_patronal_fisica"
        },
    )
}
