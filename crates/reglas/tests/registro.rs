//! The registry of rules has no holes: each one has its article, its help and its example, and some golden case reaches
//! it. With `TEMAS=rfc,plazo` in the environment only those subjects are asked for.

#![allow(clippy::unwrap_used, clippy::panic)]

mod comun;

use comun::{casos, nodos};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_reglas::mensajes::{Regla, todas};

#[test]
fn ningun_codigo_se_repite() {
    let mut vistos = BTreeSet::new();
    for regla in todas() {
        assert!(vistos.insert(regla.codigo), "{} está dos veces", regla.codigo);
    }
}

#[test]
fn cada_regla_esta_completa() {
    let faltas: Vec<String> = todas().flat_map(faltas).collect();
    assert!(faltas.is_empty(), "\n{}", faltas.join("\n"));
}

fn faltas(regla: &'static Regla) -> Vec<String> {
    let Regla {
        codigo,
        titulo,
        ayuda,
        fundamento,
        ejemplo,
        ..
    } = regla;
    let en_orden = |texto: &str| !texto.is_empty() && texto.trim() == texto;
    let pruebas = [
        (
            codigo.contains('.') && en_orden(codigo),
            "el código debe ser «tema.clave»",
        ),
        (en_orden(titulo), "falta el título, o lleva espacios de sobra"),
        (
            regla.gravedad.is_none() != titulo.ends_with(['.', '?', '}']),
            "el mensaje de un hallazgo termina en punto; el nombre de una figura, no",
        ),
        (ayuda.trim().ends_with('.'), "falta la ayuda, o no termina en punto"),
        (
            !fundamento.is_empty() && fundamento.iter().all(|a| en_orden(a)),
            "falta el artículo",
        ),
        (
            en_orden(ejemplo) && !ejemplo.ends_with([',', ':', ';', '(', '…']),
            "falta el ejemplo, o quedó a medias",
        ),
    ];
    pruebas
        .into_iter()
        .filter(|(bien, _)| !bien)
        .map(|(_, falta)| format!("{codigo}: {falta}"))
        .collect()
}

#[test]
fn cada_regla_tiene_un_caso() {
    let alcanzadas = alcanzadas();
    informar(&alcanzadas);
    let temas = std::env::var("TEMAS").unwrap_or_default();
    let pedida = |regla: &&Regla| {
        let tema = regla.codigo.split('.').next().unwrap();
        temas.is_empty() || temas.split(',').any(|t| t == tema)
    };
    let sin_caso: Vec<&str> = todas()
        .filter(pedida)
        .map(|r| r.codigo)
        .filter(|codigo| !alcanzadas.contains(*codigo))
        .collect();
    assert!(sin_caso.is_empty(), "reglas sin caso: {}", sin_caso.join(", "));
}

/// Codes of the findings in the answers and, of the cases that ask for `memoria`, codes of the figures.
fn alcanzadas() -> BTreeSet<String> {
    let mut codigos = BTreeSet::new();
    for (_, caso) in casos() {
        let (_, respuesta) = caso.correr(false);
        hallazgos(&respuesta, &mut codigos);
        let tema = caso.operacion.split('.').next().unwrap();
        for nodo in nodos(&respuesta) {
            codigos.insert(format!("{tema}.{}", nodo["clave"].as_str().unwrap()));
        }
    }
    codigos
}

fn hallazgos(valor: &Value, codigos: &mut BTreeSet<String>) {
    match valor {
        Value::Array(lista) => lista.iter().for_each(|v| hallazgos(v, codigos)),
        Value::Object(objeto) => {
            // Findings, and the reasons that an answer gives for each thing it answers.
            for lista in ["hallazgos", "opciones", "familiares"] {
                let lista = objeto.get(lista).and_then(Value::as_array).into_iter().flatten();
                codigos.extend(lista.filter_map(|h| h["codigo"].as_str()).map(String::from));
            }
            objeto.values().for_each(|v| hallazgos(v, codigos));
        }
        _ => {}
    }
}

/// Which rules of each article the golden cases reach.
fn informar(alcanzadas: &BTreeSet<String>) {
    let mut por_articulo: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for regla in todas() {
        let marca = if alcanzadas.contains(regla.codigo) {
            ""
        } else {
            " (sin caso)"
        };
        for articulo in regla.fundamento {
            por_articulo
                .entry(articulo)
                .or_default()
                .push(format!("{}{marca}", regla.codigo));
        }
    }
    for (articulo, codigos) in por_articulo {
        println!("{articulo}: {}", codigos.join(", "));
    }
}
