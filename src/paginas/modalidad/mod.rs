//! ¿Qué modalidad me toca?

use leptos::prelude::*;

/// The page.
#[component]
pub fn Modalidad() -> impl IntoView {
    view! { <div class="v-encabezado"><div><h1 class="v-titulo">"¿Qué modalidad me toca?"</h1></div></div> }
}
