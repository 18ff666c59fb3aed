//! The fields of a sheet. The error of a field shows beside it, after leaving it.

use super::Papel;
use crate::componentes::Campo;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is wrong, by path.
pub type Errores = BTreeMap<String, String>;

/// Id of the field of a path.
pub fn id_de(ruta: &str) -> String {
    ruta.replace(['.', '_'], "-")
}

/// A text field.
#[component]
pub fn Casilla(
    /// The sheet.
    papel: Papel,
    /// Path of the answer.
    #[prop(into)]
    ruta: String,
    /// Visible label.
    #[prop(into)]
    etiqueta: String,
    /// A sentence of help; none if empty.
    #[prop(optional, into)]
    pista: String,
    /// What is wrong on the sheet.
    #[prop(into)]
    errores: Signal<Errores>,
    /// Classes: width, and whether it holds a figure.
    #[prop(default = "v-entrada--num v-ancho-12")]
    clase: &'static str,
    /// Kind of virtual keyboard.
    #[prop(default = "text")]
    modo: &'static str,
    /// Sign before the field.
    #[prop(default = "")]
    prefijo: &'static str,
    /// Sign after it.
    #[prop(default = "")]
    sufijo: &'static str,
) -> impl IntoView {
    let id = id_de(&ruta);
    let suyo = ruta.clone();
    let error = Memo::new(move |_| {
        let se_dice = papel.dejado(&suyo);
        se_dice.then(|| errores.with(|e| e.get(&suyo).cloned())).flatten()
    });
    let valor = ruta.clone();
    let al_escribir = ruta.clone();
    let entrada = view! {
        <input
            class=format!("v-entrada {clase}")
            id=id.clone()
            type="text"
            inputmode=modo
            autocomplete="off"
            spellcheck="false"
            aria-describedby=format!("{id}-pista {id}-error")
            aria-invalid=move || error.read().is_some().then_some("true")
            prop:value=move || papel.texto(&valor)
            on:input=move |evento| papel.escribir(&al_escribir, &event_target_value(&evento))
            on:blur=move |_| papel.dejar(&ruta)
        />
    };
    let entrada = if prefijo.is_empty() && sufijo.is_empty() {
        entrada.into_any()
    } else {
        let signo = |texto: &'static str| (!texto.is_empty()).then(|| view! { <span>{texto}</span> });
        view! { <div class="v-afijo">{signo(prefijo)}{entrada}{signo(sufijo)}</div> }.into_any()
    };
    if pista.is_empty() {
        view! { <Campo id etiqueta error>{entrada}</Campo> }.into_any()
    } else {
        view! { <Campo id etiqueta pista error>{entrada}</Campo> }.into_any()
    }
}

/// A list to choose from; an empty value stands for "none yet".
#[component]
pub fn Lista(
    /// The sheet.
    papel: Papel,
    /// Path of the answer.
    #[prop(into)]
    ruta: String,
    /// Visible label.
    #[prop(into)]
    etiqueta: String,
    /// Values and their words.
    opciones: Vec<(String, String)>,
) -> impl IntoView {
    let id = id_de(&ruta);
    let al_elegir = ruta.clone();
    let opciones = opciones
        .into_iter()
        .map(|(valor, texto)| {
            let (ruta, suyo) = (ruta.clone(), valor.clone());
            view! { <option value=valor selected=move || papel.texto(&ruta) == suyo>{texto}</option> }
        })
        .collect_view();
    view! {
        <Campo id=id.clone() etiqueta>
            <select class="v-lista" id=id on:change=move |evento| papel.escribir(&al_elegir, &event_target_value(&evento))>
                {opciones}
            </select>
        </Campo>
    }
}

/// A box to tick.
#[component]
pub fn Marca(
    /// The sheet.
    papel: Papel,
    /// Path of the answer: `si` when ticked.
    #[prop(into)]
    ruta: String,
    /// What it says.
    rotulo: &'static str,
) -> impl IntoView {
    let al_cambiar = ruta.clone();
    view! {
        <label class="v-opcion">
            <input
                type="checkbox"
                id=id_de(&ruta)
                prop:checked=move || papel.texto(&ruta) == "si"
                on:change=move |evento| papel.escribir(&al_cambiar, if event_target_checked(&evento) { "si" } else { "" })
            />
            <span>{rotulo}</span>
        </label>
    }
}

/// Takes the focus to a field, if it is on screen.
pub fn enfocar(id: &str) {
    use wasm_bindgen::JsCast;
    let campo = crate::entorno::por_id(id);
    if let Some(campo) = campo.and_then(|c| c.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = campo.focus(); // a field that cannot take it stays as it is
    }
}
