//! The files that SUA imports: `ASEG.TXT` (workers, 164 positions) and `MOVT.TXT` (movements, 49), fixed width, upper case
//! without accents, `Ñ` as `/`, dates `DDMMAAAA`, amounts without their point. SUA itself exports ASEG with some positions
//! more (pension type, municipality): those are read and left out.
//!
//! There is no way to write the payment file (`.SUA`): the law lets only SUA make it (LSS 39).
//!
//! Source of the layouts: three implementations that agree byte by byte, in the project's dossier of the ecosystem, 2.1.

mod campos;
mod escritura;
mod hallazgo;
mod lectura;
mod muestra;

pub use escritura::{Falta, escribir_aseg, escribir_movt};
pub use hallazgo::{Hallazgo, Rechazo};
pub use lectura::{Archivo, Lector, Lectura};
pub use muestra::{muestra_aseg, muestra_movt};

use chrono::NaiveDate;

/// Positions of a record of ASEG.
pub const LARGO_ASEG: usize = 164;
/// Positions of a record of MOVT.
pub const LARGO_MOVT: usize = 49;
/// Positions that an ASEG exported by SUA may have besides.
pub const SOBRANTE_ASEG: usize = 4;

/// A worker, as ASEG has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asegurado {
    /// Line of the file, from 1; 0 when it is to be written.
    pub renglon: usize,
    /// Registro patronal with its digit, eleven characters.
    pub registro_patronal: String,
    /// NSS, eleven digits.
    pub nss: String,
    /// RFC, up to thirteen characters.
    pub rfc: String,
    /// CURP, up to eighteen characters.
    pub curp: String,
    /// First surname, or the only one: the file cannot say which it is.
    pub paterno: String,
    /// Second surname; empty when there is none.
    pub materno: String,
    /// Given names.
    pub nombres: String,
    /// 1 permanent, 2 eventual in the city, 3 of construction, 4 of the field.
    pub tipo: u8,
    /// Days of a reduced week (1 to 5), 6 for a reduced day, 0 for none.
    pub jornada: u8,
    /// Day of the alta.
    pub alta: Option<NaiveDate>,
    /// Integrated daily salary, in cents.
    pub sdi: i64,
    /// Key of the workplace, up to seventeen characters.
    pub ubicacion: String,
    /// Credit of Infonavit, if there is one.
    pub credito: Option<Credito>,
}

/// A credit of Infonavit, as ASEG has it. Its value is kept as it is written: its form depends on the type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credito {
    /// Number, up to ten characters.
    pub numero: String,
    /// First day of the discount.
    pub inicio: Option<NaiveDate>,
    /// 1 per cent, 2 fixed amount, 3 times the UMI or VSM.
    pub tipo: u8,
    /// Eight digits.
    pub valor: String,
}

/// What happened to a worker, as MOVT has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movimiento {
    /// Line of the file, from 1; 0 when it is to be written.
    pub renglon: usize,
    /// Registro patronal with its digit.
    pub registro_patronal: String,
    /// NSS.
    pub nss: String,
    /// Which one.
    pub tipo: Tipo,
    /// Its day, or the first one.
    pub fecha: NaiveDate,
    /// Folio of the incapacidad, eight characters; empty for the others.
    pub folio: String,
    /// Days of absence or incapacidad, 1 to 99; 0 for the others.
    pub dias: u8,
    /// Integrated daily salary in cents, of a reingreso or a change; 0 for the others.
    pub sdi: i64,
}

/// Kinds of movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tipo {
    /// 02.
    Baja,
    /// 07.
    Modificacion,
    /// 08. The first alta goes only in ASEG.
    Reingreso,
    /// 11.
    Ausentismo,
    /// 12.
    Incapacidad,
}

impl Tipo {
    /// All of them.
    pub const TODOS: [Self; 5] = [
        Self::Baja,
        Self::Modificacion,
        Self::Reingreso,
        Self::Ausentismo,
        Self::Incapacidad,
    ];

    /// Its key in the file.
    #[must_use]
    pub fn clave(self) -> &'static str {
        match self {
            Self::Baja => "02",
            Self::Modificacion => "07",
            Self::Reingreso => "08",
            Self::Ausentismo => "11",
            Self::Incapacidad => "12",
        }
    }

    /// Whether it carries a salary.
    #[must_use]
    pub fn lleva_salario(self) -> bool {
        matches!(self, Self::Modificacion | Self::Reingreso)
    }

    /// Whether it carries days.
    #[must_use]
    pub fn lleva_dias(self) -> bool {
        matches!(self, Self::Ausentismo | Self::Incapacidad)
    }
}
