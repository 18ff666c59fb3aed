//! What is listed: by state, by trámite, and by what is typed.

use super::lista::Lista;
use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use ventanilla_tramites::camino::{Estado, GUIONES};

/// Several keys in a row are one question to the server.
const PAUSA: Duration = Duration::from_millis(250);

/// The filters.
#[component]
pub fn Filtros(lista: Lista) -> impl IntoView {
    view! {
        <section class="v-bandeja-filtros" aria-label="Filtros">
            <div class="v-campos">
                <Busqueda lista/>
                <PorTramite lista/>
            </div>
            <PorEstado lista/>
            <Teclado lista/>
        </section>
    }
}

#[component]
fn Busqueda(lista: Lista) -> impl IntoView {
    let tecleado = RwSignal::new(lista.filtro.read_untracked().busqueda.clone());
    let espera = StoredValue::new(None::<TimeoutHandle>);
    // cleared from elsewhere
    Effect::new(move |_| {
        let vigente = lista.filtro.read().busqueda.clone();
        if vigente.is_empty() && espera.read_value().is_none() {
            tecleado.set(vigente);
        }
    });
    let buscar = move || {
        espera.set_value(None);
        if let Some(texto) = tecleado.try_get_untracked() {
            lista.filtrar(|f| texto.trim().clone_into(&mut f.busqueda));
        }
    };
    let soltar = move || {
        if let Some(reloj) = espera.try_get_value().flatten() {
            reloj.clear();
        }
    };
    let al_escribir = move |texto: String| {
        tecleado.set(texto);
        soltar();
        espera.set_value(set_timeout_with_handle(buscar, PAUSA).ok());
    };
    on_cleanup(soltar);
    ir_con_la_diagonal(lista);
    let al_teclear = move |evento: KeyboardEvent| match evento.key().as_str() {
        "Enter" => {
            soltar();
            buscar();
        }
        "ArrowDown" => {
            evento.prevent_default();
            super::tabla::enfocar_la_primera();
        }
        _ => {}
    };
    view! {
        <div class="v-campo v-bandeja-busqueda">
            <label class="v-etiqueta" for="buscar-tramite">"Buscar"</label>
            <input
                class="v-entrada"
                id="buscar-tramite"
                type="search"
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                placeholder="Folio, RFC, NSS, registro patronal o nombre"
                aria-keyshortcuts="/"
                node_ref=lista.buscador
                prop:value=move || tecleado.get()
                on:input=move |evento| al_escribir(event_target_value(&evento))
                on:keydown=al_teclear
            />
        </div>
    }
}

/// `/` goes to the search box, unless somebody is typing or turned it off.
fn ir_con_la_diagonal(lista: Lista) {
    let escucha = window_event_listener(leptos::ev::keydown, move |evento: KeyboardEvent| {
        let sola = evento.key() == "/" && !evento.ctrl_key() && !evento.alt_key() && !evento.meta_key();
        if sola
            && lista.atajos.get_untracked()
            && !escribe(&evento)
            && let Some(buscador) = lista.buscador.get_untracked()
        {
            evento.prevent_default();
            let _ = buscador.focus();
            buscador.select();
        }
    });
    on_cleanup(move || escucha.remove());
}

fn escribe(evento: &KeyboardEvent) -> bool {
    crate::entorno::origen(evento).is_some_and(|e| ["INPUT", "TEXTAREA", "SELECT"].contains(&e.tag_name().as_str()))
}

#[component]
fn PorTramite(lista: Lista) -> impl IntoView {
    view! {
        <div class="v-campo">
            <label class="v-etiqueta" for="filtro-tramite">"Trámite"</label>
            <select
                class="v-lista"
                id="filtro-tramite"
                prop:value=move || lista.filtro.read().tramite.clone()
                on:change=move |evento| lista.filtrar(|f| f.tramite = event_target_value(&evento))
            >
                <option value="">"Todos"</option>
                {GUIONES.into_iter().map(|g| view! { <option value=g.clave>{g.titulo}</option> }).collect_view()}
            </select>
        </div>
    }
}

#[component]
fn PorEstado(lista: Lista) -> impl IntoView {
    let opciones = [None].into_iter().chain(Estado::TODOS.map(Some));
    let cuantos = move |estado: Option<Estado>| {
        let cuentas = lista.cuentas.read();
        if cuentas.is_empty() {
            return String::new();
        }
        let total = match estado {
            Some(estado) => cuentas.get(estado.clave()).copied().unwrap_or(0),
            None => cuentas.values().sum(),
        };
        total.to_string()
    };
    view! {
        <fieldset class="v-campo">
            <legend class="v-leyenda">"Estado"</legend>
            <div class="v-segmentos v-bandeja-estados">
                {opciones
                    .map(|estado| view! {
                        <label>
                            <input
                                type="radio"
                                name="filtro-estado"
                                prop:checked=move || lista.filtro.read().estado == estado
                                on:change=move |_| lista.filtrar(|f| f.estado = estado)
                            />
                            <span>{estado.map_or("Todos", Estado::titulo)}" "<b class="v-bandeja-cuenta">{move || cuantos(estado)}</b></span>
                        </label>
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

#[component]
fn Teclado(lista: Lista) -> impl IntoView {
    view! {
        <details class="v-ayuda v-no-imprimir">
            <summary>"Con el teclado"</summary>
            <div class="v-teclas v-pila v-pila--junta">
                <p><kbd>"/"</kbd>" va a la búsqueda. "<kbd>"↓"</kbd>" baja a los renglones, "<kbd>"↑"</kbd>" y "<kbd>"↓"</kbd>" van de uno a otro, "<kbd>"Inicio"</kbd>" y "<kbd>"Fin"</kbd>" a los extremos, "<kbd>"Entrar"</kbd>" abre."</p>
                <label class="v-opcion" for="atajos">
                    <input type="checkbox" id="atajos" prop:checked=move || lista.atajos.get() on:change=move |e| lista.poner_atajos(event_target_checked(&e))/>
                    <span>"Usar la tecla / para buscar"</span>
                </label>
            </div>
        </details>
    }
}
