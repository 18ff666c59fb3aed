//! A period that was not paid goes to the adeudo. That page is of another module: it finds the credits in what the browser
//! keeps.

use super::cedula::{Hoja, preparar};
use super::mesa::Mesa;
use crate::almacen;
use crate::ruta::{Ruta, ir_a};
use leptos::prelude::*;
use ventanilla_tramites::adeudo::{Renglon, Traspaso, renglon_de_prevision};

/// The button.
#[component]
pub fn PasarAAdeudo(mesa: Mesa) -> impl IntoView {
    view! {
        <div class="v-pila v-pila--junta">
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| pasar(mesa)>"No se pagó: pasar a adeudo"</button>
            </div>
            <p class="v-pista">"Para saber cuánto es hoy con actualización y recargos. El Infonavit no pasa: no se le debe al IMSS."</p>
        </div>
    }
}

fn pasar(mesa: Mesa) {
    preparar(mesa, move |hojas| {
        let creditos: Vec<Renglon> = hojas.iter().filter_map(credito).collect();
        if creditos.is_empty() {
            return mesa
                .contexto
                .avisar("No hay cuotas del IMSS en este periodo que pasar a adeudo.");
        }
        leptos::task::spawn_local(guardar(mesa, Traspaso::nuevo(creditos)));
    });
}

fn credito(hoja: &Hoja) -> Option<Renglon> {
    renglon_de_prevision(hoja.escenario.periodo, &hoja.lote.totales.importes)
}

async fn guardar(mesa: Mesa, traspaso: Traspaso) {
    let texto = serde_json::to_string(&traspaso).unwrap_or_default();
    match almacen::guardar_ajuste(&mesa.contexto.propia(almacen::ADEUDO_POR_RECIBIR), &texto).await {
        Ok(()) => ir_a(Ruta::Adeudo),
        Err(error) => mesa.contexto.fallo_el_almacen(&error),
    }
}
