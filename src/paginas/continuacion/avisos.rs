//! What it does not give, and what is commonly said of it and is not so.

use super::taller::Taller;
use crate::paginas::dichos::articulos_en_linea;
use crate::ruta::Ruta;
use leptos::prelude::*;

/// What it does not give, and what to do about it.
#[component]
pub fn LoQueNoDa(taller: Taller) -> impl IntoView {
    let dicho = move || {
        let cuenta = taller.cuenta()?;
        let dicho = cuenta.lo_que_no_da()?;
        Some(view! { <p>{dicho.mensaje.clone()}{articulos_en_linea(dicho.fundamento.iter().copied())}</p> }.into_any())
    };
    let sin_cuenta = || {
        view! { <p>"No da servicio médico ni subsidios."{articulos_en_linea(["LSS 218"].into_iter())}</p> }.into_any()
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-no-da">
            <h2 class="v-panel-titulo" id="m40-no-da">"Lo que no da"</h2>
            {move || dicho().unwrap_or_else(sin_cuenta)}
            <p>
                "Para tener servicio médico mientras tanto, usted y los suyos, puede contratar aparte el seguro de salud para la familia."
                {articulos_en_linea(["RACERF 64", "LSS 240"].into_iter())}
            </p>
            <p><a href=Ruta::Modalidad.ancla()>"Ver qué modalidades le tocan"</a></p>
        </section>
    }
}

/// What is said, and what the law says.
const DICHOS: [(&str, &str, &[&str]); 4] = [
    (
        "«Se cotiza de 3 a 25 UMA»",
        "No: de su último salario, o del salario mínimo si era menor, hasta 25 UMA.",
        &["LSS 218", "RACERF 65"],
    ),
    (
        "«Sólo es para la Ley de 1973»",
        "La ley no lo exige. Lo que sí depende de su régimen es cuánto le sirve para la pensión: esta página no calcula pensiones.",
        &["LSS 218"],
    ),
    (
        "«El porcentaje es el mismo para todos»",
        "No: la parte de cesantía y vejez es por rango de salario, y sube cada año hasta 2030.",
        &["LSS 168 II", "Transitorio segundo, DOF 2020-12-16"],
    ),
    (
        "«El tope es de 25 salarios mínimos»",
        "Es de 25 UMA desde 2016.",
        &["LSS 28", "DOF 2016-01-27"],
    ),
];

/// What is commonly said and is not so.
#[component]
pub fn LoQueSeDice() -> impl IntoView {
    let filas = DICHOS
        .into_iter()
        .map(|(dicho, ley, fundamento)| {
            view! { <div><dt>{dicho}</dt><dd>{ley}{articulos_en_linea(fundamento.iter().copied())}</dd></div> }
        })
        .collect_view();
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-dichos">
            <h2 class="v-panel-titulo" id="m40-dichos">"Lo que se dice y no es así"</h2>
            <dl class="v-m40-dichos">{filas}</dl>
        </section>
    }
}
