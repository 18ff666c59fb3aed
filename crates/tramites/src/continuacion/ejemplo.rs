//! A fictitious person: what a first visitor sees in one click.

use crate::guion::Respuestas;
use chrono::{Datelike, Months, NaiveDate};

/// Somebody who left a job a year and a half ago, and thinks of paying on more than they earned, from the baja.
pub fn ejemplo(hoy: NaiveDate) -> Respuestas {
    let baja = hoy.checked_sub_months(Months::new(18)).unwrap_or(hoy);
    let mut respuestas = Respuestas::default();
    for (ruta, texto) in [
        ("ultimo_sbc", "523.40"),
        ("area", "general"),
        ("semanas", "210"),
        ("inicio", "baja"),
        ("sbc", "1,200.00"),
    ] {
        respuestas.poner(ruta, texto);
    }
    let texto = format!("{:02}/{:02}/{}", baja.day(), baja.month(), baja.year());
    respuestas.poner("fecha_baja", texto);
    respuestas
}
