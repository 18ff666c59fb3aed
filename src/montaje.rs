//! Mounting a module where the host left room for it. On a page of its own, `inicio.js` puts aside, alive, what a module
//! drew while another one is in sight; an element that leaves its portal's page takes everything away.

use crate::entorno::{self, Anfitrion};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use web_sys::HtmlElement;

thread_local! {
    /// What is mounted: dropping it takes it away.
    static MONTADOS: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Mounts an application in an element.
pub fn montar<F, N>(caja: HtmlElement, anfitrion: Anfitrion, aplicacion: F)
where
    F: FnOnce() -> N + 'static,
    N: IntoView + 'static,
{
    // A panic ends this copy and no other: whoever holds it can say so.
    std::panic::set_hook(Box::new(|suceso| {
        let donde = suceso.location().map(|l| format!("{}:{}", l.file(), l.line()));
        entorno::avisar("detenida", &serde_json::json!({ "donde": donde }));
    }));
    entorno::instalar(caja.clone(), anfitrion);
    let montado = mount_to(caja, aplicacion);
    MONTADOS.with_borrow_mut(|todos| todos.push(Box::new(montado)));
}

/// Takes away everything that was mounted.
pub fn desmontar() {
    drop(MONTADOS.take());
}
