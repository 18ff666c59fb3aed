//! The documents on the counter: typed facsimiles, so that the screen can draw each as what it is.

use serde::{Deserialize, Serialize};

/// What kind of paper it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaseDeDocumento {
    /// Deed of a company.
    ActaConstitutiva,
    /// Power of attorney.
    PoderNotarial,
    /// Proof of address.
    ComprobanteDomicilio,
    /// Sheet of the CURP.
    Curp,
    /// Official identification.
    Identificacion,
    /// *Constancia de situación fiscal*.
    SituacionFiscal,
    /// *Tarjeta de identificación patronal*.
    TarjetaPatronal,
    /// Sheet of the NSS, or of the weeks.
    ConstanciaSemanas,
    /// What is owed.
    EstadoDeAdeudo,
    /// Payroll, or slip of payment.
    Nomina,
    /// EMA, EBA, SUA.
    Cedula,
    /// Medical questionnaire or sheet, never with data of a real person.
    Cuestionario,
    /// Contract or invoice.
    Contrato,
    /// Act of an authority: notice, ruling, strike.
    Resolucion,
    /// Birth or marriage.
    ActaCivil,
    /// What somebody writes by hand or by mail.
    Escrito,
}

impl ClaseDeDocumento {
    /// Its name.
    pub fn rotulo(self) -> &'static str {
        match self {
            Self::ActaConstitutiva => "Acta constitutiva",
            Self::PoderNotarial => "Poder notarial",
            Self::ComprobanteDomicilio => "Comprobante de domicilio",
            Self::Curp => "Constancia de la CURP",
            Self::Identificacion => "Identificación oficial",
            Self::SituacionFiscal => "Constancia de situación fiscal",
            Self::TarjetaPatronal => "Tarjeta de identificación patronal",
            Self::ConstanciaSemanas => "Constancia de semanas cotizadas",
            Self::EstadoDeAdeudo => "Estado de adeudo",
            Self::Nomina => "Nómina",
            Self::Cedula => "Cédula",
            Self::Cuestionario => "Cuestionario médico",
            Self::Contrato => "Contrato o factura",
            Self::Resolucion => "Resolución o aviso",
            Self::ActaCivil => "Acta del registro civil",
            Self::Escrito => "Escrito",
        }
    }
}

/// A document on the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentoDelCaso {
    /// Its key in this case.
    pub clave: String,
    /// What kind of paper it is.
    pub clase: ClaseDeDocumento,
    /// Its heading.
    pub titulo: String,
    /// Its labelled fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub datos: Vec<Dato>,
    /// Its running text, by paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texto: Vec<String>,
}

/// A labelled field of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dato {
    /// The label.
    pub rotulo: String,
    /// What it says.
    pub valor: String,
}
