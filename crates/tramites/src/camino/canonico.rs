//! One way to write a JSON document, so that equal documents have equal fingerprints.

use serde_json::Value;

/// The document with the keys of every object in order and no spaces. `serde_json`'s own map keeps keys in order; that
/// is made explicit here, because a feature of that crate turned on elsewhere would change it.
pub fn canonico(valor: &Value) -> String {
    let mut salida = String::new();
    escribir(valor, &mut salida);
    salida
}

fn escribir(valor: &Value, salida: &mut String) {
    match valor {
        Value::Object(campos) => {
            let mut claves: Vec<&String> = campos.keys().collect();
            claves.sort_unstable();
            salida.push('{');
            for (i, clave) in claves.into_iter().enumerate() {
                if i > 0 {
                    salida.push(',');
                }
                salida.push_str(&Value::from(clave.as_str()).to_string());
                salida.push(':');
                escribir(&campos[clave], salida);
            }
            salida.push('}');
        }
        Value::Array(elementos) => {
            salida.push('[');
            for (i, elemento) in elementos.iter().enumerate() {
                if i > 0 {
                    salida.push(',');
                }
                escribir(elemento, salida);
            }
            salida.push(']');
        }
        otro => salida.push_str(&otro.to_string()),
    }
}
