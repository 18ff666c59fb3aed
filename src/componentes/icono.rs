//! Icons: a line each, drawn with the colour of the text, hidden from screen readers (the button has words).

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trazo {
    /// A cross.
    Cerrar,
    /// A printer.
    Imprimir,
}

/// An icon.
#[component]
pub fn Icono(trazo: Trazo) -> impl IntoView {
    let camino = match trazo {
        Trazo::Cerrar => "M6 6l12 12M18 6L6 18",
        Trazo::Imprimir => "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
    };
    view! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d=camino/></svg> }
}
