//! What helps to answer an application to a voluntary modality: which one it is, whether it applies, and what it costs.

use super::escritorio::Escritorio;
use super::panel::con_mirada;
use super::resultado::Secciones;
use crate::componentes::ArbolDeMemoria;
use crate::ruta::Ruta;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_tramites::colectiva;
use ventanilla_tramites::guion::{Mirada, Respuestas};
use ventanilla_tramites::incorporacion::{cotizacion, veredicto};

/// For who does not know which one to ask for.
#[component]
pub fn Orientacion() -> impl IntoView {
    view! {
        <p class="v-medida">
            "Si no sabe cuál, unas preguntas sobre su situación dicen qué modalidades le corresponden y qué cuesta cada una: "
            <a href=Ruta::Modalidad.ancla()>"¿Qué modalidad me toca?"</a>
        </p>
    }
}

/// Whether the modality that was chosen applies to the situation that was told.
#[component]
pub fn Veredicto(escritorio: Escritorio) -> impl IntoView {
    let opcion = Memo::new(move |_| con_mirada(escritorio, veredicto::de_la_elegida));
    let otras = move || {
        let otras = con_mirada(escritorio, veredicto::otras_que_proceden);
        (!otras.is_empty()).then(|| view! {
            <p>"Con esta situación también procede: "{otras.join("; ")}". "<a href=Ruta::Modalidad.ancla()>"Compararlas"</a></p>
        })
    };
    view! {
        <section class="v-pila" aria-labelledby="veredicto" aria-live="polite">
            <h2 class="v-panel-titulo" id="veredicto">"¿Procede?"</h2>
            {move || match opcion.get() {
                None => view! { <p class="v-tenue">"Se dice aquí cuando termine de contestar."</p> }.into_any(),
                Some(opcion) => {
                    let (clase, titulo) = match opcion.procede {
                        Procede::Si => ("v-aviso v-aviso--exito", "Procede"),
                        Procede::ConReserva => ("v-aviso v-aviso--advertencia", "Se puede solicitar, con reserva"),
                        Procede::No => ("v-aviso v-aviso--error", "No procede"),
                    };
                    let articulos = opcion.fundamento.iter().map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{*a}</span> });
                    view! {
                        <div class=clase>
                            <p class="v-aviso-titulo">{titulo}": "{opcion.nombre}</p>
                            <p>{opcion.motivo}{articulos.collect_view()}</p>
                            {otras}
                        </div>
                    }.into_any()
                }
            }}
        </section>
    }
}

/// Keeps a row for each age group that the tables lack: only its fee is left to type.
pub fn anotar_cuotas(escritorio: Escritorio, por_anotar: fn(&Mirada<'_>, &Respuestas) -> Option<Respuestas>) {
    Effect::new(move |_| {
        let escritas = escritorio.respuestas.read();
        if let Some(filas) = con_mirada(escritorio, |m| por_anotar(m, &escritas)) {
            drop(escritas);
            escritorio.cambiar(|r| r.reemplazar(cotizacion::CUOTAS, &filas));
        }
    });
}

/// What it costs, with the explanation of every figure.
#[component]
pub fn Cuota(escritorio: Escritorio) -> impl IntoView {
    anotar_cuotas(escritorio, cotizacion::cuotas_por_anotar);
    let salida = Memo::new(move |_| con_mirada(escritorio, |m| cotizacion::cotizar(m, true)).map(Arc::new));
    let secciones = Signal::derive(move || match salida.get().as_deref() {
        Some(Ok(salida)) => con_mirada(escritorio, |m| cotizacion::secciones(m, salida)),
        _ => Vec::new(),
    });
    view! {
        <section class="v-pila" aria-label="Lo que cuesta">
            {move || match salida.get().as_deref() {
                None => view! { <p class="v-tenue">"Conteste lo anterior, completo, para ver cuánto se paga."</p> }.into_any(),
                Some(Err(errores)) => view! {
                    <div class="v-aviso v-aviso--advertencia" role="status">
                        <p class="v-aviso-titulo">"Todavía no se puede calcular"</p>
                        {errores.iter().map(|h| view! { <p>{h.mensaje.clone()}</p> }).collect_view()}
                    </div>
                }.into_any(),
                Some(Ok(salida)) => {
                    let nodos = salida.memoria.clone().unwrap_or_default();
                    view! {
                        <Secciones secciones/>
                        <details class="v-ayuda">
                            <summary>"De dónde sale cada cifra"</summary>
                            <ArbolDeMemoria nodos/>
                        </details>
                    }.into_any()
                }
            }}
        </section>
    }
}

/// What the people of a collective agreement pay, and what the agreement needs.
#[component]
pub fn CuotaDelGrupo(escritorio: Escritorio) -> impl IntoView {
    anotar_cuotas(escritorio, colectiva::cotizacion::cuotas_por_anotar);
    let secciones = Memo::new(move |_| escritorio.dictamen.read().secciones.clone());
    view! {
        <section class="v-pila" aria-label="Lo que cuesta">
            <Secciones secciones/>
            {move || (secciones.read().len() < 2).then(|| view! {
                <p class="v-tenue">"Complete lo de arriba para ver cuánto se paga."</p>
            })}
        </section>
    }
}
