//! One practice of one case.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Practicar() -> impl IntoView {
    view! { <div class="v-encabezado"><h1 class="v-titulo">"Caso simulado"</h1></div> }
}
