//! *¿Cuánto debo el día…?*: the day of the payment, typed or moved, and how the debt grows until then.

use super::grafica::Grafica;
use super::inpc::Inpc;
use super::taller::Taller;
use crate::componentes::{fecha_larga, pesos};
use crate::paginas::papel::Casilla;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Cuando(taller: Taller) -> impl IntoView {
    let papel = taller.papel;
    let errores = Signal::derive(move || {
        let error = taller.pago.get().err();
        error.map(|e| ("pago".to_owned(), e)).into_iter().collect()
    });
    view! {
        <section class="v-panel v-pila" aria-labelledby="adeudo-cuando">
            <h2 class="v-panel-titulo" id="adeudo-cuando">"¿Cuánto debo el día…?"</h2>
            <div class="v-fila v-cuando">
                <Casilla papel ruta="pago" etiqueta="Fecha de pago" errores clase="v-ancho-12"
                    pista="En blanco, hoy."/>
                <button class="v-boton" type="button" on:click=move |_| papel.escribir("pago", "")>"Hoy"</button>
            </div>
            <Mover taller/>
            <Grafica taller/>
            <Inpc taller/>
        </section>
    }
}

/// `20/02/2026`.
fn en_cifras(dia: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", dia.day(), dia.month(), dia.year())
}

/// The days from today on, a step each.
#[component]
fn Mover(taller: Taller) -> impl IntoView {
    let hoy = taller.papel.contexto.hoy;
    let ultimo = Memo::new(move |_| taller.serie.read().as_ref().map(|s| s.ultimo));
    let dias = Memo::new(move |_| ultimo.get().map_or(0, |u| (u - hoy).num_days()));
    let actual = Memo::new(move |_| {
        let dia = taller.pago.get().unwrap_or(hoy);
        (dia - hoy).num_days().clamp(0, dias.get())
    });
    let en_palabras = move || {
        let cuenta = taller.cuenta.get();
        cuenta.map(|c| format!("{}: {}", fecha_larga(c.pago), pesos(c.sumas.total)))
    };
    let mover = move |evento| {
        let lejos: i64 = event_target_value(&evento).parse().unwrap_or(0);
        let dia = u64::try_from(lejos)
            .ok()
            .and_then(|n| hoy.checked_add_days(chrono::Days::new(n)));
        if let Some(dia) = dia {
            taller.papel.escribir("pago", &en_cifras(dia));
        }
    };
    let hasta = move || {
        let serie = taller.serie.get()?;
        let dia = fecha_larga(serie.ultimo);
        let dia = dia.split_once(' ').map_or(dia.as_str(), |(_, resto)| resto).to_owned();
        Some(if serie.por_las_tablas {
            view! {
                <p class="v-pista">"Se puede calcular hasta el "{dia}"."</p>
                {serie.motivo.clone().map(|motivo| view! {
                    <details class="v-ayuda"><summary>"Por qué no después"</summary><p>{ventanilla_tramites::texto::con_fechas(&motivo)}</p></details>
                })}
            }
            .into_any()
        } else {
            view! { <p class="v-pista">"Hasta el "{dia}", un año desde hoy."</p> }.into_any()
        })
    };
    move || {
        (dias.get() > 0).then(|| {
            view! {
                <div class="v-campo v-mover">
                    <label class="v-etiqueta" for="adeudo-mover">"Si pago después"</label>
                    <input
                        type="range"
                        id="adeudo-mover"
                        min="0"
                        max=dias.get().to_string()
                        step="1"
                        prop:value=move || actual.get().to_string()
                        aria-valuetext=en_palabras
                        aria-describedby="adeudo-mover-extremos"
                        on:input=mover
                    />
                    <div class="v-mover-extremos" id="adeudo-mover-extremos">
                        <span>"Hoy"</span>
                        <span>{move || ultimo.get().map(crate::componentes::fecha_corta)}</span>
                    </div>
                    {hasta}
                </div>
            }
        })
    }
}
