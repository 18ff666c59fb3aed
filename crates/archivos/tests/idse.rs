//! The batch of 168 positions: what it looks like, what of a bad file is said, and that nothing breaks the reader.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use chrono::NaiveDate;
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use ventanilla_archivos::idse::{Aviso, LARGO, Lote, Movimiento, Problema, Rechazo, Relleno, Tipos, escribir, leer};

type Caso = (&'static str, usize, Option<(usize, usize)>, Problema);

fn carpeta() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/datos/idse")
}

fn archivo(nombre: &str) -> Vec<u8> {
    fs::read(carpeta().join(nombre)).unwrap()
}

fn movimiento(nss: &str, nombre: [&str; 3], clave: &str, aviso: Aviso) -> Movimiento {
    let [primero, segundo, nombres] = nombre.map(str::to_owned);
    Movimiento {
        registro_patronal: "Z9900001108".into(),
        nss: nss.into(),
        primer_apellido: primero,
        segundo_apellido: segundo,
        nombres,
        fecha: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
        clave: clave.into(),
        aviso,
    }
}

/// The batch of `bueno.txt`, which was written without this program.
fn bueno() -> Lote {
    let reingreso = Aviso::Reingreso {
        sbc: 54564,
        tipos: Tipos {
            trabajador: 1,
            salario: 0,
            semana: 0,
        },
        umf: "001".into(),
        curp: "FIEP840315MJCCJT01".into(),
    };
    let modificacion = Aviso::Modificacion {
        sbc: 61230,
        tipos: Tipos::default(),
        curp: "EAME010518MJCNDLA5".into(),
    };
    Lote {
        movimientos: vec![
            movimiento("99068400011", ["FICTICIA", "EJEMPLO", "PETRA"], "101", reingreso),
            movimiento(
                "99129200038",
                ["MUESTRA", "PEÑA", "LUCIA"],
                "087",
                Aviso::Baja { causa: '2' },
            ),
            movimiento("99210100055", ["ENSAYO", "", "ELVIRA"], "", modificacion),
        ],
        guia: "01400".into(),
        relleno: Relleno::Ceros,
    }
}

#[test]
fn it_writes_the_file_byte_by_byte() {
    assert_eq!(escribir(&bueno()).unwrap(), archivo("bueno.txt"));
    let con_espacios = Lote {
        relleno: Relleno::Espacios,
        ..bueno()
    };
    assert_eq!(escribir(&con_espacios).unwrap(), archivo("bueno_espacios.txt"));
    assert_eq!(leer(&archivo("bueno_espacios.txt")).unwrap().lote(), Some(con_espacios));
}

#[test]
fn it_reads_it_however_it_was_saved() {
    for nombre in [
        "bueno.txt",
        "bueno_lf.txt",
        "bueno_cr.txt",
        "bueno_sin_fin.txt",
        "bueno_eof_dos.txt",
        "bueno_bom.txt",
    ] {
        let lectura = leer(&archivo(nombre)).unwrap();
        assert_eq!(lectura.hallazgos, [], "{nombre}");
        assert_eq!(lectura.lote(), Some(bueno()), "{nombre}");
    }
    for nombre in ["acentos_cp1252.txt", "acentos_utf8.txt"] {
        let lectura = leer(&archivo(nombre)).unwrap();
        assert_eq!(lectura.hallazgos, [], "{nombre}");
        let nombres: Vec<&str> = lectura.renglones.iter().map(|r| r.segundo_apellido.as_str()).collect();
        assert_eq!(nombres, ["EJEMPLO", "PEÑA", ""], "{nombre}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    use Problema as P;
    let casos: &[Caso] = &[
        ("sin_control.txt", 0, None, P::SinControl),
        (
            "control_mal.txt",
            4,
            Some((57, 62)),
            P::Cuenta {
                dice: "000005".into(),
                hay: 3,
            },
        ),
        ("despues_del_control.txt", 4, None, P::DespuesDelControl),
        ("dos_controles.txt", 5, None, P::OtroControl),
        (
            "otra_guia.txt",
            2,
            Some((134, 138)),
            P::OtraGuia {
                esta: "02300".into(),
                primera: "01400".into(),
            },
        ),
        (
            "otro_registro.txt",
            2,
            Some((1, 11)),
            P::OtroRegistro {
                este: "Z9900002106".into(),
                primero: "Z9900001108".into(),
            },
        ),
        ("sin_nueve.txt", 1, Some((168, 168)), P::SinNueve(" ".into())),
        ("corto.txt", 2, None, P::Largo(150)),
        ("tipo_03.txt", 3, Some((132, 133)), P::Tipo("03".into())),
        ("en_blanco.txt", 2, None, P::EnBlanco),
    ];
    for (nombre, renglon, posiciones, problema) in casos {
        let lectura = leer(&archivo(nombre)).unwrap();
        let esta = lectura
            .hallazgos
            .iter()
            .any(|h| h.renglon == *renglon && h.posiciones == *posiciones && h.problema == *problema);
        assert!(esta, "{nombre}: {:?}", lectura.hallazgos);
        assert_eq!(lectura.renglones.len(), 3, "{nombre}: no row is lost");
        assert_eq!(lectura.lote(), None, "{nombre}");
    }
}

#[test]
fn other_files_are_refused_by_name() {
    for (nombre, dice) in [
        ("inventado_196.txt", "196 posiciones y esa estructura no es de IDSE"),
        ("inventado_197.txt", "197 posiciones y esa estructura no es de IDSE"),
        ("sua_movt.txt", "MOVT.TXT"),
        ("sua_aseg_168.txt", "ASEG.TXT"),
        ("otro_largo.txt", "120 posiciones"),
        ("vacio.txt", "vacío"),
        ("binario.txt", "un libro de Excel 97-2003"),
        ("ceros.txt", "un archivo binario"),
    ] {
        let rechazo = leer(&archivo(nombre)).unwrap_err().to_string();
        assert!(rechazo.contains(dice), "{nombre}: {rechazo}");
    }
    assert!(matches!(
        leer(&vec![b'9'; 5 << 20]),
        Err(Rechazo::DemasiadosBytes { .. })
    ));
}

#[test]
fn the_whole_corpus_is_read_or_refused() {
    let mut cuantos = 0;
    for entrada in fs::read_dir(carpeta()).unwrap() {
        let _ = leer(&fs::read(entrada.unwrap().path()).unwrap()).map(|l| l.lote());
        cuantos += 1;
    }
    assert!(cuantos > 25);
}

#[test]
fn findings_are_bounded() {
    let malo: String = (0..2000).map(|_| format!("{}\n", "x".repeat(LARGO))).collect();
    let lectura = leer(malo.as_bytes()).unwrap();
    assert_eq!(lectura.hallazgos.len(), 200);
    assert!(lectura.omitidos > 2000);
}

#[test]
fn what_does_not_fit_is_not_written() {
    for (cambio, campo) in [
        (
            (|m: &mut Movimiento| m.nss = "123".into()) as fn(&mut Movimiento),
            "el NSS",
        ),
        (|m| m.primer_apellido = "A".repeat(28), "el primer apellido"),
        (|m| m.nombres = " PETRA".into(), "el nombre"),
        (|m| m.nombres = "PE/A".into(), "el nombre"),
        (|m| m.nombres = "José".into(), "el nombre"),
        (|m| m.clave = "12345678901".into(), "la clave del trabajador"),
        (|m| m.aviso = Aviso::Baja { causa: 'B' }, "la causa de la baja"),
        (
            |m| {
                m.aviso = Aviso::Modificacion {
                    sbc: 1_000_000,
                    tipos: Tipos::default(),
                    curp: String::new(),
                };
            },
            "el SBC",
        ),
    ] {
        let mut lote = bueno();
        cambio(&mut lote.movimientos[0]);
        let fallas = escribir(&lote).unwrap_err();
        assert!(
            fallas.iter().any(|f| f.campo == campo && f.renglon == 1),
            "{campo}: {fallas:?}"
        );
    }
    assert!(
        escribir(&Lote {
            guia: "140".into(),
            ..bueno()
        })
        .is_err()
    );
}

fn nombres() -> impl Strategy<Value = String> {
    "[A-ZÑ]{1,9}( [A-ZÑ]{1,8}){0,2}"
}

prop_compose! {
    fn avisos()(
        cual in 0..3, sbc in 0..1_000_000_u32, trabajador in 0..10_u8, salario in 0..10_u8, semana in 0..10_u8,
        umf in "([0-9]{3})?", curp in "([A-Z]{4}[0-9]{6}[HM][A-Z]{5}[0-9A-Z][0-9])?", causa in "[1-9A]",
    ) -> Aviso {
        let tipos = Tipos { trabajador, salario, semana };
        match cual {
            0 => Aviso::Reingreso { sbc, tipos, umf, curp },
            1 => Aviso::Modificacion { sbc, tipos, curp },
            _ => Aviso::Baja { causa: causa.chars().next().unwrap_or('1') },
        }
    }
}

prop_compose! {
    fn movimientos()(
        nss in "[0-9]{11}", primer_apellido in nombres(), segundo_apellido in prop_oneof![Just(String::new()), nombres()],
        nombres in nombres(), dias in 0..60_000_i64, clave in "([A-Z0-9][A-Z0-9 .-]{0,8}[A-Z0-9])?", aviso in avisos(),
    ) -> Movimiento {
        Movimiento {
            registro_patronal: "Z9900001108".into(), nss, primer_apellido, segundo_apellido, nombres, clave, aviso,
            fecha: NaiveDate::from_ymd_opt(1943, 1, 1).unwrap() + chrono::TimeDelta::days(dias),
        }
    }
}

prop_compose! {
    fn lotes()(
        movimientos in proptest::collection::vec(movimientos(), 1..12), guia in "[0-9]{5}", espacios: bool,
    ) -> Lote {
        Lote { movimientos, guia, relleno: if espacios { Relleno::Espacios } else { Relleno::Ceros } }
    }
}

proptest! {
    #[test]
    fn written_and_read_is_the_same(lote in lotes()) {
        let bytes = escribir(&lote).unwrap();
        prop_assert!(bytes.is_ascii());
        prop_assert_eq!(bytes.len(), (LARGO + 2) * (lote.movimientos.len() + 1));
        let lectura = leer(&bytes).unwrap();
        prop_assert_eq!(&lectura.hallazgos, &[]);
        prop_assert_eq!(lectura.lote(), Some(lote));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = leer(&bytes).map(|l| l.lote());
    }

    #[test]
    fn any_text_of_the_right_length_is_read(lineas in proptest::collection::vec("\\PC{168}", 0..6)) {
        let texto = lineas.join("\r\n");
        let _ = leer(texto.as_bytes()).map(|l| l.lote());
    }

    #[test]
    fn a_good_file_spoilt_loses_no_row_silently(
        lote in lotes(), golpes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        corte in any::<prop::sample::Index>(), cortar: bool,
    ) {
        let sano = escribir(&lote).unwrap();
        let mut bytes = sano.clone();
        for (donde, que) in golpes {
            let lugar = donde.index(bytes.len());
            bytes[lugar] = que;
        }
        if cortar {
            bytes.truncate(corte.index(bytes.len()) + 1);
        }
        // the same records, or somebody is told
        if let Ok(lectura) = leer(&bytes)
            && lectura.renglones.len() != lote.movimientos.len()
        {
            prop_assert!(!lectura.hallazgos.is_empty());
        }
    }
}
