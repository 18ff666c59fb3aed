//! Continuación voluntaria (LSS 218): invalidez, retiro, cesantía and vejez on the last salary or a higher one, by the
//! natural days of each month, paid ahead.

use super::super::constante::{anios_despues, entero, meses_despues};
use super::entrada::EntradaCotizar;
use super::mes::{MesCalculado, MesPreparado, Reglas, Seguros, meses_entre, por_ciento, sin_repetir};
use super::salida::{Anio, Cotizado, Pago, Terminacion};
use crate::consulta::Consulta;
use crate::cuotas::{Lapso, Periodo, RANGOS};
use crate::fecha::{Fecha, fin_de_mes};
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, diezmillonesimos};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::plazo::vencimiento_de_pago;
use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::Tabla;

pub(super) fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    let (desde, hasta, campo) = periodo(consulta, entrada)?;
    let mut preparados = Vec::new();
    let reglas = Reglas {
        area: entrada.area.unwrap_or_default(),
        prima: None,
        seguros: Seguros::Pension,
        escribe: entrada.memoria,
    };
    for parte in meses_entre(desde, hasta) {
        preparados.push(MesPreparado::nuevo(consulta, parte, reglas, campo)?);
    }
    let mut hallazgos = revisar(entrada, &preparados)?;
    let mut meses = Vec::with_capacity(preparados.len());
    for mes in &preparados {
        let sbc = elegir(entrada, mes, &mut hallazgos);
        meses.push(mes.calcular(consulta, sbc)?);
    }
    sin_repetir(&mut hallazgos);
    hallazgos.extend(advertir(consulta, entrada, hasta).map_err(|h| vec![h])?);
    let mut pagos = Vec::with_capacity(meses.len());
    for mes in &meses {
        pagos.push(pago(consulta, mes).map_err(|h| vec![h])?);
    }
    let proyeccion = meses.last().map(|mes| proyectar(consulta, mes)).unwrap_or_default();
    let terminacion = terminacion(consulta, hasta).map_err(|h| vec![h])?;
    Ok(Cotizado {
        pagos,
        terminacion: Some(terminacion),
        proyeccion,
        hallazgos,
        ..Cotizado::de_meses(meses)
    })
}

/// The days, and the field that gives them.
fn periodo(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<(NaiveDate, NaiveDate, &'static str)> {
    if let (Some(desde), Some(hasta)) = (entrada.desde, entrada.hasta) {
        // At most what there is to apply in, and the year in course.
        let anios = entero(consulta, "cvro_plazo_anios", hasta.0).map_err(|h| vec![h.en("hasta")])?;
        let limite = anios_despues(desde.0, anios + 1);
        if hasta < desde || hasta.0 > limite {
            let datos = [
                ("desde", desde.to_string()),
                ("hasta", hasta.to_string()),
                ("anios", (anios + 1).to_string()),
            ];
            return Err(vec![Hallazgo::con(&mensaje::RANGO, "hasta", &datos)]);
        }
        return Ok((desde.0, hasta.0, "desde"));
    }
    let lapso = mes(entrada)?;
    Ok((lapso.desde, lapso.hasta, "mes"))
}

/// The month that `anio` and `mes` say.
pub(super) fn mes(entrada: &EntradaCotizar) -> Resultado<Lapso> {
    let periodo = Periodo {
        anio: entrada.anio,
        mes: entrada.mes,
        ..Periodo::default()
    };
    Lapso::leer(&periodo).map_err(|h| vec![h.en("mes")])
}

/// A choice above the cap of some month, or below the last salary, is an error.
fn revisar(entrada: &EntradaCotizar, meses: &[MesPreparado]) -> Resultado<Vec<Hallazgo>> {
    let Some(sbc) = entrada.sbc else {
        return Ok(Vec::new());
    };
    let mut errores = Vec::new();
    if let Some(mes) = meses.iter().min_by_key(|m| m.tope()).filter(|m| sbc > m.tope()) {
        let datos = [
            ("sbc", sbc.to_string()),
            ("mes", mes.nombre()),
            ("tope", mes.tope().to_string()),
        ];
        errores.push(Hallazgo::con(&mensaje::SBC_TOPE, "sbc", &datos));
    }
    if let Some(ultimo) = entrada.ultimo_sbc.filter(|ultimo| sbc < *ultimo) {
        let datos = [("sbc", sbc.to_string()), ("ultimo", ultimo.to_string())];
        errores.push(Hallazgo::con(&mensaje::SBC_MENOR, "sbc", &datos));
    }
    if errores.is_empty() { Ok(errores) } else { Err(errores) }
}

/// The salary of a month: the chosen one, raised to the minimum wage (RACERF 65), or the cap.
fn elegir(entrada: &EntradaCotizar, mes: &MesPreparado, hallazgos: &mut Vec<Hallazgo>) -> Importe {
    let Some(sbc) = entrada.sbc else {
        return mes.tope();
    };
    let piso = mes.piso();
    if sbc < piso {
        let datos = [("mes", mes.nombre()), ("piso", piso.to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::PISO, "sbc", &datos));
    }
    sbc.max(piso)
}

fn advertir(
    consulta: &mut Consulta<'_>,
    entrada: &EntradaCotizar,
    fecha: NaiveDate,
) -> Result<Vec<Hallazgo>, Hallazgo> {
    let mut numero = |clave| entero(consulta, clave, fecha).map(|n| n.to_string());
    let datos = [
        ("dia", numero("cvro_dia_de_pago")?),
        ("meses", numero("cvro_baja_meses")?),
        ("reingreso", numero("cvro_reingreso_meses")?),
    ];
    let mut hallazgos = vec![
        Hallazgo::con(&mensaje::CVRO_SIN_SERVICIO, "", &[]),
        Hallazgo::con(&mensaje::CVRO_BAJA, "", &datos),
    ];
    if entrada.ultimo_sbc.is_none() {
        hallazgos.push(Hallazgo::con(&mensaje::CVRO_SIN_ULTIMO, "ultimo_sbc", &[]));
    }
    Ok(hallazgos)
}

/// Each month is paid ahead, at the latest on the day of RACERF 128.
fn pago(consulta: &mut Consulta<'_>, mes: &MesCalculado) -> Result<Pago, Hallazgo> {
    let dia = entero(consulta, "cvro_dia_de_pago", mes.desde)?;
    let nominal = mes.hasta.with_day(dia).unwrap_or(mes.hasta);
    Ok(Pago {
        vence: Fecha(vencimiento_de_pago(consulta, nominal)?.fecha),
        desde: Fecha(mes.desde),
        hasta: Fecha(mes.hasta),
        importe: mes.total,
    })
}

/// When it ends if nothing more is paid after `hasta`, and until when there is a way back.
fn terminacion(consulta: &mut Consulta<'_>, hasta: NaiveDate) -> Result<Terminacion, Hallazgo> {
    let meses = entero(consulta, "cvro_baja_meses", hasta)?;
    let reingreso = entero(consulta, "cvro_reingreso_meses", hasta)?;
    // The months are those of the calendar: what was paid may end in the middle of one.
    let sin_pago = fin_de_mes(meses_despues(hasta, meses));
    Ok(Terminacion {
        sin_pago_hasta: Fecha(sin_pago),
        reingreso_hasta: Fecha(meses_despues(sin_pago, reingreso)),
    })
}

/// The percentage of each year for which the CEAV table has a column, if the salary stays in the same range.
fn proyectar(consulta: &Consulta<'_>, mes: &MesCalculado) -> Vec<Anio> {
    let normativa = consulta.normativa();
    let (tasa, rango) = mes.ceav;
    let serie = || normativa.filas(Tabla::Ceav).filter(|f| f.clave == RANGOS[rango]);
    let ultimo = serie().map(|f| f.desde.year()).max().unwrap_or_default();
    let anios = mes.hasta.year()..=ultimo.max(mes.hasta.year());
    let suma = |anio: i32| {
        let enero = NaiveDate::from_ymd_opt(anio, 1, 1)?;
        // Columns that the law already fixes: they are shown, and enter no amount.
        let fila = normativa.vigente(Tabla::Ceav, RANGOS[rango], enero).ok()?;
        let porcentaje = por_ciento(mes.tasa - tasa + diezmillonesimos(fila.valor)?);
        Some(Anio { anio, porcentaje })
    };
    anios.filter_map(suma).collect()
}
