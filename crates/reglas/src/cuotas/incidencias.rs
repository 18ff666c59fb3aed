//! Incapacities and absences by date (LSS 31; RACERF 116): which days they take from which stretch.

use super::entrada::{Incidencia, TipoDeIncidencia};
use super::periodo::dias_entre;
use crate::hallazgo::Hallazgo;
use crate::mensajes::cuotas as regla;
use chrono::{Datelike, Days, NaiveDate};
use ventanilla_normativa::{Normativa, Tabla};

/// A day taken by an incidence, and how many days it discounts (more than one in a reduced week, none beyond the limit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiaTomado {
    /// The day.
    pub dia: NaiveDate,
    /// Why.
    pub tipo: TipoDeIncidencia,
    /// Days it discounts.
    pub descuenta: u32,
}

/// How absences are discounted.
#[derive(Clone, Debug)]
pub struct Ausencias {
    /// Most that are discounted in a calendar month (LSS 31 I).
    pub por_mes: u32,
    /// For reduced weeks of 1 to 5 days, what 1, 2, 3 … absences in a month discount (RACERF 116).
    pub reducida: [Vec<u32>; 5],
}

impl Ausencias {
    /// Reads the table of reduced weeks in force on `dia`.
    pub fn nuevas(normativa: &Normativa, dia: NaiveDate, por_mes: u32) -> Self {
        let fila = |semana: usize, faltas: usize| {
            let clave = format!("{}/{faltas}", semana + 1);
            let fila = normativa.vigente(Tabla::SemanaReducida, &clave, dia).ok()?;
            u32::try_from(fila.valor.trunc().mantissa()).ok()
        };
        let reducida = std::array::from_fn(|semana| (1..).map_while(|faltas| fila(semana, faltas)).collect());
        Self { por_mes, reducida }
    }

    /// Days that `faltas` absences in one month discount, with `semana` days worked a week.
    pub fn descuento(&self, semana: Option<u8>, faltas: u32) -> u32 {
        let tabla = semana
            .and_then(|s| s.checked_sub(1))
            .and_then(|s| self.reducida.get(usize::from(s)))
            .filter(|tabla| !tabla.is_empty());
        match tabla {
            Some(tabla) if faltas > 0 => {
                let indice = usize::try_from(faltas - 1).unwrap_or(usize::MAX);
                tabla.get(indice).copied().unwrap_or(self.por_mes).min(self.por_mes)
            }
            _ => faltas.min(self.por_mes),
        }
    }
}

/// Lays incidences out day by day, within `dentro` (the stretches that are computed).
///
/// Each incidence comes with its path. Findings: days twice, lengths out of range, days outside, absences beyond the
/// limit.
pub fn repartir(
    incidencias: &[(String, Incidencia)],
    dentro: impl Fn(NaiveDate) -> bool,
    ausencias: &Ausencias,
    semana: Option<u8>,
    hallazgos: &mut Vec<Hallazgo>,
) -> Vec<DiaTomado> {
    let mut tomados: Vec<(NaiveDate, TipoDeIncidencia, &str)> = Vec::new();
    for (campo, incidencia) in incidencias {
        if !(1..=366).contains(&incidencia.dias) {
            let dias = incidencia.dias.to_string();
            hallazgos.push(Hallazgo::nuevo(&regla::INCIDENCIA_DIAS, campo, &[("dias", &dias)]));
            continue;
        }
        let dias = (0..incidencia.dias).filter_map(|n| incidencia.desde.0.checked_add_days(Days::new(n.into())));
        let antes = tomados.len();
        tomados.extend(
            dias.filter(|d| dentro(*d))
                .map(|d| (d, incidencia.tipo, campo.as_str())),
        );
        let contados = tomados.len() - antes;
        if contados < incidencia.dias as usize {
            let datos = [
                ("desde", incidencia.desde.to_string()),
                ("dias", incidencia.dias.to_string()),
                ("contados", contados.to_string()),
            ];
            hallazgos.push(hallazgo(&regla::INCIDENCIA_FUERA, campo, &datos));
        }
    }
    tomados.sort_by_key(|t| t.0);
    if let Some(par) = tomados.windows(2).find(|par| par[0].0 == par[1].0) {
        let fecha = par[0].0.to_string();
        hallazgos.push(Hallazgo::nuevo(
            &regla::INCIDENCIAS_TRASLAPADAS,
            par[1].2,
            &[("fecha", &fecha)],
        ));
    }
    descontar(&tomados, ausencias, semana, hallazgos)
}

/// The k-th absence of a month discounts what k discount less what k − 1 do.
fn descontar(
    tomados: &[(NaiveDate, TipoDeIncidencia, &str)],
    ausencias: &Ausencias,
    semana: Option<u8>,
    hallazgos: &mut Vec<Hallazgo>,
) -> Vec<DiaTomado> {
    let mut mes = (0, 0);
    let mut faltas = 0;
    let mut avisado = false;
    tomados
        .iter()
        .map(|&(dia, tipo, campo)| {
            if tipo == TipoDeIncidencia::Incapacidad {
                return DiaTomado {
                    dia,
                    tipo,
                    descuenta: 1,
                };
            }
            if mes != (dia.year(), dia.month()) {
                (mes, faltas, avisado) = ((dia.year(), dia.month()), 0, false);
            }
            faltas += 1;
            let descuenta = ausencias.descuento(semana, faltas) - ausencias.descuento(semana, faltas - 1);
            if descuenta == 0 && !avisado {
                avisado = true;
                let total = tomados
                    .iter()
                    .filter(|t| t.1 == tipo && (t.0.year(), t.0.month()) == mes)
                    .count();
                hallazgos.push(excedido(campo, total, ausencias.por_mes));
            }
            DiaTomado { dia, tipo, descuenta }
        })
        .collect()
}

/// The warning that more absences were given than are discounted.
pub fn excedido(campo: &str, dias: usize, maximo: u32) -> Hallazgo {
    let datos = [("dias", dias.to_string()), ("maximo", maximo.to_string())];
    hallazgo(&regla::AUSENTISMO_EXCEDIDO, campo, &datos)
}

/// Days of incapacity and of absence discounted between two dates. The absences of a reduced week may want more days
/// than the stretch has left: then the third value is true.
pub fn contar(tomados: &[DiaTomado], desde: NaiveDate, hasta: NaiveDate) -> (u32, u32, bool) {
    let en_tramo = || tomados.iter().filter(|t| desde <= t.dia && t.dia <= hasta);
    let suma = |tipo| en_tramo().filter(|t| t.tipo == tipo).map(|t| t.descuenta).sum::<u32>();
    let incapacidad = suma(TipoDeIncidencia::Incapacidad);
    let ausentismo = suma(TipoDeIncidencia::Ausentismo);
    let libres = dias_entre(desde, hasta).saturating_sub(incapacidad);
    (incapacidad, ausentismo.min(libres), ausentismo > libres)
}

fn hallazgo(regla: &'static crate::mensajes::Regla, campo: &str, datos: &[(&str, String)]) -> Hallazgo {
    let datos: Vec<(&str, &str)> = datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Hallazgo::nuevo(regla, campo, &datos)
}
