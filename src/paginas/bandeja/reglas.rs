//! What the rules say of it: figures and dates with their article, and what somebody should look at.

use super::carga::Abierto;
use crate::api::HallazgoRecibido;
use crate::formulario::Secciones;
use leptos::prelude::*;

/// What the rules say.
#[component]
pub fn Reglas(abierto: Abierto) -> impl IntoView {
    // sections of a step are what was declared; it is shown apart
    let secciones = abierto.parte(|d| {
        d.secciones
            .iter()
            .filter(|s| s.paso.is_empty())
            .cloned()
            .collect::<Vec<_>>()
    });
    let hallazgos = abierto.parte(|d| d.hallazgos.clone());
    let vacio = move || {
        secciones.read().as_ref().is_none_or(Vec::is_empty) && hallazgos.read().as_ref().is_none_or(Vec::is_empty)
    };
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="reglas">
            <h2 class="v-panel-titulo" id="reglas">"Lo que dicen las reglas"</h2>
            {move || vacio().then(|| view! { <p class="v-tenue">"Nada que señalar."</p> })}
            <div class="v-pila v-pila--junta">
                {move || ordenados(hallazgos.get().unwrap_or_default()).into_iter().map(|hallazgo| view! { <Hallazgo hallazgo/> }).collect_view()}
            </div>
            <div class="v-expediente-cifras">
                <Secciones secciones=Signal::derive(move || secciones.get().unwrap_or_default())/>
            </div>
        </section>
    }
}

/// Warnings first.
fn ordenados(mut hallazgos: Vec<HallazgoRecibido>) -> Vec<HallazgoRecibido> {
    hallazgos.sort_by_key(|h| match h.gravedad.as_str() {
        "error" => 0,
        "advertencia" => 1,
        _ => 2,
    });
    hallazgos
}

#[component]
fn Hallazgo(hallazgo: HallazgoRecibido) -> impl IntoView {
    let clase = match hallazgo.gravedad.as_str() {
        "error" => "v-aviso v-aviso--error",
        "advertencia" => "v-aviso v-aviso--advertencia",
        _ => "v-aviso",
    };
    let articulos = hallazgo.fundamento.into_iter();
    view! {
        <div class=clase>
            <p>
                {hallazgo.mensaje}
                {articulos.map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{a}</span> }).collect_view()}
            </p>
        </div>
    }
}
