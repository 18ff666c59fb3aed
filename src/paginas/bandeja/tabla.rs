//! The rows: a table where there is room, cards on a phone. A row is a link, and the arrows go from one to another.

use super::lista::Lista;
use super::senales::{Insignia, Vence, momento_corto};
use crate::api::expedientes::Resumen;
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Class of the link of a row.
const ENLACE: &str = ".v-bandeja-folio";
/// The body of the table.
const CUERPO: &str = ".v-bandeja-tabla tbody";

/// The rows that were read.
#[component]
pub fn Tabla(lista: Lista) -> impl IntoView {
    view! {
        <div class="v-pila">
            <Cuantos lista/>
            // the roles stay when a narrow page draws it as cards
            <table class="v-tabla v-bandeja-tabla" role="table" aria-label="Trámites">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Folio"</th>
                        <th scope="col" role="columnheader">"Patrón o persona"</th>
                        <th scope="col" role="columnheader">"RFC"</th>
                        <th scope="col" role="columnheader">"Trámite"</th>
                        <th scope="col" role="columnheader">"Estado"</th>
                        <th scope="col" role="columnheader">"Vence"</th>
                        <th scope="col" role="columnheader">"Recibido"</th>
                        <th scope="col" role="columnheader">"Capturó"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup" on:keydown=al_teclear>
                    <For
                        each=move || lista.filas.get().unwrap_or_default()
                        key=|r| (r.uuid.clone(), r.version, r.estado, r.semaforo)
                        let:resumen
                    >
                        <Fila resumen/>
                    </For>
                </tbody>
            </table>
            <Show when=move || lista.siguiente.read().is_some()>
                <div class="v-botones">
                    <button class="v-boton" type="button" on:click=move |_| lista.cargar_mas()
                        aria-disabled=move || lista.cargando.get().then_some("true")>
                        {move || if lista.cargando.get() { "Cargando…" } else { "Cargar más" }}
                    </button>
                </div>
            </Show>
        </div>
    }
}

#[component]
fn Cuantos(lista: Lista) -> impl IntoView {
    let texto = move || {
        let cuantas = lista.filas.read().as_ref().map_or(0, Vec::len);
        match (cuantas, lista.siguiente.read().is_some()) {
            (n, true) => format!("Los {n} más recientes"),
            (1, false) => "Un trámite".to_owned(),
            (n, false) => format!("{n} trámites"),
        }
    };
    view! { <p class="v-tenue v-chico" role="status">{texto}</p> }
}

#[component]
fn Fila(resumen: Resumen) -> impl IntoView {
    let destino = Ruta::Expediente.con(&resumen.uuid);
    let al_pulsar = {
        let destino = destino.clone();
        move |evento: MouseEvent| {
            if !evento.default_prevented() && !en_enlace(&evento) && !selecciona() {
                ir_a_direccion(&destino);
            }
        }
    };
    let Resumen {
        folio,
        nombre,
        rfc,
        titulo,
        capturo,
        recibido,
        estado,
        ..
    } = resumen.clone();
    let nombre = if nombre.is_empty() {
        "Sin nombre".to_owned()
    } else {
        nombre
    };
    view! {
        <tr role="row" on:click=al_pulsar>
            <th scope="row" role="rowheader" data-rotulo="Folio"><a class="v-bandeja-folio" href=destino>{folio}</a></th>
            <td role="cell" class="v-bandeja-nombre" data-rotulo="Patrón o persona">{nombre}</td>
            <td role="cell" data-rotulo="RFC">{rfc}</td>
            <td role="cell" data-rotulo="Trámite">{titulo}</td>
            <td role="cell" data-rotulo="Estado"><Insignia estado/></td>
            <td role="cell" data-rotulo="Vence"><Vence resumen/></td>
            <td role="cell" class="v-bandeja-cuando" data-rotulo="Recibido">{momento_corto(&recibido)}</td>
            <td role="cell" data-rotulo="Capturó">{capturo}</td>
        </tr>
    }
}

fn en_enlace(evento: &MouseEvent) -> bool {
    elemento(evento.target()).is_some_and(|e| e.closest("a, button").ok().flatten().is_some())
}

/// Whether the person is marking text to copy it.
fn selecciona() -> bool {
    window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|s| !s.is_collapsed())
}

fn elemento(blanco: Option<web_sys::EventTarget>) -> Option<Element> {
    blanco.and_then(|t| t.dyn_into::<Element>().ok())
}

/// Arrows, Home and End go from link to link; Enter is the link's own.
fn al_teclear(evento: KeyboardEvent) {
    let Some(fila) = elemento(evento.target()).and_then(|e| e.closest("tr").ok().flatten()) else {
        return;
    };
    let padre = fila.parent_element();
    let destino = match evento.key().as_str() {
        "ArrowDown" => fila.next_element_sibling(),
        "ArrowUp" => fila.previous_element_sibling(),
        "Home" => padre.and_then(|p| p.first_element_child()),
        "End" => padre.and_then(|p| p.last_element_child()),
        _ => return,
    };
    evento.prevent_default();
    enfocar(destino);
}

/// Takes the focus to the first row.
pub fn enfocar_la_primera() {
    let cuerpo = crate::entorno::buscar(CUERPO);
    enfocar(cuerpo.and_then(|c| c.first_element_child()));
}

fn enfocar(fila: Option<Element>) {
    let enlace = fila
        .and_then(|f| f.query_selector(ENLACE).ok().flatten())
        .and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(enlace) = enlace {
        // a link that left the page cannot take it: nothing to mend then
        let _ = enlace.focus();
    }
}
