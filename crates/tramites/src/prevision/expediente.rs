//! The record of a payroll: exactly what was typed, as text, so that nothing is lost and a draft of any version loads.

use super::guion::Hoja;
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};
use ventanilla_reglas::captura;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::Politicas;

/// Version of the record's form. A later one is refused with a reason.
pub const FORMATO: u16 = 1;

/// A row of a sheet: the text of each cell. Missing cells at the end are empty.
pub type Fila = Vec<String>;

/// A payroll and its period, with a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Escenario {
    /// Name a person gave it.
    pub nombre: String,
    /// The employer.
    pub patron: DatosDelPatron,
    /// The period.
    pub periodo: DatosDelPeriodo,
    /// Sheet *Trabajadores*.
    pub trabajadores: Vec<Fila>,
    /// Sheet *Movimientos e incidencias*.
    pub movimientos: Vec<Fila>,
    /// Sheet *Percepciones*.
    pub percepciones: Vec<Fila>,
    /// Choices where the law is ambiguous.
    pub politicas: Politicas,
}

impl Escenario {
    /// The rows of a sheet.
    pub fn hoja(&self, hoja: Hoja) -> &Vec<Fila> {
        match hoja {
            Hoja::Trabajadores => &self.trabajadores,
            Hoja::Movimientos => &self.movimientos,
            Hoja::Percepciones => &self.percepciones,
        }
    }

    /// Whether nothing has been typed into the sheets.
    pub fn vacio(&self) -> bool {
        Hoja::TODAS
            .iter()
            .all(|hoja| self.hoja(*hoja).iter().flatten().all(|celda| celda.trim().is_empty()))
    }
}

/// How the prima is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrigenDePrima {
    /// It is typed: the one of the annual determination.
    #[default]
    Prima,
    /// The *prima media* of a class (LSS 73).
    Clase,
    /// A fracción of the catalogue gives the class.
    Fraccion,
}

/// The employer, as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[serde(default)]
pub struct DatosDelPatron {
    /// Registro patronal.
    #[validate(length(max = 40, code = "largo"))]
    pub registro_patronal: String,
    /// Name or company name.
    #[validate(length(max = 200, code = "largo"))]
    pub nombre: String,
    /// RFC.
    #[validate(length(max = 40, code = "largo"))]
    pub rfc: String,
    /// Area of the workplace.
    pub area: Area,
    /// How the prima is known.
    pub origen_de_prima: OrigenDePrima,
    /// Prima, percent.
    #[validate(custom(function = "prima_escrita"))]
    pub prima: String,
    /// Class, I to V.
    pub clase: String,
    /// Fracción of the catalogue, three or four digits.
    pub fraccion: String,
    /// Days of *aguinaldo*; empty for the legal minimum.
    #[validate(custom(function = "dias_de_aguinaldo"))]
    pub aguinaldo: String,
    /// *Prima vacacional*, percent; empty for the legal minimum.
    #[validate(custom(function = "por_ciento"))]
    pub prima_vacacional: String,
}

impl Default for DatosDelPatron {
    fn default() -> Self {
        Self {
            registro_patronal: String::new(),
            nombre: String::new(),
            rfc: String::new(),
            area: Area::General,
            origen_de_prima: OrigenDePrima::Prima,
            prima: String::new(),
            clase: "I".to_owned(),
            fraccion: String::new(),
            aguinaldo: String::new(),
            prima_vacacional: String::new(),
        }
    }
}

fn error(codigo: &'static str, mensaje: impl Into<String>) -> ValidationError {
    ValidationError::new(codigo).with_message(mensaje.into().into())
}

fn prima_escrita(texto: &str) -> Result<(), ValidationError> {
    if texto.trim().is_empty() {
        return Ok(()); // whether it is needed depends on how the prima is known: the dictamen says so
    }
    leer_prima(texto).map(|_| ()).map_err(|mensaje| error("prima", mensaje))
}

/// Reads a prima as a person types it: `0.54355`, `0.54355 %`.
pub(super) fn leer_prima(texto: &str) -> Result<Tasa, String> {
    captura::porcentaje(texto).map_err(|e| e.to_string())
}

fn por_ciento(texto: &str) -> Result<(), ValidationError> {
    if texto.trim().is_empty() {
        return Ok(());
    }
    captura::porcentaje(texto)
        .map(|_| ())
        .map_err(|e| error("porcentaje", e.to_string()))
}

fn dias_de_aguinaldo(texto: &str) -> Result<(), ValidationError> {
    if texto.trim().is_empty() {
        return Ok(());
    }
    match captura::entero(texto) {
        Ok(dias) if dias <= 365 => Ok(()),
        Ok(_) => Err(error("aguinaldo", "El aguinaldo son de 15 a 365 días.")),
        Err(e) => Err(error("aguinaldo", e.to_string())),
    }
}

/// Which stretch of time is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaseDePeriodo {
    /// The IMSS figures of a month.
    #[default]
    Mes,
    /// Retiro, CEAV and Infonavit of a bimestre.
    Bimestre,
    /// Both months and the bimestre.
    Completo,
}

/// The period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct DatosDelPeriodo {
    /// What is computed.
    pub clase: ClaseDePeriodo,
    /// Year.
    pub anio: i32,
    /// Month 1–12, or bimestre 1–6.
    pub numero: u32,
}

impl Default for DatosDelPeriodo {
    fn default() -> Self {
        Self {
            clase: ClaseDePeriodo::Mes,
            anio: 2026,
            numero: 1,
        }
    }
}

impl DatosDelPeriodo {
    /// The same stretch seen as another class: April is in the second bimestre, and the second bimestre ends in April.
    pub fn como(self, clase: ClaseDePeriodo) -> Self {
        let era_mes = self.clase == ClaseDePeriodo::Mes;
        let sera_mes = clase == ClaseDePeriodo::Mes;
        let numero = match (era_mes, sera_mes) {
            (true, false) => self.numero.div_ceil(2),
            (false, true) => self.numero * 2,
            _ => self.numero,
        };
        Self { clase, numero, ..self }
    }

    /// Its name for a person: `abril de 2026`, `bimestre 2 de 2026 (marzo y abril)`.
    pub fn nombre(self) -> String {
        let mes = nombre_del_mes;
        let anio = self.anio;
        match self.clase {
            ClaseDePeriodo::Mes => format!("{} de {anio}", mes(self.numero)),
            ClaseDePeriodo::Bimestre | ClaseDePeriodo::Completo => format!(
                "bimestre {} de {anio} ({} y {})",
                self.numero,
                mes(self.numero * 2 - 1),
                mes(self.numero * 2)
            ),
        }
    }
}
