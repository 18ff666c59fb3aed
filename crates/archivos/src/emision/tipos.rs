//! What an emisión holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::hallazgo::Hallazgos;

/// A sheet of a workbook as rows of text, whatever it was read from.
///
/// The first row is row 1 of the spreadsheet and the first cell is column A: a reader must not drop empty ones at the
/// beginning. A number is its shortest decimal text (`315.04`); a date cell is `AAAA-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HojaDeTexto {
    /// Name on its tab.
    pub nombre: String,
    /// Rows of cells; they may have different lengths.
    pub filas: Vec<Vec<String>>,
}

/// A workbook of emisión, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emision {
    /// The sheet of summary.
    pub resumen: Resumen,
    /// Movements of the EMA (IMSS), in the order of the sheet; a worker may take several rows.
    pub ema: Vec<RenglonEma>,
    /// Movements of the EBA (RCV and Infonavit); empty in a month without one.
    pub eba: Vec<RenglonEba>,
    /// What a person should look at; the figures were read all the same.
    pub avisos: Hallazgos,
}

/// A month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Periodo {
    /// Year, four digits.
    pub anio: i32,
    /// Month, 1 to 12.
    pub mes: u32,
}

/// The summary. Whatever the sheet does not say is absent, never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumen {
    /// Name of the employer.
    pub razon_social: Option<String>,
    /// Month of the EMA.
    pub periodo: Option<Periodo>,
    /// Registro patronal as written, without spaces or hyphens.
    pub registro_patronal: Option<String>,
    /// Number of the proposal of the IMSS.
    pub propuesta: Option<String>,
    /// «Días» of the sheet (one of the readers compared takes it for the sum of the movements' days).
    pub dias: Option<u32>,
    /// Workers that contribute.
    pub total_cotizantes: Option<u32>,
    /// Prima de riesgos de trabajo in hundred-thousandths of a percentage point: 0.54355 % is 54355.
    pub prima: Option<i64>,
    /// Kind of document.
    pub tipo_documento: Option<String>,
    /// Totals by ramo, in cents.
    pub ramos: TotalesEma,
    /// The block of RCV and Infonavit.
    pub rcv: ResumenRcv,
}

/// Totals of the EMA by ramo, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalesEma {
    /// Cuota fija (LSS 106-I).
    pub cuota_fija: Option<i64>,
    /// Excedente, employer (LSS 106-II).
    pub excedente_patronal: Option<i64>,
    /// Excedente, worker.
    pub excedente_obrero: Option<i64>,
    /// Prestaciones en dinero, employer (LSS 107).
    pub pd_patronal: Option<i64>,
    /// Prestaciones en dinero, worker.
    pub pd_obrero: Option<i64>,
    /// Gastos médicos de pensionados, employer (LSS 25).
    pub gmp_patronal: Option<i64>,
    /// Gastos médicos de pensionados, worker.
    pub gmp_obrero: Option<i64>,
    /// Riesgos de trabajo (LSS 71).
    pub riesgos: Option<i64>,
    /// Invalidez y vida, employer (LSS 147).
    pub iv_patronal: Option<i64>,
    /// Invalidez y vida, worker.
    pub iv_obrero: Option<i64>,
    /// Guarderías y prestaciones sociales (LSS 211).
    pub gps: Option<i64>,
    /// Total.
    pub total: Option<i64>,
}

/// RCV and Infonavit in the summary; amounts in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumenRcv {
    /// Number of the proposal of RCV.
    pub propuesta: Option<String>,
    /// Workers that contribute.
    pub total_cotizantes: Option<u32>,
    /// Kind of document.
    pub tipo_documento: Option<String>,
    /// Workers with a credit of the Infonavit.
    pub acreditados: Option<u32>,
    /// Aportación patronal to the Infonavit, all workers.
    pub aportacion: Option<i64>,
    /// That of workers without a credit.
    pub aportacion_sin_credito: Option<i64>,
    /// That of workers with a credit.
    pub aportacion_con_credito: Option<i64>,
    /// Amortización of credits.
    pub amortizacion: Option<i64>,
    /// Aportación of workers with a credit, and amortización.
    pub con_credito_mas_amortizacion: Option<i64>,
    /// Aportación and amortización.
    pub suma_infonavit: Option<i64>,
    /// Retiro (LSS 168-I).
    pub retiro: Option<i64>,
    /// Cesantía y vejez, employer (LSS 168-II-a).
    pub cv_patronal: Option<i64>,
    /// Cesantía y vejez, worker (LSS 168-II-b).
    pub cv_obrero: Option<i64>,
    /// Retiro and cesantía y vejez.
    pub suma_rcv: Option<i64>,
    /// RCV and Infonavit.
    pub total: Option<i64>,
}

/// A row of movements of the EMA. Amounts and wage in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenglonEma {
    /// Row of the sheet, from 1.
    pub fila: u32,
    /// Número de seguridad social, 11 digits; the check digit is not verified here.
    pub nss: String,
    /// Name as written.
    pub nombre: String,
    /// Origin of the movement, as written (no published catalogue).
    pub origen: String,
    /// Kind of movement, as written (no published catalogue).
    pub tipo: String,
    /// Date of the movement; none where the sheet has `-`.
    pub fecha: Option<NaiveDate>,
    /// Days.
    pub dias: u32,
    /// Daily wage, in cents.
    pub salario: i64,
    /// Cuota fija.
    pub cuota_fija: i64,
    /// Excedente, employer.
    pub excedente_patronal: i64,
    /// Excedente, worker.
    pub excedente_obrero: i64,
    /// Prestaciones en dinero, employer.
    pub pd_patronal: i64,
    /// Prestaciones en dinero, worker.
    pub pd_obrero: i64,
    /// Gastos médicos de pensionados, employer.
    pub gmp_patronal: i64,
    /// Gastos médicos de pensionados, worker.
    pub gmp_obrero: i64,
    /// Riesgos de trabajo.
    pub riesgos: i64,
    /// Invalidez y vida, employer.
    pub iv_patronal: i64,
    /// Invalidez y vida, worker.
    pub iv_obrero: i64,
    /// Guarderías y prestaciones sociales.
    pub gps: i64,
    /// Total of the row as the sheet says it.
    pub total: i64,
}

/// A row of movements of the EBA. Amounts and wage in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenglonEba {
    /// Row of the sheet, from 1.
    pub fila: u32,
    /// Número de seguridad social, 11 digits; the check digit is not verified here.
    pub nss: String,
    /// Name as written.
    pub nombre: String,
    /// Origin of the movement, as written (no published catalogue).
    pub origen: String,
    /// Kind of movement, as written (no published catalogue).
    pub tipo: String,
    /// Date of the movement; none where the sheet has `-`.
    pub fecha: Option<NaiveDate>,
    /// Days.
    pub dias: u32,
    /// Daily wage, in cents.
    pub salario: i64,
    /// Retiro.
    pub retiro: i64,
    /// Cesantía y vejez, employer.
    pub cv_patronal: i64,
    /// Cesantía y vejez, worker.
    pub cv_obrero: i64,
    /// Subtotal of RCV as the sheet says it.
    pub subtotal_rcv: i64,
    /// Aportación patronal to the Infonavit.
    pub aportacion: i64,
    /// Kind of discount of the credit, as written; empty without a credit.
    pub tipo_descuento: String,
    /// Value of the discount, as written (its unit depends on the kind); empty without a credit.
    pub valor_descuento: String,
    /// Number of the credit, as written; empty without one.
    pub credito: String,
    /// Amortización.
    pub amortizacion: i64,
    /// Subtotal of the Infonavit as the sheet says it.
    pub subtotal_infonavit: i64,
    /// Total of the row as the sheet says it.
    pub total: i64,
}
