//! The decision that follows from what the rules find. One table says what each finding asks for; an error that is not in
//! it asks to be mended.

use super::Resuelto;
use crate::caso::{Decision, Que};
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_tramites::guion::Mirada;
use ventanilla_tramites::incorporacion::veredicto;

/// What a finding asks for, where it is not what its weight says.
const ASUNTOS: &[(&str, Que)] = &[
    // one registro for each municipality: the one they have is used (RACERF 13)
    ("alta.mismo_municipio", Que::Rechazar),
    ("alta.misma_actividad", Que::Rechazar),
    // no trámite is given, and there is no appeal (RACERF 136)
    ("solicitud_convenio.incumplio_antes", Que::Rechazar),
    // the plan would have no effect from its beginning (RACERF 138 II)
    ("solicitud_convenio.en_concurso", Que::Rechazar),
    // fees that are not yet due are no debt (RACERF 140); only LSS 40-E defers them
    ("convenio.no_vencido", Que::Rechazar),
    ("convenio.sin_saldo", Que::Rechazar),
    // another power, or another guarantee, can be brought (RACERF 133, CFF 141)
    ("solicitud_convenio.poder_insuficiente", Que::Prevenir),
    ("solicitud_convenio.garantia_corta", Que::Prevenir),
    ("convenio.rcv_en_parcialidades", Que::Prevenir),
    // RFC and CURP of two people (RACERF 14)
    ("alta.rfc_y_curp", Que::Prevenir),
    // nobody is insured on less than the minimum wage (LSS 28)
    ("cuotas.sbc_bajo", Que::Prevenir),
    // the request is made from March to December (RACERF 27, Acuerdo 480/2006)
    ("prima.rpu_ventana", Que::Rechazar),
];

/// Notices that belong to another trámite: the finding, and the trámite.
const OTRO_TRAMITE: &[(&str, &str)] = &[
    // a registro is of one municipality (RACERF 13)
    ("modificacion.otro_municipio", "registro_patronal"),
];

/// What a finding asks for, by its code and whether it is an error.
pub fn gravedad_de_la_decision(codigo: &str, error: bool) -> Que {
    match ASUNTOS.iter().find(|(suyo, _)| *suyo == codigo) {
        Some((_, que)) => *que,
        None if error => Que::Prevenir,
        None => Que::Aceptar,
    }
}

/// The decision that follows: the strictest of those that the findings ask for; and if the modality does not apply and
/// another does, that one.
pub(super) fn decidir(resuelto: &Resuelto, normativa: &Normativa, hoy: NaiveDate) -> Decision {
    if let Some(otra) = otra_modalidad(resuelto, normativa, hoy) {
        return otra;
    }
    let otro = OTRO_TRAMITE
        .iter()
        .find(|(codigo, _)| resuelto.hallazgos.contains(*codigo));
    if let Some((_, tramite)) = otro {
        return Decision::redirigir(tramite);
    }
    let pedidas = resuelto
        .hallazgos
        .iter()
        .map(|codigo| gravedad_de_la_decision(codigo, resuelto.errores.contains(codigo)));
    Decision::nueva(pedidas.max().unwrap_or(Que::Aceptar))
}

/// A voluntary modality that does not apply, or only with reserve, while another applies without it.
fn otra_modalidad(resuelto: &Resuelto, normativa: &Normativa, hoy: NaiveDate) -> Option<Decision> {
    let tramite = resuelto.tramite.as_ref().filter(|t| t.guion.clave == "incorporacion")?;
    let mirada = Mirada::nueva(&tramite.revision.valores, normativa, hoy);
    let elegida = veredicto::de_la_elegida(&mirada)?;
    if elegida.procede == Procede::Si {
        return None;
    }
    let salida = veredicto::elegibilidad(&mirada).ok()?;
    let recomendada = salida.recomendada.filter(|r| *r != elegida.modalidad);
    let procede = |r| {
        salida
            .opciones
            .iter()
            .any(|o| o.modalidad == r && o.procede == Procede::Si)
    };
    match recomendada.filter(|r| procede(*r)) {
        Some(otra) => Some(Decision::redirigir(otra.clave())),
        None if elegida.procede == Procede::No => Some(Decision::nueva(Que::Rechazar)),
        None => None,
    }
}
