//! The documents that a case asks for, from the dated table: the lists change without the law changing.

use crate::guion::Documento;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Confianza, Fila, Normativa, Tabla};

/// The documents of a case on a day (`alta_moral`), in their order.
pub fn documentos(normativa: &Normativa, fecha: NaiveDate, caso: &str) -> Vec<Documento> {
    let prefijo = [caso, " "].concat();
    let mut filas: Vec<&Fila> = normativa
        .filas(Tabla::Requisitos)
        .filter(|f| f.rige(fecha) && f.clave.starts_with(&prefijo))
        .collect();
    filas.sort_by_key(|f| f.valor);
    let mut vistos: Vec<&str> = Vec::new();
    filas.retain(|f| {
        // a row of the suplemento comes first and replaces the published one; worth zero, it takes the document away
        let nuevo = !vistos.contains(&f.clave.as_ref());
        vistos.push(f.clave.as_ref());
        nuevo && f.valor > Decimal::ZERO
    });
    filas.iter().map(|f| documento(f)).collect()
}

fn documento(fila: &Fila) -> Documento {
    let fuente = match fila.confianza {
        Confianza::Alta => fila.fuente.to_string(),
        Confianza::Media | Confianza::Baja => [fila.fuente.as_ref(), ", confianza ", fila.confianza.palabra()].concat(),
    };
    Documento {
        clave: fila.clave.replace(' ', "_"),
        titulo: fila.nota.to_string(),
        fuente,
    }
}
