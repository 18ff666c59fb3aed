//! The answer of `convenio.simular`.

use super::entrada::ClaseDeCredito;
use crate::consulta::Comun;
use crate::credito::Accesorios;
use crate::fecha::Fecha;
use crate::importe::Importe;
use crate::memoria::Nodo;
use crate::operacion::Calculada;
use serde::Serialize;

/// Answer of the operation `convenio.simular`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaConvenio {
    /// The debt on the day of the application; `null` when only the balance was given.
    pub adeudo: Option<AdeudoDeConvenio>,
    /// What is paid with the application; `null` when only the balance was given.
    pub pago_inicial: Option<PagoInicial>,
    /// What is left to be paid in time, pesos.
    pub saldo: Importe,
    /// Monthly rate, percent: `1.42`.
    pub tasa: String,
    /// The schedule.
    pub tabla: Vec<Parcialidad>,
    /// All the instalments, pesos.
    pub total_a_plazos: Importe,
    /// What time costs, pesos.
    pub recargos_de_prorroga: Importe,
    /// The initial payment and the instalments, pesos.
    pub total_general: Importe,
    /// What has to be guaranteed, and with what.
    pub garantia: Garantia,
    /// What does not enter the plan.
    pub exclusiones: Vec<Exclusion>,
    /// When the Institute must answer; `null` when only the balance was given.
    pub resolucion: Option<Resolucion>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaConvenio {}

/// The debt on the day of the application.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AdeudoDeConvenio {
    /// Each credit, whether it enters or not.
    pub creditos: Vec<CreditoActualizado>,
    /// What enters and may be paid in time, pesos: everything but the worker's share that is paid at once.
    pub patronal: Importe,
    /// Worker's share of what enters, pesos, with its accesorios: paid at once.
    pub obrera: Importe,
    /// Both, pesos.
    pub total: Importe,
}

/// A credit with its accesorios.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreditoActualizado {
    /// Its place in the input, from 0.
    pub indice: usize,
    /// What it is.
    pub clase: ClaseDeCredito,
    /// Its period.
    pub periodo: Option<String>,
    /// Day it had to be paid.
    pub vencimiento: Fecha,
    /// Whether it enters the plan.
    pub incluido: bool,
    /// Employer's share, or the amount that has no shares; `null` for costs of collection, which have no accesorios.
    pub patronal: Option<Accesorios>,
    /// Worker's share.
    pub obrera: Option<Accesorios>,
    /// All of it, pesos.
    pub total: Importe,
}

/// What is paid with the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PagoInicial {
    /// Part of the debt, pesos.
    pub patronal: Importe,
    /// The whole worker's share, pesos.
    pub obrera: Importe,
    /// Both, pesos.
    pub total: Importe,
}

/// A row of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Parcialidad {
    /// From 1.
    pub numero: u32,
    /// Same day of the month as the initial payment, or the month's last (RCFF 65).
    pub nominal: Fecha,
    /// The working day it is due (CFF 12).
    pub vence: Fecha,
    /// What is paid, pesos.
    pub pago: Importe,
    /// Of it, recargos.
    pub recargo: Importe,
    /// Of it, what lowers the balance.
    pub capital: Importe,
    /// Balance that is left, pesos.
    pub saldo: Importe,
}

/// What has to be guaranteed, and with what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Garantia {
    /// Amount, pesos (CFF 66-A III).
    pub monto: Importe,
    /// Whether the kinds have to be offered in their order (CFF 141).
    pub orden_obligatorio: bool,
    /// What the law says of the order.
    pub nota: String,
    /// The kinds, in order.
    pub tipos: Vec<TipoDeGarantia>,
}

/// A kind of guarantee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TipoDeGarantia {
    /// Its place, from 1.
    pub orden: u32,
    /// Its key.
    pub clave: String,
    /// Its name.
    pub nombre: String,
    /// On what condition.
    pub condicion: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// A credit, or a part of one, that does not enter the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    /// Place of the credit in the input, from 0.
    pub indice: usize,
    /// What it is.
    pub clase: ClaseDeCredito,
    /// Code of the rule that leaves it out.
    pub motivo: String,
    /// Why, and what can be done.
    pub mensaje: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// When the Institute must answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolucion {
    /// Working days it has.
    pub dias_habiles: u32,
    /// Its last day, counted from the application.
    pub vence: Fecha,
    /// What its silence means: `concede` or `ninguno`.
    pub silencio: &'static str,
    /// Whether a prior authorisation is needed (RACERF 134).
    pub autorizacion_previa: bool,
    /// Why it is needed.
    pub motivos: Vec<String>,
    /// Last day to present the application, counted from the initial payment (RACERF 133).
    pub limite_de_presentacion: Fecha,
    /// The articles.
    pub fundamento: Vec<String>,
}
