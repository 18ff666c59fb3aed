//! How the debt grows: what was due, the updating and the surcharges, one over the other, and the same as a table. Integers
//! only: a drawing needs no more.

use super::taller::Taller;
use crate::componentes::{fecha_corta, pesos};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::adeudo::{Punto, Serie};

/// Width and height of the drawing, in its own units.
const ANCHO: i64 = 1_000;
const ALTO: i64 = 300;
/// Rows of the table.
const FILAS: usize = 12;

const CAPAS: [&str; 3] = ["Lo que se debía", "Actualización", "Recargos"];

/// How high each layer ends.
fn alturas(punto: &Punto) -> [Importe; 3] {
    let s = &punto.sumas;
    let base = s.suerte_principal + s.multas + s.gastos;
    [base, base + s.actualizacion, s.total]
}

/// The chart.
#[component]
pub fn Grafica(taller: Taller) -> impl IntoView {
    move || {
        let serie = taller.serie.get()?;
        (serie.puntos.len() > 2).then(|| view! { <Dibujo taller serie/> })
    }
}

#[component]
fn Dibujo(taller: Taller, serie: Arc<Serie>) -> impl IntoView {
    let primero = serie.puntos.first().map(|p| p.dia).unwrap_or_default();
    let ultimo = serie.puntos.last().map(|p| p.dia).unwrap_or_default();
    let tope = serie.puntos.iter().map(|p| p.sumas.total).max().unwrap_or_default();
    let x = move |dia: NaiveDate| (dia - primero).num_days() * ANCHO / (ultimo - primero).num_days().max(1);
    let y = move |importe: Importe| ALTO - importe.centavos().saturating_mul(ALTO - 20) / tope.centavos().max(1);
    let capas = (0..CAPAS.len())
        .rev()
        .map(|capa| {
            let puntos: Vec<String> = serie
                .puntos
                .iter()
                .map(|p| format!("{},{}", x(p.dia), y(alturas(p)[capa])))
                .collect();
            let trazo = format!("M0,{ALTO} L{} L{ANCHO},{ALTO} Z", puntos.join(" L"));
            view! { <path class=format!("v-segmento {}", clase(capa)) d=trazo/> }
        })
        .collect_view();
    let desde_estimado = serie.puntos.iter().find(|p| p.estimado).map(|p| x(p.dia));
    let aqui = move || taller.pago.get().ok().filter(|d| (primero..=ultimo).contains(d)).map(x);
    let hoy = x(taller.papel.contexto.hoy);
    let fin = serie.puntos.last().map(|p| p.sumas.total).unwrap_or_default();
    let inicio = serie.puntos.first().map(|p| p.sumas.total).unwrap_or_default();
    let descripcion = format!(
        "La deuda pasa de {} el {} a {} el {}.",
        pesos(inicio),
        fecha_corta(primero),
        pesos(fin),
        fecha_corta(ultimo)
    );
    view! {
        <figure class="v-crece">
            <p class="v-crece-tope" aria-hidden="true">{pesos(tope)}</p>
            <svg class="v-grafica" viewBox=format!("0 0 {ANCHO} {ALTO}") preserveAspectRatio="none" role="img" aria-label=descripcion>
                <defs>
                    <pattern id="adeudo-trama" width="8" height="8" patternUnits="userSpaceOnUse">
                        <path class="v-trama" d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"/>
                    </pattern>
                </defs>
                {capas}
                {desde_estimado.map(|x| view! {
                    <rect x=x.to_string() y="0" width=(ANCHO - x).to_string() height=ALTO.to_string() fill="url(#adeudo-trama)"/>
                })}
                <path class="v-guia v-crece-hoy" d=format!("M{hoy},0 V{ALTO}")/>
                {move || aqui().map(|x| view! { <path class="v-crece-aqui" d=format!("M{x},0 V{ALTO}")/> })}
                <path class="v-eje" d=format!("M0,{ALTO} H{ANCHO}")/>
            </svg>
            <div class="v-mover-extremos" aria-hidden="true">
                <span>{fecha_corta(primero)}</span>
                <span>{fecha_corta(ultimo)}</span>
            </div>
            <ul class="v-leyenda-grafica" role="list">
                {CAPAS.iter().enumerate().map(|(i, nombre)| view! { <li class=clase(i)>{*nombre}</li> }).collect_view()}
                {desde_estimado.is_some().then(|| view! { <li class="v-crece-estimado">"Estimado, falta el INPC"</li> })}
            </ul>
            <details class="v-ayuda">
                <summary>"Ver la gráfica como tabla"</summary>
                <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Cómo crece la deuda"><Tabla serie/></div>
            </details>
        </figure>
    }
}

/// Series that differ well in lightness.
fn clase(capa: usize) -> &'static str {
    ["v-serie-6", "v-serie-2", "v-serie-1"][capa.min(2)]
}

#[component]
fn Tabla(serie: Arc<Serie>) -> impl IntoView {
    let paso = serie.puntos.len().div_ceil(FILAS).max(1);
    let ultimo = serie.puntos.len() - 1;
    let elegidos = serie
        .puntos
        .iter()
        .enumerate()
        .filter(|(i, _)| i % paso == 0 || *i == ultimo);
    let filas = elegidos
        .map(|(_, p)| {
            let [base, _, total] = alturas(p);
            view! {
                <tr>
                    <th scope="row">{fecha_corta(p.dia)}{p.estimado.then_some(" *")}</th>
                    <td class="v-num">{pesos(base)}</td>
                    <td class="v-num">{pesos(p.sumas.actualizacion)}</td>
                    <td class="v-num">{pesos(p.sumas.recargos)}</td>
                    <td class="v-num">{pesos(total)}</td>
                </tr>
            }
        })
        .collect_view();
    let estimado = serie.puntos.iter().any(|p| p.estimado);
    view! {
        <table class="v-tabla v-tabla--densa">
            <caption class="v-oculto">"Cómo crece la deuda"</caption>
            <thead>
                <tr>
                    <th scope="col">"Si se paga el"</th>
                    {CAPAS.iter().map(|c| view! { <th scope="col" class="v-num">{*c}</th> }).collect_view()}
                    <th scope="col" class="v-num">"Total"</th>
                </tr>
            </thead>
            <tbody>{filas}</tbody>
        </table>
        {estimado.then(|| view! { <p class="v-pista">"* Estimado con el último INPC conocido."</p> })}
    }
}
