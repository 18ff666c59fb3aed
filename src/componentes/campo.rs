//! A form field: label, hint, the field, its error, tied together for assistive technology.

use leptos::prelude::*;

/// Label, hint and error around a field. `id` is the field's; the field takes `aria-describedby` from [`descrito_por`].
#[component]
pub fn Campo(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// Visible label.
    #[prop(into)]
    etiqueta: String,
    /// One sentence of help.
    #[prop(optional, into)]
    pista: Option<String>,
    /// What is wrong, if anything is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let (id_pista, id_error) = (format!("{id}-pista"), format!("{id}-error"));
    view! {
        <div class="v-campo" class=("v-campo--error", move || error.read().is_some())>
            <label class="v-etiqueta" for=id>{etiqueta}</label>
            {pista.map(|texto| view! { <p class="v-pista" id=id_pista>{texto}</p> })}
            {children()}
            <div id=id_error>{move || error.get().map(|texto| view! { <p class="v-error">{texto}</p> })}</div>
        </div>
    }
}

/// A text field with its label, hint and error.
#[component]
pub fn CampoDeTexto(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// Visible label.
    #[prop(into)]
    etiqueta: String,
    /// One sentence of help.
    #[prop(optional, into)]
    pista: Option<String>,
    /// What is wrong, if anything is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it holds.
    #[prop(into)]
    valor: Signal<String>,
    /// Called with what was typed.
    al_escribir: impl Fn(String) + 'static,
    /// Classes of the field: its width, and whether it holds a figure or a code.
    #[prop(optional)]
    clase: &'static str,
    /// Kind of virtual keyboard.
    #[prop(default = "text")]
    modo: &'static str,
    /// Sign after the field.
    #[prop(optional)]
    sufijo: Option<&'static str>,
) -> impl IntoView {
    let describe = format!("{id}-pista {id}-error");
    let entrada = view! {
        <input
            class=format!("v-entrada {clase}")
            id=id.clone()
            type="text"
            inputmode=modo
            autocomplete="off"
            spellcheck="false"
            aria-describedby=describe
            aria-invalid=move || error.read().is_some().then_some("true")
            prop:value=move || valor.get()
            on:input=move |evento| al_escribir(event_target_value(&evento))
        />
    };
    let entrada = match sufijo {
        Some(sufijo) => view! { <div class="v-afijo">{entrada}<span>{sufijo}</span></div> }.into_any(),
        None => entrada.into_any(),
    };
    match pista {
        Some(pista) => view! { <Campo id etiqueta pista error>{entrada}</Campo> }.into_any(),
        None => view! { <Campo id etiqueta error>{entrada}</Campo> }.into_any(),
    }
}

/// Radios that look like one control.
#[component]
pub fn Segmentos<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Name of the group, unique in the page.
    nombre: &'static str,
    /// Visible legend.
    leyenda: &'static str,
    /// Values and their labels.
    opciones: Vec<(T, &'static str)>,
    /// The one chosen.
    #[prop(into)]
    valor: Signal<T>,
    /// Called with the one that is chosen.
    al_elegir: impl Fn(T) + Clone + 'static,
) -> impl IntoView {
    view! {
        <fieldset class="v-campo">
            <legend class="v-leyenda">{leyenda}</legend>
            <div class="v-segmentos">
                {opciones
                    .into_iter()
                    .map(|(opcion, rotulo)| {
                        let al_elegir = al_elegir.clone();
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name=nombre
                                    prop:checked=move || valor.get() == opcion
                                    on:change=move |_| al_elegir(opcion)
                                />
                                <span>{rotulo}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}
