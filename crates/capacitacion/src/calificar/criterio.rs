//! How an instructor wants an attempt to be graded.

use super::Puntos;
use serde::{Deserialize, Serialize};

/// How an attempt is graded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Criterio {
    /// What each aspect weighs; those that a case does not have leave their weight to the others.
    pub pesos: Pesos,
    /// What each finding that nobody asked for takes away from the findings, in their own points.
    pub sobrante: Sobrante,
    /// What the hints cost.
    pub pistas: Ayuda,
    /// What the time costs.
    pub tiempo: Tiempo,
    /// What trying again costs.
    pub intentos: Intentos,
}

/// What each aspect weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pesos {
    /// The answers.
    pub campos: u16,
    /// The findings.
    pub hallazgos: u16,
    /// The figures.
    pub cifras: u16,
    /// The decision.
    pub decision: u16,
}

impl Default for Pesos {
    fn default() -> Self {
        Self {
            campos: 30,
            hallazgos: 20,
            cifras: 30,
            decision: 20,
        }
    }
}

/// What each finding that nobody asked for takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sobrante(pub u16);

impl Default for Sobrante {
    fn default() -> Self {
        Self(1)
    }
}

/// What the hints cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ayuda {
    /// Most hints that may be opened; none, as many as there are.
    pub maximo: Option<u32>,
    /// Points that each opened hint takes away.
    pub descuento: Puntos,
}

impl Default for Ayuda {
    fn default() -> Self {
        Self {
            maximo: None,
            descuento: Puntos::enteros(5),
        }
    }
}

/// What the time costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tiempo {
    /// Seconds there are; none, as long as one likes.
    pub limite: Option<u32>,
    /// Points that each minute or fraction after that takes away.
    pub descuento: Puntos,
    /// Whether what is handed in after that is worth nothing.
    pub cierra: bool,
}

/// What trying again costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Intentos {
    /// Most attempts; none, as many as one likes.
    pub maximo: Option<u32>,
    /// Points that each attempt after the first takes away.
    pub descuento: Puntos,
    /// Which one counts.
    pub cuenta: Cuenta,
}

/// Which of several attempts counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cuenta {
    /// The best.
    #[default]
    Mejor,
    /// The first.
    Primero,
    /// The last.
    Ultimo,
}
