//! Fields that begin with a text and say what is typed in them. What they show is the person's: a list that is drawn again
//! begins again with what is kept.

use crate::componentes::Campo;
use leptos::prelude::*;

/// A text field with its label.
#[component]
pub fn Texto(
    /// Its id, unique in the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    etiqueta: String,
    /// What it begins with.
    valor: String,
    /// Called with what is typed.
    al_escribir: impl Fn(String) + 'static,
    /// Classes: its width.
    #[prop(optional)]
    clase: &'static str,
    /// `text`, `date`, `number`.
    #[prop(default = "text")]
    tipo: &'static str,
    /// One sentence of help.
    #[prop(default = "")]
    pista: &'static str,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let entrada = view! {
        <input
            class=format!("v-entrada {clase}")
            id=id.clone()
            type=tipo
            min=(tipo == "number").then_some("1")
            autocomplete="off"
            spellcheck="false"
            aria-describedby=format!("{id}-pista {id}-error")
            aria-invalid=move || error.read().is_some().then_some("true")
            prop:value=valor
            on:input=move |e| al_escribir(event_target_value(&e))
        />
    };
    con_marco(id, etiqueta, pista, error, entrada.into_any())
}

/// A text of several lines with its label.
#[component]
pub fn Area(
    /// Its id, unique in the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    etiqueta: String,
    /// What it begins with.
    valor: String,
    /// Called with what is typed.
    al_escribir: impl Fn(String) + 'static,
    /// Lines in sight.
    #[prop(default = 4)]
    filas: u32,
    /// Classes.
    #[prop(optional)]
    clase: &'static str,
    /// One sentence of help.
    #[prop(default = "")]
    pista: &'static str,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let entrada = view! {
        <textarea
            class=format!("v-entrada {clase}")
            id=id.clone()
            rows=filas
            spellcheck="false"
            aria-describedby=format!("{id}-pista {id}-error")
            aria-invalid=move || error.read().is_some().then_some("true")
            prop:value=valor
            on:input=move |e| al_escribir(event_target_value(&e))
        ></textarea>
    };
    con_marco(id, etiqueta, pista, error, entrada.into_any())
}

/// Label, hint and error around a field.
fn con_marco(
    id: String,
    etiqueta: String,
    pista: &'static str,
    error: Signal<Option<String>>,
    entrada: AnyView,
) -> impl IntoView {
    match pista {
        "" => view! { <Campo id etiqueta error>{entrada}</Campo> }.into_any(),
        pista => view! { <Campo id etiqueta pista error>{entrada}</Campo> }.into_any(),
    }
}

/// A list to choose from, with its label.
#[component]
pub fn Eleccion<T: Copy + PartialEq + 'static>(
    /// Its id, unique in the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    etiqueta: String,
    /// Values and their names.
    opciones: Vec<(T, &'static str)>,
    /// The one chosen at first.
    valor: T,
    /// Called with the one that is chosen.
    al_elegir: impl Fn(T) + 'static,
) -> impl IntoView {
    let valores: Vec<T> = opciones.iter().map(|(v, _)| *v).collect();
    let lista = view! {
        <select
            class="v-lista"
            id=id.clone()
            on:change=move |e| {
                let elegida = event_target_value(&e).parse::<usize>().ok();
                if let Some(valor) = elegida.and_then(|i| valores.get(i)) { al_elegir(*valor); }
            }
        >
            {opciones.into_iter().enumerate().map(|(i, (v, rotulo))| view! {
                <option value=i.to_string() selected=v == valor>{rotulo}</option>
            }).collect_view()}
        </select>
    };
    con_marco(id, etiqueta, "", Signal::default(), lista.into_any())
}

/// A box to tick.
#[component]
pub fn Marca(
    /// What it says.
    #[prop(into)]
    etiqueta: String,
    /// Whether it is ticked at first.
    marcada: bool,
    /// Called with whether it is.
    al_marcar: impl Fn(bool) + 'static,
    /// One sentence of help.
    #[prop(default = "")]
    pista: &'static str,
) -> impl IntoView {
    view! {
        <label class="v-opcion">
            <input type="checkbox" prop:checked=marcada on:change=move |e| al_marcar(event_target_checked(&e))/>
            <span>{etiqueta}{(!pista.is_empty()).then(|| view! { <small class="v-pista">{pista}</small> })}</span>
        </label>
    }
}
