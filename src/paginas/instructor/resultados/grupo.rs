//! The group: scores, subjects, what was missed most, and the files of all that.

use super::super::escritorio::{Entregado, Escritorio};
use super::super::sesion::quien;
use super::Calificados;
use super::aprendiz::Detalle;
use super::barras::Barras;
use crate::componentes::{Cajon, descargar};
use crate::paginas::dichos::articulos;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_capacitacion::calificar::Puntos;
use ventanilla_capacitacion::sesion::{DelAprendiz, Sesion, csv_de_fallados, csv_de_temas, csv_del_grupo};

/// Rows of what was missed that are in sight at first.
const FALLADOS: usize = 10;

/// The group.
#[component]
pub fn Grupo(
    escritorio: Escritorio,
    sesion: StoredValue<Sesion>,
    calificados: Arc<Calificados>,
    suyos: Memo<Vec<Entregado>>,
) -> impl IntoView {
    let resumen = &calificados.resumen;
    let cuantos = match calificados.grupo.len() {
        1 => "1 aprendiz".to_owned(),
        n => format!("{n} aprendices"),
    };
    let avisos = avisos(&calificados.grupo);
    let temas: Vec<(String, Puntos, String)> = resumen
        .temas
        .iter()
        .map(|t| (t.tema.rotulo().to_owned(), t.promedio, t.cuantos.to_string()))
        .collect();
    let casos: Vec<(String, Puntos, String)> = resumen
        .casos
        .iter()
        .map(|c| {
            (
                format!("{} · {}", c.caso, c.titulo),
                c.promedio,
                c.intentaron.to_string(),
            )
        })
        .collect();
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="grupo">
            <h2 class="v-panel-titulo" id="grupo">"El grupo"</h2>
            <p class="v-cifra">
                <span class="v-cifra-nombre">"Promedio de "{cuantos}</span>
                <span class="v-cifra-valor" data-promedio>{resumen.promedio.to_string()}</span>
                <span class="v-cifra-nota">"de 100"</span>
            </p>
            {(!avisos.is_empty()).then(|| view! {
                <div class="v-aviso v-aviso--advertencia" data-avisos>
                    <p class="v-aviso-titulo">"Téngalo en cuenta:"</p>
                    <ul>{avisos.into_iter().map(|a| view! { <li>{a}</li> }).collect_view()}</ul>
                </div>
            })}
            <Archivos escritorio sesion calificados=Arc::clone(&calificados)/>
        </section>
        <Aprendices escritorio calificados=Arc::clone(&calificados) suyos/>
        <section class="v-panel v-pila" aria-labelledby="temas">
            <h2 class="v-panel-titulo" id="temas">"Por tema, el más flojo primero"</h2>
            <Barras renglones=temas titulo="Promedio por tema" que="Tema" cuantos="Casos por resolver"/>
        </section>
        <section class="v-panel v-pila" aria-labelledby="por-caso">
            <h2 class="v-panel-titulo" id="por-caso">"Por caso"</h2>
            <Barras renglones=casos titulo="Promedio por caso" que="Caso" cuantos="Lo intentaron"/>
        </section>
        <Fallados calificados/>
    }
}

/// What the instructor has to know before believing a score.
fn avisos(grupo: &[DelAprendiz]) -> Vec<String> {
    let mut avisos = Vec::new();
    for a in grupo {
        let quien = quien(&a.aprendiz);
        if a.fuera_de_tiempo {
            avisos.push(format!(
                "{quien} se pasó del tiempo de la sesión: tardó {} minutos.",
                a.segundos.div_ceil(60)
            ));
        }
        if a.otra_normativa {
            avisos.push(format!(
                "{quien} lo hizo con otra versión de los parámetros: alguna cifra pudo salirle distinta sin que sea su error."
            ));
        }
        if !a.ajenos.is_empty() {
            let cuales = a.ajenos.join(", ");
            avisos.push(format!("{quien} trae intentos de casos que no son suyos ({cuales}): no cuentan. Quizá usó el archivo de otra persona, o la sesión cambió."));
        }
    }
    avisos
}

#[component]
fn Archivos(escritorio: Escritorio, sesion: StoredValue<Sesion>, calificados: Arc<Calificados>) -> impl IntoView {
    let bajar = move |que: &str, bytes: Vec<u8>| {
        let nombre = format!("{que}-{}.csv", sesion.with_value(|s| s.clave.clone()));
        if descargar(&nombre, "text/csv", &bytes).is_err() {
            escritorio
                .contexto
                .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
        }
    };
    let (de_grupo, de_temas, de_fallados) = (Arc::clone(&calificados), Arc::clone(&calificados), calificados);
    view! {
        <div class="v-botones">
            <button class="v-boton" type="button" on:click=move |_| bajar("grupo", csv_del_grupo(&de_grupo.grupo))>"CSV del grupo"</button>
            <button class="v-boton" type="button" on:click=move |_| bajar("temas", csv_de_temas(&de_temas.resumen))>"CSV por tema"</button>
            <button class="v-boton" type="button" on:click=move |_| bajar("fallados", csv_de_fallados(&de_fallados.resumen))>"CSV de lo fallado"</button>
            <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>"Imprimir"</button>
        </div>
    }
}

#[component]
fn Aprendices(escritorio: Escritorio, calificados: Arc<Calificados>, suyos: Memo<Vec<Entregado>>) -> impl IntoView {
    let abierto = RwSignal::new(false);
    let elegido = RwSignal::new(None::<DelAprendiz>);
    let titulo = Signal::derive(move || elegido.read().as_ref().map(|a| quien(&a.aprendiz)).unwrap_or_default());
    let filas = calificados.resumen.aprendices.iter().filter_map(|(aprendiz, puntos)| {
        let suyo = calificados.grupo.iter().find(|a| a.aprendiz == *aprendiz)?.clone();
        let nombre = quien(aprendiz);
        let entregados = suyo.casos.iter().filter(|c| c.cuenta.is_some()).count();
        let de = suyo.casos.len();
        let (etiqueta, clave) = (nombre.clone(), aprendiz.clave.clone());
        let minutos = suyo.segundos.div_ceil(60);
        let quitar = {
            let clave = clave.clone();
            move |_| {
                let entregado = suyos.with_untracked(|s| s.iter().find(|e| e.resultados.aprendiz.clave == clave).cloned());
                if let Some(entregado) = entregado {
                    escritorio.borrar(&entregado, format!("Se quitaron los resultados de {}.", self::quien(&entregado.resultados.aprendiz)));
                }
            }
        };
        Some(view! {
            <tr>
                <th scope="row">{nombre}<br/><small class="v-tenue">{clave}</small></th>
                <td class="v-num"><strong>{puntos.to_string()}</strong></td>
                <td class="v-num v-inst-angosto">{entregados}" de "{de}</td>
                <td class="v-num v-inst-angosto">{minutos}" min"</td>
                <td class="v-no-imprimir">
                    <div class="v-botones">
                        <button class="v-boton" type="button" on:click=move |_| { elegido.set(Some(suyo.clone())); abierto.set(true); }>
                            "Ver"<span class="v-oculto">" lo de "{etiqueta.clone()}</span>
                        </button>
                        <button class="v-boton v-boton--quieto" type="button" on:click=quitar>
                            "Quitar"<span class="v-oculto">" lo de "{etiqueta.clone()}</span>
                        </button>
                    </div>
                </td>
            </tr>
        })
    });
    let filas = filas.collect_view();
    view! {
        <section class="v-panel v-pila" aria-labelledby="aprendices">
            <h2 class="v-panel-titulo" id="aprendices">"Cada aprendiz, la mejor calificación primero"</h2>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Calificaciones">
                <table class="v-tabla" data-aprendices>
                    <caption class="v-oculto">"Calificaciones"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Aprendiz"</th>
                            <th scope="col" class="v-num">"Puntos"</th>
                            <th scope="col" class="v-num v-inst-angosto">"Casos"</th>
                            <th scope="col" class="v-num v-inst-angosto">"Tiempo"</th>
                            <th scope="col" class="v-no-imprimir"><span class="v-oculto">"Acciones"</span></th>
                        </tr>
                    </thead>
                    <tbody>{filas}</tbody>
                </table>
            </div>
        </section>
        <Cajon abierto titulo id="detalle-del-aprendiz">
            {move || elegido.get().map(|de| view! { <Detalle de/> })}
        </Cajon>
    }
}

#[component]
fn Fallados(calificados: Arc<Calificados>) -> impl IntoView {
    let todos = calificados.resumen.fallados.clone();
    let cuantos = todos.len();
    let nadie = calificados.resumen.casos.iter().all(|c| c.intentaron == 0);
    let ver_todos = RwSignal::new(false);
    let filas = move || {
        let tope = if ver_todos.get() { usize::MAX } else { FALLADOS };
        todos
            .iter()
            .take(tope)
            .cloned()
            .map(|f| {
                let de_mas = match f.de_mas {
                    0 => String::new(),
                    n => format!(" ({n} de más)"),
                };
                view! {
                    <tr>
                        <th scope="row">{f.rotulo}<br/><small class="v-tenue">{f.aspecto.rotulo()}" · "{f.caso}</small></th>
                        <td class="v-num">{f.fallaron}" de "{f.intentaron}{de_mas}</td>
                        <td><span class="v-articulos">{articulos(f.fundamento.iter().map(String::as_str))}</span></td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="fallados">
            <h2 class="v-panel-titulo" id="fallados">"Lo que más se falló"</h2>
            {if nadie {
                view! { <p>"Nadie ha entregado los casos de esta sesión."</p> }.into_any()
            } else if cuantos == 0 {
                view! { <p>"Nadie falló nada de lo que entregó."</p> }.into_any()
            } else {
                view! {
                    <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de lo que más se falló">
                        <table class="v-tabla" data-fallados>
                            <caption class="v-oculto">"Lo que más se falló"</caption>
                            <thead><tr><th scope="col">"Qué"</th><th scope="col" class="v-num">"Fallaron"</th><th scope="col">"Fundamento"</th></tr></thead>
                            <tbody>{filas}</tbody>
                        </table>
                    </div>
                    {move || (cuantos > FALLADOS && !ver_todos.get()).then(|| view! {
                        <div class="v-botones"><button class="v-boton" type="button" on:click=move |_| ver_todos.set(true)>"Ver los "{cuantos}</button></div>
                    })}
                }.into_any()
            }}
        </section>
    }
}
