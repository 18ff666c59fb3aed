//! The printed list of the batch.

use super::mesa::Mesa;
use crate::componentes::{fecha_corta, fecha_larga, miles};
use crate::impresion::imprimiendo;
use leptos::prelude::*;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_reglas::identificador::{mascara, normalizar};
use ventanilla_tramites::lote_idse::{COLUMNAS, TIPOS, columna};

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
    "Trab. / sal. / sem.",
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
        let dia = dictamen.presentacion.map(fecha_larga).unwrap_or_default();
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
                <thead><tr>{TITULOS.map(|t| view! { <th scope="col">{t}</th> }).into_iter().collect_view()}</tr></thead>
                <tbody>{move || filas(mesa)}</tbody>
            </table>
            <footer class="v-cedula-pie">
                <span>"LSS 15 I y 34; RACERF 45, 46 y 57"</span>
                <span>{format!("Impreso el {}", fecha_corta(mesa.contexto.hoy))}</span>
            </footer>
        </article>
    }
}

fn filas(mesa: Mesa) -> impl IntoView + use<> {
    let lote = mesa.lote.read();
    let llenas = (0..lote.filas.len()).filter(|f| (0..COLUMNAS.len()).any(|c| !lote.celda(*f, c).is_empty()));
    let filas = llenas.map(|f| {
        let celda = |c: usize| lote.celda(f, c).to_owned();
        let rotulo = |c: usize| {
            let valor = lote.celda(f, c);
            let opciones = COLUMNAS.get(c).map_or(&[][..], |c| c.opciones);
            opciones.iter().find(|o| o.0 == valor).map_or(valor, |o| o.1).to_owned()
        };
        let nombre = [columna::PRIMERO, columna::SEGUNDO, columna::NOMBRES]
            .map(celda)
            .join(" ");
        let tipos = [columna::TRABAJADOR, columna::SALARIO, columna::SEMANA]
            .map(celda)
            .join(" ");
        let celdas = [
            (f + 1).to_string(),
            rotulo(columna::TIPO),
            celda(columna::NSS),
            nombre,
            celda(columna::FECHA),
            celda(columna::SBC),
            tipos,
            celda(columna::UMF),
            celda(columna::CURP),
            rotulo(columna::CAUSA),
            celda(columna::CLAVE),
        ];
        view! { <tr>{celdas.into_iter().map(|c| view! { <td>{c}</td> }).collect_view()}</tr> }
    });
    filas.collect_view()
}
