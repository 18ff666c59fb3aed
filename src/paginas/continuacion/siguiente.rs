//! Where one goes from here.

use super::taller::Taller;
use crate::ruta::Ruta;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Siguiente(taller: Taller) -> impl IntoView {
    let _ = taller;
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-siguiente">
            <h2 class="v-panel-titulo" id="m40-siguiente">"¿Y ahora?"</h2>
            <p class="v-medida">
                "Se pide por escrito dentro de los cinco años que siguen a la baja (LSS 219). Si no está seguro de que sea lo suyo, compárela con las demás."
            </p>
            <div class="v-botones">
                <a class="v-boton" href=Ruta::Modalidad.ancla()>"¿Qué modalidad me toca?"</a>
            </div>
        </section>
    }
}
