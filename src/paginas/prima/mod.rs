//! The prima of riesgos de trabajo.

use leptos::prelude::*;

/// The annual determination.
#[component]
pub fn Prima() -> impl IntoView {
    view! { <h1 class="v-titulo">"Prima de riesgos de trabajo"</h1> }
}
