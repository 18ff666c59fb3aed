//! The answer of `salario.integrar`.

use super::calculo::{Calculo, Datos};
use super::cuenta::Cuenta;
use super::entrada::Concepto;
use super::percepciones::{Partida, Trato};
use crate::consulta::Comun;
use crate::importe::Importe;
use crate::memoria::Nodo;
use crate::operacion::Calculada;
use crate::redondeo::Redondeo;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// An integrated salary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Integracion {
    /// Factor of integration, with ten decimals (four under the política `factor_integracion`).
    pub factor: String,
    /// Integrated daily salary, before floor and cap.
    pub sbc_sin_tope: Importe,
    /// Salario base de cotización.
    pub sbc: Importe,
    /// 25 UMA.
    pub tope: Importe,
    /// Minimum wage of the area.
    pub piso: Importe,
    /// Days of holidays that were used.
    pub dias_vacaciones: u32,
    /// What the law leaves out.
    pub exclusiones: Vec<Exclusion>,
    /// Each perception, in the order given.
    pub percepciones: Vec<PercepcionIntegrada>,
}

/// Something that the law leaves out, in whole or in part. Pesos a day, with as many decimals as it takes, from two to
/// ten.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exclusion {
    /// What it is.
    pub concepto: Concepto,
    /// The limit, in `unidad`; `null` when it is left out whole.
    pub limite: Option<String>,
    /// `pesos_diarios`, or `horas_en_el_periodo`.
    pub unidad: &'static str,
    /// What is left out.
    pub excluido: String,
    /// What integrates.
    pub integra: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

/// A perception and what of it integrates. Pesos a day, with as many decimals as it takes, from two to ten.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PercepcionIntegrada {
    /// What it is.
    pub concepto: Concepto,
    /// What is paid, or what the law estimates for food and lodging.
    pub diario: String,
    /// What integrates.
    pub integra: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

/// Answer of the operation `salario.integrar`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// The salary.
    #[serde(flatten)]
    pub integracion: Integracion,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for Salida {}

/// The figures as the contract writes them.
pub(super) fn describir(datos: &Datos<'_>, calculo: &Calculo) -> Integracion {
    let cuentas = || datos.partidas.iter().zip(&calculo.cuentas);
    Integracion {
        factor: calculo.factor.valor.to_string(),
        sbc_sin_tope: Importe::redondeado(calculo.sin_tope.valor),
        sbc: Importe::redondeado(calculo.limites.sbc.valor),
        tope: Importe::redondeado(calculo.limites.tope.valor),
        piso: Importe::redondeado(calculo.limites.piso.valor),
        dias_vacaciones: datos.prestaciones.vacaciones.valor.to_u32().unwrap_or_default(),
        exclusiones: cuentas().filter_map(|(p, c)| excluir(p, c, calculo.comun)).collect(),
        percepciones: cuentas().map(|(p, c)| integrar(p, c, calculo.comun)).collect(),
    }
}

fn integrar(partida: &Partida<'_>, cuenta: &Cuenta, comun: u64) -> PercepcionIntegrada {
    PercepcionIntegrada {
        concepto: partida.concepto,
        diario: diario(cuenta.pagado, comun),
        integra: diario(cuenta.integra.valor, comun),
        fundamento: partida.concepto.fundamento(),
    }
}

fn excluir(partida: &Partida<'_>, cuenta: &Cuenta, comun: u64) -> Option<Exclusion> {
    let excluido = cuenta.pagado - cuenta.integra.valor;
    if excluido <= Decimal::ZERO {
        return None;
    }
    let (limite, unidad) = match partida.trato {
        Trato::SobreHoras { semanal, .. } => {
            let margen = semanal * Decimal::from(partida.periodo);
            (Some(diario(margen, 7)), "horas_en_el_periodo")
        }
        _ => (cuenta.limite.map(|limite| diario(limite, comun)), "pesos_diarios"),
    };
    Some(Exclusion {
        concepto: partida.concepto,
        limite,
        unidad,
        excluido: diario(excluido, comun),
        integra: diario(cuenta.integra.valor, comun),
        fundamento: partida.concepto.fundamento(),
    })
}

/// An accumulated amount by day, with as many decimals as it takes, from two to ten.
pub(super) fn diario(acumulado: Decimal, dias: u64) -> String {
    let exacto = acumulado / Decimal::from(dias.max(1));
    let mut valor = Redondeo::DiezDecimales.aplicar(exacto).normalize();
    if valor.scale() < 2 {
        valor.rescale(2);
    }
    valor.to_string()
}
