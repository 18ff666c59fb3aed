//! What is on the screen, and painting it.
//!
//! The cells are painted by hand and not by a `view!`, for three reasons. A row that stays in the window must keep its
//! elements in place, because an element that is moved loses the focus, and the keyed list of the framework moves
//! them; the order of the document must be the order of the sheet, for those who hear it; and a clone of one model row
//! with a comparison per cell is several times smaller and faster than a reactive node per attribute. One effect
//! paints everything that is in sight; a cell that did not change is not touched.

use std::cell::{Cell, RefCell};

use leptos::prelude::untrack;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::editor::Editor;
use super::eventos;
use super::mesa::Mesa;
use super::renglon::{Renglon, atributo, molde};
use super::seleccion::{Lugar, Seleccion};
use super::teclado::Modo;
use super::ventana::{Medida, montadas};

/// The elements of a sheet, and what listens to them.
pub(super) struct Pantalla {
    raiz: HtmlElement,
    pub(super) marco: HtmlElement,
    lienzo: HtmlElement,
    numeros: HtmlElement,
    pub(super) mensaje: Element,
    pub(super) resumen: Element,
    pub(super) editor: Editor,
    molde: Element,
    /// In the order of the sheet.
    renglones: RefCell<Vec<Renglon>>,
    /// Rows that the canvas has room for.
    filas: Cell<usize>,
    oyente: Closure<dyn Fn(Event)>,
    cuadro: Closure<dyn Fn()>,
    cuadro_pedido: Cell<Option<i32>>,
    observador: Option<ResizeObserver>,
}

impl Pantalla {
    /// Takes hold of what [`super::esqueleto`] put in the document, and begins to listen.
    pub(super) fn new(mesa: Mesa, raiz: HtmlElement) -> Option<Self> {
        let documento = raiz.owner_document()?;
        let buscar = |que: &str| raiz.query_selector(que).ok().flatten()?.dyn_into::<HtmlElement>().ok();
        let mensaje = buscar(".v-hoja-mensaje")?;
        let cuadro = Closure::<dyn Fn()>::new(move || untrack(|| eventos::cuadro(mesa)));
        let esta = Self {
            marco: buscar(".v-hoja-marco")?,
            lienzo: buscar(".v-hoja-lienzo")?,
            numeros: buscar(".v-hoja-numeros")?,
            resumen: buscar(".v-hoja-resumen")?.into(),
            editor: Editor::new(&documento, buscar(".v-hoja-reserva")?, &mensaje.id())?,
            mensaje: mensaje.into(),
            molde: molde(&documento, mesa.columnas)?,
            renglones: RefCell::default(),
            filas: Cell::default(),
            oyente: Closure::new(move |ev: Event| untrack(|| eventos::atender(mesa, &ev))),
            observador: ResizeObserver::new(cuadro.as_ref().unchecked_ref()).ok(),
            cuadro,
            cuadro_pedido: Cell::default(),
            raiz,
        };
        esta.escuchar();
        Some(esta)
    }

    fn escuchar(&self) {
        let f = self.oyente.as_ref().unchecked_ref();
        for evento in eventos::DE_LA_HOJA {
            let _ = self.raiz.add_event_listener_with_callback_and_bool(evento, f, true);
        }
        if let Some(ventana) = web_sys::window() {
            let _ = ventana.add_event_listener_with_callback(eventos::DE_LA_VENTANA, f);
        }
        if let Some(observador) = &self.observador {
            observador.observe(&self.marco);
        }
    }

    /// Asks for a call of [`eventos::cuadro`] before the next frame.
    pub(super) fn pedir_cuadro(&self) {
        if let (None, Some(ventana)) = (self.cuadro_pedido.get(), web_sys::window()) {
            let pedido = ventana.request_animation_frame(self.cuadro.as_ref().unchecked_ref());
            self.cuadro_pedido.set(pedido.ok());
        }
    }

    pub(super) fn llego_cuadro(&self) {
        self.cuadro_pedido.set(None);
    }

    pub(super) fn medida(&self) -> Medida {
        Medida {
            desplazado: self.marco.scroll_top(),
            visible: self.marco.client_height(),
            total: self.lienzo.offset_height(),
            filas: self.filas.get(),
        }
    }

    /// Whether the focus is in the grid; asked of the element, since inside a shadow root the document does not know.
    pub(super) fn con_foco(&self) -> bool {
        self.marco.matches(":focus-within").unwrap_or(false)
    }

    /// The cell, if its row is in the document.
    fn celda(&self, l: Lugar) -> Option<Element> {
        let renglones = self.renglones.borrow();
        let i = renglones.binary_search_by_key(&l.fila, |r| r.fila).ok()?;
        renglones.get(i)?.celda(l.col)
    }

    /// Brings a cell into sight. `scroll-padding` in the CSS keeps it clear of the headings.
    pub(super) fn asomar(&self, l: Lugar) {
        if let Some(celda) = self.celda(l) {
            let opciones = ScrollIntoViewOptions::new();
            opciones.set_block(ScrollLogicalPosition::Nearest);
            opciones.set_inline(ScrollLogicalPosition::Nearest);
            celda.scroll_into_view_with_scroll_into_view_options(&opciones);
        }
    }

    /// Paints the rows in sight, and the input in the active cell.
    pub(super) fn pintar(&self, mesa: Mesa) {
        let s = mesa.seleccion();
        let filas = mesa.filas() + 1;
        if self.filas.replace(filas) != filas {
            let alto = format!("calc(var(--v-hoja-alto) * {filas})");
            let _ = self.lienzo.style().set_property("height", &alto);
            atributo(&self.marco, "aria-rowcount", Some(&(filas + 1).to_string()));
        }
        let editando = mesa.modo() != Modo::Navegar;
        let _ = self.raiz.class_list().toggle_with_force("v-hoja--editando", editando);
        let ventana = mesa.estado().medida.ventana(filas);
        let visibles = montadas(ventana, [s.activa.fila, s.extremo.fila], filas);
        self.pintar_renglones(mesa, s, &visibles, filas);
        // the focus goes to its cell after that exists, and before the row where it was goes
        if let Some(celda) = self.celda(s.activa) {
            self.editor.colocar(mesa, &celda);
        }
        self.editor.pintar(mesa, s.activa);
        self.renglones.borrow_mut().retain(|renglon| {
            let queda = visibles.binary_search(&renglon.fila).is_ok();
            if !queda {
                renglon.quitar();
            }
            queda
        });
    }

    fn pintar_renglones(&self, mesa: Mesa, s: Seleccion, visibles: &[usize], filas: usize) {
        let mut renglones = self.renglones.borrow_mut();
        for fila in visibles.iter().copied() {
            let nueva = fila + 1 == filas;
            match renglones.binary_search_by_key(&fila, |r| r.fila) {
                Ok(i) => {
                    if let Some(renglon) = renglones.get_mut(i) {
                        renglon.pintar(mesa, s, nueva);
                    }
                }
                Err(i) => {
                    if let Some(mut renglon) = Renglon::new(&self.molde, fila) {
                        renglon.pintar(mesa, s, nueva);
                        renglon.poner(&self.lienzo, renglones.get(i), &self.numeros);
                        renglones.insert(i, renglon);
                    }
                }
            }
        }
    }
}

impl Drop for Pantalla {
    fn drop(&mut self) {
        let f = self.oyente.as_ref().unchecked_ref();
        for evento in eventos::DE_LA_HOJA {
            let _ = self.raiz.remove_event_listener_with_callback_and_bool(evento, f, true);
        }
        if let Some(ventana) = web_sys::window() {
            let _ = ventana.remove_event_listener_with_callback(eventos::DE_LA_VENTANA, f);
            if let Some(pedido) = self.cuadro_pedido.get() {
                let _ = ventana.cancel_animation_frame(pedido);
            }
        }
        if let Some(observador) = &self.observador {
            observador.disconnect();
        }
    }
}
