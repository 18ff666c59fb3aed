//! Keeping what is typed: soon after every change, and at once when the page is put aside. One writing at a time, each over
//! the revision that the last one left; what another tab wrote meanwhile is never written over.

use super::escritorio::Escritorio;
use crate::almacen::tramites::{self, Guardado, Situacion};
use crate::almacen::{ErrorDeAlmacen, pedir_que_dure, por_llenarse};
use crate::aparte::al_apartarla;
use crate::contexto::Contexto;
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// How long after a change it is kept; several keys in a row are kept once.
const PAUSA: Duration = Duration::from_millis(120);
/// How often what waits for a writing to end looks again.
const VUELTA: Duration = Duration::from_millis(15);

/// What is being written and what comes next. It outlives the page: what was typed last is written though it closed.
#[derive(Default)]
struct Turno {
    en_curso: bool,
    sigue: Option<Guardado>,
    /// The last revision that is kept.
    revision: u64,
}

/// Keeps an open form.
#[derive(Clone, Copy)]
pub struct Guardador {
    escritorio: Escritorio,
    /// The record as it was last kept.
    pub guardado: RwSignal<Guardado>,
    espera: StoredValue<Option<TimeoutHandle>>,
    turno: StoredValue<Rc<RefCell<Turno>>, LocalStorage>,
    /// What to tell the person.
    pub estado: RwSignal<&'static str>,
    /// Whether another tab has it: here nothing is written.
    pub ajeno: RwSignal<bool>,
}

impl Guardador {
    /// Begins to keep a form.
    pub fn nuevo(escritorio: Escritorio, guardado: Guardado) -> Self {
        let turno = Turno {
            revision: guardado.revision,
            ..Turno::default()
        };
        let este = Self {
            escritorio,
            guardado: RwSignal::new(guardado),
            espera: StoredValue::new(None),
            turno: StoredValue::new_local(Rc::new(RefCell::new(turno))),
            estado: RwSignal::new("Guardado en este equipo"),
            ajeno: RwSignal::new(false),
        };
        Effect::new(move |antes: Option<()>| {
            escritorio.cambios.track();
            if antes.is_some() {
                este.pronto();
            }
        });
        // Tab closed, computer asleep, another tab: what is pending is written now.
        al_apartarla(move || este.ya());
        on_cleanup(move || este.ya());
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

    /// The last revision that is kept; `None` when the page is gone.
    pub fn revision(self) -> Option<u64> {
        self.turno.try_get_value().map(|turno| turno.borrow().revision)
    }

    /// Writes what is pending and waits until it is written.
    pub async fn asentar(self) {
        self.ya();
        let Some(turno) = self.turno.try_get_value() else {
            return;
        };
        while turno.borrow().en_curso {
            dormir(VUELTA).await;
        }
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

    /// Takes a record that was read or written elsewhere in this tab.
    pub fn adoptar(self, guardado: Guardado) {
        if let Some(turno) = self.turno.try_get_value() {
            turno.borrow_mut().revision = guardado.revision;
        }
        let _ = self.guardado.try_set(guardado);
    }

    /// Writes the record as it is.
    pub fn escribir(self) {
        if self.ajeno.get_untracked() {
            return;
        }
        let normativa = self.escritorio.contexto.normativa.read_untracked().version();
        self.guardado.update_untracked(|g| {
            g.respuestas = self.escritorio.respuestas.get_untracked();
            g.normativa = normativa;
            g.modificado = crate::almacen::ahora();
        });
        let turno = self.turno.get_value();
        turno.borrow_mut().sigue = Some(self.guardado.get_untracked());
        if !turno.borrow().en_curso {
            turno.borrow_mut().en_curso = true;
            leptos::task::spawn_local(self.escribir_todo(turno));
        }
    }

    async fn escribir_todo(self, turno: Rc<RefCell<Turno>>) {
        let contexto = self.escritorio.contexto;
        loop {
            let Some(mut guardado) = turno.borrow_mut().sigue.take() else {
                break;
            };
            guardado.revision = turno.borrow().revision;
            match guardar(&guardado).await {
                Ok(revision) => {
                    turno.borrow_mut().revision = revision;
                    let _ = self.guardado.try_update_untracked(|g| g.revision = revision);
                    if turno.borrow().sigue.is_none() {
                        let _ = self.estado.try_set("Guardado en este equipo");
                    }
                    tramites::avisar(&guardado);
                    contexto.se_guardo();
                }
                Err(ErrorDeAlmacen::Cambio) => {
                    let ultimo = turno.borrow_mut().sigue.take().unwrap_or(guardado);
                    self.apartar(&ultimo, contexto).await;
                    break;
                }
                Err(error) => {
                    let _ = self.estado.try_set("No se pudo guardar");
                    contexto.fallo_el_almacen(&error);
                }
            }
        }
        turno.borrow_mut().en_curso = false;
        contexto.cuidar_el_espacio().await;
    }

    /// Two tabs changed it at once: what was typed here goes on in a draft of its own.
    async fn apartar(self, ultimo: &Guardado, contexto: Contexto) {
        let _ = self.ajeno.try_set(true);
        let mut copia = ultimo.aparte();
        // also what was typed after that attempt
        if let Some(escritas) = self.escritorio.respuestas.try_get_untracked() {
            copia.respuestas = escritas;
        }
        match tramites::guardar(&copia).await {
            Ok(_) => {
                contexto.avisar("Este borrador se cambió en otra pestaña. Nada se perdió: lo que escribió aquí sigue en una copia, «Copia de…».");
                let destino = Ruta::Tramite.con(&[&copia.id, "/", &copia.paso].concat());
                // only whoever still has it in sight goes to the copy
                if self.estado.try_get_untracked().is_some() {
                    ir_a_direccion(&destino);
                }
            }
            Err(error) => contexto.fallo_el_almacen(&error),
        }
    }
}

/// Keeps a record. That nothing typed differs from what another tab kept is no conflict.
async fn guardar(guardado: &Guardado) -> Result<u64, ErrorDeAlmacen> {
    let error = match tramites::guardar(guardado).await {
        Err(ErrorDeAlmacen::Cambio) => ErrorDeAlmacen::Cambio,
        otro => return otro,
    };
    match tramites::leer(&guardado.id, &guardado.cuenta).await? {
        Some(otro) if otro.respuestas == guardado.respuestas && otro.situacion() == Situacion::Borrador => {
            tramites::guardar(&Guardado {
                revision: otro.revision,
                ..guardado.clone()
            })
            .await
        }
        // it was sent from another tab, and here nothing else was typed
        // (nothing was written: the revision is still the one that was read, so that a later change does not write over it)
        Some(otro) if otro.respuestas == guardado.respuestas => Ok(guardado.revision),
        _ => Err(error),
    }
}

/// Waits.
pub async fn dormir(cuanto: Duration) {
    let promesa = js_sys::Promise::new(&mut |listo, _| {
        set_timeout(
            move || {
                let _ = listo.call0(&wasm_bindgen::JsValue::NULL);
            },
            cuanto,
        );
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promesa).await;
}

impl Contexto {
    /// After keeping something: the browser is asked to make it last, and said when there is hardly any room left.
    async fn cuidar_el_espacio(self) {
        if self.en_practica() || self.espacio_cuidado.try_get_value().unwrap_or(true) {
            return;
        }
        self.espacio_cuidado.set_value(true);
        pedir_que_dure().await;
        if por_llenarse().await {
            self.avisar("Queda poco espacio en este equipo para lo que guarda esta página. En «Este equipo» puede bajar una copia y borrar lo que ya no use.");
        }
    }
}
