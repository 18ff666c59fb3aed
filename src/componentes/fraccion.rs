//! Finding a fracción by plain words or by its code: a combobox after the ARIA pattern, what was chosen, and the questions
//! that tell it from its sisters.

use crate::contexto::contexto;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::clasificacion::{Buscador, Encontrada, Fraccion, Pregunta, encontrar, leer};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::politica::Politicas;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Most matches in the list.
const MAXIMO: usize = 8;

/// A search box for fracciones.
#[component]
pub fn BuscadorDeFraccion(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// Ids of what describes it.
    #[prop(optional, into)]
    describe: String,
    /// Whether there is an error beside it.
    #[prop(optional, into)]
    invalido: Signal<bool>,
    /// The fracción chosen; empty while there is none.
    #[prop(into)]
    valor: Signal<String>,
    /// Called with the one that is chosen.
    #[prop(into)]
    al_elegir: Callback<String>,
) -> impl IntoView {
    let contexto = contexto();
    let buscador = StoredValue::new(None::<Buscador>);
    let busqueda = RwSignal::new(String::new());
    let abierta = RwSignal::new(false);
    // none until the arrows choose; Enter takes the first
    let activa = RwSignal::new(None::<usize>);
    let hallados = Memo::new(move |_| {
        let texto = busqueda.read();
        if texto.trim().is_empty() {
            return Vec::new();
        }
        let normativa = contexto.normativa.read();
        buscador.update_value(|b| {
            b.get_or_insert_with(|| Buscador::nuevo(&normativa, contexto.hoy));
        });
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        buscador.with_value(|b| {
            b.as_ref()
                .and_then(|b| encontrar(&mut consulta, b, &texto, MAXIMO, contexto.hoy).ok())
                .unwrap_or_default()
        })
    });
    let se_ve = move || abierta.get() && !hallados.read().is_empty();
    let id_de_lista = format!("{id}-lista");
    Effect::new(move |_| {
        if se_ve() {
            poner_a_la_vista(id_de_lista.clone());
        }
    });
    let elegir = move |fraccion: String| {
        al_elegir.run(fraccion);
        busqueda.set(String::new());
        abierta.set(false);
    };
    let al_escribir = move |evento| {
        let texto = event_target_value(&evento);
        // a code typed whole is the answer
        let normativa = contexto.normativa.read_untracked();
        if normativa.vigente(Tabla::Fracciones, texto.trim(), contexto.hoy).is_ok() {
            al_elegir.run(texto.trim().to_owned());
        }
        abierta.set(!texto.trim().is_empty());
        activa.set(None);
        busqueda.set(texto);
    };
    let al_teclear = move |evento: KeyboardEvent| teclear(&evento, hallados, abierta, activa, &elegir);
    let lista = format!("{id}-lista");
    let de_opcion = {
        let lista = lista.clone();
        move |i: usize| format!("{lista}-{i}")
    };
    let descendiente = de_opcion.clone();
    let marcada = move || activa.get().filter(|_| se_ve()).map(&descendiente);
    view! {
        <div class="v-buscador">
            <Elegida valor al_elegir/>
            <input
                class="v-entrada"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder="Qué hace, vende o produce, o el código"
                aria-autocomplete="list"
                aria-controls=lista.clone()
                aria-expanded=move || if se_ve() { "true" } else { "false" }
                aria-activedescendant=marcada
                aria-describedby=(!describe.is_empty()).then_some(describe)
                aria-invalid=move || invalido.get().then_some("true")
                prop:value=move || busqueda.get()
                on:input=al_escribir
                on:keydown=al_teclear
                on:blur=move |_| abierta.set(false)
            />
            <ul class="v-coincidencias" role="listbox" id=lista aria-label="Fracciones que coinciden" hidden=move || !se_ve()>
                {move || hallados
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(i, hallada)| coincidencia(de_opcion(i), i, hallada, activa, elegir))
                    .collect_view()}
            </ul>
            <p class="v-pista" role="status">
                {move || (abierta.get() && hallados.read().is_empty()).then_some("Nada coincide. Pruebe con otra palabra, o con menos.")}
            </p>
        </div>
    }
}

/// A list that opens below the fold is brought into sight.
fn poner_a_la_vista(id: String) {
    request_animation_frame(move || {
        if let Some(lista) = crate::entorno::por_id(&id) {
            let opciones = ScrollIntoViewOptions::new();
            opciones.set_block(ScrollLogicalPosition::Nearest);
            lista.scroll_into_view_with_scroll_into_view_options(&opciones);
        }
    });
}

fn teclear(
    evento: &KeyboardEvent,
    hallados: Memo<Vec<Encontrada>>,
    abierta: RwSignal<bool>,
    activa: RwSignal<Option<usize>>,
    elegir: &impl Fn(String),
) {
    let total = hallados.read_untracked().len();
    let visible = abierta.get_untracked() && total > 0;
    match evento.key().as_str() {
        "ArrowDown" if total > 0 && !visible => abierta.set(true),
        "ArrowDown" if visible => activa.update(|a| *a = Some(a.map_or(0, |a| (a + 1) % total))),
        "ArrowUp" if visible => activa.update(|a| *a = Some(a.map_or(total - 1, |a| (a + total - 1) % total))),
        "Enter" if visible => {
            let elegida = hallados
                .read_untracked()
                .get(activa.get_untracked().unwrap_or(0))
                .map(|h| h.registro.fraccion.clone());
            if let Some(fraccion) = elegida {
                elegir(fraccion);
            }
        }
        "Escape" if visible => abierta.set(false),
        _ => return,
    }
    evento.prevent_default();
    evento.stop_propagation();
}

fn coincidencia(
    id: String,
    i: usize,
    hallada: Encontrada,
    activa: RwSignal<Option<usize>>,
    elegir: impl Fn(String) + 'static,
) -> impl IntoView {
    let fraccion = hallada.registro.fraccion.clone();
    let coincide = hallada.coincide.map(|c| view! { <small>" · «"{c}"»"</small> });
    view! {
        <li
            role="option"
            id=id
            aria-selected=move || if activa.get() == Some(i) { "true" } else { "false" }
            // before the field loses the focus
            on:mousedown=move |evento| {
                evento.prevent_default();
                elegir(fraccion.clone());
            }
        >
            <strong>{hallada.registro.fraccion}</strong>" "{hallada.registro.descripcion}" "
            <small>"clase "{hallada.registro.clase.clave()}", prima media "{hallada.registro.prima_media}" %"</small>
            {coincide}
        </li>
    }
}

/// What was chosen, and the questions that tell it from its sisters.
#[component]
fn Elegida(valor: Signal<String>, al_elegir: Callback<String>) -> impl IntoView {
    let contexto = contexto();
    let registro = Memo::new(move |_| {
        let (valor, normativa) = (valor.read(), contexto.normativa.read());
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        let fraccion: Option<Fraccion> = leer(&mut consulta, &valor, contexto.hoy).ok();
        fraccion.map(|f| (preguntas_de(&normativa, &f.fraccion, contexto.hoy), f))
    });
    move || {
        registro.get().map(|(preguntas, registro)| {
            let elegida = registro.fraccion.clone();
            let preguntas = preguntas.into_iter().map(|p| hermana(p, &elegida, al_elegir)).collect_view();
            view! {
                <div class="v-elegida" role="status">
                    <p>
                        <strong>{registro.fraccion}" · "{registro.descripcion}</strong>
                        <br/>
                        "Clase "{registro.clase.clave()}", prima media "{registro.prima_media}" %. División "{registro.division}", "
                        {registro.division_nombre}"; grupo "{registro.grupo}", "{registro.grupo_nombre}"."
                    </p>
                </div>
                <div class="v-hermanas">{preguntas}</div>
            }
        })
    }
}

fn preguntas_de(normativa: &ventanilla_normativa::Normativa, fraccion: &str, hoy: chrono::NaiveDate) -> Vec<Pregunta> {
    ventanilla_reglas::clasificacion::preguntas(normativa, fraccion, hoy)
        .into_iter()
        .filter(|p| p.si == fraccion || p.no == fraccion)
        .collect()
}

/// A question whose two answers are two sister fracciones.
fn hermana(pregunta: Pregunta, elegida: &str, al_elegir: Callback<String>) -> impl IntoView + use<> {
    let nombre = pregunta.pregunta.clone();
    let boton = |rotulo: &'static str, fraccion: String| {
        let es = fraccion == elegida;
        let destino = fraccion.clone();
        view! {
            <button
                class="v-boton"
                type="button"
                aria-pressed=if es { "true" } else { "false" }
                on:click=move |_| al_elegir.run(destino.clone())
            >
                {rotulo}" → "{fraccion}
            </button>
        }
    };
    view! {
        <div class="v-hermana" role="group" aria-label=nombre>
            <span>{pregunta.pregunta}</span>
            <span class="v-botones">{boton("Sí", pregunta.si)}{boton("No", pregunta.no)}</span>
        </div>
    }
}
