//! What a *cédula de liquidación* would say of these credits, and what follows once it is notified. Never the cédula itself,
//! which is an act of the authority.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Liquidacion() -> impl IntoView {
    view! {
        <div class="v-encabezado"><div><h1 class="v-titulo">"Liquidación (vista previa)"</h1></div></div>
    }
}
