//! The period: a month, a bimestre, or both months and the bimestre.

use super::mesa::{Mesa, mesa};
use crate::componentes::{Segmentos, fecha_larga};
use leptos::prelude::*;
use ventanilla_normativa::Tabla;
use ventanilla_tramites::prevision::{ClaseDePeriodo, DatosDelPeriodo};

/// The period's panel.
#[component]
pub fn Periodo() -> impl IntoView {
    let mesa = mesa();
    let periodo = Memo::new(move |_| mesa.escenario.read().periodo);
    let opciones = vec![
        (ClaseDePeriodo::Mes, "Un mes (IMSS)"),
        (ClaseDePeriodo::Bimestre, "Un bimestre (RCV e Infonavit)"),
        (ClaseDePeriodo::Completo, "Bimestre completo"),
    ];
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-periodo">
            <h2 class="v-panel-titulo" id="titulo-periodo">"Periodo"</h2>
            <Segmentos
                nombre="clase-de-periodo"
                leyenda="Qué va a pagar"
                opciones
                valor=Signal::derive(move || periodo.get().clase)
                al_elegir=move |clase| mesa.cambiar(|e| e.periodo = e.periodo.como(clase))
            />
            <div class="v-campos">
                <Numero mesa periodo/>
                <Anio mesa periodo/>
            </div>
            <Pagos mesa/>
        </section>
    }
}

#[component]
fn Numero(mesa: Mesa, periodo: Memo<DatosDelPeriodo>) -> impl IntoView {
    let de_mes = Memo::new(move |_| periodo.get().clase == ClaseDePeriodo::Mes);
    let opciones =
        move || {
            let ultimo = if de_mes.get() { 12 } else { 6 };
            (1..=ultimo)
            .map(|numero| {
                let nombre = DatosDelPeriodo { numero, ..periodo.get_untracked() }.nombre();
                let nombre = nombre.split(" de ").next().unwrap_or_default().to_owned();
                let meses = ["ene-feb", "mar-abr", "may-jun", "jul-ago", "sep-oct", "nov-dic"];
                let nombre = if de_mes.get_untracked() {
                    nombre
                } else {
                    format!("{numero}.º, {}", meses.get(numero as usize - 1).copied().unwrap_or_default())
                };
                view! {
                    <option value=numero.to_string() selected=move || periodo.get().numero == numero>{nombre}</option>
                }
            })
            .collect_view()
        };
    view! {
        <div class="v-campo">
            <label class="v-etiqueta" for="periodo-numero">
                {move || if de_mes.get() { "Mes" } else { "Bimestre" }}
            </label>
            <select
                class="v-lista"
                id="periodo-numero"
                on:change=move |evento| {
                    if let Ok(numero) = event_target_value(&evento).parse() {
                        mesa.cambiar(|e| e.periodo.numero = numero);
                    }
                }
            >
                {opciones}
            </select>
        </div>
    }
}

#[component]
fn Anio(mesa: Mesa, periodo: Memo<DatosDelPeriodo>) -> impl IntoView {
    // The years that the UMA table covers, with whatever the suplemento adds.
    let anios = Memo::new(move |_| {
        use chrono::Datelike;
        let normativa = mesa.contexto.normativa.read();
        let filas: Vec<_> = normativa.filas(Tabla::Uma).map(|f| (f.desde, f.hasta)).collect();
        let primero = filas.iter().map(|f| f.0.year()).min().unwrap_or(2016);
        let ultimo = filas.iter().filter_map(|f| f.1).map(|f| f.year()).max().unwrap_or(2026);
        (primero..=ultimo.max(periodo.get().anio)).rev().collect::<Vec<i32>>()
    });
    view! {
        <div class="v-campo">
            <label class="v-etiqueta" for="periodo-anio">"Año"</label>
            <select
                class="v-lista"
                id="periodo-anio"
                on:change=move |evento| {
                    if let Ok(anio) = event_target_value(&evento).parse() {
                        mesa.cambiar(|e| e.periodo.anio = anio);
                    }
                }
            >
                {move || anios
                    .get()
                    .into_iter()
                    .map(|anio| view! {
                        <option value=anio.to_string() selected=move || periodo.get().anio == anio>{anio}</option>
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// When each part is paid.
#[component]
fn Pagos(mesa: Mesa) -> impl IntoView {
    move || {
        let preparada = mesa.preparada.get().ok()?;
        let pagos = preparada.pagos.clone();
        Some(view! {
            <dl class="v-datos v-datos--texto">
                {pagos
                    .into_iter()
                    .map(|pago| {
                        let segura = (pago.fecha_segura < pago.vence)
                            .then(|| format!("Si se cuentan sólo los descansos de la LFT, el {}.", fecha_larga(pago.fecha_segura)));
                        view! {
                            <div>
                                <dt>{pago.concepto}</dt>
                                <dd>
                                    "Vence el "<strong>{fecha_larga(pago.vence)}</strong>
                                    {segura.map(|texto| view! { <p class="v-pista">{texto}</p> })}
                                </dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        })
    }
}
