//! Golden cases: each kind of cause with its pesos, and the dossier's L1 and L2.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod comun;

use comun::{centavos, confrontar, emitida, escenario};
use serde_json::Value;
use std::collections::BTreeMap;
use ventanilla_confronta::motor::Parametros;
use ventanilla_reglas::cuotas::FIGURAS;

fn casos() -> Vec<Value> {
    serde_json::from_str(include_str!("datos/casos.json")).expect("casos.json")
}

#[test]
fn la_aritmetica_sola() {
    for caso in casos() {
        let (confronta, confrontados) = confrontar(emitida(&caso), Parametros::default());
        let nombre = &caso["nombre"];
        assert_eq!(confronta.diferencia(), centavos(&caso["aritmetica"]), "{nombre}");
        assert!(confronta.avisos.is_empty(), "{nombre}: {:?}", confronta.avisos);
        if caso["nomina"].is_null() {
            revisar(&caso, &confrontados);
        }
    }
}

#[test]
fn contra_la_nomina() {
    for caso in casos().iter().filter(|c| !c["nomina"].is_null()) {
        let parametros = Parametros {
            nomina: Some(escenario(caso)),
            ..Parametros::default()
        };
        let (confronta, confrontados) = confrontar(emitida(caso), parametros);
        let nombre = &caso["nombre"];
        assert!(confronta.avisos.is_empty(), "{nombre}: {:?}", confronta.avisos);
        if let Some(calculado) = caso.get("calculado") {
            assert_eq!(confronta.total_calculado(), centavos(calculado), "{nombre}");
        }
        if let Some(diferencia) = caso.get("diferencia") {
            assert_eq!(confronta.diferencia(), centavos(diferencia), "{nombre}");
        }
        for (clave, importe) in caso["ramos"].as_object().into_iter().flatten() {
            let figura = FIGURAS.iter().position(|f| f.clave() == clave).expect("clave");
            assert_eq!(confronta.calculado[figura], centavos(importe), "{nombre}, {clave}");
        }
        revisar(caso, &confrontados);
    }
}

fn revisar(caso: &Value, confrontados: &[ventanilla_confronta::salida::Confrontado]) {
    let esperadas: BTreeMap<String, BTreeMap<String, i64>> = caso["causas"]
        .as_object()
        .expect("causas")
        .iter()
        .map(|(nss, causas)| {
            let causas = causas.as_object().expect("causas de un NSS").iter();
            (nss.clone(), causas.map(|(c, i)| (c.clone(), centavos(i))).collect())
        })
        .collect();
    let dadas: BTreeMap<String, BTreeMap<String, i64>> = confrontados
        .iter()
        .filter(|c| !c.causas.is_empty())
        .map(|c| {
            let clave = |e: &ventanilla_confronta::salida::Explicada| {
                serde_json::to_value(e.causa)
                    .expect("causa")
                    .as_str()
                    .expect("texto")
                    .to_owned()
            };
            (
                c.nss.clone(),
                c.causas.iter().map(|e| (clave(e), e.centavos())).collect(),
            )
        })
        .collect();
    assert_eq!(dadas, esperadas, "{}", caso["nombre"]);
    for suyo in confrontados {
        assert!(suyo.avisos.is_empty(), "{}: {:?}", caso["nombre"], suyo.avisos);
        for explicada in &suyo.causas {
            let texto = explicada.texto();
            assert!(
                !texto.contains('…') && !texto.contains("  ") && !texto.contains(": ."),
                "{texto}"
            );
        }
    }
}
