//! The printed report: the answer, the totals, and the workers with differences.

use super::resultado::{dinero, tabla_de_ramos};
use super::taller::Resultado;
use crate::componentes::{fecha_corta, miles};
use crate::contexto::contexto;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_confronta::mensajes::{antes_de_reclamar, con_que, que_se_comparo, veredicto};
use ventanilla_confronta::salida::Confrontado;

/// Workers that are printed: the rest is in the CSV.
const EN_PAPEL: usize = 300;

/// The sheet; on screen it is not seen.
#[component]
pub fn Hoja(resultado: Arc<Resultado>) -> impl IntoView {
    let confronta = resultado.confronta.clone();
    let mut distintos: Vec<&Confrontado> = resultado.trabajadores.iter().filter(|c| c.difiere()).collect();
    distintos.sort_by_key(|c| std::cmp::Reverse(c.centavos().abs()));
    let cuantos = distintos.len();
    let filas = distintos.into_iter().take(EN_PAPEL).map(fila).collect_view();
    let causas = confronta
        .causas
        .iter()
        .map(|c| {
            view! {
                <tr>
                    <th scope="row">{c.causa.nombre()}</th>
                    <td>{miles(c.trabajadores as u64)}</td>
                    <td>{dinero(c.centavos)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <article class="v-carta v-cf-hoja v-solo-impresion" aria-hidden="true">
            <div class="v-marca-agua"></div>
            <header class="v-carta-cabeza">
                <h2>"Confronta de la emisión"</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </header>
            <p>{confronta.razon_social.clone()}" · Registro patronal "{confronta.registro_patronal.clone()}</p>
            <p class="v-cf-veredicto">{veredicto(&confronta)}</p>
            <p>{que_se_comparo(&confronta)}</p>
            {antes_de_reclamar(&confronta).map(|texto| view! { <p>{texto}</p> })}
            <p>{con_que(&confronta)}</p>
            <h3>"Totales por ramo"</h3>
            <table>{tabla_de_ramos(&confronta)}</table>
            {(!confronta.causas.is_empty()).then(|| view! {
                <h3>"A qué se debe la diferencia"</h3>
                <table>
                    <thead><tr><th scope="col">"Causa"</th><th scope="col" class="v-num">"Trabajadores"</th><th scope="col" class="v-num">"Explica"</th></tr></thead>
                    <tbody>{causas}</tbody>
                </table>
            })}
            {(cuantos > 0).then(|| view! {
                <h3>{format!("Trabajadores con diferencia: {}", miles(cuantos as u64))}</h3>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Trabajador y causas"</th>
                            <th scope="col" class="v-num">"Emisión"</th>
                            <th scope="col" class="v-num">"Calculado"</th>
                            <th scope="col" class="v-num">"Diferencia"</th>
                        </tr>
                    </thead>
                    <tbody>{filas}</tbody>
                </table>
            })}
            {(cuantos > EN_PAPEL).then(|| view! { <p>{format!("Se imprimen los {EN_PAPEL} de mayor diferencia; el CSV los trae todos.")}</p> })}
            <footer class="v-carta-pie">
                <span>"LSS 15, 27 a 39, 72 y 106 a 211. Normativa "{confronta.normativa.clone()}</span>
                <span>"Calculado el "{fecha_corta(contexto().hoy)}</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </footer>
        </article>
    }
}

fn fila(suyo: &Confrontado) -> impl IntoView + use<> {
    let suma = |cifras: &[i64]| dinero(cifras.iter().sum::<i64>() + suyo.amortizacion);
    let causas: Vec<String> = suyo
        .causas
        .iter()
        .map(|c| format!("{} {}", c.texto(), dinero(c.centavos())))
        .collect();
    view! {
        <tr>
            <th scope="row">{suyo.nombre.clone()}" · "{suyo.nss.clone()}<br/><small>{causas.join(" ")}</small></th>
            <td>{suma(&suyo.emision)}</td>
            <td>{suma(suyo.calculado())}</td>
            <td>{dinero(suyo.centavos())}</td>
        </tr>
    }
}
