//! Independent workers (LSS 13 I): every insurance, on the income that they report, paid ahead by month, bimestre, half
//! year or year (LSS 224, 227 I, 228 II).

use super::super::constante::{dias_antes, entero};
use super::continuacion::mes;
use super::entrada::{EntradaCotizar, Periodicidad};
use super::mes::{MesCalculado, MesPreparado, Reglas, Seguros, meses_entre, sin_repetir};
use super::no_cabe;
use super::salida::{Cotizado, Pago, Renovacion};
use super::supuesto::fin_de;
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::Consulta;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::plazo::vencimiento_de_pago;
use crate::prima::media;
use crate::redondeo::Redondeo;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// The months paid for.
pub(super) struct Lapso {
    pub inicio: NaiveDate,
    pub fin: NaiveDate,
}

impl Lapso {
    pub(super) fn leer(entrada: &EntradaCotizar) -> Resultado<Self> {
        let inicio = mes(entrada)?.desde;
        let meses = entrada.periodicidad.unwrap_or(Periodicidad::Mensual).meses();
        Ok(Self {
            inicio,
            fin: fin_de(inicio, meses),
        })
    }
}

pub(super) fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    let lapso = Lapso::leer(entrada)?;
    let clase = entrada.clase.ok_or_else(|| vec![entrada.falta("clase")])?;
    let ingreso = entrada
        .ingreso_mensual
        .ok_or_else(|| vec![entrada.falta("ingreso_mensual")])?;
    let prima = media(consulta, clase, lapso.inicio).map_err(|h| vec![h.en("mes")])?;
    let reglas = Reglas {
        area: entrada.area.unwrap_or_default(),
        prima: Tasa::leer(&prima.valor.to_string()),
        seguros: Seguros::Todos {
            infonavit: entrada.infonavit == Some(true),
        },
        escribe: entrada.memoria,
    };
    let (mut meses, mut hallazgos) = (Vec::new(), Vec::new());
    let ficha = entrada.modalidad.ficha(consulta, lapso.inicio);
    if !ficha.map_err(|h| vec![h.en("mes")])?.amparada() {
        hallazgos.push(Hallazgo::con(&mensaje::PTI_PILOTO, "mes", &[]));
    }
    for parte in meses_entre(lapso.inicio, lapso.fin) {
        let mes = MesPreparado::nuevo(consulta, parte, reglas, "mes")?;
        meses.push(un_mes(consulta, &mes, ingreso, &mut hallazgos)?);
    }
    sin_repetir(&mut hallazgos);
    let cotizado = Cotizado::de_meses(meses);
    let (pago, renovacion, nota) = pagar(consulta, &lapso, cotizado.total()).map_err(|h| vec![h])?;
    hallazgos.push(nota);
    Ok(Cotizado {
        pagos: vec![pago],
        renovacion: Some(renovacion),
        hallazgos,
        ..cotizado
    })
}

/// The income of the month by its days, held to the limits of the law, and what is paid on it.
fn un_mes(
    consulta: &mut Consulta<'_>,
    mes: &MesPreparado,
    ingreso: Importe,
    hallazgos: &mut Vec<Hallazgo>,
) -> Resultado<MesCalculado> {
    let base = Base {
        mes,
        pluma: mes.pluma(),
        campo: "ingreso_mensual",
    };
    let entradas = [
        Entra::Dato("ingreso", ingreso.decimal()),
        Entra::Dato("días", Decimal::from(mes.dias())),
    ];
    let centavos = Some(Redondeo::CentavosMitadArriba);
    let diario = base
        .pluma
        .paso(&mensaje::INGRESO_DIARIO, Operacion::Cociente, centavos, &entradas);
    let (sbc, nodo) = base.limitar(diario, hallazgos)?;
    let mut calculado = mes.calcular(consulta, sbc)?;
    calculado.de_la_base.extend(nodo);
    Ok(calculado)
}

/// It is paid before the first day it covers; and so is the next one.
fn pagar(
    consulta: &mut Consulta<'_>,
    lapso: &Lapso,
    importe: Importe,
) -> Result<(Pago, Renovacion, Hallazgo), Hallazgo> {
    let dia = entero(consulta, "pti_dia_de_pago", lapso.inicio)?;
    let en_su_mes = |fecha: NaiveDate| fecha.with_day(dia).unwrap_or(fecha);
    let vence = vencimiento_de_pago(consulta, en_su_mes(dias_antes(lapso.inicio, 1)))?.fecha;
    let siguiente = vencimiento_de_pago(consulta, en_su_mes(lapso.fin))?.fecha;
    let pago = Pago {
        vence: Fecha(vence),
        desde: Fecha(lapso.inicio),
        hasta: Fecha(lapso.fin),
        importe,
    };
    let renovacion = Renovacion {
        desde: Fecha(lapso.fin.with_day(1).unwrap_or(lapso.fin)),
        hasta: Fecha(siguiente),
        extemporanea_hasta: None,
        efecto_desde: Fecha(super::super::constante::dias_despues(lapso.fin, 1)),
    };
    let nota = Hallazgo::con(&mensaje::PTI_PAGO, "", &[("dia", dia.to_string())]);
    Ok((pago, renovacion, nota))
}

/// Holds a daily amount between the minimum wage and the cap (LSS 28), step by step.
pub(super) struct Base<'m> {
    pub mes: &'m MesPreparado,
    pub pluma: Pluma,
    /// Field that gives the amount.
    pub campo: &'static str,
}

impl Base<'_> {
    /// The base of the month, and how it came out. `diario` is `None` when it could not be held.
    pub(super) fn limitar(
        &self,
        diario: Option<Cifra>,
        hallazgos: &mut Vec<Hallazgo>,
    ) -> Resultado<(Importe, Option<Nodo>)> {
        let (piso, tope) = (self.mes.piso(), self.mes.tope());
        let base = diario.and_then(|diario| {
            if diario.valor < piso.decimal() {
                let datos = [("mes", self.mes.nombre()), ("piso", piso.to_string())];
                hallazgos.push(Hallazgo::con(&mensaje::PISO, self.campo, &datos));
            }
            if diario.valor > tope.decimal() {
                let datos = [("mes", self.mes.nombre()), ("tope", tope.to_string())];
                hallazgos.push(Hallazgo::con(&mensaje::TOPADO, self.campo, &datos));
            }
            self.pasos(&diario)
        });
        let base = base.ok_or_else(|| no_cabe(self.campo))?;
        let sbc = Importe::de_decimal(base.valor).ok_or_else(|| no_cabe(self.campo))?;
        let nodo = base.nodo.map(|n| n.precisando(&self.mes.nombre()));
        Ok((sbc, nodo))
    }

    fn pasos(&self, diario: &Cifra) -> Option<Cifra> {
        let minimo = Entra::Dato("salario mínimo", self.mes.piso().decimal());
        let entradas = [Entra::Paso("diario", diario), minimo];
        let con_piso = self
            .pluma
            .paso(&mensaje::NO_MENOS_DEL_MINIMO, Operacion::Maximo, None, &entradas)?;
        let tramo = &self.mes.tramo().filas;
        let entradas = [Entra::de("UMA", &tramo.uma), Entra::de("veces", &tramo.tope)];
        let centavos = Some(Redondeo::CentavosMitadArriba);
        let tope = self
            .pluma
            .paso(&mensaje::TOPE, Operacion::Producto, centavos, &entradas)?;
        let entradas = [Entra::Paso("diario", &con_piso), Entra::Paso("tope", &tope)];
        self.pluma.paso(&mensaje::BASE, Operacion::Minimo, None, &entradas)
    }
}
