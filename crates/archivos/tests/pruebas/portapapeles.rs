//! The clipboard.

use ventanilla_archivos::{escribir_bloque, leer_bloque};

#[test]
fn blocks_of_the_usual_programs_are_read() {
    let casos: &[(&str, &[&[&str]])] = &[
        ("", &[]),
        ("99068400011", &[&["99068400011"]]),
        // Excel: CRLF after every row, the last one too.
        ("a\tb\r\n1\t2\r\n", &[&["a", "b"], &["1", "2"]]),
        // Google Sheets and LibreOffice: LF, none at the end or one.
        ("a\tb\n1\t2", &[&["a", "b"], &["1", "2"]]),
        ("a\tb\n1\t2\n", &[&["a", "b"], &["1", "2"]]),
        // Empty cells and rows are places: they stay.
        ("\t\r\n\r\n\tx\r\n", &[&["", ""], &[""], &["", "x"]]),
        ("a\n\n", &[&["a"], &[""]]),
        ("\r\n", &[&[""]]),
        // Line ends and tabs within a cell come in quotes.
        ("\"Calle 1\nCol. Centro\"\tx\r\n", &[&["Calle 1\nCol. Centro", "x"]]),
        ("\"dice \"\"hola\"\"\n\"\tx\r\n", &[&["dice \"hola\"\n", "x"]]),
        ("\"a\tb\"\tc", &[&["a\tb", "c"]]),
        // Quotes that are only text.
        ("tubo 5\"\tx\r\n", &[&["tubo 5\"", "x"]]),
        ("\"sin cerrar\tx\r\ny\tz\r\n", &[&["\"sin cerrar", "x"], &["y", "z"]]),
        ("\"", &[&["\""]]),
        // Nothing is trimmed, nothing but the mark of order is left out.
        ("\u{feff} a \t,;", &[&[" a ", ",;"]]),
        ("'=1+1\t'70", &[&["=1+1", "'70"]]),
    ];
    for (texto, filas) in casos {
        assert_eq!(leer_bloque(texto), *filas, "{texto:?}");
    }
}

#[test]
fn blocks_are_written_as_sheets_expect() {
    let casos: &[(&[&str], &str)] = &[
        (&["a", "b"], "a\tb\r\n"),
        (&["a\tb", "c\nd", "e\"f"], "\"a\tb\"\t\"c\nd\"\t\"e\"\"f\"\r\n"),
        (
            &["=1+1", "+52 55", "@x", "-a", "'=1"],
            "'=1+1\t'+52 55\t'@x\t'-a\t''=1\r\n",
        ),
        (&["-12.50", "+1,000", "0123", "'70"], "-12.50\t+1,000\t0123\t'70\r\n"),
        (&["", ""], "\t\r\n"),
    ];
    for (fila, texto) in casos {
        let fila: Vec<String> = fila.iter().map(|c| (*c).to_owned()).collect();
        assert_eq!(escribir_bloque(std::slice::from_ref(&fila)), *texto);
        assert_eq!(leer_bloque(texto), [fila]);
    }
    assert_eq!(escribir_bloque(&[]), "");
}
