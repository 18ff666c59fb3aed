//! Variants: each stands as the cases of the library do, says nothing of the people and amounts it came from, and is the
//! same for the same seed.

#![allow(clippy::panic)] // a test that cannot read its own data ends

use proptest::prelude::*;
use std::collections::BTreeSet;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::calificar::{Criterio, Intento, Puntos, calificar};
use ventanilla_capacitacion::caso::{Caso, Moldes};
use ventanilla_capacitacion::resolver::resolver;
use ventanilla_capacitacion::variante::{SinVariante, clave, variante};
use ventanilla_capacitacion::verificar::verificar;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::identificador::{Tipo, Uso, revisar};

fn variables() -> Vec<Caso> {
    let casos = biblioteca::casos().expect("casos");
    casos.into_iter().filter(|c| c.moldes != Moldes::default()).collect()
}

fn texto(caso: &Caso) -> String {
    serde_json::to_string(caso).expect("json")
}

/// Everything that must be gone from a variant.
fn huellas(caso: &Caso) -> Vec<String> {
    let m = &caso.moldes;
    let de_personas = m.personas.iter().flat_map(|p| {
        let nombre = [p.nombre.as_str(), &p.primer_apellido, &p.segundo_apellido]
            .join(" ")
            .trim()
            .to_owned();
        [nombre, p.curp.clone(), p.rfc.clone(), p.nss.clone()]
    });
    let de_empresas = m.empresas.iter().flat_map(|e| {
        let mut suyas = vec![e.nombre.clone(), e.nombre.to_uppercase(), e.rfc.clone()];
        suyas.extend(e.registros.iter().cloned());
        suyas
    });
    de_personas.chain(de_empresas).filter(|h| !h.is_empty()).collect()
}

fn comprobar(caso: &Caso, semilla: u64) {
    let normativa = Normativa::publicada();
    let v = variante(caso, semilla, &normativa).unwrap_or_else(|e| panic!("{} con {semilla}: {e}", caso.clave));
    let quien = &v.clave;
    assert_eq!(*quien, clave(&caso.clave, semilla));
    // it stands, and can be solved
    assert_eq!(verificar(&v, &normativa), [], "{quien}");
    assert_eq!(v.revisar(), [], "{quien}");
    let resuelto = resolver(&v, &normativa).expect("resuelto");
    let nota = calificar(&v, &Intento::perfecto(&v, &resuelto), &Criterio::default(), &normativa).expect("nota");
    assert_eq!(nota.puntos, Puntos::CIEN, "{quien}");
    // the decision is the same
    let decision = |c: &Caso| c.esperado.decision.as_ref().map(|d| d.decision.clone());
    assert_eq!(decision(&v), decision(caso), "{quien}");
    // nobody of the original is left
    let suyo = texto(&v);
    for huella in huellas(caso) {
        assert!(!suyo.contains(&huella), "{quien}: queda «{huella}»");
    }
    // everybody is fictitious and well formed
    let valido = |tipo, valor: &str, uso| {
        if !valor.is_empty() {
            assert_eq!(revisar(&normativa, tipo, valor, uso).hallazgos, [], "{quien}: {valor}");
        }
    };
    for p in &v.moldes.personas {
        valido(Tipo::Curp, &p.curp, Uso::Persona);
        valido(Tipo::Rfc, &p.rfc, Uso::Persona);
        valido(Tipo::Nss, &p.nss, Uso::Persona);
        assert!(p.nss.is_empty() || p.nss.starts_with("99"));
        assert!(
            p.curp.is_empty() || p.rfc.is_empty() || p.curp[..10] == p.rfc[..10],
            "{quien}"
        );
    }
    for e in &v.moldes.empresas {
        valido(Tipo::Rfc, &e.rfc, Uso::Patron);
        for registro in &e.registros {
            valido(Tipo::RegistroPatronal, registro, Uso::Patron);
            assert!(registro.starts_with("Z99"));
        }
    }
}

#[test]
fn most_cases_have_variants() {
    let cuantos = variables().len();
    assert!(cuantos >= 25, "{cuantos}");
    let con_importes = variables().iter().filter(|c| !c.moldes.importes.is_empty()).count();
    let con_dias = variables().iter().filter(|c| c.moldes.semanas > 0).count();
    assert!(con_importes >= 5 && con_dias >= 4, "{con_importes}, {con_dias}");
}

#[test]
fn the_first_variants_of_every_case_stand() {
    for caso in variables() {
        for semilla in 0..3 {
            comprobar(&caso, semilla);
        }
    }
}

/// Seeds that once drew the very identifier of the original.
#[test]
fn an_identifier_is_never_drawn_again() {
    let caso = biblioteca::caso("R2").expect("R2");
    comprobar(&caso, 14_139_016_166_234_963_243);
}

#[test]
fn amounts_and_days_do_change() {
    let normativa = Normativa::publicada();
    for caso in variables() {
        let otras: Vec<Caso> = (0..8)
            .map(|s| variante(&caso, s, &normativa).expect("variante"))
            .collect();
        let distintas = |de: &dyn Fn(&Caso) -> String| otras.iter().map(de).collect::<BTreeSet<_>>().len();
        if !caso.moldes.importes.is_empty() {
            assert!(
                distintas(&|c| c.moldes.importes.join(" ")) > 3,
                "{}: importes",
                caso.clave
            );
        }
        if ["C3", "L4", "L5", "G1"].contains(&caso.clave.as_str()) {
            assert!(
                distintas(&|c| c.esperado.cifras.iter().map(|c| c.valor.clone()).collect()) > 3,
                "{}",
                caso.clave
            );
        }
        if caso.moldes.semanas > 0 {
            assert!(distintas(&|c| c.hoy.to_string()) > 1, "{}: días", caso.clave);
        }
    }
}

/// Where the days of a case move, its texts write them whole: half a date would stay behind.
#[test]
fn moving_days_are_written_whole() {
    for caso in variables().into_iter().filter(|c| c.moldes.semanas > 0) {
        let suyo = texto(&caso);
        for mes in ventanilla_reglas::fecha::MESES {
            for (donde, _) in suyo.match_indices(&[" de ", mes].concat()) {
                let despues = &suyo[donde + 4 + mes.len()..];
                let antes = suyo[..donde].chars().last().is_some_and(|c| c.is_ascii_digit());
                assert!(
                    !antes || despues.starts_with(" de 20"),
                    "{}: …{}",
                    caso.clave,
                    &suyo[donde..donde + 12]
                );
            }
        }
        for dia in ["lunes ", "martes ", "jueves ", "viernes "] {
            for (donde, _) in suyo.match_indices(dia) {
                let despues = suyo[donde + dia.len()..]
                    .split(|c: char| !c.is_ascii_digit())
                    .next()
                    .unwrap_or_default();
                let entero = suyo[donde + dia.len() + despues.len()..].starts_with(" de ");
                assert!(despues.is_empty() || entero, "{}: {dia}{despues}", caso.clave);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_variant() {
    let normativa = Normativa::publicada();
    let caso = biblioteca::caso("R1").expect("R1");
    let de = |semilla| variante(&caso, semilla, &normativa).expect("variante");
    assert_eq!(de(7), de(7));
    assert_ne!(texto(&de(7)), texto(&de(8)));
    // a variant can be varied again
    let otra = variante(&de(7), 1, &normativa).expect("variante de variante");
    assert_eq!(verificar(&otra, &normativa), []);
}

#[test]
fn what_cannot_vary_says_so() {
    let normativa = Normativa::publicada();
    let mut caso = biblioteca::caso("R1").expect("R1");
    caso.esperado.cifras[2].valor = "2026-11-16".to_owned();
    assert_eq!(variante(&caso, 1, &normativa), Err(SinVariante::CasoMalo));
    caso.moldes = Moldes::default();
    assert_eq!(variante(&caso, 1, &normativa), Err(SinVariante::SinMoldes));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_variant_stands(cual in any::<prop::sample::Index>(), semilla in any::<u64>()) {
        let casos = variables();
        comprobar(&casos[cual.index(casos.len())], semilla);
    }
}
