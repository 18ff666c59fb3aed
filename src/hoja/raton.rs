//! Mouse and finger. Cells do not take the focus when pressed: the input of the active cell keeps it, and moves.

use web_sys::{Element, MouseEvent};

use super::mesa::Mesa;
use super::seleccion::{Lugar, Movimiento, Seleccion};
use super::teclado::Accion;

/// The gesture under way.
#[derive(Clone, Copy, Default)]
pub(super) struct Gesto {
    /// The last thing used was the keyboard.
    pub(super) con_teclas: bool,
    /// The last pointer was not a mouse: a second tap edits.
    pub(super) dedo: bool,
    /// The cell that was pressed was already the active one.
    repetido: bool,
    /// A block is being dragged.
    arrastrando: bool,
    /// It was dragged beyond an edge: it goes on growing that way.
    pub(super) deriva: Option<Movimiento>,
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blanco {
    Celda(Lugar),
    Fila(usize),
    Columna(usize),
    Todo,
}

pub(super) fn presionar(mesa: Mesa, ev: &MouseEvent, objetivo: &Element) {
    let Some(blanco) = blanco(objetivo).filter(|_| ev.button() == 0) else {
        return;
    };
    ev.prevent_default();
    mesa.confirmar();
    let s = mesa.seleccion();
    let destino = match blanco {
        Blanco::Celda(l) => l,
        Blanco::Fila(fila) => Lugar { fila, ..s.activa },
        Blanco::Columna(col) => Lugar { col, ..s.activa },
        Blanco::Todo => s.activa,
    };
    mesa.recordar(|e| {
        e.gesto.repetido = s.una() && blanco == Blanco::Celda(s.activa);
        e.gesto.arrastrando = matches!(blanco, Blanco::Celda(_)) && !e.gesto.dedo;
    });
    mesa.fijar(if ev.shift_key() {
        s.hasta(destino)
    } else {
        Seleccion::en(destino)
    });
    match blanco {
        Blanco::Celda(_) => {}
        Blanco::Fila(_) => _ = mesa.hacer(Accion::SeleccionarFilas),
        Blanco::Columna(_) => _ = mesa.hacer(Accion::SeleccionarColumnas),
        Blanco::Todo => _ = mesa.hacer(Accion::SeleccionarTodo),
    }
    mesa.enfocar();
}

/// A second tap of a finger edits; with a mouse, the double click.
pub(super) fn pulsar(mesa: Mesa, objetivo: &Element, doble: bool) {
    let gesto = mesa.estado().gesto;
    let edita = if gesto.dedo { gesto.repetido && !doble } else { doble };
    if edita && matches!(blanco(objetivo), Some(Blanco::Celda(_))) {
        mesa.editar();
    }
}

pub(super) fn pasar(mesa: Mesa, ev: &MouseEvent, objetivo: &Element) {
    if ev.buttons() & 1 == 0 {
        return soltar(mesa);
    }
    mesa.recordar(|e| e.gesto.deriva = None);
    if let (true, Some(Blanco::Celda(l))) = (mesa.estado().gesto.arrastrando, blanco(objetivo)) {
        mesa.fijar(mesa.seleccion().hasta(l));
    }
}

/// The mouse left the grid; if it was dragging, the block grows towards where it went.
pub(super) fn salir(mesa: Mesa, ev: &MouseEvent) {
    let Some(pantalla) = mesa.pantalla().filter(|_| mesa.estado().gesto.arrastrando) else {
        return;
    };
    let caja = pantalla.marco.get_bounding_client_rect();
    let (x, y) = (f64::from(ev.client_x()), f64::from(ev.client_y()));
    let deriva = if y >= caja.bottom() {
        Movimiento::Abajo
    } else if y <= caja.top() {
        Movimiento::Arriba
    } else if x >= caja.right() {
        Movimiento::Derecha
    } else {
        Movimiento::Izquierda
    };
    mesa.recordar(|e| e.gesto.deriva = Some(deriva));
    pantalla.pedir_cuadro();
}

pub(super) fn soltar(mesa: Mesa) {
    mesa.recordar(|e| {
        e.gesto.arrastrando = false;
        e.gesto.deriva = None;
    });
}

/// Reads from the grid what was pressed: the number of a row says which; for the rest, the headings are row 1 and
/// column 1.
fn blanco(objetivo: &Element) -> Option<Blanco> {
    let indice = |atributo: &str| {
        let e = objetivo.closest(&format!("[{atributo}]")).ok()??;
        e.get_attribute(atributo)?.parse::<usize>().ok()
    };
    if let Some(fila) = indice("data-fila") {
        return Some(Blanco::Fila(fila));
    }
    let (fila, col) = (indice("aria-rowindex")?, indice("aria-colindex")?);
    Some(match (fila.checked_sub(2), col.checked_sub(2)) {
        (Some(fila), Some(col)) => Blanco::Celda(Lugar { fila, col }),
        (Some(fila), None) => Blanco::Fila(fila),
        (None, Some(col)) => Blanco::Columna(col),
        (None, None) => Blanco::Todo,
    })
}
