//! The conversation: what was answered, each with a way to change it, and the one question that is asked now.

use super::taller::{SEGUIR, Taller};
use crate::formulario::Pregunta;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use ventanilla_tramites::guion::Lugar;
use ventanilla_tramites::modalidades::Dicha;

/// The panel.
#[component]
pub fn Conversacion(taller: Taller) -> impl IntoView {
    let dichas = Memo::new(move |_| taller.charla.with(|c| c.dichas.clone()));
    let actual = Memo::new(move |_| taller.charla.with(|c| c.actual.clone()));
    view! {
        <section class="v-panel v-pila" aria-labelledby="modalidad-situacion">
            <h2 class="v-panel-titulo" id="modalidad-situacion">"Su situación"</h2>
            <Show when=move || !dichas.read().is_empty()>
                <dl class="v-charla">
                    <For each=move || dichas.get() key=|d| (d.lugar.ruta.clone(), d.respuesta.clone()) let:dicha>
                        <Contestada taller dicha/>
                    </For>
                </dl>
            </Show>
            {move || actual.get().map(|lugar| view! { <Actual taller lugar/> })}
            {move || match taller.respuesta.get() {
                Some(Err(errores)) => {
                    let dichos = errores.into_iter().map(|h| {
                        let ruta = h.campo.clone();
                        view! {
                            <div class="v-aviso v-aviso--error" role="alert">
                                <p>{h.mensaje}</p>
                                <button class="v-boton" type="button" on:click=move |_| taller.cambiar(&ruta)>"Corregirlo"</button>
                            </div>
                        }
                    });
                    dichos.collect_view().into_any()
                }
                _ => ().into_any(),
            }}
        </section>
    }
}

#[component]
fn Contestada(taller: Taller, dicha: Dicha) -> impl IntoView {
    let ruta = dicha.lugar.ruta.clone();
    let rotulo = dicha.lugar.pregunta.rotulo;
    let respuesta = if dicha.respuesta.is_empty() {
        view! { <span class="v-tenue">"No lo sabe"</span> }.into_any()
    } else {
        dicha.respuesta.into_any()
    };
    view! {
        <div>
            <dt>{rotulo}</dt>
            <dd>{respuesta}</dd>
            <dd class="v-charla-cambiar">
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| taller.cambiar(&ruta)>
                    "Cambiar"<span class="v-oculto">" "{rotulo}</span>
                </button>
            </dd>
        </div>
    }
}

/// The question that is asked now.
#[component]
fn Actual(taller: Taller, lugar: Lugar) -> impl IntoView {
    let al_seguir = move |evento: SubmitEvent| {
        evento.prevent_default();
        taller.seguir();
    };
    let obligatoria = lugar.obligatoria;
    let ruta = lugar.ruta.clone();
    let vacia = move || taller.papel.respuestas.with(|r| r.texto(&ruta).trim().is_empty());
    view! {
        <form class="v-charla-actual v-pila" on:submit=al_seguir novalidate>
            <Pregunta escritorio=taller.escritorio lugar/>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="submit" id=SEGUIR>
                    {move || if !obligatoria && vacia() { "No lo sé, seguir" } else { "Seguir" }}
                </button>
            </div>
        </form>
    }
}
