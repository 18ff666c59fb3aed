//! What the continuación voluntaria (modalidad 40) would cost: to begin, each month, by the salary that is chosen and as the
//! years go by; and what it does not give. Everything is computed here as it is typed; nothing is sent.

mod archivo;
mod avisos;
mod base;
mod composicion;
mod curva;
mod datos;
mod explicacion;
mod hoja;
mod meses;
mod porcentaje;
mod resultado;
mod siguiente;
mod taller;

use crate::componentes::{Icono, Trazo};
use crate::paginas::papel::Papel;
use avisos::{LoQueNoDa, LoQueSeDice};
use base::LoQuePagara;
use composicion::Composicion;
use curva::PorSalario;
use datos::UltimoEmpleo;
use explicacion::Explicacion;
use hoja::Hoja;
use leptos::prelude::*;
use meses::{DelAnio, ParaEmpezar};
use porcentaje::PorAnio;
use resultado::{Resultado, TotalFijo};
use siguiente::Siguiente;
use taller::Taller;
use ventanilla_tramites::guion::Respuestas;

/// Key under which the sheet of this page is kept; the account follows.
pub const PAPEL: &str = "modalidad_40";

/// The page.
#[component]
pub fn Continuacion() -> impl IntoView {
    let papel = Papel::abrir(PAPEL);
    let taller = Taller::nuevo(papel);
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Simulador de la modalidad 40"</h1>
                <p class="v-entradilla">
                    "Dejó su empleo y quiere seguir cotizando para su pensión por su cuenta. Vea cuánto costaría según el salario que elija, "
                    "desde cuándo y cómo sube cada año. Lo que escribe no sale de este equipo."
                </p>
            </div>
            <Acciones taller/>
        </div>
        {move || if papel.leido.get() {
            view! { <Hecho taller/> }.into_any()
        } else {
            view! { <p role="status">"Leyendo…"</p> }.into_any()
        }}
        <Explicacion taller/>
    }
}

#[component]
fn Acciones(taller: Taller) -> impl IntoView {
    let con_algo = Memo::new(move |_| !taller.papel.respuestas.read().vacias());
    let borrar = move |_| taller.papel.reemplazar(Respuestas::default(), "Se borró lo escrito.");
    view! {
        <div class="v-botones v-botones--fin">
            <Show when=move || con_algo.get()>
                <button class="v-boton v-boton--quieto" type="button" on:click=borrar>"Borrar todo"</button>
            </Show>
            <Show when=move || taller.con_cuenta()>
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
                <button class="v-boton" type="button" on:click=move |_| archivo::bajar(taller)>"Bajar CSV"</button>
            </Show>
        </div>
    }
}

#[component]
fn Hecho(taller: Taller) -> impl IntoView {
    let con_cuenta = Memo::new(move |_| taller.con_cuenta());
    view! {
        <div class="v-pila v-pila--amplia v-no-imprimir">
            <div class="v-columnas">
                <div class="v-pila"><UltimoEmpleo taller/><LoQuePagara taller/></div>
                <div class="v-resultado v-pila"><Resultado taller/></div>
            </div>
            <Show when=move || con_cuenta.get()>
                <ParaEmpezar taller/>
                <div class="v-pares"><DelAnio taller/><Composicion taller/></div>
                <PorAnio taller/>
                <PorSalario taller/>
            </Show>
            <div class="v-pares"><LoQueNoDa taller/><LoQueSeDice/></div>
            <Show when=move || con_cuenta.get()><Siguiente taller/></Show>
        </div>
        <Show when=move || con_cuenta.get()><Hoja taller/></Show>
        <TotalFijo taller/>
    }
}
