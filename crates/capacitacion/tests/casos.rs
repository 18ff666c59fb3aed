//! Every case of the library stands: it can be read, everything in it is fictitious, and what it expects is what the rules
//! say on its day.

#![allow(clippy::panic)] // a test that cannot read its own data ends

use serde_json::Value;
use std::collections::BTreeSet;
use ventanilla_capacitacion::caso::{Caso, Decision, Que};
use ventanilla_capacitacion::catalogo;
use ventanilla_capacitacion::{biblioteca, resolver, verificar};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion::OPERACIONES;
use ventanilla_tramites::camino::GUIONES;

fn casos() -> Vec<Caso> {
    biblioteca::casos().unwrap_or_else(|errores| panic!("{}", en_renglones(&errores)))
}

fn en_renglones<T: ToString>(cosas: &[T]) -> String {
    cosas.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_every_case_expects_is_what_the_rules_say() {
    let normativa = Normativa::publicada();
    let todas: Vec<_> = casos()
        .iter()
        .flat_map(|c| verificar::verificar(c, &normativa))
        .collect();
    assert!(todas.is_empty(), "\n{}", en_renglones(&todas));
}

#[test]
fn the_list_is_the_folder() {
    let carpeta = concat!(env!("CARGO_MANIFEST_DIR"), "/casos");
    let archivos: BTreeSet<String> = std::fs::read_dir(carpeta)
        .expect("carpeta de casos")
        .filter_map(|e| Some(e.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    let lista: BTreeSet<String> = biblioteca::TEXTOS.iter().map(|(n, _)| (*n).to_owned()).collect();
    assert_eq!(archivos, lista);
    let claves: BTreeSet<String> = casos().into_iter().map(|c| c.clave).collect();
    assert_eq!(claves, lista, "cada caso se llama como su archivo");
}

#[test]
fn every_tramite_and_every_calculation_is_trained() {
    let casos = casos();
    assert!(casos.len() >= 20, "{}", casos.len());
    for guion in GUIONES {
        let suyos = casos
            .iter()
            .filter(|c| c.tramite.as_ref().is_some_and(|t| t.guion == guion.clave));
        assert!(suyos.count() >= 3, "{}", guion.clave);
    }
    let operaciones: BTreeSet<&str> = casos
        .iter()
        .flat_map(|c| &c.calculos)
        .map(|c| c.operacion.as_str())
        .collect();
    for operacion in OPERACIONES {
        assert!(operaciones.contains(operacion), "ningún caso ejercita {operacion}");
    }
    let decisiones: BTreeSet<Que> = casos
        .iter()
        .filter_map(|c| Some(c.esperado.decision.as_ref()?.decision.que))
        .collect();
    assert_eq!(decisiones.len(), 4);
}

/// No identifier of a real person or company: NSS of the subdelegación 99, registros of the municipality Z99.
#[test]
fn everything_is_fictitious() {
    for (nombre, texto) in biblioteca::TEXTOS {
        for palabra in texto.split(|c: char| !c.is_alphanumeric() && c != '-') {
            let plana = palabra.replace('-', "");
            let digitos = plana.bytes().all(|b| b.is_ascii_digit());
            if plana.len() == 11 && digitos {
                assert!(plana.starts_with("99"), "{nombre}: NSS {palabra}");
            }
            let inicial = plana.chars().next().is_some_and(|c| c.is_ascii_uppercase());
            let resto = plana.get(1..).is_some_and(|r| r.bytes().all(|b| b.is_ascii_digit()));
            if plana.len() == 11 && inicial && resto {
                assert!(plana.starts_with("Z99"), "{nombre}: registro {palabra}");
            }
        }
    }
}

#[test]
fn every_case_can_be_practised() {
    for caso in casos() {
        assert!(!caso.pistas.is_empty(), "{}: sin pistas", caso.clave);
        assert!(!caso.documentos.is_empty(), "{}: sin documentos", caso.clave);
        let hallazgos = &caso.esperado.hallazgos;
        let alguno = hallazgos.deben.len() + hallazgos.no_deben.len();
        assert!(alguno > 0, "{}: nada que hallar ni que callar", caso.clave);
        let trampas = caso.esperado.trampas.iter().filter(|t| !t.documento.is_empty());
        for trampa in trampas {
            let esta = caso.documentos.iter().any(|d| d.clave == trampa.documento);
            assert!(esta, "{}: no hay documento «{}»", caso.clave, trampa.documento);
        }
    }
}

/// Every code that a case names exists: a code that is never found would make `no_deben` empty words.
#[test]
fn every_code_exists() {
    use ventanilla_tramites as t;
    let suyas = [
        t::guion::mensajes::TODAS,
        t::registro::mensajes::TODAS,
        t::modificacion::mensajes::TODAS,
        t::plazos::mensajes::TODAS,
        t::requisitos::mensajes::TODAS,
        t::convenio::mensajes::TODAS,
        t::incorporacion::mensajes::TODAS,
        t::colectiva::mensajes::TODAS,
    ];
    let suyas = suyas.into_iter().flatten().map(|r| r.codigo);
    let todas: BTreeSet<&str> = ventanilla_reglas::mensajes::todas()
        .map(|r| r.codigo)
        .chain(suyas)
        .collect();
    for caso in casos() {
        let h = &caso.esperado.hallazgos;
        for codigo in h.deben.iter().chain(&h.no_deben).map(|h| h.codigo.as_str()) {
            assert!(todas.contains(codigo), "{}: {codigo}", caso.clave);
        }
        // and whoever solves it can say them
        let decibles: BTreeSet<&str> = catalogo::de_caso(&caso).iter().map(|r| r.codigo).collect();
        for codigo in h.deben.iter().map(|h| h.codigo.as_str()) {
            assert!(
                decibles.contains(codigo),
                "{}: «{codigo}» no se puede señalar",
                caso.clave
            );
        }
    }
}

fn alterado(clave: &str, cambiar: impl FnOnce(&mut Caso)) -> String {
    let mut caso = biblioteca::caso(clave).expect("caso");
    cambiar(&mut caso);
    en_renglones(&verificar::verificar(&caso, &Normativa::publicada()))
}

/// The check can fail, and says the case, what it expects and what the rules say.
#[test]
fn a_case_that_rots_is_named() {
    let dicho = alterado("R1", |c| c.esperado.cifras[2].valor = "2026-11-16".to_owned());
    assert_eq!(
        dicho,
        "R1: espera vence = 2026-11-16 (plazo:/vence); las reglas dicen 2026-11-17"
    );
    let dicho = alterado("R1", |c| c.esperado.campos[2].valor = "872".to_owned());
    assert_eq!(
        dicho,
        "R1: espera «872» en «tramite:actividad.fraccion»; las reglas dicen «871»"
    );
    let dicho = alterado("R5", |c| {
        c.esperado.decision.as_mut().expect("decision").decision = Decision::nueva(Que::Aceptar);
    });
    assert_eq!(dicho, "R5: espera la decisión Aceptar; las reglas dicen Rechazar");
    let dicho = alterado("R1", |c| {
        c.hoy = ventanilla_reglas::fecha::Fecha::leer("2026-11-23").expect("fecha")
    });
    assert!(dicho.contains("el hallazgo plazos.a_tiempo"), "{dicho}");
    assert!(dicho.contains("que no salga registro.tardio"), "{dicho}");
    let dicho = alterado("R3", |c| c.documentos.retain(|d| d.clave != "demanda"));
    assert!(dicho.contains("no hay un documento «demanda»"), "{dicho}");
    let dicho = alterado("L1", |c| {
        c.esperado.cifras[0].de = vec!["cuotas:/totales/cuota".to_owned()]
    });
    assert!(dicho.contains("no señala nada"), "{dicho}");
    let dicho = alterado("L1", |c| c.esperado.cifras[3].trampas[0].valor = "1,946.64".to_owned());
    assert!(dicho.contains("sea un error"), "{dicho}");
    let dicho = alterado("R1", |c| {
        let contenido = &mut c.tramite.as_mut().expect("tramite").contenido;
        contenido["fisica"] = serde_json::json!({ "nombre": "Alguien" });
    });
    assert!(dicho.contains("eso no se pregunta"), "{dicho}");
}

#[test]
fn a_document_may_make_a_decision_stricter_never_laxer() {
    let dicho = alterado("R5", |c| {
        let d = c.esperado.decision.as_mut().expect("decision");
        d.decision = Decision::nueva(Que::Aceptar);
        d.se_apoya_en
            .push(ventanilla_capacitacion::caso::Apoyo::Documento("tarjeta".to_owned()));
    });
    assert!(dicho.contains("la decisión Aceptar"), "{dicho}");
}

fn con(cambiar: impl FnOnce(&mut Value)) -> String {
    let (_, texto) = biblioteca::TEXTOS.iter().find(|(n, _)| *n == "R1").expect("R1");
    let mut valor: Value = serde_json::from_str(texto).expect("json");
    cambiar(&mut valor);
    match Caso::leer(&valor.to_string()) {
        Ok(_) => String::new(),
        Err(errores) => en_renglones(&errores),
    }
}

#[test]
fn a_bad_case_is_refused_with_its_place() {
    assert_eq!(con(|_| ()), "");
    let dicho = con(|v| v["esperado"]["hallasgos"] = Value::Null);
    assert!(
        dicho.contains("hallasgos") && dicho.contains("No se conoce la clave"),
        "{dicho}"
    );
    let dicho = con(|v| v["esperado"]["cifras"][0]["pezo"] = Value::from(1));
    assert!(dicho.contains("esperado.cifras[0].pezo"), "{dicho}");
    let dicho = con(|v| v["tramite"]["guion"] = Value::from("otro"));
    assert!(dicho.contains("No existe el trámite «otro»"), "{dicho}");
    let dicho = con(|v| v["calculos"][0]["operacion"] = Value::from("plasos"));
    assert!(dicho.contains("No hay una operación «plasos»"), "{dicho}");
    let dicho = con(|v| v["formato"] = Value::from(9));
    assert!(dicho.contains("versión 9"), "{dicho}");
    let dicho = con(|v| v["esperado"]["cifras"][0]["peso"] = Value::from(0));
    assert!(dicho.contains("del 1 al 100"), "{dicho}");
    let dicho = con(|v| v["dificultad"] = Value::from("facil"));
    assert!(dicho.contains("basica"), "{dicho}");
    let dicho = con(|v| v["calculos"][1]["clave"] = Value::from("plazo"));
    assert!(dicho.contains("dos veces"), "{dicho}");
}

/// Operations that only look something up: there is nothing to explain.
const SIN_MEMORIA: [&str; 4] = [
    "clasificacion.buscar",
    "clasificacion.fraccion",
    "clasificacion.recorrer",
    "registro.requisitos",
];

/// The right figure can be explained wherever an operation computes it.
#[test]
fn every_figure_that_is_computed_is_explained() {
    let normativa = Normativa::publicada();
    let mut fallas = Vec::new();
    for caso in casos() {
        for cifra in &caso.esperado.cifras {
            let (calculo, _) = cifra.de[0].split_once(':').expect("referencia");
            let suyo = caso.calculos.iter().find(|c| c.clave == calculo);
            let se_explica = suyo.is_some_and(|c| !SIN_MEMORIA.contains(&c.operacion.as_str()));
            let memoria = resolver::memoria(&caso, &cifra.de[0], &normativa);
            if memoria.is_some() != se_explica {
                fallas.push(format!("{}: {}", caso.clave, cifra.clave));
            }
        }
    }
    assert!(fallas.is_empty(), "{fallas:?}");
}
