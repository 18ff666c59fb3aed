//! How long what is kept lasts, and how much room there is.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"], js_name = persist)]
    fn persistir() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"], js_name = persisted)]
    fn persiste() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"], js_name = estimate)]
    fn estimar() -> Result<Promise, JsValue>;
}

/// Key of "this browser was asked to keep what there is".
const PEDIDO: &str = "se_pidio_que_dure";
/// Of every hundred parts of the room, how many may be taken before it is said.
#[allow(clippy::float_arithmetic)] // bytes, not money
const CASI: f64 = 0.9;

/// Asks the browser, once, not to delete what is kept here when the disk fills up. It may say no: then nothing changes.
pub async fn pedir_que_dure() {
    if !matches!(super::leer_ajuste(PEDIDO).await, Ok(None)) {
        return;
    }
    if let Ok(promesa) = persiste()
        && JsFuture::from(promesa).await.is_ok_and(|dura| dura == JsValue::FALSE)
        && let Ok(promesa) = persistir()
    {
        let _ = JsFuture::from(promesa).await;
    }
    let _ = super::guardar_ajuste(PEDIDO, "si").await;
}

/// Whether the room that the browser gives this site is almost taken.
#[allow(clippy::float_arithmetic)] // bytes, not money
pub async fn por_llenarse() -> bool {
    let Ok(promesa) = estimar() else { return false };
    let Ok(cuenta) = JsFuture::from(promesa).await else {
        return false;
    };
    let numero = |clave: &str| {
        Reflect::get(&cuenta, &JsValue::from_str(clave))
            .ok()
            .and_then(|v| v.as_f64())
    };
    numero("usage")
        .zip(numero("quota"))
        .is_some_and(|(uso, cabe)| cabe > 0.0 && uso > cabe * CASI)
}
