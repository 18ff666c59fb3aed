//! The fifteen figures of a worker: on which base, for which days, at which rate, at whose charge.

use crate::mensajes::{Regla, cuotas as regla};

/// How many figures there are.
pub const CUANTAS: usize = 15;

/// What a figure is a percentage of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The UMA (LSS 106 I).
    Uma,
    /// The SBC, at most 25 UMA (LSS 28).
    Sbc,
    /// What the SBC exceeds three UMA (LSS 106 II).
    Excedente,
}

/// Which days a figure is paid for (LSS 31): all of them, less some.
#[allow(clippy::enum_variant_names)] // "less incapacity", "less absence": the words say it best
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dias {
    /// Less incapacity: *enfermedades y maternidad*.
    SinIncapacidad,
    /// Less incapacity and absence.
    SinIncidencias,
    /// Less absence: *retiro* and Infonavit.
    SinAusentismo,
}

/// At whose charge a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parte {
    /// The employer.
    Patron,
    /// The worker.
    Obrero,
    /// The employer, to the Infonavit.
    Infonavit,
}

/// Where the rate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrigenDeTasa {
    /// Table `tasas`, under the figure's own key.
    Tabla,
    /// The employer's prima.
    Prima,
    /// The CEAV table, by the range of the SBC.
    Rango,
}

/// One figure.
#[derive(Debug)]
pub struct Figura {
    /// Its rule: key, name, articles.
    pub regla: &'static Regla,
    /// Its base.
    pub base: Base,
    /// Its days.
    pub dias: Dias,
    /// At whose charge.
    pub parte: Parte,
    /// Its rate.
    pub tasa: OrigenDeTasa,
    /// It is paid by bimestre (LSS transitorio 27), the others by month.
    pub bimestral: bool,
}

impl Figura {
    /// Its key in the contract.
    pub fn clave(&self) -> &'static str {
        self.regla.clave()
    }
}

/// Position of the employer's CEAV.
pub const CEAV_PATRON: usize = 12;

/// All figures, in the order of the contract: eleven of a month, four of a bimestre.
pub static FIGURAS: [Figura; CUANTAS] = {
    use Base::{Excedente, Sbc, Uma};
    use Dias::{SinAusentismo, SinIncapacidad, SinIncidencias};
    use OrigenDeTasa::{Prima, Rango, Tabla};
    use Parte::{Infonavit, Obrero, Patron};
    const fn figura(
        regla: &'static Regla,
        base: Base,
        dias: Dias,
        parte: Parte,
        tasa: OrigenDeTasa,
        bimestral: bool,
    ) -> Figura {
        Figura {
            regla,
            base,
            dias,
            parte,
            tasa,
            bimestral,
        }
    }
    [
        figura(&regla::CUOTA_FIJA, Uma, SinIncapacidad, Patron, Tabla, false),
        figura(
            &regla::EXCEDENTE_PATRON,
            Excedente,
            SinIncapacidad,
            Patron,
            Tabla,
            false,
        ),
        figura(
            &regla::EXCEDENTE_OBRERO,
            Excedente,
            SinIncapacidad,
            Obrero,
            Tabla,
            false,
        ),
        figura(&regla::DINERO_PATRON, Sbc, SinIncapacidad, Patron, Tabla, false),
        figura(&regla::DINERO_OBRERO, Sbc, SinIncapacidad, Obrero, Tabla, false),
        figura(&regla::GMP_PATRON, Sbc, SinIncapacidad, Patron, Tabla, false),
        figura(&regla::GMP_OBRERO, Sbc, SinIncapacidad, Obrero, Tabla, false),
        figura(&regla::RIESGOS_TRABAJO, Sbc, SinIncidencias, Patron, Prima, false),
        figura(&regla::INVALIDEZ_PATRON, Sbc, SinIncidencias, Patron, Tabla, false),
        figura(&regla::INVALIDEZ_OBRERO, Sbc, SinIncidencias, Obrero, Tabla, false),
        figura(&regla::GUARDERIAS, Sbc, SinIncidencias, Patron, Tabla, false),
        figura(&regla::RETIRO, Sbc, SinAusentismo, Patron, Tabla, true),
        figura(&regla::CEAV_PATRON, Sbc, SinIncidencias, Patron, Rango, true),
        figura(&regla::CEAV_OBRERO, Sbc, SinIncidencias, Obrero, Tabla, true),
        figura(&regla::INFONAVIT, Sbc, SinAusentismo, Infonavit, Tabla, true),
    ]
};
