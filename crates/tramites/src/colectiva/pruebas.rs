//! What must hold of any list.

use super::{BLOQUE, GUION, PERSONAS, leer_pegado};
use crate::guion::{Mirada, Pegado, Respuestas, Revision};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;
use ventanilla_normativa::Normativa;

fn hoy() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 15).expect("fecha")
}

fn leer(modalidad: &str, texto: &str) -> Pegado {
    let normativa = Normativa::publicada();
    let mut r = Respuestas::default();
    r.poner("opcion.modalidad", modalidad);
    leer_pegado(&Mirada::nueva(&r, &normativa, hoy()), texto)
}

fn revisar(filas: &[Vec<(&str, String)>]) -> Revision {
    let normativa = Normativa::publicada();
    let mut r = Respuestas::default();
    r.poner("opcion.modalidad", "pti");
    r.contar(BLOQUE, filas.len());
    for (i, fila) in filas.iter().enumerate() {
        for (campo, texto) in fila {
            r.poner(format!("{BLOQUE}.{i}.{campo}"), texto.as_str());
        }
    }
    let mut revision = GUION.revisar(&r, &normativa, hoy());
    revision.hallazgos = GUION.dictamen(&revision, &normativa, hoy()).hallazgos;
    revision
}

/// The cells of the rows, in the order of the questions named.
fn celdas(pegado: &Pegado, campos: &[&str]) -> Vec<Vec<String>> {
    let celda = |fila: &Vec<(&'static str, String)>, campo: &str| {
        let suya = fila.iter().find(|(c, _)| *c == campo);
        suya.map(|(_, t)| t.clone()).unwrap_or_default()
    };
    let fila = |f| campos.iter().map(|c| celda(f, c)).collect();
    pegado.filas.iter().map(fila).collect()
}

#[test]
fn headings_may_come_in_any_order_and_in_the_words_of_each_office() {
    let texto = "Padrón de la cooperativa\n\
        No.;Apellido paterno;Apellido materno;Nombre(s);No. de Seguridad Social;C.U.R.P.;Fecha nac.;Ingreso mensual;Teléfono;Clase de riesgo\n\
        1;Ficticia;Ejemplo;Ana;99128400019;FIEP840315MJCCJT01;15/03/1984;12,000.00;5555550101;clase ii\n\
        \n\
        2;Ficticio;;Bruno;;;;x;;9\n";
    let leido = leer("pti", texto);
    assert_eq!(
        celdas(
            &leido,
            &["nombre", "curp", "nss", "nacimiento", "ingreso_mensual", "clase"]
        ),
        [
            [
                "Ficticia Ejemplo Ana",
                "FIEP840315MJCCJT01",
                "99128400019",
                "15/03/1984",
                "12,000.00",
                "II"
            ],
            ["Ficticio Bruno", "", "", "", "x", "9"],
        ]
    );
    assert_eq!(
        leido.avisos,
        [
            "No se usó lo que está arriba de los títulos: Padrón de la cooperativa.",
            "No se usaron las columnas: Teléfono."
        ]
    );
}

#[test]
fn without_headings_each_column_is_known_by_its_form() {
    let texto = "FIEP840315MJCCJT01\tAna Ficticia\t12000\tI\t99128400019\n\
                 mal\tBruno Ficticio\t9000\t3\t123\nFIEP840315MJCCJT01\tCarla\t\t2\t99128400019";
    assert_eq!(
        celdas(
            &leer("pti", texto),
            &["nombre", "curp", "nss", "ingreso_mensual", "clase"]
        ),
        [
            ["Ana Ficticia", "FIEP840315MJCCJT01", "99128400019", "12000", "I"],
            ["Bruno Ficticio", "mal", "123", "9000", "III"],
            ["Carla", "FIEP840315MJCCJT01", "99128400019", "", "II"],
        ]
    );
    let familias = "1,Ana,FIEP840315MJCCJT01,\"34, 8\"\n2,Bruno,FIEP840315MJCCJT01,sin familia";
    assert_eq!(
        celdas(&leer("33", familias), &["nombre", "familia"]),
        [["Ana", "34, 8"], ["Bruno", "sin familia"]]
    );
}

#[test]
fn letters_of_sex_are_those_of_the_list() {
    let de = |letras: &[&str]| {
        let texto: String = letras.iter().map(|l| format!("x\t{l}\n")).collect();
        celdas(&leer("pti", &["nombre\tsexo\n", &texto].concat()), &["sexo"]).concat()
    };
    assert_eq!(de(&["M", "H"]), ["M", "H"]);
    assert_eq!(de(&["M", "F"]), ["H", "M"]);
    assert_eq!(de(&["Mujer", "masculino", "?"]), ["M", "H", "?"]);
}

#[test]
fn the_zero_that_a_spreadsheet_takes_away_is_put_back_only_where_it_fits() {
    let leido = leer("pti", "nombre\tnss\nAna\t1129840003\nBruno\t1129840004");
    let con_cero = celdas(&leido, &["nss"]).concat();
    let puestos = con_cero.iter().filter(|n| n.len() == 11).count();
    assert_eq!(puestos, leido.avisos.len(), "{con_cero:?} {:?}", leido.avisos);
    assert!(
        con_cero
            .iter()
            .all(|n| n.len() == 10 || ventanilla_reglas::identificador::nss_cuadra(n))
    );
}

#[test]
fn nothing_to_read_is_said() {
    assert!(leer("pti", " \n\t\n").filas.is_empty());
    assert_eq!(leer("pti", "").avisos.len(), 1);
}

#[test]
fn there_is_room_for_a_whole_list_and_the_limit_is_said() {
    let json =
        serde_json::json!({ "opcion": { "modalidad": "pti" }, "personas": vec![serde_json::json!({}); PERSONAS + 1] });
    let mal = GUION.leer_contenido(&json).expect_err("una de más");
    assert_eq!(mal[0].codigo, "formulario.demasiados");
    assert!(mal[0].mensaje.contains("2000"), "{}", mal[0].mensaje);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is pasted, every cell is in a row or is named in a notice.
    #[test]
    fn no_cell_is_lost(
        filas in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9 ñÑ/.$,-]{0,12}", 1..9), 1..12),
        modalidad in prop_oneof!["pti", "33", "44"],
    ) {
        let texto: String = filas.iter().map(|f| f.join("\t") + "\n").collect();
        prop_assume!(texto.contains('\t'));
        let leido = leer(&modalidad, &texto);
        let en_filas: Vec<&String> = leido.filas.iter().flatten().map(|(_, t)| t).collect();
        let avisos = leido.avisos.join(" ");
        let muchas = avisos.contains(" más.");
        for celda in filas.iter().flatten().map(|c| c.trim()).filter(|c| !c.is_empty()) {
            let guardada = en_filas.iter().any(|t| t.contains(celda));
            let traducida = celda.len() < 12 && en_filas.iter().any(|t| ["H", "M", "X", "I", "II", "III", "IV", "V"].contains(&t.as_str()));
            let numero = celda.parse::<usize>().is_ok();
            prop_assert!(guardada || traducida || numero || muchas || avisos.contains(celda), "{celda}: {leido:?}");
        }
    }

    /// If a row says that another one repeats it, that one says the same of it.
    #[test]
    fn repetitions_are_mutual(cuales in proptest::collection::vec(0_usize..4, 2..12)) {
        const CURPS: [&str; 3] = ["FIEP840315MJCCJT01", "FIEP840316MJCCJT09", "FIEP840317MJCCJT07"];
        let filas: Vec<Vec<(&str, String)>> = cuales
            .iter()
            .map(|i| vec![("curp", CURPS.get(*i).map_or_else(String::new, |c| (*c).to_owned()))])
            .collect();
        let revision = revisar(&filas);
        let validas: Vec<String> = (0..cuales.len()).map(|i| revision.valores.texto(&format!("personas.{i}.curp")).to_owned()).collect();
        let esperadas: BTreeSet<usize> = (0..validas.len())
            .filter(|i| !validas[*i].is_empty() && validas.iter().filter(|v| **v == validas[*i]).count() > 1)
            .collect();
        let dichas: BTreeSet<usize> = revision
            .hallazgos
            .iter()
            .filter(|h| h.codigo == "colectiva.curp_repetida")
            .filter_map(|h| h.campo.split('.').nth(1)?.parse().ok())
            .collect();
        prop_assert_eq!(dichas, esperadas);
    }
}
