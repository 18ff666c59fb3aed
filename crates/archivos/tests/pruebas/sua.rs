//! The files of SUA: what is written is read back the same, and no file makes the reader fall.

use chrono::NaiveDate;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use ventanilla_archivos::sua::{
    Archivo, Asegurado, Credito, Lector, Lectura, Movimiento, Rechazo, Tipo, escribir_aseg, escribir_movt,
    muestra_aseg, muestra_movt,
};

fn leer(bytes: &[u8]) -> Result<Lectura, Rechazo> {
    Ok(Lector::nuevo(bytes)?.terminar())
}

#[test]
fn the_samples_are_as_the_layout_says() {
    let bytes = escribir_aseg(&muestra_aseg()).expect("writable");
    let texto = String::from_utf8(bytes).expect("ascii");
    let primera = texto.split("\r\n").next().expect("a line");
    assert_eq!(primera.len(), 164);
    assert_eq!(&primera[..53], "Z990000110899068400011FIEP840315996FIEP840315MJCCJT01");
    assert_eq!(primera[53..103].trim_end(), "FICTICIA$EJEMPLO$PETRA");
    assert_eq!(&primera[103..120], "10010320240060000");
    assert_eq!(&primera[137..164], "          00000000000000000");
    // Ñ as /, and who has one surname
    assert!(texto.contains("MU/OZ MUESTRA$DEMO$LUCIA"));
    assert!(texto.contains("MAQUETA$$ALDO"));
    let bytes = escribir_movt(&muestra_movt()).expect("writable");
    let texto = String::from_utf8(bytes).expect("ascii");
    let lineas: Vec<&str> = texto.split("\r\n").collect();
    assert_eq!(lineas[0], "Z9900001108990684000110716102026        000063000");
    assert_eq!(
        lineas[2],
        "Z99000011089918980004012 5102026ZZ000001070000000".replace(" 5", "05")
    );
}

#[test]
fn what_is_written_is_read_back() {
    let lectura = leer(&escribir_aseg(&muestra_aseg()).expect("writable")).expect("readable");
    assert_eq!(lectura.hallazgos, []);
    assert_eq!(lectura.archivo, Archivo::Aseg(muestra_aseg()));
    let lectura = leer(&escribir_movt(&muestra_movt()).expect("writable")).expect("readable");
    assert_eq!(lectura.hallazgos, []);
    assert_eq!(lectura.archivo, Archivo::Movt(muestra_movt()));
}

/// As people's editors and SUA itself leave them: other ends of line, a mark at the beginning, letters of Windows, positions
/// that SUA adds, the mark of DOS at the end.
#[test]
fn reads_what_other_programs_did_to_it() {
    let bien = escribir_aseg(&muestra_aseg()).expect("writable");
    let texto = String::from_utf8(bien).expect("ascii");
    let en_windows: Vec<u8> = texto
        .replace("MU/OZ", "MU\u{d1}OZ")
        .chars()
        .map(|c| u8::try_from(c as u32).unwrap_or(b'?'))
        .collect();
    let casos: [(&str, Vec<u8>); 7] = [
        ("LF", texto.replace("\r\n", "\n").into_bytes()),
        ("CR", texto.replace("\r\n", "\r").into_bytes()),
        (
            "UTF-8 with its mark",
            [b"\xef\xbb\xbf", texto.replace("MU/OZ", "MUÑOZ").as_bytes()].concat(),
        ),
        ("Windows-1252", en_windows),
        (
            "168 positions and the mark of DOS",
            [texto.replace("\r\n", "0Z99\r\n").as_bytes(), b"\x1a"].concat(),
        ),
        ("blanks at the end", texto.replace("\r\n", "      \r\n").into_bytes()),
        ("blank lines", [b"\r\n", texto.as_bytes(), b"\r\n   \r\n"].concat()),
    ];
    for (nombre, bytes) in casos {
        let lectura = leer(&bytes).expect(nombre);
        assert_eq!(lectura.hallazgos, [], "{nombre}");
        let Archivo::Aseg(mut leidos) = lectura.archivo else {
            unreachable!("{nombre}: ASEG was written")
        };
        leidos
            .iter_mut()
            .zip(muestra_aseg())
            .for_each(|(l, m)| l.renglon = m.renglon);
        assert_eq!(leidos, muestra_aseg(), "{nombre}");
    }
}

#[test]
fn says_line_position_and_remedy_of_all_that_is_wrong() {
    let texto = String::from_utf8(escribir_movt(&muestra_movt()).expect("writable")).expect("ascii");
    let malo = texto
        .replacen("0716102026", "0332132026", 1)
        .replacen("99210100055", "9921010005X", 1);
    let lectura = leer(malo.as_bytes()).expect("readable");
    assert_eq!(lectura.sin_leer, 2);
    assert_eq!(lectura.archivo.cuantos(), 2);
    let dichos: Vec<String> = lectura.hallazgos.iter().map(ToString::to_string).collect();
    assert_eq!(dichos.len(), 3, "{dichos:?}");
    assert!(
        dichos[0].starts_with("Renglón 1, posiciones 23 a 24, tipo de movimiento: «03»"),
        "{dichos:?}"
    );
    assert!(
        dichos[1].starts_with("Renglón 1, posiciones 25 a 32, fecha: «32132026»"),
        "{dichos:?}"
    );
    assert!(
        dichos[2].starts_with("Renglón 2, posiciones 12 a 22, NSS"),
        "{dichos:?}"
    );
}

#[test]
fn other_files_are_called_by_their_name() {
    let lineas = |largo: usize| "0".repeat(largo) + "\r\n";
    for (bytes, esperado) in [
        (lineas(80), "AFIL.TXT"),
        (lineas(57), "INCAP.TXT"),
        (lineas(52), "CRED.TXT"),
        (format!("02{}", lineas(293)), ".SUA"),
        ("nss,nombre,sbc\n1,2,3\n".to_owned(), "un CSV"),
        (lineas(12), "12 posiciones"),
        ("  \r\n".to_owned(), "vacío"),
    ] {
        let rechazo = leer(bytes.as_bytes()).expect_err(esperado).to_string();
        assert!(rechazo.contains(esperado), "{rechazo}");
    }
    // a batch for IDSE is as long as an ASEG that SUA exported
    let idse = format!("{:131}08{:34}9\r\n", "Z9900001108990684000", "");
    assert!(leer(idse.as_bytes()).expect_err("IDSE").to_string().contains("IDSE"));
    assert!(matches!(leer(b"PK\x03\x04zzzz"), Err(Rechazo::NoEsTexto(_))));
}

#[test]
fn what_does_not_fit_is_said_and_nothing_is_written() {
    let mut asegurados = muestra_aseg();
    asegurados[0].rfc = String::new();
    asegurados[1].nombres = "漢".to_owned();
    asegurados[2].alta = None;
    let faltas = escribir_aseg(&asegurados).expect_err("wrong");
    let dichas: Vec<(usize, &str)> = faltas.iter().map(|f| (f.registro, f.campo)).collect();
    assert_eq!(dichas, [(0, "RFC"), (1, "nombre"), (2, "fecha de alta")]);
}

/// A name has 50 positions, its two separators counted: one letter more is said, never cut.
#[test]
fn a_name_fits_to_its_last_position() {
    let mut asegurado = muestra_aseg()[0].clone();
    asegurado.paterno = "A".repeat(16);
    asegurado.materno = "B".repeat(16);
    asegurado.nombres = "C".repeat(16);
    assert!(escribir_aseg(std::slice::from_ref(&asegurado)).is_ok());
    asegurado.nombres.push('C');
    let faltas = escribir_aseg(&[asegurado]).expect_err("too long");
    assert_eq!(faltas.len(), 1);
    assert_eq!(faltas[0].campo, "nombre");
    assert_eq!(faltas[0].mensaje, "tiene 51 letras y caben 50.");
}

/// Files that once were trouble, or are of a kind that could be: none makes the reader fall.
#[test]
fn the_corpus_is_read_or_refused() {
    let carpeta = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datos/sua");
    let mut vistos = 0;
    for archivo in fs::read_dir(carpeta).expect("corpus").flatten() {
        vistos += 1;
        if let Ok(lectura) = leer(&fs::read(archivo.path()).expect("readable")) {
            assert!(lectura.hallazgos.len() <= 200);
        }
    }
    assert!(vistos >= 6, "the corpus has {vistos} files");
}

fn fecha() -> impl Strategy<Value = NaiveDate> {
    (1990..2100_i32, 1..=366_u32).prop_filter_map("day", |(a, d)| NaiveDate::from_yo_opt(a, d))
}

/// Three parts of at most 16 letters and two separators: the widest name is the 50 letters that fit.
fn nombre() -> impl Strategy<Value = (String, String, String)> {
    let parte = "[A-ZÑ]{1,12}( [A-Z]{1,3})?";
    (parte, parte, parte, any::<bool>()).prop_map(|(paterno, materno, nombres, con_materno)| {
        (paterno, if con_materno { materno } else { String::new() }, nombres)
    })
}

fn asegurado() -> impl Strategy<Value = Asegurado> {
    let credito = proptest::option::of(("[1-9][0-9]{9}", fecha(), 1..=3_u8, "[0-9]{8}"));
    (
        (
            "[A-Z0-9][0-9]{10}",
            "[0-9]{11}",
            "[A-ZÑ]{3,4}[0-9]{6}[A-Z0-9]{3}",
            "[A-Z]{4}[0-9]{6}[A-Z]{6}[0-9]{2}",
        ),
        nombre(),
        (1..=4_u8, 0..=6_u8, fecha(), 1..=9_999_999_i64, "([A-Z0-9]{1,17})?"),
        credito,
    )
        .prop_map(
            |((rp, nss, rfc, curp), (paterno, materno, nombres), (tipo, jornada, alta, sdi, ubicacion), credito)| {
                Asegurado {
                    renglon: 1,
                    registro_patronal: rp,
                    nss,
                    rfc,
                    curp,
                    paterno,
                    materno,
                    nombres,
                    tipo,
                    jornada,
                    alta: Some(alta),
                    sdi,
                    ubicacion,
                    credito: credito.map(|(numero, inicio, tipo, valor)| Credito {
                        numero,
                        inicio: Some(inicio),
                        tipo,
                        valor,
                    }),
                }
            },
        )
}

fn movimiento() -> impl Strategy<Value = Movimiento> {
    (
        "[A-Z0-9][0-9]{10}",
        "[0-9]{11}",
        0..5_usize,
        fecha(),
        "[A-Z]{2}[0-9]{6}",
        1..=99_u8,
        1..=9_999_999_i64,
    )
        .prop_map(|(rp, nss, tipo, fecha, folio, dias, sdi)| {
            let tipo = Tipo::TODOS[tipo];
            Movimiento {
                renglon: 1,
                registro_patronal: rp,
                nss,
                tipo,
                fecha,
                folio: if tipo == Tipo::Incapacidad {
                    folio
                } else {
                    String::new()
                },
                dias: if tipo.lleva_dias() { dias } else { 0 },
                sdi: if tipo.lleva_salario() { sdi } else { 0 },
            }
        })
}

proptest! {
    #[test]
    fn workers_go_and_come_back(asegurado in asegurado()) {
        let bytes = escribir_aseg(std::slice::from_ref(&asegurado)).expect("writable");
        let lectura = leer(&bytes).expect("readable");
        prop_assert_eq!(&lectura.hallazgos, &[]);
        let Archivo::Aseg(leidos) = lectura.archivo else { return Err(TestCaseError::fail("not ASEG")) };
        prop_assert_eq!(&leidos, &[asegurado]);
        prop_assert_eq!(escribir_aseg(&leidos).expect("writable"), bytes);
    }

    #[test]
    fn movements_go_and_come_back(movimiento in movimiento()) {
        let bytes = escribir_movt(std::slice::from_ref(&movimiento)).expect("writable");
        let lectura = leer(&bytes).expect("readable");
        prop_assert_eq!(&lectura.hallazgos, &[]);
        prop_assert_eq!(lectura.archivo, Archivo::Movt(vec![movimiento]));
    }

    /// Anything at all: refused, or read with findings that fit.
    #[test]
    fn no_bytes_make_it_fall(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(lectura) = leer(&bytes) {
            prop_assert!(lectura.hallazgos.len() <= 200);
        }
    }

    /// A good file with some bytes changed, cut or repeated: every line is taken or said.
    #[test]
    fn no_change_makes_it_fall(cambios in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20), corte in any::<prop::sample::Index>(), de_aseg in any::<bool>()) {
        let mut bytes = if de_aseg { escribir_aseg(&muestra_aseg()) } else { escribir_movt(&muestra_movt()) }.expect("writable");
        for (donde, que) in cambios {
            let donde = donde.index(bytes.len());
            bytes[donde] = que;
        }
        bytes.truncate(corte.index(bytes.len()) + 1);
        if let Ok(lectura) = leer(&bytes) {
            let impedidos: std::collections::BTreeSet<usize> =
                lectura.hallazgos.iter().filter(|h| h.impide).map(|h| h.renglon).collect();
            prop_assert_eq!(impedidos.len(), lectura.sin_leer);
        }
    }
}
