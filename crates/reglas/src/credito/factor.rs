//! The factor of actualización (CFF 17-A): the INPC of the month before the payment over that of the month before the
//! due date, cut to four decimals, never below one.

use super::inpc::{self, InpcDado, InpcUsado, Par};
use super::{CENTAVOS, constante, no_cabe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::memoria::Operacion;
use crate::mensajes::credito as mensaje;
use crate::politica::Politica;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::Fila;

/// The factor, and where it comes from.
pub(super) struct Factor {
    pub cifra: Cifra,
    pub antiguo: Option<InpcUsado>,
    pub reciente: Option<InpcUsado>,
    pub estimado: bool,
}

/// A factor of one, that needs no index.
pub(super) fn uno(pluma: Pluma) -> Option<Factor> {
    Some(Factor {
        cifra: pluma.dato(&mensaje::FACTOR, Decimal::new(10_000, 4))?,
        antiguo: None,
        reciente: None,
        estimado: false,
    })
}

/// The factor from `vencimiento` to `pago`, for an amount of `importe` pesos (which only decides whether the way of
/// cutting it mattered).
///
/// # Errors
/// `inpc.no_cargado`, `credito.tamano`, `normativa.fuera_de_vigencia`.
pub(super) fn factor(
    consulta: &mut Consulta<'_>,
    (vencimiento, pago): (NaiveDate, NaiveDate),
    importe: Decimal,
    dado: &InpcDado,
    (pluma, hallazgos): (Pluma, &mut Vec<Hallazgo>),
) -> Result<Factor, Hallazgo> {
    let Some(meses) = inpc::meses(consulta, vencimiento, pago)? else {
        return uno(pluma).ok_or_else(|| no_cabe("importe"));
    };
    let par = inpc::par(consulta, dado, meses, hallazgos)?;
    let minimo = constante(consulta, "factor_minimo", pago)?;
    let [truncado, redondeado] = [Redondeo::DiezmilesimoTruncado, Redondeo::DiezmilesimoMitadArriba]
        .map(|redondeo| calcular(&par, minimo, redondeo, pluma));
    let (truncado, redondeado) = truncado.zip(redondeado).ok_or_else(|| no_cabe("inpc"))?;
    if pesa(&truncado, importe) != pesa(&redondeado, importe) {
        consulta.importa(Politica::FactorActualizacion);
    }
    let redondea = consulta.politicas.es(Politica::FactorActualizacion, "redondear");
    Ok(Factor {
        cifra: if redondea { redondeado } else { truncado },
        antiguo: Some(par.antiguo.usado()),
        reciente: Some(par.reciente.usado()),
        estimado: par.estimado,
    })
}

/// What `importe` comes to, in cents.
fn pesa(factor: &Cifra, importe: Decimal) -> Option<Decimal> {
    let producto = factor.valor.checked_mul(importe)?;
    CENTAVOS.map(|redondeo| redondeo.aplicar(producto))
}

fn calcular(par: &Par<'_>, minimo: &Fila, redondeo: Redondeo, pluma: Pluma) -> Option<Cifra> {
    let entradas = [
        Entra::quiza_fila("INPC del mes anterior al pago", par.reciente.valor, par.reciente.fila),
        Entra::quiza_fila(
            "INPC del mes anterior al vencimiento",
            par.antiguo.valor,
            par.antiguo.fila,
        ),
    ];
    let mut cociente = pluma.paso(&mensaje::COCIENTE, Operacion::Cociente, Some(redondeo), &entradas)?;
    let meses = format!(
        "{} entre {}",
        par.reciente.mes.en_palabras(),
        par.antiguo.mes.en_palabras()
    );
    cociente.nodo = cociente.nodo.map(|nodo| nodo.precisando(&meses));
    let entradas = [Entra::Paso("cociente", &cociente), Entra::de("mínimo", minimo)];
    pluma.paso(&mensaje::FACTOR, Operacion::Maximo, Some(redondeo), &entradas)
}
