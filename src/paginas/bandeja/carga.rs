//! One received trámite, read from the server for the pages that show it.

use super::puerta::{Fallo, anotar};
use crate::api::Falla;
use crate::api::expedientes::{self, Detalle, Resumen};
use crate::ruta::Direccion;
use crate::sesion::{Sesion, sesion};
use leptos::prelude::*;
use ventanilla_tramites::camino::Rol;

/// An open trámite.
#[derive(Clone, Copy)]
pub struct Abierto {
    pub sesion: Sesion,
    /// Its key, from the address.
    pub uuid: Memo<String>,
    /// What was read; `None` before the first answer.
    pub detalle: RwSignal<Option<Detalle>>,
    pub falla: RwSignal<Option<Falla>>,
    /// Counts what was put on the page, so that an answer that was asked for before does not hide a later one.
    puestos: StoredValue<u32>,
}

impl Abierto {
    /// Begins to read the trámite that the address names.
    pub fn nuevo() -> Self {
        let direccion = expect_context::<RwSignal<Direccion>>();
        let sesion = sesion();
        let este = Self {
            sesion,
            uuid: Memo::new(move |_| direccion.read().parte(0).to_owned()),
            detalle: RwSignal::new(None),
            falla: RwSignal::new(None),
            puestos: StoredValue::new(0),
        };
        let cuenta = Memo::new(move |_| sesion.id());
        Effect::new(move |_| {
            cuenta.track();
            este.uuid.track();
            este.detalle.set(None);
            este.cargar();
        });
        este
    }

    /// Reads it again.
    pub fn cargar(self) {
        leptos::task::spawn_local(async move { self.leer().await });
    }

    /// Reads it again, and waits for it.
    pub async fn leer(self) {
        let Some(uuid) = self.uuid.try_get_untracked() else {
            return;
        };
        let puestos = self.puestos.try_get_value();
        let resultado = expedientes::detalle(&uuid).await;
        if self.uuid.try_get_untracked() == Some(uuid) && self.puestos.try_get_value() == puestos {
            self.recibir(resultado);
        }
    }

    fn recibir(self, resultado: Result<Detalle, Falla>) {
        anotar(self.sesion, &resultado);
        match resultado {
            Ok(detalle) => self.poner(detalle),
            Err(falla) => drop(self.falla.try_set(Some(falla))),
        }
    }

    /// Shows what the server answered to something that was done.
    pub fn poner(self, detalle: Detalle) {
        let _ = self.puestos.try_update_value(|n| *n += 1);
        if self.falla.try_with_untracked(Option::is_some) == Some(true) {
            let _ = self.falla.try_set(None);
        }
        if self.detalle.try_with_untracked(|d| d.as_ref() != Some(&detalle)) == Some(true) {
            let _ = self.detalle.try_set(Some(detalle));
        }
    }

    /// A part of it that is drawn again only when it changes.
    pub fn parte<T: PartialEq + Send + Sync + 'static>(self, tomar: fn(&Detalle) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.detalle.read().as_ref().map(tomar))
    }

    /// What the queue shows of it.
    pub fn resumen(self) -> Memo<Option<Resumen>> {
        self.parte(|d| d.resumen.clone())
    }

    /// Whether the account attends the queue.
    pub fn atiende(self) -> bool {
        self.rol().is_some_and(Rol::atiende)
    }

    fn rol(self) -> Option<Rol> {
        self.sesion.cuenta.with(|c| c.as_ref().map(|c| c.rol))
    }

    /// Whether the account presented it: a patrón is shown nothing else.
    pub fn es_suyo(self, resumen: &Resumen) -> bool {
        self.rol() == Some(Rol::Patron)
            || self
                .sesion
                .cuenta
                .with(|c| c.as_ref().is_some_and(|c| c.usuario == resumen.capturo))
    }
}

/// Shows what it holds once the trámite was read.
#[component]
pub fn AlLeer(abierto: Abierto, children: ChildrenFn) -> impl IntoView {
    // what is shown is drawn once: a change of it must not take away the focus or what is being typed
    let paso = Memo::new(move |_| (abierto.detalle.read().is_some(), abierto.falla.read().is_some()));
    let falla = move || {
        abierto.falla.get().map(|falla| {
            let hay_algo = abierto.detalle.read_untracked().is_some();
            view! { <Fallo falla hay_algo reintentar=move |()| abierto.cargar()/> }
        })
    };
    let leido = Memo::new(move |_| paso.get().0);
    let sin_nada = Memo::new(move |_| paso.get() == (false, true));
    view! {
        {move || sin_nada.get().then(|| view! { <div class="v-encabezado"><h1 class="v-titulo">"No se pudo abrir el trámite"</h1></div> })}
        {falla}
        {move || if leido.get() {
            children().into_any()
        } else {
            view! { <Espera sin_nada/> }.into_any()
        }}
    }
}

#[component]
fn Espera(sin_nada: Memo<bool>) -> impl IntoView {
    move || (!sin_nada.get()).then(|| view! { <p role="status">"Abriendo…"</p> })
}
