//! A repeated block as a list: a sheet of one row each, that says which rows have something wrong and goes to them.

mod celdas;
mod entrada;
mod historia;
mod padron;
mod salida;

use super::escritorio::{Escritorio, id_de};
use crate::componentes::miles;
use crate::hoja::Hoja;
use entrada::Entrada;
use leptos::prelude::*;
use padron::Padron;
use salida::Salida;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::guion::Bloque;

/// The list of a block.
#[component]
pub fn Lista(
    /// The open form.
    escritorio: Escritorio,
    /// What is repeated.
    bloque: &'static Bloque,
    /// Position of its step.
    paso: usize,
) -> impl IntoView {
    let padron = Padron::nuevo(escritorio, bloque, paso);
    let columnas = padron.columnas;
    let id = id_de(bloque.clave);
    let prefijo = StoredValue::new([&id, "-hoja"].concat());
    view! {
        <div class="v-padron v-pila" id=id tabindex="-1" role="group" aria-label=bloque.titulo>
            <Entrada padron/>
            <Resumen padron/>
            // keyed: with other columns it is another sheet
            <For each=move || [columnas.get()] key=|c| c.as_ptr() as usize let:suyas>
                <Hoja
                    modelo=padron
                    columnas=suyas
                    etiqueta=bloque.titulo
                    prefijo=prefijo.get_value()
                    foco=padron.foco
                />
            </For>
            <Dichos padron/>
            <Salida padron/>
        </div>
    }
}

/// How many rows have something wrong, and the way to each.
#[component]
fn Resumen(padron: Padron) -> impl IntoView {
    let cuenta = move || {
        let filas = padron.cuantas();
        let mal = padron.con_error.read().len();
        match (filas, mal) {
            (0, _) => "La lista está vacía: pegue filas, abra un archivo o escriba en la hoja.".to_owned(),
            (1, 0) => "Una fila, sin nada por corregir.".to_owned(),
            (n, 0) => format!("{} filas, sin nada por corregir.", miles(n as u64)),
            (n, mal) => format!("{} de {} filas por corregir.", miles(mal as u64), miles(n as u64)),
        }
    };
    let hay_error = Memo::new(move |_| !padron.con_error.read().is_empty());
    let filtrada = move || padron.filtro.read().is_some();
    let id = id_de(padron.bloque.clave);
    let id_filtro = [&id, "-filtro"].concat();
    let id_casilla = id_filtro.clone();
    view! {
        <div class="v-padron-barra">
            <p class="v-padron-cuenta" class=("v-padron-cuenta--mal", move || hay_error.get()) role="status" id=[&id, "-cuenta"].concat()>{cuenta}</p>
            <button
                class="v-boton"
                type="button"
                id=[&id, "-siguiente"].concat()
                disabled=move || !hay_error.get()
                on:click=move |_| padron.al_siguiente()
            >
                "Ir al siguiente error"
            </button>
            <label class="v-padron-filtro" for=id_filtro>
                <input
                    type="checkbox"
                    id=id_casilla
                    prop:checked=filtrada
                    disabled=move || !hay_error.get() && !filtrada()
                    on:change=move |evento| padron.filtrar(event_target_checked(&evento))
                />
                "Sólo las filas con error"
            </label>
        </div>
    }
}

/// What is said of the list as a whole.
#[component]
fn Dichos(padron: Padron) -> impl IntoView {
    let clave = padron.bloque.clave;
    let error = padron.escritorio.error(clave.to_owned(), padron.paso);
    let avisos = Memo::new(move |_| {
        let dictamen = padron.escritorio.dictamen.read();
        let suyos = dictamen
            .hallazgos
            .iter()
            .filter(|h| h.campo == clave && h.gravedad == Gravedad::Advertencia);
        suyos.map(|h| h.mensaje.clone()).collect::<Vec<_>>()
    });
    view! {
        <div>
            {move || error.get().map(|texto| view! { <p class="v-error">{texto}</p> })}
            {move || avisos.get().into_iter().map(|texto| view! { <p class="v-advierte">{texto}</p> }).collect_view()}
        </div>
    }
}
