//! The documents that a case asks for, from the dated table: the lists change without the law changing.

use crate::camino::Dictamen;
use crate::guion::{Documento, Mirada};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Confianza, Fila, Normativa, Tabla};
use ventanilla_reglas::hallazgo::Hallazgo;

/// Findings of the documents of a trámite.
pub mod mensajes {
    ventanilla_reglas::reglas! {
        /// Falta un documento de la lista del trámite.
        POR_REUNIR = nota "documentos.por_reunir", "Documentos que faltan por reunir: {cuantos}. El trámite se recibe, y se le pueden pedir después.", ["RACERF 3"], "Sin comprobante de domicilio";
    }
}

/// Says how many of the documents of the case are not at hand, by the answer at `documentos.reunidos`.
pub fn faltan(m: &Mirada<'_>, d: &mut Dictamen) {
    let reunidos = m.valor("documentos.reunidos");
    let reunidos = reunidos.split(',').filter(|c| !c.is_empty()).count();
    let faltan = d.documentos.len().saturating_sub(reunidos);
    if faltan > 0 {
        let datos = [("cuantos", faltan.to_string())];
        d.hallazgos
            .push(Hallazgo::con(&mensajes::POR_REUNIR, "documentos.reunidos", &datos));
    }
}

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
