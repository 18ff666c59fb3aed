//! A credit as typed: text, and nothing lost. Its answers live in a sheet, by path (`creditos.0.patronal`).

use crate::guion::Respuestas;
use serde::{Deserialize, Serialize};

/// The block of credits in a sheet.
pub const CREDITOS: &str = "creditos";

/// A credit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Renglon {
    /// Key of what it is of.
    pub clase: String,
    /// Month or bimestre.
    pub periodo: String,
    /// Last day to pay; empty for the one of the law.
    pub vencimiento: String,
    /// Employer's part.
    pub patronal: String,
    /// Worker's part.
    pub obrera: String,
    /// The whole, of what has no parts.
    pub importe: String,
}

impl Renglon {
    /// The fields, by the names of their paths.
    pub const CAMPOS: [&'static str; 6] = ["clase", "periodo", "vencimiento", "patronal", "obrera", "importe"];

    /// Each field and its text.
    pub fn campos(&self) -> [(&'static str, &str); 6] {
        let textos = [
            &self.clase,
            &self.periodo,
            &self.vencimiento,
            &self.patronal,
            &self.obrera,
            &self.importe,
        ];
        std::array::from_fn(|i| (Self::CAMPOS[i], textos[i].as_str()))
    }

    /// Whether nothing was typed in it; what it is of does not count, it comes chosen.
    pub fn vacio(&self) -> bool {
        self.campos().iter().skip(1).all(|(_, texto)| texto.trim().is_empty())
    }

    /// The one at a place of a sheet.
    pub fn de(respuestas: &Respuestas, i: usize) -> Self {
        let texto = |campo: &str| respuestas.texto(&ruta(i, campo)).to_owned();
        let [clase, periodo, vencimiento, patronal, obrera, importe] = Self::CAMPOS.map(texto);
        Self {
            clase,
            periodo,
            vencimiento,
            patronal,
            obrera,
            importe,
        }
    }
}

/// Path of a field of a credit.
pub(super) fn ruta(i: usize, campo: &str) -> String {
    [CREDITOS, ".", &i.to_string(), ".", campo].concat()
}

/// The credits of a sheet.
pub fn renglones(respuestas: &Respuestas) -> Vec<Renglon> {
    (0..respuestas.cuantos(CREDITOS))
        .map(|i| Renglon::de(respuestas, i))
        .collect()
}

/// Puts a credit at a place of the sheet.
pub fn escribir(respuestas: &mut Respuestas, i: usize, renglon: &Renglon) {
    for (campo, texto) in renglon.campos() {
        respuestas.poner(ruta(i, campo), texto);
    }
}

/// Adds credits at the end of a sheet; blank ones at its end are used first. Gives the place of the first.
pub fn agregar(respuestas: &mut Respuestas, nuevos: &[Renglon]) -> usize {
    let actuales = renglones(respuestas);
    let primero = actuales.iter().rposition(|r| !r.vacio()).map_or(0, |i| i + 1);
    for (i, renglon) in (primero..).zip(nuevos) {
        escribir(respuestas, i, renglon);
    }
    respuestas.contar(CREDITOS, (primero + nuevos.len()).max(actuales.len()));
    primero
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn what_is_added_takes_the_place_of_blank_rows() {
        let mut r = Respuestas::default();
        let uno = Renglon {
            clase: "cop".to_owned(),
            periodo: "2025-11".to_owned(),
            ..Renglon::default()
        };
        escribir(&mut r, 0, &uno);
        r.contar(CREDITOS, 3);
        assert_eq!(agregar(&mut r, &[uno.clone(), uno.clone()]), 1);
        assert_eq!(renglones(&r), [uno.clone(), uno.clone(), uno.clone()]);
        assert_eq!(agregar(&mut r, std::slice::from_ref(&uno)), 3);
        assert_eq!(r.cuantos(CREDITOS), 4);
    }
}
