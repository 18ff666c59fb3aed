//! The sample files and what each must give.

use std::path::Path;

use ventanilla_archivos::Codificacion::{Utf8, Utf8ConMarca, Utf16Be, Utf16Le, Windows1252};
use ventanilla_archivos::Separador::{Coma, Otro, PuntoYComa, Tabulador};
use ventanilla_archivos::{Codificacion, Limites, Separador, leer_csv};

use crate::{NOMINA, leer_en_pasos, sin_encabezado};

/// What a file must give: rows as `number|cells`, warnings as codes with their row.
struct Esperado {
    archivo: &'static str,
    limites: fn() -> Limites,
    leida: Result<Leida, &'static str>,
}

struct Leida {
    como: (Codificacion, Separador, Option<usize>),
    filas: &'static [&'static str],
    avisos: &'static [&'static str],
    ignoradas: &'static [&'static str],
}

const LIMPIAS: &[&str] = &[
    "2|99068400011|FICTICIA EJEMPLO PETRA|315.04|31",
    "3|99997900024|SIMULADO PRUEBA RAMÓN|1,520.90|31",
    "4|99088800075|MUESTRA ÑÚÑEZ NORMA|545.64|29",
];
const LIMPIAS_SIN_MILES: &[&str] = &[
    "2|99068400011|FICTICIA EJEMPLO PETRA|315.04|31",
    "3|99997900024|SIMULADO PRUEBA RAMÓN|1520.90|31",
    "4|99088800075|MUESTRA ÑÚÑEZ NORMA|545.64|29",
];

fn clean(codificacion: Codificacion, separador: Separador, filas: &'static [&'static str]) -> Leida {
    Leida {
        como: (codificacion, separador, Some(1)),
        filas,
        avisos: &[],
        ignoradas: &[],
    }
}

fn expected() -> Vec<Esperado> {
    let con = |archivo, leida| Esperado {
        archivo,
        limites: Limites::default,
        leida,
    };
    vec![
        con("excel_mx_utf8.csv", Ok(clean(Utf8ConMarca, Coma, LIMPIAS))),
        con("excel_mx_ansi.csv", Ok(clean(Windows1252, Coma, LIMPIAS))),
        con("mac_cr.csv", Ok(clean(Utf8, Coma, LIMPIAS))),
        con(
            "excel_texto_unicode.txt",
            Ok(clean(Utf16Le, Tabulador, LIMPIAS_SIN_MILES)),
        ),
        con("unicode_be.txt", Ok(clean(Utf16Be, Tabulador, LIMPIAS_SIN_MILES))),
        con(
            "excel_es_punto_y_coma.csv",
            Ok(clean(
                Windows1252,
                PuntoYComa,
                &[
                    "2|99068400011|FICTICIA EJEMPLO, PETRA|315,04|31",
                    "3|99997900024|SIMULADO PRUEBA, RAMÓN|1.520,90|31",
                    "4|99088800075|MUESTRA; ÑÚÑEZ, NORMA|545,64|29",
                ],
            )),
        ),
        con(
            "ms_dos_cp850.csv",
            Ok(Leida {
                como: (Windows1252, Coma, Some(1)),
                filas: &[
                    "2|99068400011|FICTICIA EJEMPLO PETRA|315.04|",
                    "3|99997900024|SIMULADO PRUEBA RAMàN|1,520.90|",
                    "4|99088800075|MUESTRA ¥é¥EZ NORMA|545.64|",
                ],
                avisos: &["archivos.columna_faltante", "archivos.texto_danado@4"],
                ignoradas: &["D D¡as"],
            }),
        ),
        con(
            "sep_declarado.csv",
            Ok(clean(
                Utf8,
                Otro(b'^'),
                &["2|99068400011|FICTICIA, PETRA; EJEMPLO|315.04|31"],
            )),
        ),
        con(
            "con_membrete.csv",
            Ok(Leida {
                como: (Utf8, Coma, Some(5)),
                filas: &[
                    "6|99068400011|FICTICIA EJEMPLO\r\nPETRA|315.04|31",
                    "8|99189800040|DEMOSTRACIÓN FICTICIO HUGO|330.58|31",
                ],
                avisos: &["archivos.fila_sin_datos@9"],
                ignoradas: &["A Clave", "F Área"],
            }),
        ),
        con(
            "desajustado.csv",
            Ok(Leida {
                como: (Utf8, Coma, Some(1)),
                filas: &[
                    "2|99068400011|FICTICIA EJEMPLO PETRA|316.00|",
                    "3|99997900024|SIMULADO PRUEBA|1520.90|",
                    "4|99129200038|MUESTRA DEMO LUCÍA|2932.75|",
                    "5|99088800075|||",
                ],
                avisos: &[
                    "archivos.columna_faltante",
                    "archivos.columna_repetida",
                    "archivos.fila_larga@3",
                    "archivos.fila_larga@4",
                ],
                ignoradas: &["E Observaciones"],
            }),
        ),
        con("encabezado_ajeno.csv", Err("archivos.sin_encabezado")),
        con("comilla_abierta.csv", Err("archivos.comilla_sin_cerrar")),
        con(
            "ceros_protegidos.csv",
            Ok(clean(
                Utf8,
                Coma,
                &[
                    "2|00068400011|FICTICIA EJEMPLO PETRA|0315.04|31",
                    "3|99997900024|=SIMULADO|1520.90|31",
                ],
            )),
        ),
        Esperado {
            archivo: "sin_encabezado.csv",
            limites: sin_encabezado,
            leida: Ok(Leida {
                como: (Utf8, PuntoYComa, None),
                filas: &[
                    "1|99068400011|FICTICIA EJEMPLO, PETRA|315,04|31",
                    "2|99997900024|SIMULADO PRUEBA, RAMÓN|1.520,90|31",
                ],
                avisos: &[],
                ignoradas: &[],
            }),
        },
    ]
}

fn letter(columna: usize) -> char {
    char::from(b'A' + (columna - 1) as u8)
}

#[test]
fn every_sample_file_gives_what_it_must() {
    let carpeta = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datos");
    for caso in expected() {
        let bytes = std::fs::read(carpeta.join(caso.archivo)).expect(caso.archivo);
        let lectura = leer_csv(&bytes, NOMINA, (caso.limites)());
        assert_eq!(
            lectura,
            leer_en_pasos(&bytes, NOMINA, (caso.limites)(), 1),
            "{}: in slices",
            caso.archivo
        );
        match (lectura, caso.leida) {
            (Err(error), Err(codigo)) => assert_eq!(error.codigo(), codigo, "{}", caso.archivo),
            (Ok(lectura), Ok(leida)) => {
                let como = (lectura.codificacion, lectura.separador, lectura.renglon_encabezado);
                assert_eq!(como, leida.como, "{}", caso.archivo);
                let renglon = |f: &ventanilla_archivos::Fila| format!("{}|{}", f.renglon_archivo, f.celdas.join("|"));
                assert_eq!(
                    lectura.filas.iter().map(renglon).collect::<Vec<_>>(),
                    leida.filas,
                    "{}",
                    caso.archivo
                );
                let aviso = |a: &ventanilla_archivos::Aviso| match a.renglon() {
                    Some(renglon) => format!("{}@{renglon}", a.codigo()),
                    None => a.codigo().to_owned(),
                };
                assert_eq!(
                    lectura.avisos.iter().map(aviso).collect::<Vec<_>>(),
                    leida.avisos,
                    "{}",
                    caso.archivo
                );
                let ignorada =
                    |c: &ventanilla_archivos::ColumnaIgnorada| format!("{} {}", letter(c.columna), c.encabezado);
                let ignoradas: Vec<_> = lectura.columnas_ignoradas.iter().map(ignorada).collect();
                assert_eq!(ignoradas, leida.ignoradas, "{}", caso.archivo);
            }
            (lectura, esperada) => {
                assert_eq!(lectura.is_ok(), esperada.is_ok(), "{}: {lectura:?}", caso.archivo);
            }
        }
    }
}

#[test]
fn every_sample_file_is_in_the_table() {
    let carpeta = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datos");
    let conocidos: Vec<_> = expected().iter().map(|caso| caso.archivo).collect();
    for entrada in std::fs::read_dir(carpeta).expect("folder of samples") {
        let nombre = entrada.expect("entry").file_name().into_string().expect("plain name");
        let es_muestra = nombre.ends_with(".csv") || nombre.ends_with(".txt");
        assert!(
            !es_muestra || conocidos.contains(&nombre.as_str()),
            "{nombre} has no entry"
        );
    }
}
