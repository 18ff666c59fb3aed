//! Finding a fracción by plain words or by its code: a combobox after the ARIA pattern.

use super::pregunta::Campo;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ventanilla_normativa::{Normativa, Tabla};

/// Most matches in the list.
const MAXIMO: usize = 8;

/// A match.
#[derive(Clone, Debug, PartialEq)]
pub struct Coincidencia {
    /// The fracción.
    pub fraccion: String,
    /// Its name.
    pub descripcion: String,
    /// Its class.
    pub clase: String,
}

fn buscar(normativa: &Normativa, texto: &str) -> Vec<Coincidencia> {
    let palabras: Vec<String> = texto.split_whitespace().map(str::to_lowercase).collect();
    if palabras.is_empty() {
        return Vec::new();
    }
    let coincide = |nota: &str, clave: &str| {
        palabras
            .iter()
            .all(|p| nota.to_lowercase().contains(p) || clave.starts_with(p))
    };
    normativa
        .filas(Tabla::Fracciones)
        .filter(|f| coincide(&f.nota, &f.clave))
        .take(MAXIMO)
        .map(|f| Coincidencia {
            fraccion: f.clave.to_string(),
            descripcion: f.nota.to_string(),
            clase: ventanilla_tramites::texto::romano(&f.valor.to_string()).to_owned(),
        })
        .collect()
}

/// The field of a fracción.
#[component]
pub fn BuscadorDeFraccion(campo: Campo) -> impl IntoView {
    let escritorio = campo.escritorio;
    let busqueda = RwSignal::new(String::new());
    let abierta = RwSignal::new(false);
    let activa = RwSignal::new(0_usize);
    let hallados = Memo::new(move |_| buscar(&escritorio.contexto.normativa.read(), &busqueda.read()));
    let (id, lista) = (campo.id.clone(), format!("{}-lista", campo.id));
    let elegida = escritorio.lectura(campo.lugar.ruta.clone());
    let campo = StoredValue::new(campo);
    let elegir = move |fraccion: &str| {
        campo.with_value(|c| {
            c.escribir(fraccion);
            c.dejar();
        });
        busqueda.set(String::new());
        abierta.set(false);
    };
    let al_teclear = move |evento: KeyboardEvent| {
        let total = hallados.read_untracked().len();
        match evento.key().as_str() {
            "ArrowDown" if total > 0 => {
                evento.prevent_default();
                abierta.set(true);
                activa.update(|a| *a = (*a + 1) % total);
            }
            "ArrowUp" if total > 0 => {
                evento.prevent_default();
                activa.update(|a| *a = (*a + total - 1) % total);
            }
            "Enter" if abierta.get_untracked() && total > 0 => {
                evento.prevent_default();
                evento.stop_propagation();
                let fraccion = hallados
                    .read_untracked()
                    .get(activa.get_untracked())
                    .map(|h| h.fraccion.clone());
                if let Some(fraccion) = fraccion {
                    elegir(&fraccion);
                }
            }
            "Escape" if abierta.get_untracked() => {
                evento.stop_propagation();
                abierta.set(false);
            }
            _ => {}
        }
    };
    let al_escribir = move |evento| {
        let texto = event_target_value(&evento);
        // a code typed whole is the answer
        if texto.len() >= 3 && hallados.with_untracked(|_| true) && es_codigo(escritorio, &texto) {
            campo.with_value(|c| c.escribir(texto.trim()));
        }
        abierta.set(!texto.trim().is_empty());
        activa.set(0);
        busqueda.set(texto);
    };
    let id_de_opcion = {
        let lista = lista.clone();
        move |i: usize| format!("{lista}-{i}")
    };
    let descendiente = id_de_opcion.clone();
    let marcada = move || (abierta.get() && !hallados.read().is_empty()).then(|| descendiente(activa.get()));
    let describe = campo.with_value(|c| c.describe.clone());
    let invalido = campo.with_value(|c| c.invalido());
    let texto_elegido = move || {
        let valor = elegida.read().valor.clone();
        (!valor.is_empty()).then(|| {
            view! {
                <p class="v-elegida"><strong>{valor}</strong>" "{elegida.read().dice.clone()}</p>
            }
        })
    };
    view! {
        <div class="v-buscador">
            <div role="status">{texto_elegido}</div>
            <input
                class="v-entrada v-ancho-30"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder="Escriba qué hace, vende o produce, o el código"
                aria-autocomplete="list"
                aria-controls=lista.clone()
                aria-expanded=move || if abierta.get() && !hallados.read().is_empty() { "true" } else { "false" }
                aria-activedescendant=marcada
                aria-describedby=describe
                aria-invalid=invalido
                prop:value=move || busqueda.get()
                on:input=al_escribir
                on:keydown=al_teclear
                on:blur=move |_| abierta.set(false)
            />
            <ul class="v-coincidencias" role="listbox" id=lista aria-label="Fracciones" hidden=move || !abierta.get() || hallados.read().is_empty()>
                {move || hallados
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(i, h)| {
                        let fraccion = h.fraccion.clone();
                        view! {
                            <li
                                role="option"
                                id=id_de_opcion(i)
                                aria-selected=move || if activa.get() == i { "true" } else { "false" }
                                // before the field loses the focus
                                on:mousedown=move |evento| { evento.prevent_default(); elegir(&fraccion); }
                            >
                                <strong>{h.fraccion}</strong>" "{h.descripcion}" "<small>"clase "{h.clase}</small>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <p class="v-pista" role="status">
                {move || (abierta.get() && hallados.read().is_empty()).then_some("Nada coincide. Pruebe con otra palabra o con menos.")}
            </p>
        </div>
    }
}

fn es_codigo(escritorio: super::Escritorio, texto: &str) -> bool {
    let normativa = escritorio.contexto.normativa.read_untracked();
    normativa
        .vigente(Tabla::Fracciones, texto.trim(), escritorio.contexto.hoy)
        .is_ok()
}
