//! What one tab keeps of a sheet, the others that show the same sheet are told, so that nobody goes on from an old one.

use crate::entorno;
use leptos::prelude::{StoredValue, WithValue, on_cleanup};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// `None` in a browser without channels: each tab finds out when it writes.
fn canal() -> Option<BroadcastChannel> {
    BroadcastChannel::new(&[&entorno::base_de_datos(), "-hojas"].concat()).ok()
}

/// Says that the sheet of a key was kept.
pub(super) fn se_guardo(clave: &str) {
    if let Some(canal) = canal() {
        let _ = canal.post_message(&JsValue::from_str(clave));
        canal.close();
    }
}

/// Calls back, while whoever asks is there, with the key of each sheet that is kept, here or in another tab.
pub fn al_guardarse(que: impl Fn(String) + 'static) {
    let al_llegar = Closure::<dyn FnMut(MessageEvent)>::new(move |suceso: MessageEvent| {
        if let Some(clave) = suceso.data().as_string() {
            que(clave);
        }
    });
    let canal = canal();
    if let Some(canal) = &canal {
        canal.set_onmessage(Some(al_llegar.as_ref().unchecked_ref()));
    }
    let guardado = StoredValue::new_local((canal, al_llegar));
    on_cleanup(move || {
        guardado.with_value(|(canal, _)| {
            if let Some(canal) = canal {
                canal.set_onmessage(None);
                canal.close();
            }
        });
    });
}
