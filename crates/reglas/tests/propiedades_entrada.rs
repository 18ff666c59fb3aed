//! No document breaks an operation: the golden ones, spoiled, are answered like any other.

#![allow(clippy::unwrap_used, clippy::panic)]

mod comun;

use comun::{Caso, casos};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion::{OPERACIONES, ejecutar};

static CASOS: LazyLock<Vec<(String, Caso)>> = LazyLock::new(casos);

/// The answer is JSON, has its findings, and says why if nothing was computed.
fn probar(operacion: &str, documento: &str) {
    let respuesta = ejecutar(&Normativa::publicada(), operacion, documento);
    let valor: Value = serde_json::from_str(&respuesta.json).unwrap();
    let hallazgos = valor["hallazgos"].as_array().unwrap();
    let trabajadores = valor.get("trabajadores").is_some();
    assert!(
        respuesta.calculado || trabajadores || !hallazgos.is_empty(),
        "{documento}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cualquier_texto(texto in any::<String>()) {
        for operacion in OPERACIONES {
            probar(operacion, &texto);
        }
        probar(&texto, "{}");
    }

    #[test]
    fn un_documento_echado_a_perder(
        cual in any::<prop::sample::Index>(), donde in any::<prop::sample::Index>(), letra in "[0-9a-z\"{},:\\[\\]. -]", corta: bool,
    ) {
        let caso = &cual.get(&CASOS).1;
        let mut letras: Vec<char> = caso.texto(true).chars().collect();
        prop_assume!(!letras.is_empty());
        let lugar = donde.index(letras.len());
        if corta {
            letras.truncate(lugar);
        } else {
            letras[lugar] = letra.chars().next().unwrap();
        }
        probar(&caso.operacion, &letras.into_iter().collect::<String>());
    }
}
