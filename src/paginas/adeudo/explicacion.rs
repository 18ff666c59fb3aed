//! Where a figure comes from: the drawer that opens when one is asked about.

use super::taller::Taller;
use crate::componentes::{ArbolDeMemoria, Cajon, fecha_larga, pesos};
use leptos::prelude::*;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::adeudo::{Cifra, Cuenta};

/// An amount that answers when it is pressed.
#[component]
pub fn CifraConRazon(taller: Taller, cifra: Cifra, importe: Importe) -> impl IntoView {
    view! {
        <button type="button" class="v-cifra-boton" title="Ver de dónde sale" on:click=move |_| taller.pregunta.set(Some(cifra))>
            {pesos(importe)}
        </button>
    }
}

/// The drawer.
#[component]
pub fn Explicacion(taller: Taller) -> impl IntoView {
    let abierto = RwSignal::new(false);
    Effect::new(move |_| {
        if taller.pregunta.get().is_some() {
            abierto.set(true);
        }
    });
    Effect::new(move |_| {
        if !abierto.get() {
            taller.pregunta.set(None);
        }
    });
    let titulo = Signal::derive(move || {
        let cuenta = taller.cuenta.get();
        taller
            .pregunta
            .get()
            .zip(cuenta)
            .map(|(p, c)| nombre(p, &c))
            .unwrap_or_default()
    });
    view! {
        <Cajon abierto titulo id="adeudo-explicacion">
            {move || taller.pregunta.get().zip(taller.cuenta.get()).map(|(cifra, cuenta)| {
                let nodos = cuenta.explicar(cifra);
                // the sums of a long list stay closed; one credit opens whole
                let abiertos = if matches!(cifra, Cifra::Credito(_)) { 2 } else { 1 };
                view! {
                    <p class="v-pista">"Si se paga el "{fecha_larga(cuenta.pago)}". Abra cada paso para ver de dónde sale."</p>
                    {cuenta.estimado.then(|| view! {
                        <div class="v-aviso v-aviso--advertencia"><p>"Es una estimación: falta un INPC y se usó el último conocido."</p></div>
                    })}
                    <ArbolDeMemoria nodos abiertos/>
                }
            })}
        </Cajon>
    }
}

fn nombre(cifra: Cifra, cuenta: &Cuenta) -> String {
    match cifra {
        Cifra::Total => "Total".to_owned(),
        Cifra::Actualizacion => "Actualización".to_owned(),
        Cifra::Recargos => "Recargos".to_owned(),
        Cifra::Credito(i) => cuenta.creditos.get(i).map(|c| c.credito.nombre()).unwrap_or_default(),
    }
}
