//! What the questions of a payment plan depend on.

use crate::guion::Mirada;
use chrono::NaiveDate;
use ventanilla_reglas::captura;

/// Registro patronal's owner is a company: its RFC has twelve positions (CFF 27; a person's has thirteen).
pub(super) fn moral(m: &Mirada<'_>) -> bool {
    m.valor("patron.rfc")
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '&')
        .count()
        == 12
}

/// A representative signs.
pub(super) fn con_representante(m: &Mirada<'_>) -> bool {
    m.es("firma.quien", &["representante"])
}

/// A credit that has an employer's and a worker's part.
pub(super) fn de_cuotas(m: &Mirada<'_>) -> bool {
    matches!(m.aqui("clase"), "cop" | "rcv")
}

/// A credit of one amount.
pub(super) fn de_un_importe(m: &Mirada<'_>) -> bool {
    !m.aqui("clase").is_empty() && !de_cuotas(m)
}

/// The guarantee is one that was chosen, not a request to do without.
pub(super) fn con_garantia(m: &Mirada<'_>) -> bool {
    !m.valor("garantia.tipo").is_empty() && !m.es("garantia.tipo", &[DISPENSA])
}

/// A guarantee other than the first one in the order of the law, or none.
pub(super) fn no_es_la_primera(m: &Mirada<'_>) -> bool {
    !m.valor("garantia.tipo").is_empty() && !m.es("garantia.tipo", &["billete_deposito"])
}

/// The choice to ask for a dispensation.
pub(super) const DISPENSA: &str = "dispensa";

/// Day of the application: today, unless it was presented on paper before.
pub(super) fn solicitud(m: &Mirada<'_>) -> NaiveDate {
    fecha(m, "fechas.solicitud").unwrap_or(m.hoy)
}

/// A date as it was typed or in its plain form: conditions see what is on the screen, the rules what was understood.
pub(super) fn fecha(m: &Mirada<'_>, ruta: &str) -> Option<NaiveDate> {
    captura::fecha(m.valor(ruta)).ok().map(|f| f.0)
}
