//! What is written is read back exactly.

use super::{emisiones, una};
use proptest::prelude::proptest;
use proptest::prop_assert_eq;
use proptest::test_runner::Config;
use ventanilla_archivos::emision::muestra::{escribir, hojas_de_texto};
use ventanilla_archivos::emision::{Emision, RenglonEma, de_hojas, xls};

#[test]
fn one_worker_is_read_back() {
    assert_eq!(de_hojas(&hojas_de_texto(&una())), Ok(una()));
    assert_eq!(xls::leer(&escribir(&una())), Ok(una()));
}

#[test]
fn the_binary_sheets_are_those_of_text() {
    let mut binarias = xls::hojas(&escribir(&una())).expect("own workbook");
    let mut de_texto = hojas_de_texto(&una());
    for fila in binarias.iter_mut().chain(&mut de_texto).flat_map(|h| &mut h.filas) {
        while fila.last().is_some_and(String::is_empty) {
            fila.pop();
        }
    }
    assert_eq!(binarias, de_texto);
}

#[test]
fn a_month_without_eba_has_two_sheets() {
    let mut sola = una();
    sola.eba.clear();
    sola.resumen.rcv = Default::default();
    assert_eq!(xls::hojas(&escribir(&sola)).expect("own workbook").len(), 2);
    assert_eq!(xls::leer(&escribir(&sola)), Ok(sola));
}

/// The table of strings takes many CONTINUE records, and the file many sectors.
#[test]
fn five_thousand_workers_are_read_back() {
    let modelo = &una().ema[0];
    let renglon = |i: u32| RenglonEma {
        fila: 6 + i,
        nss: format!("99{i:09}"),
        nombre: format!("FICTICIA EJEMPLO NÚMERO {i}"),
        ..modelo.clone()
    };
    let muchos = Emision {
        ema: (0..5_000).map(renglon).collect(),
        ..Emision::default()
    };
    assert_eq!(xls::leer(&escribir(&muchos)), Ok(muchos));
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// Any emisión, as text and as a binary workbook.
    #[test]
    fn any_emision_is_read_back(emision in emisiones()) {
        prop_assert_eq!(de_hojas(&hojas_de_texto(&emision)), Ok(emision.clone()));
        prop_assert_eq!(xls::leer(&escribir(&emision)), Ok(emision));
    }
}
