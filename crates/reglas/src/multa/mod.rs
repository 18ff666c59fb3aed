//! The range of a fine (LSS 304-A and 304-B), in UMA and in pesos. The amount within it is the Institute's to decide
//! (RACERF 183 to 186); here only its two ends are known.

mod entrada;
mod operacion;

pub use entrada::{Articulo, Entrada, Multa, Reincidencia, Salida};
pub use operacion::ejecutar;

use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::Regla;
use crate::politica::Politica;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;
use ventanilla_normativa::{Fila, Tabla};

/// Between what amounts a fine lies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rango {
    /// Lowest fine, pesos.
    pub minimo: Importe,
    /// Highest fine, pesos.
    pub maximo: Importe,
    /// The same, in UMA: `20-350`.
    pub rango_uma: String,
    /// Daily UMA it is measured with, pesos.
    pub uma: String,
    /// What it comes to if it is paid within fifteen working days (RACERF 189).
    pub con_reduccion: Reducida,
    /// What is punished.
    pub conducta: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// A fine less the reduction for prompt payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reducida {
    /// Lowest, pesos.
    pub minimo: Importe,
    /// Highest, pesos.
    pub maximo: Importe,
}

/// The figures of a fine, as the registry of each subject calls them.
pub(crate) struct Figuras {
    pub minima: &'static Regla,
    pub maxima: &'static Regla,
    pub minima_reducida: &'static Regla,
    pub maxima_reducida: &'static Regla,
}

/// Day whose UMA measures the fine: the one after the deadline or, under the política `uma_de_la_multa`, that of the late
/// filing. Notes the política when both have different UMA.
pub(crate) fn dia_de_la_uma(consulta: &mut Consulta<'_>, vence: NaiveDate, presentacion: NaiveDate) -> NaiveDate {
    let infraccion = vence.succ_opt().unwrap_or(vence);
    let valor = |dia| consulta.normativa().vigente(Tabla::Uma, "", dia).ok().map(|f| f.valor);
    if valor(infraccion) != valor(presentacion) {
        consulta.importa(Politica::UmaDeLaMulta);
    }
    if consulta.politicas.es(Politica::UmaDeLaMulta, "presentacion") {
        presentacion
    } else {
        infraccion
    }
}

/// The range of the fine of `fraccion` (`304-A XV`) with the UMA of `fecha`, and its explanation if `escribe`.
///
/// # Errors
/// `normativa.fuera_de_vigencia` when no UMA or no such fraction is in force that day.
pub(crate) fn rango(
    consulta: &mut Consulta<'_>,
    figuras: &Figuras,
    fraccion: &str,
    fecha: NaiveDate,
    escribe: bool,
) -> Result<(Rango, Vec<Nodo>), Hallazgo> {
    let mut fila = |tabla, clave: &str| {
        let hallada = consulta.vigente(tabla, clave, fecha);
        hallada.map_err(|error| fuera_de_vigencia(&error, ""))
    };
    let uma = fila(Tabla::Uma, "")?;
    let veces = [
        fila(Tabla::Sanciones, &format!("{fraccion} minimo"))?,
        fila(Tabla::Sanciones, &format!("{fraccion} maximo"))?,
    ];
    let reduccion = fila(Tabla::Sanciones, "reduccion_pago_oportuno")?;
    let extremo = |completa, reducida, veces| extremo(Pluma { escribe }, [completa, reducida], uma, veces, reduccion);
    // Values of the tables are bounded: the products always fit.
    let minimo = extremo(figuras.minima, figuras.minima_reducida, veces[0]).unwrap_or_default();
    let maximo = extremo(figuras.maxima, figuras.maxima_reducida, veces[1]).unwrap_or_default();
    let rango = Rango {
        minimo: minimo.completa,
        maximo: maximo.completa,
        rango_uma: format!("{}-{}", veces[0].valor, veces[1].valor),
        uma: uma.valor.to_string(),
        con_reduccion: Reducida {
            minimo: minimo.reducida,
            maximo: maximo.reducida,
        },
        conducta: veces[0].nota.to_string(),
        fundamento: veces[0].articulos(),
    };
    Ok((rango, minimo.nodos.into_iter().chain(maximo.nodos).collect()))
}

#[derive(Default)]
struct Extremo {
    completa: Importe,
    reducida: Importe,
    nodos: Vec<Nodo>,
}

/// What is left to pay of each peso after the reduction.
fn queda(reduccion: &Fila) -> Decimal {
    Decimal::ONE - fraccion(reduccion.valor).min(Decimal::ONE)
}

fn extremo(
    pluma: Pluma,
    [regla, regla_reducida]: [&'static Regla; 2],
    uma: &Fila,
    veces: &Fila,
    reduccion: &Fila,
) -> Option<Extremo> {
    let redondeo = Some(Redondeo::CentavosMitadArriba);
    let paso = |regla, entradas: &[Entra<'_>]| pluma.paso(regla, Operacion::Producto, redondeo, entradas);
    let por_uma = [
        Entra::Fila("UMA", uma.valor, uma),
        Entra::Fila("veces", veces.valor, veces),
    ];
    let completa = paso(regla, &por_uma)?;
    let menos = [
        Entra::Paso("multa", &completa),
        Entra::Fila("parte que se paga", queda(reduccion), reduccion),
    ];
    let reducida = paso(regla_reducida, &menos)?;
    let importe = |cifra: &Cifra| Importe::redondeado(cifra.valor);
    Some(Extremo {
        completa: importe(&completa),
        reducida: importe(&reducida),
        nodos: reducida.nodo.into_iter().collect(),
    })
}
