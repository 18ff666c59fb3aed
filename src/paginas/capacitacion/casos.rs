//! The cases, and how one is doing in them.

use super::progreso::Progreso;
use super::recibida::Recibida;
use super::recibidas::Recibidas;
use super::registro::Registro;
use crate::componentes::{Campo, CampoDeTexto};
use crate::contexto::{Contexto, contexto};
use crate::practica::EnPractica;
use crate::ruta::{Ruta, ir_a_direccion};
use crate::sesion::{Sesion, sesion};
use leptos::prelude::*;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::calificar::{Criterio, Puntos};
use ventanilla_capacitacion::caso::{Caso, Tema};
use ventanilla_tramites::texto::plegar;

/// What the parts of this page share.
#[derive(Clone, Copy)]
pub struct Estante {
    /// What every page shares.
    pub contexto: Contexto,
    /// Who practises.
    pub sesion: Sesion,
    /// The cases of the library.
    pub casos: StoredValue<Vec<Caso>>,
    /// What was practised; `None` until it has been read.
    pub registros: RwSignal<Option<Vec<Registro>>>,
    /// What an instructor handed out.
    pub recibidas: RwSignal<Vec<Recibida>>,
}

impl Estante {
    fn nuevo() -> Self {
        Self {
            contexto: contexto(),
            sesion: sesion(),
            casos: StoredValue::new(biblioteca::casos().unwrap_or_default()),
            registros: RwSignal::new(None),
            recibidas: RwSignal::new(Vec::new()),
        }
    }

    /// Reads what is kept.
    pub fn leer(self) {
        let cuenta = untrack(|| self.sesion.id());
        leptos::task::spawn_local(async move {
            match Registro::de_la_cuenta(&cuenta).await {
                Ok(registros) => drop(self.registros.try_set(Some(registros))),
                Err(error) => self.contexto.fallo_el_almacen(&error),
            }
            match Recibida::de_la_cuenta(&cuenta).await {
                Ok(recibidas) => drop(self.recibidas.try_set(recibidas)),
                Err(error) => self.contexto.fallo_el_almacen(&error),
            }
        });
    }

    /// Begins a practice.
    pub fn empezar(self, registro: Registro) {
        leptos::task::spawn_local(async move {
            match registro.guardar().await {
                Ok(()) => ir_a_direccion(&Ruta::Caso.con(&registro.id.to_string())),
                Err(error) => self.contexto.fallo_el_almacen(&error),
            }
        });
    }

    fn practicar(self, clave: &str) {
        let caso = self.casos.with_value(|c| c.iter().find(|c| c.clave == clave).cloned());
        if let Some(caso) = caso {
            let cuenta = untrack(|| self.sesion.id());
            self.empezar(Registro::de_caso(caso, Criterio::default(), cuenta, String::new()));
        }
    }

    /// The best score in a case of the library.
    pub fn mejor(self, clave: &str) -> Option<Puntos> {
        let registros = self.registros.read();
        let suyos = registros.iter().flatten().filter(|r| r.planteamiento.clave == clave);
        suyos.filter_map(Registro::mejor).max()
    }
}

/// The page.
#[component]
pub fn Casos() -> impl IntoView {
    let estante = Estante::nuevo();
    Effect::new(move |_| {
        estante.sesion.cuenta.track();
        if estante.sesion.leida.get() {
            estante.leer();
        }
    });
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Capacitación"</h1>
                <p class="v-entradilla">
                    "Casos con personas y empresas ficticias, para practicar en las mismas pantallas. Al terminar se califica y se explica cada cosa, con su artículo. Nada sale de este equipo."
                </p>
            </div>
            <a class="v-boton" href=Ruta::Instructor.ancla()>"Soy instructor"</a>
        </div>
        <div class="v-pila v-pila--amplia">
            <Pendientes estante/>
            <Recibidas estante/>
            <Biblioteca estante/>
            <Progreso estante/>
        </div>
    }
}

/// Practices that were put aside or left open.
#[component]
fn Pendientes(estante: Estante) -> impl IntoView {
    let pendientes = Memo::new(move |_| {
        let registros = estante.registros.read();
        let abiertos = registros.iter().flatten().filter(|r| r.abierto);
        abiertos
            .map(|r| {
                (
                    r.id,
                    r.sesion.is_empty(),
                    [r.planteamiento.clave.as_str(), ". ", &r.planteamiento.titulo].concat(),
                )
            })
            .collect::<Vec<_>>()
    });
    let borrar = move |id: i64| {
        let registros = estante.registros.get_untracked().unwrap_or_default();
        let Some(suyo) = registros.into_iter().find(|r| r.id == id) else {
            return;
        };
        if EnPractica::actual().is_some_and(|p| p.id == id) {
            EnPractica::salir();
        }
        leptos::task::spawn_local(async move {
            use crate::almacen::capacitacion::{Cajon, borrar};
            if let Err(error) = borrar(Cajon::Practica, &id.to_string()).await {
                return estante.contexto.fallo_el_almacen(&error);
            }
            estante.leer();
            let suyo = StoredValue::new(suyo);
            estante
                .contexto
                .avisar_con_regreso_duradero("Se borró la práctica.", move || {
                    let Some(suyo) = suyo.try_get_value() else { return };
                    leptos::task::spawn_local(async move {
                        match suyo.guardar().await {
                            Ok(()) => estante.leer(),
                            Err(error) => estante.contexto.fallo_el_almacen(&error),
                        }
                    });
                });
        });
    };
    move || {
        let suyos = pendientes.get();
        (!suyos.is_empty()).then(|| {
            view! {
                <section class="v-panel v-panel--realce v-pila" aria-labelledby="pendientes">
                    <h2 class="v-panel-titulo" id="pendientes">"Sin terminar"</h2>
                    <ul class="v-quehaceres" role="list">
                        {suyos.into_iter().map(|(id, propia, nombre)| {
                            let de_que = nombre.clone();
                            view! {
                                <li class="v-quehacer">
                                    <p class="v-fuerte">{nombre}</p>
                                    <div class="v-botones">
                                        <a class="v-boton v-boton--primario" href=Ruta::Caso.con(&id.to_string())>"Seguir"<span class="v-oculto">" "{de_que.clone()}</span></a>
                                        {propia.then(|| view! {
                                            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| borrar(id)>"Borrar"<span class="v-oculto">" "{de_que}</span></button>
                                        })}
                                    </div>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}

/// The library, to be searched.
#[component]
fn Biblioteca(estante: Estante) -> impl IntoView {
    let buscado = RwSignal::new(String::new());
    let tema = RwSignal::new(String::new());
    let encontrados = Memo::new(move |_| {
        let (buscado, tema) = (plegar(&buscado.read()), tema.get());
        estante.casos.with_value(|casos| {
            let suyos = casos.iter().filter(|c| {
                let de_que = plegar(&[c.clave.as_str(), " ", &c.titulo, " ", &c.historia.join(" ")].concat());
                let del_tema = tema.is_empty() || c.temas.iter().any(|t| t.clave() == tema);
                del_tema && buscado.split_whitespace().all(|p| de_que.contains(p))
            });
            suyos.map(|c| c.clave.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="v-pila" aria-labelledby="biblioteca">
            <h2 id="biblioteca">"Casos para practicar"</h2>
            <div class="v-fila v-filtros">
                <CampoDeTexto id="buscar-caso" etiqueta="Buscar" valor=buscado al_escribir=move |t| buscado.set(t) clase="v-ancho-20"/>
                <Campo id="tema-de-caso" etiqueta="Tema">
                    <select class="v-lista" id="tema-de-caso" on:change=move |e| tema.set(event_target_value(&e))>
                        <option value="">"Todos"</option>
                        {Tema::TODOS.iter().map(|t| view! { <option value=t.clave()>{t.rotulo()}</option> }).collect_view()}
                    </select>
                </Campo>
                <p class="v-pista" role="status">{move || match encontrados.read().len() { 1 => "Un caso".to_owned(), n => format!("{n} casos") }}</p>
            </div>
            {move || encontrados.read().is_empty().then(|| view! { <div class="v-vacio"><p>"Ningún caso coincide. Borre la búsqueda o elija otro tema."</p></div> })}
            <ul class="v-estante" role="list">
                <For each=move || encontrados.get() key=Clone::clone let:clave>
                    <Ficha estante clave/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Ficha(estante: Estante, clave: String) -> impl IntoView {
    let caso = estante
        .casos
        .with_value(|c| c.iter().find(|c| c.clave == clave).cloned());
    caso.map(|caso| {
        let temas: Vec<&str> = caso.temas.iter().map(|t| t.rotulo()).collect();
        let (de_que, suya) = (caso.titulo.clone(), clave.clone());
        let mejor = move || match estante.mejor(&suya) {
            Some(puntos) => format!("Mejor: {puntos}"),
            None => "Sin intentar".to_owned(),
        };
        view! {
            <li class="v-ficha-de-caso">
                <div>
                    <h3><span class="v-clave-de-caso">{caso.clave}</span>" "{caso.titulo}</h3>
                    <p class="v-pista">{temas.join(" · ")}" · Dificultad "{caso.dificultad.rotulo().to_lowercase()}</p>
                </div>
                <p class="v-pista v-mejor">{mejor}</p>
                <button class="v-boton" type="button" on:click=move |_| estante.practicar(&clave)>"Practicar"<span class="v-oculto">" "{de_que}</span></button>
            </li>
        }
    })
}
