//! What collecting a credit by force costs the debtor, each diligencia (CFF 150, RCFF 95, LSS 291).

use super::{CENTAVOS, importe, no_cabe};
use crate::cifra::{Entra, Pluma};
use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::capital as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// What is done in a diligencia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Acto {
    /// The debtor is asked to pay.
    Requerimiento,
    /// Goods are seized.
    Embargo,
    /// They are sold or awarded.
    Remate,
}

/// Input of the operation `gastos_ejecucion`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaGastos {
    /// Day of the diligencia.
    pub diligencia: Fecha,
    /// The credit, pesos.
    pub credito: Importe,
    /// What is done that day; a requerimiento if absent. Requerimiento and embargo on the same day are one diligencia.
    #[serde(default)]
    pub actos: Vec<Acto>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `gastos_ejecucion`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaGastos {
    /// What one diligencia costs, pesos.
    pub gasto: Importe,
    /// How many are charged.
    pub diligencias: u32,
    /// What all of them cost, pesos.
    pub total: Importe,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaGastos {}

/// The operation `gastos_ejecucion`.
///
/// # Errors
/// `gastos_ejecucion.sin_credito`, `normativa.fuera_de_vigencia`, `credito.tamano`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaGastos) -> Resultado<SalidaGastos> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    calcular(&mut consulta, &entrada)
        .map_err(|error| vec![error])
        .map(|(cuenta, hallazgos)| SalidaGastos {
            gasto: cuenta.gasto,
            diligencias: cuenta.diligencias,
            total: cuenta.total,
            comun: consulta.concluir(hallazgos),
            memoria: entrada.memoria.then(|| cuenta.nodo.into_iter().collect()),
        })
}

struct Cuenta {
    gasto: Importe,
    diligencias: u32,
    total: Importe,
    nodo: Option<Nodo>,
}

fn calcular(consulta: &mut Consulta<'_>, entrada: &EntradaGastos) -> Result<(Cuenta, Vec<Hallazgo>), Hallazgo> {
    if entrada.credito == Importe::CERO {
        return Err(Hallazgo::con(&mensaje::SIN_CREDITO, "credito", &[]));
    }
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let [tasa, minimo, maximo] = filas(consulta, entrada)?;
    let paso = |regla, operacion, entradas: &[Entra<'_>]| {
        let paso = pluma.paso(regla, operacion, CENTAVOS, entradas);
        paso.ok_or_else(|| no_cabe("credito"))
    };
    let entradas = [
        Entra::Dato("crédito", entrada.credito.decimal()),
        Entra::Fila("por ciento", fraccion(tasa.valor), tasa),
    ];
    let parte = paso(&mensaje::POR_CIENTO, Operacion::Producto, &entradas)?;
    let entradas = [
        Entra::Paso("por ciento del crédito", &parte),
        Entra::de("mínimo", minimo),
    ];
    let con_minimo = paso(&mensaje::CON_MINIMO, Operacion::Maximo, &entradas)?;
    let entradas = [Entra::Paso("gasto", &con_minimo), Entra::de("máximo", maximo)];
    let gasto = paso(&mensaje::GASTO, Operacion::Minimo, &entradas)?;
    let (diligencias, juntas) = contar(&entrada.actos);
    let entradas = [
        Entra::Paso("gasto", &gasto),
        Entra::Dato("diligencias", Decimal::from(diligencias)),
    ];
    let total = paso(&mensaje::TOTAL_DE_GASTOS, Operacion::Producto, &entradas)?;
    let datos = [
        ("minimo", minimo.valor.to_string()),
        ("maximo", maximo.valor.to_string()),
        ("gasto", importe(&gasto)?.to_string()),
    ];
    let mut hallazgos = Vec::new();
    if gasto.valor != parte.valor {
        hallazgos.push(Hallazgo::con(&mensaje::LIMITADO, "credito", &datos));
    }
    if juntas {
        hallazgos.push(Hallazgo::con(&mensaje::UN_COBRO, "actos", &[]));
    }
    let cuenta = Cuenta {
        gasto: importe(&gasto)?,
        diligencias,
        total: importe(&total)?,
        nodo: total.nodo,
    };
    Ok((cuenta, hallazgos))
}

fn filas<'a>(consulta: &mut Consulta<'a>, entrada: &EntradaGastos) -> Result<[&'a Fila; 3], Hallazgo> {
    let mut fila = |clave| {
        let hallada = consulta.vigente(Tabla::GastosEjecucion, clave, entrada.diligencia.0);
        hallada.map_err(|error| fuera_de_vigencia(&error, "diligencia"))
    };
    Ok([fila("tasa")?, fila("minimo")?, fila("maximo")?])
}

/// How many diligencias are charged, and whether two acts were charged as one (RCFF 95).
fn contar(actos: &[Acto]) -> (u32, bool) {
    let hay = |acto| actos.contains(&acto);
    let juntas = hay(Acto::Requerimiento) && hay(Acto::Embargo);
    let primera = hay(Acto::Requerimiento) || hay(Acto::Embargo) || actos.is_empty();
    (u32::from(primera) + u32::from(hay(Acto::Remate)), juntas)
}
