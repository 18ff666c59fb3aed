//! The grade: how much, of what, and why, thing by thing.

use super::juicio::Juicio;
use super::memoria::explicacion;
use super::mesa::Mesa;
use super::pistas::en_palabras;
use super::registro::Entrega;
use crate::paginas::dichos::articulos;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Aspecto, Calificacion, DelAspecto, Renglon, Resultado, calificar};
use ventanilla_capacitacion::caso::Caso;
use ventanilla_tramites::texto::con_fechas;

/// Id of the heading of the grade.
pub const CALIFICACION: &str = "calificacion";

/// The last attempt that was handed in.
#[component]
pub fn Calificada(mesa: Mesa) -> impl IntoView {
    let registro = mesa.registro.get_untracked();
    let Some(entrega) = registro.entregas.last().cloned() else {
        return ().into_any();
    };
    let nota = registro.caso.as_ref().map(|caso| {
        let normativa = mesa.contexto.normativa.read_untracked();
        calificar(caso, &entrega.intento, &registro.criterio, &normativa)
    });
    let contenido = match (nota, registro.caso) {
        (Some(Ok(nota)), Some(caso)) => view! { <Nota mesa nota entrega caso/> }.into_any(),
        (Some(Err(errores)), _) => view! {
            <div class="v-aviso v-aviso--error"><p>"Este caso no se pudo calificar."</p>{errores.iter().map(|e| view! { <p>{e.to_string()}</p> }).collect_view()}</div>
        }
        .into_any(),
        _ => view! { <Entregado/> }.into_any(),
    };
    let otra = registro_puede(mesa).then(|| {
        view! { <button class="v-boton v-boton--primario" type="button" on:click=move |_| mesa.otra_vez()>"Intentar otra vez"</button> }
    });
    view! {
        {contenido}
        <div class="v-botones v-botones--pie v-no-imprimir">
            {otra}
            <a class="v-boton" href=Ruta::Capacitacion.ancla()>"Ver los casos"</a>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| crate::impresion::imprimir()>"Imprimir"</button>
        </div>
    }
    .into_any()
}

fn registro_puede(mesa: Mesa) -> bool {
    mesa.registro.with_untracked(super::registro::Registro::puede_intentar)
}

/// An exam: somebody else grades it.
#[component]
fn Entregado() -> impl IntoView {
    view! {
        <section class="v-panel v-panel--realce v-pila" role="status">
            <h2 class="v-panel-titulo" id=CALIFICACION tabindex="-1">"Entregado"</h2>
            <p>"Lo califica su instructor. Cuando termine los casos de la sesión, baje el archivo de resultados en Capacitación y envíeselo."</p>
        </section>
    }
}

#[component]
fn Nota(mesa: Mesa, nota: Calificacion, entrega: Entrega, caso: Caso) -> impl IntoView {
    let aspectos = nota.aspectos.clone();
    let caso = StoredValue::new(caso);
    let grupos = Aspecto::TODOS.into_iter().filter_map(move |aspecto| {
        // silence about what is not so is no answer: it is not told as one
        let suyos = nota.renglones.iter().filter(|r| r.aspecto == aspecto && !r.callado());
        let suyos: Vec<Renglon> = suyos.cloned().collect();
        (!suyos.is_empty()).then(|| view! { <Grupo mesa aspecto renglones=suyos caso/> })
    });
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby=CALIFICACION>
            <h2 class="v-panel-titulo" id=CALIFICACION tabindex="-1">"Calificación"</h2>
            <p class="v-nota"><strong>{nota.puntos.to_string()}</strong>" de 100"</p>
            <p class="v-pista">
                "Intento "{nota.numero}" · "{en_palabras(entrega.intento.segundos)}
                {match entrega.intento.pistas { 0 => " · sin pistas".to_owned(), 1 => " · una pista".to_owned(), n => format!(" · {n} pistas") }}
            </p>
            <Aspectos aspectos/>
            {(!nota.descuentos.is_empty()).then(|| view! {
                <ul class="v-descuentos" role="list">
                    {nota.descuentos.iter().map(|d| view! { <li>{d.detalle.clone()}" −"{d.puntos.to_string()}</li> }).collect_view()}
                </ul>
            })}
        </section>
        {grupos.collect_view()}
        {(!nota.trampas.is_empty()).then(|| view! {
            <section class="v-panel v-pila" aria-labelledby="trampas">
                <h2 class="v-panel-titulo" id="trampas">"Lo que escondía el caso"</h2>
                <ul class="v-trampas">
                    {nota.trampas.iter().map(|t| view! { <li>{con_fechas(&t.que)}" "{articulos(t.fundamento.iter().map(String::as_str))}</li> }).collect_view()}
                </ul>
            </section>
        })}
    }
}

/// What each aspect gave, as bars that are also a table.
#[component]
fn Aspectos(aspectos: Vec<DelAspecto>) -> impl IntoView {
    view! {
        <table class="v-tabla v-tabla--densa v-aspectos">
            <caption class="v-oculto">"Puntos por aspecto"</caption>
            <thead><tr><th scope="col">"Aspecto"</th><th scope="col" class="v-num">"Puntos"</th><th scope="col" class="v-num">"De"</th><th scope="col"><span class="v-oculto">"Parte"</span></th></tr></thead>
            <tbody>
                {aspectos.into_iter().map(|a| {
                    let (puntos, maximo) = (a.puntos.centesimas(), a.maximo.centesimas().max(1));
                    view! {
                        <tr>
                            <th scope="row">{a.aspecto.rotulo()}</th>
                            <td class="v-num">{a.puntos.to_string()}</td>
                            <td class="v-num">{a.maximo.to_string()}</td>
                            <td><progress class="v-progreso" max=maximo.to_string() value=puntos.to_string() aria-label=a.aspecto.rotulo()></progress></td>
                        </tr>
                    }
                }).collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn Grupo(mesa: Mesa, aspecto: Aspecto, renglones: Vec<Renglon>, caso: StoredValue<Caso>) -> impl IntoView {
    let (bien, mal): (Vec<Renglon>, Vec<Renglon>) =
        renglones.into_iter().partition(|r| r.resultado == Resultado::Acierto);
    let bien_contados = match bien.len() {
        1 => "Una bien".to_owned(),
        n => format!("{n} bien"),
    };
    view! {
        <section class="v-panel v-pila" aria-label=aspecto.rotulo()>
            <h2 class="v-panel-titulo">{aspecto.rotulo()}</h2>
            {mal.is_empty().then(|| view! { <p class="v-bien">"Todo bien."</p> })}
            <ul class="v-juicios" role="list">{mal.into_iter().map(|r| view! { <UnRenglon mesa renglon=r caso/> }).collect_view()}</ul>
            {(!bien.is_empty()).then(|| view! {
                <details>
                    <summary>{bien_contados}</summary>
                    <ul class="v-juicios" role="list">{bien.into_iter().map(|r| view! { <UnRenglon mesa renglon=r caso/> }).collect_view()}</ul>
                </details>
            })}
        </section>
    }
}

#[component]
fn UnRenglon(mesa: Mesa, renglon: Renglon, caso: StoredValue<Caso>) -> impl IntoView {
    let de = StoredValue::new(renglon.memoria.clone());
    let abierta = RwSignal::new(false);
    let memoria = (!renglon.memoria.is_empty()).then(|| {
        view! {
            <details class="v-no-imprimir" on:toggle=move |_| abierta.set(true)>
                <summary>"De dónde sale"</summary>
                {move || abierta.get().then(|| {
                    let normativa = mesa.contexto.normativa.read();
                    caso.with_value(|c| de.with_value(|de| explicacion(c, de, &normativa)))
                        .unwrap_or_else(|| view! { <p class="v-pista">"Esta cifra se lee directamente en la tabla."</p> }.into_any())
                })}
            </details>
        }
    });
    view! { <Juicio renglon>{memoria}</Juicio> }
}
