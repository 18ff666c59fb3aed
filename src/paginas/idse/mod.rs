//! *Lote para IDSE*: movements are typed, pasted or opened; everything that is wrong is said at once; and the file of 168
//! positions is written when nothing is.

mod datos;
mod entrada;
mod escribir;
mod hoja;
mod mesa;
mod modelo;
mod resumen;

use crate::componentes::{Pregunta, miles};
use crate::hoja::Hoja as Rejilla;
use crate::ruta::Ruta;
use datos::Datos;
use entrada::Entrada;
use escribir::Escribir;
use hoja::Hoja;
use leptos::prelude::*;
pub use mesa::PAPEL;
use mesa::{EstadoDeGuardado, Mesa};
use resumen::Resumen;
use ventanilla_tramites::lote_idse::{lote_con_errores, lote_de_ejemplo};

/// The page.
#[component]
pub fn Idse() -> impl IntoView {
    let mesa = Mesa::nueva(crate::contexto::contexto());
    let vacia = Memo::new(move |_| mesa.lote.read().filas.is_empty());
    let nada = Memo::new(move |_| mesa.lote.read().vacio());
    let estado = move || match mesa.guardado.get() {
        EstadoDeGuardado::Nuevo => "Aún no hay nada escrito",
        EstadoDeGuardado::Pendiente => "Guardando…",
        EstadoDeGuardado::Guardado => "Guardado en este equipo",
        EstadoDeGuardado::Fallo => "No se pudo guardar en este equipo: escriba el archivo antes de cerrar",
    };
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">{Ruta::Idse.titulo()}</h1>
                <p class="v-entradilla">
                    "En IDSE, un renglón malo detiene el lote completo. Aquí se revisan todos antes de subirlo: altas y reingresos, bajas y modificaciones de salario. Nada sale de este equipo."
                </p>
            </div>
            <div class="v-idse-guardado">
                <p class="v-pista" role="status" data-guardado=move || format!("{:?}", mesa.guardado.get())>{estado}</p>
                <Show when=move || !nada.get() && !mesa.por_vaciar.get()>
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| mesa.por_vaciar.set(true)>"Empezar otro lote"</button>
                </Show>
            </div>
        </div>
        <div class="v-pila v-no-imprimir">
            <Show when=move || mesa.por_vaciar.get()><PorVaciar mesa/></Show>
            <Datos mesa/>
            <section class="v-panel v-pila v-idse-movimientos" aria-labelledby="idse-movimientos">
                <h2 id="idse-movimientos">"Movimientos"</h2>
                <Show when=move || vacia.get()><Bienvenida mesa/></Show>
                <Entrada mesa/>
                <Cuenta mesa/>
                <Rejilla
                    modelo=mesa
                    columnas=modelo::columnas()
                    etiqueta="Movimientos del lote"
                    prefijo="idse-hoja"
                    foco=mesa.foco
                />
            </section>
            <Show when=move || !nada.get()>
                <Resumen mesa/>
            </Show>
            <Escribir mesa/>
        </div>
        <Hoja mesa/>
    }
}

/// Asks before the rows go: they are nowhere else.
#[component]
fn PorVaciar(mesa: Mesa) -> impl IntoView {
    let renglones = match mesa.dictamen.read_untracked().movimientos() {
        0 => "se borra de aquí lo que tiene".to_owned(),
        1 => "se borra de aquí su renglón".to_owned(),
        n => format!("se borran de aquí sus {} renglones", miles(n as u64)),
    };
    let texto = format!("Al empezar otro lote {renglones}. Escriba antes el archivo, si le falta.");
    let respuestas = vec![
        ("Vaciar la hoja", Callback::new(move |()| mesa.vaciar())),
        ("Dejarlo como está", Callback::new(move |()| mesa.por_vaciar.set(false))),
    ];
    view! { <Pregunta id="idse-por-vaciar" texto advierte=true respuestas/> }
}

#[component]
fn Bienvenida(mesa: Mesa) -> impl IntoView {
    let hoy = mesa.contexto.hoy;
    view! {
        <div class="v-vacio">
            <h3>"Empiece por donde ya lo tiene"</h3>
            <p>"Pegue los renglones de Excel, abra un CSV o un archivo de 168 posiciones, o escriba en la hoja."</p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| mesa.poner_ejemplo(lote_de_ejemplo(hoy))>
                    "Ver un lote de ejemplo"
                </button>
                <button class="v-boton" type="button" on:click=move |_| mesa.poner_ejemplo(lote_con_errores(hoy))>
                    "Ver uno con errores"
                </button>
            </div>
        </div>
    }
}

/// How many rows, and how many of them have something wrong.
#[component]
fn Cuenta(mesa: Mesa) -> impl IntoView {
    let hay_error = Memo::new(move |_| mesa.filas_con_error() > 0);
    let texto = move || {
        let filas = mesa.dictamen.read().movimientos() as u64;
        match (filas, mesa.filas_con_error() as u64) {
            (0, _) => "La hoja está vacía.".to_owned(),
            (1, 0) => "Un renglón, sin errores.".to_owned(),
            (n, 0) => format!("{} renglones, sin errores.", miles(n)),
            (n, mal) => format!("{} de {} renglones por corregir.", miles(mal), miles(n)),
        }
    };
    view! {
        <div class="v-padron-barra">
            <p class="v-padron-cuenta" class=("v-padron-cuenta--mal", move || hay_error.get()) role="status" id="idse-cuenta">{texto}</p>
            <button class="v-boton" type="button" id="idse-siguiente" disabled=move || !hay_error.get() on:click=move |_| mesa.al_siguiente()>
                "Ir al siguiente error"
            </button>
        </div>
    }
}
