//! The catalogue as data, the questions between sisters, and how well and how fast the search answers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod comun;

use comun::casos;
use std::collections::BTreeSet;
use std::time::Instant;
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::clasificacion::{Buscador, buscar};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::prima::{Evento, media};

fn claves(tabla: Tabla) -> BTreeSet<String> {
    tabla.ficha().filas.iter().map(|f| f.clave.to_string()).collect()
}

/// Every code that a table of ours mentions is in the catalogue, and every branch has what it says.
#[test]
fn las_tablas_del_catalogo_cierran() {
    let (fracciones, grupos, divisiones) = (
        claves(Tabla::Fracciones),
        claves(Tabla::Grupos),
        claves(Tabla::Divisiones),
    );
    assert_eq!((fracciones.len(), grupos.len(), divisiones.len()), (276, 62, 10));
    for fraccion in &fracciones {
        assert!(
            grupos.contains(&fraccion[..2]) && divisiones.contains(&fraccion[..1]),
            "{fraccion}"
        );
    }
    let contar = |de: &BTreeSet<String>, inicio: &str| de.iter().filter(|c| c.starts_with(inicio)).count().to_string();
    for fila in Tabla::Grupos.ficha().filas {
        assert_eq!(
            fila.valor.to_string(),
            contar(&fracciones, &fila.clave),
            "grupo {}",
            fila.clave
        );
    }
    for fila in Tabla::Divisiones.ficha().filas {
        assert_eq!(
            fila.valor.to_string(),
            contar(&grupos, &fila.clave),
            "división {}",
            fila.clave
        );
    }
    let existe = |codigo: &str| fracciones.contains(codigo) || grupos.contains(codigo);
    for fila in Tabla::Remisiones.ficha().filas {
        assert!(
            fracciones.contains(fila.clave.as_ref()) && fila.nota.split(' ').all(existe),
            "{}",
            fila.clave
        );
    }
    for fila in Tabla::Sinonimos.ficha().filas {
        let bien = fila.clave == "RACERF 19" || fila.clave.split(' ').all(|c| fracciones.contains(c));
        assert!(
            bien && fila.nota.split("; ").all(|s| !s.trim().is_empty()),
            "{}",
            fila.clave
        );
    }
}

/// Answering the questions of a family in order, from any of its fracciones, reaches each of its members.
#[test]
fn las_preguntas_llevan_a_cada_hermana() {
    let normativa = Normativa::publicada();
    let buscador = Buscador::nuevo(&normativa, Normativa::corte());
    let fracciones = claves(Tabla::Fracciones);
    let mut familias = BTreeSet::new();
    for codigo in &fracciones {
        for pregunta in buscador.preguntas(codigo) {
            assert!(
                fracciones.contains(&pregunta.si) && fracciones.contains(&pregunta.no),
                "{pregunta:?}"
            );
            assert!(
                pregunta.si != pregunta.no && pregunta.pregunta.starts_with('¿') && pregunta.pregunta.ends_with('?')
            );
            familias.insert((pregunta.familia.clone(), pregunta.si.clone()));
        }
    }
    for (familia, miembro) in &familias {
        let preguntas: Vec<_> = buscador
            .preguntas(miembro)
            .into_iter()
            .filter(|p| &p.familia == familia)
            .collect();
        let miembros: BTreeSet<&str> = preguntas.iter().flat_map(|p| [p.si.as_str(), p.no.as_str()]).collect();
        let mut llega = BTreeSet::new();
        for respuestas in 0..1_u32 << preguntas.len() {
            let mut actual: Option<&str> = None;
            for (i, p) in preguntas.iter().enumerate() {
                if actual.is_none_or(|a| a == p.si || a == p.no) {
                    actual = Some(if respuestas >> i & 1 == 1 { &p.si } else { &p.no });
                }
            }
            llega.extend(actual);
        }
        assert_eq!(llega, miembros, "{familia}");
    }
    assert!(familias.len() > 60);
}

/// Of the everyday queries of the golden cases: in how many the expected fracción is first, and among the first three.
#[test]
fn la_busqueda_acierta() {
    let normativa = Normativa::publicada();
    let (mut primeras, mut total, mut fallas) = (0, 0, Vec::new());
    for (_, caso) in casos() {
        let entrada = caso.entrada.clone().unwrap_or_default();
        let esperada = caso.espera["fracciones"]["contiene"][0]["fraccion"].as_str();
        let (Some(texto), Some(esperada)) = (entrada["texto"].as_str(), esperada) else {
            continue;
        };
        total += 1;
        let tres: Vec<String> = buscar(&normativa, texto, 3)
            .into_iter()
            .map(|e| e.registro.fraccion)
            .collect();
        primeras += usize::from(tres.first().is_some_and(|f| f == esperada));
        if !tres.iter().any(|f| f == esperada) {
            fallas.push(format!("{texto}: {tres:?}, se esperaba {esperada}"));
        }
    }
    println!(
        "{total} búsquedas: {primeras} en primer lugar, {} entre las tres primeras",
        total - fallas.len()
    );
    assert!(total >= 60 && fallas.is_empty(), "\n{}", fallas.join("\n"));
}

/// Every synonym finds its own fracción among the first three, whatever the others say.
#[test]
fn cada_sinonimo_encuentra_lo_suyo() {
    let normativa = Normativa::publicada();
    let buscador = Buscador::nuevo(&normativa, Normativa::corte());
    let mut fallas = Vec::new();
    let mut total = 0;
    for fila in Tabla::Sinonimos.ficha().filas.iter().filter(|f| f.clave != "RACERF 19") {
        for texto in fila.nota.split("; ") {
            total += 1;
            let halladas = buscador.buscar(texto, 3);
            let suya = fila.clave.split(' ').any(|c| halladas.iter().any(|h| h.fraccion == c));
            if !suya {
                fallas.push(format!(
                    "{texto}: {:?}, es {}",
                    halladas.iter().map(|h| &h.fraccion).collect::<Vec<_>>(),
                    fila.clave
                ));
            }
        }
    }
    println!("{total} sinónimos");
    assert!(fallas.is_empty() && total > 120, "\n{}", fallas.join("\n"));
}

/// One letter missing, in any long everyday word, still finds it.
#[test]
fn una_letra_de_menos_se_perdona() {
    let normativa = Normativa::publicada();
    let buscador = Buscador::nuevo(&normativa, Normativa::corte());
    let mut fallas = Vec::new();
    for (texto, esperada) in [
        ("panaderia", "208"),
        ("carpinteria", "271"),
        ("ferreteria", "664"),
        ("veterinaria", "924"),
        ("farmacia", "627"),
    ] {
        for i in 1..texto.len() - 1 {
            let mal = format!("{}{}", &texto[..i], &texto[i + 1..]);
            if !buscador.buscar(&mal, 3).iter().any(|h| h.fraccion == esperada) {
                fallas.push(mal);
            }
        }
    }
    assert!(fallas.is_empty(), "{fallas:?}");
}

/// Reported, not judged: the bench alone judges speed.
#[test]
fn cuanto_tarda() {
    let normativa = Normativa::publicada();
    let inicio = Instant::now();
    let buscador = Buscador::nuevo(&normativa, Normativa::corte());
    let armar = inicio.elapsed();
    let inicio = Instant::now();
    for _ in 0..20 {
        let _ = std::hint::black_box(buscador.buscar("renta de maquinaria para construccion", 10));
    }
    println!("armar {armar:?}; buscar {:?} (sin optimizar)", inicio.elapsed() / 20);
}

#[test]
fn cada_evento_tiene_su_fila() {
    let normativa = Normativa::publicada();
    let filas = claves(Tabla::EventosPrima);
    let eventos: BTreeSet<String> = Evento::TODOS.iter().map(|e| e.clave().to_owned()).collect();
    assert_eq!(filas, eventos);
    let mut consulta = Consulta::nueva(&normativa, Politicas::default());
    for clase in ventanilla_reglas::prima::Clase::TODAS {
        assert!(media(&mut consulta, clase, Normativa::corte()).is_ok());
    }
}
