//! Everything that happens to a sheet comes in here: one listener for all events, and one call a frame.

use leptos::prelude::Notify;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};

use super::mesa::Mesa;
use super::raton;
use super::teclado::{self, Accion, Modo, Tecla};

/// Heard on the way down to the element, since `scroll` does not come back up.
pub(super) const DE_LA_HOJA: [&str; 17] = [
    "keydown",
    "input",
    "change",
    "copy",
    "cut",
    "paste",
    "beforecopy",
    "beforecut",
    "focusin",
    "focusout",
    "pointerdown",
    "mousedown",
    "mouseover",
    "mouseout",
    "click",
    "dblclick",
    "scroll",
];
pub(super) const DE_LA_VENTANA: &str = "mouseup";

/// The buttons of the tool bar, by their `data-accion`.
const BOTONES: [(&str, Accion); 6] = [
    ("insertar", Accion::Insertar),
    ("borrar", Accion::Borrar),
    ("rellenar", Accion::Rellenar),
    ("deshacer", Accion::Deshacer),
    ("rehacer", Accion::Rehacer),
    ("detalle", Accion::Detalle),
];

pub(super) fn atender(mesa: Mesa, ev: &Event) {
    let tipo = ev.type_();
    let Some(objetivo) = ev.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return raton::soltar(mesa);
    };
    if tipo == DE_LA_VENTANA {
        raton::soltar(mesa);
    } else if let Ok(Some(boton)) = objetivo.closest("[data-accion]") {
        en_la_barra(mesa, &tipo, ev, &boton);
    } else if objetivo.closest(".v-hoja-marco").is_ok_and(|m| m.is_some()) {
        en_la_cuadricula(mesa, &tipo, ev, &objetivo);
    }
}

/// Buttons do not take the focus away from the sheet when pressed with the mouse.
fn en_la_barra(mesa: Mesa, tipo: &str, ev: &Event, boton: &Element) {
    match tipo {
        "mousedown" => ev.prevent_default(),
        "click" => {
            let nombre = boton.get_attribute("data-accion").unwrap_or_default();
            if let Some((_, accion)) = BOTONES.iter().find(|(n, _)| *n == nombre) {
                mesa.hacer(*accion);
            }
        }
        _ => {}
    }
}

fn en_la_cuadricula(mesa: Mesa, tipo: &str, ev: &Event, objetivo: &Element) {
    // what is pressed inside the field being edited is for the browser
    let en_el_campo = mesa.modo() != Modo::Navegar && objetivo.matches("input, select, option").unwrap_or(false);
    match tipo {
        "keydown" => tecla(mesa, ev.unchecked_ref()),
        "input" if mesa.modo() == Modo::Navegar => mesa.cambiar_modo(Modo::Sustituir),
        // a choice by pointer counts at once; by keyboard only with Enter or Tab, since on some systems each arrow
        // is already a choice
        "change" if mesa.modo() == Modo::Lista && !mesa.estado().gesto.con_teclas => mesa.confirmar(),
        "copy" | "cut" | "paste" => portapapeles(mesa, tipo, ev.unchecked_ref()),
        // Safari asks before it copies when nothing is selected
        "beforecopy" | "beforecut" if mesa.modo() == Modo::Navegar => ev.prevent_default(),
        "focusin" => gano_foco(mesa),
        "focusout" => perdio_foco(mesa, ev.unchecked_ref()),
        "pointerdown" => {
            let dedo = ev.unchecked_ref::<PointerEvent>().pointer_type() != "mouse";
            mesa.recordar(|e| {
                e.gesto.con_teclas = false;
                e.gesto.dedo = dedo;
            });
        }
        "mousedown" if !en_el_campo => raton::presionar(mesa, ev.unchecked_ref(), objetivo),
        "click" | "dblclick" if !en_el_campo => raton::pulsar(mesa, objetivo, tipo == "dblclick"),
        "mouseover" => raton::pasar(mesa, ev.unchecked_ref(), objetivo),
        "mouseout" if salio(ev.unchecked_ref()) => raton::salir(mesa, ev.unchecked_ref()),
        "scroll" => pedir_cuadro(mesa),
        _ => {}
    }
}

fn pedir_cuadro(mesa: Mesa) {
    if let Some(pantalla) = mesa.pantalla() {
        pantalla.pedir_cuadro();
    }
}

/// Whether the mouse went out of the grid, and not to another cell.
fn salio(ev: &MouseEvent) -> bool {
    let a = ev.related_target().and_then(|t| t.dyn_into::<Element>().ok());
    !a.is_some_and(|a| a.closest(".v-hoja-marco").is_ok_and(|m| m.is_some()))
}

fn tecla(mesa: Mesa, ev: &KeyboardEvent) {
    mesa.recordar(|e| e.gesto.con_teclas = true);
    // 229: a key that an input method is still composing
    if ev.is_composing() || ev.key_code() == 229 {
        return;
    }
    let nombre = ev.key();
    let t = Tecla {
        tecla: &nombre,
        ctrl: ev.ctrl_key() || ev.meta_key(),
        mayus: ev.shift_key(),
        alt: ev.alt_key(),
    };
    let editando = mesa.modo() != Modo::Navegar;
    if teclado::interpretar(t, mesa.modo(), mesa.filas_enteras()).is_some_and(|a| mesa.hacer(a)) {
        ev.prevent_default();
        // Escape while editing must not also close the dialog around the sheet
        if editando {
            ev.stop_propagation();
        }
    }
}

fn portapapeles(mesa: Mesa, tipo: &str, ev: &ClipboardEvent) {
    let (Modo::Navegar, Some(datos)) = (mesa.modo(), ev.clipboard_data()) else {
        return;
    };
    ev.prevent_default();
    let texto = match tipo {
        "paste" => return mesa.pegar(&datos.get_data("text/plain").unwrap_or_default()),
        "cut" => mesa.cortar(),
        _ => mesa.copiar(),
    };
    let _ = datos.set_data("text/plain", &texto);
}

fn gano_foco(mesa: Mesa) {
    mesa.recordar(|e| e.con_foco = true);
    if let Some(pantalla) = mesa.pantalla().filter(|_| !mesa.estado().moviendo) {
        pantalla.editor.seleccionar(mesa);
    }
}

/// The focus went elsewhere: what was typed is kept. When it is not said where to (another window, the page itself),
/// whether it left the sheet is known only after the event.
fn perdio_foco(mesa: Mesa, ev: &FocusEvent) {
    if mesa.estado().moviendo {
        return;
    }
    if ev.related_target().is_some() || mesa.modo() == Modo::Lista {
        mesa.recordar(|e| e.con_foco = false);
    }
    mesa.confirmar();
    pedir_cuadro(mesa);
}

/// Before a frame, when something asked for it or the size changed.
pub(super) fn cuadro(mesa: Mesa) {
    let Some(pantalla) = mesa.pantalla() else { return };
    pantalla.llego_cuadro();
    let e = mesa.estado();
    if e.con_foco && !pantalla.con_foco() {
        mesa.recordar(|e| e.con_foco = false);
    }
    if let Some(movimiento) = e.gesto.deriva {
        mesa.hacer(Accion::Mover {
            movimiento,
            extender: true,
        });
    }
    if e.por_asomar {
        mesa.recordar(|e| e.por_asomar = false);
        pantalla.asomar(mesa.seleccion().extremo);
    }
    let medida = pantalla.medida();
    let filas = mesa.filas() + 1;
    mesa.recordar(|e| e.medida = medida);
    if medida.ventana(filas) != e.medida.ventana(filas) {
        mesa.rodo.notify();
    }
}
