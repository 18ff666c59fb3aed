//! Deadlines of the notices about a registro patronal, and of the institution's own answer.

use crate::camino::{Silencio, Vencimiento};
use crate::guion::Mirada;
use chrono::{Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::plazo;
use ventanilla_reglas::politica::Politicas;

/// Months after which silence denies (CFF 37).
const MESES_DE_RESPUESTA: u32 = 3;

/// When a notice is due.
pub struct Aviso {
    /// Last day to present it.
    pub vence: NaiveDate,
    /// Whether that day has passed.
    pub tardio: bool,
    /// The deadline in words (`5 días hábiles`).
    pub plazo: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// When the notice of a cause is due (table `plazos_registro`), counted from the date answered at `ruta`. A date that the
/// calendar does not cover is a finding there.
pub fn aviso(m: &Mirada<'_>, causa: &str, ruta: &str, hallazgos: &mut Vec<Hallazgo>) -> Option<Aviso> {
    let desde = Fecha::leer(m.valor(ruta))?;
    let fila = m.normativa.vigente(Tabla::PlazosRegistro, causa, desde.0).ok()?;
    let dias = fila.valor.to_u32()?;
    let naturales = fila.nota.starts_with("naturales");
    let vence = if naturales {
        Ok(desde.0.checked_add_days(chrono::Days::new(u64::from(dias)))?)
    } else {
        let entrada = plazo::Entrada {
            desde,
            dias_habiles: dias,
            clase: plazo::Clase::Tramite,
            politicas: Politicas::default(),
            memoria: false,
        };
        plazo::ejecutar(m.normativa, entrada).map(|salida| salida.vence.0)
    };
    match vence {
        Ok(vence) => Some(Aviso {
            vence,
            tardio: m.hoy > vence,
            plazo: format!("{dias} días {}", if naturales { "naturales" } else { "hábiles" }),
            fundamento: fila.fundamento.split("; ").map(ToOwned::to_owned).collect(),
        }),
        Err(encontrados) => {
            let campo = ruta.to_owned();
            hallazgos.extend(encontrados.into_iter().map(|h| Hallazgo {
                campo: campo.clone(),
                ..h
            }));
            None
        }
    }
}

/// When the institution must have answered. Its own deadline is not established in its rules: the general one of the tax
/// authorities applies, and silence denies (CFF 37).
pub fn respuesta(hoy: NaiveDate) -> Option<Vencimiento> {
    Some(Vencimiento {
        fecha: Fecha(hoy.checked_add_months(Months::new(MESES_DE_RESPUESTA))?),
        desde: Fecha(hoy),
        plazo: "3 meses".to_owned(),
        fundamento: vec!["CFF 37".to_owned()],
        silencio: Silencio::Niega,
    })
}
