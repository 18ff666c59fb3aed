//! The cases that come with the program. The list is made by hand so that their order is the one of a course; a test
//! holds it together with the folder.

use crate::caso::{Caso, ErrorDeCaso};

macro_rules! casos {
    ($($clave:literal),* $(,)?) => {
        /// Name and text of each case.
        pub const TEXTOS: &[(&str, &str)] = &[$(($clave, include_str!(concat!("../casos/", $clave, ".json")))),*];
    };
}

casos!(
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "M1", "M2", "M3", "M4", "V1", "V2", "V3", "V4", "V5", "C1", "C2", "C3",
    "C4", "C5", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "P1", "I1", "G1", "G2", "G3", "G4", "K1", "R8",
    "E1", "A1", "C6", "C7", "V6", "V7",
);

/// Every case, in the order of the course.
///
/// # Errors
/// Those of the ones that cannot be read; a test proves that there is none.
pub fn casos() -> Result<Vec<Caso>, Vec<ErrorDeCaso>> {
    let mut casos = Vec::new();
    let mut errores = Vec::new();
    for (nombre, texto) in TEXTOS {
        match Caso::leer(texto) {
            Ok(caso) => casos.push(caso),
            Err(suyos) => errores.extend(suyos.into_iter().map(|mut e| {
                (*nombre).clone_into(&mut e.caso);
                e
            })),
        }
    }
    if errores.is_empty() { Ok(casos) } else { Err(errores) }
}

/// The case with this key.
pub fn caso(clave: &str) -> Option<Caso> {
    let (_, texto) = TEXTOS.iter().find(|(suya, _)| *suya == clave)?;
    Caso::leer(texto).ok()
}
