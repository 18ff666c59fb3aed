//! Where the law admits two readings, which one was used: the Institute has to confirm it.

use crate::guion::{Renglon, Seccion};
use ventanilla_reglas::politica::{POLITICAS, PoliticasAplicadas};

/// The readings that mattered; `None` when the law was plain.
pub fn seccion(aplicadas: &PoliticasAplicadas) -> Option<Seccion> {
    let renglon = |(politica, valor, _)| {
        let ficha = &POLITICAS[politica as usize];
        let texto = ficha.valores.iter().find(|v| v.0 == valor).map_or(valor, |v| v.1);
        Renglon::cifra(ficha.pregunta, texto, &[])
    };
    let renglones: Vec<Renglon> = aplicadas.iter().map(renglon).collect();
    (!renglones.is_empty()).then(|| Seccion::calculada("Donde la ley admite dos lecturas, se usó", renglones))
}
