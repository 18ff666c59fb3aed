//! The INPC that a person typed because the tables do not have it yet. It stays with the adeudo, and is always shown as
//! theirs.

use crate::guion::Respuestas;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::credito::{Indice, InpcDado};
use ventanilla_reglas::fecha::Mes;

/// The months in a sheet: `inpc.2026-10`.
pub const INPC: &str = "inpc";

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InpcEscrito {
    /// The months that can be used.
    pub dado: InpcDado,
    /// Those months, in order.
    pub meses: Vec<Mes>,
    /// What is wrong with the others, by path.
    pub errores: BTreeMap<String, String>,
}

/// Reads the months that were typed.
pub fn inpc_escrito(normativa: &Normativa, respuestas: &Respuestas) -> InpcEscrito {
    let mut escrito = InpcEscrito::default();
    for (ruta, texto) in respuestas.iter() {
        let Some(mes) = ruta.strip_prefix("inpc.").and_then(Mes::leer) else {
            continue;
        };
        match leer(normativa, texto.trim()) {
            Ok(Some(indice)) => {
                escrito.dado.poner(mes, indice);
                escrito.meses.push(mes);
            }
            Ok(None) => {}
            Err(mensaje) => {
                escrito.errores.insert(ruta.to_owned(), mensaje);
            }
        }
    }
    escrito
}

fn leer(normativa: &Normativa, texto: &str) -> Result<Option<Indice>, String> {
    if texto.is_empty() {
        return Ok(None);
    }
    if texto.contains(',') {
        return Err("El INPC lleva punto decimal y no lleva comas, por ejemplo 145.527.".to_owned());
    }
    let Some(indice) = Indice::leer(texto) else {
        return Err("Escriba sólo el número que publica el INEGI, por ejemplo 145.527.".to_owned());
    };
    // far from the last one it is another index, another base or a slip of the finger
    let ultimo = normativa.filas(Tabla::Inpc).max_by_key(|f| f.desde);
    let lejos = |ultimo: Decimal| {
        let doble = |valor: Decimal| valor.checked_mul(Decimal::TWO).unwrap_or(Decimal::MAX);
        indice.decimal() > doble(ultimo) || doble(indice.decimal()) < ultimo
    };
    match ultimo.filter(|f| lejos(f.valor)) {
        Some(ultimo) => Err(format!(
            "No parece el INPC con base en la segunda quincena de julio de 2018: el último cargado es {}. Revíselo.",
            ultimo.valor
        )),
        None => Ok(Some(indice)),
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn what_is_typed_is_used_or_says_why_not() {
        let mut r = Respuestas::default();
        for (mes, texto) in [
            ("2026-06", " 146.2 "),
            ("2026-07", "146,3"),
            ("2026-08", "12.5"),
            ("2026-09", "x"),
        ] {
            r.poner(["inpc.", mes].concat(), texto);
        }
        r.poner("inpc.nada", "1");
        let leido = inpc_escrito(&Normativa::publicada(), &r);
        assert_eq!(
            leido.meses.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2026-06"]
        );
        assert_eq!(leido.errores.len(), 3);
        assert!(leido.errores["inpc.2026-08"].contains("base"));
    }
}
