//! What a credit comes to on a day: brought up to date, with its recargos (LSS 40-A; CFF 17-A, 20 and 21).

use super::factor::{self, Factor};
use super::inpc::{InpcDado, InpcUsado};
use super::mora::{self, Mora};
use super::{CENTAVOS, con_decimales, importe, no_cabe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::credito as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::plazo::vencimiento_de_pago;
use crate::politica::Politicas;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// What a credit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Clase {
    /// Contributions.
    Cuota,
    /// A fine: it causes no recargos (CFF 21).
    Multa,
    /// What the Institute spent on a worker who was not insured (LSS 77).
    CapitalConstitutivo,
}

impl Clase {
    /// Whether it causes recargos (CFF 21).
    pub fn causa_recargos(self) -> bool {
        self != Self::Multa
    }
}

/// Input of the operation `credito.accesorios`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaAccesorios {
    /// What it is.
    pub clase: Clase,
    /// What was due, pesos.
    pub importe: Importe,
    /// Day on which it had to be paid; a Friday or a non-working day moves to the next working day (CFF 12).
    pub vencimiento: Fecha,
    /// Day on which it is paid.
    pub pago: Fecha,
    /// Indexes of months that the table lacks.
    #[serde(default)]
    pub inpc: InpcDado,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// What a credit comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Accesorios {
    /// Factor of actualización, four decimals.
    pub factor: String,
    /// What was due, pesos.
    pub importe: Importe,
    /// The same brought up to date, pesos.
    pub actualizado: Importe,
    /// What that adds, pesos.
    pub actualizacion: Importe,
    /// Months that cause recargos.
    pub meses: u32,
    /// Sum of their rates, percent with two decimals.
    pub tasa_acumulada: String,
    /// Each rate, in the order of its months.
    pub tasas: Vec<TasaDeMora>,
    /// Recargos, pesos.
    pub recargos: Importe,
    /// What is owed, pesos.
    pub total: Importe,
    /// The same in whole pesos, as the code has it paid: up to fifty cents down, from fifty-one up (CFF 20).
    pub total_en_pesos: Importe,
    /// Last day to pay it in time, moved to a working day.
    pub vencimiento: Fecha,
    /// Index of the month before it was due; `null` when the factor is one without any.
    pub inpc_antiguo: Option<InpcUsado>,
    /// Index of the month before it is paid; `null` when the factor is one without any.
    pub inpc_reciente: Option<InpcUsado>,
    /// Whether an index that is not known yet was put in the place of the one that rules.
    pub estimado: bool,
}

/// Months at one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TasaDeMora {
    /// Monthly rate, percent with two decimals.
    pub tasa: String,
    /// How many months.
    pub meses: u32,
    /// Day on which the first one begins.
    pub desde: Fecha,
}

/// Answer of the operation `credito.accesorios`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaAccesorios {
    /// What the credit comes to.
    #[serde(flatten)]
    pub accesorios: Accesorios,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaAccesorios {}

/// The operation `credito.accesorios`.
///
/// # Errors
/// `inpc.no_cargado`, `credito.tamano`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaAccesorios) -> Resultado<SalidaAccesorios> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let adeudo = Adeudo {
        importe: entrada.importe,
        vencimiento: entrada.vencimiento.0,
        pago: entrada.pago.0,
        causa_recargos: entrada.clase.causa_recargos(),
        inpc: &entrada.inpc,
    };
    let (accesorios, hallazgos, memoria) =
        accesorios(&mut consulta, &adeudo, entrada.memoria).map_err(|error| vec![error])?;
    Ok(SalidaAccesorios {
        accesorios,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// A credit and the day it is paid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Adeudo<'a> {
    /// What was due.
    pub importe: Importe,
    /// Nominal day on which it had to be paid. It is moved to a working day here: one that was already moved and fell
    /// on a Friday would move again.
    pub vencimiento: NaiveDate,
    /// Day on which it is paid.
    pub pago: NaiveDate,
    /// Whether it causes recargos: a fine does not.
    pub causa_recargos: bool,
    /// Indexes of months that the table lacks.
    pub inpc: &'a InpcDado,
}

/// What `adeudo` comes to, with the findings and the explanation (empty unless `escribe`).
///
/// # Errors
/// `inpc.no_cargado`, `credito.tamano`, and `normativa.fuera_de_vigencia` with the field `vencimiento` or `pago`.
pub(crate) fn accesorios(
    consulta: &mut Consulta<'_>,
    adeudo: &Adeudo<'_>,
    escribe: bool,
) -> Result<(Accesorios, Vec<Hallazgo>, Vec<Nodo>), Hallazgo> {
    let mut hallazgos = Vec::new();
    let vencido = vencimiento_de_pago(consulta, adeudo.vencimiento).map_err(|error| error.dentro_de("vencimiento"))?;
    let vencimiento = vencido.fecha;
    if vencimiento != adeudo.vencimiento {
        let datos = [
            ("nominal", adeudo.vencimiento.to_string()),
            ("vence", vencimiento.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::VENCIMIENTO_MOVIDO, "vencimiento", &datos));
    }
    let pluma = Pluma { escribe };
    let factor = actualizar(consulta, adeudo, vencimiento, (pluma, &mut hallazgos))?;
    let mora = recargar(consulta, adeudo, vencimiento, (pluma, &mut hallazgos))?;
    let cuenta = sumar(pluma, adeudo.importe, &factor.cifra, &mora.tasa).ok_or_else(|| no_cabe("importe"))?;
    let accesorios = salida(adeudo, vencimiento, factor, &mora, &cuenta)?;
    let raices = [cuenta.total, cuenta.actualizacion, cuenta.en_pesos];
    let memoria = raices.into_iter().filter_map(|cifra| cifra.nodo).collect();
    Ok((accesorios, hallazgos, memoria))
}

fn actualizar(
    consulta: &mut Consulta<'_>,
    adeudo: &Adeudo<'_>,
    vencimiento: NaiveDate,
    (pluma, hallazgos): (Pluma, &mut Vec<Hallazgo>),
) -> Result<Factor, Hallazgo> {
    if adeudo.pago <= vencimiento {
        let datos = [("vence", vencimiento.to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::EN_TIEMPO, "pago", &datos));
        return factor::uno(pluma).ok_or_else(|| no_cabe("importe"));
    }
    let fechas = (vencimiento, adeudo.pago);
    factor::factor(
        consulta,
        fechas,
        adeudo.importe.decimal(),
        adeudo.inpc,
        (pluma, hallazgos),
    )
}

fn recargar(
    consulta: &mut Consulta<'_>,
    adeudo: &Adeudo<'_>,
    vencimiento: NaiveDate,
    (pluma, hallazgos): (Pluma, &mut Vec<Hallazgo>),
) -> Result<Mora, Hallazgo> {
    let tarde = adeudo.pago > vencimiento;
    if tarde && !adeudo.causa_recargos {
        hallazgos.push(Hallazgo::con(&mensaje::SIN_RECARGOS, "clase", &[]));
    }
    if !tarde || !adeudo.causa_recargos {
        return mora::ninguna(pluma).ok_or_else(|| no_cabe("importe"));
    }
    let mora = mora::mora(consulta, vencimiento, adeudo.pago, pluma)?;
    if mora.meses < mora.transcurridos {
        let datos = [
            ("transcurridos", mora.transcurridos.to_string()),
            ("meses", mora.meses.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::TOPE, "pago", &datos));
    }
    Ok(mora)
}

/// The figures of the answer.
struct Cuenta {
    actualizado: Cifra,
    actualizacion: Cifra,
    recargos: Cifra,
    total: Cifra,
    en_pesos: Cifra,
}

/// `None` when a figure cannot be held.
fn sumar(pluma: Pluma, debido: Importe, factor: &Cifra, tasa: &Cifra) -> Option<Cuenta> {
    let debido = Entra::Dato("importe", debido.decimal());
    let entradas = [debido, Entra::Paso("factor", factor)];
    let actualizado = pluma.paso(&mensaje::ACTUALIZADO, Operacion::Producto, CENTAVOS, &entradas)?;
    let [debido, _] = entradas;
    let entradas = [Entra::Paso("actualizado", &actualizado), debido];
    let actualizacion = pluma.paso(&mensaje::ACTUALIZACION, Operacion::Resta, CENTAVOS, &entradas)?;
    let entradas = [
        Entra::Paso("actualizado", &actualizado),
        Entra::Paso("tasa acumulada", tasa),
        Entra::Dato("por ciento", fraccion(rust_decimal::Decimal::ONE)),
    ];
    let recargos = pluma.paso(&mensaje::RECARGOS, Operacion::Producto, CENTAVOS, &entradas)?;
    let entradas = [
        Entra::Paso("actualizado", &actualizado),
        Entra::Paso("recargos", &recargos),
    ];
    let total = pluma.paso(&mensaje::TOTAL, Operacion::Suma, CENTAVOS, &entradas)?;
    let entradas = [Entra::Dato("valor", total.valor)];
    let en_pesos = pluma.paso(
        &mensaje::TOTAL_EN_PESOS,
        Operacion::Tabla,
        Some(Redondeo::PesosMitadAbajo),
        &entradas,
    )?;
    Some(Cuenta {
        actualizado,
        actualizacion,
        recargos,
        total,
        en_pesos,
    })
}

fn salida(
    adeudo: &Adeudo<'_>,
    vencimiento: NaiveDate,
    factor: Factor,
    mora: &Mora,
    cuenta: &Cuenta,
) -> Result<Accesorios, Hallazgo> {
    let tasas = mora.tramos.iter().map(|tramo| TasaDeMora {
        tasa: con_decimales(tramo.mora, 2),
        meses: tramo.meses,
        desde: Fecha(tramo.desde),
    });
    Ok(Accesorios {
        factor: con_decimales(factor.cifra.valor, 4),
        importe: adeudo.importe,
        actualizado: importe(&cuenta.actualizado)?,
        actualizacion: importe(&cuenta.actualizacion)?,
        meses: mora.meses,
        tasa_acumulada: con_decimales(mora.tasa.valor, 2),
        tasas: tasas.collect(),
        recargos: importe(&cuenta.recargos)?,
        total: importe(&cuenta.total)?,
        total_en_pesos: importe(&cuenta.en_pesos)?,
        vencimiento: Fecha(vencimiento),
        inpc_antiguo: factor.antiguo,
        inpc_reciente: factor.reciente,
        estimado: factor.estimado,
    })
}
