//! What the month is made of: each insurance, with its articles.

use super::explicacion::{CifraConRazon, cifra_de};
use super::taller::Taller;
use crate::componentes::pesos;
use crate::paginas::dichos::articulos_en_linea;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_tramites::continuacion::Cuenta;

/// The panel.
#[component]
pub fn Composicion(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-composicion">
            <h2 class="v-panel-titulo" id="m40-composicion">"De qué se compone el mes"</h2>
            {move || taller.cuenta().map(|cuenta| view! { <Seguros taller cuenta/> })}
        </section>
    }
}

#[component]
fn Seguros(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let filas = cuenta
        .ramas()
        .into_iter()
        .map(|(nombre, importe, fundamento)| {
            view! {
                <tr>
                    <th scope="row">{nombre}{articulos_en_linea(fundamento.iter().copied())}</th>
                    <td class="v-num">{pesos(importe)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="v-pista">"En "{cuenta.nombre_del_mes()}". Usted paga la parte del patrón y la del trabajador."</p>
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de los seguros">
            <table class="v-tabla v-tabla--densa" data-ramas>
                <caption class="v-oculto">"De qué se compone el mes"</caption>
                <thead><tr><th scope="col">"Seguro"</th><th scope="col" class="v-num">"Importe"</th></tr></thead>
                <tbody>{filas}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"Total"</th>
                        <td class="v-num"><CifraConRazon taller cifra=cifra_de(&cuenta.este_mes) importe=cuenta.este_mes.mes.total/></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}
