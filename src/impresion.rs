//! Printing. Long sheets are drawn only for the paper: hundreds of rows that nobody sees would weigh on every change of the
//! screen.

use crate::entorno;
use leptos::prelude::*;
use std::time::Duration;

thread_local! {
    static IMPRIMIENDO: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Whether the page is being printed, by one of our buttons or by the browser's own: what depends on it is drawn in time.
pub fn imprimiendo() -> ArcRwSignal<bool> {
    IMPRIMIENDO.with(Clone::clone)
}

/// Prints what is on the screen and the sheets that go with it.
pub fn imprimir() {
    imprimiendo().set(true);
    // after what depends on it was drawn: inside a portal a copy of it is what goes to the paper
    set_timeout(
        || {
            entorno::imprimir();
            // on a page of its own the browser says when it ends: a telephone goes on before the paper is ready
            if entorno::incrustado() {
                imprimiendo().set(false);
            }
        },
        Duration::ZERO,
    );
}

/// Follows the browser's own way of printing, as long as this copy lives.
pub fn seguir() {
    let antes = window_event_listener_untyped("beforeprint", |_| imprimiendo().set(true));
    let despues = window_event_listener_untyped("afterprint", |_| imprimiendo().set(false));
    on_cleanup(move || {
        antes.remove();
        despues.remove();
    });
}
