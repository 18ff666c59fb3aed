//! Writing a case. Every field says what is typed; soon after, the case is looked at by itself and by the rules, and what
//! does not stand is said beside its place.

mod avanzado;
mod documentos;
mod esperado;
mod parrafos;
mod problemas;
mod que_es;

use super::casos::exportar;
use super::escritorio::{CasoPropio, Escritorio};
use super::guardar::guardando;
use super::volver;
use crate::contexto::Contexto;
use crate::ruta::Ruta;
use leptos::prelude::*;
use problemas::Problemas;
use ventanilla_capacitacion::caso::Caso;

/// The case that is being written.
#[derive(Clone, Copy)]
pub struct Pluma {
    /// The record.
    propio: RwSignal<CasoPropio>,
    /// What does not stand.
    problemas: Memo<Problemas>,
    /// Goes up when the lists have to be drawn again.
    dibujo: RwSignal<u32>,
    /// What every page shares.
    contexto: Contexto,
}

impl Pluma {
    /// Changes the case; what is drawn stays.
    fn cambiar(self, cambio: impl FnOnce(&mut Caso)) {
        self.contexto.hubo_otro_cambio();
        self.propio.update(|p| cambio(&mut p.caso));
    }

    /// Changes the case and draws its lists again: something was added, taken away or replaced.
    fn redibujar(self, cambio: impl FnOnce(&mut Caso)) {
        self.cambiar(cambio);
        self.dibujo.update(|n| *n += 1);
    }

    /// Something of the case as it is now, without following it.
    fn de<T>(self, que: impl FnOnce(&Caso) -> T) -> T {
        self.propio.with_untracked(|p| que(&p.caso))
    }

    /// What is wrong at a place of the case.
    fn en(self, campo: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.problemas.read().en(campo))
    }

    /// What the rules say of a field, a figure, a finding.
    fn sobre(self, clave: impl Fn(&Caso) -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
        Signal::derive(move || {
            let clave = self.propio.with(|p| clave(&p.caso))?;
            self.problemas.read().sobre(&clave)
        })
    }
}

/// The page.
#[component]
pub fn Editor(escritorio: Escritorio, caso: CasoPropio) -> impl IntoView {
    let propio = RwSignal::new(caso);
    let guardado = guardando(escritorio, propio);
    let problemas = Memo::new(move |_| guardado.with(|g| Problemas::de(g, escritorio)));
    let pluma = Pluma {
        propio,
        problemas,
        dibujo: RwSignal::new(0),
        contexto: escritorio.contexto,
    };
    let titulo = Memo::new(move |_| match propio.read().caso.titulo.trim() {
        "" => "Caso sin título".to_owned(),
        titulo => titulo.to_owned(),
    });
    view! {
        {volver(&Ruta::Instructor.con("casos"), "Casos")}
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">{move || titulo.get()}</h1>
                <p class="v-tenue">"Se guarda solo en este equipo."</p>
            </div>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| exportar(escritorio, &propio.get_untracked().caso)>"Exportar"</button>
            </div>
        </div>
        <div class="v-pila v-pila--amplia">
            <Estado problemas/>
            {move || {
                pluma.dibujo.track();
                untrack(move || view! {
                    <que_es::QueEs pluma/>
                    <documentos::Documentos pluma/>
                    <esperado::LoEsperado pluma/>
                })
            }}
            <avanzado::Avanzado pluma/>
        </div>
    }
}

/// Whether it stands, and everything that does not.
#[component]
fn Estado(problemas: Memo<Problemas>) -> impl IntoView {
    view! {
        <div role="status" data-estado>
            {move || {
                let todos = problemas.read().todos();
                if todos.is_empty() {
                    view! { <div class="v-aviso v-aviso--exito"><p>"Se sostiene: lo que espera es lo que dicen las reglas ese día. Puede ir en una sesión."</p></div> }.into_any()
                } else {
                    view! {
                        <div class="v-aviso v-aviso--advertencia">
                            <p class="v-aviso-titulo">"Se guarda como borrador. Para que pueda ir en una sesión falta:"</p>
                            <ul>{todos.into_iter().map(|t| view! { <li>{t}</li> }).collect_view()}</ul>
                        </div>
                    }.into_any()
                }
            }}
        </div>
    }
}
