//! An application that begins with the credits of an *adeudo*.

use crate::adeudo::{Credito, INPC, Parte};
use crate::guion::Respuestas;
use ventanilla_reglas::convenio::CreditoDeConvenio;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::Importe;

/// The credits of an adeudo as the rules of a payment plan take them: without anything special about them.
pub fn de_adeudo(creditos: &[Credito]) -> Vec<CreditoDeConvenio> {
    let de = |credito: &Credito, parte: Parte| credito.montos.iter().find(|m| m.parte == parte).map(|m| m.importe);
    let cero =
        |credito: &Credito, importe: Option<Importe>| importe.or(credito.clase.de_cuotas().then_some(Importe::CERO));
    creditos
        .iter()
        .map(|credito| CreditoDeConvenio {
            clase: credito.clase.into(),
            periodo: credito.periodo.filter(|_| credito.clase.de_cuotas()).map(|p| p.clave()),
            vencimiento: Fecha(credito.vencimiento),
            patronal: cero(credito, de(credito, Parte::Patronal)),
            obrera: cero(credito, de(credito, Parte::Obrera)),
            importe: de(credito, Parte::Unica).filter(|_| !credito.clase.de_cuotas()),
            fianza_en_tramite: false,
            prorroga_40e: false,
            impugnado: false,
            facultades_de_comprobacion: false,
        })
        .collect()
}

/// The answers that these credits make, as if they had been typed. What an adeudo does not know is left to be asked.
/// So do the INPC that were typed there.
pub fn con_creditos(creditos: &[Credito], hoja: &Respuestas) -> Respuestas {
    let mut r = Respuestas::default();
    for (indice, (credito, leido)) in creditos.iter().zip(de_adeudo(creditos)).enumerate() {
        let mut poner = |campo: &str, texto: String| r.poner(format!("creditos.{indice}.{campo}"), texto);
        let importe = |i: Option<Importe>| i.map(|i| i.to_string()).unwrap_or_default();
        poner("clase", credito.clase.clave().to_owned());
        poner("periodo", leido.periodo.unwrap_or_default());
        poner("vencimiento", credito.vencimiento.format("%d/%m/%Y").to_string());
        poner("patronal", importe(leido.patronal));
        poner("obrera", importe(leido.obrera));
        poner("importe", importe(leido.importe));
        poner("situacion", "ordinaria".to_owned());
    }
    r.contar("creditos", creditos.len());
    let prefijo = [INPC, "."].concat();
    let escritos = hoja
        .iter()
        .filter_map(|(ruta, texto)| Some((ruta.strip_prefix(&prefijo)?, texto)));
    let mut cuantos = 0;
    for (mes, valor) in escritos.filter(|(_, valor)| !valor.trim().is_empty()) {
        r.poner(format!("inpc.{cuantos}.mes"), mes);
        r.poner(format!("inpc.{cuantos}.valor"), valor);
        cuantos += 1;
    }
    r.contar("inpc", cuantos);
    r
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use crate::adeudo::{ejemplo, leer_todos};
    use crate::convenio::{GUION, plan};
    use crate::guion::Mirada;
    use ventanilla_normativa::Normativa;

    /// What was captured in Adeudo is the same debt in the application, and none of it has to be typed again.
    #[test]
    fn the_application_begins_with_the_same_debt() {
        let normativa = Normativa::publicada();
        let hoy = Normativa::corte();
        let (creditos, hallazgos) = leer_todos(&normativa, &ejemplo());
        assert!(
            !creditos.is_empty() && !hallazgos.iter().any(|h| h.es_error()),
            "{hallazgos:?}"
        );
        let revision = GUION.revisar(&con_creditos(&creditos, &Respuestas::default()), &normativa, hoy);
        let del_bloque = revision.hallazgos.iter().filter(|h| h.campo.starts_with("creditos."));
        assert_eq!(
            del_bloque.filter(|h| h.es_error()).count(),
            0,
            "{:?}",
            revision.hallazgos
        );
        let entrada = plan::adeudo(&Mirada::nueva(&revision.valores, &normativa, hoy)).expect("adeudo");
        assert_eq!(entrada.creditos, de_adeudo(&creditos));
    }
}
