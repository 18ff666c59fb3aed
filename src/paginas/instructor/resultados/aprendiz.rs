//! What a trainee did: case by case, attempt by attempt, with what was missed, what it was and its article.

use crate::paginas::capacitacion::Juicio;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Calificacion, Renglon, Resultado};
use ventanilla_capacitacion::sesion::{DelAprendiz, DelCaso};

/// All of it.
#[component]
pub fn Detalle(de: DelAprendiz) -> impl IntoView {
    view! {
        <div class="v-pila v-pila--amplia">
            <p><strong>{de.puntos.to_string()}</strong>" de 100 · "{de.segundos.div_ceil(60)}" min"</p>
            {de.casos.into_iter().map(|caso| view! { <UnCaso caso/> }).collect_view()}
        </div>
    }
}

#[component]
fn UnCaso(caso: DelCaso) -> impl IntoView {
    let variante = (caso.suyo != caso.caso).then(|| format!(" · su variante: {}", caso.suyo));
    let (cuenta, varios) = (caso.cuenta, caso.intentos.len() > 1);
    let intentos = caso.intentos.into_iter().enumerate();
    let intentos = intentos.map(|(i, nota)| {
        let cual = (varios && cuenta == Some(i)).then_some(" · es el que cuenta");
        view! { <Intento nota cual abierto={cuenta == Some(i)}/> }
    });
    let intentos = intentos.collect_view();
    view! {
        <section class="v-pila v-pila--junta">
            <h3>{caso.titulo}</h3>
            <p class="v-tenue">{caso.caso}{variante}" · "{caso.puntos.to_string()}" puntos · peso "{caso.peso}</p>
            {cuenta.is_none().then(|| view! { <p>"No lo entregó: vale cero."</p> })}
            {intentos}
        </section>
    }
}

#[component]
fn Intento(nota: Calificacion, cual: Option<&'static str>, abierto: bool) -> impl IntoView {
    let (bien, mal): (Vec<Renglon>, Vec<Renglon>) = nota
        .renglones
        .into_iter()
        .partition(|r| r.resultado == Resultado::Acierto);
    let bien = match bien.len() {
        1 => "1 respuesta bien".to_owned(),
        n => format!("{n} respuestas bien"),
    };
    view! {
        <details class="v-intento" open=abierto>
            <summary>"Intento "{nota.numero}": "{nota.puntos.to_string()}" puntos"{cual}</summary>
            <div class="v-pila v-pila--junta">
                <p class="v-tenue">
                    {nota.aspectos.iter().map(|a| format!("{} {} de {}", a.aspecto.rotulo(), a.puntos, a.maximo)).collect::<Vec<_>>().join(" · ")}
                </p>
                {nota.descuentos.into_iter().map(|d| view! { <p>{d.detalle}" Quita "{d.puntos.to_string()}"."</p> }).collect_view()}
                <p>{bien}{if mal.is_empty() { ", nada mal." } else { "; lo demás:" }}</p>
                <ul class="v-juicios" role="list">{mal.into_iter().map(|renglon| view! { <Juicio renglon con_aspecto=true/> }).collect_view()}</ul>
            </div>
        </details>
    }
}
