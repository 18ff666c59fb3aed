//! The active cell is a real `<input>` that holds the focus.
//!
//! While going from cell to cell it contains the text of the cell, all of it selected. So whatever the browser does
//! with a selected text is what the sheet needs: typing replaces it, with dead keys and input methods too; copy, cut
//! and paste events arrive; a screen reader says the column, the row and the text. There are two inputs that take
//! turns: the focus always goes from one element to a *different* one, which every screen reader announces, and never
//! passes through the page in between. On a phone the input that only navigates has `inputmode="none"`.

use std::cell::{Cell, RefCell};

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::mesa::Mesa;
use super::modelo::{DefColumna, Gravedad};
use super::renglon::atributo;
use super::seleccion::Lugar;
use super::teclado::Modo;

/// What the input shows: where, the number of its row, whether it is wrong, the text, and whether it is computed.
type Mostrado = (Lugar, usize, bool, String, bool);

/// The elements that take turns in the active cell.
pub(super) struct Editor {
    entradas: [HtmlInputElement; 2],
    lista: HtmlSelectElement,
    /// Where the ones that are not needed wait, hidden.
    reserva: HtmlElement,
    /// Which of the two inputs is in the active cell.
    turno: Cell<bool>,
    pintada: RefCell<Option<Mostrado>>,
}

impl Editor {
    pub(super) fn new(documento: &Document, reserva: HtmlElement, id_mensaje: &str) -> Option<Self> {
        let crear = |etiqueta: &str| {
            let e = documento.create_element(etiqueta).ok()?;
            for (nombre, valor) in [
                ("class", "v-hoja-entrada"),
                ("aria-describedby", id_mensaje),
                ("autocomplete", "off"),
                ("autocapitalize", "off"),
                ("spellcheck", "false"),
                ("enterkeyhint", "next"),
            ] {
                e.set_attribute(nombre, valor).ok()?;
            }
            reserva.append_child(&e).ok()?;
            Some(e)
        };
        let entradas = [crear("input")?.dyn_into().ok()?, crear("input")?.dyn_into().ok()?];
        let lista = crear("select")?.dyn_into().ok()?;
        Some(Self {
            entradas,
            lista,
            reserva,
            turno: Cell::default(),
            pintada: RefCell::default(),
        })
    }

    fn entrada(&self) -> &HtmlInputElement {
        let [una, otra] = &self.entradas;
        if self.turno.get() { otra } else { una }
    }

    /// What is being typed.
    pub(super) fn escrito(&self, modo: Modo) -> Option<String> {
        match modo {
            Modo::Navegar => None,
            Modo::Lista => Some(self.lista.value()),
            Modo::Sustituir | Modo::Editar => Some(self.entrada().value()),
        }
    }

    /// Takes the focus, with the text selected.
    pub(super) fn enfocar(&self, mesa: Mesa) {
        en_silencio(mesa, || {
            enfocar(self.entrada());
            seleccionar_todo(self.entrada());
        });
    }

    /// Puts the input that is free in the active cell, focuses it and takes the other away.
    pub(super) fn colocar(&self, mesa: Mesa, celda: &Element) {
        let vieja = self.entrada();
        if vieja.parent_element().as_ref() == Some(celda) {
            return;
        }
        self.turno.set(!self.turno.get());
        self.pintada.take();
        en_silencio(mesa, || {
            // filled and selected before it is in sight, so that giving it the focus is the only thing that costs
            self.pintar(mesa, mesa.activa());
            let _ = celda.append_child(self.entrada());
            if mesa.estado().con_foco {
                self.enfocar(mesa);
            }
            let _ = self.reserva.append_child(vieja);
        });
    }

    /// The input shows the cell again, unless it is being edited.
    pub(super) fn pintar(&self, mesa: Mesa, l: Lugar) {
        let (Some(def), celda) = (mesa.def(l.col), mesa.celda(l)) else {
            return;
        };
        let entrada = self.entrada();
        let es_error = celda.marca.as_ref().is_some_and(|m| m.gravedad == Gravedad::Error);
        let texto = def.rotulo(celda.texto);
        let numero = mesa.numero(l.fila);
        let ahora = Some((l, numero, es_error, texto.clone(), celda.calculado));
        let igual = *self.pintada.borrow() == ahora;
        if mesa.modo() != Modo::Navegar || igual {
            return;
        }
        self.pintada.replace(ahora);
        atributo(entrada, "aria-invalid", es_error.then_some("true"));
        atributo(entrada, "aria-label", Some(&format!("{}, fila {numero}", def.titulo)));
        atributo(entrada, "inputmode", Some("none"));
        entrada.set_read_only(def.solo_lectura);
        let (valor, sugerido) = if celda.calculado {
            ("", texto.as_str())
        } else {
            (texto.as_str(), "")
        };
        entrada.set_placeholder(sugerido);
        entrada.set_value(valor);
        self.seleccionar(mesa);
    }

    /// All the text, ready to be replaced.
    pub(super) fn seleccionar(&self, mesa: Mesa) {
        let e = mesa.estado();
        if e.con_foco && e.modo == Modo::Navegar {
            seleccionar_todo(self.entrada());
        }
    }

    /// Begins to edit inside the cell, in the input or in the list.
    pub(super) fn abrir(&self, mesa: Mesa, def: &DefColumna) {
        en_silencio(mesa, || {
            if def.opciones.is_empty() {
                self.abrir_texto(mesa, def);
            } else {
                self.abrir_lista(mesa, def);
            }
        });
    }

    fn abrir_texto(&self, mesa: Mesa, def: &DefColumna) {
        let entrada = self.entrada();
        mesa.cambiar_modo(Modo::Editar);
        // a virtual keyboard only comes up when the focus arrives at a field that wants one
        let _ = entrada.blur();
        atributo(entrada, "inputmode", Some(def.modo_entrada));
        enfocar(entrada);
        let fin = largo(entrada);
        let _ = entrada.set_selection_range(fin, fin);
    }

    fn abrir_lista(&self, mesa: Mesa, def: &DefColumna) {
        let (Some(celda), Some(documento)) = (self.entrada().parent_element(), self.lista.owner_document()) else {
            return;
        };
        mesa.cambiar_modo(Modo::Lista);
        self.lista.set_text_content(None);
        for (valor, rotulo) in [("", "—")].iter().chain(def.opciones) {
            if let Ok(opcion) = documento.create_element("option") {
                atributo(&opcion, "value", Some(valor));
                opcion.set_text_content(Some(rotulo));
                let _ = self.lista.append_child(&opcion);
            }
        }
        self.lista.set_value(&mesa.celda(mesa.activa()).escrito());
        atributo(&self.lista, "aria-label", Some(def.titulo));
        let _ = celda.append_child(&self.lista);
        enfocar(&self.lista);
        desplegar(&self.lista);
    }

    /// Back to going from cell to cell; what was typed and not kept is gone.
    pub(super) fn cerrar(&self, mesa: Mesa) {
        let modo = mesa.modo();
        if modo == Modo::Navegar {
            return;
        }
        mesa.cambiar_modo(Modo::Navegar);
        self.pintada.take();
        self.pintar(mesa, mesa.activa());
        self.seleccionar(mesa);
        if modo == Modo::Lista {
            if mesa.estado().con_foco {
                self.enfocar(mesa);
            }
            en_silencio(mesa, || {
                let _ = self.reserva.append_child(&self.lista);
            });
        }
    }
}

/// Moves the focus without that meaning anything.
fn en_silencio(mesa: Mesa, f: impl FnOnce()) {
    let antes = mesa.estado().moviendo;
    mesa.recordar(|e| e.moviendo = true);
    f();
    mesa.recordar(|e| e.moviendo = antes);
}

/// Only if it is not so already: to select is one of the dearest things one can ask of a browser.
fn seleccionar_todo(entrada: &HtmlInputElement) {
    let fin = largo(entrada);
    let elegido = (
        entrada.selection_start().ok().flatten(),
        entrada.selection_end().ok().flatten(),
    );
    if elegido != (Some(0), Some(fin)) {
        entrada.select();
    }
}

/// In the units of the browser.
fn largo(entrada: &HtmlInputElement) -> u32 {
    u32::try_from(entrada.value().encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Without scrolling: the sheet does that itself, and less abruptly.
fn enfocar(elemento: &HtmlElement) {
    let opciones = FocusOptions::new();
    opciones.set_prevent_scroll(true);
    let _ = elemento.focus_with_options(&opciones);
}

/// Opens the list, where the browser lets a program do that.
fn desplegar(lista: &HtmlSelectElement) {
    let metodo = js_sys::Reflect::get(lista, &"showPicker".into()).ok();
    if let Some(metodo) = metodo.and_then(|m| m.dyn_into::<js_sys::Function>().ok()) {
        let _ = metodo.call0(lista);
    }
}
