//! Many months on one page: those of each year together.

use super::cotizador::Parte;
use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::importe::Importe;

/// What is paid for the days of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeUnAnio {
    /// First day.
    pub desde: NaiveDate,
    /// Last day.
    pub hasta: NaiveDate,
    /// How many months.
    pub meses: usize,
    /// How many days.
    pub dias: u32,
    /// How much.
    pub importe: Importe,
}

/// The months of each year together, in order.
pub fn por_anio(partes: &[Parte]) -> Vec<DeUnAnio> {
    let mut anios: Vec<DeUnAnio> = Vec::new();
    for parte in partes {
        let mes = &parte.mes;
        match anios.last_mut().filter(|a| a.desde.year() == mes.desde.0.year()) {
            Some(anio) => {
                anio.hasta = mes.hasta.0;
                anio.meses += 1;
                anio.dias += mes.dias;
                anio.importe += mes.total;
            }
            None => anios.push(DeUnAnio {
                desde: mes.desde.0,
                hasta: mes.hasta.0,
                meses: 1,
                dias: mes.dias,
                importe: mes.total,
            }),
        }
    }
    anios
}
