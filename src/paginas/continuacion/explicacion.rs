//! Where a figure comes from: the drawer that opens when one is asked about.

use super::taller::Taller;
use crate::componentes::{ArbolDeMemoria, Cajon, fecha_corta, pesos};
use leptos::prelude::*;
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::continuacion::{Cifra, Parte, explicar};

/// An amount that answers when it is pressed.
#[component]
pub fn CifraConRazon(taller: Taller, cifra: Cifra, importe: Importe) -> impl IntoView {
    view! {
        <button type="button" class="v-cifra-boton" title="Ver de dónde sale" on:click=move |_| taller.pregunta.set(Some(cifra))>
            {pesos(importe)}
        </button>
    }
}

/// The figure of some days of a month.
pub fn cifra_de(parte: &Parte) -> Cifra {
    Cifra::Dias(parte.mes.desde.0, parte.mes.hasta.0)
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
    let titulo = Signal::derive(move || taller.pregunta.get().map(nombre).unwrap_or_default());
    view! {
        <Cajon abierto titulo id="m40-explicacion">
            {move || taller.pregunta.get().map(|cifra| {
                let normativa = taller.papel.contexto.normativa.read();
                let nodos = taller.escrito.with(|e| explicar(&normativa, e, taller.hoy(), cifra));
                // the months of a long list stay closed; one opens whole
                let abiertos = if cifra == Cifra::Inicio { 1 } else { 2 };
                let supuesta = matches!(cifra, Cifra::Futura(..));
                view! {
                    <p class="v-pista">"Abra cada paso para ver de dónde sale."</p>
                    {supuesta.then(|| view! {
                        <div class="v-aviso v-aviso--advertencia"><p>"Es una hipótesis, no es ley: usa la UMA y el salario mínimo que usted escribió."</p></div>
                    })}
                    <ArbolDeMemoria nodos abiertos/>
                }
            })}
        </Cajon>
    }
}

fn nombre(cifra: Cifra) -> String {
    match cifra {
        Cifra::Inicio => "Para empezar".to_owned(),
        Cifra::Dias(desde, hasta) => format!("Del {} al {}", fecha_corta(desde), fecha_corta(hasta)),
        Cifra::Futura(anio, mes) => format!("{} de {anio}, hipótesis", nombre_del_mes(mes)),
    }
}
