//! *¿Qué modalidad me toca?*: a short conversation, and which modalities it leads to, what each gives and costs, and why the
//! others do not apply. Everything is answered here as it is told; nothing is sent.

mod charla;
mod cobertura;
mod curva;
mod hoja;
mod otras;
mod resultado;
mod taller;
mod tarjeta;

use crate::componentes::{Icono, Trazo};
use crate::paginas::papel::Papel;
use charla::Conversacion;
use hoja::Hoja;
use leptos::prelude::*;
use resultado::Resultado;
use taller::Taller;
use ventanilla_tramites::guion::Respuestas;

/// Key under which the sheet of this page is kept; the account follows.
pub const PAPEL: &str = "modalidad";

/// The page.
#[component]
pub fn Modalidad() -> impl IntoView {
    let papel = Papel::abrir(PAPEL);
    view! {
        {move || if papel.leido.get() {
            view! { <Hecho taller=Taller::nuevo(papel)/> }.into_any()
        } else {
            view! { <p role="status">"Leyendo…"</p> }.into_any()
        }}
    }
}

#[component]
fn Hecho(taller: Taller) -> impl IntoView {
    let con_algo = Memo::new(move |_| !taller.papel.respuestas.read().vacias());
    let con_respuesta = Memo::new(move |_| taller.termino());
    let empezar_de_nuevo = move |_| {
        taller
            .papel
            .reemplazar(Respuestas::default(), "Se borró lo que contestó.");
        taller.escritorio.olvidar_intentos();
        taller.enfocar_la_actual();
    };
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"¿Qué modalidad me toca?"</h1>
                <p class="v-entradilla">
                    "Para quien se asegura por su cuenta. Conteste sobre su situación y vea qué modalidades le corresponden, qué da y qué cuesta "
                    "cada una, y por qué las demás no. Lo que contesta no sale de este equipo."
                </p>
            </div>
            <div class="v-botones v-botones--fin">
                <Show when=move || con_algo.get()>
                    <button class="v-boton v-boton--quieto" type="button" on:click=empezar_de_nuevo>"Empezar de nuevo"</button>
                </Show>
                <Show when=move || con_respuesta.get()>
                    <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                        <Icono trazo=Trazo::Imprimir/>"Imprimir"
                    </button>
                </Show>
            </div>
        </div>
        <div class="v-pila v-pila--amplia v-no-imprimir">
            <Conversacion taller/>
            <Show when=move || con_respuesta.get()><Resultado taller/></Show>
        </div>
        <Show when=move || con_respuesta.get()><Hoja taller/></Show>
    }
}
