//! What a credit is of. The keys are the contract's.

use crate::texto::plegar;
use ventanilla_reglas::convenio;

/// What a credit is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaseDeCredito {
    /// Cuotas of the month.
    Cop,
    /// Retiro, cesantía and vejez of the bimestre.
    Rcv,
    /// A fine.
    Multa,
    /// Capital constitutivo.
    CapitalConstitutivo,
    /// Gastos de ejecución.
    GastosEjecucion,
}

impl ClaseDeCredito {
    /// All, in the order in which they are offered.
    pub const TODAS: [Self; 5] = [
        Self::Cop,
        Self::Rcv,
        Self::Multa,
        Self::CapitalConstitutivo,
        Self::GastosEjecucion,
    ];

    /// Its key in the contract.
    pub const fn clave(self) -> &'static str {
        match self {
            Self::Cop => "cop",
            Self::Rcv => "rcv",
            Self::Multa => "multa",
            Self::CapitalConstitutivo => "capital_constitutivo",
            Self::GastosEjecucion => "gastos_ejecucion",
        }
    }

    /// What people read.
    pub const fn nombre(self) -> &'static str {
        match self {
            Self::Cop => "Cuotas del mes (COP)",
            Self::Rcv => "Retiro, cesantía y vejez (RCV)",
            Self::Multa => "Multa",
            Self::CapitalConstitutivo => "Capital constitutivo",
            Self::GastosEjecucion => "Gastos de ejecución",
        }
    }

    /// The same, where room is scarce.
    pub fn corto(self) -> &'static str {
        match self {
            Self::Cop => "Cuotas COP",
            Self::Rcv => "RCV",
            otra => otra.nombre(),
        }
    }

    /// Whether it is of a period and has an employer's and a worker's part.
    pub fn de_cuotas(self) -> bool {
        matches!(self, Self::Cop | Self::Rcv)
    }

    /// From its key.
    pub fn de_clave(clave: &str) -> Option<Self> {
        Self::TODAS.into_iter().find(|c| c.clave() == clave)
    }

    /// Reads what people write in a spreadsheet: `COP`, `cuotas`, `RCV`, `multa`, `capital constitutivo`.
    pub fn leer(texto: &str) -> Option<Self> {
        let llano = plegar(&texto.replace('_', " "));
        match llano.as_str() {
            "cop"
            | "imss"
            | "cuota"
            | "cuotas"
            | "cuotas cop"
            | "cuotas imss"
            | "cuotas obrero patronales"
            | "cuotas obrero-patronales"
            | "cuotas del mes"
            | "cuotas del mes (cop)" => Some(Self::Cop),
            "rcv"
            | "retiro"
            | "rcv bimestral"
            | "retiro, cesantia y vejez"
            | "retiro cesantia y vejez"
            | "retiro, cesantia y vejez (rcv)" => Some(Self::Rcv),
            "multa" | "multas" | "sancion" => Some(Self::Multa),
            "capital constitutivo" | "capitales constitutivos" | "capital" | "cc" => Some(Self::CapitalConstitutivo),
            "gastos de ejecucion" | "gastos ejecucion" | "gastos" => Some(Self::GastosEjecucion),
            _ => None,
        }
    }
}

impl From<ClaseDeCredito> for convenio::ClaseDeCredito {
    fn from(clase: ClaseDeCredito) -> Self {
        match clase {
            ClaseDeCredito::Cop => Self::Cop,
            ClaseDeCredito::Rcv => Self::Rcv,
            ClaseDeCredito::Multa => Self::Multa,
            ClaseDeCredito::CapitalConstitutivo => Self::CapitalConstitutivo,
            ClaseDeCredito::GastosEjecucion => Self::GastosEjecucion,
        }
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back() {
        for clase in ClaseDeCredito::TODAS {
            for texto in [clase.clave(), clase.nombre(), clase.corto()] {
                assert_eq!(ClaseDeCredito::leer(texto), Some(clase), "{texto}");
            }
            assert_eq!(ClaseDeCredito::de_clave(clase.clave()), Some(clase));
        }
        assert_eq!(ClaseDeCredito::leer("infonavit"), None);
    }
}
