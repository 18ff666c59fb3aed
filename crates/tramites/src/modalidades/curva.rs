//! What each modality costs a month according to the salary or income it is paid on: to see where they cross.

use super::comparacion::Comparada;
use super::costo::{Costo, area, clase, entrada};
use crate::continuacion::Cotizador;
use crate::guion::Mirada;
use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::fecha::{fin_de_mes, inicio_del_mes_siguiente};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{EntradaCotizar, Modalidad, ejecutar_cotizar};
use ventanilla_reglas::politica::Politicas;

/// How many stretches a line has.
const TRAMOS: i64 = 48;

/// How many stretches the table has.
const FILAS: i64 = 6;

/// The line of one modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serie {
    /// Which.
    pub modalidad: Modalidad,
    /// Its name.
    pub nombre: String,
    /// Base, pesos a day, and what the month costs on it, from less to more. Two points where it does not depend on it.
    pub puntos: Vec<(Importe, Importe)>,
    /// Whether it costs the same on any base.
    pub plana: bool,
}

/// A row of the table: what the month costs on a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fila {
    /// Base, pesos a day.
    pub base: Importe,
    /// What each line costs there, to the cent; `None` below the least base of that modality.
    pub costos: Vec<Option<Importe>>,
}

/// The lines, all of the same month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curva {
    /// First day of the month.
    pub mes: NaiveDate,
    /// The least base, pesos a day: the minimum wage.
    pub desde: Importe,
    /// The cap of 25 UMA, pesos a day (LSS 28).
    pub hasta: Importe,
    /// One for each modality that has a cost.
    pub series: Vec<Serie>,
    /// The same in figures, on some bases.
    pub filas: Vec<Fila>,
}

impl Curva {
    /// What the dearest point costs.
    pub fn tope(&self) -> Importe {
        let costos = self.series.iter().flat_map(|s| &s.puntos).map(|p| p.1);
        costos.max().unwrap_or_default()
    }
}

/// The lines of the modalities that are compared; `None` unless some of them depends on a base.
pub fn curva(m: &Mirada<'_>, comparadas: &[Comparada]) -> Option<Curva> {
    let politicas = Politicas::default();
    let cotizador = Cotizador {
        normativa: m.normativa,
        area: area(m),
        ultimo_sbc: None,
        politicas: &politicas,
    };
    // the tables may not reach next month yet
    let este = m.hoy.with_day(1).unwrap_or(m.hoy);
    let meses = [inicio_del_mes_siguiente(m.hoy), este];
    let (mes, limites) = meses
        .into_iter()
        .find_map(|mes| Some((mes, cotizador.limites(mes).ok()?)))?;
    let escala = Escala {
        mes,
        desde: limites.minimo,
        hasta: limites.tope,
    };
    let series: Vec<Serie> = comparadas.iter().filter_map(|c| serie(m, c, escala)).collect();
    series.iter().any(|s| !s.plana).then(|| Curva {
        mes,
        desde: escala.desde,
        hasta: escala.hasta,
        filas: escala
            .bases(escala.desde, FILAS)
            .map(|base| fila(m, &series, mes, base))
            .collect(),
        series,
    })
}

#[derive(Clone, Copy)]
struct Escala {
    mes: NaiveDate,
    desde: Importe,
    hasta: Importe,
}

impl Escala {
    fn bases(self, desde: Importe, tramos: i64) -> impl Iterator<Item = Importe> {
        let (a, b) = (desde.centavos(), self.hasta.centavos());
        (0..=tramos).map(move |i| Importe::de_centavos(a + (b - a) * i / tramos))
    }
}

fn fila(m: &Mirada<'_>, series: &[Serie], mes: NaiveDate, base: Importe) -> Fila {
    let costo = |serie: &Serie| {
        let (minimo, fijo) = serie.puntos.first().copied()?;
        match serie.plana {
            true => Some(fijo),
            false if base < minimo => None,
            false => un_mes(m, serie.modalidad, mes, base),
        }
    };
    Fila {
        base,
        costos: series.iter().map(costo).collect(),
    }
}

fn serie(m: &Mirada<'_>, comparada: &Comparada, escala: Escala) -> Option<Serie> {
    let modalidad = comparada.opcion.modalidad;
    let nombre = comparada.opcion.nombre.clone();
    if matches!(modalidad, Modalidad::Pti | Modalidad::M40) {
        let minimo = entrada(m, modalidad, escala.mes)
            .and_then(|e| e.ultimo_sbc)
            .map_or(escala.desde, |ultimo| ultimo.max(escala.desde).min(escala.hasta));
        let punto = |base: Importe| Some((base, un_mes(m, modalidad, escala.mes, base)?));
        let puntos: Option<Vec<_>> = escala.bases(minimo, TRAMOS).map(punto).collect();
        return Some(Serie {
            modalidad,
            nombre,
            puntos: puntos?,
            plana: false,
        });
    }
    let costo: &Costo = comparada.costo.as_ref()?.as_ref().ok()?;
    let plana = !costo.orientativo; // the wage of who works in homes is another one
    plana.then(|| Serie {
        modalidad,
        nombre,
        puntos: vec![(escala.desde, costo.mes), (escala.hasta, costo.mes)],
        plana,
    })
}

fn un_mes(m: &Mirada<'_>, modalidad: Modalidad, mes: NaiveDate, base: Importe) -> Option<Importe> {
    let dias = i64::from(fin_de_mes(mes).day());
    let nueva = EntradaCotizar {
        anio: Some(mes.year()),
        mes: Some(mes.month()),
        area: Some(area(m)),
        ..EntradaCotizar::nueva(modalidad)
    };
    let entrada = if modalidad == Modalidad::Pti {
        EntradaCotizar {
            ingreso_mensual: Some(Importe::de_centavos(base.centavos() * dias)),
            clase: Some(clase(m)),
            infonavit: Some(false),
            ..nueva
        }
    } else {
        EntradaCotizar {
            sbc: Some(base),
            ..nueva
        }
    };
    ejecutar_cotizar(m.normativa, entrada).ok().map(|salida| salida.total)
}
