//! What a trainee did: case by case, attempt by attempt, with what was missed, what it was and its article.

use super::grupo::articulos;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Aspecto, Calificacion, Renglon, Resultado};
use ventanilla_capacitacion::sesion::{DelAprendiz, DelCaso};
use ventanilla_tramites::texto::con_fechas;

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
                <ul class="v-faltas" role="list">{mal.into_iter().map(falta).collect_view()}</ul>
            </div>
        </details>
    }
}

fn falta(renglon: Renglon) -> impl IntoView {
    let dice = match renglon.resultado {
        Resultado::Acierto => "Bien",
        Resultado::Distinto => "Otra cosa",
        Resultado::Falta => "Falta",
        Resultado::DeMas => "De más",
    };
    let dado = (renglon.resultado == Resultado::Distinto).then(|| format!("Contestó: {}. ", con_fechas(&renglon.dado)));
    let esperado = (renglon.aspecto != Aspecto::Hallazgos && !renglon.esperado.is_empty())
        .then(|| format!("Es: {}.", con_fechas(&renglon.esperado)));
    view! {
        <li>
            <p><strong>{dice}</strong>" · "{renglon.aspecto.rotulo()}" · "{con_fechas(&renglon.rotulo)}</p>
            {(dado.is_some() || esperado.is_some()).then(|| view! { <p>{dado}{esperado}</p> })}
            {(!renglon.porque.is_empty()).then(|| view! { <p class="v-tenue">{con_fechas(&renglon.porque)}</p> })}
            {articulos(renglon.fundamento)}
        </li>
    }
}
