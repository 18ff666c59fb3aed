//! What is owed on a day: the credits of a debtor, typed, pasted or sent by *Previsión de cuotas*, and what each one comes to
//! with its actualización and recargos. Everything is computed here as it is typed; nothing is sent.

mod archivo;
pub mod convenio;
mod creditos;
mod cuando;
mod desglose;
mod explicacion;
mod grafica;
mod hoja;
mod inpc;
mod liquidacion;
mod pegar;
mod recibir;
mod resultado;
mod taller;

pub use liquidacion::Liquidacion;

use crate::componentes::{Icono, Trazo};
use crate::paginas::papel::Papel;
use crate::ruta::Ruta;
use creditos::Creditos;
use cuando::Cuando;
use desglose::Desglose;
use explicacion::Explicacion;
use hoja::Hoja;
use leptos::prelude::*;
use pegar::Pegar;
use resultado::{Resultado, TotalFijo};
use taller::Taller;

/// Key under which the sheet of this page is kept; the account follows.
pub const PAPEL: &str = "adeudo";

/// The page.
#[component]
pub fn Adeudo() -> impl IntoView {
    let papel = Papel::abrir(PAPEL);
    let taller = Taller::nuevo(papel);
    recibir::al_abrir(taller);
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Adeudo"</h1>
                <p class="v-entradilla">
                    "Cuánto se debe hoy, o el día que elija, con su actualización y sus recargos, cifra por cifra y con su artículo. "
                    "Lo que escribe no sale de este equipo."
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
    let hay = move || taller.con_cuenta();
    view! {
        <Show when=hay>
            <div class="v-botones v-botones--fin">
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
                <button class="v-boton" type="button" on:click=move |_| archivo::bajar(taller)>"Bajar CSV"</button>
            </div>
        </Show>
    }
}

#[component]
fn Hecho(taller: Taller) -> impl IntoView {
    let vacio = Memo::new(move |_| taller.cuantos() == 0);
    let con_cuenta = Memo::new(move |_| taller.con_cuenta());
    view! {
        <div class="v-pila v-pila--amplia v-no-imprimir">
            {move || if vacio.get() {
                view! { <Vacio taller/> }.into_any()
            } else {
                view! { <Creditos taller/> }.into_any()
            }}
            <Show when=move || con_cuenta.get()>
                <div class="v-columnas v-adeudo">
                    <div class="v-pila"><Cuando taller/></div>
                    <div class="v-resultado v-pila"><Resultado taller/></div>
                </div>
                <Desglose taller/>
                <Siguiente taller/>
            </Show>
        </div>
        <Show when=move || con_cuenta.get()><Hoja taller/></Show>
        <TotalFijo taller/>
    }
}

/// What a first visitor sees.
#[component]
fn Vacio(taller: Taller) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h2>"¿Qué periodos no se han pagado?"</h2>
            <p>
                "Anote cada mes de cuotas, cada bimestre de RCV, y las multas o capitales constitutivos que le hayan notificado. "
                "Con el periodo basta para saber cuándo venció."
            </p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| taller.agregar_uno()>"Agregar un crédito"</button>
                <button class="v-boton" type="button" on:click=move |_| taller.poner_ejemplo()>"Ver un ejemplo"</button>
            </div>
            <Pegar taller/>
            <p class="v-pista">
                "Si ya hizo la nómina en "<a href=Ruta::Prevision.ancla()>"Previsión de cuotas"</a>", ahí puede pasar el periodo a esta página."
            </p>
        </div>
    }
}

/// Where one goes from here.
#[component]
fn Siguiente(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="adeudo-siguiente">
            <h2 class="v-panel-titulo" id="adeudo-siguiente">"¿Y ahora?"</h2>
            <p class="v-medida">
                "Puede pagar todo de una vez, o pedir al IMSS un convenio para pagar a plazos. La parte obrera de las cuotas no entra a plazos: "
                "se paga completa al pedirlo."
            </p>
            <convenio::APlazos taller/>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| convenio::empezar(taller)>
                    "Pedir un convenio con estos créditos"
                </button>
                <a class="v-boton" href=Ruta::Liquidacion.ancla()>"Si le notifican una cédula de liquidación"</a>
            </div>
        </section>
    }
}
