//! A batch for IDSE: golden cases, what rows say together, and that what has no error is always written and read back.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use chrono::NaiveDate;
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use ventanilla_archivos::idse::{escribir, leer};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_reglas::identificador::nss_cuadra;
use ventanilla_tramites::lote_idse::politicas::{FICHAS, Politicas};
use ventanilla_tramites::lote_idse::{
    COLUMNAS, Dictamen, Fila, Lote, RENGLONES, Revisor, columna, de_archivo, de_texto, lote_con_errores,
    lote_de_ejemplo, mensajes,
};

#[derive(Deserialize)]
struct Caso {
    caso: String,
    fuente: String,
    presentacion: String,
    #[serde(default)]
    area: String,
    fila: BTreeMap<String, String>,
    espera: Vec<String>,
}

fn dia(texto: &str) -> NaiveDate {
    ventanilla_normativa::fecha_iso(texto).unwrap()
}

/// Petra's reingreso of 25 November 2026, with some cells changed.
fn fila(cambios: &BTreeMap<String, String>) -> Fila {
    let base = [
        ("tipo", "08"),
        ("nss", "99068400011"),
        ("primer_apellido", "Ficticia"),
        ("segundo_apellido", "Ejemplo"),
        ("nombres", "Petra"),
        ("fecha", "25/11/2026"),
        ("sbc", "545.64"),
        ("tipo_trabajador", "1"),
        ("tipo_salario", "0"),
        ("umf", "1"),
        ("curp", "FIEP840315MJCCJT01"),
    ];
    let valor = |clave: &str| match cambios.get(clave) {
        Some(cambiado) => cambiado.clone(),
        None => base
            .iter()
            .find(|b| b.0 == clave)
            .map_or(String::new(), |b| b.1.to_owned()),
    };
    assert!(cambios.keys().all(|k| COLUMNAS.iter().any(|c| c.clave == k)));
    COLUMNAS.iter().map(|c| valor(c.clave)).collect()
}

fn lote(filas: Vec<Fila>) -> Lote {
    Lote {
        registro_patronal: "Z99-00001-10-8".into(),
        guia: "01400".into(),
        filas,
        ..Lote::default()
    }
}

fn dictaminar(lote: &Lote, hoy: &str) -> Dictamen {
    Revisor::default().revisar(&Normativa::publicada(), lote, dia(hoy))
}

fn codigos(dictamen: &Dictamen) -> Vec<String> {
    let de = |m: &ventanilla_tramites::lote_idse::Marca| match m.fila {
        Some(_) => format!("{}:{}", COLUMNAS[m.columna].clave, m.hallazgo.codigo),
        None => format!("{}:{}", m.hallazgo.campo, m.hallazgo.codigo),
    };
    dictamen.marcas.iter().map(de).collect()
}

#[test]
fn golden_cases() {
    let casos: Vec<Caso> = serde_json::from_str(include_str!("datos/lote_idse.json")).unwrap();
    assert!(casos.len() >= 40);
    for caso in casos {
        assert!(!caso.fuente.is_empty());
        let mut suyo = lote(vec![fila(&caso.fila)]);
        suyo.presentacion = caso.presentacion.clone();
        suyo.area = caso.area.clone();
        let dictamen = dictaminar(&suyo, "2030-01-01");
        let (mut hay, mut espera) = (codigos(&dictamen), caso.espera.clone());
        hay.sort();
        espera.sort();
        assert_eq!(hay, espera, "{}: {:#?}", caso.caso, dictamen.marcas);
        let con_error = dictamen.cuantos(Gravedad::Error) > 0;
        assert_eq!(dictamen.lote.is_none(), con_error, "{}", caso.caso);
    }
}

fn con(cambios: &[(&str, &str)]) -> Fila {
    fila(
        &cambios
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect(),
    )
}

fn baja(fecha: &str) -> Fila {
    let vacias = ["sbc", "tipo_trabajador", "tipo_salario", "umf", "curp"].map(|c| (c, ""));
    con(&[&[("tipo", "02"), ("causa", "2"), ("fecha", fecha)][..], &vacias].concat())
}

#[test]
fn rows_together() {
    let mut de_otra = baja("24/11/2026");
    "Juana".clone_into(&mut de_otra[columna::NOMBRES]);
    for (filas, espera) in [
        (vec![con(&[]), con(&[])], vec!["fecha:lote_idse.repetido"; 2]),
        (vec![de_otra, con(&[])], vec!["nss:lote_idse.otro_nombre"; 2]),
        (vec![baja("25/11/2026"), con(&[])], vec!["fecha:lote_idse.mismo_dia"; 2]),
        (vec![baja("24/11/2026"), con(&[])], vec![]),
        (vec![con(&[]), baja("24/11/2026")], vec!["fecha:lote_idse.orden"]),
        (
            vec![baja("24/11/2026"), baja("25/11/2026")],
            vec!["fecha:lote_idse.secuencia"],
        ),
        (vec![con(&[("fecha", "24/11/2026")]), baja("25/11/2026")], vec![]),
        (
            vec![
                baja("24/11/2026"),
                con(&[
                    ("tipo", "07"),
                    ("tipo_trabajador", ""),
                    ("umf", ""),
                    ("tipo_salario", ""),
                ]),
            ],
            vec!["fecha:lote_idse.secuencia"],
        ),
    ] {
        assert_eq!(codigos(&dictaminar(&lote(filas), "2026-11-26")), espera);
    }
}

#[test]
fn the_batch_itself() {
    let vacio = dictaminar(&Lote::default(), "2026-11-26");
    assert_eq!(
        codigos(&vacio),
        [
            "registro_patronal:lote_idse.falta",
            "guia:lote_idse.falta",
            ":lote_idse.vacio"
        ]
    );
    let mut suyo = lote(vec![con(&[])]);
    suyo.guia = "140".into();
    suyo.presentacion = "ayer".into();
    suyo.registro_patronal = "Z99-00001-10-9".into();
    let hay = codigos(&dictaminar(&suyo, "2026-11-26"));
    assert_eq!(
        hay,
        [
            "registro_patronal:registro_patronal.digito_verificador",
            "guia:lote_idse.guia",
            "presentacion:lote_idse.presentacion"
        ]
    );
}

#[test]
fn the_samples_are_what_they_say() {
    for hoy in ["2026-11-26", "2026-11-28", "2026-03-17"] {
        let bueno = dictaminar(&lote_de_ejemplo(dia(hoy)), hoy);
        assert_eq!(bueno.cuantos(Gravedad::Error), 0, "{:#?}", bueno.marcas);
        assert_eq!(bueno.cuenta, [2, 2, 2, 0]);
        let malo = dictaminar(&lote_con_errores(dia(hoy)), hoy);
        assert!(malo.cuantos(Gravedad::Error) >= 7, "{:#?}", malo.marcas);
    }
}

#[test]
fn a_file_gives_the_same_rows_and_the_rows_the_same_file() {
    let hoy = dia("2026-11-26");
    let mut politicas = Vec::new();
    for a in FICHAS[0].valores {
        for b in FICHAS[1].valores {
            for c in FICHAS[2].valores {
                let mut p = Politicas::default();
                for (ficha, valor) in FICHAS.iter().zip([a, b, c]) {
                    p.elegir(ficha.clave, valor.0);
                    assert_eq!(p.valor(ficha.clave), valor.0);
                }
                politicas.push(p);
            }
        }
    }
    for politicas in politicas {
        let mut original = lote_de_ejemplo(hoy);
        original.politicas = politicas;
        for fila in &mut original.filas {
            if fila[columna::TIPO] == "07" {
                fila[columna::SALARIO] = "2".into();
                fila[columna::TRABAJADOR] = "1".into();
            }
        }
        let dictamen = dictaminar(&original, "2026-11-26");
        let bytes = escribir(&dictamen.lote.unwrap()).unwrap();
        let traido = de_archivo(&leer(&bytes).unwrap(), politicas);
        assert_eq!(traido.politicas, Some(politicas));
        let mut vuelto = Lote {
            guia: traido.guia,
            politicas,
            ..Lote::default()
        };
        vuelto.agregar(traido.filas);
        assert_eq!(vuelto.registro_patronal, "Z9900001108");
        let otra = dictaminar(&vuelto, "2026-11-26");
        assert_eq!(
            escribir(&otra.lote.unwrap_or_else(|| panic!("{:#?}", otra.marcas))).unwrap(),
            bytes
        );
    }
}

#[test]
fn pasted_with_headings_in_any_order() {
    let texto = "Lote de noviembre\nApellido Paterno\tMaterno\tNombre\tNo. Seguro Social\tMovimiento\tFecha\tS.B.C.\tDepartamento\tReg. Pat.\n\
                 Ficticia\tEjemplo\tPetra\t9068400013\talta\t25/11/2026\t545.64\tVentas\tZ9900001108\n";
    let traido = de_texto(texto);
    assert_eq!(traido.filas.len(), 1);
    let fila = &traido.filas[0];
    assert_eq!(
        [
            fila[columna::PRIMERO].as_str(),
            &fila[columna::TIPO],
            &fila[columna::SBC],
            &fila[columna::RP]
        ],
        ["Ficticia", "08", "545.64", "Z9900001108"]
    );
    assert!(
        traido.avisos.iter().any(|a| a.contains("Departamento")),
        "{:?}",
        traido.avisos
    );
    let sin_titulos = de_texto("02\t99129200038\tMuestra\tDemo\tLucía\t25/11/2026\t\tSeparación voluntaria");
    assert_eq!(sin_titulos.filas[0][columna::CAUSA], "2");
}

#[test]
fn only_so_many_fit_and_the_rest_is_said() {
    let mut grande = lote(Vec::new());
    assert_eq!(grande.agregar(vec![con(&[]); RENGLONES + 7]), RENGLONES);
}

#[test]
fn every_finding_is_complete() {
    let mut codigos = std::collections::HashSet::new();
    for regla in mensajes::TODAS {
        assert!(codigos.insert(regla.codigo), "{}", regla.codigo);
        assert!(
            regla.ayuda.trim().len() > 20 && !regla.ejemplo.is_empty() && !regla.fundamento.is_empty(),
            "{}",
            regla.codigo
        );
    }
}

/// Two thousand rows, all different, and one that changes: the rest is not looked at again.
#[test]
fn two_thousand_rows() {
    let nss = |i: usize| {
        (0..10)
            .map(|d| format!("99{i:04}0001{d}"))
            .find(|n| nss_cuadra(n))
            .unwrap_or_default()
    };
    let filas = (0..2000).map(|i| con(&[("nss", &nss(i)), ("curp", "")])).collect();
    let mut grande = lote(filas);
    let mut revisor = Revisor::default();
    let normativa = Normativa::publicada();
    let inicio = std::time::Instant::now();
    let primera = revisor.revisar(&normativa, &grande, dia("2026-11-26"));
    let entera = inicio.elapsed();
    grande.filas[1000][columna::SBC] = "1".into();
    let inicio = std::time::Instant::now();
    let segunda = revisor.revisar(&normativa, &grande, dia("2026-11-26"));
    println!(
        "2,000 rows: {entera:?} at first, {:?} after a change (debug)",
        inicio.elapsed()
    );
    assert_eq!(segunda.marcas.len(), primera.marcas.len() + 1);
}

fn celdas() -> impl Strategy<Value = Fila> {
    let cual = |i: usize| -> BoxedStrategy<String> {
        let def = &COLUMNAS[i];
        let buenos = lote_de_ejemplo(dia("2026-11-26")).filas;
        let bueno: Vec<String> = buenos.into_iter().map(|f| f[i].clone()).collect();
        let opciones: Vec<String> = def
            .opciones
            .iter()
            .map(|o| o.0.to_owned())
            .chain([String::new()])
            .collect();
        prop_oneof![
            6 => prop::sample::select(bueno),
            2 => prop::sample::select(opciones),
            1 => "\\PC{0,30}",
            1 => "[A-Za-zÑñáéíóú ./0-9-]{0,40}",
        ]
        .boxed()
    };
    (0..COLUMNAS.len()).map(cual).collect::<Vec<_>>()
}

prop_compose! {
    fn lotes()(
        filas in proptest::collection::vec(celdas(), 0..6), guia in prop_oneof![4 => "[0-9]{5}", 1 => "\\PC{0,6}"],
        dias in -400_i64..400, zlfn: bool, p in 0..2_usize, q in 0..2_usize, r in 0..2_usize,
    ) -> (Lote, NaiveDate) {
        let mut politicas = Politicas::default();
        for (ficha, cual) in FICHAS.iter().zip([p, q, r]) {
            politicas.elegir(ficha.clave, ficha.valores[cual].0);
        }
        let lote = Lote {
            guia, politicas, area: if zlfn { "zlfn" } else { "" }.into(),
            ..lote(filas)
        };
        (lote, dia("2026-11-26") + chrono::TimeDelta::days(dias))
    }
}

proptest! {
    /// Nothing panics; and a batch without errors is always written, and what is written is read back equal.
    #[test]
    fn without_errors_it_is_written_and_read_back((lote, hoy) in lotes()) {
        let dictamen = Revisor::default().revisar(&Normativa::publicada(), &lote, hoy);
        prop_assert_eq!(dictamen.lote.is_some(), dictamen.cuantos(Gravedad::Error) == 0);
        if let Some(escrito) = dictamen.lote {
            let bytes = escribir(&escrito);
            prop_assert!(bytes.is_ok(), "{:?}", bytes);
            prop_assert_eq!(leer(&bytes.unwrap()).unwrap().lote(), Some(escrito));
        }
    }

    #[test]
    fn any_pasted_text_becomes_rows_of_the_width(texto in "\\PC{0,400}") {
        let traido = de_texto(&texto);
        prop_assert!(traido.filas.iter().all(|f| f.len() == COLUMNAS.len()));
    }

    #[test]
    fn what_is_remembered_says_the_same((lote, hoy) in lotes(), (otro, otro_dia) in lotes()) {
        let normativa = Normativa::publicada();
        let mut revisor = Revisor::default();
        revisor.revisar(&normativa, &otro, otro_dia);
        let recordado = revisor.revisar(&normativa, &lote, hoy);
        prop_assert_eq!(recordado, Revisor::default().revisar(&normativa, &lote, hoy));
    }
}

/// Excel takes the first zero of an NSS away: it is said with the number that is right.
#[test]
fn an_nss_without_its_zero_is_told_with_it() {
    let nss = (0..10)
        .map(|d| format!("0306840001{d}"))
        .find(|n| nss_cuadra(n))
        .expect("one of the ten digits");
    let dicho = |escrito: &str| {
        let cambios = BTreeMap::from([
            ("nss".to_owned(), escrito.to_owned()),
            ("curp".to_owned(), String::new()),
        ]);
        let lote = lote(vec![fila(&cambios)]);
        let dictamen = Revisor::default().revisar(&Normativa::publicada(), &lote, dia("2026-11-27"));
        let suyas = dictamen.marcas.iter().filter(|m| m.columna == columna::NSS);
        suyas.map(|m| m.hallazgo.mensaje.clone()).collect::<Vec<_>>().join(" ")
    };
    assert!(!dicho(&nss).contains("cero"), "{}", dicho(&nss));
    assert!(dicho(&nss[1..]).contains(&nss), "{}", dicho(&nss[1..]));
    assert!(!dicho("9906840001").contains("cero"), "another one that lacks a digit");
}
