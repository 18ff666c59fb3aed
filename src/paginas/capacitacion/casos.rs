//! The cases, and how one is doing in them.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Casos() -> impl IntoView {
    view! { <div class="v-encabezado"><h1 class="v-titulo">"Capacitación"</h1></div> }
}
