//! *Confronta*: the emission of the IMSS, computed again worker by worker, with each difference explained. The file is read
//! in a Worker of this browser: nothing of it is sent or kept.

mod causas;
mod detalle;
mod entrada;
mod hoja;
mod lista;
mod resultado;
mod taller;

use crate::componentes::{Icono, Trazo};
use crate::impresion::imprimiendo;
use crate::ruta::Ruta;
use detalle::Detalle;
use entrada::{Avance, Entrada, Opciones, Vacio};
use hoja::Hoja;
use leptos::prelude::*;
use resultado::{Fallas, Resultados};
use taller::{Estado, Taller};

/// The page.
#[component]
pub fn Confronta() -> impl IntoView {
    let taller = Taller::nuevo();
    let imprimiendo = imprimiendo();
    let con_archivo = Memo::new(move |_| taller.archivo.read().is_some());
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">{Ruta::Confronta.titulo()}</h1>
                <p class="v-entradilla">
                    "El IMSS dice cuánto debe: ¿es correcto y, si no, por qué? Abra la emisión que descargó de IDSE; se recalcula a cada "
                    "trabajador y se explica cada diferencia. El archivo se lee en este equipo: no se envía ni se guarda."
                </p>
            </div>
            <Acciones taller/>
        </div>
        <div class="v-pila v-pila--amplia v-no-imprimir">
            <Entrada taller/>
            <Show when=move || con_archivo.get()><Opciones taller/></Show>
            {move || match taller.estado.get() {
                Estado::Vacio => view! { <Vacio taller/> }.into_any(),
                Estado::EnCurso(que, hechos, total) => view! { <Avance que hechos total/> }.into_any(),
                Estado::Falla(avisos) => view! { <Fallas avisos/> }.into_any(),
                Estado::Listo(resultado) => view! { <Resultados taller resultado/> }.into_any(),
            }}
        </div>
        {move || imprimiendo.get().then(|| taller.resultado().map(|resultado| view! { <Hoja resultado/> }))}
        <Detalle taller/>
    }
}

#[component]
fn Acciones(taller: Taller) -> impl IntoView {
    let listo = Memo::new(move |_| matches!(*taller.estado.read(), Estado::Listo(_)));
    view! {
        <div class="v-botones v-botones--fin">
            <Show when=move || taller.archivo.read().is_some()>
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| taller.soltar()>"Cerrar el archivo"</button>
            </Show>
            <Show when=move || listo.get()>
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
                <button class="v-boton" type="button" on:click=move |_| lista::bajar_csv(taller)>"Bajar CSV"</button>
            </Show>
        </div>
    }
}
