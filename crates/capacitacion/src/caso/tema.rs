//! What a case trains, and how hard it is.

use serde::{Deserialize, Serialize};

/// How hard a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dificultad {
    /// A single rule, in plain sight.
    Basica,
    /// Several rules, one trap.
    Media,
    /// Several rules that touch each other, several traps.
    Alta,
}

impl Dificultad {
    /// Its name.
    pub fn rotulo(self) -> &'static str {
        match self {
            Self::Basica => "Básica",
            Self::Media => "Media",
            Self::Alta => "Alta",
        }
    }
}

macro_rules! temas {
    ($( $(#[doc = $doc:literal])+ $nombre:ident = $clave:literal, $rotulo:literal; )+) => {
        /// A subject of the training.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Tema {
            $( $(#[doc = $doc])+ #[serde(rename = $clave)] $nombre, )+
        }

        impl Tema {
            /// Every subject.
            pub const TODOS: &'static [Self] = &[$(Self::$nombre),+];

            /// Its key.
            pub fn clave(self) -> &'static str {
                match self { $(Self::$nombre => $clave),+ }
            }

            /// Its name.
            pub fn rotulo(self) -> &'static str {
                match self { $(Self::$nombre => $rotulo),+ }
            }
        }
    };
}

temas! {
    /// Registering an employer.
    RegistroPatronal = "registro_patronal", "Registro patronal";
    /// Notices of a change.
    Modificacion = "modificacion", "Modificaciones al registro";
    /// Fracción, class and prima media.
    Clasificacion = "clasificacion", "Clasificación en riesgos de trabajo";
    /// The annual determination of the prima and what changes it.
    Prima = "prima", "Prima de riesgos de trabajo";
    /// Counting days.
    Plazos = "plazos", "Plazos y días inhábiles";
    /// Fines.
    Multas = "multas", "Multas";
    /// Voluntary modalities.
    Incorporacion = "incorporacion", "Incorporación voluntaria";
    /// Payment plans.
    Convenio = "convenio", "Convenios de pago";
    /// Actualización, recargos and other charges.
    Accesorios = "accesorios", "Accesorios de los créditos";
    /// Monthly and bimonthly fees.
    Cuotas = "cuotas", "Determinación de cuotas";
    /// Salario base de cotización.
    Salario = "salario", "Salario base de cotización";
    /// RFC, CURP, NSS and registro patronal.
    Identificadores = "identificadores", "Identificadores";
    /// What has to be brought, and what it must show.
    Documentos = "documentos", "Documentos";
}
