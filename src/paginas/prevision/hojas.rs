//! The three sheets, as tabs.

use super::archivos::ImportarCsv;
use super::mesa::{Mesa, mesa};
use super::modelo::{HojaDeNomina, columnas};
use crate::componentes::miles;
use crate::hoja;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use ventanilla_tramites::prevision::{Hoja, nomina_de_ejemplo};

/// The sheets.
#[component]
pub fn Hojas() -> impl IntoView {
    let mesa = mesa();
    let vacio = Memo::new(move |_| mesa.escenario.read().vacio());
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-nomina">
            <div class="v-encabezado v-encabezado--panel">
                <h2 id="titulo-nomina">"Nómina"</h2>
                <ImportarCsv/>
            </div>
            <Show when=move || vacio.get()><Bienvenida mesa/></Show>
            <Pestanas mesa/>
            <div
                id="hoja-activa"
                role="tabpanel"
                aria-labelledby=move || format!("pestana-{}", mesa.hoja.get() as usize)
            >
                // Keyed: another sheet is other elements. A closure would give the new sheet those of the old one, with the
                // rows that it painted by hand still in them.
                <For each=move || [mesa.hoja.get()] key=|hoja| *hoja let:cual>
                    <hoja::Hoja
                        modelo=HojaDeNomina::nueva(mesa, cual)
                        columnas=columnas(cual)
                        etiqueta=cual.titulo()
                        prefijo=format!("hoja{}", cual as usize)
                        foco=mesa.focos[cual as usize]
                    />
                </For>
            </div>
            <Avance mesa/>
        </section>
    }
}

/// What a first visitor reads.
#[component]
fn Bienvenida(mesa: Mesa) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h3>"Empiece por sus trabajadores"</h3>
            <p>
                "Escriba en la hoja, pegue un bloque de Excel o abra un CSV. Basta el nombre y el salario diario: "
                "el SBC se calcula solo."
            </p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| mesa.abrir_como_nuevo(nomina_de_ejemplo())>
                    "Ver una nómina de ejemplo"
                </button>
                <a class="v-boton v-boton--quieto" href="#/ayuda">"Cómo funciona"</a>
            </div>
        </div>
    }
}

#[component]
fn Pestanas(mesa: Mesa) -> impl IntoView {
    let botones: [NodeRef<html::Button>; 3] = std::array::from_fn(|_| NodeRef::new());
    let mover = move |evento: KeyboardEvent| {
        let actual = mesa.hoja.get_untracked() as usize;
        let destino = match evento.key().as_str() {
            "ArrowRight" => (actual + 1) % 3,
            "ArrowLeft" => (actual + 2) % 3,
            "Home" => 0,
            "End" => 2,
            _ => return,
        };
        evento.prevent_default();
        mesa.hoja.set(Hoja::TODAS[destino]);
        if let Some(boton) = botones[destino].get_untracked() {
            let _ = boton.focus();
        }
    };
    view! {
        <div class="v-pestanas" role="tablist" aria-label="Hojas de la nómina" on:keydown=mover>
            {Hoja::TODAS
                .into_iter()
                .zip(botones)
                .map(|(hoja, boton)| {
                    let elegida = move || mesa.hoja.get() == hoja;
                    let cuantas = move || {
                        let escenario = mesa.escenario.read();
                        let llenas = escenario.hoja(hoja).iter().filter(|f| f.iter().any(|c| !c.is_empty())).count();
                        (llenas > 0).then(|| view! { <small>" ("{miles(llenas as u64)}")"</small> })
                    };
                    view! {
                        <button
                            type="button"
                            role="tab"
                            id=format!("pestana-{}", hoja as usize)
                            aria-controls="hoja-activa"
                            aria-selected=move || if elegida() { "true" } else { "false" }
                            tabindex=move || if elegida() { "0" } else { "-1" }
                            node_ref=boton
                            on:click=move |_| mesa.hoja.set(hoja)
                        >
                            {hoja.titulo()}
                            {cuantas}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Progress of a long calculation, with a way to stop it.
#[component]
fn Avance(mesa: Mesa) -> impl IntoView {
    view! {
        {move || mesa.progreso.get().map(|(hechas, total)| view! {
            <div class="v-fila">
                <label class="v-avance">
                    {format!("Calculando {} de {} trabajadores", miles(hechas as u64), miles(total as u64))}
                    <progress class="v-progreso" max=total.to_string() value=hechas.to_string()></progress>
                </label>
                <button class="v-boton" type="button" on:click=move |_| mesa.detener()>"Detener"</button>
            </div>
        })}
        <Show when=move || mesa.detenido.get()>
            <div class="v-aviso v-aviso--advertencia" role="status">
                <p>"El cálculo se detuvo: las cifras no incluyen los últimos cambios."</p>
                <div class="v-botones">
                    <button class="v-boton" type="button" on:click=move |_| mesa.recalcular()>"Calcular todo"</button>
                </div>
            </div>
        </Show>
    }
}
