//! Whole records and what the dictamen says of each (data in `expedientes/`), and what must hold of any record.

#![allow(clippy::panic)] // a test that cannot read its own data, or gets what it never should, ends

use chrono::NaiveDate;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_tramites::camino::{GUIONES, Rechazo, canonico, guion, recibir};
use ventanilla_tramites::guion::Respuestas;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Caso {
    id: String,
    #[allow(dead_code)]
    fuente: String,
    #[allow(dead_code)]
    nota: String,
    tramite: String,
    hoy: Fecha,
    contenido: Value,
    hallazgos: Vec<String>,
    cifras: BTreeMap<String, String>,
}

fn casos() -> Vec<Caso> {
    let carpeta = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expedientes");
    let mut todos = Vec::new();
    for entrada in std::fs::read_dir(carpeta).expect("carpeta de expedientes") {
        let ruta = entrada.expect("entrada").path();
        let texto = std::fs::read_to_string(&ruta).expect("archivo");
        let suyos: Vec<Caso> = serde_json::from_str(&texto).unwrap_or_else(|e| panic!("{}: {e}", ruta.display()));
        todos.extend(suyos);
    }
    todos
}

fn dictaminar(caso: &Caso) -> (Vec<Hallazgo>, BTreeMap<String, String>) {
    let normativa = Normativa::publicada();
    let guion = guion(&caso.tramite).expect("guion");
    let envio = ventanilla_tramites::camino::Envio {
        tramite: caso.tramite.clone(),
        formato: guion.formato,
        normativa: normativa.version(),
        contenido: caso.contenido.clone(),
        cifras: caso.cifras.clone(),
        simulado: false,
    };
    match recibir(&normativa, caso.hoy.0, &envio) {
        Ok(dictamen) => (dictamen.hallazgos, dictamen.cifras),
        Err(Rechazo::Invalido(hallazgos)) => {
            let cifras = match guion.leer_contenido(&caso.contenido) {
                Ok(r) => {
                    let revision = guion.revisar(&r, &normativa, caso.hoy.0);
                    guion.dictamen(&revision, &normativa, caso.hoy.0).cifras
                }
                Err(_) => BTreeMap::new(),
            };
            (hallazgos, cifras)
        }
        Err(otro) => panic!("{}: {otro:?}", caso.id),
    }
}

#[test]
fn every_record_says_what_its_case_expects() {
    let mut fallas = Vec::new();
    for caso in casos() {
        let (hallazgos, cifras) = dictaminar(&caso);
        let codigos: BTreeSet<&str> = hallazgos.iter().map(|h| h.codigo).collect();
        let esperados: BTreeSet<&str> = caso.hallazgos.iter().map(String::as_str).collect();
        if codigos != esperados || cifras != caso.cifras {
            fallas.push(format!("{}: {codigos:?} {cifras:?}", caso.id));
        }
    }
    assert!(fallas.is_empty(), "{}", fallas.join("\n"));
}

#[test]
fn every_rule_of_a_form_is_reached_and_complete() {
    let alcanzadas: BTreeSet<String> = casos().into_iter().flat_map(|c| c.hallazgos).collect();
    let reglas = [
        ventanilla_tramites::guion::mensajes::TODAS,
        ventanilla_tramites::registro::mensajes::TODAS,
        ventanilla_tramites::modificacion::mensajes::TODAS,
        ventanilla_tramites::plazos::mensajes::TODAS,
        ventanilla_tramites::requisitos::mensajes::TODAS,
        ventanilla_tramites::convenio::mensajes::TODAS,
        ventanilla_tramites::incorporacion::mensajes::TODAS,
        ventanilla_tramites::colectiva::mensajes::TODAS,
    ];
    let de_abajo: BTreeSet<&str> = ventanilla_reglas::mensajes::todas().map(|r| r.codigo).collect();
    for regla in reglas.into_iter().flatten() {
        assert!(!de_abajo.contains(regla.codigo), "{} ya es de las reglas", regla.codigo);
        assert!(
            alcanzadas.contains(regla.codigo),
            "ningún expediente alcanza {}",
            regla.codigo
        );
        assert!(
            !regla.fundamento.is_empty() && !regla.ejemplo.is_empty() && regla.ayuda.len() > 10,
            "{}",
            regla.codigo
        );
    }
}

#[test]
fn a_figure_that_changed_is_refused_and_named() {
    let normativa = Normativa::publicada();
    let caso = casos().into_iter().find(|c| c.id == "moral_a_tiempo").expect("caso");
    let guion = guion(&caso.tramite).expect("guion");
    let mut cifras = caso.cifras.clone();
    cifras.insert("prima".to_owned(), "0.50000".to_owned());
    let envio = ventanilla_tramites::camino::Envio {
        tramite: caso.tramite.clone(),
        formato: guion.formato,
        normativa: "otra".to_owned(),
        contenido: caso.contenido.clone(),
        cifras,
        simulado: false,
    };
    match recibir(&normativa, caso.hoy.0, &envio) {
        Err(Rechazo::NormativaCambio(distintas)) => {
            assert_eq!(distintas.len(), 1);
            assert_eq!(
                (distintas[0].clave.as_str(), distintas[0].declarada.as_str()),
                ("prima", "0.50000")
            );
        }
        otro => panic!("{otro:?}"),
    }
}

#[test]
fn a_record_read_and_written_again_is_the_same() {
    let normativa = Normativa::publicada();
    for caso in casos() {
        let guion = guion(&caso.tramite).expect("guion");
        let Ok(respuestas) = guion.leer_contenido(&caso.contenido) else {
            continue;
        };
        let revision = guion.revisar(&respuestas, &normativa, caso.hoy.0);
        if !revision.sin_errores() || caso.hallazgos.iter().any(|c| c == "formulario.no_corresponde") {
            continue;
        }
        assert_eq!(
            canonico(&guion.contenido(&revision)),
            canonico(&caso.contenido),
            "{}",
            caso.id
        );
    }
}

/// Every answer of every case has its question, and nothing else has.
#[test]
fn a_path_is_of_a_question_or_of_none() {
    let mut vistas = 0;
    for caso in casos() {
        let guion = guion(&caso.tramite).expect("guion");
        let Ok(respuestas) = guion.leer_contenido(&caso.contenido) else {
            continue; // a case of what cannot be read
        };
        for (ruta, _) in respuestas.iter() {
            vistas += 1;
            assert!(guion.tiene(ruta), "{}: {ruta}", caso.id);
            for ajena in [
                format!("{ruta}.x"),
                format!("x{ruta}"),
                format!("{ruta}x"),
                "x".to_owned(),
            ] {
                assert!(!guion.tiene(&ajena), "{}: {ajena}", caso.id);
            }
        }
    }
    assert!(vistas > 500, "{vistas}");
    let convenio = guion("convenio").expect("guion");
    for ajena in [
        "",
        ".",
        "patron",
        "patron.",
        ".rfc",
        "creditos.rfc",
        "creditos.9999.clase",
        "creditos.-1.clase",
    ] {
        assert!(!convenio.tiene(ajena), "{ajena}");
    }
}

#[test]
fn declarations_are_well_formed() {
    for guion in GUIONES {
        let mut rutas = BTreeSet::new();
        for bloque in guion.bloques() {
            for pregunta in bloque.preguntas {
                assert!(
                    rutas.insert(bloque.ruta(None, pregunta.campo)),
                    "repetida: {}.{}",
                    bloque.clave,
                    pregunta.campo
                );
                let limpio = |t: &str| {
                    t.bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
                };
                assert!(
                    limpio(pregunta.campo) && limpio(bloque.clave),
                    "{}.{}",
                    bloque.clave,
                    pregunta.campo
                );
                assert!(!pregunta.rotulo.is_empty());
            }
        }
        let esquema = guion.esquema();
        assert_eq!(esquema["properties"].as_object().map(serde_json::Map::len), {
            let claves: BTreeSet<&str> = guion.bloques().map(|b| b.clave).collect();
            Some(claves.len())
        });
    }
}

fn json() -> impl Strategy<Value = Value> {
    let hoja = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
    ];
    let claves = proptest::sample::select(vec![
        "sujeto",
        "moral",
        "rfc",
        "registros",
        "numero",
        "fiscal",
        "trabajadores",
        "nss",
        "documentos",
        "reunidos",
        "x",
    ]);
    hoja.prop_recursive(4, 40, 6, move |dentro| {
        prop_oneof![
            proptest::collection::vec(dentro.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((claves.clone(), dentro), 0..6)
                .prop_map(|pares| Value::Object(pares.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any document is received or refused; none stops the program.
    #[test]
    fn any_json_is_answered(contenido in json()) {
        let caso = Caso { id: String::new(), fuente: String::new(), nota: String::new(), tramite: "registro_patronal".into(),
            hoy: Fecha(NaiveDate::from_ymd_opt(2026, 11, 22).expect("fecha")), contenido, hallazgos: vec![], cifras: BTreeMap::new() };
        let (hallazgos, _) = dictaminar(&caso);
        prop_assert!(hallazgos.iter().any(Hallazgo::es_error));
    }

    /// What is typed under a choice that is later changed is kept, and never reaches the record.
    #[test]
    fn hidden_answers_never_travel(textos in proptest::collection::vec(".{0,30}", 12), persona in prop_oneof!["moral", "fisica", "otra"]) {
        let normativa = Normativa::publicada();
        let hoy = NaiveDate::from_ymd_opt(2026, 11, 22).expect("fecha");
        let guion = guion("registro_patronal").expect("guion");
        let mut r = Respuestas::default();
        r.poner("sujeto.persona", persona.clone());
        let rutas = ["moral.rfc", "moral.denominacion", "fisica.curp", "fisica.nombre", "acta.escritura", "campo.cultivo",
            "obra.tipo", "centro.calle", "trabajadores.0.nss", "registros.0.numero", "representantes.0.nombre", "fiscal.calle"];
        for (ruta, texto) in rutas.iter().zip(&textos) { r.poner(*ruta, texto.clone()); }
        let revision = guion.revisar(&r, &normativa, hoy);
        let contenido = guion.contenido(&revision);
        prop_assert_eq!(contenido.get("moral").is_some() && persona != "moral", false);
        prop_assert_eq!(contenido.get("fisica").is_some() && persona != "fisica", false);
        for oculto in ["campo", "obra", "centro", "trabajadores", "registros"] { prop_assert!(contenido.get(oculto).is_none(), "{}", oculto); }
        // revising is a function of the answers alone
        prop_assert_eq!(guion.revisar(&r, &normativa, hoy), revision);
    }
}
