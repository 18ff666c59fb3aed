//! The answer for one modality while it is being reasoned out.

use super::renovacion::Tramite;
use crate::mensajes::Regla;
use serde::Serialize;

/// Whether a modality applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Procede {
    /// It does.
    Si,
    /// It does not.
    No,
    /// It depends on something that the person or the Institute has still to say.
    ConReserva,
}

/// Whether it applies, why, and what would have to be known.
#[derive(Clone, Debug)]
pub(super) struct Veredicto {
    pub procede: Procede,
    pub regla: &'static Regla,
    pub datos: Vec<(&'static str, String)>,
    pub falta: Option<&'static str>,
    pub tramite: Tramite,
}

impl Veredicto {
    fn nuevo(procede: Procede, regla: &'static Regla) -> Self {
        Self {
            procede,
            regla,
            datos: Vec::new(),
            falta: None,
            tramite: Tramite::Inscripcion,
        }
    }

    pub(super) fn si(regla: &'static Regla) -> Self {
        Self::nuevo(Procede::Si, regla)
    }

    pub(super) fn no(regla: &'static Regla) -> Self {
        Self::nuevo(Procede::No, regla)
    }

    pub(super) fn con_reserva(regla: &'static Regla) -> Self {
        Self::nuevo(Procede::ConReserva, regla)
    }

    /// With a blank of its message filled in.
    pub(super) fn con(mut self, nombre: &'static str, valor: impl ToString) -> Self {
        self.datos.push((nombre, valor.to_string()));
        self
    }

    /// It could be another one if this datum of the profile were known.
    pub(super) fn falta(mut self, campo: &'static str) -> Self {
        self.falta = Some(campo);
        self
    }

    /// What is asked for is this.
    pub(super) fn para(mut self, tramite: Tramite) -> Self {
        self.tramite = tramite;
        self
    }

    /// The same trámite and missing datum, with another conclusion.
    pub(super) fn pero(self, otro: Self) -> Self {
        Self {
            falta: otro.falta.or(self.falta),
            tramite: self.tramite,
            ..otro
        }
    }

    pub(super) fn procede(&self) -> bool {
        self.procede != Procede::No
    }
}
