//! The period: its days, which figures it has, and when they are due.

use super::entrada::Periodo;
use super::figura::{CUANTAS, FIGURAS};
use crate::fecha::{fin_de_mes, inicio_del_mes_siguiente};
use crate::hallazgo::Hallazgo;
use crate::mensajes::cuotas as regla;
use chrono::{Datelike, NaiveDate};

/// Ten years: beyond that the input is a mistake.
const DIAS_MAXIMOS: i64 = 3_660;

/// A period understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapso {
    /// First day.
    pub desde: NaiveDate,
    /// Last day.
    pub hasta: NaiveDate,
    /// What it is.
    pub clase: ClaseDeLapso,
}

/// What a period is: it decides which figures it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaseDeLapso {
    /// A month: the IMSS figures (LSS 39).
    Mes,
    /// A bimestre: retiro, CEAV and Infonavit (LSS transitorio 27).
    Bimestre,
    /// Free dates: everything.
    Libre,
}

impl Lapso {
    /// Understands a period.
    ///
    /// # Errors
    /// `cuotas.periodo`, saying what is missing or impossible.
    pub fn leer(periodo: &Periodo) -> Result<Self, Hallazgo> {
        let error = |detalle: &str| Hallazgo::nuevo(&regla::PERIODO, "periodo", &[("detalle", detalle)]);
        let inicio = |anio, mes| {
            NaiveDate::from_ymd_opt(anio, mes, 1)
                .filter(|_| (1900..2200).contains(&anio))
                .ok_or_else(|| error("ese mes no existe."))
        };
        match *periodo {
            Periodo {
                anio: Some(anio),
                mes: Some(mes),
                bimestre: None,
                desde: None,
                hasta: None,
            } => {
                let desde = inicio(anio, mes)?;
                Ok(Self {
                    desde,
                    hasta: fin_de_mes(desde),
                    clase: ClaseDeLapso::Mes,
                })
            }
            Periodo {
                anio: Some(anio),
                mes: None,
                bimestre: Some(bimestre),
                desde: None,
                hasta: None,
            } => {
                if !(1..=6).contains(&bimestre) {
                    return Err(error("los bimestres van del 1 al 6."));
                }
                let desde = inicio(anio, bimestre * 2 - 1)?;
                let hasta = fin_de_mes(inicio(anio, bimestre * 2)?);
                Ok(Self {
                    desde,
                    hasta,
                    clase: ClaseDeLapso::Bimestre,
                })
            }
            Periodo {
                anio: None,
                mes: None,
                bimestre: None,
                desde: Some(desde),
                hasta: Some(hasta),
            } => {
                if hasta < desde {
                    return Err(error("termina antes de empezar."));
                }
                if (hasta.0 - desde.0).num_days() >= DIAS_MAXIMOS {
                    return Err(error("es de más de diez años."));
                }
                Ok(Self {
                    desde: desde.0,
                    hasta: hasta.0,
                    clase: ClaseDeLapso::Libre,
                })
            }
            _ => Err(error("faltan datos o sobran.")),
        }
    }

    /// Natural days.
    pub fn dias(&self) -> u32 {
        dias_entre(self.desde, self.hasta)
    }

    /// Whether it lies within one calendar month.
    pub fn en_un_mes(&self) -> bool {
        (self.desde.year(), self.desde.month()) == (self.hasta.year(), self.hasta.month())
    }

    /// Which of [`FIGURAS`] it has.
    pub fn figuras(&self) -> [bool; CUANTAS] {
        let mut tiene = [true; CUANTAS];
        for (tiene, figura) in tiene.iter_mut().zip(&FIGURAS) {
            *tiene = match self.clase {
                ClaseDeLapso::Mes => !figura.bimestral,
                ClaseDeLapso::Bimestre => figura.bimestral,
                ClaseDeLapso::Libre => true,
            };
        }
        tiene
    }

    /// Nominal day of payment: `dia` of the month after the last one (LSS 39).
    pub fn pago_nominal(&self, dia: u32) -> NaiveDate {
        let siguiente = inicio_del_mes_siguiente(self.hasta);
        siguiente.with_day(dia).unwrap_or(siguiente)
    }
}

/// Natural days from one date to another, both counted; zero if they are the wrong way round.
pub fn dias_entre(desde: NaiveDate, hasta: NaiveDate) -> u32 {
    u32::try_from((hasta - desde).num_days() + 1).unwrap_or(0)
}
