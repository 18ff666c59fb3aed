//! The percentage of each year to 2030, drawn and as a table; and pesos for the years to come, only on what the person
//! supposes of them.

use super::explicacion::CifraConRazon;
use super::taller::Taller;
use crate::componentes::pesos;
use crate::paginas::papel::{Casilla, Errores};
use chrono::Datelike;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_tramites::continuacion::{Cifra, Costo, Cuenta, Futuro, MESES};

/// The drawing, in its own units.
const ANCHO: i64 = 400;
const ALTO: i64 = 170;
const BASE: i64 = 146;
const MAS_ALTA: i64 = 120;

/// The panel.
#[component]
pub fn PorAnio(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-porcentaje">
            <h2 class="v-panel-titulo" id="m40-porcentaje">"El porcentaje, año por año"</h2>
            <p class="v-medida">
                "La ley ya fija cuánto se cobra hasta 2030, por rango de salario (LSS 168 II y transitorio segundo, DOF 2020-12-16). "
                "Éstos son los del suyo, si su salario se queda en el mismo rango."
            </p>
            <div class="v-m40-anios">
                {move || taller.cuenta().map(|cuenta| view! { <Barras cuenta/> })}
                {move || taller.cuenta().map(|cuenta| view! { <Tabla taller cuenta futuros=taller.futuros.get()/> })}
            </div>
            <Suponer taller/>
        </section>
    }
}

/// Ten-millionths of one: a drawing needs no more.
fn altura(porcentaje: &str) -> i64 {
    Tasa::leer(porcentaje).map_or(0, Tasa::diezmillonesimos)
}

/// The drawing.
#[component]
pub fn Barras(cuenta: Arc<Cuenta>) -> impl IntoView {
    let anios = &cuenta.proyeccion;
    let tope = anios.iter().map(|a| altura(&a.porcentaje)).max().unwrap_or(1).max(1);
    let cuantos = i64::try_from(anios.len()).unwrap_or(1).max(1);
    let paso = ANCHO / cuantos;
    let barras = anios
        .iter()
        .zip(0_i64..)
        .map(|(anio, i)| {
            let alto = altura(&anio.porcentaje) * MAS_ALTA / tope;
            let (x, ancho) = (i * paso + paso / 8, paso * 3 / 4);
            let medio = (x + ancho / 2).to_string();
            let clase = if i == 0 { "v-segmento v-serie-6" } else { "v-segmento v-serie-1" };
            view! {
                <rect class=clase x=x.to_string() y=(BASE - alto).to_string() width=ancho.to_string() height=alto.to_string()/>
                <text x=medio.clone() y=(BASE - alto - 6).to_string() text-anchor="middle">{anio.porcentaje.clone()}" %"</text>
                <text x=medio y=(BASE + 18).to_string() text-anchor="middle">{anio.anio}</text>
            }
        })
        .collect_view();
    let dicho = anios
        .iter()
        .map(|a| format!("{}, {} %", a.anio, a.porcentaje))
        .collect::<Vec<_>>();
    view! {
        <svg class="v-grafica v-m40-barras" viewBox=format!("0 0 {ANCHO} {ALTO}") role="img" aria-label=format!("Porcentaje por año: {}", dicho.join("; "))>
            {barras}
            <path class="v-eje" d=format!("M0,{BASE} H{ANCHO}")/>
        </svg>
    }
}

/// The twin of the drawing, with pesos where there are any.
#[component]
fn Tabla(taller: Taller, cuenta: Arc<Cuenta>, futuros: Vec<Futuro>) -> impl IntoView {
    let este = cuenta.hoy.year();
    let hoy = cuenta.proyeccion.iter().find(|a| a.anio == este).map(|a| {
        let [de_30, de_31] = MESES.map(|mes| de_este_anio(&cuenta, mes).map_or_else(|| "—".to_owned(), pesos));
        view! { <tr><th scope="row">{a.anio}</th><td class="v-num">{a.porcentaje.clone()}" %"</td><td class="v-num">{de_30}</td><td class="v-num v-m40-angosto">{de_31}</td></tr> }
    });
    let supuesto = futuros.iter().any(|f| f.costo.as_ref().is_some_and(|c| c.hipotesis));
    let filas = futuros.into_iter().map(|f| fila(taller, &f)).collect_view();
    view! {
        <div class="v-m40-tabla-anios">
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Porcentaje por año">
                <table class="v-tabla v-tabla--densa" data-anios>
                    <caption class="v-oculto">"Porcentaje por año"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Año"</th>
                            <th scope="col" class="v-num">"Porcentaje"</th>
                            <th scope="col" class="v-num">"Mes de 30 días"</th>
                            <th scope="col" class="v-num v-m40-angosto">"De 31"</th>
                        </tr>
                    </thead>
                    <tbody>{hoy}{filas}</tbody>
                </table>
            </div>
            {if supuesto {
                view! { <p class="v-pista">"Los pesos marcados son una "<strong>"hipótesis, no es ley"</strong>": salen de lo que usted supuso."</p> }.into_any()
            } else {
                view! { <p class="v-pista">"En pesos no se puede saber: la UMA y el salario mínimo de esos años no se han publicado."</p> }.into_any()
            }}
        </div>
    }
}

fn de_este_anio(cuenta: &Cuenta, mes: u32) -> Option<Importe> {
    let suyo = cuenta.anio.iter().find(|m| m.mes.inicio().month() == mes)?;
    suyo.parte.as_ref().ok().map(|p| p.mes.total)
}

fn fila(taller: Taller, futuro: &Futuro) -> impl IntoView + use<> {
    let anio = futuro.anio;
    let costo = futuro.costo.clone();
    let de_ley = futuro.porcentaje.clone();
    let otro = costo.as_ref().filter(|c| c.porcentaje != de_ley).map(|c| {
        // the hypothesis moved the limits of the ranges
        view! { <br/><small>{c.porcentaje.clone()}" % con su hipótesis"</small> }
    });
    let etiqueta = costo.as_ref().filter(|c| c.hipotesis).map(|_| {
        view! { " "<span class="v-insignia v-insignia--media">"hipótesis, no es ley"</span> }
    });
    let celdas = match costo {
        Some(Costo { de_30, de_31, .. }) => view! {
            <td class="v-num" data-de-30><CifraConRazon taller cifra=Cifra::Futura(anio, MESES[0]) importe=de_30/></td>
            <td class="v-num v-m40-angosto" data-de-31><CifraConRazon taller cifra=Cifra::Futura(anio, MESES[1]) importe=de_31/></td>
        }
        .into_any(),
        None => view! { <td class="v-num v-tenue">"—"</td><td class="v-num v-tenue v-m40-angosto">"—"</td> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{anio}{etiqueta}</th>
            <td class="v-num">{de_ley}" %"{otro}</td>
            {celdas}
        </tr>
    }
}

/// The boxes for what is supposed of each year.
#[component]
fn Suponer(taller: Taller) -> impl IntoView {
    let papel = taller.papel;
    let errores: Signal<Errores> = taller.errores.into();
    let anios = taller.anios;
    // what was supposed before stays in sight
    let abierto = papel
        .respuestas
        .with_untracked(|r| r.iter().any(|(ruta, _)| ruta.starts_with("hipotesis.")));
    view! {
        <Show when=move || !anios.read().is_empty()>
            <details class="v-ayuda v-m40-suponer" open=abierto>
                <summary>"Suponer la UMA y el salario mínimo de un año, para verlo en pesos"</summary>
                <div class="v-pila">
                    <p class="v-pista">
                        "Escriba los dos valores diarios que usted imagina. El resultado es una hipótesis, no es ley: cambiará cuando se publiquen. "
                        "Se calcula con el mismo salario que eligió arriba."
                    </p>
                    <For each=move || anios.get() key=|a| *a let:anio>
                        <fieldset class="v-m40-supuesto">
                            <legend class="v-leyenda">{anio}</legend>
                            <div class="v-campos">
                                <Casilla papel ruta=format!("hipotesis.{anio}.uma") etiqueta="UMA supuesta" errores modo="decimal" prefijo="$" clase="v-entrada--num v-ancho-8"/>
                                <Casilla papel ruta=format!("hipotesis.{anio}.salario_minimo") etiqueta="Mínimo supuesto" errores modo="decimal" prefijo="$" clase="v-entrada--num v-ancho-8"/>
                            </div>
                        </fieldset>
                    </For>
                </div>
            </details>
        </Show>
    }
}
