//! Handing a session out, as files.

use super::super::entradas::Area;
use super::super::escritorio::{Escritorio, SesionPropia};
use super::super::guardar::guardando;
use super::super::inicio::nombre;
use super::{Encabezado, Sala, lista, lo_que_falta};
use crate::componentes::descargar;
use crate::ruta::Ruta;
use leptos::prelude::*;
use std::time::Duration;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::sesion::{Aprendiz, Modo, Orden, Sesion};

/// Between one file and the next.
const ENTRE_DESCARGAS: Duration = Duration::from_millis(250);

/// The page.
#[component]
pub fn Repartir(escritorio: Escritorio, sesion: SesionPropia) -> impl IntoView {
    let clave = sesion.sesion.clave.clone();
    let titulo = nombre(&sesion);
    let falta = lo_que_falta(&sesion);
    let preparar = Ruta::Instructor.con(&["sesion/", &clave].concat());
    let cuerpo = if falta.is_empty() {
        view! { <Archivos escritorio sesion/> }.into_any()
    } else {
        view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Todavía no se puede repartir:"</p>
                <ul>{falta.into_iter().map(|f| view! { <li>{f}</li> }).collect_view()}</ul>
            </div>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=preparar>"Completarla"</a></div>
        }
        .into_any()
    };
    view! {
        <Encabezado titulo clave sala=Sala::Repartir/>
        <div class="v-pila v-pila--amplia">{cuerpo}</div>
    }
}

#[component]
fn Archivos(escritorio: Escritorio, sesion: SesionPropia) -> impl IntoView {
    let examen = sesion.sesion.modo == Modo::Examen;
    let a_cada_quien = sesion.sesion.variantes || sesion.sesion.orden == Orden::PorAprendiz;
    let de_la_biblioteca = !sesion.sesion.variantes && {
        let en_ella = |clave: &str| biblioteca::TEXTOS.iter().any(|(suya, _)| *suya == clave);
        sesion.sesion.casos.iter().any(|c| en_ella(&c.caso.clave))
    };
    let aprendices = sesion.aprendices.clone();
    let propia = RwSignal::new(sesion);
    let guardada = guardando(escritorio, propia);
    let leida = Memo::new(move |_| lista::leer(&guardada.read().aprendices));
    let error = Signal::derive(move || leida.get().err().map(|e| e.join(" ")));
    let de_la_lista = move || {
        a_cada_quien.then(|| view! {
        <section class="v-panel v-pila" aria-labelledby="lista">
            <h2 class="v-panel-titulo" id="lista">"La lista del grupo"</h2>
            <Area id="aprendices" etiqueta="Clave y nombre, uno por renglón" filas=6 clase="v-lista-del-grupo"
                pista="Péguela de una hoja de cálculo o escríbala. La clave es la que identifica a cada quien en los resultados, por ejemplo su matrícula."
                valor=aprendices.clone() al_escribir=move |t| propia.update(|p| p.aprendices = t) error/>
        </section>
        <section class="v-panel v-pila" aria-labelledby="archivos">
            <h2 class="v-panel-titulo" id="archivos">"Un archivo a cada quien"</h2>
            <p>"Cada archivo es de una persona: lleva "{que_cambia(&propia.get_untracked().sesion)}". No los cambie entre sí."</p>
            {move || match leida.get() {
                Ok(lista) if lista.is_empty() => view! { <p class="v-pista">"Escriba la lista y aquí estarán sus archivos."</p> }.into_any(),
                Err(_) => view! { <p class="v-pista">"Corrija la lista y aquí estarán sus archivos."</p> }.into_any(),
                Ok(lista) => view! { <Todos escritorio propia lista/> }.into_any(),
            }}
        </section>
    })
    };
    view! {
        <QueLleva examen/>
        {(examen && de_la_biblioteca).then(|| view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Hay casos de la biblioteca tal cual: cualquiera puede leer ahí sus respuestas."</p>
                <p>"Para evaluar, use casos propios o reparta variantes a cada aprendiz."</p>
            </div>
        })}
        {de_la_lista()}
        {(!a_cada_quien).then(|| view! {
            <section class="v-panel v-pila" aria-labelledby="archivos">
                <h2 class="v-panel-titulo" id="archivos">"Un archivo para todo el grupo"</h2>
                <p>"Es el mismo para todos. Al abrirlo en Capacitación, la página le pregunta a cada quien su clave y su nombre."</p>
                <div class="v-botones">
                    <button class="v-boton v-boton--primario" type="button" on:click=move |_| { bajar(escritorio, &propia.get_untracked().sesion, &Aprendiz::default()); }>
                        "Descargar el archivo"
                    </button>
                </div>
            </section>
        })}
        <p class="v-pista">"Después de repartir no cambie los casos ni cómo se califica: los resultados se califican con la sesión como esté aquí. Cada quien le devuelve un archivo de resultados; ábralos en Resultados."</p>
    }
}

fn que_cambia(sesion: &Sesion) -> &'static str {
    match (sesion.variantes, sesion.orden) {
        (true, Orden::PorAprendiz) => "sus propias personas e importes, en su propio orden",
        (true, Orden::Fijo) => "sus propias personas e importes",
        (false, _) => "su propio orden",
    }
}

#[component]
fn QueLleva(examen: bool) -> impl IntoView {
    if examen {
        view! {
            <div class="v-aviso v-aviso--exito">
                <p class="v-aviso-titulo">"Es un examen: el archivo no lleva las respuestas."</p>
                <p>"Lleva sólo lo que se pregunta. Lo califica usted en este equipo, con los resultados que le devuelvan."</p>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Es una práctica: el archivo lleva las respuestas."</p>
                <p>"Se califica al momento en el equipo de cada quien; quien abra el archivo con otro programa las puede leer. Para evaluar, use un examen."</p>
            </div>
        }
        .into_any()
    }
}

#[component]
fn Todos(escritorio: Escritorio, propia: RwSignal<SesionPropia>, lista: Vec<Aprendiz>) -> impl IntoView {
    let todos = lista.clone();
    let cuantos = lista.len();
    let bajar_todos = move |_| bajar_en_orden(escritorio, propia.get_untracked().sesion, todos.clone());
    view! {
        <div class="v-botones">
            <button class="v-boton v-boton--primario" type="button" on:click=bajar_todos>
                "Descargar todos ("{cuantos}")"
            </button>
        </div>
        <ul class="v-renglones" role="list">
            {lista.into_iter().map(|aprendiz| {
                let (quien, clave) = (quien(&aprendiz), aprendiz.clave.clone());
                view! {
                    <li class="v-renglon">
                        <div><p class="v-renglon-titulo">{quien.clone()}</p><p class="v-tenue">{clave}</p></div>
                        <button class="v-boton" type="button" on:click=move |_| { bajar(escritorio, &propia.get_untracked().sesion, &aprendiz); }>
                            "Descargar"<span class="v-oculto">" el de "{quien}</span>
                        </button>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}

/// One after another: browsers drop downloads that come all at once. It stops at the first that cannot be made.
fn bajar_en_orden(escritorio: Escritorio, sesion: Sesion, mut faltan: Vec<Aprendiz>) {
    if faltan.is_empty() {
        return;
    }
    let primero = faltan.remove(0);
    if bajar(escritorio, &sesion, &primero) {
        set_timeout(move || bajar_en_orden(escritorio, sesion, faltan), ENTRE_DESCARGAS);
    }
}

/// The name of a trainee, or the key of who gave none.
pub fn quien(aprendiz: &Aprendiz) -> String {
    if aprendiz.nombre.trim().is_empty() {
        aprendiz.clave.clone()
    } else {
        aprendiz.nombre.clone()
    }
}

/// Hands over a file; whether it could.
fn bajar(escritorio: Escritorio, sesion: &Sesion, aprendiz: &Aprendiz) -> bool {
    let normativa = escritorio.contexto.normativa.get_untracked();
    let reparto = match sesion.repartir(aprendiz, &normativa) {
        Ok(reparto) => reparto,
        Err(error) => {
            escritorio
                .contexto
                .avisar(format!("No se pudo hacer el archivo. {error}"));
            return false;
        }
    };
    let de = if aprendiz.clave.is_empty() {
        "grupo"
    } else {
        &aprendiz.clave
    };
    let nombre = format!("ventanilla-{}-{de}.json", sesion.clave);
    let bajado = descargar(&nombre, "application/json", reparto.escribir().as_bytes()).is_ok();
    if !bajado {
        escritorio
            .contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
    bajado
}
