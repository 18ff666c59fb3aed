//! What must hold for any input.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq, prop_assume};
use ventanilla_archivos::texto::recortar;
use ventanilla_archivos::{Limites, Separador, Valor, escribir_bloque, escribir_csv, leer_bloque, leer_csv};

use crate::{NOMINA, leer_en_pasos, sin_encabezado};

/// Text with much of what is special in these files, and anything else now and then.
fn text() -> impl Strategy<Value = String> {
    let especial = prop_oneof![
        4 => proptest::sample::select(&[
            ",", ";", "\t", "|", "\"", "\"\"", "'", "=", "+", "-", "@", "\r", "\n", "\r\n", " ", "\u{a0}", "\u{feff}",
            "=\"", "sep=", "Ñ", "á", "€", "😀", "NSS", "Días", "0", "99", "1.5", "",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("NUL", |c| *c != '\0').prop_map(String::from),
    ];
    vec(especial, 0..8).prop_map(|trozos| trozos.concat())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    vec(vec(text(), NOMINA.len()), 0..12)
}

/// Pieces of files.
const PIEZAS: &[&[u8]] = &[
    b"NSS,Nombre,SDI\n",
    b"\n",
    b",",
    b";",
    b"\"",
    b"99068400011",
    b"\r",
    b"\xf1",
    b"\xc3",
    b"N\0S\0",
];

/// Bytes like those of a file: pieces of CSV in several encodings, and noise.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let trozo = prop_oneof![
        6 => text().prop_map(String::into_bytes),
        3 => proptest::sample::select(PIEZAS).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..20),
    ];
    let marca = prop_oneof![
        4 => Just(&b""[..]),
        1 => Just(&b"\xef\xbb\xbf"[..]),
        1 => Just(&b"\xff\xfe"[..]),
        1 => Just(&b"\xfe\xff"[..]),
        1 => Just(&b"sep=;\n"[..]),
    ];
    (marca, vec(trozo, 0..30)).prop_map(|(marca, trozos)| [marca, &trozos.concat()].concat())
}

fn small_limits() -> impl Strategy<Value = Limites> {
    (0..600_usize, 0..8_usize, 0..8_usize, 0..24_usize, any::<bool>()).prop_map(
        |(bytes, filas, columnas, celda, sin_encabezado)| Limites {
            bytes,
            filas,
            columnas,
            celda,
            sin_encabezado,
        },
    )
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// What is written is read back exactly: the same texts without the space around them, the same row numbers.
    #[test]
    fn written_rows_are_read_back(filas in rows()) {
        let titulos: Vec<&str> = NOMINA.iter().map(|c| c.titulo).collect();
        let valores: Vec<Vec<Valor<'_>>> =
            filas.iter().map(|fila| fila.iter().map(|c| Valor::Texto(c)).collect()).collect();
        let lectura = leer_csv(&escribir_csv(&titulos, &valores), NOMINA, Limites::default());
        let lectura = lectura.expect("own file");
        let limpias = filas.iter().enumerate().map(|(i, fila)| {
            (i + 2, fila.iter().map(|c| recortar(c).to_owned()).collect::<Vec<_>>())
        });
        let esperadas: Vec<_> = limpias.filter(|(_, fila)| fila.iter().any(|c| !c.is_empty())).collect();
        let leidas: Vec<_> = lectura.filas.into_iter().map(|f| (f.renglon_archivo, f.celdas)).collect();
        prop_assert_eq!(leidas, esperadas);
        prop_assert_eq!(lectura.separador, Separador::Coma);
    }

    /// Numbers and identifiers as well, whatever they hold.
    #[test]
    fn every_kind_of_cell_is_read_back(a in text(), b in text(), c in text()) {
        prop_assume!([&a, &b, &c].iter().any(|t| !recortar(t).is_empty()));
        let fila = vec![Valor::Identificador(&a), Valor::Texto(&b), Valor::Numero(&c), Valor::Numero("1")];
        let archivo = escribir_csv(&["NSS", "Nombre", "SDI", "Días"], &[fila]);
        let lectura = leer_csv(&archivo, NOMINA, Limites::default()).expect("own file");
        prop_assert_eq!(&lectura.filas[0].celdas, &[recortar(&a), recortar(&b), recortar(&c), "1"]);
    }

    /// No cell of a written file begins like a formula, unless it is a number.
    #[test]
    fn no_written_cell_can_run(a in text(), b in text()) {
        let fila = vec![Valor::Texto(&a), Valor::Identificador(&b), Valor::Numero(&a)];
        let archivo = String::from_utf8(escribir_csv(&["x"], &[fila])).expect("UTF-8");
        let bloque = escribir_bloque(&[vec![a, b]]);
        for celda in csv_cells(&archivo, b',').into_iter().chain(csv_cells(&bloque, b'\t')) {
            let es_numero = celda.trim_start_matches(['+', '-']).bytes().all(|b| b"0123456789.,".contains(&b))
                && celda.bytes().any(|b| b.is_ascii_digit());
            prop_assert!(es_numero || !celda.starts_with(['=', '+', '-', '@', '\t', '\r']), "{celda:?}");
        }
    }

    /// The clipboard gives back every cell exactly, space and all.
    #[test]
    fn blocks_are_read_back(filas in vec(vec(text(), 1..5), 0..8)) {
        prop_assert_eq!(leer_bloque(&escribir_bloque(&filas)), filas);
    }

    /// Any text is a block; it has no more cells than tabs and line ends allow.
    #[test]
    fn any_text_is_a_block(texto in vec(text(), 0..20).prop_map(|t| t.concat())) {
        let celdas: usize = leer_bloque(&texto).iter().map(Vec::len).sum();
        prop_assert!(celdas <= texto.matches(['\t', '\r', '\n']).count() + 1);
    }

    /// Any bytes are read or refused, never more than the limits, and in slices of any size with the same result.
    #[test]
    fn any_bytes_are_read_within_limits(bytes in bytes(), limites in small_limits(), paso in 0..7_usize) {
        let lectura = leer_csv(&bytes, NOMINA, limites);
        if let Ok(leida) = &lectura {
            prop_assert!(bytes.len() <= limites.bytes && leida.filas.len() <= limites.filas);
            for fila in &leida.filas {
                prop_assert_eq!(fila.celdas.len(), NOMINA.len());
                prop_assert!(fila.celdas.iter().all(|c| c.chars().count() <= limites.celda && recortar(c) == c));
                prop_assert!(fila.celdas.iter().any(|c| !c.is_empty()));
            }
            prop_assert!(leida.filas.windows(2).all(|par| par[0].renglon_archivo < par[1].renglon_archivo));
        }
        if let Err(error) = &lectura {
            prop_assert!(error.to_string().ends_with('.'));
        }
        prop_assert_eq!(leer_en_pasos(&bytes, NOMINA, limites, paso), lectura);
    }

    /// The same with room enough, so that most inputs are read to their end.
    #[test]
    fn any_bytes_in_slices_give_the_same(bytes in bytes(), paso in 0..9_usize, con in any::<bool>()) {
        let limites = if con { Limites::default() } else { sin_encabezado() };
        prop_assert_eq!(leer_en_pasos(&bytes, NOMINA, limites, paso), leer_csv(&bytes, NOMINA, limites));
    }

    /// The encoding does not change what is read.
    #[test]
    fn every_encoding_gives_the_same_rows(filas in rows()) {
        let titulos: Vec<&str> = NOMINA.iter().map(|c| c.titulo).collect();
        let valores: Vec<Vec<Valor<'_>>> =
            filas.iter().map(|fila| fila.iter().map(|c| Valor::Texto(c)).collect()).collect();
        let con_marca = escribir_csv(&titulos, &valores);
        let texto = std::str::from_utf8(&con_marca[3..]).expect("UTF-8");
        let unidades = || texto.encode_utf16();
        let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(unidades().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(unidades().flat_map(u16::to_be_bytes)).collect();
        let esperadas = leer_csv(&con_marca, NOMINA, Limites::default()).expect("own file").filas;
        for archivo in [texto.as_bytes(), &le, &be] {
            prop_assert_eq!(&leer_csv(archivo, NOMINA, Limites::default()).expect("own file").filas, &esperadas);
        }
    }
}

/// The cells of a file by the rules of RFC 4180, without this crate.
fn csv_cells(texto: &str, separador: u8) -> Vec<String> {
    let mut lector = csv_core::ReaderBuilder::new().delimiter(separador).build();
    let (mut celdas, mut resto, mut salida) = (Vec::new(), texto.as_bytes(), vec![0; texto.len() + 1]);
    loop {
        let (resultado, leidos, escritos) = lector.read_field(resto, &mut salida);
        resto = &resto[leidos..];
        match resultado {
            csv_core::ReadFieldResult::Field { .. } => {
                celdas.push(String::from_utf8_lossy(&salida[..escritos]).into_owned());
            }
            csv_core::ReadFieldResult::End => return celdas,
            _ => assert!(!resto.is_empty() || leidos > 0 || escritos == 0, "no progress"),
        }
    }
}
