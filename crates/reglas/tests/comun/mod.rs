//! The golden cases and how an answer is compared with what a case expects. A browser test runs the same files on the
//! built WebAssembly and mirrors [`cuadra`], which is all there is to the comparison:
//!
//! - an object is matched if each of its keys is in the answer and matches;
//! - a list is matched if it has as many elements and each matches the one in its place;
//! - `{"contiene": [...]}` against a list: each element matches some element of it;
//! - anything else is matched if it is equal.

#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use serde::Deserialize;
use serde_json::Value;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion::{Respuesta, ejecutar};

/// A golden case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caso {
    /// Unique among all files.
    pub id: String,
    /// Where its figures come from.
    pub fuente: String,
    /// Anything a reader should know.
    #[serde(default)]
    pub nota: String,
    /// The operation.
    pub operacion: String,
    /// The document.
    #[serde(default)]
    pub entrada: Option<Value>,
    /// The document as text, when it is not JSON.
    #[serde(default)]
    pub entrada_texto: Option<String>,
    /// Rows added by the operator: the lines of the CSV.
    #[serde(default)]
    pub suplemento: Vec<String>,
    /// Whether something is computed.
    #[serde(default = "verdadero")]
    pub calculado: bool,
    /// What the answer must contain.
    pub espera: Value,
    /// What the answer must not contain.
    #[serde(default)]
    pub trampas: Vec<Value>,
}

fn verdadero() -> bool {
    true
}

impl Caso {
    /// The document as it is given to the operation; with `"memoria": true` if asked and possible.
    pub fn texto(&self, con_memoria: bool) -> String {
        match (&self.entrada, &self.entrada_texto) {
            (Some(entrada), None) => {
                let mut entrada = entrada.clone();
                if con_memoria && let Some(objeto) = entrada.as_object_mut() {
                    objeto.insert("memoria".into(), true.into());
                }
                entrada.to_string()
            }
            (None, Some(texto)) => texto.clone(),
            _ => panic!("{}: debe llevar «entrada» o «entrada_texto», y sólo uno", self.id),
        }
    }

    /// Runs the case.
    pub fn correr(&self, con_memoria: bool) -> (Respuesta, Value) {
        let mut normativa = Normativa::publicada();
        if !self.suplemento.is_empty() {
            normativa = normativa.con_suplemento(&self.suplemento.join("\n")).unwrap();
        }
        let respuesta = ejecutar(&normativa, &self.operacion, &self.texto(con_memoria));
        let valor = serde_json::from_str(&respuesta.json)
            .unwrap_or_else(|e| panic!("{}: la respuesta no es JSON: {e}", self.id));
        (respuesta, valor)
    }
}

/// Every case, with the name of its file.
pub fn casos() -> Vec<(String, Caso)> {
    let mut archivos: Vec<_> = std::fs::read_dir("golden")
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    archivos.sort();
    let mut todos = Vec::new();
    for archivo in archivos {
        let nombre = archivo.file_name().unwrap().to_string_lossy().into_owned();
        let texto = std::fs::read_to_string(&archivo).unwrap();
        let casos: Vec<Caso> = serde_json::from_str(&texto).unwrap_or_else(|e| panic!("{nombre}: {e}"));
        assert!(!casos.is_empty(), "{nombre} no tiene casos");
        todos.extend(casos.into_iter().map(|caso| (nombre.clone(), caso)));
    }
    todos
}

/// Whether `respuesta` contains `espera`.
///
/// # Errors
/// Where they part, and what there is on each side.
pub fn cuadra(espera: &Value, respuesta: &Value, ruta: &str) -> Result<(), String> {
    match (espera, respuesta) {
        (Value::Object(pedido), Value::Array(lista)) if pedido.contains_key("contiene") => {
            contiene(&pedido["contiene"], lista, ruta)
        }
        (Value::Object(pedido), Value::Object(hay)) => {
            pedido.iter().try_for_each(|(clave, valor)| match hay.get(clave) {
                Some(otro) => cuadra(valor, otro, &format!("{ruta}.{clave}")),
                None => Err(format!("{ruta}.{clave}: no está")),
            })
        }
        (Value::Array(pedidos), Value::Array(hay)) if pedidos.len() == hay.len() => {
            let mut pares = pedidos.iter().zip(hay).enumerate();
            pares.try_for_each(|(i, (uno, otro))| cuadra(uno, otro, &format!("{ruta}[{i}]")))
        }
        _ if espera == respuesta => Ok(()),
        _ => Err(format!("{ruta}: se espera {espera} y hay {respuesta}")),
    }
}

fn contiene(pedidos: &Value, lista: &[Value], ruta: &str) -> Result<(), String> {
    let pedidos = pedidos
        .as_array()
        .ok_or(format!("{ruta}: «contiene» debe ser una lista"))?;
    pedidos.iter().try_for_each(|pedido| {
        let esta = lista.iter().any(|v| cuadra(pedido, v, ruta).is_ok());
        let todo = Value::from(lista.to_vec());
        if esta {
            Ok(())
        } else {
            Err(format!("{ruta}: falta {pedido} en {todo}"))
        }
    })
}

/// Every node of every `memoria` in an answer.
pub fn nodos(respuesta: &Value) -> Vec<&Value> {
    let mut todos = Vec::new();
    buscar(respuesta, false, &mut todos);
    todos
}

fn buscar<'v>(valor: &'v Value, dentro: bool, todos: &mut Vec<&'v Value>) {
    match valor {
        Value::Array(lista) => lista.iter().for_each(|v| buscar(v, dentro, todos)),
        Value::Object(objeto) => {
            if dentro && objeto.contains_key("clave") && objeto.contains_key("operacion") {
                todos.push(valor);
            }
            for (clave, v) in objeto {
                buscar(v, dentro || clave == "memoria", todos);
            }
        }
        _ => {}
    }
}
