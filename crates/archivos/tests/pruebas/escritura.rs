//! Writing CSV.

use ventanilla_archivos::Valor::{Identificador, Numero, Texto};
use ventanilla_archivos::{Limites, Valor, escribir_csv, leer_csv, plantilla};

use crate::NOMINA;

#[test]
fn cells_are_written_by_their_kind() {
    let casos: &[(Valor<'_>, &str)] = &[
        (Texto("FICTICIA PETRA"), "FICTICIA PETRA"),
        (Texto("  FICTICIA\u{a0}"), "FICTICIA"),
        (Texto("FICTICIA, PETRA"), "\"FICTICIA, PETRA\""),
        (Texto("dice \"hola\""), "\"dice \"\"hola\"\"\""),
        (Texto("a\r\nb"), "\"a\r\nb\""),
        (Texto("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\""),
        (Texto("+52 55"), "'+52 55"),
        (Texto("-5"), "'-5"),
        (Texto("@SUM(A1)"), "'@SUM(A1)"),
        (Texto("\t=1"), "'=1"),
        (Texto("\r=1"), "'=1"),
        (Texto("'=1"), "''=1"),
        (Texto("'70"), "'70"),
        (Numero("-315.04"), "-315.04"),
        (Numero("+1"), "+1"),
        (Numero("1,520.90"), "\"1,520.90\""),
        (Numero("=1"), "'=1"),
        (Numero("-2+3"), "'-2+3"),
        (Numero("-"), "'-"),
        (Identificador("01234567890"), "01234567890"),
        (Identificador("Z99-00001-10-8"), "Z99-00001-10-8"),
        (Identificador("=cmd"), "'=cmd"),
        (Texto(""), ""),
    ];
    for (valor, escrito) in casos {
        let bytes = escribir_csv(&["a", "b"], &[vec![*valor, Numero("1")]]);
        let esperado = format!("\u{feff}a,b\r\n{escrito},1\r\n");
        assert_eq!(String::from_utf8(bytes).expect("UTF-8"), esperado, "{valor:?}");
    }
}

#[test]
fn a_template_is_recognised_whole() {
    let ejemplo = vec![
        Identificador("99068400011"),
        Texto("FICTICIA EJEMPLO, PETRA"),
        Numero("315.04"),
        Numero("31"),
    ];
    let lectura = leer_csv(&plantilla(NOMINA, &[ejemplo]), NOMINA, Limites::default()).expect("own template");
    assert_eq!(lectura.columnas_reconocidas.len(), NOMINA.len());
    assert_eq!((lectura.avisos.len(), lectura.columnas_ignoradas.len()), (0, 0));
    assert_eq!(
        lectura.filas[0].celdas,
        ["99068400011", "FICTICIA EJEMPLO, PETRA", "315.04", "31"]
    );
    assert_eq!(
        plantilla(NOMINA, &[]),
        "\u{feff}NSS,Nombre,Salario diario integrado,Días\r\n".as_bytes()
    );
}
