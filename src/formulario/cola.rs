//! The outbox: what is finished leaves when it can, once, and says how it is going.

use crate::almacen::tramites::{Guardado, Situacion};
use crate::almacen::{self, tramites};
use crate::api::{self, Falla, Recibo};
use crate::contexto::Contexto;
use crate::entorno;
use crate::sesion::{Conexion, Sesion};
use js_sys::{Array, Function, Promise};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::time::Duration;
use ventanilla_tramites::camino::Envio;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

/// Seconds between attempts while the server does not answer.
const ESPERAS: [u64; 5] = [3, 10, 30, 60, 180];

/// The outbox of the account that is signed in.
#[derive(Clone, Copy)]
pub struct Cola {
    contexto: Contexto,
    sesion: Sesion,
    /// Key of what is on its way.
    pub enviando: RwSignal<Option<String>>,
    /// Counts what changed in the store, for whoever shows it.
    pub cambios: RwSignal<u32>,
    intentos: StoredValue<usize>,
    espera: StoredValue<Option<TimeoutHandle>>,
}

impl Cola {
    /// Begins to send what waits: now, when the network comes back, and when its owner signs in.
    pub fn nueva(contexto: Contexto, sesion: Sesion) -> Self {
        let cola = Self {
            contexto,
            sesion,
            enviando: RwSignal::new(None),
            cambios: RwSignal::new(0),
            intentos: StoredValue::new(0),
            espera: StoredValue::new(None),
        };
        Effect::new(move |_| {
            if sesion.conexion.get() == Conexion::Lista && sesion.leida.get() {
                sesion.cuenta.track();
                cola.vaciar();
            }
        });
        let escucha = window_event_listener(leptos::ev::online, move |_| cola.vaciar());
        on_cleanup(move || escucha.remove());
        leptos::task::spawn_local(async move { cola.purgar().await });
        cola
    }

    async fn purgar(self) {
        let cuenta = self
            .sesion
            .cuenta
            .get_untracked()
            .map(|c| c.clave())
            .unwrap_or_default();
        if let Err(error) = tramites::purgar(&cuenta, self.contexto.hoy).await {
            self.contexto.fallo_el_almacen(&error);
        }
    }

    /// Puts a finished trámite in the outbox. It is kept before anything is sent.
    ///
    /// # Errors
    /// When the browser does not let it be kept.
    pub async fn poner(self, mut guardado: Guardado, envio: Envio) -> Result<Guardado, almacen::ErrorDeAlmacen> {
        guardado.envio = Some(envio);
        guardado.rechazo = None;
        guardado.modificado = crate::almacen::ahora();
        guardado.revision = tramites::guardar(&guardado).await?;
        self.cambio();
        self.vaciar();
        Ok(guardado)
    }

    fn cambio(self) {
        let _ = self.cambios.try_update(|n| *n += 1);
    }

    /// Sends what waits. Only one round at a time.
    pub fn vaciar(self) {
        // what is practised never leaves
        if self.contexto.en_practica() || self.enviando.read_untracked().is_some() {
            return;
        }
        if let Some(espera) = self.espera.try_get_value().flatten() {
            espera.clear();
        }
        self.espera.set_value(None);
        leptos::task::spawn_local(async move {
            let seguir = match Candado::de_la_cola().await {
                Candado::DeOtra => Siguiente::Reintentar, // another tab is sending
                _candado => self.ronda().await,
            };
            let _ = self.enviando.try_set(None);
            if seguir == Siguiente::Reintentar {
                self.reintentar();
            } else {
                self.intentos.set_value(0);
            }
        });
    }

    fn reintentar(self) {
        let intento = self.intentos.get_value();
        self.intentos.set_value(intento + 1);
        let segundos = ESPERAS.get(intento).or(ESPERAS.last()).copied().unwrap_or(60);
        let espera = set_timeout_with_handle(move || self.vaciar(), Duration::from_secs(segundos)).ok();
        self.espera.set_value(espera);
    }

    async fn ronda(self) -> Siguiente {
        let Some(cuenta) = self.sesion.cuenta.get_untracked().map(|c| c.clave()) else {
            return Siguiente::Nada;
        };
        let pendientes = match tramites::de_la_cuenta(&cuenta).await {
            Ok((todos, _)) => todos,
            Err(error) => {
                self.contexto.fallo_el_almacen(&error);
                return Siguiente::Nada;
            }
        };
        for guardado in pendientes.into_iter().filter(|g| g.situacion() == Situacion::EnCola) {
            // somebody else may have signed in meanwhile: what is left is not theirs
            if self.sesion.cuenta.get_untracked().is_none_or(|c| c.clave() != cuenta) {
                return Siguiente::Reintentar;
            }
            match self.mandar(guardado).await {
                Siguiente::Nada => {}
                otra => return otra,
            }
        }
        Siguiente::Nada
    }

    async fn mandar(self, guardado: Guardado) -> Siguiente {
        let Some(envio) = guardado.envio.clone() else {
            return Siguiente::Nada;
        };
        let _ = self.enviando.try_set(Some(guardado.id.clone()));
        let (mut recibido, mut rechazado) = (None, None);
        match api::presentar(&guardado.id, guardado.version, &envio).await {
            Ok(recibo) => {
                entorno::avisar("enviado", &enviado(&guardado, &recibo));
                recibido = Some(recibo);
            }
            Err(Falla::Rechazo(rechazo)) => {
                entorno::avisar(
                    "error",
                    &json!({ "codigo": rechazo.error, "uuid": guardado.id, "tramite": guardado.tramite, "mensaje": Falla::Rechazo(rechazo.clone()).texto() }),
                );
                rechazado = Some(rechazo);
            }
            Err(Falla::SinRed) => {
                let _ = self.sesion.conexion.try_set(Conexion::SinRed);
                self.cambio();
                return Siguiente::Reintentar;
            }
            Err(Falla::SinSesion) => {
                let _ = self.sesion.conexion.try_set(Conexion::SinSesion);
                self.cambio();
                return Siguiente::Parar;
            }
        }
        if self.sesion.conexion.get_untracked() != Conexion::Lista {
            let _ = self.sesion.conexion.try_set(Conexion::Lista);
        }
        let anotado = tramites::anotar(&guardado.id, move |g| {
            // what was put in the outbox again meanwhile still has to leave
            if g.envio.as_ref() == Some(&envio) {
                g.envio = None;
            }
            g.rechazo = rechazado;
            g.recibo = recibido.or(g.recibo.take());
        });
        if let Err(error) = anotado.await {
            self.contexto.fallo_el_almacen(&error);
        }
        self.cambio();
        Siguiente::Nada
    }
}

/// What the portal is told of what was received.
fn enviado(guardado: &Guardado, recibo: &Recibo) -> Value {
    json!({
        "uuid": recibo.uuid,
        "tramite": guardado.tramite,
        "folio": recibo.folio,
        "estado": recibo.estado,
        "version": recibo.version,
        "recibido": recibo.recibido,
        "huella": recibo.huella,
    })
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn pedir_candado(nombre: &str, opciones: &JsValue, que: &Function) -> Result<Promise, JsValue>;
}

/// Only one tab sends at a time. The server takes each trámite once in any case: this spares it the second time.
enum Candado {
    /// Ours until it is dropped.
    Nuestro(JsValue),
    /// Another tab has it.
    DeOtra,
    /// A browser or an address without locks.
    NoHay,
}

impl Candado {
    async fn de_la_cola() -> Self {
        let (avisar, aviso) = promesa();
        let (soltar, suelto) = promesa();
        // The lock lasts for as long as the promise that the callback gives.
        let al_saber = Closure::once_into_js(move |candado: JsValue| -> JsValue {
            cumplir(&avisar, &JsValue::from_bool(!candado.is_null()));
            if candado.is_null() {
                JsValue::UNDEFINED
            } else {
                suelto.into()
            }
        });
        let opciones = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&opciones, &"ifAvailable".into(), &JsValue::TRUE);
        let nombre = [&entorno::base_de_datos(), "-cola"].concat();
        let Ok(pedido) = pedir_candado(&nombre, &opciones, al_saber.unchecked_ref()) else {
            return Self::NoHay;
        };
        // a request that is refused (a page without an origin of its own) never calls back: whichever comes first
        let primero = Promise::race(&Array::of2(&aviso, &pedido));
        match JsFuture::from(primero).await {
            Ok(tenemos) if tenemos.is_truthy() => Self::Nuestro(soltar),
            Ok(_) => Self::DeOtra,
            Err(_) => Self::NoHay,
        }
    }
}

impl Drop for Candado {
    fn drop(&mut self) {
        if let Self::Nuestro(soltar) = self {
            cumplir(soltar, &JsValue::UNDEFINED);
        }
    }
}

/// A promise and what fulfils it.
fn promesa() -> (JsValue, Promise) {
    // not `Function::default()`: that is `new Function()`, which a strict CSP forbids
    let mut cumplir = JsValue::UNDEFINED;
    let promesa = Promise::new(&mut |listo, _| cumplir = listo.into());
    (cumplir, promesa)
}

/// Fulfils a promise.
fn cumplir(que: &JsValue, con: &JsValue) {
    if let Some(funcion) = que.dyn_ref::<Function>() {
        let _ = funcion.call1(&JsValue::NULL, con);
    }
}

/// What to do after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Siguiente {
    Nada,
    Reintentar,
    Parar,
}

/// The outbox of this module.
pub fn cola() -> Cola {
    expect_context::<Cola>()
}
