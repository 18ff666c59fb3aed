//! The instructor's desk.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Instructor() -> impl IntoView {
    view! { <div class="v-encabezado"><h1 class="v-titulo">"Instructor"</h1></div> }
}
