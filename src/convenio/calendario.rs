//! The schedule of the chosen term, and the files to take away.

use super::archivos::{csv, ics};
use crate::componentes::{ArbolDeMemoria, descargar, fecha_corta, pesos};
use crate::contexto::contexto;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::convenio::{Parcialidad, SalidaConvenio};

/// The schedule.
#[component]
pub fn Calendario(salida: SalidaConvenio, #[prop(into)] de_quien: Signal<String>) -> impl IntoView {
    let contexto = contexto();
    let tabla: Arc<Vec<Parcialidad>> = Arc::new(salida.tabla);
    let bajar = move |nombre: &'static str, tipo: &'static str, bytes: Vec<u8>| {
        if descargar(nombre, tipo, &bytes).is_err() {
            contexto.avisar("El navegador no dejó guardar el archivo.".to_owned());
        }
    };
    let para_csv = Arc::clone(&tabla);
    let hoja = move |_| bajar("convenio.csv", "text/csv", csv(&para_csv));
    let para_ics = Arc::clone(&tabla);
    let calendario = move |_| {
        let texto = ics(&para_ics, &de_quien.get_untracked(), contexto.hoy);
        bajar("convenio.ics", "text/calendar", texto.into_bytes());
    };
    let renglones = tabla
        .iter()
        .map(|p| {
            view! {
                <tr>
                    <th scope="row">{p.numero}</th>
                    <td class="v-vence-el">{fecha_corta(p.vence.0)}</td>
                    <td class="v-num">{pesos(p.pago)}</td>
                    <td class="v-num">{pesos(p.recargo)}</td>
                    <td class="v-num">{pesos(p.capital)}</td>
                    <td class="v-num">{pesos(p.saldo)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h3 class="v-panel-titulo" id="calendario-de-pagos">"Calendario de pagos"</h3>
        <p class="v-medida">
            "Vencen el mismo día del mes que el primer pago; si cae en viernes o en día inhábil, el siguiente día hábil."
        </p>
        <div class="v-tabla-marco v-tabla-marco--alta" tabindex="0" role="region" aria-labelledby="calendario-de-pagos">
            <table class="v-tabla v-tabla--cebra">
                <thead>
                    <tr>
                        <th scope="col">"Núm."</th>
                        <th scope="col">"Vence"</th>
                        <th scope="col" class="v-num">"Pago"</th>
                        <th scope="col" class="v-num">"Recargo"</th>
                        <th scope="col" class="v-num">"Capital"</th>
                        <th scope="col" class="v-num">"Saldo"</th>
                    </tr>
                </thead>
                <tbody>{renglones}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="2">"Total"</th>
                        <td class="v-num">{pesos(salida.total_a_plazos)}</td>
                        <td class="v-num">{pesos(salida.recargos_de_prorroga)}</td>
                        <td class="v-num">{pesos(salida.saldo)}</td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
        {salida.memoria.map(|nodos| view! {
            <details class="v-ayuda v-no-imprimir">
                <summary>"De dónde sale cada cifra"</summary>
                <ArbolDeMemoria nodos/>
            </details>
        })}
        <div class="v-botones v-no-imprimir">
            <button class="v-boton" type="button" on:click=calendario>"Descargar para el calendario (.ics)"</button>
            <button class="v-boton" type="button" on:click=hoja>"Descargar la tabla (.csv)"</button>
        </div>
    }
}
