//! What each modality costs a month according to the salary or income it is paid on: to see where they cross.

use super::comparacion::Comparada;
use super::costo::{Costo, area, entrada};
use crate::continuacion::Cotizador;
use crate::guion::Mirada;
use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::fecha::{fin_de_mes, inicio_del_mes_siguiente};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{EntradaCotizar, Modalidad, ejecutar_cotizar};
use ventanilla_reglas::politica::Politicas;

/// How many stretches a line has.
const TRAMOS: i64 = 48;

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

impl Serie {
    /// What the month costs on a base, between two points of the line in proportion: for people to read, it enters no
    /// amount. `None` before the line begins.
    pub fn costo_en(&self, base: Importe) -> Option<Importe> {
        let despues = self.puntos.iter().position(|p| p.0 >= base)?;
        let (b, cb) = self.puntos[despues];
        if b == base || despues == 0 {
            return (b == base).then_some(cb);
        }
        let (a, ca) = self.puntos[despues - 1];
        let tramo = (b.centavos() - a.centavos()).max(1);
        let crece = (cb.centavos() - ca.centavos()) * (base.centavos() - a.centavos()) / tramo;
        Some(Importe::de_centavos(ca.centavos() + crece))
    }
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
    series.iter().any(|s| !s.plana).then_some(Curva {
        mes,
        desde: escala.desde,
        hasta: escala.hasta,
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
    fn bases(self, desde: Importe) -> impl Iterator<Item = Importe> {
        let (a, b) = (desde.centavos(), self.hasta.centavos());
        (0..=TRAMOS).map(move |i| Importe::de_centavos(a + (b - a) * i / TRAMOS))
    }
}

fn serie(m: &Mirada<'_>, comparada: &Comparada, escala: Escala) -> Option<Serie> {
    let modalidad = comparada.opcion.modalidad;
    let nombre = comparada.opcion.nombre.clone();
    if matches!(modalidad, Modalidad::Pti | Modalidad::M40) {
        let minimo = entrada(m, modalidad, escala.mes)
            .and_then(|e| e.ultimo_sbc)
            .map_or(escala.desde, |ultimo| ultimo.max(escala.desde).min(escala.hasta));
        let punto = |base: Importe| Some((base, un_mes(m.normativa, modalidad, m, escala.mes, base)?));
        let puntos: Option<Vec<_>> = escala.bases(minimo).map(punto).collect();
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

fn un_mes(
    normativa: &Normativa,
    modalidad: Modalidad,
    m: &Mirada<'_>,
    mes: NaiveDate,
    base: Importe,
) -> Option<Importe> {
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
            clase: Some(super::costo::clase(m)),
            infonavit: Some(false),
            ..nueva
        }
    } else {
        EntradaCotizar {
            sbc: Some(base),
            ..nueva
        }
    };
    ejecutar_cotizar(normativa, entrada).ok().map(|salida| salida.total)
}
