//! Where on the road a trámite is, and who may move it.

use serde::{Deserialize, Serialize};

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rol {
    /// Counter staff: captures, reviews, asks for what is missing.
    Ventanilla,
    /// Also resolves.
    Supervisor,
    /// Writes training cases; never touches the real queue.
    Instructor,
    /// Practises; never touches the real queue.
    Aprendiz,
    /// An employer: sees and presents what is theirs.
    Patron,
}

impl Rol {
    /// Every one.
    pub const TODOS: [Self; 5] = [
        Self::Ventanilla,
        Self::Supervisor,
        Self::Instructor,
        Self::Aprendiz,
        Self::Patron,
    ];

    /// Whether it works the institution's queue.
    pub fn atiende(self) -> bool {
        matches!(self, Self::Ventanilla | Self::Supervisor)
    }

    /// Whether it may present a real trámite.
    pub fn presenta(self) -> bool {
        self.atiende() || self == Self::Patron
    }

    /// The word of the record.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Ventanilla => "ventanilla",
            Self::Supervisor => "supervisor",
            Self::Instructor => "instructor",
            Self::Aprendiz => "aprendiz",
            Self::Patron => "patron",
        }
    }

    /// The role with this word.
    pub fn de_clave(clave: &str) -> Option<Self> {
        Self::TODOS.into_iter().find(|rol| rol.clave() == clave)
    }
}

/// The state of a received trámite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Estado {
    /// It arrived and has a folio.
    Recibido,
    /// Somebody is looking at it.
    EnRevision,
    /// Something is missing: the person was told and may mend it.
    Prevenido,
    /// Granted.
    Autorizado,
    /// Denied.
    Rechazado,
    /// Withdrawn by who presented it.
    Desistido,
}

impl Estado {
    /// Every one, in the order of the road.
    pub const TODOS: [Self; 6] = [
        Self::Recibido,
        Self::EnRevision,
        Self::Prevenido,
        Self::Autorizado,
        Self::Rechazado,
        Self::Desistido,
    ];

    /// The word of the record.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Recibido => "recibido",
            Self::EnRevision => "en_revision",
            Self::Prevenido => "prevenido",
            Self::Autorizado => "autorizado",
            Self::Rechazado => "rechazado",
            Self::Desistido => "desistido",
        }
    }

    /// Its name for a person.
    pub fn titulo(self) -> &'static str {
        match self {
            Self::Recibido => "Recibido",
            Self::EnRevision => "En revisión",
            Self::Prevenido => "Prevenido",
            Self::Autorizado => "Autorizado",
            Self::Rechazado => "Rechazado",
            Self::Desistido => "Desistido",
        }
    }

    /// The state with this word.
    pub fn de_clave(clave: &str) -> Option<Self> {
        Self::TODOS.into_iter().find(|estado| estado.clave() == clave)
    }

    /// Whether the road ends here.
    pub fn es_final(self) -> bool {
        matches!(self, Self::Autorizado | Self::Rechazado | Self::Desistido)
    }

    /// Where an account may move it from here; `es_suyo` when the trámite is the account's own.
    pub fn siguientes(self, rol: Rol, es_suyo: bool) -> Vec<Self> {
        let candidatos: &[Self] = match self {
            Self::Recibido => &[Self::EnRevision, Self::Prevenido, Self::Desistido],
            Self::EnRevision => &[Self::Prevenido, Self::Autorizado, Self::Rechazado, Self::Desistido],
            Self::Prevenido => &[Self::EnRevision, Self::Rechazado, Self::Desistido],
            Self::Autorizado | Self::Rechazado | Self::Desistido => &[],
        };
        let puede = |estado: &Self| match estado {
            Self::EnRevision | Self::Prevenido => rol.atiende(),
            Self::Autorizado | Self::Rechazado => rol == Rol::Supervisor,
            Self::Desistido => rol.atiende() || (rol == Rol::Patron && es_suyo),
            Self::Recibido => false,
        };
        candidatos.iter().copied().filter(puede).collect()
    }

    /// Whether the move needs a reason: everything that the person will have to understand.
    pub fn pide_motivo(self) -> bool {
        matches!(self, Self::Prevenido | Self::Rechazado | Self::Desistido)
    }
}
