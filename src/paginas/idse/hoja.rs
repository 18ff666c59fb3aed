//! The printed list of the batch.

use super::mesa::Mesa;
use crate::componentes::{fecha_corta, miles, pesos};
use crate::impresion::imprimiendo;
use leptos::prelude::*;
use ventanilla_reglas::captura;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_reglas::identificador::{mascara, normalizar};
use ventanilla_tramites::lote_idse::{COLUMNAS, TIPOS, columna, rotulo};
use ventanilla_tramites::prevision::ClaseDeDato;

/// The list; on screen it is not there.
#[component]
pub fn Hoja(mesa: Mesa) -> impl IntoView {
    let imprimiendo = imprimiendo();
    move || imprimiendo.get().then(|| view! { <UnaHoja mesa/> })
}

const TITULOS: [&str; 11] = [
    "#",
    "Movimiento",
    "NSS",
    "Nombre",
    "Fecha",
    "SBC",
    "Trabajador, salario y semana",
    "UMF",
    "CURP",
    "Causa de baja",
    "Clave",
];

#[component]
fn UnaHoja(mesa: Mesa) -> impl IntoView {
    let errores = move || {
        let n = mesa.dictamen.read().cuantos(Gravedad::Error) as u64;
        (n > 0).then(|| view! { <p><strong>{format!("Con {} errores por corregir: todavía no se puede presentar.", miles(n))}</strong></p> })
    };
    let datos = move || {
        let (lote, dictamen) = (mesa.lote.read(), mesa.dictamen.read());
        let dia = dictamen.presentacion.map(fecha_corta).unwrap_or_default();
        let mut pares = vec![
            ("Registro patronal", mascara(&normalizar(&lote.registro_patronal))),
            ("Guía", lote.guia.clone()),
            ("Se presenta", dia),
        ];
        let nombres = TIPOS.iter().map(|t| t.1);
        pares.extend(
            nombres
                .zip(dictamen.cuenta)
                .map(|(nombre, n)| (nombre, miles(n as u64))),
        );
        pares.push(("Total", miles(dictamen.movimientos() as u64)));
        pares
            .into_iter()
            .map(|(t, d)| view! { <div><dt>{t}</dt><dd>{d}</dd></div> })
            .collect_view()
    };
    view! {
        <article class="v-cedula v-solo-impresion" aria-hidden="true">
            <header class="v-cedula-cabeza">
                <h2>"Lote de movimientos para IDSE"</h2>
                <span class="v-sin-validez">"Relación interna, sin validez oficial"</span>
            </header>
            <dl>{datos}</dl>
            {errores}
            <table>
                <thead><tr>{TITULOS.into_iter().enumerate().map(|(i, t)| view! { <th scope="col" class=clase(i)>{t}</th> }).collect_view()}</tr></thead>
                <tbody>{move || filas(mesa)}</tbody>
            </table>
            <footer class="v-cedula-pie">
                <span>"LSS 15 I y 34; RACERF 45, 46 y 57"</span>
                <span>{format!("Impreso el {}", fecha_corta(mesa.contexto.hoy))}</span>
            </footer>
        </article>
    }
}

/// A cell as it is read in the program's other lists: a day, an amount or a choice however it was typed.
fn legible(columna: usize, escrito: &str) -> String {
    let escrito = escrito.trim();
    let (clase, opciones) = COLUMNAS
        .get(columna)
        .map_or((ClaseDeDato::Texto, &[][..]), |c| (c.clase, c.opciones));
    let leido = match clase {
        ClaseDeDato::Fecha => captura::fecha(escrito).map(|f| fecha_corta(f.0)).ok(),
        ClaseDeDato::Importe => captura::importe(escrito).map(pesos).ok(),
        ClaseDeDato::Identificador => Some(normalizar(escrito)),
        ClaseDeDato::Opcion => Some(rotulo(opciones, escrito).to_owned()),
        ClaseDeDato::Entero | ClaseDeDato::Texto => None,
    };
    leido.unwrap_or_else(|| escrito.to_owned())
}

/// `Permanente` of `1 Permanente`.
fn sin_clave(rotulo: &str) -> &str {
    match rotulo.split_once(' ') {
        Some((clave, resto)) if clave.len() == 1 => resto,
        _ => rotulo,
    }
}

/// The column of amounts leans to the end.
fn clase(columna: usize) -> &'static str {
    if TITULOS.get(columna) == Some(&"SBC") {
        "v-num"
    } else {
        ""
    }
}

fn filas(mesa: Mesa) -> impl IntoView + use<> {
    let lote = mesa.lote.read();
    let llenas = (0..lote.filas.len()).filter(|f| (0..COLUMNAS.len()).any(|c| !lote.celda(*f, c).is_empty()));
    let filas = llenas.map(|f| {
        let celda = |c: usize| legible(c, lote.celda(f, c));
        let nombre = [columna::PRIMERO, columna::SEGUNDO, columna::NOMBRES]
            .map(celda)
            .join(" ");
        let tipos = [columna::TRABAJADOR, columna::SALARIO, columna::SEMANA].map(|c| sin_clave(&celda(c)).to_owned());
        let tipos: Vec<String> = tipos.into_iter().filter(|t| !t.is_empty()).collect();
        let celdas = [
            (f + 1).to_string(),
            celda(columna::TIPO),
            celda(columna::NSS),
            nombre,
            celda(columna::FECHA),
            celda(columna::SBC),
            tipos.join(", "),
            celda(columna::UMF),
            celda(columna::CURP),
            celda(columna::CAUSA),
            celda(columna::CLAVE),
        ];
        let celdas = celdas.into_iter().enumerate();
        view! { <tr>{celdas.map(|(i, c)| view! { <td class=clase(i)>{c}</td> }).collect_view()}</tr> }
    });
    filas.collect_view()
}
