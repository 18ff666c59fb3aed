//! Simulador de la modalidad 40

use leptos::prelude::*;

/// The page.
#[component]
pub fn Continuacion() -> impl IntoView {
    view! { <div class="v-encabezado"><div><h1 class="v-titulo">"Simulador de la modalidad 40"</h1></div></div> }
}
