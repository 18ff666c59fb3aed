//! Month by month: what is paid to begin and afterwards, and each whole month of the year.

use super::explicacion::{CifraConRazon, cifra_de};
use super::taller::Taller;
use crate::componentes::{fecha_corta, pesos};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::{Mes, fin_de_mes, nombre_del_mes};
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::continuacion::{Cifra, Cuenta, DelAnio as UnMes, Parte};
use ventanilla_tramites::texto::con_fechas;

/// What is paid to begin and afterwards.
#[component]
pub fn ParaEmpezar(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-inicio-titulo">
            <h2 class="v-panel-titulo" id="m40-inicio-titulo">"Lo que se paga, mes por mes"</h2>
            {move || taller.cuenta().map(|cuenta| view! { <Pagos taller cuenta/> })}
        </section>
    }
}

#[component]
fn Pagos(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let hoy = cuenta.hoy;
    let inicio = cuenta.inicio.clone().unwrap_or_default();
    let al_tope = inicio.iter().chain(&cuenta.despues).any(|p| p.al_tope);
    let filas = |partes: &[Parte]| partes.iter().map(|p| fila(taller, p, hoy)).collect_view();
    let total = cuenta
        .total_del_inicio()
        .filter(|_| !inicio.is_empty())
        .map(|total| fila_del_total(taller, &inicio, total));
    let atrasadas = inicio.iter().any(|p| p.mes.hasta.0 < hoy); // not only what is left of this month
    view! {
        <div class="v-tabla-marco v-m40-marco" tabindex="0" role="region" aria-label="Tabla de lo que se paga">
            <table class="v-tabla v-tabla--cebra v-m40-meses">
                <caption class="v-oculto">"Lo que se paga, mes por mes"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Mes"</th>
                        <th scope="col" class="v-num">"Días"</th>
                        <th scope="col" class="v-num v-m40-angosto">"Salario diario"</th>
                        <th scope="col" class="v-num v-m40-angosto">"Porcentaje"</th>
                        <th scope="col" class="v-num">"Importe"</th>
                        <th scope="col">"A más tardar"</th>
                    </tr>
                </thead>
                <tbody data-inicio-meses>{total}{filas(&inicio)}</tbody>
                <tbody data-despues>{filas(&cuenta.despues)}</tbody>
            </table>
        </div>
        {al_tope.then(|| view! { <p class="v-pista">"* Ese mes regía otra UMA y su tope era menor: se calcula sobre él (LSS 28)."</p> })}
        {atrasadas.then(|| view! {
            <p class="v-pista v-medida">
                "Lo que ya venció se paga al inscribirse: el reglamento manda pagar las cuotas omitidas (RACERF 66), sin decir en cuántos días "
                "ni hablar de recargos. Esta cuenta no los lleva; confírmelo con el IMSS."
            </p>
        })}
        {cuenta.hasta_aqui.clone().map(|motivo| view! {
            <details class="v-ayuda"><summary>"Por qué no hay meses después"</summary><p>{con_fechas(&motivo)}</p></details>
        })}
    }
}

/// It stands before its months, which scroll.
fn fila_del_total(taller: Taller, inicio: &[Parte], total: Importe) -> impl IntoView + use<> {
    let dias: u32 = inicio.iter().map(|p| p.mes.dias).sum();
    view! {
        <tr class="v-total">
            <th scope="row">"Para empezar, en total"</th>
            <td class="v-num">{dias}</td>
            <td class="v-m40-angosto"></td>
            <td class="v-m40-angosto"></td>
            <td class="v-num" data-total-inicio><CifraConRazon taller cifra=Cifra::Inicio importe=total/></td>
            <td></td>
        </tr>
    }
}

/// `noviembre de 2026`, or `22 al 30 de noviembre de 2026`.
fn nombre(desde: NaiveDate, hasta: NaiveDate) -> String {
    let mes = Mes::de(desde).en_palabras();
    if desde.day() == 1 && hasta == fin_de_mes(desde) {
        mes
    } else {
        format!("{} al {} de {mes}", desde.day(), hasta.day())
    }
}

fn fila(taller: Taller, parte: &Parte, hoy: NaiveDate) -> impl IntoView + use<> {
    let mes = &parte.mes;
    let vence = parte.pago.vence.0;
    let cuando = if vence < hoy {
        "al inscribirse".to_owned()
    } else {
        fecha_corta(vence)
    };
    view! {
        <tr>
            <th scope="row">{nombre(mes.desde.0, mes.hasta.0)}</th>
            <td class="v-num">{mes.dias}</td>
            <td class="v-num v-m40-angosto">{pesos(mes.sbc)}{parte.al_tope.then_some(" *")}</td>
            <td class="v-num v-m40-angosto">{mes.porcentaje.clone()}" %"</td>
            <td class="v-num"><CifraConRazon taller cifra=cifra_de(parte) importe=mes.total/></td>
            <td class="v-m40-cuando">{cuando}</td>
        </tr>
    }
}

/// Each whole month of the year in course.
#[component]
pub fn DelAnio(taller: Taller) -> impl IntoView {
    let anio = taller.hoy().year();
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-anio">
            <h2 class="v-panel-titulo" id="m40-anio">"Cada mes completo de "{anio}</h2>
            <p class="v-pista">"Se paga por días naturales: febrero cuesta menos que marzo."</p>
            {move || taller.cuenta().map(|cuenta| view! { <Doce taller cuenta/> })}
        </section>
    }
}

#[component]
fn Doce(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let conocidos: Vec<&Parte> = cuenta.anio.iter().filter_map(|m| m.parte.as_ref().ok()).collect();
    let al_tope = conocidos.iter().any(|p| p.al_tope);
    let otro_rango = conocidos
        .windows(2)
        .any(|par| par[0].mes.porcentaje != par[1].mes.porcentaje);
    let dias: u32 = conocidos.iter().map(|p| p.mes.dias).sum();
    let filas = cuenta.anio.iter().map(|mes| fila_del_anio(taller, mes)).collect_view();
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de los meses del año">
            <table class="v-tabla v-tabla--densa v-tabla--cebra" data-anio>
                <caption class="v-oculto">"Cada mes completo de "{cuenta.hoy.year()}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Mes"</th>
                        <th scope="col" class="v-num">"Días"</th>
                        <th scope="col" class="v-num">"Porcentaje"</th>
                        <th scope="col" class="v-num">"Importe"</th>
                    </tr>
                </thead>
                <tbody>{filas}</tbody>
                {cuenta.total_del_anio().map(|total| view! {
                    <tfoot><tr><th scope="row">"Todo el año"</th><td class="v-num">{dias}</td><td></td><td class="v-num">{pesos(total)}</td></tr></tfoot>
                })}
            </table>
        </div>
        {al_tope.then(|| view! { <p class="v-pista">"* Regía la UMA anterior y su tope era menor (LSS 28)."</p> })}
        {otro_rango.then(|| view! {
            <p class="v-pista">"La UMA cambia en febrero: con la anterior, el mismo salario cae en otro rango y lleva otro porcentaje."</p>
        })}
    }
}

fn fila_del_anio(taller: Taller, del_anio: &UnMes) -> AnyView {
    let nombre = nombre_del_mes(del_anio.mes.inicio().month());
    match &del_anio.parte {
        Ok(parte) => view! {
            <tr>
                <th scope="row">{nombre}{parte.al_tope.then_some(" *")}</th>
                <td class="v-num">{parte.mes.dias}</td>
                <td class="v-num">{parte.mes.porcentaje.clone()}" %"</td>
                <td class="v-num"><CifraConRazon taller cifra=cifra_de(parte) importe=parte.mes.total/></td>
            </tr>
        }
        .into_any(),
        Err(motivo) => view! {
            <tr><th scope="row">{nombre}</th><td colspan="3" class="v-tenue">{con_fechas(motivo)}</td></tr>
        }
        .into_any(),
    }
}
