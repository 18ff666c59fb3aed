//! The way from an adeudo to the trámite of the convenio.

use crate::ruta::{Ruta, ir_a_direccion};
use ventanilla_tramites::adeudo::Renglon;

/// Begins a convenio with these credits. For now it only goes there; the trámite takes them over here.
pub fn empezar(_creditos: &[Renglon]) {
    ir_a_direccion(&Ruta::Tramite.con("convenio"));
}
