//! Mounting a module where the host left room for it. On a page of its own, `inicio.js` puts aside, alive, what a module
//! drew while another one is in sight, so it is mounted once and never taken away; so too when its element leaves the
//! portal's page, for it may come back (public/ventanilla-imss.js).

use crate::entorno::{self, Anfitrion};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

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
    mount_to(caja, aplicacion).forget();
}
