//! The queue: its page, its state, and when it is asked for again.

use super::alarma::Alarma;
use super::filtros::Filtros;
use super::puerta::{Fallo, Puerta, anotar};
use super::tabla::Tabla;
use crate::almacen;
use crate::api::Falla;
use crate::api::expedientes::{self, Filtro, Resumen};
use crate::componentes::descargar;
use crate::contexto::{Contexto, contexto};
use crate::sesion::{Sesion, sesion};
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Rows that are asked for at once, and the most.
const PAGINA: usize = 50;
const PAGINA_MAXIMA: usize = 200;
/// Key of "a single key moves to the search box".
const ATAJOS: &str = "bandeja_atajos";

thread_local! {
    /// The filter outlives the page, for who goes to a trámite and comes back; another account begins without it.
    static ULTIMO: RefCell<(String, Filtro)> = RefCell::new(Default::default());
}

/// The open queue.
#[derive(Clone, Copy)]
pub struct Lista {
    pub sesion: Sesion,
    /// What is listed.
    pub filtro: RwSignal<Filtro>,
    /// What was read; `None` before the first answer.
    pub filas: RwSignal<Option<Vec<Resumen>>>,
    pub siguiente: RwSignal<Option<String>>,
    pub cuentas: RwSignal<BTreeMap<String, u64>>,
    pub falla: RwSignal<Option<Falla>>,
    pub cargando: RwSignal<bool>,
    /// Whether `/` goes to the search box.
    pub atajos: RwSignal<bool>,
    /// Counts the times that all of it was asked for, for whoever follows it.
    pub vueltas: RwSignal<u32>,
    pub buscador: NodeRef<html::Input>,
    turno: StoredValue<u32>,
}

impl Lista {
    fn nueva() -> Self {
        let sesion = sesion();
        let (cuenta, filtro) = ULTIMO.with_borrow(Clone::clone);
        let filtro = if cuenta == untrack(|| sesion.id()) {
            filtro
        } else {
            Filtro::default()
        };
        Self {
            sesion,
            filtro: RwSignal::new(filtro),
            filas: RwSignal::new(None),
            siguiente: RwSignal::new(None),
            cuentas: RwSignal::new(BTreeMap::new()),
            falla: RwSignal::new(None),
            cargando: RwSignal::new(false),
            atajos: RwSignal::new(true),
            vueltas: RwSignal::new(0),
            buscador: NodeRef::new(),
            turno: StoredValue::new(0),
        }
    }

    /// Whether the account attends the queue.
    pub fn atiende(self) -> bool {
        self.sesion
            .cuenta
            .with(|cuenta| cuenta.as_ref().is_some_and(|c| c.rol.atiende()))
    }

    /// Lists something else.
    pub fn filtrar(self, cambiar: impl FnOnce(&mut Filtro)) {
        let mut filtro = self.filtro.get_untracked();
        cambiar(&mut filtro);
        if filtro != self.filtro.get_untracked() {
            ULTIMO.set((self.sesion.cuenta.with_untracked(|c| id(c.as_ref())), filtro.clone()));
            self.filtro.set(filtro);
            self.pedir(PAGINA, None);
        }
    }

    /// Asks again for what is on the page.
    pub fn refrescar(self) {
        let leidas = self.filas.with_untracked(|f| f.as_ref().map_or(0, Vec::len));
        let _ = self.vueltas.try_update(|n| *n += 1);
        self.pedir(leidas.clamp(PAGINA, PAGINA_MAXIMA), None);
    }

    /// Asks for what follows.
    pub fn cargar_mas(self) {
        if let (Some(cursor), false) = (self.siguiente.get_untracked(), self.cargando.get_untracked()) {
            self.pedir(PAGINA, Some(cursor));
        }
    }

    fn pedir(self, limite: usize, despues: Option<String>) {
        let turno = self.turno.get_value() + 1;
        self.turno.set_value(turno);
        self.cargando.set(true);
        let filtro = self.filtro.get_untracked();
        leptos::task::spawn_local(async move {
            let resultado = expedientes::listar(&filtro, despues.as_deref(), limite).await;
            // an answer to what is no longer asked does not count
            if self.turno.try_get_value() != Some(turno) {
                return;
            }
            anotar(self.sesion, &resultado);
            let _ = self.cargando.try_set(false);
            match resultado {
                Ok(pagina) => self.poner(pagina, despues.is_some()),
                Err(falla) => drop(self.falla.try_set(Some(falla))),
            }
        });
    }

    fn poner(self, pagina: expedientes::Pagina, al_final: bool) {
        let _ = self.falla.try_set(None);
        let _ = self.siguiente.try_set(pagina.siguiente);
        let _ = self.cuentas.try_set(pagina.cuentas);
        let _ = self.filas.try_update(|filas| match filas {
            Some(filas) if al_final => filas.extend(pagina.tramites),
            filas => *filas = Some(pagina.tramites),
        });
    }

    fn recordar_atajos(self) {
        leptos::task::spawn_local(async move {
            // without a store it stays as it is by default
            if let Ok(Some(marca)) = almacen::leer_ajuste(ATAJOS).await {
                let _ = self.atajos.try_set(marca != "no");
            }
        });
    }

    /// Turns the single-key shortcut on or off, and keeps it.
    pub fn poner_atajos(self, activos: bool) {
        self.atajos.set(activos);
        leptos::task::spawn_local(async move {
            // it is a comfort: if it cannot be kept, it is chosen again next time
            let _ = almacen::guardar_ajuste(ATAJOS, if activos { "si" } else { "no" }).await;
        });
    }
}

fn id(cuenta: Option<&crate::api::Cuenta>) -> String {
    cuenta.map(|c| c.clave()).unwrap_or_default()
}

/// The queue.
#[component]
pub fn Bandeja() -> impl IntoView {
    view! { <Puerta><Abierta/></Puerta> }
}

#[component]
fn Abierta() -> impl IntoView {
    let lista = Lista::nueva();
    lista.recordar_atajos();
    let cuenta = Memo::new(move |_| lista.sesion.id());
    Effect::new(move |_| {
        cuenta.track();
        lista.refrescar();
    });
    // Somebody else may have worked meanwhile.
    let foco = window_event_listener(leptos::ev::focus, move |_| lista.refrescar());
    on_cleanup(move || foco.remove());
    let vacia = Memo::new(move |_| lista.filas.with(|f| f.as_ref().map(Vec::is_empty)));
    view! {
        <Titulo lista/>
        <div class="v-pila v-pila--amplia">
            {move || lista.atiende().then(|| view! { <Alarma lista/> })}
            <Filtros lista/>
            {move || lista.falla.get().map(|falla| view! {
                <Fallo falla hay_algo=lista.filas.read_untracked().is_some() reintentar=move |()| lista.refrescar()/>
            })}
            {move || match vacia.get() {
                None => lista.falla.read().is_none().then(|| view! { <p role="status">"Leyendo…"</p> }).into_any(),
                Some(true) => view! { <Vacia lista/> }.into_any(),
                Some(false) => view! { <Tabla lista/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Titulo(lista: Lista) -> impl IntoView {
    let atiende = Memo::new(move |_| lista.atiende());
    let contexto = contexto();
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">{move || if atiende.get() { "Bandeja" } else { "Mis trámites presentados" }}</h1>
                <p class="v-entradilla">
                    {move || if atiende.get() {
                        "Lo que se recibió, del más nuevo al más antiguo. La fecha de vencimiento es la de la ley."
                    } else {
                        "Lo que usted presentó y lo que la ventanilla ligó a su cuenta. Nadie más que usted y la ventanilla lo ve."
                    }}
                </p>
            </div>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| lista.refrescar()
                    aria-disabled=move || lista.cargando.get().then_some("true")>
                    {move || if lista.cargando.get() { "Actualizando…" } else { "Actualizar" }}
                </button>
                {move || atiende.get().then(|| view! {
                    <button class="v-boton" type="button" on:click=move |_| descargar_csv(lista, contexto)>"Descargar CSV"</button>
                })}
            </div>
        </div>
    }
}

#[component]
fn Vacia(lista: Lista) -> impl IntoView {
    let todo = move || lista.filtro.read().es_todo();
    move || {
        let (titulo, texto) = match (todo(), lista.atiende()) {
            (false, _) => (
                "Nada con esos filtros",
                "Pruebe con menos palabras, o quite el estado o el trámite.",
            ),
            (true, true) => ("No hay trámites", "Lo que se reciba aparecerá aquí."),
            (true, false) => (
                "Todavía no presenta trámites",
                "Lo que envíe aparecerá aquí con su folio.",
            ),
        };
        view! {
            <div class="v-vacio" role="status">
                <h2>{titulo}</h2>
                <p>{texto}</p>
                {(!todo()).then(|| view! {
                    <div class="v-botones">
                        <button class="v-boton" type="button" on:click=move |_| lista.filtrar(|f| *f = Filtro::default())>"Quitar los filtros"</button>
                    </div>
                })}
            </div>
        }
    }
}

/// The list as a file: asked for by the page, because a portal's token does not travel in a link.
fn descargar_csv(lista: Lista, contexto: Contexto) {
    let filtro = lista.filtro.get_untracked();
    leptos::task::spawn_local(async move {
        let bajada = match filtro.csv().await {
            Ok(texto) => descargar("tramites.csv", "text/csv;charset=utf-8", texto.as_bytes())
                .map_err(|_| "El navegador no dejó guardar el archivo.".to_owned()),
            Err(falla) => Err(falla.texto()),
        };
        if let Err(motivo) = bajada {
            contexto.avisar(motivo);
        }
    });
}
