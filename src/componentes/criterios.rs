//! Doubts of the law as questions, each with the reading in use.

use leptos::prelude::*;
use ventanilla_reglas::politica::{POLITICAS, Politica, Politicas};

/// One question for each política of `cuales`, in the order of the contract.
#[component]
pub fn Criterios(
    /// Which ones can change something here.
    cuales: &'static [Politica],
    /// Those in use.
    #[prop(into)]
    elegidas: Signal<Politicas>,
    /// Told the name of the política and of its value.
    #[prop(into)]
    al_elegir: Callback<(&'static str, String)>,
) -> impl IntoView {
    let pregunta = move |ficha: &'static ventanilla_reglas::politica::FichaDePolitica| {
        let id = ["politica-", ficha.nombre].concat();
        let actual = move || elegidas.with(|p| p.valor(ficha.politica));
        let opciones = ficha.valores.iter().enumerate().map(|(i, (valor, texto))| {
            view! {
                <option value=*valor prop:selected=move || actual() == *valor>
                    {*texto}{(i == 0).then_some(" (por omisión)")}
                </option>
            }
        });
        view! {
            <div class="v-campo">
                <label class="v-etiqueta" for=id.clone()>{ficha.pregunta}</label>
                <select class="v-lista" id=id on:change=move |evento| al_elegir.run((ficha.nombre, event_target_value(&evento)))>
                    {opciones.collect_view()}
                </select>
            </div>
        }
    };
    POLITICAS
        .iter()
        .filter(|ficha| cuales.contains(&ficha.politica))
        .map(pregunta)
        .collect_view()
}
