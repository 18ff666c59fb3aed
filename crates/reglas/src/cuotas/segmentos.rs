//! From a worker's renglones to segments: days with one SBC inside one stretch of parameters. Everything that can be
//! wrong with a worker's data is found here.

use super::calculo::Calculo;
use super::entrada::{Incidencia, Renglon, Trabajador};
use super::incidencias::{self, DiaTomado};
use super::movimientos;
use super::periodo::{ClaseDeLapso, dias_entre};
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::mensajes::cuotas as regla;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Days with one SBC and one set of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segmento {
    /// Index of its stretch of parameters.
    pub tramo: usize,
    /// Index of the renglón it comes from; `None` when movements made it.
    pub renglon: Option<usize>,
    /// Its days, when they are known.
    pub fechas: Option<(NaiveDate, NaiveDate)>,
    /// Natural days.
    pub dias: u32,
    /// Of them, of incapacity.
    pub incapacidad: u32,
    /// Of them, of discounted absence.
    pub ausentismo: u32,
    /// SBC as given.
    pub sbc: Importe,
    /// Daily wage, if given.
    pub cuota_diaria: Option<Importe>,
}

/// Segments of a worker.
///
/// Findings go to `hallazgos`; if any is an error the segments are not to be used.
pub fn segmentar(calculo: &Calculo, trabajador: &Trabajador, hallazgos: &mut Vec<Hallazgo>) -> Vec<Segmento> {
    if let Some(dias) = trabajador.dias_laborados_semana
        && !(1..=7).contains(&dias)
    {
        let dias = dias.to_string();
        hallazgos.push(Hallazgo::nuevo(
            &regla::SEMANA,
            "dias_laborados_semana",
            &[("dias", &dias)],
        ));
    }
    let renglones = match renglones(calculo, trabajador) {
        Ok(renglones) => renglones,
        Err(hallazgo) => {
            hallazgos.push(hallazgo);
            return Vec::new();
        }
    };
    let antes = hallazgos.len();
    for (indice, renglon) in renglones.iter().enumerate() {
        revisar(calculo, indice, renglon, hallazgos);
    }
    if hallazgos[antes..].iter().any(Hallazgo::es_error) {
        return Vec::new();
    }
    traslapes(calculo, &renglones, hallazgos);
    let tomados = dias_tomados(calculo, trabajador, &renglones, hallazgos);
    let mut segmentos = Vec::with_capacity(renglones.len() * calculo.tramos.len());
    for (indice, renglon) in renglones.iter().enumerate() {
        match renglon.dias {
            Some(dias) => segmentos.push(corto(calculo, trabajador, indice, renglon, dias, hallazgos)),
            None => fechados(calculo, (indice, renglon), &tomados, &mut segmentos, hallazgos),
        }
    }
    total_de_dias(calculo, &renglones, hallazgos);
    if matches!(renglones, Cow::Owned(_)) {
        segmentos.iter_mut().for_each(|s| s.renglon = None);
    }
    segmentos
}

/// The worker's own renglones, or those its movements make.
fn renglones<'t>(calculo: &Calculo, trabajador: &'t Trabajador) -> Result<Cow<'t, [Renglon]>, Hallazgo> {
    let por_movimientos = !trabajador.movimientos.is_empty() || trabajador.sbc.is_some();
    match (trabajador.renglones.is_empty(), por_movimientos) {
        (false, false) => Ok(Cow::Borrowed(&trabajador.renglones)),
        (true, true) => movimientos::a_renglones(trabajador, &calculo.lapso).map(Cow::Owned),
        (true, false) => Err(Hallazgo::nuevo(&regla::SIN_RENGLONES, "renglones", &[])),
        (false, true) => Err(Hallazgo::nuevo(&regla::RENGLON_MEZCLADO, "movimientos", &[])),
    }
}

fn fechas(calculo: &Calculo, renglon: &Renglon) -> (NaiveDate, NaiveDate) {
    (
        renglon.desde.map_or(calculo.lapso.desde, |f| f.0),
        renglon.hasta.map_or(calculo.lapso.hasta, |f| f.0),
    )
}

fn en(indice: usize, campo: &str) -> String {
    format!("renglones[{indice}].{campo}")
}

/// What a renglón can have wrong by itself.
fn revisar(calculo: &Calculo, indice: usize, renglon: &Renglon, hallazgos: &mut Vec<Hallazgo>) {
    if renglon.sbc <= Importe::CERO {
        hallazgos.push(Hallazgo::nuevo(&regla::SBC_CERO, en(indice, "sbc"), &[]));
    }
    let corto = renglon.dias.is_some() || renglon.incapacidad.is_some() || renglon.ausentismo.is_some();
    let fechado = renglon.desde.is_some() || renglon.hasta.is_some() || !renglon.incidencias.is_empty();
    if corto && (fechado || renglon.dias.is_none()) {
        hallazgos.push(Hallazgo::nuevo(&regla::RENGLON_MEZCLADO, en(indice, "dias"), &[]));
        return;
    }
    match renglon.dias {
        Some(dias) => revisar_corto(calculo, indice, renglon, dias, hallazgos),
        None => {
            let (desde, hasta) = fechas(calculo, renglon);
            if desde < calculo.lapso.desde || hasta > calculo.lapso.hasta || hasta < desde {
                let datos = [
                    ("desde", desde.to_string()),
                    ("hasta", hasta.to_string()),
                    ("inicio", calculo.lapso.desde.to_string()),
                    ("fin", calculo.lapso.hasta.to_string()),
                ];
                hallazgos.push(Hallazgo::con(&regla::RENGLON_FUERA, en(indice, "desde"), &datos));
            }
        }
    }
}

fn revisar_corto(calculo: &Calculo, indice: usize, renglon: &Renglon, dias: u32, hallazgos: &mut Vec<Hallazgo>) {
    if calculo.tramos.len() > 1 {
        let cambios: Vec<String> = calculo.tramos[1..].iter().map(|t| t.desde.to_string()).collect();
        let datos = [("detalle", cambios.join(", "))];
        hallazgos.push(Hallazgo::con(&regla::RENGLON_SIN_FECHA, en(indice, "dias"), &datos));
    }
    if dias == 0 || dias > calculo.lapso.dias() {
        let datos = [("dias", dias.to_string()), ("maximo", calculo.lapso.dias().to_string())];
        hallazgos.push(Hallazgo::con(&regla::DIAS, en(indice, "dias"), &datos));
        return;
    }
    let descuento = renglon
        .incapacidad
        .unwrap_or(0)
        .saturating_add(renglon.ausentismo.unwrap_or(0));
    if descuento > dias {
        let datos = [("descuento", descuento.to_string()), ("dias", dias.to_string())];
        hallazgos.push(Hallazgo::con(&regla::DESCUENTO, en(indice, "incapacidad"), &datos));
    }
}

/// No day may be in two renglones.
fn traslapes(calculo: &Calculo, renglones: &[Renglon], hallazgos: &mut Vec<Hallazgo>) {
    if renglones.len() < 2 {
        return;
    }
    let mut orden: Vec<(NaiveDate, NaiveDate, usize)> = renglones
        .iter()
        .enumerate()
        .filter(|(_, r)| r.dias.is_none())
        .map(|(i, r)| {
            let (desde, hasta) = fechas(calculo, r);
            (desde, hasta, i)
        })
        .collect();
    orden.sort_unstable();
    for par in orden.windows(2) {
        if par[1].0 <= par[0].1 {
            let datos = [("fecha", par[1].0.to_string())];
            hallazgos.push(Hallazgo::con(
                &regla::RENGLONES_TRASLAPADOS,
                en(par[1].2, "desde"),
                &datos,
            ));
        }
    }
}

fn total_de_dias(calculo: &Calculo, renglones: &[Renglon], hallazgos: &mut Vec<Hallazgo>) {
    if renglones.len() < 2 || renglones.iter().all(|r| r.dias.is_none()) {
        return;
    }
    let dias: u32 = renglones
        .iter()
        .map(|r| {
            let (desde, hasta) = fechas(calculo, r);
            r.dias.unwrap_or_else(|| dias_entre(desde, hasta))
        })
        .fold(0, u32::saturating_add);
    if dias > calculo.lapso.dias() {
        let datos = [("dias", dias.to_string()), ("maximo", calculo.lapso.dias().to_string())];
        hallazgos.push(Hallazgo::con(&regla::DIAS, "renglones".to_owned(), &datos));
    }
}

/// All the worker's dated incidences, day by day.
fn dias_tomados(
    calculo: &Calculo,
    trabajador: &Trabajador,
    renglones: &[Renglon],
    hallazgos: &mut Vec<Hallazgo>,
) -> Vec<DiaTomado> {
    if trabajador.incidencias.is_empty() && renglones.iter().all(|r| r.incidencias.is_empty()) {
        return Vec::new();
    }
    let semana = trabajador.dias_laborados_semana;
    let propias = trabajador.incidencias.iter().enumerate();
    let mut todas: Vec<(String, Incidencia)> = propias
        .map(|(i, incidencia)| (format!("incidencias[{i}]"), *incidencia))
        .collect();
    for (r, renglon) in renglones.iter().enumerate() {
        let suyas = renglon.incidencias.iter().enumerate();
        todas.extend(suyas.map(|(i, incidencia)| (format!("renglones[{r}].incidencias[{i}]"), *incidencia)));
    }
    let dentro = |dia: NaiveDate| {
        renglones.iter().filter(|r| r.dias.is_none()).any(|r| {
            let (desde, hasta) = fechas(calculo, r);
            desde <= dia && dia <= hasta
        })
    };
    incidencias::repartir(&todas, dentro, &calculo.ausencias, semana, hallazgos)
}

fn corto(
    calculo: &Calculo,
    trabajador: &Trabajador,
    indice: usize,
    renglon: &Renglon,
    dias: u32,
    hallazgos: &mut Vec<Hallazgo>,
) -> Segmento {
    let incapacidad = renglon.incapacidad.unwrap_or(0);
    let faltas = renglon.ausentismo.unwrap_or(0);
    let maximo = calculo.ausencias.por_mes;
    if faltas > maximo {
        let campo = en(indice, "ausentismo");
        let un_mes = calculo.lapso.clase == ClaseDeLapso::Mes || calculo.lapso.en_un_mes();
        hallazgos.push(if un_mes {
            incidencias::excedido(&campo, faltas as usize, maximo)
        } else {
            let datos = [("dias", faltas.to_string()), ("maximo", maximo.to_string())];
            Hallazgo::con(&regla::AUSENTISMO_SIN_FECHA, campo, &datos)
        });
    }
    let descuento = calculo.ausencias.descuento(trabajador.dias_laborados_semana, faltas);
    let libres = dias.saturating_sub(incapacidad);
    if descuento > libres {
        hallazgos.push(Hallazgo::nuevo(
            &regla::AUSENTISMO_RECORTADO,
            en(indice, "ausentismo"),
            &[],
        ));
    }
    Segmento {
        tramo: 0,
        renglon: Some(indice),
        fechas: None,
        dias,
        incapacidad,
        ausentismo: descuento.min(libres),
        sbc: renglon.sbc,
        cuota_diaria: renglon.cuota_diaria,
    }
}

fn fechados(
    calculo: &Calculo,
    (indice, renglon): (usize, &Renglon),
    tomados: &[DiaTomado],
    segmentos: &mut Vec<Segmento>,
    hallazgos: &mut Vec<Hallazgo>,
) {
    let (inicio, fin) = fechas(calculo, renglon);
    for (tramo, parametros) in calculo.tramos.iter().enumerate() {
        let (desde, hasta) = (inicio.max(parametros.desde), fin.min(parametros.hasta));
        if hasta < desde {
            continue;
        }
        let (incapacidad, ausentismo, recortado) = if tomados.is_empty() {
            (0, 0, false)
        } else {
            incidencias::contar(tomados, desde, hasta)
        };
        if recortado {
            hallazgos.push(Hallazgo::nuevo(&regla::AUSENTISMO_RECORTADO, "incidencias", &[]));
        }
        segmentos.push(Segmento {
            tramo,
            renglon: Some(indice),
            fechas: Some((desde, hasta)),
            dias: dias_entre(desde, hasta),
            incapacidad,
            ausentismo,
            sbc: renglon.sbc,
            cuota_diaria: renglon.cuota_diaria,
        });
    }
}
