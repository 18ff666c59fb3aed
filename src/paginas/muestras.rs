//! The fixtures of the form kit: every kind of question on one page. Not in the navigation; the browser tests use it.

use crate::contexto::contexto;
use crate::formulario::{Escritorio, PasoEntero, ResumenDeErrores, mostrar_errores};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use ventanilla_tramites::guion::{Respuestas, muestra};

/// The page.
#[component]
pub fn Muestras() -> impl IntoView {
    let escritorio = Escritorio::nuevo(contexto(), &muestra::GUION, Respuestas::default());
    let paso = &muestra::GUION.pasos[0];
    let al_continuar = move |evento: SubmitEvent| {
        evento.prevent_default();
        if !escritorio.intentar(0) {
            mostrar_errores();
        }
    };
    view! {
        <form class="v-formulario-cuerpo v-pila" on:submit=al_continuar novalidate>
            <h1 class="v-titulo">{paso.titulo}</h1>
            <ResumenDeErrores errores=Signal::derive(move || escritorio.errores_del_paso(0))/>
            <p>{paso.ayuda}</p>
            <PasoEntero escritorio paso=0/>
            <div class="v-botones v-botones--pie">
                <button class="v-boton v-boton--primario" type="submit">"Continuar"</button>
            </div>
        </form>
    }
}
