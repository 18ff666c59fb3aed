//! The published JSON Schema of a trámite's record.

use super::{Bloque, Clase, Condicion, Guion, Pregunta, siempre};
use crate::incorporacion::cuestionario::Resultado;
use serde_json::{Map, Value, json};
use ventanilla_reglas::identificador::{ENTIDADES, Tipo};

impl Guion {
    /// JSON Schema (2020-12) of the record. What depends on other answers cannot be said there: those properties carry
    /// `"x-condicional": true`, and the dictamen decides.
    pub fn esquema(&'static self) -> Value {
        let mut propiedades: Map<String, Value> = Map::new();
        for bloque in self.bloques() {
            let nuevo = esquema_del_bloque(bloque);
            match propiedades.get_mut(bloque.clave) {
                Some(antes) => juntar(antes, &nuevo),
                None => {
                    propiedades.insert(bloque.clave.to_owned(), nuevo);
                }
            }
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("/api/v1/esquemas/{}", self.clave),
            "title": self.titulo,
            "description": self.presentacion,
            "x-formato": self.formato,
            "type": "object",
            "additionalProperties": false,
            "properties": propiedades,
        })
    }
}

fn juntar(antes: &mut Value, nuevo: &Value) {
    if let (Some(antes), Some(nuevo)) = (
        antes.get_mut("properties").and_then(Value::as_object_mut),
        nuevo.get("properties").and_then(Value::as_object),
    ) {
        antes.extend(nuevo.clone());
    }
}

fn siempre_se_cumple(condicion: Condicion) -> bool {
    std::ptr::fn_addr_eq(condicion, siempre as Condicion)
}

fn esquema_del_bloque(bloque: &'static Bloque) -> Value {
    let propiedades: Map<String, Value> = bloque
        .preguntas
        .iter()
        .map(|p| (p.campo.to_owned(), esquema_de_la_pregunta(p)))
        .collect();
    let fija = |p: &&Pregunta| siempre_se_cumple(p.cuando) && siempre_se_cumple(p.obligatoria);
    let obligatorias: Vec<&str> = bloque.preguntas.iter().filter(fija).map(|p| p.campo).collect();
    let mut objeto = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": propiedades,
        "required": obligatorias,
    });
    if !bloque.titulo.is_empty() {
        objeto["title"] = Value::from(bloque.titulo);
    }
    if !siempre_se_cumple(bloque.cuando) {
        objeto["x-condicional"] = Value::Bool(true);
    }
    match &bloque.repetido {
        None => objeto,
        Some(r) => json!({ "type": "array", "minItems": r.minimo, "maxItems": r.maximo, "items": objeto }),
    }
}

fn esquema_de_la_pregunta(pregunta: &Pregunta) -> Value {
    let mut esquema = tipo(&pregunta.clase);
    esquema["title"] = Value::from(pregunta.rotulo);
    if !pregunta.ayuda.is_empty() {
        esquema["description"] = Value::from(pregunta.ayuda);
    }
    if !pregunta.ejemplo.is_empty() {
        esquema["examples"] = json!([pregunta.ejemplo]);
    }
    if !pregunta.fundamento.is_empty() {
        esquema["x-fundamento"] = json!(pregunta.fundamento);
    }
    if !siempre_se_cumple(pregunta.cuando) {
        esquema["x-condicional"] = Value::Bool(true);
    }
    esquema
}

fn tipo(clase: &Clase) -> Value {
    let texto = |patron: &str| json!({ "type": "string", "pattern": patron });
    match clase {
        Clase::Texto { maximo, .. } => json!({ "type": "string", "maxLength": maximo }),
        Clase::Identificador(tipo, _) => texto(match tipo {
            Tipo::Rfc => "^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]$",
            Tipo::Curp => "^[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]$",
            Tipo::Nss => "^[0-9]{11}$",
            Tipo::RegistroPatronal => "^[A-Z0-9][0-9]{10}$",
            Tipo::Clabe => "^[0-9]{18}$",
            Tipo::CodigoPostal => "^[0-9]{5}$",
        }),
        Clase::Fecha { .. } => json!({ "type": "string", "format": "date" }),
        Clase::Mes => texto("^[0-9]{4}-[0-9]{2}$"),
        Clase::Dinero => texto("^[0-9]+\\.[0-9]{2}$"),
        Clase::Porcentaje => texto("^[0-9]+(\\.[0-9]{1,5})?$"),
        Clase::Entero { minimo, maximo } => json!({ "type": "integer", "minimum": minimo, "maximum": maximo }),
        Clase::Opcion(opciones) | Clase::Lista(opciones) => {
            json!({ "enum": opciones.iter().map(|o| o.valor).collect::<Vec<_>>() })
        }
        Clase::SiNo => json!({ "type": "boolean" }),
        Clase::Cuestionario => json!({ "enum": Resultado::TODOS.map(Resultado::clave) }),
        Clase::Aceptacion => json!({ "const": true }),
        Clase::Entidad => {
            json!({ "enum": ENTIDADES.iter().map(|e| e.clave).filter(|c| *c != "NE").collect::<Vec<_>>() })
        }
        Clase::Fraccion => texto("^[0-9]{3,4}$"),
        Clase::Telefono => texto("^[0-9]{10}$"),
        Clase::Correo => json!({ "type": "string", "format": "email", "maxLength": 60 }),
        Clase::Documentos(_) => json!({ "type": "array", "items": texto("^[a-z0-9_]+$") }),
    }
}
