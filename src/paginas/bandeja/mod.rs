//! The institution's queue.

use leptos::prelude::*;

/// The queue.
#[component]
pub fn Bandeja() -> impl IntoView {
    view! { <h1 class="v-titulo">"Bandeja"</h1> }
}

/// One received trámite.
#[component]
pub fn Expediente() -> impl IntoView {
    view! { <h1 class="v-titulo">"Expediente"</h1> }
}

/// Its receipt.
#[component]
pub fn Acuse() -> impl IntoView {
    view! { <h1 class="v-titulo">"Acuse de recibo"</h1> }
}
