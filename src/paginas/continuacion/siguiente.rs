//! Where one goes from here: the application, with what was answered, or another modality.

use super::taller::Taller;
use crate::componentes::pesos;
use crate::paginas::empezar;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_tramites::continuacion::{al_tope, solicitud};
use ventanilla_tramites::incorporacion::GUION;

/// The panel.
#[component]
pub fn Siguiente(taller: Taller) -> impl IntoView {
    let al_empezar = move |_| {
        let Some(cuenta) = taller.salida.get_untracked().ok().flatten() else {
            return;
        };
        let respuestas = taller.escrito.with_untracked(|e| solicitud(e, &cuenta));
        empezar(&GUION, respuestas);
    };
    let se_puede = Memo::new(move |_| {
        let procedencia = taller.procedencia.get().ok().flatten();
        procedencia.is_none_or(|o| o.procede != Procede::No)
    });
    // the application takes one salary for all its days: one that passes the cap of some month is refused there
    let tope = move || {
        let cuenta = taller.cuenta().filter(|c| !al_tope(c))?;
        let partes = cuenta.inicio.as_ref().ok()?;
        partes.iter().filter(|p| p.al_tope).map(|p| p.mes.sbc).min()
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-siguiente">
            <h2 class="v-panel-titulo" id="m40-siguiente">"¿Y ahora?"</h2>
            <p class="v-medida">
                {move || if se_puede.get() {
                    "Puede llenar aquí la solicitud con lo que ya contestó. No se envía hasta que usted lo diga, y se revisa antes."
                } else {
                    "Con esa baja no puede pedirla: vea si le corresponde otra."
                }}
            </p>
            {move || tope().map(|tope| view! {
                <div class="v-aviso v-aviso--advertencia">
                    <p>
                        "La solicitud lleva un solo salario para todos los meses, o el tope de cada uno. Desde la baja, uno solo no puede pasar de "
                        {pesos(tope)}", el tope de los meses con la UMA anterior: elija hasta ese, elija el tope de hoy, o empiece desde que la pida."
                    </p>
                </div>
            })}
            <div class="v-botones">
                <Show when=move || se_puede.get()>
                    <button class="v-boton v-boton--primario" type="button" on:click=al_empezar>"Empezar la solicitud"</button>
                </Show>
                <a class="v-boton" href=Ruta::Modalidad.ancla()>"¿Qué modalidad me toca?"</a>
            </div>
        </section>
    }
}
