//! The modalities, and what the table `voluntarias` says of each: whether the law covers a new inscription on a day, its
//! name and the insurances it gives.

use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Tabla};

/// A way of being insured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Modalidad {
    /// Independent workers (LSS 13 I).
    #[serde(rename = "pti")]
    Pti,
    /// Continuación voluntaria (LSS 218).
    #[serde(rename = "40")]
    M40,
    /// Seguro de salud para la familia (LSS 240).
    #[serde(rename = "33")]
    M33,
    /// Public servants by agreement (LSS 13 V).
    #[serde(rename = "42")]
    M42,
    /// Public servants whose entity has pensions: risks at work and medical service.
    #[serde(rename = "36")]
    M36,
    /// Public servants: medical service only.
    #[serde(rename = "38")]
    M38,
    /// Independents, annual scheme (LSS 13 I before 2023-12-02).
    #[serde(rename = "44")]
    M44,
    /// Countryside, annual scheme (LSS 13 III before 2023-12-02).
    #[serde(rename = "43")]
    M43,
    /// Employers who are natural persons, annual scheme (LSS 13 IV before 2023-12-02).
    #[serde(rename = "35")]
    M35,
    /// Domestic work, voluntary scheme (LSS 13 II before 2022-11-17).
    #[serde(rename = "34")]
    M34,
    /// Domestic work, obligatory (LSS 12 IV).
    #[serde(rename = "hogar")]
    Hogar,
    /// Seguro facultativo (LSS 12 III).
    #[serde(rename = "32")]
    M32,
}

impl Modalidad {
    /// All of them, in the order in which they are answered.
    pub const TODAS: [Self; 12] = [
        Self::Pti,
        Self::M40,
        Self::M33,
        Self::M42,
        Self::M36,
        Self::M38,
        Self::M44,
        Self::M43,
        Self::M35,
        Self::M34,
        Self::Hogar,
        Self::M32,
    ];

    /// Its key in the contract and in the table.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Pti => "pti",
            Self::M40 => "40",
            Self::M33 => "33",
            Self::M42 => "42",
            Self::M36 => "36",
            Self::M38 => "38",
            Self::M44 => "44",
            Self::M43 => "43",
            Self::M35 => "35",
            Self::M34 => "34",
            Self::Hogar => "hogar",
            Self::M32 => "32",
        }
    }

    /// One of the annual schemes that the reform of 2023-12-01 closed.
    pub fn es_anual(self) -> bool {
        matches!(self, Self::M44 | Self::M43 | Self::M35)
    }

    /// Whether the Institute asks a medical questionnaire and makes people wait (RACERF 81–83, 99).
    pub fn tiene_esperas(self) -> bool {
        matches!(self, Self::Pti | Self::M33) || self.es_anual()
    }

    /// Trámite whose documents are in the table `requisitos`; `None` where it is not one of the person.
    pub fn tramite(self) -> Option<&'static str> {
        match self {
            Self::Pti => Some("pti"),
            Self::M40 => Some("cvro"),
            Self::M33 => Some("ssf"),
            Self::M44 | Self::M43 | Self::M35 => Some("ivro"),
            _ => None,
        }
    }

    /// What the table says of it on `fecha`.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub fn ficha<'a>(self, consulta: &mut Consulta<'a>, fecha: NaiveDate) -> Result<Ficha<'a>, Hallazgo> {
        let hallada = consulta.vigente(Tabla::Voluntarias, self.clave(), fecha);
        let fila = hallada.map_err(|error| fuera_de_vigencia(&error, "fecha"))?;
        let (nombre, seguros) = fila.nota.split_once('|').unwrap_or((&fila.nota, ""));
        Ok(Ficha { fila, nombre, seguros })
    }
}

/// A modality on a day.
#[derive(Clone, Copy, Debug)]
pub struct Ficha<'a> {
    /// Its row.
    pub fila: &'a Fila,
    /// Its name.
    pub nombre: &'a str,
    seguros: &'a str,
}

impl<'a> Ficha<'a> {
    /// Whether the law covers a new inscription.
    pub fn amparada(&self) -> bool {
        self.fila.valor != Decimal::ZERO
    }

    /// The insurances it gives: `riesgos_trabajo`, `enfermedades_especie`, `enfermedades_dinero`, `invalidez_vida`,
    /// `retiro_cesantia_vejez`, `guarderias`.
    pub fn seguros(&self) -> Vec<&'a str> {
        self.seguros.split(' ').filter(|s| !s.is_empty()).collect()
    }
}
