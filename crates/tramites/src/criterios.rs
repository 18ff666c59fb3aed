//! The readings of the law that a person chose on a sheet.

use crate::guion::Respuestas;
use ventanilla_reglas::politica::{POLITICAS, Politicas};

/// Block of a sheet under which they stand: `politicas.ceav_hueco`.
pub const BLOQUE: &str = "politicas";

/// Those that were chosen; the others have their default.
pub fn elegidos(respuestas: &Respuestas) -> Politicas {
    let mut politicas = Politicas::default();
    for ficha in POLITICAS {
        let elegida = respuestas.texto(&[BLOQUE, ".", ficha.nombre].concat());
        if !elegida.is_empty() {
            politicas.elegir(ficha.nombre, elegida);
        }
    }
    politicas
}
