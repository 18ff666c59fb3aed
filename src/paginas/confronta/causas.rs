//! What the difference is made of: a table whose bars are the chart. Integers only: a drawing needs no more.

use super::taller::{Filtro, Taller};
use crate::componentes::{miles, pesos};
use leptos::prelude::*;
use ventanilla_confronta::salida::{Confronta, SumaDeCausa};
use ventanilla_reglas::importe::Importe;

/// Width of a bar's drawing, in its own units.
const ANCHO: i64 = 1_000;

/// The table.
#[component]
pub fn PorCausa(taller: Taller, confronta: Confronta) -> impl IntoView {
    let causas = confronta.causas;
    let mayor = |signo: i64| causas.iter().map(|c| signo * c.centavos).max().unwrap_or(0).max(0);
    let (arriba, abajo) = (mayor(1), mayor(-1));
    // room on both sides of the axis, for what each side needs
    let largo = (arriba + abajo).max(1);
    let eje = abajo * ANCHO / largo;
    let suma: i64 = causas.iter().map(|c| c.centavos).sum();
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-causas">
            <h2 class="v-panel-titulo" id="titulo-causas">"A qué se debe la diferencia"</h2>
            <p class="v-pista">"Lo que la emisión cobra de más se ve a la derecha; lo que cobra de menos, a la izquierda. Elija una causa para ver a sus trabajadores."</p>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Causas de la diferencia">
                <table class="v-tabla v-cf-causas">
                    <thead>
                        <tr>
                            <th scope="col">"Causa"</th>
                            <th scope="col" class="v-num">"Trabajadores"</th>
                            <th scope="col" class="v-cf-barras"><span class="v-oculto">"Barra"</span></th>
                            <th scope="col" class="v-num">"Explica"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {causas.into_iter().map(|c| view! { <Renglon taller suma=c eje largo/> }).collect_view()}
                    </tbody>
                    <tfoot>
                        <tr><th scope="row">"Diferencia"</th><td></td><td></td><td class="v-num">{pesos(Importe::de_centavos(suma))}</td></tr>
                    </tfoot>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Renglon(taller: Taller, suma: SumaDeCausa, eje: i64, largo: i64) -> impl IntoView {
    let causa = suma.causa;
    let ancho = (suma.centavos.abs() * ANCHO / largo).max(i64::from(suma.centavos != 0) * 4);
    let (desde, serie) = if suma.centavos < 0 { (eje - ancho, 3) } else { (eje, 1) };
    view! {
        <tr>
            <th scope="row">
                <button class="v-enlace" type="button" on:click=move |_| taller.filtro.set(Filtro::PorCausa(causa))>{causa.nombre()}</button>
            </th>
            <td class="v-num">{miles(suma.trabajadores as u64)}</td>
            <td class="v-cf-barras">
                <svg class="v-grafica" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
                    <rect class=format!("v-serie-{serie}") x=desde.max(0).to_string() y="3" width=ancho.to_string() height="14"/>
                    <path class="v-eje" d=format!("M{eje},0 V20")/>
                </svg>
            </td>
            <td class="v-num">{pesos(Importe::de_centavos(suma.centavos))}</td>
        </tr>
    }
}
