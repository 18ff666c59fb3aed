//! Encodings, trimming and comparable names.

use ventanilla_archivos::Codificacion::{self, Utf8, Utf8ConMarca, Utf16Be, Utf16Le, Windows1252};
use ventanilla_archivos::texto::{decodificar, normalizar, parece_danado, recortar};

const ENYE_HIGH_SURROGATE: &[u8] = &[0xff, 0xfe, 0xd1, 0x00, 0x3d, 0xd8];

#[test]
fn every_encoding_is_recognised() {
    let casos: &[(&[u8], &str, Codificacion)] = &[
        (b"", "", Utf8),
        (b"NSS", "NSS", Utf8),
        ("Peña €".as_bytes(), "Peña €", Utf8),
        (b"\xef\xbb\xbfPe\xc3\xb1a", "Peña", Utf8ConMarca),
        (b"\xef\xbb\xbf\xef\xbb\xbfNSS", "NSS", Utf8ConMarca),
        (b"\xef\xbb\xbfPe\xf1a", "Pe\u{fffd}a", Utf8ConMarca),
        (b"\xff\xfeN\0\xd1\0", "NÑ", Utf16Le),
        (b"\xfe\xff\0N\0\xd1", "NÑ", Utf16Be),
        (b"\xff\xfe\x3d\xd8\x00\xde", "😀", Utf16Le),
        (ENYE_HIGH_SURROGATE, "Ñ\u{fffd}", Utf16Le),
        (b"\xff\xfeN\0N", "N\u{fffd}", Utf16Le),
        (b"Pe\xf1a", "Peña", Windows1252),
        (b"NU\xd1EZ \x80 \x93x\x94 \x81", "NUÑEZ € “x” \u{81}", Windows1252),
        // The only letter with a mark is the last byte: Windows-1252 …
        (b"PE\xd1", "PEÑ", Windows1252),
        // … but if whole ones came before, it is UTF-8 cut short.
        (b"PE\xc3\x91A NU\xc3", "PEÑA NU\u{fffd}", Utf8),
    ];
    for (bytes, texto, codificacion) in casos {
        assert_eq!(decodificar(bytes), ((*texto).to_owned(), *codificacion), "{bytes:02x?}");
    }
}

#[test]
fn every_byte_of_windows_1252_agrees_with_the_published_table() {
    // The bytes 0x80 to 0x9f, from the table of the WHATWG; the rest is Latin-1.
    let altos = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let bytes: Vec<u8> = (0x80..=0xff).collect();
    let esperado: String = altos.chars().chain((0xa0..=0xff_u8).map(char::from)).collect();
    assert_eq!(decodificar(&bytes), (esperado, Windows1252));
}

#[test]
fn long_texts_are_decoded_whole_across_pieces() {
    // Odd lengths, so that pieces end within characters and within pairs.
    let texto = "xñ€😀".repeat(20_001);
    let unidades: Vec<u8> = texto.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(unidades).collect();
    assert_eq!(decodificar(&utf16), (texto.clone(), Utf16Le));
    assert_eq!(decodificar(texto.as_bytes()), (texto, Utf8));
    let latin = [b'x', 0xf1, 0x80].repeat(20_001);
    assert_eq!(decodificar(&latin), ("xñ€".repeat(20_001), Windows1252));
}

#[test]
fn space_of_every_kind_is_trimmed() {
    for crudo in [
        "NSS",
        "  NSS\t",
        "\u{a0}NSS\u{a0}",
        "\u{200e}NSS\u{202f}\r\n",
        "\u{feff}NSS\u{200b}",
        "\u{2007}NSS",
    ] {
        assert_eq!(recortar(crudo), "NSS", "{crudo:?}");
    }
    assert_eq!(recortar("\u{a0} \u{200b}"), "");
    assert_eq!(recortar("DE LA\u{a0}O"), "DE LA\u{a0}O");
}

#[test]
fn names_are_compared_by_their_letters() {
    let casos = [
        ("N.S.S.", "nss"),
        (" n s s ", "nss"),
        ("Número de\r\nSeguridad  Social", "numerodeseguridadsocial"),
        ("NU\u{301}MERO DE SEGURIDAD SOCIAL", "numerodeseguridadsocial"),
        ("DÍAS_COTIZADOS", "diascotizados"),
        ("N° de afiliación", "ndeafiliacion"),
        ("Nº de afiliación", "ndeafiliacion"),
        ("Año", "ano"),
        ("S.D.I. ($)", "sdi"),
        ("—", ""),
    ];
    for (nombre, normal) in casos {
        assert_eq!(normalizar(nombre), normal, "{nombre:?}");
    }
}

#[test]
fn damaged_letters_are_noticed_and_sound_ones_are_not() {
    for malo in [
        "PE\u{fffd}A",
        "NU¥EZ",
        "Pe¤a",
        "PeÃ±a",
        "RAMÃ“N",
        "MARÃ\u{81}A",
        "MarÃ\u{ad}a",
        "Mar¡a",
    ] {
        assert!(parece_danado(malo), "{malo:?}");
    }
    for bueno in [
        "PEÑA NÚÑEZ",
        "ÑÚÑEZ",
        "¥ 100",
        "¡Ojo!",
        "JOÃO",
        "GÜEMES",
        "L’Ourson “El Güero”",
        "100¢",
        "a–b",
    ] {
        assert!(!parece_danado(bueno), "{bueno:?}");
    }
}
