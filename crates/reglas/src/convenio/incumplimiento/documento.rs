//! The documents of `convenio.incumplimiento`.

use crate::consulta::Comun;
use crate::credito::{Accesorios, InpcDado};
use crate::fecha::Fecha;
use crate::importe::Importe;
use crate::memoria::Nodo;
use crate::operacion::Calculada;
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};

/// Input of the operation `convenio.incumplimiento`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaIncumplimiento {
    /// The plan: its rows as `convenio.simular` gives them, or their number, date and amount alone.
    pub tabla: Vec<ParcialidadPactada>,
    /// What was paid.
    #[serde(default)]
    pub pagos: Vec<PagoDeParcialidad>,
    /// Day of the review: what is owed is brought to it.
    pub fecha: Fecha,
    /// The plan was already brought back once (RACERF 139).
    #[serde(default)]
    pub rehabilitado: bool,
    /// Contributions that fell due after the application, pesos, with their accesorios: bringing the plan back takes
    /// paying them.
    #[serde(default)]
    pub cuotas_posteriores: Importe,
    /// INPC of months that are not loaded.
    #[serde(default)]
    pub inpc: InpcDado,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A row of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParcialidadPactada {
    /// From 1.
    pub numero: u32,
    /// Day of the month it falls on, before it is moved to a working day.
    #[serde(default)]
    pub nominal: Option<Fecha>,
    /// Day it is due.
    pub vence: Fecha,
    /// What is paid, pesos.
    pub pago: Importe,
    /// Of it, recargos.
    #[serde(default)]
    pub recargo: Option<Importe>,
    /// Of it, what lowers the balance: with it in every row, the balance that is left is known.
    #[serde(default)]
    pub capital: Option<Importe>,
    /// Balance after it.
    #[serde(default)]
    pub saldo: Option<Importe>,
}

/// Something paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PagoDeParcialidad {
    /// Of which instalment.
    pub numero: u32,
    /// Day.
    pub fecha: Fecha,
    /// Pesos.
    pub importe: Importe,
}

/// How an instalment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EstadoDeParcialidad {
    /// Paid in time and in full.
    Pagada,
    /// Paid late: what being late costs may still be owed.
    Tardia,
    /// Due, and not paid in full.
    Vencida,
    /// Not due yet.
    PorVencer,
}

/// An instalment on the day of the review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParcialidadRevisada {
    /// From 1.
    pub numero: u32,
    /// Day it was due.
    pub vence: Fecha,
    /// What was to be paid, pesos.
    pub pago: Importe,
    /// What was paid by the day it was due, pesos.
    pub pagado: Importe,
    /// What was paid later, pesos.
    pub pagado_tarde: Importe,
    /// How it stands.
    pub estado: EstadoDeParcialidad,
    /// Natural days since it was due; `null` unless it is `vencida`.
    pub dias_de_atraso: Option<u32>,
    /// What was missing on the day it was due, with its actualización and recargos; `null` when nothing is owed of it.
    pub mora: Option<Accesorios>,
    /// What is owed of it, pesos, late payments taken off.
    pub total: Importe,
}

/// What it takes to bring the plan back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rehabilitacion {
    /// Pesos, in one payment.
    pub importe: Importe,
    /// Last day.
    pub hasta: Fecha,
    /// Whether the day of the review is still within it.
    pub en_plazo: bool,
    /// Working days.
    pub dias_habiles: u32,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// Something that leaves a plan without effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CausaDeIncumplimiento {
    /// Its key.
    pub clave: String,
    /// In plain words.
    pub texto: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// Answer of the operation `convenio.incumplimiento`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaIncumplimiento {
    /// Each instalment.
    pub parcialidades: Vec<ParcialidadRevisada>,
    /// How many are due and not paid.
    pub sin_pagar: u32,
    /// How many were paid late.
    pub tardias: u32,
    /// What is due, pesos, with its mora.
    pub total_vencido: Importe,
    /// What is not due yet, pesos.
    pub por_vencer: Importe,
    /// Balance of the plan that is not paid, pesos, without mora; `null` unless every row brings its capital.
    pub saldo_insoluto: Option<Importe>,
    /// Whether the plan is without effect.
    pub sin_efecto: bool,
    /// Day since which it is.
    pub sin_efecto_desde: Option<Fecha>,
    /// Key of the cause.
    pub causa: Option<String>,
    /// What it takes to bring it back; `null` when it stands, or when it was already brought back once.
    pub rehabilitacion: Option<Rehabilitacion>,
    /// All that leaves a plan without effect.
    pub causas: Vec<CausaDeIncumplimiento>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaIncumplimiento {}
