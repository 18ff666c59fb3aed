//! Files out of and into the page, without any server.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands the person a file.
///
/// # Errors
/// When the browser does not allow it.
pub fn descargar(nombre: &str, tipo: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let partes = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let opciones = BlobPropertyBag::new();
    opciones.set_type(tipo);
    let blob = Blob::new_with_u8_array_sequence_and_options(&partes, &opciones)?;
    let direccion = Url::create_object_url_with_blob(&blob)?;
    let documento = leptos::prelude::document();
    let enlace: HtmlAnchorElement = documento.create_element("a")?.unchecked_into();
    enlace.set_href(&direccion);
    enlace.set_download(nombre);
    enlace.click();
    Url::revoke_object_url(&direccion)
}

/// The bytes of the file that a person chose.
///
/// # Errors
/// When the browser cannot read it.
pub async fn leer_archivo(archivo: web_sys::File) -> Result<(String, Vec<u8>), String> {
    let archivo = gloo::file::File::from(archivo);
    let nombre = archivo.name();
    let bytes = gloo::file::futures::read_as_bytes(&archivo).await.map_err(|_| {
        format!("No se pudo leer el archivo «{nombre}». Ciérrelo si está abierto en otro programa e intente de nuevo.")
    })?;
    Ok((nombre, bytes))
}
