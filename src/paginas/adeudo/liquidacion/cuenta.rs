//! What the cédula would bring: each credit with its two INPC, its factor, its months and its rate; the fine apart.

use super::Mesa;
use super::calendario::{fallas, multa_en_palabras};
use crate::componentes::{fecha_larga, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::credito::InpcUsado;
use ventanilla_tramites::adeudo::CuentaDeCredito;
use ventanilla_tramites::adeudo::liquidacion::Liquidacion;

/// The panel.
#[component]
pub fn Cuenta(mesa: Mesa) -> impl IntoView {
    move || {
        mesa.vista.get().map(|vista| {
            let dia = vista.cuenta.pago;
            let nada = vista.cuenta.creditos.is_empty();
            let estimado = vista.cuenta.estimado;
            view! {
                <section class="v-panel v-pila" aria-labelledby="liquidacion-cuenta">
                    <h2 class="v-panel-titulo" id="liquidacion-cuenta">"Qué traería, al "{fecha_larga(dia)}</h2>
                    {estimado.then(|| view! {
                        <div class="v-aviso v-aviso--advertencia"><p>"Es una estimación: falta un INPC y se usó el último conocido. Puede escribirlo en el adeudo."</p></div>
                    })}
                    {if nada {
                        view! { <p>"Ninguno de los créditos anotados es de cuotas vencidas en esa fecha: no habría cédula."</p> }.into_any()
                    } else {
                        view! { <Tabla vista=Arc::clone(&vista)/><Multa vista=Arc::clone(&vista)/> }.into_any()
                    }}
                    <Aparte vista/>
                </section>
            }
        })
    }
}

#[component]
fn Tabla(vista: Arc<Liquidacion>) -> impl IntoView {
    let s = vista.cuenta.sumas;
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Cuenta de cada crédito">
            <table class="v-tabla v-desglose">
                {encabezado()}
                <tbody>{vista.cuenta.creditos.iter().map(fila).collect_view()}</tbody>
                <tfoot>
                    <tr class="v-total">
                        <th scope="row">"Total, sin multa"</th>
                        <td class="v-num" data-rotulo="Suerte principal">{pesos(s.suerte_principal)}</td>
                        <td></td>
                        <td class="v-num" data-rotulo="Actualización">{pesos(s.actualizacion)}</td>
                        <td></td>
                        <td class="v-num" data-rotulo="Recargos">{pesos(s.recargos)}</td>
                        <td class="v-num" data-rotulo="Total" data-liquidacion>{pesos(s.total)}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// The headings, on screen and on paper.
pub fn encabezado() -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col">"Periodo y concepto"</th>
                <th scope="col" class="v-num">"Suerte principal"</th>
                <th scope="col" class="v-num">"INPC y factor"</th>
                <th scope="col" class="v-num">"Actualización"</th>
                <th scope="col" class="v-num">"Meses y tasa"</th>
                <th scope="col" class="v-num">"Recargos"</th>
                <th scope="col" class="v-num">"Total"</th>
            </tr>
        </thead>
    }
}

/// A credit, on screen and on paper.
pub fn fila(credito: &CuentaDeCredito) -> impl IntoView + use<> {
    let a = credito.accesorios();
    let indice = |i: &InpcUsado| format!("{} ({})", i.valor, i.mes.en_palabras());
    let indices = a.and_then(|a| Some((indice(a.inpc_reciente.as_ref()?), indice(a.inpc_antiguo.as_ref()?))));
    view! {
        <tr>
            <th scope="row">{credito.credito.nombre()}</th>
            <td class="v-num" data-rotulo="Suerte principal">{pesos(credito.credito.importe())}</td>
            <td class="v-num" data-rotulo="INPC y factor">
                {a.map(|a| a.factor.clone())}
                {indices.map(|(nuevo, viejo)| view! { <small class="v-desglose-nota">{nuevo}<br/>"÷ "{viejo}</small> })}
            </td>
            <td class="v-num" data-rotulo="Actualización">{pesos(credito.actualizacion())}</td>
            <td class="v-num" data-rotulo="Meses y tasa">{a.map(|a| format!("{} · {} %", a.meses, a.tasa_acumulada))}</td>
            <td class="v-num" data-rotulo="Recargos">{pesos(credito.recargos())}</td>
            <td class="v-num" data-rotulo="Total">{pesos(credito.total())}</td>
        </tr>
    }
}

#[component]
fn Multa(vista: Arc<Liquidacion>) -> impl IntoView {
    let dicha = match &vista.multa {
        Err(hallazgos) => return fallas(hallazgos),
        Ok(_) => multa_en_palabras(&vista),
    };
    view! {
        <dl class="v-datos v-datos--texto">
            <div>
                <dt>"Multa por no pagar, sobre "{pesos(vista.omitido)}" omitidos"</dt>
                <dd data-multa>{dicha.unwrap_or_else(|| "no procede".to_owned())}</dd>
            </div>
        </dl>
        <p class="v-fila">
            <span class="v-insignia v-insignia--articulo">"LSS 304"</span>
            <span class="v-insignia v-insignia--articulo">"RACERF 189"</span>
        </p>
        <p class="v-pista">"El porcentaje lo fija el IMSS. No hay multa si se paga antes de que lo descubra o lo requiera."</p>
    }
    .into_any()
}

/// Credits that are not in it.
#[component]
fn Aparte(vista: Arc<Liquidacion>) -> impl IntoView {
    let fuera = vista.cuenta.fuera.len();
    let nombres: Vec<String> = vista.aparte.iter().map(|c| c.nombre()).collect();
    view! {
        {(!nombres.is_empty()).then(|| view! {
            <p class="v-pista">"No van en esta cédula, porque todavía no vencen o se notifican por su cuenta: "{nombres.join("; ")}"."</p>
        })}
        {(fuera > 0).then(|| view! { <p class="v-pista">{format!("{fuera} créditos no se pudieron calcular; revíselos en el adeudo.")}</p> })}
    }
}
