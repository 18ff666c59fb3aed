//! Long work in slices, so that the page answers meanwhile: no slice is much longer than a frame.

use leptos::prelude::*;
use std::time::Duration;

/// Longest slice, in milliseconds.
const PRESUPUESTO: f64 = 10.0;

/// Calls `paso` until it says it is finished (true), letting the page breathe between slices. The first slice runs at once,
/// so that what is short is done when this returns.
pub fn por_rebanadas(mut paso: impl FnMut() -> bool + 'static) {
    let inicio = ahora();
    loop {
        if paso() {
            return;
        }
        if transcurrido(inicio) > PRESUPUESTO {
            break;
        }
    }
    set_timeout(move || por_rebanadas(paso), Duration::ZERO);
}

fn ahora() -> f64 {
    window().performance().map_or(0.0, |reloj| reloj.now())
}

#[allow(clippy::float_arithmetic)] // a clock, not money
fn transcurrido(desde: f64) -> f64 {
    ahora() - desde
}
