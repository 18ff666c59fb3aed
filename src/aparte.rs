//! When the page is put aside: closed, hidden, or left by its person. What is pending is written then and not later.

use leptos::prelude::{on_cleanup, window, window_event_listener_untyped};

/// Said to every sheet of this window before its person leaves.
const ASENTAR: &str = "ventanilla-asentar";

/// While whoever calls is there, does `que` each time the page is put aside. It may happen several times in a row.
pub fn al_apartarla(que: impl Fn() + Copy + 'static) {
    for suceso in ["visibilitychange", "pagehide", ASENTAR] {
        let escucha = window_event_listener_untyped(suceso, move |_| que());
        on_cleanup(move || escucha.remove());
    }
}

/// Everything that is pending begins to be written, what is in an open cell too.
pub fn asentar() {
    // the first time a cell takes its text; the second time its sheet is written
    for _ in 0..2 {
        if let Ok(suceso) = web_sys::Event::new(ASENTAR) {
            let _ = window().dispatch_event(&suceso); // false only if somebody cancelled it, which means nothing here
        }
    }
}
