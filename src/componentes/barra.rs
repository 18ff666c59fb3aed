//! Bars that scroll sideways where they do not fit.

use wasm_bindgen::JsCast;

/// The current one of the bar at `selector` is brought into sight. Not with `scrollIntoView`, which also moves the place
/// from which the keyboard goes on.
#[allow(clippy::float_arithmetic)] // pixels, not money
pub fn mostrar_la_actual(selector: &str) {
    const MARGEN: i32 = 16;
    let html = |e: web_sys::Element| e.dyn_into::<web_sys::HtmlElement>().ok();
    let barra = crate::entorno::buscar(selector).and_then(html);
    let actual = barra
        .as_ref()
        .and_then(|barra| barra.query_selector("[aria-current]").ok().flatten())
        .and_then(html);
    if let Some((barra, actual)) = barra.zip(actual)
        && barra.scroll_width() > barra.client_width()
    {
        let lejos = actual.get_bounding_client_rect().left() - barra.get_bounding_client_rect().left();
        barra.set_scroll_left(barra.scroll_left() + lejos.round() as i32 - MARGEN);
    }
}
