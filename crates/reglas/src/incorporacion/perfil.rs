//! A person's situation: everything is optional, and what is missing is asked for where it matters.

use super::modalidad::Modalidad;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Oldest age that is believed: past it a date or an age is a slip.
pub const EDAD_MAXIMA: u32 = 120;

/// What a person lives on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Actividad {
    /// Profession, trade or business of their own.
    Independiente,
    /// Ejidatario, comunero, colono or small owner who works the land.
    Campo,
    /// Employer, a natural person with insured workers.
    PatronPersonaFisica,
    /// Regular domestic work (LSS 239-A).
    HogarRegular,
    /// Occasional domestic work (LSS 239-B I).
    HogarOcasional,
    /// Digital platforms.
    Plataforma,
    /// Sugar cane and others brought in by decree (LSS 236).
    Canero,
    /// Public servant.
    ServidorPublico,
    /// Student.
    Estudiante,
    /// None of their own.
    Ninguna,
}

/// A pension of the Institute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pension {
    /// None.
    #[default]
    Ninguna,
    /// Invalidez.
    Invalidez,
    /// Cesantía or vejez.
    CesantiaVejez,
}

/// Another social security.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OtroRegimen {
    /// None.
    #[default]
    Ninguno,
    /// ISSSTE.
    Issste,
    /// The entity's own pensions.
    PensionPropia,
}

/// Where a person lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Residencia {
    /// In Mexico.
    #[default]
    Mexico,
    /// Abroad.
    Extranjero,
}

/// What a person is after; it only moves what is recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Busca {
    /// A pension.
    Pension,
    /// Medical service.
    ServicioMedico,
}

/// What a relative is to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Parentesco {
    /// Spouse.
    Conyuge,
    /// Concubina or concubinario.
    Concubino,
    /// Son or daughter.
    Hijo,
    /// Father.
    Padre,
    /// Mother.
    Madre,
    /// Grandparent.
    Abuelo,
    /// Grandchild.
    Nieto,
    /// Sibling.
    Hermano,
    /// Cousin.
    Primo,
    /// Uncle or aunt.
    Tio,
    /// Nephew or niece.
    Sobrino,
}

/// Modality in which a person was: one of the voluntary ones, or one of the obligatory regime, which settles nothing by
/// itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Previa")]
pub struct ModalidadPrevia(pub Option<Modalidad>);

/// Its keys.
#[derive(Clone, Copy, Deserialize)]
enum Previa {
    #[serde(rename = "10", alias = "13", alias = "14", alias = "17", alias = "30")]
    Obligatoria,
    #[serde(rename = "pti")]
    Pti,
    #[serde(rename = "40")]
    M40,
    #[serde(rename = "33")]
    M33,
    #[serde(rename = "42")]
    M42,
    #[serde(rename = "36")]
    M36,
    #[serde(rename = "38")]
    M38,
    #[serde(rename = "44")]
    M44,
    #[serde(rename = "43")]
    M43,
    #[serde(rename = "35")]
    M35,
    #[serde(rename = "34")]
    M34,
    #[serde(rename = "hogar")]
    Hogar,
    #[serde(rename = "32")]
    M32,
}

impl From<Previa> for ModalidadPrevia {
    fn from(previa: Previa) -> Self {
        Self(match previa {
            Previa::Obligatoria => None,
            Previa::Pti => Some(Modalidad::Pti),
            Previa::M40 => Some(Modalidad::M40),
            Previa::M33 => Some(Modalidad::M33),
            Previa::M42 => Some(Modalidad::M42),
            Previa::M36 => Some(Modalidad::M36),
            Previa::M38 => Some(Modalidad::M38),
            Previa::M44 => Some(Modalidad::M44),
            Previa::M43 => Some(Modalidad::M43),
            Previa::M35 => Some(Modalidad::M35),
            Previa::M34 => Some(Modalidad::M34),
            Previa::Hogar => Some(Modalidad::Hogar),
            Previa::M32 => Some(Modalidad::M32),
        })
    }
}

/// A relative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Familiar {
    /// What they are to the person.
    pub parentesco: Parentesco,
    /// Age in years.
    #[serde(default)]
    pub edad: Option<u32>,
}

/// A person's situation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Perfil {
    /// Has an employer today (LSS 12 I). Absent: taken as no, and asked for.
    pub relacion_laboral_vigente: Option<bool>,
    /// What they live on.
    pub actividad: Option<Actividad>,
    /// Pension of the Institute.
    pub pension: Pension,
    /// Another social security.
    pub otro_regimen: OtroRegimen,
    /// Last baja from the obligatory regime.
    pub fecha_baja: Option<Fecha>,
    /// Weeks paid in the years before that baja (LSS 218).
    pub semanas_ultimos_5: Option<u32>,
    /// Weeks under insurance before that baja (RACERF 85).
    pub semanas_previas: Option<u32>,
    /// Modality they are in, or were in last.
    pub modalidad_previa: Option<ModalidadPrevia>,
    /// Since when.
    pub alta_modalidad_previa: Option<Fecha>,
    /// When they left it; absent while they are in it.
    pub fecha_baja_modalidad_previa: Option<Fecha>,
    /// They left it because they stopped paying (LSS 220).
    pub baja_por_falta_de_pago: bool,
    /// Last day of the year they paid for.
    pub vencimiento_previo: Option<Fecha>,
    /// Keys of the table `preexistencias`.
    pub preexistencias: Vec<String>,
    /// Pregnant.
    pub embarazo: bool,
    /// An illness was acquired during the year paid for, and needs continuity (RACERF 105).
    pub enfermedad_adquirida: Option<bool>,
    /// Relatives to insure. Absent: not asked yet.
    pub familiares: Option<Vec<Familiar>>,
    /// Declares to have no family (RACERF 97).
    pub declara_sin_familia: bool,
    /// Where they live.
    pub residencia: Residencia,
    /// Not Mexican.
    pub extranjero: bool,
    /// Lives in extreme poverty or high marginalisation (LSS 214, 238).
    pub pobreza_extrema: bool,
    /// How many people would enter together.
    pub grupo: Option<u32>,
    /// What they are after.
    pub busca: Option<Busca>,
}

impl Perfil {
    /// Has an employer.
    pub(super) fn tiene_empleo(&self) -> bool {
        self.relacion_laboral_vigente == Some(true)
    }

    /// In the obligatory regime by an employer, or should be.
    pub(super) fn es_obligatorio(&self) -> bool {
        self.tiene_empleo() || matches!(self.actividad, Some(Actividad::HogarRegular | Actividad::Canero))
    }

    /// The voluntary modality they are in, or were in last.
    pub(super) fn previa(&self) -> Option<Modalidad> {
        self.modalidad_previa.and_then(|previa| previa.0)
    }

    /// When they left it. Who stopped paying may have given that day as their last baja.
    pub(super) fn fin_de_la_previa(&self) -> Option<NaiveDate> {
        let baja = self.fecha_baja.filter(|_| self.baja_por_falta_de_pago);
        self.fecha_baja_modalidad_previa.or(baja).map(|f| f.0)
    }

    /// Is in `modalidad` today.
    pub(super) fn esta_en(&self, modalidad: Modalidad) -> bool {
        self.previa() == Some(modalidad) && !self.baja_por_falta_de_pago && self.fin_de_la_previa().is_none()
    }

    /// What cannot be: dates after the day asked about, or the wrong way round, and impossible ages.
    pub(super) fn revisar(&self, fecha: NaiveDate) -> Vec<Hallazgo> {
        let mut hallazgos = Vec::new();
        let mut antes = |campo: &str, dada: Option<Fecha>, limite: NaiveDate| {
            if let Some(dada) = dada.filter(|d| d.0 > limite) {
                let datos = [("dada", dada.to_string()), ("limite", limite.to_string())];
                let campo = format!("perfil.{campo}");
                hallazgos.push(Hallazgo::con(&mensaje::FECHA_POSTERIOR, campo, &datos));
            }
        };
        antes("fecha_baja", self.fecha_baja, fecha);
        antes("fecha_baja_modalidad_previa", self.fecha_baja_modalidad_previa, fecha);
        let fin = [
            Some(fecha),
            self.fecha_baja_modalidad_previa.map(|f| f.0),
            self.vencimiento_previo.map(|f| f.0),
        ];
        let fin = fin.into_iter().flatten().min().unwrap_or(fecha);
        antes("alta_modalidad_previa", self.alta_modalidad_previa, fin);
        for (indice, familiar) in self.familiares.iter().flatten().enumerate() {
            let campo = format!("perfil.familiares[{indice}].edad");
            hallazgos.extend(familiar.edad.and_then(|edad| revisar_edad(edad, campo)));
        }
        hallazgos
    }
}

/// The finding for an age that nobody has; `None` for a believable one.
pub(super) fn revisar_edad(edad: u32, campo: String) -> Option<Hallazgo> {
    (edad > EDAD_MAXIMA).then(|| Hallazgo::con(&mensaje::EDAD, campo, &[("edad", edad.to_string())]))
}
