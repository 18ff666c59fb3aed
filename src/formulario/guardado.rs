//! Keeping what is typed: soon after every change, and at once when the page is put aside.

use super::escritorio::Escritorio;
use crate::almacen::tramites::{self, Guardado};
use leptos::prelude::*;
use std::time::Duration;

/// How long after a change it is kept; several keys in a row are kept once.
const PAUSA: Duration = Duration::from_millis(120);

/// Keeps an open form.
#[derive(Clone, Copy)]
pub struct Guardador {
    escritorio: Escritorio,
    /// The record as it was last kept.
    pub guardado: RwSignal<Guardado>,
    espera: StoredValue<Option<TimeoutHandle>>,
    /// What to tell the person.
    pub estado: RwSignal<&'static str>,
}

impl Guardador {
    /// Begins to keep a form.
    pub fn nuevo(escritorio: Escritorio, guardado: Guardado) -> Self {
        let este = Self {
            escritorio,
            guardado: RwSignal::new(guardado),
            espera: StoredValue::new(None),
            estado: RwSignal::new("Guardado en este equipo"),
        };
        Effect::new(move |antes: Option<()>| {
            escritorio.cambios.track();
            if antes.is_some() {
                este.pronto();
            }
        });
        // Tab closed, computer asleep, another tab: what is pending is written now.
        let oculta = window_event_listener(leptos::ev::visibilitychange, move |_| este.ya());
        let fuera = window_event_listener(leptos::ev::pagehide, move |_| este.ya());
        on_cleanup(move || {
            oculta.remove();
            fuera.remove();
            este.ya();
        });
        este
    }

    fn pronto(self) {
        self.estado.set("Guardando…");
        if let Some(espera) = self.espera.get_value() {
            espera.clear();
        }
        let espera = set_timeout_with_handle(move || self.ya(), PAUSA).ok();
        self.espera.set_value(espera);
    }

    /// Writes now what is pending.
    pub fn ya(self) {
        let Some(espera) = self.espera.try_get_value().flatten() else {
            return;
        };
        espera.clear();
        self.espera.set_value(None);
        self.escribir();
    }

    /// Notes which step is open.
    pub fn en_el_paso(self, paso: &str) {
        // the review is not a way of capturing: from it one goes back to the one that was open
        if paso != "revisar" && self.guardado.read_untracked().paso != paso {
            self.guardado.update_untracked(|g| paso.clone_into(&mut g.paso));
            if !self.escritorio.respuestas.read_untracked().vacias() {
                self.escribir();
            }
        }
    }

    /// Writes the record as it is.
    pub fn escribir(self) {
        let normativa = self.escritorio.contexto.normativa.read_untracked().version();
        self.guardado.update_untracked(|g| {
            g.respuestas = self.escritorio.respuestas.get_untracked();
            g.normativa = normativa;
            g.modificado = crate::almacen::ahora();
        });
        let guardado = self.guardado.get_untracked();
        let contexto = self.escritorio.contexto;
        leptos::task::spawn_local(async move {
            match tramites::guardar(&guardado).await {
                Ok(()) => {
                    let _ = self.estado.try_set("Guardado en este equipo");
                    tramites::avisar(&guardado);
                }
                Err(error) => {
                    let _ = self.estado.try_set("No se pudo guardar");
                    contexto.fallo_el_almacen(&error);
                }
            }
        });
    }
}
