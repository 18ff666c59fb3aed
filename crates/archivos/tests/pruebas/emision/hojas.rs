//! What a sheet that is not as it should be gives.

use super::una;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::prop_assert;
use proptest::sample::select;
use proptest::test_runner::Config;
use ventanilla_archivos::emision::muestra::hojas_de_texto;
use ventanilla_archivos::emision::{Emision, ErrorDeEmision, Hallazgos, HojaDeTexto, de_hojas};

/// Sheets of [`una`]: 0 is the summary, 1 the EMA, 2 the EBA; the first movement is row 6.
fn con(cambiar: impl FnOnce(&mut Vec<HojaDeTexto>)) -> Result<Emision, ErrorDeEmision> {
    let mut hojas = hojas_de_texto(&una());
    cambiar(&mut hojas);
    de_hojas(&hojas)
}

fn codigos(hallazgos: &Hallazgos) -> Vec<&str> {
    hallazgos.lista.iter().map(|h| h.codigo.as_str()).collect()
}

fn poner(hojas: &mut [HojaDeTexto], hoja: usize, fila: usize, columna: usize, texto: &str) {
    hojas[hoja].filas[fila - 1][columna] = texto.to_owned();
}

fn solo_error(lectura: Result<Emision, ErrorDeEmision>) -> String {
    let error = lectura.expect_err("must be refused");
    assert_eq!(error.hallazgos.len(), 1, "{error}");
    error.to_string()
}

#[test]
fn a_wrong_cell_says_where_it_is_and_how_to_mend_it() {
    let casos = [
        (
            1,
            6,
            7,
            "mil",
            "Hoja «Movimientos EMA Abril 2026», fila 6, columna H: En «Cuota Fija» dice «mil», que no es un importe en pesos y centavos. Deje sólo el número con dos decimales, por ejemplo 1234.56.",
        ),
        (
            1,
            6,
            6,
            "330.583",
            "Hoja «Movimientos EMA Abril 2026», fila 6, columna G: En «Salario Diario» dice «330.583», que no es un importe en pesos y centavos. Deje sólo el número con dos decimales, por ejemplo 1234.56.",
        ),
        (
            1,
            6,
            18,
            "",
            "Hoja «Movimientos EMA Abril 2026», fila 6, columna S: Falta el dato de «Total». Escríbalo, o descargue de nuevo el archivo de IDSE.",
        ),
        (
            1,
            6,
            5,
            "400",
            "Hoja «Movimientos EMA Abril 2026», fila 6, columna F: En «Días» dice «400», que no es un número de días. Deje sólo un número entero, de 0 a 366.",
        ),
        (
            2,
            6,
            0,
            "99068400O11",
            "Hoja «Movimientos EBA Abril 2026», fila 6, columna A: «99068400O11» no es un número de seguridad social de 11 dígitos. Escriba los 11 dígitos, con la celda en formato de texto.",
        ),
        (
            2,
            6,
            0,
            "",
            "Hoja «Movimientos EBA Abril 2026», fila 6, columna A: Falta el dato de «NSS». Escríbalo, o descargue de nuevo el archivo de IDSE.",
        ),
        (
            1,
            5,
            18,
            "Importe",
            "Hoja «Movimientos EMA Abril 2026», fila 5: Falta la columna «Total» entre los encabezados. Ponga ese título en su columna, o descargue de nuevo el archivo de IDSE.",
        ),
        (
            1,
            5,
            0,
            "Afiliación",
            "Hoja «Movimientos EMA Abril 2026»: Ninguna de las primeras filas trae el encabezado «NSS». Descargue de nuevo el archivo de IDSE y cárguelo sin modificarlo.",
        ),
    ];
    for (hoja, fila, columna, texto, esperado) in casos {
        let lectura = con(|hojas| poner(hojas, hoja, fila, columna, texto));
        assert_eq!(solo_error(lectura), esperado);
    }
}

#[test]
fn a_number_that_lost_its_zero_gets_it_back_and_says_so() {
    let emision = con(|hojas| poner(hojas, 1, 6, 0, "2169003486")).expect("read");
    assert_eq!(emision.ema[0].nss, "02169003486");
    assert_eq!(codigos(&emision.avisos), ["emision.nss_sin_ceros"]);
    assert_eq!(
        (emision.avisos.lista[0].fila, emision.avisos.lista[0].columna.as_str()),
        (Some(6), "A")
    );
}

#[test]
fn an_unreadable_date_is_left_out_and_told() {
    let emision = con(|hojas| poner(hojas, 1, 6, 4, "31/FEB/2026")).expect("read");
    assert_eq!(
        (emision.ema[0].fecha, codigos(&emision.avisos)),
        (None, vec!["emision.fecha"])
    );
    let emision = con(|hojas| poner(hojas, 1, 6, 4, "2026-04-15")).expect("read");
    assert_eq!(emision.ema[0].fecha, chrono::NaiveDate::from_ymd_opt(2026, 4, 15));
}

#[test]
fn names_are_found_whatever_their_case_accents_and_spaces() {
    let emision = con(|hojas| {
        hojas.reverse();
        for hoja in hojas.iter_mut() {
            hoja.nombre = hoja.nombre.to_uppercase().replace('Ó', "O").replace(' ', "\u{a0}");
            for celda in hoja.filas.iter_mut().flatten().filter(|c| !c.starts_with("FICT")) {
                *celda = format!(" {}\u{a0}", celda.replace(' ', "\u{a0}"));
            }
        }
    })
    .expect("read");
    let mut esperada = una();
    esperada.ema[0].origen = "IDSE".to_owned();
    assert_eq!((emision.ema, emision.eba), (esperada.ema, esperada.eba));
    assert_eq!(emision.resumen, esperada.resumen);
    assert!(emision.avisos.is_empty());
}

#[test]
fn columns_are_found_by_name_wherever_they_are() {
    let emision = con(|hojas| {
        for hoja in &mut hojas[1..] {
            for (i, fila) in hoja.filas.iter_mut().enumerate().filter(|(_, f)| !f.is_empty()) {
                fila.reverse();
                fila.push(if i == 4 { "Total" } else { "77.77" }.to_owned()); // somebody's own column
            }
        }
    })
    .expect("read");
    assert_eq!((emision.ema, emision.eba), (una().ema, una().eba));
}

#[test]
fn what_is_below_the_movements_is_not_a_movement() {
    let emision = con(|hojas| {
        let fila = |primera: &str, total: &str| {
            let mut fila = vec![String::new(); 19];
            fila[0] = primera.to_owned();
            fila[18] = total.to_owned();
            fila
        };
        hojas[1].filas.extend([
            fila("", ""),
            fila("Total", "1342.08"),
            fila("", "1342.08"),
            fila("Elaboró: FICTICIA", ""),
        ]);
    })
    .expect("read");
    assert_eq!(emision.ema, una().ema);
    assert_eq!(codigos(&emision.avisos), ["emision.fila_omitida"]);
}

#[test]
fn sums_that_do_not_agree_are_told() {
    let emision = con(|hojas| {
        poner(hojas, 1, 6, 18, "1342.11");
        let retiro = hojas[0]
            .filas
            .iter_mut()
            .find(|f| f.get(3).is_some_and(|c| c == "Retiro"))
            .expect("label");
        retiro[4] = "403.30".to_owned();
    })
    .expect("read");
    assert_eq!(codigos(&emision.avisos), ["emision.suma_del_renglon", "emision.cuadre"]);
    assert_eq!(
        emision.avisos.lista[1].mensaje,
        "El resumen dice 1,342.08 en «Total» y los movimientos suman 1,342.11."
    );
}

#[test]
fn another_workbook_is_told_from_an_emision() {
    let hoja = |nombre: &str, celda: &str| HojaDeTexto {
        nombre: nombre.to_owned(),
        filas: vec![vec![celda.to_owned()]],
    };
    let casos = [
        (vec![], "emision.vacio"),
        (vec![hoja("Emisión Abril 2026", " ")], "emision.vacio"),
        (vec![hoja("Hoja1", "NSS"), hoja("Hoja2", "")], "emision.otro_libro"),
        (
            vec![hoja("Movimientos EMA Abril 2026", "Nombre")],
            "emision.sin_encabezado",
        ),
    ];
    for (hojas, esperado) in casos {
        let error = de_hojas(&hojas).expect_err("refused");
        assert_eq!(codigos(&error.hallazgos), [esperado]);
    }
    let error = con(|hojas| hojas[1].filas.truncate(5)).expect_err("refused");
    assert_eq!(codigos(&error.hallazgos), ["emision.sin_movimientos"]);
    let sin_ema = con(|hojas| drop(hojas.remove(1))).expect("the EBA alone");
    assert_eq!(codigos(&sin_ema.avisos), ["emision.sin_hoja"]);
    let solo_ema = con(|hojas| drop(hojas.drain(0..1).chain([]).collect::<Vec<_>>())).expect("without summary");
    assert_eq!(solo_ema.resumen.prima, None);
}

#[test]
fn findings_are_bounded() {
    let error = con(|hojas| {
        let mala: Vec<String> = hojas[1].filas[5].iter().map(|c| format!("{c}x")).collect();
        hojas[1].filas.extend(std::iter::repeat_n(mala, 500));
    })
    .expect_err("refused");
    assert_eq!(error.hallazgos.lista.len(), 200);
    assert_eq!(error.hallazgos.omitidos, 300);
    assert!(error.to_string().ends_with("\ny 300 más"));
}

/// Cells with much of what these sheets say, and anything else.
fn celda() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&[
            "NSS", "Nombre", "Días", "Salario Diario", "Total", "Cuota Fija", "Retiro", "", "-", "99068400011",
            "2169003486", "315.04", "0", "-1.5", "1,234.56", "4/OCT/2025", "10/2025", "99999999999.99", "1e300", "NaN",
            "inf", "Periodo Mensual", "Registro Patronal", "Suma RCV", "Prima de Riesgos de Trabajo", "0.54355",
        ]).prop_map(str::to_owned),
        2 => "[0-9,.$-]{0,24}",
        1 => any::<String>(),
    ]
}

/// Sheets of any cells, often under the headers of a true one.
fn hojas() -> impl Strategy<Value = Vec<HojaDeTexto>> {
    let nombre = prop_oneof![
        6 => select(&["Emisión Abril 2026", "Movimientos EMA Abril 2026", "Movimientos EBA Abril 2026"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let hoja = (nombre, any::<bool>(), vec(vec(celda(), 0..22), 0..8)).prop_map(|(nombre, titulos, filas)| {
        let modelo = hojas_de_texto(&una());
        let cual = usize::from(nombre.contains("EMA")) + 2 * usize::from(nombre.contains("EBA"));
        let mut todas = if titulos {
            modelo[cual.min(2)].filas[..5].to_vec()
        } else {
            Vec::new()
        };
        todas.extend(filas);
        HojaDeTexto { nombre, filas: todas }
    });
    vec(hoja, 0..4)
}

/// True sheets in which some cells were changed.
fn hojas_cambiadas() -> impl Strategy<Value = Vec<HojaDeTexto>> {
    let cambio = (0..3_usize, 0..24_usize, 0..19_usize, celda());
    vec(cambio, 0..6).prop_map(|cambios| {
        let mut hojas = hojas_de_texto(&una());
        for (hoja, fila, columna, texto) in cambios {
            if let Some(celda) = hojas[hoja].filas.get_mut(fila).and_then(|f| f.get_mut(columna)) {
                *celda = texto;
            }
        }
        hojas
    })
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// Any sheets are read or refused with reasons, in bounded number, each of which says something.
    #[test]
    fn any_sheets_are_read_or_refused(hojas in prop_oneof![hojas(), hojas_cambiadas()]) {
        match de_hojas(&hojas) {
            Ok(emision) => {
                prop_assert!(emision.avisos.lista.len() <= 200);
                prop_assert!(emision.avisos.lista.iter().all(|h| h.mensaje.ends_with('.')));
                let filas = hojas.iter().map(|h| h.filas.len()).max().unwrap_or(0);
                prop_assert!(emision.ema.iter().all(|m| m.fila as usize <= filas && m.nss.len() == 11 && m.dias <= 366));
                prop_assert!(!emision.ema.is_empty() || !emision.eba.is_empty());
            }
            Err(error) => {
                prop_assert!(!error.hallazgos.is_empty() && error.hallazgos.lista.len() <= 200);
                for hallazgo in &error.hallazgos.lista {
                    prop_assert!(hallazgo.mensaje.ends_with('.') && !hallazgo.remedio.is_empty());
                    prop_assert!(hallazgo.mensaje.chars().count() < 400);
                }
            }
        }
    }
}
