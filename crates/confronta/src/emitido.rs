//! The emission as this floor sees it: rows of days at a salary with what was charged for them, grouped by NSS.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ventanilla_reglas::cuotas::{CUANTAS, FIGURAS};

/// Amounts of the fifteen figures, cents, in the order of [`FIGURAS`].
pub type Cifras = [i64; CUANTAS];

/// The two sheets of an emission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hoja {
    /// Monthly: the IMSS figures.
    Ema,
    /// Bimonthly: retiro, cesantía y vejez, Infonavit.
    Eba,
}

impl Hoja {
    /// Both, in order.
    pub const AMBAS: [Self; 2] = [Self::Ema, Self::Eba];

    /// Its name.
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Ema => "EMA",
            Self::Eba => "EBA",
        }
    }

    /// Whether it carries the figure at a position of [`FIGURAS`].
    pub fn tiene(self, figura: usize) -> bool {
        FIGURAS.get(figura).is_some_and(|f| f.bimestral == (self == Self::Eba))
    }
}

/// A row of the emission.
#[derive(Clone, Debug, PartialEq)]
pub struct Renglon {
    /// Its sheet.
    pub hoja: Hoja,
    /// Its row in the file, from 1.
    pub fila: u32,
    /// NSS as digits; what was there when it is not.
    pub nss: String,
    /// Name.
    pub nombre: String,
    /// Date of the movement, where there is one.
    pub fecha: Option<NaiveDate>,
    /// Days.
    pub dias: u32,
    /// Daily salary, cents.
    pub sbc: i64,
    /// What was charged.
    pub cifras: Cifras,
    /// Amortización of a credit, cents.
    pub amortizacion: i64,
}

impl Renglon {
    /// The sum of what it charges.
    pub fn suma(&self) -> i64 {
        self.cifras.iter().sum::<i64>() + self.amortizacion
    }
}

/// What the summary sheet says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resumen {
    /// Name of the employer.
    pub razon_social: String,
    /// Registro patronal.
    pub registro_patronal: String,
    /// Year.
    pub anio: i32,
    /// Month, 1 to 12.
    pub mes: u32,
    /// Prima, percent, as text with its decimals.
    pub prima: Option<String>,
    /// Each figure, where the sheet has it.
    pub cifras: [Option<i64>; CUANTAS],
    /// Amortización, where the sheet has it.
    pub amortizacion: Option<i64>,
}

/// An emission.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emitida {
    /// Its summary.
    pub resumen: Resumen,
    /// Whether it has the sheet EMA, EBA.
    pub hojas: Vec<Hoja>,
    /// Its rows, in the order of the file.
    pub renglones: Vec<Renglon>,
}

/// A worker of the emission: the positions of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Persona {
    /// NSS, as the rows have it.
    pub nss: String,
    /// Name of the first row that has one.
    pub nombre: String,
    /// Rows of the EMA.
    pub ema: Vec<usize>,
    /// Rows of the EBA.
    pub eba: Vec<usize>,
    /// Another name that came with the same NSS.
    pub otro_nombre: Option<String>,
}

impl Persona {
    /// Positions of its rows in a sheet.
    pub fn de(&self, hoja: Hoja) -> &[usize] {
        match hoja {
            Hoja::Ema => &self.ema,
            Hoja::Eba => &self.eba,
        }
    }
}

/// NSS without hyphens or blanks; ten digits lost a zero on the way through a spreadsheet.
pub fn nss_llano(texto: &str) -> String {
    let digitos: String = texto.chars().filter(char::is_ascii_digit).collect();
    let ajeno = texto.chars().any(|c| c.is_alphabetic());
    match digitos.len() {
        0 => texto.trim().to_owned(),
        _ if ajeno => texto.trim().to_owned(),
        10 => ["0", &digitos].concat(),
        _ => digitos,
    }
}

/// The workers, in the order of their first row. A row without NSS is somebody of its own.
pub fn personas(renglones: &[Renglon]) -> Vec<Persona> {
    let mut personas: Vec<Persona> = Vec::new();
    let mut lugares: HashMap<&str, usize> = HashMap::with_capacity(renglones.len());
    for (i, renglon) in renglones.iter().enumerate() {
        let nueva = personas.len();
        let lugar = if renglon.nss.is_empty() {
            nueva
        } else {
            *lugares.entry(&renglon.nss).or_insert(nueva)
        };
        if lugar == nueva {
            personas.push(Persona {
                nss: renglon.nss.clone(),
                nombre: renglon.nombre.clone(),
                ema: Vec::new(),
                eba: Vec::new(),
                otro_nombre: None,
            });
        }
        let persona = &mut personas[lugar];
        match renglon.hoja {
            Hoja::Ema => persona.ema.push(i),
            Hoja::Eba => persona.eba.push(i),
        }
        if persona.nombre.is_empty() {
            persona.nombre.clone_from(&renglon.nombre);
        } else if !renglon.nombre.is_empty()
            && persona.otro_nombre.is_none()
            && !renglon.nombre.eq_ignore_ascii_case(&persona.nombre)
        {
            persona.otro_nombre = Some(renglon.nombre.clone());
        }
    }
    personas
}
