//! Cases: the library and one's own, and what can be done with each.

mod borradores;
mod importar;
mod variantes;
mod ver;

pub use ver::Ver;

use super::escritorio::{CasoPropio, Escritorio};
use super::inicio::UnCaso;
use super::volver;
use crate::componentes::{Cajon, descargar};
use crate::ruta::{Ruta, ir_a_direccion};
use borradores::Borradores;
use importar::Importar;
use leptos::prelude::*;
use variantes::Variantes;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::caso::{Caso, Dificultad, Tema};
use ventanilla_tramites::texto::plegar;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
struct Busqueda {
    texto: String,
    tema: Option<Tema>,
    dificultad: Option<Dificultad>,
}

impl Busqueda {
    fn halla(&self, caso: &Caso) -> bool {
        let donde = plegar(&[&caso.clave, " ", &caso.titulo].concat());
        plegar(&self.texto).split_whitespace().all(|p| donde.contains(p))
            && self.tema.is_none_or(|t| caso.temas.contains(&t))
            && self.dificultad.is_none_or(|d| caso.dificultad == d)
    }
}

/// The page.
#[component]
pub fn Casos(escritorio: Escritorio) -> impl IntoView {
    let abierto = RwSignal::new(false);
    let variando = RwSignal::new(None::<Caso>);
    let variar = Callback::new(move |caso: Caso| {
        variando.set(Some(caso));
        abierto.set(true);
    });
    let titulo = Signal::derive(move || {
        let caso = variando.read();
        caso.as_ref()
            .map(|c| format!("Variantes de {}", c.clave))
            .unwrap_or_default()
    });
    view! {
        {volver(Ruta::Instructor.ancla(), "Instructor")}
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Casos"</h1>
                <p class="v-entradilla">"Los de la biblioteca no cambian: duplique uno para cambiarlo, o haga variantes con otras personas e importes."</p>
            </div>
        </div>
        <div class="v-pila v-pila--amplia">
            <Propios escritorio variar/>
            <Biblioteca escritorio variar/>
            <Borradores escritorio/>
        </div>
        <Cajon abierto titulo id="variantes">
            {move || variando.get().map(|caso| view! { <Variantes escritorio caso/> })}
        </Cajon>
    }
}

#[component]
fn Propios(escritorio: Escritorio, variar: Callback<Caso>) -> impl IntoView {
    let fila = move |propio: CasoPropio| {
        let (a_bajar, a_variar, a_duplicar) = (propio.caso.clone(), propio.caso.clone(), propio.caso.clone());
        let titulo = propio.caso.titulo.clone();
        let de = move || view! { <span class="v-oculto">" "{titulo.clone()}</span> };
        view! {
            <UnCaso escritorio caso=propio>
                <button class="v-boton" type="button" on:click=move |_| variar.run(a_variar.clone())>"Hacer variantes"{de()}</button>
                <button class="v-boton" type="button" on:click=move |_| duplicar(escritorio, &a_duplicar)>"Duplicar"{de()}</button>
                <button class="v-boton" type="button" on:click=move |_| exportar(escritorio, &a_bajar)>"Exportar"{de()}</button>
            </UnCaso>
        }
    };
    view! {
        <section class="v-pila" aria-labelledby="propios">
            <h2 id="propios">"Propios"</h2>
            {move || {
                let casos = escritorio.casos.get().unwrap_or_default();
                if casos.is_empty() {
                    view! { <div class="v-vacio"><p>"Todavía no hay. Duplique uno de la biblioteca, ábralo de un archivo o hágalo de un borrador."</p></div> }.into_any()
                } else {
                    view! { <ul class="v-renglones" role="list">{casos.into_iter().map(fila).collect_view()}</ul> }.into_any()
                }
            }}
            <Importar escritorio/>
        </section>
    }
}

#[component]
fn Biblioteca(escritorio: Escritorio, variar: Callback<Caso>) -> impl IntoView {
    // they are data of the program: a test proves that every one of them is read
    let todos = StoredValue::new(biblioteca::casos().unwrap_or_default());
    let busqueda = RwSignal::new(Busqueda::default());
    let hallados = Memo::new(move |_| {
        let busqueda = busqueda.read();
        todos.with_value(|todos| todos.iter().filter(|c| busqueda.halla(c)).cloned().collect::<Vec<_>>())
    });
    let cuantos = move || match hallados.read().len() {
        0 => "Ninguno. Pruebe con menos palabras, o con todos los temas.".to_owned(),
        1 => "1 caso".to_owned(),
        n => format!("{n} casos"),
    };
    view! {
        <section class="v-pila" aria-labelledby="biblioteca">
            <h2 id="biblioteca">"Biblioteca"</h2>
            <Buscar busqueda/>
            <p role="status">{cuantos}</p>
            <ul class="v-renglones" role="list">
                <For each=move || hallados.get() key=|c| c.clave.clone() let:caso>
                    <DeBiblioteca escritorio caso variar/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Buscar(busqueda: RwSignal<Busqueda>) -> impl IntoView {
    let temas = Tema::TODOS.iter().map(|t| (Some(*t), t.rotulo()));
    let temas = std::iter::once((None, "Todos")).chain(temas).collect::<Vec<_>>();
    let dificultades = [Dificultad::Basica, Dificultad::Media, Dificultad::Alta].map(|d| (Some(d), d.rotulo()));
    let dificultades = std::iter::once((None, "Cualquiera"))
        .chain(dificultades)
        .collect::<Vec<_>>();
    view! {
        <div class="v-campos" role="search">
            <super::entradas::Texto id="buscar" etiqueta="Buscar por título o clave" valor=String::new()
                al_escribir=move |t| busqueda.update(|b| b.texto = t)/>
            <super::entradas::Eleccion id="por-tema" etiqueta="Tema" valor=None opciones=temas
                al_elegir=move |t| busqueda.update(|b| b.tema = t)/>
            <super::entradas::Eleccion id="por-dificultad" etiqueta="Dificultad" valor=None opciones=dificultades
                al_elegir=move |d| busqueda.update(|b| b.dificultad = d)/>
        </div>
    }
}

#[component]
fn DeBiblioteca(escritorio: Escritorio, caso: Caso, variar: Callback<Caso>) -> impl IntoView {
    let temas = caso.temas.iter().map(|t| t.rotulo()).collect::<Vec<_>>().join(", ");
    let titulo = caso.titulo.clone();
    let de = || view! { <span class="v-oculto">" "{titulo.clone()}</span> };
    let (clave, a_duplicar, a_variar) = (caso.clave.clone(), caso.clone(), caso.clone());
    view! {
        <li class="v-renglon" data-caso=caso.clave.clone()>
            <div>
                <a class="v-renglon-titulo" href=Ruta::Instructor.con(&["ver/", &caso.clave].concat())>{caso.titulo.clone()}</a>
                <p class="v-tenue">{clave}" · "{temas}" · dificultad "{caso.dificultad.rotulo().to_lowercase()}</p>
            </div>
            <button class="v-boton" type="button" on:click=move |_| duplicar(escritorio, &a_duplicar)>"Duplicar"{de()}</button>
            <button class="v-boton" type="button" on:click=move |_| variar.run(a_variar.clone())>"Hacer variantes"{de()}</button>
        </li>
    }
}

/// An own copy, open to be changed.
fn duplicar(escritorio: Escritorio, caso: &Caso) {
    let mut copia = caso.clone();
    copia.clave = escritorio.clave_libre(&[&caso.clave, "-copia"].concat());
    copia.fuente = format!("Copia de {}", caso.clave);
    let dicho = format!("Se hizo una copia: {}.", copia.clave);
    let id = escritorio.adoptar(copia);
    escritorio.contexto.avisar(dicho);
    ir_a_direccion(&Ruta::Instructor.con(&["caso/", &id].concat()));
}

/// A case as a file.
pub fn exportar(escritorio: Escritorio, caso: &Caso) {
    let texto = serde_json::to_string_pretty(caso).unwrap_or_default();
    let nombre = format!("ventanilla-caso-{}.json", caso.clave);
    if descargar(&nombre, "application/json", texto.as_bytes()).is_err() {
        escritorio
            .contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}
