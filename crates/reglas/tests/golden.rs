//! Runs every golden case and reports every failure.

#![allow(clippy::unwrap_used, clippy::panic)]

mod comun;

use comun::{Caso, casos, cuadra};
use std::collections::BTreeMap;

#[test]
fn cada_caso_da_lo_que_espera() {
    let casos = casos();
    let fallas: Vec<String> = casos.iter().flat_map(|(archivo, caso)| fallas(archivo, caso)).collect();
    let mut por_archivo: BTreeMap<&str, usize> = BTreeMap::new();
    for (archivo, _) in &casos {
        *por_archivo.entry(archivo).or_default() += 1;
    }
    println!("{} casos: {por_archivo:?}", casos.len());
    assert!(fallas.is_empty(), "{} fallas:\n{}", fallas.len(), fallas.join("\n"));
}

#[test]
fn ningun_id_se_repite() {
    let mut vistos = BTreeMap::new();
    for (archivo, caso) in casos() {
        if let Some(otro) = vistos.insert(caso.id.clone(), archivo.clone()) {
            panic!("{} está en {archivo} y en {otro}", caso.id);
        }
    }
}

/// The same document gives the same bytes.
#[test]
fn la_respuesta_no_cambia() {
    for (_, caso) in casos() {
        assert_eq!(caso.correr(true).0, caso.correr(true).0, "{}", caso.id);
    }
}

fn fallas(archivo: &str, caso: &Caso) -> Vec<String> {
    let (respuesta, valor) = caso.correr(false);
    let nombre = format!("{archivo} {}", caso.id);
    let mut fallas = Vec::new();
    if caso.espera.as_object().is_none_or(|o| o.is_empty()) {
        fallas.push(format!("{nombre}: no espera nada"));
    }
    if respuesta.calculado != caso.calculado {
        fallas.push(format!("{nombre}: calculado es {}", respuesta.calculado));
    }
    if let Err(falla) = cuadra(&caso.espera, &valor, "") {
        fallas.push(format!("{nombre}: {falla}"));
    }
    for (indice, trampa) in caso.trampas.iter().enumerate() {
        if cuadra(trampa, &valor, "").is_ok() {
            fallas.push(format!("{nombre}: cayó en la trampa {indice}: {trampa}"));
        }
    }
    fallas
}

/// The comparison itself, case by case: what mirrors it in a browser passes the same ones.
#[test]
fn la_comparacion_distingue() {
    use serde_json::json;
    let hay = json!({"a": "1", "b": [{"c": 1, "d": 2}, {"c": 3}], "e": null, "f": []});
    let si = [
        json!({}),
        json!({"a": "1", "e": null, "f": []}),
        json!({"b": [{"c": 1}, {}]}),
        json!({"b": {"contiene": [{"c": 3}]}}),
        json!({"b": {"contiene": [{"c": 3}, {"d": 2}]}}),
        json!({"f": {"contiene": []}}),
    ];
    let no = [
        json!({"a": 1}),
        json!({"a": "1", "z": null}),
        json!({"b": [{"c": 1}]}),
        json!({"b": [{"c": 3}, {"c": 1}]}),
        json!({"b": {"contiene": [{"c": 4}]}}),
        json!({"b": {"contiene": [{"c": 3, "d": 2}]}}),
        json!({"e": "null"}),
        json!({"f": {}}),
        json!({"a": {"contiene": ["1"]}}),
    ];
    assert!(si.iter().all(|espera| cuadra(espera, &hay, "").is_ok()));
    assert!(no.iter().all(|espera| cuadra(espera, &hay, "").is_err()));
}
