//! The rules on the rows of an emission. There is no formula here: rows become the rules' renglones.

use crate::emitido::{Cifras, Hoja, Renglon};
use chrono::{Days, NaiveDate};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{self, Calculo, Incidencia, Patron, Periodo, Segmento, TipoDeIncidencia, Trabajador};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::{Nodo, Silencio, Voz};
use ventanilla_reglas::politica::Politicas;

/// The period of a sheet: its month, or the bimestre that ends in it.
pub fn periodo(hoja: Hoja, anio: i32, mes: u32) -> Periodo {
    match hoja {
        Hoja::Ema => Periodo::mes(anio, mes),
        Hoja::Eba => Periodo::bimestre(anio, mes.div_ceil(2)),
    }
}

/// The rules made ready for a sheet.
///
/// # Errors
/// As [`Calculo::preparar`].
pub fn preparar(
    normativa: &Normativa,
    hoja: Hoja,
    (anio, mes): (i32, u32),
    patron: &Patron,
    politicas: &Politicas,
) -> Result<Calculo, Vec<Hallazgo>> {
    cuotas::preparar_solo(normativa, patron, &periodo(hoja, anio, mes), politicas.clone())
}

/// Days in a row at one salary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tirada {
    /// First day.
    pub desde: NaiveDate,
    /// Last day.
    pub hasta: NaiveDate,
    /// Daily salary, cents.
    pub sbc: i64,
}

impl Tirada {
    /// Natural days.
    pub fn dias(&self) -> u32 {
        cuotas::dias_entre(self.desde, self.hasta)
    }
}

/// Which days the rows are of. A date is the first day of its row when the days reach from there to the end of the period
/// or to the next row; it is the last one when they end there (a baja). Rows without a date follow one another.
///
/// The second value is false when a row had no date and does not fill what was left, so that its days were assumed.
pub fn colocar(renglones: &[&Renglon], inicio: NaiveDate, fin: NaiveDate) -> (Vec<Tirada>, bool) {
    let vivos: Vec<&&Renglon> = renglones.iter().filter(|r| r.dias > 0).collect();
    let (mut tiradas, mut seguro, mut libre) = (Vec::with_capacity(vivos.len()), true, inicio);
    for (i, renglon) in vivos.iter().enumerate() {
        let ultimo = |desde: NaiveDate| mas(desde, renglon.dias - 1);
        let siguiente = vivos.get(i + 1).and_then(|r| r.fecha);
        let en_fecha = renglon.fecha.filter(|f| *f >= libre && *f <= fin).filter(|f| {
            ultimo(*f) == fin
                || siguiente.is_some_and(|s| mas(*f, renglon.dias) == s)
                || (ultimo(libre) != *f && ultimo(*f) <= fin)
        });
        let desde = en_fecha.unwrap_or(libre);
        let hasta = ultimo(desde);
        let termina_ahi = renglon.fecha == Some(hasta);
        seguro &= en_fecha.is_some() || termina_ahi || i + 1 < vivos.len() || hasta == fin;
        tiradas.push(Tirada {
            desde,
            hasta,
            sbc: renglon.sbc,
        });
        libre = mas(hasta, 1);
    }
    if tiradas.iter().any(|t| t.hasta > fin) {
        // the dates do not hold together: one row after another
        let mut libre = inicio;
        for (tirada, renglon) in tiradas.iter_mut().zip(&vivos) {
            (tirada.desde, tirada.hasta) = (libre, mas(libre, renglon.dias - 1));
            libre = mas(tirada.hasta, 1);
        }
        seguro = false;
    }
    (tiradas, seguro)
}

/// A day some days later.
pub fn mas(dia: NaiveDate, dias: u32) -> NaiveDate {
    dia.checked_add_days(Days::new(u64::from(dias))).unwrap_or(dia)
}

fn renglon_de(tirada: &Tirada) -> cuotas::Renglon {
    cuotas::Renglon {
        desde: Some(Fecha(tirada.desde)),
        hasta: Some(Fecha(tirada.hasta)),
        sbc: Importe::de_centavos(tirada.sbc),
        ..cuotas::Renglon::default()
    }
}

/// The rules' worker of some stretches of days.
pub fn de_tiradas(tiradas: &[Tirada]) -> Trabajador {
    Trabajador {
        renglones: tiradas.iter().map(renglon_de).collect(),
        ..Trabajador::default()
    }
}

/// The rules' worker of the rows, and whether their days were assumed. Where nothing changes in the period only the days
/// matter, not which ones they are.
pub fn de_renglones(calculo: &Calculo, renglones: &[&Renglon]) -> (Trabajador, bool) {
    if calculo.tramos.len() > 1 {
        let (tiradas, seguro) = colocar(renglones, calculo.lapso.desde, calculo.lapso.hasta);
        return (de_tiradas(&tiradas), !seguro);
    }
    let vivos = renglones.iter().filter(|r| r.dias > 0);
    let trabajador = Trabajador {
        renglones: vivos
            .map(|r| cuotas::Renglon {
                sbc: Importe::de_centavos(r.sbc),
                dias: Some(r.dias),
                ..cuotas::Renglon::default()
            })
            .collect(),
        ..Trabajador::default()
    };
    (trabajador, false)
}

/// The figures of a worker; zero when it has no days.
///
/// # Errors
/// What the rules find wrong, in words.
pub fn cifras(calculo: &Calculo, trabajador: &Trabajador) -> Result<Cifras, String> {
    if trabajador.renglones.is_empty() && trabajador.sbc.is_none() {
        return Ok(Cifras::default());
    }
    let resultado = calculo.trabajador(trabajador, &mut Silencio);
    resultado.importes.map(|i| i.figuras).ok_or_else(|| {
        let primero = resultado.hallazgos.iter().find(|h| h.es_error());
        primero.map(|h| h.mensaje.clone()).unwrap_or_default()
    })
}

/// The memoria of the figures of some rows.
pub fn explicar(calculo: &Calculo, renglones: &[&Renglon]) -> Vec<Nodo> {
    let (trabajador, _) = de_renglones(calculo, renglones);
    if trabajador.renglones.is_empty() {
        return Vec::new();
    }
    let mut voz = Voz::default();
    calculo.trabajador(&trabajador, &mut voz);
    voz.pasos
}

/// The rules' worker of a payroll's segments without incidences, or with its absences alone.
pub fn de_segmentos(calculo: &Calculo, segmentos: &[Segmento], con_ausentismo: bool) -> Trabajador {
    let faltas = |s: &Segmento| if con_ausentismo { s.ausentismo } else { 0 };
    let corto = calculo.tramos.len() == 1;
    let renglon = |s: &Segmento| {
        let mut renglon = cuotas::Renglon {
            sbc: s.sbc,
            ..cuotas::Renglon::default()
        };
        match s.fechas.filter(|_| !corto) {
            Some((desde, hasta)) => {
                (renglon.desde, renglon.hasta) = (Some(Fecha(desde)), Some(Fecha(hasta)));
                renglon.incidencias = (faltas(s) > 0)
                    .then_some(Incidencia {
                        tipo: TipoDeIncidencia::Ausentismo,
                        desde: Fecha(desde),
                        dias: faltas(s),
                    })
                    .into_iter()
                    .collect();
            }
            None => {
                renglon.dias = Some(s.dias);
                renglon.ausentismo = (faltas(s) > 0).then(|| faltas(s));
            }
        }
        renglon
    };
    Trabajador {
        renglones: segmentos.iter().filter(|s| s.dias > 0).map(renglon).collect(),
        ..Trabajador::default()
    }
}

/// The days of a payroll's segments. One without dates is at the beginning of what is left.
pub fn tiradas_de_segmentos(segmentos: &[Segmento], inicio: NaiveDate) -> Vec<Tirada> {
    let mut libre = inicio;
    let mut tiradas = Vec::with_capacity(segmentos.len());
    for segmento in segmentos.iter().filter(|s| s.dias > 0) {
        let (desde, hasta) = segmento.fechas.unwrap_or((libre, mas(libre, segmento.dias - 1)));
        tiradas.push(Tirada {
            desde,
            hasta,
            sbc: segmento.sbc.centavos(),
        });
        libre = mas(hasta, 1);
    }
    tiradas
}
