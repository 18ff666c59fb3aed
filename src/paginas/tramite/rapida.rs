//! Everything on one page, for who captures all day: Enter goes to the next field, Control and Enter to the review.

use super::{Abierto, AvisoDePrivacidad, Encabezado};
use crate::formulario::{Hallazgos, PasoEntero, Secciones, enfocar, id_de, panel};
use crate::ruta::ir_a_direccion;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The whole form.
#[component]
pub fn Rapida(abierto: Abierto) -> impl IntoView {
    let escritorio = abierto.escritorio;
    let marco = NodeRef::<html::Div>::new();
    let revisar = move || {
        abierto.guardador.ya();
        ir_a_direccion(&abierto.direccion("revisar"));
    };
    let al_teclear = move |evento: KeyboardEvent| {
        // a sheet has its own use for it
        if evento.key() != "Enter" || evento.is_composing() || evento.default_prevented() {
            return;
        }
        if evento.ctrl_key() || evento.meta_key() {
            evento.prevent_default();
            revisar();
        } else if pasa_al_siguiente(&evento) {
            evento.prevent_default();
            if let Some(marco) = marco.get_untracked() {
                siguiente_campo(&marco, &evento);
            }
        }
    };
    let pasos = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        (0..escritorio.guion.pasos.len())
            .filter(|p| revision.se_pregunta(*p))
            .collect::<Vec<_>>()
    });
    let dictamen = escritorio.dictamen;
    let primera = escritorio
        .revision
        .read_untracked()
        .recorrido
        .lugares
        .first()
        .map(|l| l.ruta.clone());
    if let Some(primera) = primera.filter(|_| escritorio.respuestas.read_untracked().vacias()) {
        enfocar(id_de(&primera));
    }
    let guiada = abierto.direccion(abierto.clave(0));
    view! {
        <Encabezado abierto titulo="Captura rápida"/>
        <p class="v-tenue v-teclas">
            <kbd>"Enter"</kbd>" pasa al campo siguiente, las flechas eligen opciones y "<kbd>"Ctrl"</kbd>" + "<kbd>"Enter"</kbd>" lleva a la revisión."
        </p>
        <div class="v-columnas v-columnas--ancha" node_ref=marco on:keydown=al_teclear>
            <div class="v-pila v-pila--amplia v-rapida">
                <AvisoDePrivacidad finalidad=escritorio.guion.finalidad/>
                <For each=move || pasos.get() key=|p| *p let:paso>
                    <section class="v-panel v-pila" aria-label=escritorio.guion.pasos[paso].titulo>
                        <h2 class="v-rapida-titulo">{escritorio.guion.pasos[paso].titulo}</h2>
                        <PasoEntero escritorio paso/>
                        {panel(escritorio, paso)}
                    </section>
                </For>
                <div class="v-botones">
                    <button class="v-boton v-boton--primario" type="button" on:click=move |_| revisar()>"Revisar"</button>
                    <a class="v-boton v-boton--quieto" href=guiada>"Ir paso por paso"</a>
                </div>
            </div>
            <aside class="v-resultado v-resultado--angosto v-pila" aria-label="Resultado">
                <div class="v-panel v-pila">
                    <Secciones secciones=Signal::derive(move || dictamen.read().secciones.clone())/>
                    {move || dictamen.read().secciones.is_empty().then(|| view! {
                        <p class="v-tenue">"Aquí aparecen las cifras y los plazos en cuanto haya con qué calcularlos."</p>
                    })}
                    <Hallazgos hallazgos=Signal::derive(move || dictamen.read().hallazgos.clone())/>
                </div>
            </aside>
        </div>
    }
}

/// Enter in a line of text or a choice; a button or a long text keeps its own.
fn pasa_al_siguiente(evento: &KeyboardEvent) -> bool {
    let etiqueta = evento
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        .map(|e| e.tag_name());
    matches!(etiqueta.as_deref(), Some("INPUT" | "SELECT"))
}

/// Takes the focus to the field that follows.
fn siguiente_campo(marco: &web_sys::HtmlElement, evento: &KeyboardEvent) {
    const CAMPOS: &str = "input:not([type=radio]), input[type=radio]:checked, fieldset:not(:has(:checked)) input[type=radio]:first-of-type, select, textarea, .v-bloque button, .v-botones button";
    let Some(actual) = evento.target().and_then(|t| t.dyn_into::<web_sys::Node>().ok()) else {
        return;
    };
    let Ok(campos) = marco.query_selector_all(CAMPOS) else {
        return;
    };
    let mut paso = false;
    let nombre = actual
        .dyn_ref::<web_sys::HtmlInputElement>()
        .map(web_sys::HtmlInputElement::name)
        .unwrap_or_default();
    for i in 0..campos.length() {
        let Some(nodo) = campos.item(i) else { continue };
        if nodo.is_same_node(Some(&actual)) {
            paso = true;
            continue;
        }
        // the other buttons of the same group are not the next field
        let del_grupo = !nombre.is_empty()
            && nodo
                .dyn_ref::<web_sys::HtmlInputElement>()
                .is_some_and(|e| e.name() == nombre);
        if paso && !del_grupo {
            if let Some(elemento) = nodo.dyn_ref::<web_sys::HtmlElement>() {
                let _ = elemento.focus();
            }
            return;
        }
        paso = paso || del_grupo;
    }
}
