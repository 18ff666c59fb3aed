//! The first page: sessions and cases of one's own, and what to do first when there are none.

use super::escritorio::{CasoPropio, Escritorio, SesionPropia};
use crate::componentes::fecha_corta;
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_capacitacion::sesion::Modo;

/// The page.
#[component]
pub fn Inicio(escritorio: Escritorio) -> impl IntoView {
    let empezar = move |_| {
        let clave = escritorio.empezar_sesion();
        ir_a_direccion(&Ruta::Instructor.con(&["sesion/", &clave].concat()));
    };
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Instructor"</h1>
                <p class="v-entradilla">"Prepare una sesión con casos simulados, repártala como archivo y lea los resultados del grupo. Todo queda en este equipo."</p>
            </div>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=empezar>"Nueva sesión"</button>
                <a class="v-boton" href=Ruta::Instructor.con("casos")>"Casos"</a>
            </div>
        </div>
        <div class="v-pila v-pila--amplia">
            {move || (escritorio.ilegibles.get() > 0).then(|| view! {
                <div class="v-aviso v-aviso--advertencia" role="status">
                    <p>"Hay "{escritorio.ilegibles.get()}" guardados que esta versión no puede leer. No se borran: ábralos con la versión con que se hicieron."</p>
                </div>
            })}
            <section class="v-pila" aria-labelledby="sesiones">
                <h2 id="sesiones">"Sesiones"</h2>
                {move || {
                    let sesiones = ordenados(escritorio.sesiones.get(), |s| s.modificado.clone());
                    if sesiones.is_empty() {
                        view! {
                            <div class="v-vacio">
                                <p>"Todavía no hay sesiones. Empiece una: elija casos de la biblioteca, diga si es práctica o examen y bájela como archivo para su grupo."</p>
                            </div>
                        }.into_any()
                    } else {
                        let filas = sesiones.into_iter().map(|s| view! { <UnaSesion escritorio sesion=s/> }).collect_view();
                        view! { <ul class="v-renglones" role="list">{filas}</ul> }.into_any()
                    }
                }}
            </section>
            <section class="v-pila" aria-labelledby="casos">
                <h2 id="casos">"Casos propios"</h2>
                {move || {
                    let casos = ordenados(escritorio.casos.get(), |c| c.modificado.clone());
                    if casos.is_empty() {
                        view! {
                            <div class="v-vacio">
                                <p>"Todavía no hay casos propios. En la biblioteca puede duplicar uno, hacer variantes con otras personas, o hacer un caso de un borrador."</p>
                                <div class="v-botones"><a class="v-boton" href=Ruta::Instructor.con("casos")>"Ver la biblioteca"</a></div>
                            </div>
                        }.into_any()
                    } else {
                        let filas = casos.into_iter().map(|c| view! { <UnCaso escritorio caso=c/> }).collect_view();
                        view! { <ul class="v-renglones" role="list">{filas}</ul> }.into_any()
                    }
                }}
            </section>
        </div>
    }
}

fn ordenados<T>(lista: Option<Vec<T>>, cuando: impl Fn(&T) -> String) -> Vec<T> {
    let mut lista = lista.unwrap_or_default();
    lista.sort_by_key(|t| std::cmp::Reverse(cuando(t)));
    lista
}

/// The title of a session, or what it is called without one.
pub fn nombre(sesion: &SesionPropia) -> String {
    match sesion.sesion.titulo.trim() {
        "" => format!("Sesión sin título ({})", sesion.sesion.clave),
        titulo => titulo.to_owned(),
    }
}

#[component]
fn UnaSesion(escritorio: Escritorio, sesion: SesionPropia) -> impl IntoView {
    let clave = sesion.sesion.clave.clone();
    let destino = Ruta::Instructor.con(&["sesion/", &clave].concat());
    let nombre = nombre(&sesion);
    let modo = match sesion.sesion.modo {
        Modo::Practica => "Práctica",
        Modo::Examen => "Examen",
    };
    let casos = match sesion.sesion.casos.len() {
        0 => "sin casos".to_owned(),
        1 => "1 caso".to_owned(),
        n => format!("{n} casos"),
    };
    let recibidos = escritorio.entregados.with_untracked(|e| {
        let todos = e.as_ref().into_iter().flatten();
        todos.filter(|e| e.resultados.sesion == clave).count()
    });
    let recibidos = match recibidos {
        0 => String::new(),
        1 => " · 1 resultado".to_owned(),
        n => format!(" · {n} resultados"),
    };
    let (etiqueta, dicho) = (nombre.clone(), format!("Se borró «{nombre}»."));
    view! {
        <li class="v-renglon">
            <div>
                <a class="v-renglon-titulo" href=destino.clone()>{nombre}</a>
                <p class="v-tenue">{modo}" · "{casos}{recibidos}" · "{dia(&sesion.modificado)}</p>
            </div>
            <a class="v-boton" href=[&destino, "/repartir"].concat()>"Repartir"<span class="v-oculto">" "{etiqueta.clone()}</span></a>
            <a class="v-boton" href=[&destino, "/resultados"].concat()>"Resultados"<span class="v-oculto">" "{etiqueta.clone()}</span></a>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| escritorio.borrar(&sesion, dicho.clone())>
                "Borrar"<span class="v-oculto">" "{etiqueta}</span>
            </button>
        </li>
    }
}

/// An own case, with its way to the editor.
#[component]
pub fn UnCaso(escritorio: Escritorio, caso: CasoPropio, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let titulo = match caso.caso.titulo.trim() {
        "" => "Caso sin título".to_owned(),
        titulo => titulo.to_owned(),
    };
    let (etiqueta, dicho) = (titulo.clone(), format!("Se borró «{titulo}»."));
    let clave = caso.caso.clave.clone();
    let propio = clave.clone();
    let cuando = dia(&caso.modificado);
    let destino = Ruta::Instructor.con(&["caso/", &caso.id].concat());
    view! {
        <li class="v-renglon" data-propio=propio>
            <div>
                <a class="v-renglon-titulo" href=destino>{titulo}</a>
                <p class="v-tenue">{clave}" · "{caso.caso.fuente.clone()}" · "{cuando}</p>
            </div>
            {children.map(|c| c())}
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| escritorio.borrar(&caso, dicho.clone())>
                "Borrar"<span class="v-oculto">" "{etiqueta}</span>
            </button>
        </li>
    }
}

/// `22-nov-2026`, of a moment of this computer.
pub fn dia(momento: &str) -> String {
    let dia = momento.get(..10).and_then(|d| d.parse().ok());
    dia.map_or_else(String::new, fecha_corta)
}
