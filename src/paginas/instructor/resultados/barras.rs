//! Averages as bars, each with its name and its figure; the table below says the same. Integers only.

use leptos::prelude::*;
use ventanilla_capacitacion::calificar::Puntos;

/// Width of the drawing at a hundred points, and height of a row, in its own units.
const ANCHO: u32 = 1_000;
const FILA: u32 = 44;

/// The drawing and its table.
#[component]
pub fn Barras(
    /// Name, average, how many.
    renglones: Vec<(String, Puntos, String)>,
    /// What it shows.
    titulo: &'static str,
    /// Heading of the names.
    que: &'static str,
    /// Heading of how many.
    cuantos: &'static str,
) -> impl IntoView {
    let dicho = renglones
        .iter()
        .map(|(nombre, puntos, _)| format!("{nombre}, {puntos}"));
    let descripcion = format!("{titulo}, de 100: {}.", dicho.collect::<Vec<_>>().join("; "));
    let alto = FILA * u32::try_from(renglones.len()).unwrap_or(1);
    let barras = (0..)
        .zip(&renglones)
        .map(|(i, (_, puntos, _))| {
            let largo = puntos.centesimas().min(10_000) * ANCHO / 10_000;
            let (y, alto) = (i * FILA + 8, FILA - 16);
            view! {
                <rect class="v-barra-fondo" x="0" y=y.to_string() width=ANCHO.to_string() height=alto.to_string()/>
                <rect class="v-segmento v-serie-3" x="0" y=y.to_string() width=largo.to_string() height=alto.to_string()/>
            }
        })
        .collect_view();
    let nombres = renglones.clone().into_iter().map(|(nombre, puntos, _)| {
        view! { <li><span>{nombre}</span><strong>{puntos.to_string()}</strong></li> }
    });
    let nombres = nombres.collect_view();
    let filas = renglones.into_iter().map(|(nombre, puntos, n)| {
        view! { <tr><th scope="row">{nombre}</th><td class="v-num">{puntos.to_string()}</td><td class="v-num">{n}</td></tr> }
    });
    let filas = filas.collect_view();
    view! {
        <figure class="v-promedios">
            <div class="v-promedios-dibujo">
                <ul class="v-promedios-nombres" role="list" aria-hidden="true">{nombres}</ul>
                <svg class="v-grafica" viewBox=format!("0 0 {ANCHO} {alto}") preserveAspectRatio="none" role="img" aria-label=descripcion>
                    {barras}
                    <path class="v-eje" d=format!("M0,0 V{alto}")/>
                </svg>
            </div>
            <details class="v-ayuda v-como-tabla">
                <summary>"Ver la gráfica como tabla"</summary>
                <div class="v-tabla-marco" tabindex="0" role="region" aria-label=titulo>
                    <table class="v-tabla v-tabla--densa">
                        <caption class="v-oculto">{titulo}</caption>
                        <thead><tr><th scope="col">{que}</th><th scope="col" class="v-num">"Promedio"</th><th scope="col" class="v-num">{cuantos}</th></tr></thead>
                        <tbody>{filas}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
}
