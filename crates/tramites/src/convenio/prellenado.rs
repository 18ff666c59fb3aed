//! An application that begins with credits already captured elsewhere.

use super::plan::clave_de;
use crate::guion::Respuestas;
use ventanilla_reglas::convenio::CreditoDeConvenio;
use ventanilla_reglas::importe::Importe;

/// The answers that these credits make, as if they had been typed. What the list of credits does not know is left to be
/// asked.
pub fn con_creditos(creditos: &[CreditoDeConvenio]) -> Respuestas {
    let mut r = Respuestas::default();
    for (indice, credito) in creditos.iter().enumerate() {
        let mut poner = |campo: &str, texto: String| r.poner(format!("creditos.{indice}.{campo}"), texto);
        let importe = |i: Option<Importe>| i.map(|i| i.to_string()).unwrap_or_default();
        poner("clase", clave_de(credito.clase).to_owned());
        poner("periodo", credito.periodo.clone().unwrap_or_default());
        poner("vencimiento", credito.vencimiento.0.format("%d/%m/%Y").to_string());
        poner("patronal", importe(credito.patronal));
        poner("obrera", importe(credito.obrera));
        poner("importe", importe(credito.importe));
        poner("situacion", "ordinaria".to_owned());
    }
    r.contar("creditos", creditos.len());
    r
}
