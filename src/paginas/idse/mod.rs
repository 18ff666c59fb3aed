//! To be written.

use crate::ruta::Ruta;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Idse() -> impl IntoView {
    view! {
        <div class="v-encabezado"><h1 class="v-titulo">{Ruta::Idse.titulo()}</h1></div>
    }
}
