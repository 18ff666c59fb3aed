//! Recargos for late payment (CFF 21): months date to date or fraction, each at the rate of the month in which it begins.

use super::{constante, no_cabe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::memoria::Operacion;
use crate::mensajes::credito as mensaje;
use crate::redondeo::Redondeo;
use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, Tabla};

const CENTESIMA: Option<Redondeo> = Some(Redondeo::CentesimaMitadArriba);

/// Months at one rate.
pub(super) struct Tramo {
    pub mora: Decimal,
    pub meses: u32,
    pub desde: NaiveDate,
}

/// The accumulated rate, and how it came out.
pub(super) struct Mora {
    pub tasa: Cifra,
    /// Months that cause recargos.
    pub meses: u32,
    /// Months that went by, perhaps more than those.
    pub transcurridos: u32,
    pub tramos: Vec<Tramo>,
}

/// Months from `vencimiento` to `pago`, counted from a day to the same day; a fraction is a month. Zero if it is not
/// late.
pub(super) fn meses_transcurridos(vencimiento: NaiveDate, pago: NaiveDate) -> u32 {
    if pago <= vencimiento {
        return 0;
    }
    let anios = i64::from(pago.year()) - i64::from(vencimiento.year());
    let enteros = anios * 12 + i64::from(pago.month()) - i64::from(vencimiento.month());
    let fraccion = i64::from(pago.day() > vencimiento.day());
    u32::try_from(enteros + fraccion).unwrap_or(0)
}

/// No recargos at all: paid in time, or a fine.
pub(super) fn ninguna(pluma: Pluma) -> Option<Mora> {
    Some(Mora {
        tasa: pluma.dato(&mensaje::TASA_ACUMULADA, Decimal::new(0, 2))?,
        meses: 0,
        transcurridos: 0,
        tramos: Vec::new(),
    })
}

/// The rate accumulated between two dates, percent.
///
/// # Errors
/// `normativa.fuera_de_vigencia` for a year whose Ley de Ingresos is not loaded, `credito.tamano`.
pub(super) fn mora(
    consulta: &mut Consulta<'_>,
    vencimiento: NaiveDate,
    pago: NaiveDate,
    pluma: Pluma,
) -> Result<Mora, Hallazgo> {
    let tope = constante(consulta, "tope_meses", pago)?;
    let veces = constante(consulta, "factor_mora", pago)?;
    let transcurridos = meses_transcurridos(vencimiento, pago);
    let meses = transcurridos.min(tope.valor.to_u32().unwrap_or(u32::MAX));
    let (mut tramos, mut pasos) = (Vec::new(), Vec::new());
    for (prorroga, cuantos, desde) in por_tasa(consulta, vencimiento, meses)? {
        let (mora, paso) = del_tramo(pluma, prorroga, veces, cuantos, desde).ok_or_else(|| no_cabe("pago"))?;
        pasos.push(paso);
        tramos.push(Tramo {
            mora,
            meses: cuantos,
            desde,
        });
    }
    let entradas: Vec<Entra<'_>> = pasos.iter().map(|paso| Entra::Paso("tramo", paso)).collect();
    let tasa = pluma.paso(&mensaje::TASA_ACUMULADA, Operacion::Suma, CENTESIMA, &entradas);
    Ok(Mora {
        tasa: tasa.ok_or_else(|| no_cabe("pago"))?,
        meses,
        transcurridos,
        tramos,
    })
}

/// The rows that rule the months that follow `vencimiento`: how many months each, and the day the first one begins.
fn por_tasa<'a>(
    consulta: &mut Consulta<'a>,
    vencimiento: NaiveDate,
    meses: u32,
) -> Result<Vec<(&'a Fila, u32, NaiveDate)>, Hallazgo> {
    let mut tramos: Vec<(&Fila, u32, NaiveDate)> = Vec::new();
    for k in 0..meses {
        let empieza = vencimiento.checked_add_months(Months::new(k)).unwrap_or(NaiveDate::MAX);
        let fila = consulta.vigente(Tabla::Recargos, "prorroga", empieza);
        let fila = fila.map_err(|error| fuera_de_vigencia(&error, "pago"))?;
        match tramos.last_mut() {
            Some((ultima, cuantos, _)) if std::ptr::eq(*ultima, fila) => *cuantos += 1,
            _ => tramos.push((fila, 1, empieza)),
        }
    }
    Ok(tramos)
}

/// The rate of some months: the monthly one, and what it adds.
fn del_tramo(pluma: Pluma, prorroga: &Fila, veces: &Fila, meses: u32, desde: NaiveDate) -> Option<(Decimal, Cifra)> {
    let entradas = [Entra::de("tasa de prórroga", prorroga), Entra::de("veces", veces)];
    let mensual = pluma.paso(&mensaje::TASA_DE_MORA, Operacion::Producto, CENTESIMA, &entradas)?;
    let entradas = [
        Entra::Paso("tasa de mora", &mensual),
        Entra::Dato("meses", Decimal::from(meses)),
    ];
    let mut tramo = pluma.paso(&mensaje::TASA_DEL_TRAMO, Operacion::Producto, CENTESIMA, &entradas)?;
    let precision = format!("{meses} desde el {desde}");
    tramo.nodo = tramo.nodo.map(|nodo| nodo.precisando(&precision));
    Some((mensual.valor, tramo))
}
