//! What comes out of a confronta, as the Worker hands it to the page: a heading and the workers in slices.

use crate::emitido::{Cifras, Hoja};
use crate::mensajes;
use serde::{Deserialize, Serialize};
use ventanilla_reglas::cuotas::CUANTAS;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::mensajes::Regla;
use ventanilla_reglas::politica::Politicas;

/// Why an emission and a computation differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Causa {
    /// Only in the emission.
    SoloEnEmision,
    /// Only in the payroll.
    SoloEnNomina,
    /// Days after the baja.
    Baja,
    /// It begins on another day.
    Alta,
    /// Other days.
    Dias,
    /// A change of salary that the emission does not have.
    Modificacion,
    /// Another salary.
    Sbc,
    /// Absences.
    Ausentismo,
    /// Incapacities.
    Incapacidad,
    /// Another prima.
    Prima,
    /// Another UMA.
    Uma,
    /// Another rate of cesantía y vejez.
    TasaCeav,
    /// A ramo that is not charged.
    RamoOmitido,
    /// Within the tolerance.
    Redondeo,
    /// None of the above.
    SinExplicacion,
}

impl Causa {
    /// All of them, in the order in which they are shown.
    pub const TODAS: [Self; 15] = [
        Self::SoloEnEmision,
        Self::SoloEnNomina,
        Self::Baja,
        Self::Alta,
        Self::Dias,
        Self::Modificacion,
        Self::Sbc,
        Self::Ausentismo,
        Self::Incapacidad,
        Self::Prima,
        Self::Uma,
        Self::TasaCeav,
        Self::RamoOmitido,
        Self::Redondeo,
        Self::SinExplicacion,
    ];

    /// Its words, help and articles.
    pub fn regla(self) -> &'static Regla {
        match self {
            Self::SoloEnEmision => &mensajes::SOLO_EN_EMISION,
            Self::SoloEnNomina => &mensajes::SOLO_EN_NOMINA,
            Self::Baja => &mensajes::BAJA,
            Self::Alta => &mensajes::ALTA,
            Self::Dias => &mensajes::DIAS,
            Self::Modificacion => &mensajes::MODIFICACION,
            Self::Sbc => &mensajes::SBC,
            Self::Ausentismo => &mensajes::AUSENTISMO,
            Self::Incapacidad => &mensajes::INCAPACIDAD,
            Self::Prima => &mensajes::PRIMA,
            Self::Uma => &mensajes::UMA,
            Self::TasaCeav => &mensajes::TASA_CEAV,
            Self::RamoOmitido => &mensajes::RAMO_OMITIDO,
            Self::Redondeo => &mensajes::REDONDEO,
            Self::SinExplicacion => &mensajes::SIN_EXPLICACION,
        }
    }

    /// Its name: the words before the colon.
    pub fn nombre(self) -> &'static str {
        let titulo = self.regla().titulo;
        titulo.split_once(':').map_or(titulo, |(antes, _)| antes)
    }
}

/// What a cause explains of a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explicada {
    /// The cause.
    pub causa: Causa,
    /// What fills the blank of its words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detalle: String,
    /// Cents of each figure that it explains (emission less computed), those that are not zero.
    pub cifras: Vec<(u8, i64)>,
}

impl Explicada {
    /// From the cents of each figure; `None` when they are all zero.
    pub fn nueva(causa: Causa, detalle: impl Into<String>, cifras: &Cifras) -> Option<Self> {
        let cifras = dispersas(cifras);
        (!cifras.is_empty()).then(|| Self {
            causa,
            detalle: detalle.into(),
            cifras,
        })
    }

    /// Cents that it explains in all.
    pub fn centavos(&self) -> i64 {
        self.cifras.iter().map(|(_, c)| c).sum()
    }

    /// Its sentence.
    pub fn texto(&self) -> String {
        self.causa.regla().mensaje(&[("detalle", &self.detalle)])
    }
}

/// The figures that are not zero, with their positions.
pub fn dispersas(cifras: &Cifras) -> Vec<(u8, i64)> {
    let con_lugar = cifras.iter().enumerate().filter(|(_, c)| **c != 0);
    con_lugar
        .filter_map(|(i, c)| Some((u8::try_from(i).ok()?, *c)))
        .collect()
}

/// A row of the emission, as the page needs it to explain a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RenglonDicho {
    /// Its sheet.
    pub hoja: Hoja,
    /// Days.
    pub dias: u32,
    /// Daily salary, cents.
    pub sbc: i64,
    /// Date of the movement, `AAAA-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fecha: Option<String>,
}

/// A worker confronted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confrontado {
    /// NSS.
    pub nss: String,
    /// Name.
    pub nombre: String,
    /// Its row in the payroll, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fila_de_nomina: Option<usize>,
    /// Its rows.
    pub renglones: Vec<RenglonDicho>,
    /// What the emission charges.
    pub emision: Cifras,
    /// What is computed; absent when it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calculado: Option<Cifras>,
    /// Amortización, cents, taken as given.
    #[serde(default)]
    pub amortizacion: i64,
    /// What explains the difference. With the remainders (`redondeo`, `sin_explicacion`) it adds up to it exactly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causas: Vec<Explicada>,
    /// Findings of this worker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avisos: Vec<Aviso>,
}

impl Confrontado {
    /// Days in a sheet.
    pub fn dias(&self, hoja: Hoja) -> u32 {
        self.renglones.iter().filter(|r| r.hoja == hoja).map(|r| r.dias).sum()
    }

    /// What is computed.
    pub fn calculado(&self) -> &Cifras {
        self.calculado.as_ref().unwrap_or(&self.emision)
    }

    /// Emission less computed, of each figure.
    pub fn diferencia(&self) -> Cifras {
        resta(&self.emision, self.calculado())
    }

    /// The same, in all.
    pub fn centavos(&self) -> i64 {
        self.diferencia().iter().sum()
    }

    /// Whether something other than rounding differs.
    pub fn difiere(&self) -> bool {
        self.causas.iter().any(|c| c.causa != Causa::Redondeo)
    }
}

/// One less another, figure by figure.
pub fn resta(a: &Cifras, b: &Cifras) -> Cifras {
    std::array::from_fn(|i| a[i] - b[i])
}

/// A finding, as it crosses to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aviso {
    /// Code of its rule.
    pub codigo: String,
    /// `error`, `advertencia` or `nota`.
    pub gravedad: String,
    /// What is wrong and how it is mended.
    pub mensaje: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

impl Aviso {
    /// A finding of a rule.
    pub fn nuevo(regla: &'static Regla, datos: &[(&str, &str)]) -> Self {
        Hallazgo::nuevo(regla, "", datos).into()
    }
}

impl From<Hallazgo> for Aviso {
    fn from(hallazgo: Hallazgo) -> Self {
        let gravedad = match hallazgo.gravedad {
            Gravedad::Error => "error",
            Gravedad::Advertencia => "advertencia",
            Gravedad::Nota => "nota",
        };
        Self {
            codigo: hallazgo.codigo.to_owned(),
            gravedad: gravedad.to_owned(),
            mensaje: hallazgo.mensaje,
            fundamento: hallazgo.fundamento.iter().map(|a| (*a).to_owned()).collect(),
        }
    }
}

/// What a cause explains of all the workers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumaDeCausa {
    /// The cause.
    pub causa: Causa,
    /// Workers that have it.
    pub trabajadores: usize,
    /// Cents (emission less computed).
    pub centavos: i64,
}

/// The heading of a confronta.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confronta {
    /// Name of the employer.
    pub razon_social: String,
    /// Registro patronal.
    pub registro_patronal: String,
    /// Year.
    pub anio: i32,
    /// Month.
    pub mes: u32,
    /// Sheets that were confronted.
    pub hojas: Vec<Hoja>,
    /// Prima of the emission, percent.
    pub prima: Option<String>,
    /// Name of the payroll it was compared with; `None`: only the arithmetic.
    pub nomina: Option<String>,
    /// Prima of the payroll, percent.
    #[serde(default)]
    pub prima_de_nomina: Option<String>,
    /// `general` or `zlfn`: the area whose minimum wage was used.
    pub area: String,
    /// Readings that were used of what the law leaves in doubt; those of the payroll when there is one.
    #[serde(default)]
    pub politicas: Politicas,
    /// Tolerance of each ramo, cents.
    pub tolerancia: i64,
    /// What the emission charges, in all.
    pub emision: Cifras,
    /// What is computed, in all.
    pub calculado: Cifras,
    /// What the summary sheet says.
    pub resumen: [Option<i64>; CUANTAS],
    /// Amortización, cents, taken as given.
    pub amortizacion: i64,
    /// Workers.
    pub trabajadores: usize,
    /// Workers that differ by more than rounding.
    pub con_diferencia: usize,
    /// Workers that could not be compared: the emission's rows cannot be computed, or the payroll's has errors.
    #[serde(default)]
    pub sin_comparar: usize,
    /// Each cause, with what it explains.
    pub causas: Vec<SumaDeCausa>,
    /// Findings on the file as a whole.
    pub avisos: Vec<Aviso>,
    /// Findings that were left out for being too many.
    pub avisos_de_mas: usize,
    /// Version of the parameters.
    pub normativa: String,
}

impl Confronta {
    /// What the emission charges, cents.
    pub fn total_emision(&self) -> i64 {
        self.emision.iter().sum::<i64>() + self.amortizacion
    }

    /// What is computed, cents.
    pub fn total_calculado(&self) -> i64 {
        self.calculado.iter().sum::<i64>() + self.amortizacion
    }

    /// Emission less computed, cents.
    pub fn diferencia(&self) -> i64 {
        self.total_emision() - self.total_calculado()
    }
}
