//! To be written.

use crate::ruta::Ruta;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Confronta() -> impl IntoView {
    view! {
        <div class="v-encabezado"><h1 class="v-titulo">{Ruta::Confronta.titulo()}</h1></div>
    }
}
