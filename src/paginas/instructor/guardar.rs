//! Keeping what is typed: soon after every change, and at once when the page is left.

use super::escritorio::{Escritorio, Registro};
use crate::aparte::al_apartarla;
use leptos::prelude::*;
use std::time::Duration;

/// How long after a change it is kept; several keys in a row are kept once.
const PAUSA: Duration = Duration::from_millis(200);

/// Keeps a record that is being edited. Gives a signal with it as it was last kept: what is slow to compute hangs from it.
pub fn guardando<R: Registro>(escritorio: Escritorio, registro: RwSignal<R>) -> ReadSignal<R> {
    let (guardado, poner) = signal(registro.get_untracked());
    let espera = StoredValue::new(None::<TimeoutHandle>);
    let ya = move || {
        if let Some(Some(pendiente)) = espera.try_update_value(Option::take) {
            pendiente.clear();
            if let Some(registro) = registro.try_get_untracked() {
                escritorio.guardar(registro.clone());
                let _ = poner.try_set(registro);
            }
        }
    };
    Effect::new(move |antes: Option<()>| {
        registro.track();
        if antes.is_some() {
            if let Some(pendiente) = espera.try_update_value(Option::take).flatten() {
                pendiente.clear();
            }
            espera.set_value(set_timeout_with_handle(ya, PAUSA).ok());
        }
    });
    al_apartarla(ya);
    on_cleanup(ya);
    guardado
}
