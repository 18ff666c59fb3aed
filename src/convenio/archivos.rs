//! The schedule of payments as files: for a spreadsheet, and for a calendar.

use crate::componentes::pesos;
use chrono::{Duration, NaiveDate, NaiveTime};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_reglas::convenio::Parcialidad;

/// Days before the due date when the calendar reminds.
const AVISO: i64 = 3;

/// Columns of the schedule.
const ENCABEZADO: [&str; 7] = ["Número", "Día nominal", "Vence", "Pago", "Recargo", "Capital", "Saldo"];

/// The schedule for a spreadsheet.
pub fn csv(tabla: &[Parcialidad]) -> Vec<u8> {
    let celdas: Vec<[String; 7]> = tabla
        .iter()
        .map(|p| {
            let importes = [p.pago, p.recargo, p.capital, p.saldo].map(|i| i.to_string());
            let [pago, recargo, capital, saldo] = importes;
            let (nominal, vence) = (p.nominal.to_string(), p.vence.to_string());
            [p.numero.to_string(), nominal, vence, pago, recargo, capital, saldo]
        })
        .collect();
    let filas: Vec<Vec<Valor<'_>>> = celdas
        .iter()
        .map(|[numero, nominal, vence, importes @ ..]| {
            let principio = [
                Valor::Numero(numero),
                Valor::Identificador(nominal),
                Valor::Identificador(vence),
            ];
            principio
                .into_iter()
                .chain(importes.iter().map(|i| Valor::Numero(i)))
                .collect()
        })
        .collect();
    escribir_csv(&ENCABEZADO, &filas)
}

/// A file of due dates (iCalendar), an event of the whole day for each payment, with a reminder days before. The same
/// schedule gives the same file: `hoy` is the only clock it knows.
pub fn ics(tabla: &[Parcialidad], de_quien: &str, hoy: NaiveDate) -> String {
    let mut calendario = Calendar::new();
    calendario.name("Convenio de pago a plazos");
    for pago in tabla {
        calendario.push(evento(pago, tabla.len(), de_quien, hoy));
    }
    calendario.to_string()
}

fn evento(pago: &Parcialidad, cuantos: usize, de_quien: &str, hoy: NaiveDate) -> Event {
    let titulo = format!("Pago {} de {cuantos} del convenio: {}", pago.numero, pesos(pago.pago));
    let quien = if de_quien.is_empty() {
        String::new()
    } else {
        [de_quien, "\n"].concat()
    };
    let detalle = format!(
        "{quien}Recargo {}, capital {}, saldo {}.\nVista previa sin validez oficial.",
        pesos(pago.recargo),
        pesos(pago.capital),
        pesos(pago.saldo)
    );
    Event::new()
        .uid(&format!(
            "convenio-{hoy}-{}-{}-{}-{}@ventanilla",
            pago.numero, pago.vence, pago.pago, pago.saldo
        ))
        .timestamp(hoy.and_time(NaiveTime::MIN).and_utc())
        .starts(pago.vence.0)
        .ends(pago.vence.0.succ_opt().unwrap_or(pago.vence.0)) // RFC 5545: the day after the last one
        .summary(&titulo)
        .description(&detalle)
        .alarm(Alarm::display(&titulo, -Duration::days(AVISO)))
        .done()
}
