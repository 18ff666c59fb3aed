//! Making variants of a case: each is kept as an own case.

use super::super::entradas::Texto;
use super::super::escritorio::Escritorio;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::variante::{SinVariante, clave, variante};

/// Most that are made at once.
const MAXIMO: u64 = 20;

/// The form, in its drawer.
#[component]
pub fn Variantes(escritorio: Escritorio, caso: Caso) -> impl IntoView {
    let cuantas = RwSignal::new("1".to_owned());
    let semilla = RwSignal::new("1".to_owned());
    let dichos = RwSignal::new(Vec::<String>::new());
    let titulo = caso.titulo.clone();
    let caso = StoredValue::new(caso);
    let hacer = move |_| {
        let cuantas: Option<u64> = leer(&cuantas.get_untracked()).filter(|n| (1..=MAXIMO).contains(n));
        let semilla: Option<u64> = leer(&semilla.get_untracked()).filter(|n| *n < 1_000_000);
        dichos.set(match (cuantas, semilla) {
            (None, _) => vec![format!("Diga cuántas, del 1 al {MAXIMO}.")],
            (_, None) => vec!["La semilla es un número entero menor que un millón.".to_owned()],
            (Some(cuantas), Some(semilla)) => caso.with_value(|caso| hacer(escritorio, caso, semilla, cuantas)),
        });
    };
    view! {
        <form class="v-pila" on:submit=move |e| { e.prevent_default(); hacer(()); }>
            <p><strong>{titulo}</strong></p>
            <p>"Otras personas, empresas, importes y días, con identificadores válidos y ficticios. La decisión y los hallazgos son los mismos; las cifras se calculan de nuevo."</p>
            <Texto id="cuantas" etiqueta="Cuántas" valor="1".to_owned() clase="v-ancho-4 v-entrada--num" al_escribir=move |t| cuantas.set(t)/>
            <Texto id="semilla" etiqueta="Semilla de la primera" valor="1".to_owned() clase="v-ancho-8 v-entrada--num"
                pista="La misma semilla da siempre la misma variante; las demás llevan las que siguen." al_escribir=move |t| semilla.set(t)/>
            <div class="v-botones"><button class="v-boton v-boton--primario" type="submit">"Hacerlas"</button></div>
            <div role="status" data-hechas>
                {move || {
                    let dichos = dichos.get();
                    (!dichos.is_empty()).then(|| view! { <ul>{dichos.into_iter().map(|d| view! { <li>{d}</li> }).collect_view()}</ul> })
                }}
            </div>
        </form>
    }
}

fn leer(texto: &str) -> Option<u64> {
    texto.trim().parse().ok()
}

fn hacer(escritorio: Escritorio, caso: &Caso, semilla: u64, cuantas: u64) -> Vec<String> {
    let normativa = escritorio.contexto.normativa.get_untracked();
    let mut dichos = Vec::new();
    for semilla in semilla..semilla + cuantas {
        if escritorio.hay_clave(&clave(&caso.clave, semilla)) {
            dichos.push(format!("Con la semilla {semilla}: ya la tenía entre sus casos."));
            continue;
        }
        match variante(caso, semilla, &normativa) {
            Ok(nueva) => {
                dichos.push(format!("Se hizo {}: está entre sus casos.", nueva.clave));
                escritorio.adoptar(nueva);
            }
            Err(porque @ SinVariante::NoSale) => dichos.push(format!("Con la semilla {semilla}: {porque}")),
            // the others are of the case, not of the seed
            Err(porque) => {
                dichos.push(porque.to_string());
                break;
            }
        }
    }
    dichos
}
