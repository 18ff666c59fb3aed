//! A worker: both figures of each ramo, the causes in words, and where the computed figure comes from.

use super::resultado::{Articulos, ListaDeAvisos, dinero};
use super::taller::{Resultado, Taller};
use crate::componentes::{ArbolDeMemoria, Cajon};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_confronta::calculo::{explicar, preparar};
use ventanilla_confronta::emitido::{Hoja, Renglon};
use ventanilla_confronta::nomina;
use ventanilla_confronta::salida::{Causa, Confrontado};
use ventanilla_reglas::cuotas::{Area, FIGURAS, Patron};
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_tramites::texto::fecha_larga;

/// The drawer.
#[component]
pub fn Detalle(taller: Taller) -> impl IntoView {
    let abierto = RwSignal::new(false);
    Effect::new(move |_| {
        if taller.abierto.get().is_some() {
            abierto.set(true);
        }
    });
    Effect::new(move |_| {
        if !abierto.get() && taller.abierto.get_untracked().is_some() {
            taller.abierto.set(None);
        }
    });
    let suyo = move || {
        let resultado = taller.resultado()?;
        let suyo = resultado.trabajadores.get(taller.abierto.get()?)?.clone();
        Some((resultado, suyo))
    };
    let titulo = Signal::derive(move || {
        suyo()
            .map(|(_, s)| if s.nombre.is_empty() { s.nss } else { s.nombre })
            .unwrap_or_default()
    });
    view! {
        <Cajon abierto titulo id="titulo-detalle">
            {move || suyo().map(|(resultado, suyo)| view! { <DeUno taller resultado suyo/> })}
        </Cajon>
    }
}

#[component]
fn DeUno(taller: Taller, resultado: Arc<Resultado>, suyo: Confrontado) -> impl IntoView {
    let memoria = RwSignal::new(false);
    let causas = suyo.causas.clone();
    let avisos = suyo.avisos.clone();
    let para_la_memoria = StoredValue::new((resultado, suyo.clone()));
    let hay_memoria = suyo.calculado().iter().any(|c| *c != 0);
    view! {
        <div class="v-pila" data-detalle>
            <p class="v-tenue">"NSS "{suyo.nss.clone()}</p>
            {renglones(&suyo)}
            {(!avisos.is_empty()).then(|| view! { <div class="v-aviso v-aviso--advertencia"><ListaDeAvisos avisos/></div> })}
            <h3>"Por qué"</h3>
            {if causas.is_empty() {
                view! { <p>"No hay diferencia: la emisión y lo calculado son iguales al centavo."</p> }.into_any()
            } else {
                view! { <ul class="v-cf-porque" role="list">{causas.into_iter().map(causa).collect_view()}</ul> }.into_any()
            }}
            <h3>"Ramo por ramo"</h3>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Ramo por ramo">{ramos(&suyo)}</div>
            {hay_memoria.then(|| view! {
                <details class="v-ayuda v-cf-memoria" on:toggle=move |_| memoria.set(true)>
                    <summary>"De dónde sale lo calculado"</summary>
                    {move || memoria.get().then(|| para_la_memoria.with_value(|(r, s)| arboles(taller, r, s)))}
                </details>
            })}
        </div>
    }
}

/// `EMA: 31 días a $400.00`.
fn renglones(suyo: &Confrontado) -> impl IntoView + use<> {
    let dichos: Vec<String> = suyo
        .renglones
        .iter()
        .map(|r| {
            let fecha = r.fecha.as_deref().and_then(|f| f.parse::<NaiveDate>().ok());
            let fecha = fecha
                .map(|f| format!(", movimiento del {}", fecha_larga(f)))
                .unwrap_or_default();
            format!("{}: {} días a {}{fecha}", r.hoja.nombre(), r.dias, dinero(r.sbc))
        })
        .collect();
    if dichos.is_empty() {
        return view! { <p>"La emisión no lo trae."</p> }.into_any();
    }
    view! { <ul class="v-lista-plana">{dichos.into_iter().map(|d| view! { <li>{d}</li> }).collect_view()}</ul> }
        .into_any()
}

fn causa(explicada: ventanilla_confronta::salida::Explicada) -> impl IntoView {
    let regla = explicada.causa.regla();
    let fundamento: Vec<String> = regla.fundamento.iter().map(|a| (*a).to_owned()).collect();
    let centavos = explicada.centavos();
    let clase = if explicada.causa == Causa::SinExplicacion {
        "v-cf-causa v-con-error"
    } else {
        "v-cf-causa"
    };
    view! {
        <li>
            <p class=clase><span>{explicada.texto()}</span><strong>{dinero(centavos)}</strong></p>
            <p class="v-pista">{regla.ayuda.trim()}</p>
            <Articulos articulos=fundamento/>
        </li>
    }
}

fn ramos(suyo: &Confrontado) -> impl IntoView + use<> {
    let calculado = *suyo.calculado();
    let filas: Vec<_> = (0..FIGURAS.len())
        .filter(|i| suyo.emision[*i] != 0 || calculado[*i] != 0)
        .map(|i| {
            let (e, c) = (suyo.emision[i], calculado[i]);
            view! {
                <tr>
                    <th scope="row">{FIGURAS[i].regla.titulo}</th>
                    <td class="v-num">{dinero(e)}</td>
                    <td class="v-num">{dinero(c)}</td>
                    <td class="v-num" class:v-fuerte={e != c}>{dinero(e - c)}</td>
                </tr>
            }
        })
        .collect();
    let suma = |cifras: &[i64]| cifras.iter().sum::<i64>() + suyo.amortizacion;
    let amortizacion = (suyo.amortizacion != 0).then(|| {
        view! {
            <tr>
                <th scope="row">"Amortización (como viene)"</th>
                <td class="v-num">{dinero(suyo.amortizacion)}</td>
                <td class="v-num">{dinero(suyo.amortizacion)}</td>
                <td class="v-num">{dinero(0)}</td>
            </tr>
        }
    });
    view! {
        <table class="v-tabla v-tabla--densa">
            <thead>
                <tr>
                    <th scope="col">"Ramo"</th>
                    <th scope="col" class="v-num">"Emisión"</th>
                    <th scope="col" class="v-num">"Calculado"</th>
                    <th scope="col" class="v-num">"Diferencia"</th>
                </tr>
            </thead>
            <tbody>{filas}{amortizacion}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">"Total"</th>
                    <td class="v-num">{dinero(suma(&suyo.emision))}</td>
                    <td class="v-num">{dinero(suma(&calculado))}</td>
                    <td class="v-num">{dinero(suyo.centavos())}</td>
                </tr>
            </tfoot>
        </table>
    }
}

/// The memoria of the computed figures, made when it is asked for: of the payroll's row, or of the emission's own.
fn arboles(taller: Taller, resultado: &Resultado, suyo: &Confrontado) -> impl IntoView + use<> {
    let confronta = &resultado.confronta;
    let normativa = taller.contexto.normativa.get_untracked();
    let cuando = (confronta.anio, confronta.mes);
    let con_nomina = resultado.nomina.as_ref().filter(|_| confronta.nomina.is_some());
    let arboles: Vec<(String, Vec<Nodo>)> = match (con_nomina, suyo.fila_de_nomina) {
        (Some(escenario), Some(fila)) => {
            let prima = confronta.prima_de_nomina.as_deref().and_then(Tasa::leer);
            nomina::explicar(&normativa, escenario, (cuando, prima), &confronta.hojas, fila)
        }
        _ => {
            let patron = Patron {
                area: if confronta.area == Area::Zlfn.clave() {
                    Area::Zlfn
                } else {
                    Area::General
                },
                prima_rt: confronta.prima.as_deref().and_then(Tasa::leer),
                ..Patron::default()
            };
            let de_hoja = |hoja: &Hoja| {
                let calculo = preparar(&normativa, *hoja, cuando, &patron, &confronta.politicas).ok()?;
                let suyos: Vec<Renglon> = suyo
                    .renglones
                    .iter()
                    .filter(|r| r.hoja == *hoja)
                    .map(a_renglon)
                    .collect();
                let nodos = explicar(&calculo, &suyos.iter().collect::<Vec<_>>());
                (!nodos.is_empty()).then(|| (hoja.nombre().to_owned(), nodos))
            };
            confronta.hojas.iter().filter_map(de_hoja).collect()
        }
    };
    arboles
        .into_iter()
        .map(|(parte, nodos)| view! { <h4>{parte}</h4><ArbolDeMemoria nodos abiertos=1/> })
        .collect_view()
}

fn a_renglon(dicho: &ventanilla_confronta::salida::RenglonDicho) -> Renglon {
    Renglon {
        hoja: dicho.hoja,
        fila: 0,
        nss: String::new(),
        nombre: String::new(),
        fecha: dicho.fecha.as_deref().and_then(|f| f.parse().ok()),
        dias: dicho.dias,
        sbc: dicho.sbc,
        cifras: Default::default(),
        amortizacion: 0,
    }
}
