//! The catalogue of activities.

use leptos::prelude::*;

/// The catalogue.
#[component]
pub fn Clasificacion() -> impl IntoView {
    view! { <h1 class="v-titulo">"Clasificación"</h1> }
}
