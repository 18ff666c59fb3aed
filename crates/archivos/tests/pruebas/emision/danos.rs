//! Damaged files: none makes our own code panic. calamine panics with some; each that the fuzzing found is kept in
//! `tests/datos/emision/`, and the page is proved to turn it into a finding (`tests/navegador/lector.test.mjs`).

use super::una;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::prop_assert;
use proptest::sample::Index;
use proptest::test_runner::Config;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use ventanilla_archivos::emision::muestra::escribir;
use ventanilla_archivos::emision::{ErrorDeEmision, xls};

fn codigo(bytes: &[u8]) -> String {
    let error: ErrorDeEmision = xls::leer(bytes).expect_err("refused");
    assert_eq!(error.hallazgos.len(), 1);
    assert!(!error.hallazgos.lista[0].remedio.is_empty());
    error.hallazgos.lista[0].codigo.clone()
}

#[test]
fn other_kinds_of_file_are_told() {
    for (bytes, esperado) in [
        (&b""[..], "emision.archivo_vacio"),
        (b"PK\x03\x04resto de un xlsx", "emision.otro_formato"),
        (
            b"<html><table><tr><td>NSS</td></tr></table></html>",
            "emision.otro_formato",
        ),
        (
            b"\xef\xbb\xbf<?xml version=\"1.0\"?><Workbook/>",
            "emision.otro_formato",
        ),
        (b"%PDF-1.7", "emision.otro_formato"),
        (b"NSS,Nombre,Total\r\n99068400011,FICTICIA,1.00\r\n", "emision.es_texto"),
        (b"\x00\x01\x02\x03", "emision.otro_formato"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "emision.danado"),
    ] {
        assert_eq!(codigo(bytes), esperado, "{bytes:?}");
    }
    assert_eq!(codigo(&vec![0xd0; 40 * 1024 * 1024 + 1]), "emision.demasiados_bytes");
}

#[test]
fn a_workbook_cut_short_is_refused_or_read_whole() {
    let entero = escribir(&una());
    for largo in (0..entero.len()).step_by(97) {
        if let Ok(Ok(emision)) = catch_unwind(|| xls::leer(&entero[..largo])) {
            assert_eq!(emision, una(), "cut at {largo}");
        }
    }
}

/// Files that fuzzing found: each must be read, refused, or panic within calamine (then the Worker is for it), never hang
/// or ask for memory without end.
#[test]
fn what_fuzzing_found_stays_mended() {
    let carpeta = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datos/emision");
    for entrada in std::fs::read_dir(carpeta).expect("folder") {
        let ruta = entrada.expect("entry").path();
        if ruta.extension().is_none_or(|e| e != "xls") {
            continue;
        }
        let bytes = std::fs::read(&ruta).expect("file");
        let nombre = ruta.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        let lectura = catch_unwind(AssertUnwindSafe(|| xls::leer(&bytes)));
        let paso = match &lectura {
            Err(_) => "panico",
            Ok(Ok(_)) => "leido",
            Ok(Err(_)) => "rechazado",
        };
        assert!(nombre.starts_with(paso), "{nombre}: {paso}");
    }
}

/// Bytes of a true workbook with some changed, some cut off.
fn danados() -> impl Strategy<Value = Vec<u8>> {
    let valor = prop_oneof![any::<u8>(), proptest::sample::select(&[0_u8, 1, 0x7f, 0x80, 0xff][..])];
    let cambios = vec((any::<Index>(), valor), 0..12);
    (cambios, proptest::option::weighted(0.2, any::<Index>()), any::<bool>()).prop_map(|(cambios, corte, en_datos)| {
        let mut bytes = escribir(&una());
        let usados = bytes.len();
        for (lugar, valor) in cambios {
            // Most of the file is the stream of records; the rest of the time, the container.
            let lugar = if en_datos {
                lugar.index(usados)
            } else {
                lugar.index(1_536)
            };
            bytes[lugar] = valor;
        }
        if let Some(corte) = corte {
            bytes.truncate(corte.index(usados));
        }
        bytes
    })
}

/// Kinds of record that a reader of BIFF8 gives a meaning to.
const CLASES: [u16; 26] = [
    0x0006, 0x000a, 0x0017, 0x0018, 0x0022, 0x002f, 0x003c, 0x0042, 0x0085, 0x00bd, 0x00d6, 0x00e0, 0x00e5, 0x00eb,
    0x00fc, 0x00fd, 0x013d, 0x0200, 0x0203, 0x0204, 0x0205, 0x0207, 0x027e, 0x041e, 0x0809, 0x0867,
];

/// A record of a kind with a meaning and data without one.
fn registro() -> impl Strategy<Value = Vec<u8>> {
    let dato = prop_oneof![3 => Just(0_u8), 2 => 0..8_u8, 2 => any::<u8>()];
    (proptest::sample::select(&CLASES[..]), vec(dato, 0..48)).prop_map(|(clase, datos)| {
        let largo = u16::try_from(datos.len()).unwrap_or(0);
        [&clase.to_le_bytes()[..], &largo.to_le_bytes(), &datos].concat()
    })
}

/// A true workbook with records of any kind put in: in the globals, or in its last sheet.
fn con_registros() -> impl Strategy<Value = Vec<u8>> {
    (vec(registro(), 1..4), any::<bool>(), any::<Index>()).prop_map(|(ajenos, en_globales, lugar)| {
        let flujo = stream(&escribir(&una()));
        let bofs = sheets(&flujo);
        let (desde, hasta) = if en_globales {
            (1, bofs[1])
        } else {
            (bofs[bofs.len() - 1] + 1, flujo.len())
        };
        let lugares: Vec<usize> = record_starts(&flujo)
            .into_iter()
            .filter(|i| (desde..hasta).contains(i))
            .collect();
        container(&insert(flujo, lugares[lugar.index(lugares.len())], &ajenos.concat()))
    })
}

/// Where the globals and each sheet begin.
fn sheets(flujo: &[u8]) -> Vec<usize> {
    let inicios = record_starts(flujo).into_iter();
    inicios.filter(|i| flujo[*i..].starts_with(&[0x09, 0x08])).collect()
}

/// Puts records in; the sheets that they push further on are said to be there.
fn insert(mut flujo: Vec<u8>, aqui: usize, ajenos: &[u8]) -> Vec<u8> {
    let corrido = u32::try_from(ajenos.len()).unwrap_or(0);
    for i in record_starts(&flujo) {
        let antes = flujo
            .get(i + 4..i + 8)
            .map_or(0, |d| u32::from_le_bytes([d[0], d[1], d[2], d[3]]));
        if flujo[i..].starts_with(&[0x85, 0x00]) && antes as usize >= aqui {
            flujo[i + 4..i + 8].copy_from_slice(&(antes + corrido).to_le_bytes());
        }
    }
    flujo.splice(aqui..aqui, ajenos.iter().copied());
    flujo
}

/// A record of NUMBER.
fn number(fila: u16, columna: u16, xf: u16, valor: f64) -> Vec<u8> {
    let cabeza = [0x0203_u16, 14, fila, columna, xf].map(u16::to_le_bytes).concat();
    [cabeza, valor.to_le_bytes().to_vec()].concat()
}

/// A true workbook with records put before the end of its last sheet.
fn with_cells(celdas: &[Vec<u8>]) -> Vec<u8> {
    let flujo = stream(&escribir(&una()));
    let fin = flujo.len() - 4;
    insert(flujo, fin, &celdas.concat())
}

#[test]
fn a_cell_far_away_does_not_take_the_memory() {
    let lejos = with_cells(&[number(65_535, 255, 15, 1.0)]);
    assert_eq!(codigo(&container(&lejos)), "emision.desmedido");
    let fuera = with_cells(&[number(7, 256, 15, 1.0)]);
    assert_eq!(codigo(&container(&fuera)), "emision.danado");
}

#[test]
fn protected_workbooks_and_other_documents_are_told() {
    let flujo = stream(&escribir(&una()));
    let filepass = [0x002f_u16, 2, 1].map(u16::to_le_bytes).concat();
    let tras_bof = record_starts(&flujo)[1];
    assert_eq!(
        codigo(&container(&insert(flujo, tras_bof, &filepass))),
        "emision.protegido"
    );
    let con = |nombre: &str| {
        let mut libro =
            cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).expect("memory");
        libro
            .create_stream(nombre)
            .expect("stream")
            .write_all(&[0; 5_000])
            .expect("memory");
        libro.flush().expect("memory");
        codigo(&libro.into_inner().into_inner())
    };
    assert_eq!(con("EncryptedPackage"), "emision.protegido");
    assert_eq!(con("WordDocument"), "emision.no_es_libro");
}

/// Excel keeps a date as a number with a format of date: 46113 is 2026-04-01.
#[test]
fn a_real_date_of_excel_is_a_date() {
    let flujo = with_cells(&[number(5, 4, 16, 46_113.0)]);
    let xf: Vec<u8> = [0x00e0_u16, 20, 0, 14, 1, 0x20, 0, 0, 0, 0, 0, 0x20c0]
        .map(u16::to_le_bytes)
        .concat();
    let estilo = record_starts(&flujo)
        .into_iter()
        .find(|i| flujo[*i..].starts_with(&[0x93, 0x02]))
        .expect("STYLE");
    let emision = xls::leer(&container(&insert(flujo, estilo, &xf))).expect("read");
    assert_eq!(emision.eba[0].fecha, chrono::NaiveDate::from_ymd_opt(2026, 4, 1));
    assert!(emision.avisos.is_empty());
}

/// Numbers that a spreadsheet computed carry the noise of binary: 0.1 + 0.2.
#[test]
fn the_noise_of_binary_numbers_is_not_an_error() {
    let flujo = with_cells(&[number(5, 15, 15, 2_501.000_000_000_000_5)]);
    let emision = xls::leer(&container(&flujo)).expect("read");
    assert_eq!(emision.eba[0].amortizacion, 250_100);
}

fn stream(libro: &[u8]) -> Vec<u8> {
    let mut libro = cfb::CompoundFile::open(Cursor::new(libro)).expect("own file");
    let mut flujo = Vec::new();
    libro
        .open_stream("Workbook")
        .expect("stream")
        .read_to_end(&mut flujo)
        .expect("memory");
    flujo
}

fn container(flujo: &[u8]) -> Vec<u8> {
    let mut libro = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).expect("memory");
    libro
        .create_stream("Workbook")
        .expect("stream")
        .write_all(flujo)
        .expect("memory");
    libro.flush().expect("memory");
    libro.into_inner().into_inner()
}

fn record_starts(flujo: &[u8]) -> Vec<usize> {
    let mut inicios = Vec::new();
    let mut en = 0;
    while en + 4 <= flujo.len() {
        inicios.push(en);
        en += 4 + usize::from(u16::from_le_bytes([flujo[en + 2], flujo[en + 3]]));
    }
    inicios
}

/// Any bytes behind the signature of the container.
fn ruido() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..3_000).prop_map(|resto| [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &resto].concat())
}

/// Runs the reader; keeps the file aside if it panics and `EMISION_HALLADOS` names a folder.
fn prueba(bytes: &[u8]) -> Option<Result<(), ErrorDeEmision>> {
    let lectura = catch_unwind(AssertUnwindSafe(|| xls::leer(bytes).map(drop)));
    if lectura.is_err()
        && let Ok(carpeta) = std::env::var("EMISION_HALLADOS")
    {
        let huella = bytes
            .iter()
            .fold(0_u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(*b)));
        let _ = std::fs::write(Path::new(&carpeta).join(format!("{huella:016x}.xls")), bytes);
    }
    lectura.ok()
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// Damaged workbooks are read or refused with a reason. A panic can only be calamine's: those are counted by
    /// running with `EMISION_HALLADOS`, and pass.
    #[test]
    fn damaged_workbooks_are_read_or_refused(bytes in prop_oneof![4 => danados(), 8 => con_registros(), 1 => ruido()]) {
        if let Some(Err(error)) = prueba(&bytes) {
            prop_assert!(!error.hallazgos.is_empty());
            prop_assert!(error.hallazgos.lista.iter().all(|h| !h.mensaje.is_empty()));
        }
    }
}
