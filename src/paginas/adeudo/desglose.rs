//! Each credit by itself: what was due, the factor, the months and the rate, and what it comes to.

use super::explicacion::CifraConRazon;
use super::taller::Taller;
use crate::componentes::{fecha_corta, pesos};
use leptos::prelude::*;
use ventanilla_tramites::adeudo::{Cifra, CuentaDeCredito};

/// The panel.
#[component]
pub fn Desglose(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel" aria-labelledby="adeudo-desglose">
            <h2 class="v-panel-titulo" id="adeudo-desglose">"Crédito por crédito"</h2>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Cuenta de cada crédito">
                <table class="v-tabla v-desglose">
                    <thead>
                        <tr>
                            <th scope="col">"Crédito"</th>
                            <th scope="col">"Venció"</th>
                            <th scope="col" class="v-num">"Se debía"</th>
                            <th scope="col" class="v-num">"Factor"</th>
                            <th scope="col" class="v-num">"Actualización"</th>
                            <th scope="col" class="v-num">"Recargos"</th>
                            <th scope="col" class="v-num">"Total"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || taller.cuenta.get().map(|c| {
                            c.creditos.iter().enumerate().map(|(i, credito)| fila(taller, i, credito)).collect_view()
                        })}
                    </tbody>
                    <tfoot>
                        {move || taller.cuenta.get().map(|c| view! {
                            <tr class="v-total">
                                <th scope="row" colspan="2">"Total"</th>
                                <td class="v-num" data-rotulo="Se debía">{pesos(c.sumas.suerte_principal + c.sumas.multas + c.sumas.gastos)}</td>
                                <td></td>
                                <td class="v-num" data-rotulo="Actualización">{pesos(c.sumas.actualizacion)}</td>
                                <td class="v-num" data-rotulo="Recargos">{pesos(c.sumas.recargos)}</td>
                                <td class="v-num" data-rotulo="Total">{pesos(c.sumas.total)}</td>
                            </tr>
                        })}
                    </tfoot>
                </table>
            </div>
        </section>
    }
}

fn fila(taller: Taller, i: usize, credito: &CuentaDeCredito) -> impl IntoView + use<> {
    let accesorios = credito.accesorios();
    let vence = accesorios.map_or(credito.credito.vencimiento, |a| a.vencimiento.0);
    let meses = accesorios.filter(|a| a.meses > 0).map(|a| {
        let meses = if a.meses == 1 {
            "1 mes".to_owned()
        } else {
            format!("{} meses", a.meses)
        };
        format!("{meses}, {} %", a.tasa_acumulada)
    });
    let nota = match accesorios {
        None => Some("No causa accesorios en esta cuenta"),
        Some(_) if !credito.vencido => Some("Todavía no vence"),
        Some(a) if a.estimado => Some("Estimado"),
        Some(_) => None,
    };
    view! {
        <tr>
            <th scope="row">{credito.credito.nombre()}{nota.map(|n| view! { <small class="v-desglose-nota">{n}</small> })}</th>
            <td class="v-desglose-fecha" data-rotulo="Venció">
                {fecha_corta(vence)}
                {(vence != credito.credito.vencimiento).then(|| view! {
                    <small class="v-desglose-nota">"el "{fecha_corta(credito.credito.vencimiento)}" es"<br/>"inhábil o viernes"</small>
                })}
            </td>
            <td class="v-num" data-rotulo="Se debía">{pesos(credito.credito.importe())}</td>
            <td class="v-num" data-rotulo="Factor">{accesorios.map(|a| a.factor.clone())}</td>
            <td class="v-num" data-rotulo="Actualización">{pesos(credito.actualizacion())}</td>
            <td class="v-num" data-rotulo="Recargos">{pesos(credito.recargos())}{meses.map(|m| view! { <small class="v-desglose-nota">{m}</small> })}</td>
            <td class="v-num" data-rotulo="Total"><CifraConRazon taller cifra=Cifra::Credito(i) importe=credito.total()/></td>
        </tr>
    }
}
