//! The document of `convenio.simular`.

use crate::credito::InpcDado;
use crate::fecha::Fecha;
use crate::importe::Importe;
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};

/// How the balance is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modalidad {
    /// In equal monthly instalments (LSS 40 C, CFF 66-A I).
    #[default]
    Parcialidades,
    /// All at once, later (LSS 40 D, CFF 66-A II).
    Diferido,
}

impl Modalidad {
    /// Its name for a person, as a sentence begins.
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Parcialidades => "El pago en parcialidades",
            Self::Diferido => "El pago diferido",
        }
    }
}

/// Who owes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deudor {
    /// Any employer.
    #[default]
    Particular,
    /// A state, a municipality or a body of theirs: some laws of revenue give them a longer plan.
    EntePublico,
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaseDeCredito {
    /// Monthly contributions: riesgos de trabajo, enfermedades y maternidad, invalidez y vida, guarderías.
    Cop,
    /// Retiro, cesantía y vejez, of a bimestre.
    Rcv,
    /// A fine.
    Multa,
    /// A capital constitutivo.
    CapitalConstitutivo,
    /// Costs of collection.
    GastosEjecucion,
}

impl ClaseDeCredito {
    /// Whether it is a contribution, with an employer's and a worker's share.
    pub fn es_cuota(self) -> bool {
        matches!(self, Self::Cop | Self::Rcv)
    }
}

/// One credit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditoDeConvenio {
    /// What it is.
    pub clase: ClaseDeCredito,
    /// Its period, `AAAA-MM`; of RCV, the last month of the bimestre.
    #[serde(default)]
    pub periodo: Option<String>,
    /// Day it had to be paid.
    pub vencimiento: Fecha,
    /// Employer's share, pesos, of a contribution.
    #[serde(default)]
    pub patronal: Option<Importe>,
    /// Worker's share, pesos, of a contribution.
    #[serde(default)]
    pub obrera: Option<Importe>,
    /// Amount, pesos, of anything else.
    #[serde(default)]
    pub importe: Option<Importe>,
    /// Its bond is being called in (RACERF 141).
    #[serde(default)]
    pub fianza_en_tramite: bool,
    /// It has the exceptional deferral of LSS 40 E.
    #[serde(default)]
    pub prorroga_40e: bool,
    /// It is being contested (RACERF 142).
    #[serde(default)]
    pub impugnado: bool,
    /// It was determined in an audit (RACERF 134).
    #[serde(default)]
    pub facultades_de_comprobacion: bool,
}

/// What may make a prior authorisation necessary (RACERF 134).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AutorizacionPrevia {
    /// A holding company, or one that is held.
    pub grupo: bool,
    /// Financial sector, Afores among it.
    pub sector_financiero: bool,
    /// Decentralised body or company with a public majority.
    pub paraestatal: bool,
    /// Number of workers; unknown if absent.
    pub trabajadores: Option<u32>,
}

/// Input of the operation `convenio.simular`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaConvenio {
    /// Day of the application: its rates rule, and the debt is brought to it.
    pub solicitud: Fecha,
    /// Day of the initial payment: each instalment falls on the same day of the month. The day of the application if
    /// absent.
    #[serde(default)]
    pub pago_inicial_fecha: Option<Fecha>,
    /// How it is paid.
    #[serde(default)]
    pub modalidad: Modalidad,
    /// Months.
    pub plazo: u32,
    /// Who owes.
    #[serde(default)]
    pub deudor: Deudor,
    /// What is owed: this or `saldo`.
    #[serde(default)]
    pub creditos: Vec<CreditoDeConvenio>,
    /// Balance after the initial payment, pesos: the schedule alone.
    #[serde(default)]
    pub saldo: Option<Importe>,
    /// Circumstances of the debtor.
    #[serde(default)]
    pub autorizacion_previa: AutorizacionPrevia,
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
