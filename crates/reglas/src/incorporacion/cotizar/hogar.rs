//! Domestic work (LSS 239-A to 239-H): obligatory, and it is the Institute that determines the fee. What is computed here
//! is an orientation: the real factor of integration (LSS 239-G) is not established.

use super::continuacion::mes;
use super::entrada::EntradaCotizar;
use super::independiente::Base;
use super::mes::{MesPreparado, Reglas, Seguros};
use super::salida::{Cotizado, Pago};
use crate::cifra::Entra;
use crate::consulta::Consulta;
use crate::cuotas::{Area, Lapso, vencimiento};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::prima::{Clase, media};
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(super) fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    let lapso = mes(entrada)?;
    let hasta = ultimo_dia(entrada, &lapso)?;
    let ficha = entrada.modalidad.ficha(consulta, lapso.desde);
    let obligatorio = ficha.map_err(|h| vec![h.en("mes")])?.amparada();
    let prima = media(consulta, Clase::I, lapso.desde).map_err(|h| vec![h.en("mes")])?;
    let reglas = Reglas {
        area: Area::General,
        prima: Tasa::leer(&prima.valor.to_string()),
        seguros: Seguros::Todos { infonavit: false },
        escribe: entrada.memoria,
    };
    let preparado = MesPreparado::nuevo(consulta, (lapso.desde, hasta), reglas, "mes")?;
    let mut hallazgos = Vec::new();
    let (sbc, nodo) = base(entrada, &preparado, &mut hallazgos)?;
    if !obligatorio {
        hallazgos.push(Hallazgo::con(&mensaje::HOGAR_NO_OBLIGATORIO, "mes", &[]));
    }
    let mut calculado = preparado.calcular(consulta, sbc)?;
    calculado.de_la_base.extend(nodo);
    let minimo = cuota_minima(consulta, &lapso, reglas)?;
    let completo = calculado.total >= minimo;
    let regla = if completo {
        &mensaje::HOGAR_MES_COMPLETO
    } else {
        &mensaje::HOGAR_DIAS
    };
    hallazgos.push(Hallazgo::con(regla, "dias", &[("minimo", minimo.to_string())]));
    let vence = vencimiento(consulta, &lapso).map_err(|h| vec![h.en("mes")])?.fecha;
    let pago = Pago {
        vence: Fecha(vence),
        desde: Fecha(lapso.desde),
        hasta: Fecha(hasta),
        importe: calculado.total,
    };
    Ok(Cotizado {
        cobertura: (lapso.desde, if completo { lapso.hasta } else { hasta }),
        pagos: vec![pago],
        orientativo: true,
        hallazgos,
        ..Cotizado::de_meses(vec![calculado])
    })
}

/// The daily wage with the factor of integration that was given, or none, held to the limits of the law.
fn base(
    entrada: &EntradaCotizar,
    mes: &MesPreparado,
    hallazgos: &mut Vec<Hallazgo>,
) -> Resultado<(Importe, Option<Nodo>)> {
    let salario = entrada.salario_diario;
    let salario = salario.ok_or_else(|| vec![entrada.falta("salario_diario")])?;
    let factor = entrada.factor.map_or(Decimal::ONE, |f| f.decimal()).max(Decimal::ONE);
    let datos = [("factor", factor.to_string())];
    hallazgos.push(Hallazgo::con(&mensaje::HOGAR_ORIENTATIVO, "", &datos));
    let entradas = [
        Entra::Dato("salario diario", salario.decimal()),
        Entra::Dato("factor", factor),
    ];
    let base = Base {
        mes,
        pluma: mes.pluma(),
        campo: "salario_diario",
    };
    let centavos = Some(Redondeo::CentavosMitadArriba);
    let integrado = base
        .pluma
        .paso(&mensaje::SALARIO_INTEGRADO, Operacion::Producto, centavos, &entradas);
    base.limitar(integrado, hallazgos)
}

/// The days worked are counted as the first ones of the month: within it nothing changes.
fn ultimo_dia(entrada: &EntradaCotizar, lapso: &Lapso) -> Resultado<NaiveDate> {
    let maximo = lapso.dias();
    let dias = entrada.dias.unwrap_or(maximo);
    if dias == 0 || dias > maximo {
        let datos = [("dias", dias.to_string()), ("maximo", maximo.to_string())];
        return Err(vec![Hallazgo::con(&mensaje::DIAS, "dias", &datos)]);
    }
    Ok(super::super::constante::dias_despues(lapso.desde, dias - 1))
}

/// What the minimum wage of the whole month comes to: whoever pays that much is covered all of it (LSS 239-C VII, VIII).
fn cuota_minima(consulta: &mut Consulta<'_>, lapso: &Lapso, reglas: Reglas) -> Resultado<Importe> {
    let reglas = Reglas {
        escribe: false,
        ..reglas
    };
    let mes = MesPreparado::nuevo(consulta, (lapso.desde, lapso.hasta), reglas, "mes")?;
    Ok(mes.calcular(consulta, mes.piso())?.total)
}
