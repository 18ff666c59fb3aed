//! What each modality costs a month, by the salary or income it is paid on.

use super::taller::Taller;
use crate::componentes::pesos;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Mes;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::Modalidad;
use ventanilla_tramites::modalidades::{Curva, Serie};

const ANCHO: i64 = 800;
const ALTO: i64 = 260;

/// The panel; nothing while none depends on a salary.
#[component]
pub fn PorSalario(taller: Taller) -> impl IntoView {
    move || taller.curva.get().map(|curva| view! { <Todo curva/> })
}

#[component]
fn Todo(curva: Arc<Curva>) -> impl IntoView {
    let mes = Mes::de(curva.mes).en_palabras();
    view! {
        <section class="v-panel v-pila" aria-labelledby="modalidad-curva">
            <h2 class="v-panel-titulo" id="modalidad-curva">"Cuánto cuesta según el salario"</h2>
            <p class="v-medida">
                "Lo que costaría "{mes}" con cada salario o ingreso por día, del salario mínimo al tope de 25 UMA. "
                "Las que se pagan por año van en su doceava parte."
            </p>
            <Dibujo curva=Arc::clone(&curva)/>
            <details class="v-ayuda">
                <summary>"Ver la gráfica como tabla"</summary>
                <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Costo del mes según el salario">
                    <Tabla curva/>
                </div>
            </details>
        </section>
    }
}

/// Which line a modality is drawn with: always the same, whichever others are beside it.
fn trazo(modalidad: Modalidad) -> &'static str {
    match modalidad {
        Modalidad::Pti => "v-trazo-pti",
        Modalidad::M40 => "v-trazo-40",
        Modalidad::M33 => "v-trazo-33",
        _ => "v-trazo-anual",
    }
}

/// The drawing and its legend; also on paper.
#[component]
pub fn Dibujo(curva: Arc<Curva>) -> impl IntoView {
    let tope = curva.tope();
    let (desde, largo) = (
        curva.desde.centavos(),
        (curva.hasta.centavos() - curva.desde.centavos()).max(1),
    );
    let x = move |base: Importe| (base.centavos() - desde) * ANCHO / largo;
    let y = move |costo: Importe| ALTO - costo.centavos() * (ALTO - 10) / tope.centavos().max(1);
    let camino = |serie: &Serie| {
        let puntos = serie.puntos.iter().map(|p| format!("{},{}", x(p.0), y(p.1)));
        ["M", &puntos.collect::<Vec<_>>().join(" L")].concat()
    };
    let lineas = curva
        .series
        .iter()
        .map(|serie| view! { <path class=trazo(serie.modalidad) d=camino(serie)/> })
        .collect_view();
    let leyenda = curva
        .series
        .iter()
        .map(|serie| {
            let extremos = serie.puntos.first().zip(serie.puntos.last());
            let de_a = extremos.map(|(a, b)| {
                if serie.plana {
                    format!("{}, igual con cualquier salario", pesos(a.1))
                } else {
                    format!("de {} a {}", pesos(a.1), pesos(b.1))
                }
            });
            view! {
                <li>
                    <svg class="v-modalidad-muestra" viewBox="0 0 24 8" aria-hidden="true"><path class=trazo(serie.modalidad) d="M0,4 H24"/></svg>
                    <span>{serie.nombre.clone()}": "{de_a}</span>
                </li>
            }
        })
        .collect_view();
    let descripcion = format!(
        "Costo del mes de {} modalidades, con salarios de {} a {} al día; la tabla de abajo dice lo mismo.",
        curva.series.len(),
        pesos(curva.desde),
        pesos(curva.hasta)
    );
    view! {
        <figure class="v-crece v-modalidad-curva">
            <p class="v-crece-tope" aria-hidden="true">{pesos(tope)}</p>
            <svg class="v-grafica" viewBox=format!("0 0 {ANCHO} {ALTO}") preserveAspectRatio="none" role="img" aria-label=descripcion>
                {lineas}
                <path class="v-eje" d=format!("M0,{ALTO} H{ANCHO}")/>
            </svg>
            <div class="v-mover-extremos" aria-hidden="true">
                <span>{pesos(curva.desde)}" al día"</span><span>{pesos(curva.hasta)}" al día"</span>
            </div>
        </figure>
        <ul class="v-modalidad-leyenda" role="list">{leyenda}</ul>
    }
}

#[component]
fn Tabla(curva: Arc<Curva>) -> impl IntoView {
    let titulos = curva
        .series
        .iter()
        .map(|s| view! { <th scope="col" class="v-num">{s.nombre.clone()}</th> })
        .collect_view();
    let filas = curva
        .filas
        .iter()
        .map(|fila| {
            let celdas = fila.costos.iter().map(|costo| {
                view! { <td class="v-num">{costo.map_or_else(|| "—".to_owned(), pesos)}</td> }
            });
            view! { <tr><th scope="row">{pesos(fila.base)}</th>{celdas.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <table class="v-tabla v-tabla--densa">
            <caption class="v-oculto">"Costo del mes según el salario por día"</caption>
            <thead><tr><th scope="col">"Por día"</th>{titulos}</tr></thead>
            <tbody>{filas}</tbody>
        </table>
    }
}
