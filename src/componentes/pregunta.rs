//! A question in the page before something that matters: nothing was changed yet.

use leptos::html;
use leptos::prelude::*;

/// The question and its answers, the first one the likeliest and the last one «no»; the focus comes to the first.
#[component]
pub fn Pregunta(
    /// Key of the question.
    id: &'static str,
    /// The question.
    #[prop(into)]
    texto: String,
    /// Whether an answer loses something.
    #[prop(optional)]
    advierte: bool,
    /// Each answer and what it does.
    respuestas: Vec<(&'static str, Callback<()>)>,
) -> impl IntoView {
    let primero = NodeRef::<html::Button>::new();
    primero.on_load(|boton| {
        let _ = boton.focus();
    });
    let ultima = respuestas.len().saturating_sub(1);
    let boton = move |(i, (rotulo, hacer)): (usize, (&'static str, Callback<()>))| {
        let pulsar = move |_| hacer.run(());
        if i == 0 {
            view! { <button class="v-boton v-boton--primario" type="button" node_ref=primero on:click=pulsar>{rotulo}</button> }.into_any()
        } else {
            view! { <button class="v-boton" class=("v-boton--quieto", i == ultima) type="button" on:click=pulsar>{rotulo}</button> }.into_any()
        }
    };
    view! {
        <div class="v-aviso" class=("v-aviso--advertencia", advierte) role="group" aria-labelledby=id>
            <p class="v-aviso-titulo" id=id>{texto}</p>
            <div class="v-botones">{respuestas.into_iter().enumerate().map(boton).collect_view()}</div>
        </div>
    }
}
