//! What the person chooses: since when, and on which salary, typed or moved.

use super::taller::Taller;
use crate::componentes::{Segmentos, pesos};
use crate::paginas::papel::{Casilla, Errores};
use leptos::prelude::*;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::continuacion::{Deslizador, Inicio};
use ventanilla_tramites::texto::con_millares;

/// The panel.
#[component]
pub fn LoQuePagara(taller: Taller) -> impl IntoView {
    let papel = taller.papel;
    let errores: Signal<Errores> = taller.errores.into();
    let inicio = Signal::derive(move || taller.escrito.with(|e| e.inicio));
    let al_elegir = move |inicio: Inicio| {
        papel.escribir("inicio", inicio.clave());
        if inicio == Inicio::Baja {
            papel.dejar("fecha_baja"); // from here on it is needed: what is missing is said
        }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-eleccion">
            <h2 class="v-panel-titulo" id="m40-eleccion">"Lo que usted elige"</h2>
            <div class="v-pila v-pila--junta">
                <Segmentos
                    nombre="m40-inicio"
                    leyenda="¿Desde cuándo quiere que cuente?"
                    opciones=vec![(Inicio::Solicitud, "Desde que lo pida"), (Inicio::Baja, "Desde la baja")]
                    valor=inicio
                    al_elegir
                />
                <p class="v-pista">{move || match inicio.get() {
                    Inicio::Solicitud => "Lo de antes no cuenta ni se paga (RACERF 66).",
                    Inicio::Baja => "Desde el día siguiente a ella: se pagan todos los meses que pasaron, para no dejar hueco (RACERF 66).",
                }}</p>
            </div>
            <Casilla
                papel ruta="sbc" etiqueta="Salario con que quiere cotizar" errores modo="decimal" prefijo="$" sufijo="al día"
                pista="En blanco, el último. No puede ser menor que él ni pasar de 25 veces la UMA (LSS 218 y 28)."
            />
            <Mover taller/>
        </section>
    }
}

/// The slider, from the last salary to the cap.
#[component]
fn Mover(taller: Taller) -> impl IntoView {
    let deslizador = Memo::new(move |_| {
        let (minimo, limites) = taller.minimo().zip(taller.limites.get())?;
        (minimo < limites.tope).then(|| Deslizador::entre(minimo, limites.tope))
    });
    let elegido = Memo::new(move |_| taller.escrito.with(|e| e.elegido()));
    let veces = move || Some(taller.limites.get()?.veces(elegido.get()?));
    let en_palabras = move || {
        let cuanto = elegido.get().map(pesos).unwrap_or_default();
        let veces = veces().unwrap_or_default();
        let costo = taller
            .cuenta()
            .map(|c| format!(": {} al mes", pesos(c.este_mes.mes.total)));
        format!("{cuanto} al día, {veces} veces la UMA{}", costo.unwrap_or_default())
    };
    let mover = move |evento| {
        let posicion: i64 = event_target_value(&evento).parse().unwrap_or(0);
        if let Some(deslizador) = deslizador.get_untracked() {
            let texto = con_millares(&deslizador.salario(posicion).to_string());
            taller.papel.escribir("sbc", &texto);
        }
    };
    let extremo = move |posicion: fn(Deslizador) -> i64| deslizador.get().map(|d| pesos(d.salario(posicion(d))));
    view! {
        <Show when=move || deslizador.read().is_some()>
            <div class="v-campo v-mover">
                <label class="v-etiqueta" for="m40-mover">"Mover el salario"</label>
                <input
                    type="range"
                    id="m40-mover"
                    min="0"
                    max=move || deslizador.get().map_or(0, Deslizador::ultima).to_string()
                    step="1"
                    prop:value=move || posicion(deslizador.get(), elegido.get()).to_string()
                    aria-valuetext=en_palabras
                    aria-describedby="m40-mover-extremos"
                    on:input=mover
                />
                <div class="v-mover-extremos" id="m40-mover-extremos">
                    <span>{move || extremo(|_| 0)}" (el último)"</span>
                    <span>{move || extremo(Deslizador::ultima)}" (25 UMA)"</span>
                </div>
                <p class="v-m40-veces" data-veces>{move || veces().map(|v| format!("{v} veces la UMA"))}</p>
            </div>
        </Show>
    }
}

fn posicion(deslizador: Option<Deslizador>, elegido: Option<Importe>) -> i64 {
    deslizador.zip(elegido).map_or(0, |(d, sbc)| d.posicion(sbc))
}
