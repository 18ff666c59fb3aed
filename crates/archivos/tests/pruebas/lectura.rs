//! Reading tables: separators, headers, ragged rows, limits, files of other kinds.

use ventanilla_archivos::{Aviso, Columna, ErrorDeArchivo, Formato, Lector, Lectura, Limites, Separador, leer_csv};

use crate::{NOMINA, leer_en_pasos, sin_encabezado};

const DOS: &[Columna] = &[
    Columna {
        clave: "nss",
        titulo: "NSS",
        sinonimos: &[],
    },
    Columna {
        clave: "sdi",
        titulo: "Salario diario integrado",
        sinonimos: &["SDI"],
    },
];

fn read(texto: &str, columnas: &[Columna]) -> Lectura {
    leer_csv(texto.as_bytes(), columnas, Limites::default()).expect(texto)
}

fn fail(bytes: &[u8], limites: Limites) -> ErrorDeArchivo {
    leer_csv(bytes, NOMINA, limites).expect_err("should not be read")
}

fn cells(lectura: &Lectura) -> Vec<Vec<&str>> {
    lectura
        .filas
        .iter()
        .map(|fila| fila.celdas.iter().map(String::as_str).collect())
        .collect()
}

fn row_numbers(lectura: &Lectura) -> Vec<usize> {
    lectura.filas.iter().map(|fila| fila.renglon_archivo).collect()
}

#[test]
fn the_separator_is_found() {
    use Separador::{Barra, Coma, Otro, PuntoYComa, Tabulador};
    let casos = [
        ("NSS,SDI\n1,2\n", Coma, ["1", "2"]),
        ("NSS;SDI\n1;2\n", PuntoYComa, ["1", "2"]),
        ("NSS\tSDI\n1\t2\n", Tabulador, ["1", "2"]),
        ("NSS|SDI\n1|2\n", Barra, ["1", "2"]),
        // Decimal and thousands commas.
        ("NSS;SDI\n1;1.315,04\n", PuntoYComa, ["1", "1.315,04"]),
        ("NSS,SDI\n1,\"1,315.04\"\n", Coma, ["1", "1,315.04"]),
        // More of another separator than of the right one, within quotes or not.
        ("NSS,SDI\n\"1;;;;|||\",2;;;;\n", Coma, ["1;;;;|||", "2;;;;"]),
        (
            "\"NSS\";\"Salario, diario; integrado\"\n\"1,1,1\";\"2\"\n",
            PuntoYComa,
            ["1,1,1", "2"],
        ),
        // Declared by the file, in any of the ways in which it is written.
        ("sep=;\nNSS;SDI\n1;2\n", PuntoYComa, ["1", "2"]),
        ("SEP=|\r\nNSS|SDI\r\n1|2\r\n", Barra, ["1", "2"]),
        ("\"sep=,\"\rNSS,SDI\r1,2\r", Coma, ["1", "2"]),
        ("sep=\t\nNSS\tSDI\n1\t2", Tabulador, ["1", "2"]),
        ("sep=:\nNSS:SDI\n1:2,;|\n", Otro(b':'), ["1", "2,;|"]),
    ];
    for (texto, separador, celdas) in casos {
        let lectura = read(texto, DOS);
        assert_eq!(
            (lectura.separador, cells(&lectura)),
            (separador, vec![celdas.to_vec()]),
            "{texto:?}"
        );
    }
}

#[test]
fn the_separator_is_found_without_headers() {
    let casos = [
        ("1,2\n3,4\n", Separador::Coma),
        ("1;2,5\n3;4,5\n", Separador::PuntoYComa),
        ("1,1;2,5\n3,1;4,5\n", Separador::PuntoYComa),
        ("A, B\t2\nC, D\t3\n", Separador::Tabulador),
        ("1|2\n", Separador::Barra),
    ];
    for (texto, separador) in casos {
        let lectura = leer_csv(texto.as_bytes(), DOS, sin_encabezado()).expect(texto);
        assert_eq!(lectura.separador, separador, "{texto:?}");
        assert_eq!(
            (lectura.renglon_encabezado, row_numbers(&lectura)[0]),
            (None, 1),
            "{texto:?}"
        );
    }
}

#[test]
fn without_headers_the_number_of_declared_columns_decides() {
    let lectura = leer_csv(b"1,A;B,2\n3,C;D,4\n", &NOMINA[..3], sin_encabezado()).expect("three columns");
    assert_eq!(
        (lectura.separador, cells(&lectura)[0].as_slice()),
        (Separador::Coma, &["1", "A;B", "2"][..])
    );
}

#[test]
fn a_single_column_keeps_its_commas_whole_where_possible() {
    let una = &DOS[1..];
    assert_eq!(cells(&read("SDI\n315.04\n1\n", una)), [["315.04"], ["1"]]);
    assert_eq!(read("SDI\n315.04\n", una).separador, Separador::Coma);
    assert_eq!(cells(&read("SDI\n315,04\n12,5\n", una)), [["315,04"], ["12,5"]]);
}

#[test]
fn headers_are_recognised_however_they_are_written() {
    let encabezados = [
        "NSS,Nombre,Salario diario integrado,Días",
        "nss,nombre,sdi,dias",
        "N.S.S.,NOMBRE,S.D.I.,DIAS",
        "Número de Seguridad Social,Trabajador,SBC,Días cotizados",
        "numero  de seguridad-social,NOMBRE DEL TRABAJADOR,Salario_Diario_Integrado,días trabajados",
        "\"Núm.\nIMSS\",\" Nombre: \",\"SALARIO BASE ($)\",\"¿Días?\"",
        "\u{a0}NSS\u{a0},Nombre,Sdi,Di\u{301}as",
    ];
    for encabezado in encabezados {
        let lectura = read(&format!("{encabezado}\n99068400011,FICTICIA PETRA,315.04,31\n"), NOMINA);
        assert_eq!(
            cells(&lectura),
            [["99068400011", "FICTICIA PETRA", "315.04", "31"]],
            "{encabezado}"
        );
        assert_eq!(lectura.avisos, [], "{encabezado}");
        let claves: Vec<_> = lectura
            .columnas_reconocidas
            .iter()
            .map(|c| (c.clave, c.columna))
            .collect();
        assert_eq!(
            claves,
            [("nss", 1), ("nombre", 2), ("sdi", 3), ("dias", 4)],
            "{encabezado}"
        );
    }
}

#[test]
fn columns_come_in_the_order_declared_and_the_rest_is_named() {
    let lectura = read(
        "Puesto,DIAS,,SDI,Área,NSS\nAyudante,31,x,315.04,Cocina,99068400011\n",
        NOMINA,
    );
    assert_eq!(cells(&lectura), [["99068400011", "", "315.04", "31"]]);
    assert_eq!(
        lectura.avisos,
        [Aviso::ColumnaFaltante {
            clave: "nombre",
            titulo: "Nombre"
        }]
    );
    let ignoradas: Vec<_> = lectura
        .columnas_ignoradas
        .iter()
        .map(|c| (c.columna, &*c.encabezado))
        .collect();
    assert_eq!(ignoradas, [(1, "Puesto"), (5, "Área")]);
    let sdi = &lectura.columnas_reconocidas[1];
    assert_eq!(
        (sdi.clave, sdi.titulo, &*sdi.encabezado, sdi.columna),
        ("sdi", "Salario diario integrado", "SDI", 4)
    );
}

#[test]
fn of_two_columns_with_one_meaning_the_title_is_used_then_the_first() {
    let por_titulo = read("SDI,NSS,Salario diario integrado\n1,9,2\n", DOS);
    assert_eq!(cells(&por_titulo), [["9", "2"]]);
    let repetida = |encabezado: &str, columna, usada| Aviso::ColumnaRepetida {
        titulo: DOS[1].titulo,
        encabezado: encabezado.to_owned(),
        columna,
        usada,
    };
    assert_eq!(por_titulo.avisos, [repetida("SDI", 1, 3)]);
    let primera = read("SDI,NSS,S.D.I.\n1,9,2\n", DOS);
    assert_eq!(
        (cells(&primera), primera.avisos.clone()),
        (vec![vec!["9", "1"]], vec![repetida("S.D.I.", 3, 1)])
    );
}

#[test]
fn the_header_row_is_looked_for_among_the_first_twenty_with_text() {
    let con_membrete = |renglones: usize| {
        let membrete: String = (0..renglones).map(|i| format!("SIMULADO, S.A.,{i}\n\n")).collect();
        format!("{membrete}NSS,SDI\n1,2\n")
    };
    let lectura = read(&con_membrete(19), DOS);
    assert_eq!(
        (lectura.renglon_encabezado, row_numbers(&lectura)),
        (Some(39), vec![40])
    );
    let error = leer_csv(con_membrete(20).as_bytes(), DOS, Limites::default()).expect_err("too far down");
    assert_eq!(error.codigo(), "archivos.sin_encabezado");
    // A label of the letterhead that happens to be a title does not pass for the header row.
    let lectura = read(
        "Nombre:,COMEDOR SIMULADO\nClave,Área,Puesto,NSS\n1,x,y,99068400011\n",
        NOMINA,
    );
    assert_eq!((lectura.renglon_encabezado, lectura.filas.len()), (Some(2), 1));
}

#[test]
fn without_headers_the_error_shows_what_was_found_and_what_is_expected() {
    let error = fail(b"Reporte\nC\xf3digo,Precio\nA-1,25\n", Limites::default());
    let esperado: Vec<_> = NOMINA.iter().map(|c| c.titulo).collect();
    let encontrado = vec!["Código".to_owned(), "Precio".to_owned()];
    assert_eq!(
        error,
        ErrorDeArchivo::SinEncabezado {
            renglon: 2,
            encontrado,
            esperado
        }
    );
    assert_eq!(
        error.to_string(),
        "No se reconoció el renglón de títulos. Se esperaba: «NSS», «Nombre», «Salario diario integrado», «Días». En el \
         renglón 2 se encontró: «Código», «Precio». Ponga los títulos en el primer renglón (puede copiarlos de la \
         plantilla) o indique que el archivo no trae títulos."
    );
    let sin_texto = "\n".repeat(100_000) + "NSS\n1\n";
    assert!(
        fail(sin_texto.as_bytes(), Limites::default())
            .to_string()
            .contains("ningún renglón con texto")
    );
}

#[test]
fn positional_reading_warns_if_the_first_row_looks_like_headers() {
    let lectura = leer_csv(b"nss,s.d.i.\n1,2\n", DOS, sin_encabezado()).expect("positional");
    assert_eq!(cells(&lectura), [["nss", "s.d.i."], ["1", "2"]]);
    assert_eq!(lectura.avisos, [Aviso::PareceEncabezado { renglon: 1 }]);
    assert_eq!(lectura.columnas_reconocidas.len(), 2);
}

#[test]
fn rows_keep_the_numbers_a_spreadsheet_shows() {
    let casos: &[(&str, &[usize])] = &[
        ("NSS,SDI\n1,2\n3,4", &[2, 3]),
        ("NSS,SDI\r\n1,2\r\n3,4\r\n", &[2, 3]),
        ("NSS,SDI\r1,2\r3,4\r", &[2, 3]),
        ("NSS,SDI\r\n\r\n1,2\n\n\r3,4", &[3, 6]),
        ("\n\n NSS ,SDI\n , \n1,2\n,,\n\u{a0},\n3,4\n", &[5, 8]),
        ("NSS,SDI\n\"1\n1\r\n1\",2\n3,4\n", &[2, 3]),
        ("sep=,\r\nNSS,SDI\r\n1,2\r\n3,4\r\n", &[2, 3]),
    ];
    for (texto, numeros) in casos {
        assert_eq!(row_numbers(&read(texto, DOS)), *numeros, "{texto:?}");
    }
}

#[test]
fn quotes_are_read_as_a_spreadsheet_reads_them() {
    let casos = [
        ("\"1\",\"a \"\"b\"\" c\"", ["1", "a \"b\" c"]),
        ("\"a,b\",\"c\nd\"", ["a,b", "c\nd"]),
        ("JUAN \"EL GÜERO\" SIMULADO,2", ["JUAN \"EL GÜERO\" SIMULADO", "2"]),
        ("\"a\"b,2", ["ab", "2"]),
        ("\"\",2", ["", "2"]),
        ("\" 1 \",\u{a0}2\u{a0}", ["1", "2"]),
        ("=\"0099\",'=1+1", ["0099", "=1+1"]),
        ("=1+1,'70", ["=1+1", "'70"]),
    ];
    for (renglon, celdas) in casos {
        assert_eq!(
            cells(&read(&format!("NSS,SDI\n{renglon}\n"), DOS)),
            [celdas],
            "{renglon:?}"
        );
        assert_eq!(
            cells(&read(&format!("NSS,SDI\n{renglon}"), DOS)),
            [celdas],
            "{renglon:?} at the end"
        );
    }
}

#[test]
fn files_of_other_kinds_are_named() {
    let casos: &[(&[u8], Formato, &str)] = &[
        (b"PK\x03\x04\x14\0\x06\0", Formato::LibroComprimido, ".xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Formato::LibroAntiguo, ".xls"),
        (b"%PDF-1.7\n", Formato::Pdf, "PDF"),
        (b"\xef\xbb\xbf\r\n <HTML><body><table>", Formato::Marcado, "HTML"),
        (b"<table><tr><td>NSS</td></tr></table>", Formato::Marcado, "HTML"),
        (b"<?xml version=\"1.0\"?><cfdi:Comprobante/>", Formato::Marcado, "XML"),
        (b"{\\rtf1\\ansi NSS}", Formato::TextoEnriquecido, "RTF"),
        (b"NSS,SDI\n1,\x002\n", Formato::Desconocido, "binario"),
    ];
    for (bytes, formato, palabra) in casos {
        let error = fail(bytes, Limites::default());
        assert_eq!(error, ErrorDeArchivo::Binario { formato: *formato });
        let texto = error.to_string();
        assert!(texto.contains(palabra) && texto.contains("CSV UTF-8"), "{texto}");
    }
    // Letters that happen to be the same are text.
    assert_eq!(cells(&read("PK,NSS\nx,1\n", &DOS[..1])), [["1"]]);
}

#[test]
fn empty_files_say_so() {
    for vacio in [
        &b""[..],
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\r\n\r\n",
        b" , , \n,\n",
        b";;\r\n;;\r\n",
        b"sep=;\r\n",
    ] {
        assert_eq!(fail(vacio, Limites::default()), ErrorDeArchivo::Vacio, "{vacio:?}");
        assert_eq!(fail(vacio, sin_encabezado()), ErrorDeArchivo::Vacio, "{vacio:?}");
    }
    assert_eq!(read("NSS,SDI\n\n", DOS).avisos, [Aviso::SinFilas]);
}

#[test]
fn limits_are_kept_exactly() {
    let limites = Limites {
        bytes: 60,
        filas: 2,
        columnas: 4,
        celda: 8,
        sin_encabezado: false,
    };
    let buenos = [
        "NSS,Días\n1,2\n3,4\n\n,\n",
        "NSS,Días,x,y\n1,2,3,4\n",
        "NSS,Días\n12345678,ÑÑÑÑÑÑÑÑ\n",
        "NSS,Días\n\"1234567\"\"\",2\n",
    ];
    for texto in buenos {
        assert!(leer_csv(texto.as_bytes(), NOMINA, limites).is_ok(), "{texto:?}");
    }
    let largo = format!("NSS,Días\n{}\n", "1,2\n".repeat(13));
    let comilla = format!("NSS,Días\n1,\"{}", "a\n".repeat(16));
    let malos: &[(&str, ErrorDeArchivo)] = &[
        (
            &largo,
            ErrorDeArchivo::DemasiadosBytes {
                bytes: largo.len(),
                limite: 60,
            },
        ),
        (
            "NSS,Días\n1,2\n3,4\n5,6\n",
            ErrorDeArchivo::DemasiadasFilas { limite: 2 },
        ),
        (
            "NSS,Días\n1,2,,,\n",
            ErrorDeArchivo::DemasiadasColumnas { renglon: 2, limite: 4 },
        ),
        (
            "NSS,Días,a,b,c\n",
            ErrorDeArchivo::DemasiadasColumnas { renglon: 1, limite: 4 },
        ),
        (
            "NSS,Días\n1,2\n3,123456789\n",
            ErrorDeArchivo::CeldaDemasiadoLarga {
                renglon: 3,
                columna: 2,
                limite: 8,
            },
        ),
        (&comilla, ErrorDeArchivo::ComillaSinCerrar { renglon: 2 }),
    ];
    for (texto, error) in malos {
        let limites = if texto.contains("123456789") {
            Limites { bytes: 1000, ..limites }
        } else {
            limites
        };
        assert_eq!(&fail(texto.as_bytes(), limites), error, "{texto:?}");
        assert_eq!(
            leer_en_pasos(texto.as_bytes(), NOMINA, limites, 1).as_ref(),
            Err(error),
            "{texto:?}"
        );
    }
}

#[test]
fn a_quote_that_never_closes_does_not_fill_the_memory() {
    let texto = format!("NSS,Días\n1,2\n\"3,{}", "99068400011,31\n".repeat(200_000));
    let esperado = ErrorDeArchivo::CeldaDemasiadoLarga {
        renglon: 3,
        columna: 1,
        limite: 4096,
    };
    assert_eq!(fail(texto.as_bytes(), Limites::default()), esperado);
    assert!(esperado.to_string().contains("renglón 3, columna A") && esperado.to_string().contains("4,096"));
}

#[test]
fn warnings_are_counted_when_they_are_too_many() {
    let texto = format!("NSS,SDI\n{}", "1,2,3\n".repeat(250));
    let lectura = read(&texto, DOS);
    assert_eq!((lectura.filas.len(), lectura.avisos.len()), (250, 101));
    assert_eq!(
        lectura.avisos[0],
        Aviso::FilaLarga {
            renglon: 2,
            celdas: 3,
            esperadas: 2
        }
    );
    assert_eq!(lectura.avisos[100], Aviso::Omitidos { cuantos: 150 });
}

#[test]
fn slices_are_short_and_rows_can_be_taken_away() {
    let texto = format!("NSS,SDI\n{}", "99068400011,315.04\n".repeat(1000));
    let mut lector = Lector::nuevo(texto.into_bytes(), DOS, Limites::default()).expect("good file");
    assert_eq!(lector.columnas_reconocidas().len(), 2);
    let avance = lector.avanzar(300);
    assert_eq!((avance.filas, avance.terminado), (300, false));
    assert!((250..350).contains(&avance.permil), "{avance:?}");
    assert_eq!(lector.tomar_filas().len(), 300);
    assert_eq!(lector.avanzar(0).filas, 301, "at least one row");
    let lectura = lector.terminar().expect("reads the rest");
    assert_eq!((lectura.filas.len(), lectura.filas[0].renglon_archivo), (700, 302));
    // A slice of a file without rows ends too: two megabytes of empty lines are not read in one go.
    let texto = "NSS,SDI\n".to_owned() + &"\n".repeat(2_000_000);
    let mut lector = Lector::nuevo(texto.into_bytes(), DOS, Limites::default()).expect("good file");
    assert!(!lector.avanzar(10).terminado);
}

#[test]
fn every_message_says_what_and_where_in_plain_spanish() {
    let errores = [
        ErrorDeArchivo::Vacio,
        ErrorDeArchivo::DemasiadosBytes {
            bytes: 20 << 20,
            limite: 16 << 20,
        },
        ErrorDeArchivo::DemasiadasFilas { limite: 100_000 },
        ErrorDeArchivo::DemasiadasColumnas {
            renglon: 12_345,
            limite: 256,
        },
        ErrorDeArchivo::ComillaSinCerrar { renglon: 7 },
    ];
    let avisos = [
        Aviso::ColumnaFaltante {
            clave: "sdi",
            titulo: "SDI",
        },
        Aviso::ColumnaRepetida {
            titulo: "SDI",
            encabezado: "SBC".into(),
            columna: 28,
            usada: 3,
        },
        Aviso::FilaLarga {
            renglon: 9,
            celdas: 5,
            esperadas: 4,
        },
        Aviso::FilaSinDatos { renglon: 9 },
        Aviso::TextoDanado { renglon: 9, columna: 2 },
        Aviso::PareceEncabezado { renglon: 1 },
        Aviso::SinFilas,
        Aviso::Omitidos { cuantos: 1500 },
    ];
    let textos: Vec<String> = errores
        .iter()
        .map(ToString::to_string)
        .chain(avisos.iter().map(ToString::to_string))
        .collect();
    let codigos: Vec<&str> = errores
        .iter()
        .map(|e| e.codigo())
        .chain(avisos.iter().map(|a| a.codigo()))
        .collect();
    for (i, (texto, codigo)) in textos.iter().zip(&codigos).enumerate() {
        assert!(
            texto.ends_with('.') && !texto.contains("  ") && !texto.contains('{'),
            "{texto}"
        );
        assert!(
            codigo.starts_with("archivos.") && !codigos[..i].contains(codigo),
            "{codigo}"
        );
    }
    let esperados = [
        "20,480 KB",
        "12,345",
        "256",
        "100,000",
        "renglón 7",
        "AB",
        "1,500",
        "16,384 KB",
    ];
    let todo = textos.join("\n");
    for esperado in esperados {
        assert!(todo.contains(esperado), "{esperado} in {todo}");
    }
}
