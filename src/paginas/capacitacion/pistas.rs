//! Help, and the time it takes.

use super::mesa::Mesa;
use super::registro::Registro;
use leptos::prelude::*;
use std::time::Duration;
use ventanilla_capacitacion::calificar::Puntos;

/// Hints, one after another. An exam has none.
#[component]
pub fn Pistas(mesa: Mesa) -> impl IntoView {
    let todas = mesa
        .registro
        .with_untracked(|r| r.caso.as_ref().map(|c| c.pistas.clone()).unwrap_or_default());
    let (maximo, cuesta) = mesa
        .registro
        .with_untracked(|r| (r.criterio.pistas.maximo, r.criterio.pistas.descuento));
    let hay = todas.len().min(maximo.map_or(usize::MAX, |m| m as usize));
    if hay == 0 {
        return ().into_any();
    }
    let abiertas = Memo::new(move |_| (mesa.registro.read().intento.pistas as usize).min(hay));
    let costo = if cuesta == Puntos::default() {
        "no quita puntos".to_owned()
    } else {
        format!("cada una quita {cuesta} puntos")
    };
    view! {
        <section class="v-panel v-pila v-no-imprimir" aria-labelledby="pistas">
            <h2 class="v-panel-titulo" id="pistas">"Pistas"</h2>
            <ol class="v-pistas" aria-live="polite">
                {move || todas.iter().take(abiertas.get()).map(|p| view! { <li>{p.clone()}</li> }).collect_view()}
            </ol>
            {move || (abiertas.get() < hay).then(|| view! {
                <div class="v-botones">
                    <button class="v-boton" type="button" on:click=move |_| mesa.anotar(|i| i.pistas += 1)>
                        "Pedir una pista ("{abiertas.get() + 1}" de "{hay}")"
                    </button>
                    <span class="v-pista">{costo.clone()}</span>
                </div>
            })}
        </section>
    }
    .into_any()
}

/// How long it has taken, or how long there is.
#[component]
pub fn Reloj(mesa: Mesa) -> impl IntoView {
    let leer = move |r: &Registro| (r.transcurridos(), r.quedan());
    let reloj = RwSignal::new(mesa.registro.with_untracked(leer));
    let tictac = set_interval_with_handle(
        move || {
            if let Some(ahora) = mesa.registro.try_with_untracked(leer) {
                let _ = reloj.try_set(ahora);
            }
        },
        Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(tictac) = tictac {
            tictac.clear();
        }
    });
    let texto = move || match reloj.get() {
        (segundos, None) => ["Lleva ", &en_palabras(segundos)].concat(),
        (_, Some(quedan)) => match u32::try_from(quedan) {
            Ok(quedan) => ["Quedan ", &en_palabras(quedan)].concat(),
            Err(_) => "Se acabó el tiempo: entregue lo que tenga.".to_owned(),
        },
    };
    view! { <p class="v-reloj" role="timer">{texto}</p> }
}

/// Minutes; the last one in seconds.
pub fn en_palabras(segundos: u32) -> String {
    match segundos / 60 {
        0 => format!("{segundos} s"),
        minutos => format!("{minutos} min"),
    }
}
