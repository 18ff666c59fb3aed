//! A spreadsheet: a grid of text cells for the keyboard, the mouse and the finger, of any number of rows.
//!
//! It knows nothing of what the cells mean. Its owner implements [`Modelo`] over its own signals; the sheet asks for
//! the cells that are in sight and reports what the person did, each action as one undo step. See `README.md` of this
//! folder for the behaviour key by key.
//!
//! ```ignore
//! let foco = RwSignal::new(None);
//! view! { <Hoja modelo=nomina columnas=&COLUMNAS etiqueta="Trabajadores" prefijo=ids.nuevo() foco /> }
//! foco.set(Some((41, 3))); // from an error summary: row 42, fourth column
//! ```
//!
//! Where one sheet can take the place of another, put it in a keyed `<For>`: a plain closure would give the second the
//! elements of the first, with the rows that were painted in them.
//!
//! It lives in a shadow root as well as in a page: it finds its elements by reference and never asks the document who
//! has the focus. All inline style goes through the CSS object model, which a strict `style-src` allows.

mod editor;
mod esqueleto;
mod eventos;
pub mod historia;
mod mesa;
mod modelo;
mod pantalla;
mod pie;
mod portapapeles;
mod raton;
mod renglon;
mod seleccion;
mod suma;
mod teclado;
mod ventana;

use std::rc::Rc;
use std::sync::Arc;

use crate::aparte::al_apartarla;
use leptos::html;
use leptos::prelude::*;

use esqueleto::esqueleto;
use mesa::Mesa;
pub use modelo::{Alineacion, Cambio, Celda, DefColumna, Gravedad, Marca, Modelo};
use pantalla::Pantalla;
use seleccion::Lugar;

/// The sheet. `prefijo` makes its ids unique in the page; setting `foco` to `(fila, columna)` from outside takes the
/// person to that cell (the sheet sets it back to `None`).
#[component]
pub fn Hoja<M: Modelo>(
    /// The owner of the data.
    modelo: M,
    /// The columns.
    columnas: &'static [DefColumna],
    /// Accessible name of the grid.
    #[prop(into)]
    etiqueta: String,
    /// Beginning of the ids of this instance.
    #[prop(into)]
    prefijo: String,
    /// Somebody outside asks to go to a cell.
    foco: RwSignal<Option<(usize, usize)>>,
) -> impl IntoView {
    hoja(Mesa::new(Arc::new(modelo), columnas), &etiqueta, &prefijo, foco)
}

/// The part that does not depend on the model, compiled once.
fn hoja(mesa: Mesa, etiqueta: &str, prefijo: &str, foco: RwSignal<Option<(usize, usize)>>) -> impl IntoView + use<> {
    let raiz = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(raiz) = raiz.get() {
            mesa.pantalla.set_value(Pantalla::new(mesa, raiz.into()).map(Rc::new));
        }
    });
    // the status line before the cells: giving the focus makes the browser lay everything out
    Effect::new(move |antes: Option<Option<pie::Mostrada>>| {
        mesa.eligio.track();
        mesa.pantalla()
            .map(|pantalla| pie::pintar(mesa, &pantalla, antes.flatten()))
    });
    Effect::new(move |_| {
        mesa.rodo.track();
        mesa.eligio.track();
        if let Some(pantalla) = mesa.pantalla() {
            pantalla.pintar(mesa);
        }
    });
    Effect::new(move |_| {
        if let Some((fila, col)) = foco.get() {
            foco.set(None);
            untrack(|| mesa.saltar(Lugar { fila, col }));
        }
    });
    // Leaving the page, or putting it aside, accepts what is being typed: nothing typed is lost.
    al_apartarla(move || mesa.confirmar());
    esqueleto(mesa, raiz, etiqueta, prefijo)
}
