//! Channels between the tabs of this browser, and the copies of one page. In a browser without them nobody is told: each
//! finds out by itself when it writes.

use leptos::prelude::{StoredValue, WithValue, on_cleanup};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// One end of a channel, for as long as whoever opened it is there.
#[derive(Clone)]
pub struct Canal(Option<BroadcastChannel>);

impl Canal {
    /// Opens a channel and calls back with each text that another end says.
    pub fn escuchar(nombre: &str, que: impl Fn(String) + 'static) -> Self {
        let al_llegar = Closure::<dyn FnMut(MessageEvent)>::new(move |suceso: MessageEvent| {
            if let Some(texto) = suceso.data().as_string() {
                que(texto);
            }
        });
        let canal = BroadcastChannel::new(nombre).ok();
        if let Some(canal) = &canal {
            canal.set_onmessage(Some(al_llegar.as_ref().unchecked_ref()));
        }
        let guardado = StoredValue::new_local((canal.clone(), al_llegar));
        on_cleanup(move || {
            guardado.with_value(|(canal, _)| {
                if let Some(canal) = canal {
                    canal.set_onmessage(None);
                    canal.close();
                }
            });
        });
        Self(canal)
    }

    /// Says something to every other end.
    pub fn decir(&self, texto: &str) {
        if let Some(canal) = &self.0 {
            let _ = canal.post_message(&JsValue::from_str(texto)); // it fails only once it is closed
        }
    }
}

/// Says something once to a channel that is not open here.
pub fn decir(nombre: &str, texto: &str) {
    if let Ok(canal) = BroadcastChannel::new(nombre) {
        let _ = canal.post_message(&JsValue::from_str(texto));
        canal.close();
    }
}
