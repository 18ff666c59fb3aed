//! What came out: the answer in a sentence, the totals by ramo, what was found.

use super::causas::PorCausa;
use super::lista::Lista;
use super::taller::{Resultado, Taller};
use crate::componentes::{es_articulo, miles, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_confronta::csv::figuras;
use ventanilla_confronta::mensajes::{antes_de_reclamar, con_que, que_se_comparo, veredicto};
use ventanilla_confronta::salida::{Aviso, Confronta};
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::importe::Importe;

/// Findings listed before the rest is folded.
const A_LA_VISTA: usize = 5;

/// Cents as money.
pub fn dinero(centavos: i64) -> String {
    pesos(Importe::de_centavos(centavos))
}

/// Why nothing could be confronted.
#[component]
pub fn Fallas(avisos: Vec<Aviso>) -> impl IntoView {
    view! {
        <div class="v-aviso v-aviso--error" role="alert">
            <p class="v-aviso-titulo">"No se pudo confrontar el archivo"</p>
            <ul class="v-lista-plana">{avisos.into_iter().map(|a| view! { <li>{a.mensaje}</li> }).collect_view()}</ul>
        </div>
    }
}

/// Everything that came out.
#[component]
pub fn Resultados(taller: Taller, resultado: Arc<Resultado>) -> impl IntoView {
    let confronta = resultado.confronta.clone();
    view! {
        <Veredicto confronta=confronta.clone()/>
        <Avisos confronta=confronta.clone()/>
        {(!confronta.causas.is_empty()).then(|| view! { <PorCausa taller confronta=confronta.clone()/> })}
        <Lista taller resultado/>
        <PorRamo confronta/>
    }
}

#[component]
fn Veredicto(confronta: Confronta) -> impl IntoView {
    let diferencia = confronta.diferencia();
    let sentido = match diferencia {
        0 => "v-igual",
        d if d > 0 => "v-sube",
        _ => "v-baja",
    };
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="veredicto">
            <h2 class="v-cf-veredicto" id="veredicto" data-veredicto role="status">{veredicto(&confronta)}</h2>
            <p>{que_se_comparo(&confronta)}</p>
            {antes_de_reclamar(&confronta).map(|texto| view! { <p class="v-medida">{texto}</p> })}
            <div class="v-cifras">
                <div class="v-cifra"><span class="v-cifra-nombre">"Emisión"</span><span class="v-cifra-valor">{dinero(confronta.total_emision())}</span></div>
                <div class="v-cifra"><span class="v-cifra-nombre">"Calculado"</span><span class="v-cifra-valor">{dinero(confronta.total_calculado())}</span></div>
                <div class="v-cifra"><span class="v-cifra-nombre">"Diferencia"</span><span class=format!("v-cifra-valor {sentido}")>{dinero(diferencia.abs())}</span></div>
                <div class="v-cifra">
                    <span class="v-cifra-nombre">"Trabajadores con diferencia"</span>
                    <span class="v-cifra-valor">{miles(confronta.con_diferencia as u64)}" de "{miles(confronta.trabajadores as u64)}</span>
                </div>
            </div>
            <p class="v-pista">
                {confronta.razon_social.clone()}" · Registro patronal "{confronta.registro_patronal.clone()}". "{con_que(&confronta)}
            </p>
        </section>
    }
}

/// What was found in the file as a whole.
#[component]
fn Avisos(confronta: Confronta) -> impl IntoView {
    let mut avisos = confronta.avisos;
    if avisos.is_empty() {
        return ().into_any();
    }
    let cuantos = avisos.len() + confronta.avisos_de_mas;
    let resto = avisos.split_off(A_LA_VISTA.min(avisos.len()));
    let de_mas = confronta.avisos_de_mas;
    view! {
        <section class="v-aviso v-aviso--advertencia" aria-label="Observaciones del archivo">
            <div class="v-pila v-pila--junta">
                <p class="v-aviso-titulo">{if cuantos == 1 { "Una observación del archivo".to_owned() } else { format!("{} observaciones del archivo", miles(cuantos as u64)) }}</p>
                <ListaDeAvisos avisos/>
                {(!resto.is_empty()).then(|| view! {
                    <details class="v-ayuda">
                        <summary>"Ver las demás"</summary>
                        <ListaDeAvisos avisos=resto/>
                        {(de_mas > 0).then(|| view! { <p>{format!("y {} más", miles(de_mas as u64))}</p> })}
                    </details>
                })}
            </div>
        </section>
    }
    .into_any()
}

/// Findings, each with its articles.
#[component]
pub fn ListaDeAvisos(avisos: Vec<Aviso>) -> impl IntoView {
    view! {
        <ul class="v-lista-plana">
            {avisos.into_iter().map(|a| view! {
                <li>{a.mensaje}" "<Articulos articulos=a.fundamento/></li>
            }).collect_view()}
        </ul>
    }
}

/// Articles as badges.
#[component]
pub fn Articulos(articulos: Vec<String>) -> impl IntoView {
    view! {
        <span class="v-articulos">
            {articulos
                .into_iter()
                .filter(|a| es_articulo(a))
                .map(|a| view! { <span class="v-insignia v-insignia--articulo">{a}</span> })
                .collect_view()}
        </span>
    }
}

/// Each ramo: the emission, what is computed, the difference, and what the summary says.
#[component]
fn PorRamo(confronta: Confronta) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-ramos">
            <h2 class="v-panel-titulo" id="titulo-ramos">"Totales por ramo"</h2>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Totales por ramo">
                <table class="v-tabla v-tabla--cebra" data-ramos>{tabla_de_ramos(&confronta)}</table>
            </div>
        </section>
    }
}

/// The inside of the table of ramos; the printed sheet has it too.
pub fn tabla_de_ramos(confronta: &Confronta) -> impl IntoView + use<> {
    let con_resumen = confronta.resumen.iter().any(Option::is_some);
    let filas = figuras(confronta)
        .into_iter()
        .map(|i| {
            let (e, c) = (confronta.emision[i], confronta.calculado[i]);
            view! {
                <tr>
                    <th scope="row">{FIGURAS[i].regla.titulo}</th>
                    <td class="v-num">{dinero(e)}</td>
                    <td class="v-num v-cf-secundaria">{dinero(c)}</td>
                    <td class="v-num">{dinero(e - c)}</td>
                    {con_resumen.then(|| view! { <td class="v-num v-cf-secundaria">{confronta.resumen[i].map_or_else(|| "—".to_owned(), dinero)}</td> })}
                </tr>
            }
        })
        .collect_view();
    let amortizacion = (confronta.amortizacion != 0).then(|| {
        let importe = dinero(confronta.amortizacion);
        view! {
            <tr>
                <th scope="row">"Amortización de créditos (como viene)"</th>
                <td class="v-num">{importe.clone()}</td>
                <td class="v-num v-cf-secundaria">{importe}</td>
                <td class="v-num">{dinero(0)}</td>
                {con_resumen.then(|| view! { <td class="v-cf-secundaria"></td> })}
            </tr>
        }
    });
    view! {
        <thead>
            <tr>
                <th scope="col">"Ramo"</th>
                <th scope="col" class="v-num">"Emisión"</th>
                <th scope="col" class="v-num v-cf-secundaria">"Calculado"</th>
                <th scope="col" class="v-num">"Diferencia"</th>
                {con_resumen.then(|| view! { <th scope="col" class="v-num v-cf-secundaria">"Según el resumen"</th> })}
            </tr>
        </thead>
        <tbody>{filas}{amortizacion}</tbody>
        <tfoot>
            <tr>
                <th scope="row">"Total"</th>
                <td class="v-num">{dinero(confronta.total_emision())}</td>
                <td class="v-num v-cf-secundaria">{dinero(confronta.total_calculado())}</td>
                <td class="v-num">{dinero(confronta.diferencia())}</td>
                {con_resumen.then(|| view! { <td class="v-cf-secundaria"></td> })}
            </tr>
        </tfoot>
    }
}
