//! Stretches of the period in which no parameter changes, with the values that rule in each.

use super::ceav::{Ceav, Minimos};
use super::entrada::{Area, Patron};
use super::figura::{CUANTAS, FIGURAS, OrigenDeTasa};
use super::periodo::Lapso;
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa, diezmillonesimos};
use crate::mensajes::cuotas as regla;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, FueraDeVigencia, Tabla};

/// Days in which nothing changes, and what rules in them.
#[derive(Clone, Debug)]
pub struct Tramo {
    /// First day.
    pub desde: NaiveDate,
    /// Last day.
    pub hasta: NaiveDate,
    /// UMA, cents.
    pub uma: i64,
    /// Most an SBC can be, cents.
    pub tope: i64,
    /// From where the SBC has *excedente*, cents.
    pub excedente_desde: i64,
    /// Minimum wage of the area, cents.
    pub salario_minimo: i64,
    /// The same with the smallest integration factor, cents.
    pub minimo_integrado: i64,
    /// Ranges of the CEAV table.
    pub ceav: Ceav,
    /// Rate of each figure in ten-millionths (the employer's CEAV is in `ceav`).
    pub tasas: [i64; CUANTAS],
    /// Prima, percent; `None` where the figures asked for do not need it.
    pub prima: Option<Tasa>,
    /// Absences that are discounted in a month.
    pub ausencias_por_mes: u32,
    /// The rows, for the memoria.
    pub filas: FilasDelTramo,
}

/// The rows behind a [`Tramo`].
#[derive(Clone, Debug)]
pub struct FilasDelTramo {
    /// UMA.
    pub uma: Fila,
    /// Times the UMA of the cap.
    pub tope: Fila,
    /// Times the UMA of the *excedente*.
    pub excedente: Fila,
    /// Rate of each figure that has one in the table.
    pub tasas: [Option<Fila>; CUANTAS],
}

/// Cuts the period at every change of a parameter.
///
/// # Errors
/// A date the tables do not cover, or a missing prima.
pub fn tramos(consulta: &mut Consulta<'_>, patron: &Patron, lapso: &Lapso) -> Result<Vec<Tramo>, Vec<Hallazgo>> {
    let mut cortes = vec![lapso.desde];
    cortes.extend(cambios(consulta, patron, lapso));
    cortes.sort_unstable();
    cortes.dedup();
    let finales = cortes.iter().skip(1).filter_map(|d| d.pred_opt()).chain([lapso.hasta]);
    cortes
        .iter()
        .zip(finales)
        .map(|(desde, hasta)| {
            let prima = prima_en(patron, lapso, *desde).map_err(|h| vec![h])?;
            Tramo::nuevo(consulta, patron.area, prima, *desde, hasta)
                .map_err(|error| vec![fuera_de_vigencia(&error, "periodo")])
        })
        .collect()
}

fn cambios(consulta: &Consulta<'_>, patron: &Patron, lapso: &Lapso) -> Vec<NaiveDate> {
    let normativa = consulta.normativa();
    let de = |tabla, clave: &str| normativa.cambios(tabla, clave, lapso.desde, lapso.hasta);
    let mut dias = de(Tabla::Uma, "");
    dias.extend(de(Tabla::SalarioMinimo, patron.area.clave()));
    for tabla in [Tabla::Tasas, Tabla::Ceav, Tabla::CeavRangos, Tabla::Limites] {
        let mut claves: Vec<&str> = normativa.filas(tabla).map(|f| f.clave.as_ref()).collect();
        claves.sort_unstable();
        claves.dedup();
        dias.extend(claves.into_iter().flat_map(|clave| de(tabla, clave)));
    }
    let primas = patron.primas.iter().map(|p| p.desde.0);
    dias.extend(primas.filter(|d| lapso.desde < *d && *d <= lapso.hasta));
    dias
}

/// The prima that rules on a day: the last of `primas` that has begun, or `prima_rt`.
fn prima_en(patron: &Patron, lapso: &Lapso, dia: NaiveDate) -> Result<Option<Tasa>, Hallazgo> {
    let hace_falta = FIGURAS
        .iter()
        .zip(lapso.figuras())
        .any(|(f, tiene)| tiene && f.tasa == OrigenDeTasa::Prima);
    let vigente = patron
        .primas
        .iter()
        .filter(|p| p.desde.0 <= dia)
        .max_by_key(|p| p.desde)
        .map(|p| p.prima)
        .or(patron.prima_rt);
    match vigente {
        None if hace_falta => {
            let detalle = if patron.primas.is_empty() {
                String::new()
            } else {
                format!(" del {dia}")
            };
            Err(Hallazgo::nuevo(
                &regla::PRIMA_FALTA,
                "patron.prima_rt",
                &[("detalle", &detalle)],
            ))
        }
        otra => Ok(otra.filter(|_| hace_falta)),
    }
}

impl Tramo {
    fn nuevo(
        consulta: &mut Consulta<'_>,
        area: Area,
        prima: Option<Tasa>,
        desde: NaiveDate,
        hasta: NaiveDate,
    ) -> Result<Self, FueraDeVigencia> {
        // The last day is asked for, so that a text of law checked until the middle of the stretch carries its warning.
        let uma = consulta.vigente(Tabla::Uma, "", desde)?.clone();
        let minimo = consulta.vigente(Tabla::SalarioMinimo, area.clave(), desde)?;
        let minimo = Importe::redondeado(minimo.valor);
        let minimo_integrado = minimo_integrado(consulta, desde, minimo)?;
        let tope = consulta.vigente(Tabla::Limites, "tope_sbc_uma", hasta)?.clone();
        let excedente = consulta.vigente(Tabla::Limites, "excedente_uma", hasta)?.clone();
        let ausencias = consulta.vigente(Tabla::Limites, "ausentismo_dias_mes", hasta)?.valor;
        let minimos = Minimos {
            literal: minimo,
            integrado: minimo_integrado,
        };
        let ceav = Ceav::nuevo(consulta, hasta, uma.valor, minimos)?;
        let mut tasas = [0; CUANTAS];
        let mut filas: [Option<Fila>; CUANTAS] = Default::default();
        for ((figura, tasa), fila) in FIGURAS.iter().zip(&mut tasas).zip(&mut filas) {
            match figura.tasa {
                OrigenDeTasa::Tabla => {
                    let vigente = consulta.vigente(Tabla::Tasas, figura.clave(), hasta)?;
                    *tasa = diezmillonesimos(vigente.valor).unwrap_or(0);
                    *fila = Some(vigente.clone());
                }
                OrigenDeTasa::Prima => *tasa = prima.map_or(0, Tasa::diezmillonesimos),
                OrigenDeTasa::Rango => {}
            }
        }
        Ok(Self {
            desde,
            hasta,
            uma: Importe::redondeado(uma.valor).centavos(),
            tope: Importe::redondeado(uma.valor * tope.valor).centavos(),
            excedente_desde: Importe::redondeado(uma.valor * excedente.valor).centavos(),
            salario_minimo: minimo.centavos(),
            minimo_integrado: minimo_integrado.centavos(),
            ceav,
            tasas,
            prima,
            ausencias_por_mes: u32::try_from(ausencias.trunc().mantissa()).unwrap_or(0),
            filas: FilasDelTramo {
                uma,
                tope,
                excedente,
                tasas: filas,
            },
        })
    }
}

/// The minimum wage with the benefits of a first year of service (LFT 76, 80, 87).
fn minimo_integrado(consulta: &Consulta<'_>, dia: NaiveDate, minimo: Importe) -> Result<Importe, FueraDeVigencia> {
    // Asked of the tables without a note: it only matters to two políticas, and then they say so.
    let normativa = consulta.normativa();
    let valor = |tabla, clave: &str| normativa.vigente(tabla, clave, dia).map(|f| f.valor);
    let anio = valor(Tabla::Limites, "divisor_anual")?;
    let aguinaldo = valor(Tabla::Integracion, "aguinaldo_dias")?;
    let prima = valor(Tabla::Integracion, "prima_vacacional")? / Decimal::ONE_HUNDRED;
    let vacaciones = valor(Tabla::Vacaciones, "1")?;
    let factor = anio + aguinaldo + vacaciones * prima;
    Ok(Importe::redondeado(minimo.decimal() * factor / anio))
}
