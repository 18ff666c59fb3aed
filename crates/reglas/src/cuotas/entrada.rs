//! The input of `cuotas.periodo`.

use crate::entrada::Leido;
use crate::fecha::Fecha;
use crate::importe::{Importe, Tasa};
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};

/// Geographic area of the minimum wage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// The rest of the country.
    #[default]
    General,
    /// Zona Libre de la Frontera Norte.
    Zlfn,
}

impl Area {
    /// Its key in the table `salario_minimo`.
    pub fn clave(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Zlfn => "zlfn",
        }
    }
}

/// A payroll and its period.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// The employer.
    pub patron: Patron,
    /// The period.
    pub periodo: Periodo,
    /// The workers. One that cannot be read does not stop the others.
    pub trabajadores: Vec<Leido<Trabajador>>,
    /// Choices where the law is ambiguous.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether the explanation is wanted.
    #[serde(default)]
    pub memoria: bool,
}

/// What of the employer enters the calculation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patron {
    /// Registro patronal; a wrong one is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registro_patronal: Option<String>,
    /// Area of the workplace.
    #[serde(default)]
    pub area: Area,
    /// Prima of *riesgos de trabajo*, percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prima_rt: Option<Tasa>,
    /// Or several, each from its date: it changes on 1 March (RACERF 32).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub primas: Vec<PrimaDesde>,
}

/// A prima from a date on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimaDesde {
    /// First day.
    pub desde: Fecha,
    /// Percent.
    pub prima: Tasa,
}

/// A month, a bimestre, or a free range of dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Periodo {
    /// Year, with `mes` or `bimestre`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anio: Option<i32>,
    /// Month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mes: Option<u32>,
    /// Bimestre, 1 to 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bimestre: Option<u32>,
    /// First day of a free range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desde: Option<Fecha>,
    /// Last day of a free range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hasta: Option<Fecha>,
}

impl Periodo {
    /// A month.
    pub fn mes(anio: i32, mes: u32) -> Self {
        Self {
            anio: Some(anio),
            mes: Some(mes),
            ..Self::default()
        }
    }

    /// A bimestre.
    pub fn bimestre(anio: i32, bimestre: u32) -> Self {
        Self {
            anio: Some(anio),
            bimestre: Some(bimestre),
            ..Self::default()
        }
    }
}

/// A worker: renglones ready made, or an SBC and the movements that make them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trabajador {
    /// Número de seguridad social; a wrong one is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nss: Option<String>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nombre: Option<String>,
    /// Days worked a week, when it is a reduced week (1 to 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dias_laborados_semana: Option<u8>,
    /// Stretches of days with one SBC.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renglones: Vec<Renglon>,
    /// SBC with which the worker enters the period, where `movimientos` make the renglones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sbc: Option<Importe>,
    /// Daily wage with which the worker enters the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuota_diaria: Option<Importe>,
    /// Alta, baja, reingreso, modificación de salario, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub movimientos: Vec<Movimiento>,
    /// Incapacities and absences by date, wherever they fall.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidencias: Vec<Incidencia>,
}

/// Days with one SBC: dated, or short (`dias`) where nothing changes in the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renglon {
    /// First day; the period's own if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desde: Option<Fecha>,
    /// Last day; the period's own if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hasta: Option<Fecha>,
    /// Salario base de cotización, pesos a day.
    pub sbc: Importe,
    /// Daily wage, which decides LSS 36.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuota_diaria: Option<Importe>,
    /// Short form: natural days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dias: Option<u32>,
    /// Short form: days of incapacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incapacidad: Option<u32>,
    /// Short form: days of absence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ausentismo: Option<u32>,
    /// Dated form: incapacities and absences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidencias: Vec<Incidencia>,
}

/// Kinds of incidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TipoDeIncidencia {
    /// Certified by the IMSS (LSS 31 IV).
    Incapacidad,
    /// Absence without pay (LSS 31 I).
    Ausentismo,
}

/// Days in a row of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incidencia {
    /// Its kind.
    pub tipo: TipoDeIncidencia,
    /// First day.
    pub desde: Fecha,
    /// Natural days (absences of a reduced week: working days missed), 1 to 366.
    pub dias: u32,
}

/// Kinds of movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TipoDeMovimiento {
    /// First registration; the day counts.
    Alta,
    /// End; the day counts.
    Baja,
    /// Registration again.
    Reingreso,
    /// Another salary from that day on.
    Modificacion,
}

impl TipoDeMovimiento {
    /// Its word.
    pub fn palabra(self) -> &'static str {
        match self {
            Self::Alta => "alta",
            Self::Baja => "baja",
            Self::Reingreso => "reingreso",
            Self::Modificacion => "modificacion",
        }
    }
}

/// Something that happened to the worker's registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movimiento {
    /// Its kind.
    pub tipo: TipoDeMovimiento,
    /// Its date.
    pub fecha: Fecha,
    /// SBC from then on; on an alta the worker's own if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sbc: Option<Importe>,
    /// Daily wage from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuota_diaria: Option<Importe>,
}
