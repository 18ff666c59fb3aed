//! The annual schemes 35, 43 and 44, and the domestic work of 34: twelve months with the UMA and the minimum wage of the
//! day of the contract (LSS 224, 227 and 228 before 2023-12-02; RACERF 77).

use super::super::constante::{dias_antes, entero};
use super::super::modalidad::Modalidad;
use super::super::renovacion::ventana;
use super::entrada::{EntradaCotizar, Periodicidad};
use super::independiente::Base;
use super::mes::{MesCalculado, MesPreparado, Reglas, Seguros, meses_entre, sin_repetir};
use super::salida::{Cotizado, Pago};
use super::supuesto::fin_de;
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::cuotas::Area;
use crate::fecha::{Fecha, inicio_del_mes_siguiente};
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa};
use crate::memoria::Nodo;
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::plazo::habil_anterior;
use crate::prima::{Clase, media};
use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Normativa, Tabla};

/// The days that are paid for, and the day whose UMA and wage rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vigencia {
    pub contrato: NaiveDate,
    pub inicio: NaiveDate,
    pub fin: NaiveDate,
}

impl Vigencia {
    /// # Errors
    /// `incorporacion.inicio_dia_uno`, `incorporacion.contratacion`, `incorporacion.meses`.
    pub(super) fn leer(normativa: &Normativa, entrada: &EntradaCotizar) -> Resultado<Self> {
        let inicio = inicio(entrada)?;
        let contrato = entrada.contratacion.map_or_else(|| dias_antes(inicio, 1), |f| f.0);
        if contrato >= inicio {
            let datos = [("contratacion", contrato.to_string()), ("inicio", inicio.to_string())];
            return Err(vec![Hallazgo::con(&mensaje::CONTRATACION, "contratacion", &datos)]);
        }
        let hallada = normativa.vigente(Tabla::Incorporacion, "vigencia_meses", contrato);
        let fila = hallada.map_err(|error| vec![fuera_de_vigencia(&error, "inicio")])?;
        let maximo = fila.valor.to_u32().unwrap_or_default();
        let meses = entrada.meses.unwrap_or(maximo);
        if meses == 0 || meses > maximo {
            let datos = [("meses", meses.to_string()), ("maximo", maximo.to_string())];
            return Err(vec![Hallazgo::con(&mensaje::MESES, "meses", &datos)]);
        }
        Ok(Self {
            contrato,
            inicio,
            fin: fin_de(inicio, meses),
        })
    }
}

/// First day covered, which is the first of a month (RACERF 77, 103).
///
/// # Errors
/// `incorporacion.inicio_dia_uno`.
pub(super) fn inicio(entrada: &EntradaCotizar) -> Resultado<NaiveDate> {
    let inicio = entrada.inicio.ok_or_else(|| vec![entrada.falta("inicio")])?.0;
    if inicio.day() == 1 {
        return Ok(inicio);
    }
    let datos = [
        ("inicio", inicio.to_string()),
        ("propuesto", inicio_del_mes_siguiente(inicio).to_string()),
    ];
    Err(vec![Hallazgo::con(&mensaje::INICIO_DIA_UNO, "inicio", &datos)])
}

pub(super) fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    let vigencia = Vigencia::leer(consulta.normativa(), entrada)?;
    let mut hallazgos = amparo(consulta, entrada.modalidad, vigencia.contrato)?;
    let bimestral = periodicidad(entrada)?;
    let hogar = entrada.modalidad == Modalidad::M34;
    let prima = media(consulta, Clase::I, vigencia.contrato).map_err(|h| vec![h.en("inicio")])?;
    let reglas = Reglas {
        area: Area::General,
        prima: Tasa::leer(&prima.valor.to_string()).filter(|_| hogar),
        seguros: if hogar { Seguros::AnualHogar } else { Seguros::Anual },
        escribe: entrada.memoria,
    };
    let mut meses = Vec::new();
    for parte in meses_entre(vigencia.inicio, vigencia.fin) {
        let mes = MesPreparado::nuevo(consulta, parte, reglas, "inicio")?;
        let (sbc, nodo) = base(entrada.sbc.filter(|_| hogar), &mes, &mut hallazgos)?;
        let mut calculado = mes.calcular(consulta, sbc)?;
        calculado.de_la_base.extend(nodo);
        meses.push(calculado);
    }
    sin_repetir(&mut hallazgos);
    let pagos = pagos(consulta, &meses, bimestral).map_err(|h| vec![h])?;
    let renovacion = if hogar {
        None
    } else {
        let ventana = ventana(consulta, entrada.modalidad, vigencia.fin).map_err(|h| vec![h.en("inicio")])?;
        Some(ventana.into())
    };
    Ok(Cotizado {
        pagos,
        renovacion,
        hallazgos,
        ..Cotizado::de_meses(meses)
    })
}

/// The real salary in domestic work, held to the limits of the law; the minimum wage in the others.
fn base(sbc: Option<Importe>, mes: &MesPreparado, hallazgos: &mut Vec<Hallazgo>) -> Resultado<(Importe, Option<Nodo>)> {
    let Some(sbc) = sbc else {
        return Ok((mes.piso(), None));
    };
    let base = Base {
        mes,
        pluma: mes.pluma(),
        campo: "sbc",
    };
    let salario = base.pluma.dato(&mensaje::SALARIO_INTEGRADO, sbc.decimal());
    base.limitar(salario, hallazgos)
}

/// What the law says of contracting it that day: the annual schemes are computed with a warning, the domestic one is over.
fn amparo(consulta: &mut Consulta<'_>, modalidad: Modalidad, contrato: NaiveDate) -> Resultado<Vec<Hallazgo>> {
    let ficha = modalidad.ficha(consulta, contrato).map_err(|h| vec![h.en("inicio")])?;
    if ficha.amparada() {
        return Ok(Vec::new());
    }
    if modalidad == Modalidad::M34 {
        let datos = [("hasta", dias_antes(ficha.fila.desde, 1).to_string())];
        return Err(vec![Hallazgo::con(&mensaje::YA_NO_EXISTE, "inicio", &datos)]);
    }
    let datos = [("desde", ficha.fila.desde.to_string())];
    Ok(vec![Hallazgo::con(&mensaje::IVRO_CONFLICTO, "modalidad", &datos)])
}

/// Whether it is paid by bimestre.
fn periodicidad(entrada: &EntradaCotizar) -> Resultado<bool> {
    match entrada.periodicidad {
        None | Some(Periodicidad::Anual) => Ok(false),
        Some(Periodicidad::Bimestral) => Ok(true),
        Some(_) => {
            let datos = [
                ("modalidad", entrada.modalidad.clave().to_owned()),
                ("opciones", "anual o bimestral".to_owned()),
            ];
            Err(vec![Hallazgo::con(&mensaje::PERIODICIDAD, "periodicidad", &datos)])
        }
    }
}

/// One payment, or one each calendar bimestre: who begins in an even month pays that one alone first.
fn pagos(consulta: &mut Consulta<'_>, meses: &[MesCalculado], bimestral: bool) -> Result<Vec<Pago>, Hallazgo> {
    let mut pagos: Vec<Pago> = Vec::new();
    for mes in meses {
        let empieza = pagos.is_empty() || bimestral && mes.desde.month() % 2 == 1;
        match pagos.last_mut().filter(|_| !empieza) {
            Some(pago) => {
                pago.hasta = Fecha(mes.hasta);
                pago.importe += mes.total;
            }
            None => pagos.push(pago_adelantado(consulta, (mes.desde, mes.hasta), mes.total)?),
        }
    }
    Ok(pagos)
}

/// A payment that is made before the first day it covers, on a working day.
///
/// # Errors
/// `normativa.fuera_de_vigencia`, at `inicio`.
pub(super) fn pago_adelantado(
    consulta: &mut Consulta<'_>,
    (desde, hasta): (NaiveDate, NaiveDate),
    importe: Importe,
) -> Result<Pago, Hallazgo> {
    let vence = habil_anterior(consulta, desde).map_err(|h| h.en("inicio"))?;
    Ok(Pago {
        vence: Fecha(vence),
        desde: Fecha(desde),
        hasta: Fecha(hasta),
        importe,
    })
}

/// Months that a paid year has on `fecha`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`, at `inicio`.
pub(super) fn meses_de_vigencia(consulta: &mut Consulta<'_>, fecha: NaiveDate) -> Result<u32, Hallazgo> {
    entero(consulta, "vigencia_meses", fecha).map_err(|h| h.en("inicio"))
}
