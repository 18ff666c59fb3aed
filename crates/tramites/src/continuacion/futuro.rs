//! The years to come: the percentage that the law already fixes, and pesos only on what a person supposes.

use super::captura::{Errores, Escrito, mensaje_de};
use super::cotizador::{Cotizador, Salario};
use super::cuenta::Cuenta;
use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::SalidaCotizar;

/// Months that stand for a year, when its UMA already rules: one of 30 days and one of 31.
pub const MESES: [u32; 2] = [4, 5];

/// What a month of a year would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costo {
    /// The salary it is on, pesos a day.
    pub sbc: Importe,
    /// The percentage with those values.
    pub porcentaje: String,
    /// A month of 30 days.
    pub de_30: Importe,
    /// A month of 31 days.
    pub de_31: Importe,
    /// Whether it rests on what a person supposes.
    pub hipotesis: bool,
}

/// A year to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Futuro {
    /// Which.
    pub anio: i32,
    /// The percentage, if the salary stays in its range.
    pub porcentaje: String,
    /// Pesos, where the tables or a hypothesis give them.
    pub costo: Option<Costo>,
}

/// The years whose tables are not published, up to the last column of the CEAV.
pub fn anios_por_suponer(normativa: &Normativa, hoy: NaiveDate) -> Vec<i32> {
    let ultimo = normativa
        .filas(Tabla::Ceav)
        .map(|f| f.desde.year())
        .max()
        .unwrap_or_default();
    let sin_tabla = |anio: &i32| {
        let dia = NaiveDate::from_ymd_opt(*anio, MESES[0], 1);
        dia.is_none_or(|dia| normativa.vigente(Tabla::Uma, "", dia).is_err())
    };
    (hoy.year() + 1..=ultimo).filter(sin_tabla).collect()
}

/// Each year after the one in course, and what is wrong with what was supposed.
pub fn futuro(normativa: &Normativa, escrito: &Escrito, cuenta: &Cuenta) -> (Vec<Futuro>, Errores) {
    let cotizador = escrito.cotizador(normativa);
    let mut errores = Errores::new();
    let siguientes = cuenta.proyeccion.iter().filter(|a| a.anio > cuenta.hoy.year());
    let anios = siguientes.map(|a| {
        let costo = escrito
            .elegido()
            .and_then(|sbc| costo(&cotizador, escrito, a.anio, sbc, &mut errores));
        Futuro {
            anio: a.anio,
            porcentaje: a.porcentaje.clone(),
            costo,
        }
    });
    (anios.collect(), errores)
}

fn costo(
    cotizador: &Cotizador<'_>,
    escrito: &Escrito,
    anio: i32,
    sbc: Importe,
    errores: &mut Errores,
) -> Option<Costo> {
    let supuesto = escrito.supuestos.get(&anio).and_then(|s| s.completo());
    let mes = |mes: u32| -> Result<SalidaCotizar, Vec<Hallazgo>> {
        let dia = NaiveDate::from_ymd_opt(anio, mes, 1).ok_or_else(Vec::new)?;
        cotizador.mes(dia, Salario::De(sbc), supuesto, false)
    };
    match (mes(MESES[0]), mes(MESES[1])) {
        (Ok(de_30), Ok(de_31)) => {
            let suyo = de_30.por_mes.first()?;
            Some(Costo {
                sbc: suyo.sbc,
                porcentaje: suyo.porcentaje.clone(),
                de_30: de_30.total,
                de_31: de_31.total,
                hipotesis: de_30.hipotesis || de_31.hipotesis,
            })
        }
        // with nothing supposed, that the tables do not reach is no fault
        (Err(hallazgos), _) | (_, Err(hallazgos)) => {
            if supuesto.is_some() {
                errores.extend(en_la_hoja(anio, &hallazgos));
            }
            None
        }
    }
}

fn en_la_hoja(anio: i32, hallazgos: &[Hallazgo]) -> Errores {
    let lugar = |h: &Hallazgo| match h.campo.as_str() {
        "hipotesis.salario_minimo" => format!("hipotesis.{anio}.salario_minimo"),
        // a salary above the cap is the fault of a UMA that is too small
        _ => format!("hipotesis.{anio}.uma"),
    };
    let errores = hallazgos.iter().filter(|h| h.es_error());
    errores
        .map(|h| (lugar(h), mensaje_de(std::slice::from_ref(h))))
        .collect()
}
