//! Where the money goes: one stacked bar, with its figures beside it. Integers only: a drawing needs no more.

use crate::componentes::pesos;
use leptos::prelude::*;
use ventanilla_reglas::cuotas::{FIGURAS, Importes};
use ventanilla_reglas::importe::Importe;

/// Width of the drawing, in its own units.
const ANCHO: i64 = 1_000;

/// Groups of figures as people know them, with the keys that make them up.
const GRUPOS: [(&str, &[&str]); 6] = [
    (
        "Enfermedades y maternidad",
        &[
            "cuota_fija",
            "excedente_patron",
            "excedente_obrero",
            "dinero_patron",
            "dinero_obrero",
            "gmp_patron",
            "gmp_obrero",
        ],
    ),
    ("Riesgos de trabajo", &["riesgos_trabajo"]),
    ("Invalidez y vida", &["invalidez_patron", "invalidez_obrero"]),
    ("Guarderías", &["guarderias"]),
    ("Retiro, cesantía y vejez", &["retiro", "ceav_patron", "ceav_obrero"]),
    ("Infonavit", &["infonavit"]),
];

fn de_grupo(importes: &Importes, claves: &[&str]) -> Importe {
    FIGURAS
        .iter()
        .enumerate()
        .filter(|(_, f)| claves.contains(&f.clave()))
        .map(|(i, _)| importes.figura(i))
        .sum()
}

/// The bar and its legend.
#[component]
pub fn Reparto(importes: Importes) -> impl IntoView {
    let total = importes.total.centavos().max(1);
    let grupos: Vec<(usize, &str, Importe)> = GRUPOS
        .iter()
        .enumerate()
        .map(|(i, (nombre, claves))| (i + 1, *nombre, de_grupo(&importes, claves)))
        .filter(|(_, _, importe)| *importe > Importe::CERO)
        .collect();
    let descripcion = grupos
        .iter()
        .map(|(_, nombre, importe)| format!("{nombre}, {}", por_ciento(importe.centavos(), total)))
        .collect::<Vec<_>>()
        .join("; ");
    let mut x = 0;
    let barras = grupos
        .iter()
        .map(|(serie, _, importe)| {
            let ancho = importe.centavos() * ANCHO / total;
            let desde = x;
            x += ancho;
            view! {
                <rect class=format!("v-segmento v-serie-{serie}") x=desde.to_string() y="0" width=ancho.to_string() height="56"/>
            }
        })
        .collect_view();
    let leyenda = grupos
        .iter()
        .map(|(serie, nombre, importe)| {
            view! {
                <tr>
                    <th scope="row"><span class=format!("v-muestra v-serie-{serie}")></span>{*nombre}</th>
                    <td class="v-num">{pesos(*importe)}</td>
                    <td class="v-num">{por_ciento(importe.centavos(), total)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <figure class="v-reparto">
            <svg class="v-grafica" viewBox="0 0 1000 56" preserveAspectRatio="none" role="img" aria-label=format!("A dónde va el dinero: {descripcion}")>
                {barras}
            </svg>
            <table class="v-tabla v-tabla--densa">
                <caption class="v-oculto">"A dónde va el dinero"</caption>
                <thead class="v-oculto"><tr><th scope="col">"Seguro"</th><th scope="col">"Importe"</th><th scope="col">"Parte"</th></tr></thead>
                <tbody>{leyenda}</tbody>
            </table>
        </figure>
    }
}

/// Per cent with one decimal, rounded half up.
fn por_ciento(parte: i64, total: i64) -> String {
    let decimas = (parte.saturating_mul(2_000) / total + 1) / 2;
    format!("{}.{} %", decimas / 10, decimas % 10)
}
