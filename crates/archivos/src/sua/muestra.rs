//! Made-up workers, so that tests and newcomers have files that look like real ones. Nobody is in them: the NSS begin with 99
//! and the registro patronal is of the municipality Z99, which do not exist.

use super::{Asegurado, Movimiento, Tipo};
use chrono::NaiveDate;

const REGISTRO: &str = "Z9900001108";

/// NSS, RFC, CURP and name of each.
const PERSONAS: [[&str; 6]; 5] = [
    [
        "99068400011",
        "FIEP840315996",
        "FIEP840315MJCCJT01",
        "FICTICIA",
        "EJEMPLO",
        "PETRA",
    ],
    [
        "99189800040",
        "DEFH980109999",
        "DEFH980109HJCMCG04",
        "DEMOSTRACION",
        "FICTICIO",
        "HUGO",
    ],
    [
        "99210100055",
        "EAME01051899A",
        "EAME010518MJCNDLA5",
        "ENSAYO",
        "MODELO",
        "ELVIRA",
    ],
    [
        "99129200038",
        "MUDL921130997",
        "MUDL921130MPLSMC06",
        "MUÑOZ MUESTRA",
        "DEMO",
        "LUCIA",
    ],
    [
        "99038300101",
        "MADA830927999",
        "MADA830927HQTQML02",
        "MAQUETA",
        "",
        "ALDO",
    ],
];

/// Their salaries, in cents (with the least of 2026 among them).
const SALARIOS: [i64; 5] = [60_000, 33_058, 54_564, 293_275, 45_000];

/// Workers of a small employer.
#[must_use]
pub fn muestra_aseg() -> Vec<Asegurado> {
    PERSONAS
        .iter()
        .zip(SALARIOS)
        .enumerate()
        .map(|(i, ([nss, rfc, curp, paterno, materno, nombres], sdi))| Asegurado {
            renglon: i + 1,
            registro_patronal: REGISTRO.to_owned(),
            nss: (*nss).to_owned(),
            rfc: (*rfc).to_owned(),
            curp: (*curp).to_owned(),
            paterno: (*paterno).to_owned(),
            materno: (*materno).to_owned(),
            nombres: (*nombres).to_owned(),
            tipo: 1,
            jornada: 0,
            alta: NaiveDate::from_ymd_opt(2024, 3, 1 + u32::try_from(i).unwrap_or(0)),
            sdi,
            ubicacion: "PLANTA".to_owned(),
            credito: None,
        })
        .collect()
}

/// What happened to them in October 2026.
#[must_use]
pub fn muestra_movt() -> Vec<Movimiento> {
    let movimiento = |renglon, quien: usize, tipo, dia, dias, folio: &str, sdi| {
        Some(Movimiento {
            renglon,
            registro_patronal: REGISTRO.to_owned(),
            nss: PERSONAS.get(quien)?[0].to_owned(),
            tipo,
            fecha: NaiveDate::from_ymd_opt(2026, 10, dia)?,
            folio: folio.to_owned(),
            dias,
            sdi,
        })
    };
    [
        movimiento(1, 0, Tipo::Modificacion, 16, 0, "", 63_000),
        movimiento(2, 2, Tipo::Ausentismo, 12, 2, "", 0),
        movimiento(3, 1, Tipo::Incapacidad, 5, 7, "ZZ000001", 0),
        movimiento(4, 4, Tipo::Baja, 20, 0, "", 0),
    ]
    .into_iter()
    .flatten()
    .collect()
}
