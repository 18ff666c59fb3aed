//! A batch of people who do not exist, to look around with; and the same with everything wrong that people bring.

use super::columnas::COLUMNAS;
use super::expediente::{Fila, Lote};
use crate::celdas::cortar;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Movements of the last working days before `hoy`.
pub fn lote_de_ejemplo(hoy: NaiveDate) -> Lote {
    let dia = fecha(hoy);
    let texto = format!(
        "08\t99068400011\tFicticia\tEjemplo\tPetra\t{dia}\t545.64\t\t1\t0\t\t001\tFIEP840315MJCCJT01\t101\n\
         08\t99189800040\tDemostración\tFicticio\tHugo\t{dia}\t400.00\t\t2\t2\t0\t001\tDEFH980109HJCMCG04\t102\n\
         02\t99129200038\tMuestra\tDemo\tLucía\t{dia}\t\t2\t\t\t\t\t\t087\n\
         02\t99856600087\tEjemplar\tFicticio\tTomás\t{dia}\t\t9\t\t\t\t\t\t015\n\
         07\t99210100055\tEnsayo\tModelo\tElvira\t{dia}\t612.30\t\t\t\t\t\tEAME010518MJCNDLA5\t064\n\
         07\t99088800075\tBorrador\tMuestra\tNorma\t{dia}\t701.15\t\t\t\t\t\tBOMN880825MYNRSR02\t059"
    );
    con_filas(&texto)
}

/// A batch in which every row has something wrong.
pub fn lote_con_errores(hoy: NaiveDate) -> Lote {
    let dia = fecha(hoy);
    let texto = format!(
        "08\t99068400012\tFicticia\tEjemplo\tPetra\t{dia}\t200.00\t\t1\t0\t\t001\tFIEP840315MJCCJT09\t101\n\
         02\t99129200038\tMuestra\tDemo\tLucía\t31/02/2026\t\tZ\t\t\t\t\t\t087\n\
         07\t99210100055\tEnsayo\tModelo\tElvira 2\t{dia}\t9999.00\t\t\t\t\t\tEAME010518MJCNDLA5\t064"
    );
    con_filas(&texto)
}

/// Registro patronal of the samples, of nobody.
pub(super) const REGISTRO: &str = "Z99-00001-10-8";

fn con_filas(texto: &str) -> Lote {
    let ancho = |mut fila: Fila| {
        fila.resize(COLUMNAS.len(), String::new());
        fila
    };
    Lote {
        registro_patronal: REGISTRO.to_owned(),
        guia: "01400".to_owned(),
        filas: cortar(texto).into_iter().map(ancho).collect(),
        ..Lote::default()
    }
}

/// The last weekday before a day, `dd/mm/aaaa`.
fn fecha(hoy: NaiveDate) -> String {
    let mut dia = hoy.checked_sub_days(Days::new(1)).unwrap_or(hoy);
    while matches!(dia.weekday(), Weekday::Sat | Weekday::Sun) {
        dia = dia.checked_sub_days(Days::new(1)).unwrap_or(dia);
    }
    format!("{:02}/{:02}/{:04}", dia.day(), dia.month(), dia.year())
}
