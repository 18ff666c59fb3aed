//! What it comes to: this month, what must be paid to begin, and each month from then on.

use super::captura::{Escrito, Inicio, mensaje_de};
use super::cotizador::{Cotizada, Cotizador, Limites, Parte, Salario, meses_entre};
use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::fecha::{Mes, fin_de_mes, inicio_del_mes_siguiente, nombre_del_mes};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{Anio, Terminacion};
use ventanilla_reglas::mensajes::incorporacion::{CVRO_BAJA, CVRO_SIN_SERVICIO};
use ventanilla_reglas::politica::Politica;

/// Months that are looked at ahead.
const ADELANTE: usize = 12;

/// A whole month of the year in course.
#[derive(Clone, Debug, PartialEq)]
pub struct DelAnio {
    /// Which.
    pub mes: Mes,
    /// What it costs, or why that is not known.
    pub parte: Result<Parte, String>,
}

/// What a salary comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Cuenta {
    /// The day it is asked for.
    pub hoy: NaiveDate,
    /// Between what a salary can be chosen today.
    pub limites: Limites,
    /// The whole month in course.
    pub este_mes: Parte,
    /// What must be paid to begin, month by month up to the one in course; or why that is not known.
    pub inicio: Result<Vec<Parte>, String>,
    /// Each month from then on, as far as the tables go.
    pub despues: Vec<Parte>,
    /// Why not beyond them.
    pub hasta_aqui: Option<String>,
    /// Each whole month of the year in course.
    pub anio: Vec<DelAnio>,
    /// The percentage of each year, if the salary stays in its range.
    pub proyeccion: Vec<Anio>,
    /// What becomes of it if nothing is paid after what is paid to begin.
    pub terminacion: Option<Terminacion>,
    /// The readings of the law that another choice would have changed, with the one in use.
    pub aplicadas: Vec<(Politica, &'static str)>,
    /// What the rules found.
    pub hallazgos: Vec<Hallazgo>,
    /// What the rules say to everybody: how it is paid and ends, and what it does not give.
    pub para_todos: Vec<Hallazgo>,
    /// Version of the tables.
    pub version: String,
}

impl Cuenta {
    /// What must be paid to begin; `None` if it is not known.
    pub fn total_del_inicio(&self) -> Option<Importe> {
        self.inicio.as_ref().ok().map(|partes| total(partes))
    }

    /// What the whole year in course comes to; `None` if some month is not known.
    pub fn total_del_anio(&self) -> Option<Importe> {
        let meses = self.anio.iter().map(|m| m.parte.as_ref().ok().map(|p| p.mes.total));
        meses.sum()
    }

    /// First and last day of what is paid to begin.
    pub fn dias_del_inicio(&self) -> Option<(NaiveDate, NaiveDate)> {
        let partes = self.inicio.as_ref().ok()?;
        Some((partes.first()?.mes.desde.0, partes.last()?.mes.hasta.0))
    }

    /// Each insurance of the month in course, by its name, with what it comes to and its articles.
    pub fn ramas(&self) -> Vec<(&'static str, Importe, &'static [&'static str])> {
        let suyas = FIGURAS.iter().filter_map(|figura| {
            let ramas = &self.este_mes.mes.ramas.0;
            let (_, importe) = ramas.iter().find(|(clave, _)| *clave == figura.clave())?;
            Some((figura.regla.titulo, *importe, figura.regla.fundamento))
        });
        suyas.collect()
    }

    /// How it is paid, and what becomes of who does not (LSS 220 II; RACERF 128).
    pub fn como_se_paga(&self) -> Option<&Hallazgo> {
        self.para_todos.iter().find(|h| h.codigo == CVRO_BAJA.codigo)
    }

    /// What it does not give (LSS 218).
    pub fn lo_que_no_da(&self) -> Option<&Hallazgo> {
        self.para_todos.iter().find(|h| h.codigo == CVRO_SIN_SERVICIO.codigo)
    }

    /// `noviembre de 2026, 30 días`.
    pub fn nombre_del_mes(&self) -> String {
        let mes = &self.este_mes.mes;
        let dia = mes.desde.0;
        format!("{} de {}, {} días", nombre_del_mes(dia.month()), dia.year(), mes.dias)
    }
}

/// The sum of some months.
pub fn total(partes: &[Parte]) -> Importe {
    partes.iter().map(|p| p.mes.total).sum()
}

impl Escrito {
    /// What asks the rules on these conditions.
    pub fn cotizador<'a>(&'a self, normativa: &'a Normativa) -> Cotizador<'a> {
        Cotizador {
            normativa,
            area: self.area,
            ultimo_sbc: self.ultimo_sbc,
            politicas: &self.politicas,
        }
    }

    /// The first day that is paid for (RACERF 66); `None` while the baja is not known.
    pub fn primer_dia(&self, hoy: NaiveDate) -> Option<NaiveDate> {
        match self.inicio {
            Inicio::Solicitud => Some(hoy),
            Inicio::Baja => self.fecha_baja.and_then(|baja| baja.succ_opt()),
        }
    }

    /// What is paid to begin: from the first day to the end of the month in which it is asked for, which is paid ahead.
    pub(super) fn dias_del_inicio(&self, hoy: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let desde = self.primer_dia(hoy)?;
        Some((desde, fin_de_mes(desde.max(hoy))))
    }
}

/// What the chosen salary comes to, asked for on `hoy`. `None` while there is nothing to compute with.
///
/// # Errors
/// Those of `incorporacion.cotizar` for the month in course, with their field (`sbc`, or none).
pub fn cuenta(normativa: &Normativa, escrito: &Escrito, hoy: NaiveDate) -> Result<Option<Cuenta>, Vec<Hallazgo>> {
    let Some((elegido, _)) = escrito.elegido().zip(escrito.ultimo_sbc) else {
        return Ok(None);
    };
    let cotizador = escrito.cotizador(normativa);
    let limites = cotizador.limites(hoy)?;
    // the salary is chosen today: it is today's cap that it may not pass
    let este = cotizador.mes(hoy, Salario::De(elegido), None, false)?;
    let proyeccion = este.proyeccion.clone();
    let version = este.comun.normativa.version.clone();
    let este = Cotizada {
        salida: este,
        al_tope: false,
    };
    let Some(este_mes) = este.partes().next() else {
        return Ok(None);
    };
    let mut notas = Notas::default();
    notas.tomar(&este);
    let dias = escrito.dias_del_inicio(hoy);
    let (inicio, terminacion) = inicio(&cotizador, dias, elegido, &mut notas);
    let desde = inicio_del_mes_siguiente(dias.map_or(hoy, |(_, hasta)| hasta));
    let (despues, hasta_aqui) = despues(&cotizador, desde, elegido, &mut notas);
    Ok(Some(Cuenta {
        hoy,
        limites,
        este_mes,
        inicio,
        despues,
        hasta_aqui,
        anio: del_anio(&cotizador, hoy, elegido),
        proyeccion,
        terminacion,
        aplicadas: notas.aplicadas,
        hallazgos: notas.hallazgos,
        para_todos: notas.para_todos,
        version,
    }))
}

type Comienzo = (Result<Vec<Parte>, String>, Option<Terminacion>);

fn inicio(
    cotizador: &Cotizador<'_>,
    dias: Option<(NaiveDate, NaiveDate)>,
    sbc: Importe,
    notas: &mut Notas,
) -> Comienzo {
    let Some(dias) = dias else {
        return (Err(String::new()), None);
    };
    match cotizador.tramo(dias, sbc, false) {
        Ok(cotizadas) => {
            cotizadas.iter().for_each(|c| notas.tomar(c));
            let partes = cotizadas.iter().flat_map(Cotizada::partes).collect();
            (Ok(partes), cotizadas.last().and_then(|c| c.salida.terminacion))
        }
        Err(hallazgos) => (Err(mensaje_de(&hallazgos)), None),
    }
}

/// Month after month while the tables go on, and why they do not.
fn despues(
    cotizador: &Cotizador<'_>,
    desde: NaiveDate,
    sbc: Importe,
    notas: &mut Notas,
) -> (Vec<Parte>, Option<String>) {
    let (mut partes, mut dia) = (Vec::new(), desde);
    while partes.len() < ADELANTE {
        match cotizador.un_mes((dia, fin_de_mes(dia)), sbc, false) {
            Ok(cotizada) => {
                notas.tomar(&cotizada);
                partes.extend(cotizada.partes());
            }
            Err(hallazgos) => return (partes, Some(mensaje_de(&hallazgos))),
        }
        dia = inicio_del_mes_siguiente(dia);
    }
    (partes, None)
}

/// The twelve months of the year in course, each whole.
fn del_anio(cotizador: &Cotizador<'_>, hoy: NaiveDate, sbc: Importe) -> Vec<DelAnio> {
    let limites = hoy
        .with_day(1)
        .and_then(|d| d.with_month(1))
        .zip(NaiveDate::from_ymd_opt(hoy.year(), 12, 31));
    let meses = limites.map(meses_entre).unwrap_or_default().into_iter();
    let uno = |dias: (NaiveDate, NaiveDate)| {
        let cotizada = cotizador.un_mes(dias, sbc, false);
        let parte = cotizada.map_err(|h| mensaje_de(&h));
        DelAnio {
            mes: Mes::de(dias.0),
            parte: parte.and_then(|c| c.partes().next().ok_or_else(String::new)),
        }
    };
    meses.map(uno).collect()
}

/// What the answers have to say, each thing once.
#[derive(Default)]
struct Notas {
    aplicadas: Vec<(Politica, &'static str)>,
    hallazgos: Vec<Hallazgo>,
    para_todos: Vec<Hallazgo>,
}

impl Notas {
    fn tomar(&mut self, cotizada: &Cotizada) {
        for hallazgo in &cotizada.salida.comun.hallazgos {
            let de_todos = [CVRO_BAJA.codigo, CVRO_SIN_SERVICIO.codigo].contains(&hallazgo.codigo);
            let lugar = if de_todos {
                &mut self.para_todos
            } else {
                &mut self.hallazgos
            };
            if !lugar.iter().any(|h| h.codigo == hallazgo.codigo) {
                lugar.push(hallazgo.clone());
            }
        }
        for (politica, valor, _) in cotizada.salida.comun.politicas_aplicadas.iter() {
            if !self.aplicadas.iter().any(|(p, _)| *p == politica) {
                self.aplicadas.push((politica, valor));
            }
        }
    }
}
