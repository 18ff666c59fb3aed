//! The record that travels: nested JSON with the plain form of the questions that are asked, and nothing else.

use super::mensajes as mensaje;
use super::{Bloque, Clase, Guion, Pregunta, Respuestas, Revision};
use serde_json::{Map, Value};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::mensajes::Regla;

impl Guion {
    /// The record of what was answered. Questions that are not asked, or were left empty, are absent.
    pub fn contenido(&'static self, revision: &Revision) -> Value {
        let mut raiz = Map::new();
        for visto in &revision.recorrido.bloques {
            let bloque = visto.bloque;
            let objeto = |indice| objeto(bloque, indice, revision);
            let valor = match bloque.repetido {
                Some(_) => Value::Array((0..visto.cuantos).map(|i| Value::Object(objeto(Some(i)))).collect()),
                None => Value::Object(objeto(None)),
            };
            let vacio = valor.as_array().is_some_and(Vec::is_empty) || valor.as_object().is_some_and(Map::is_empty);
            if vacio {
                continue;
            }
            match (raiz.get_mut(bloque.clave), valor) {
                // two blocks of different steps may fill one object
                (Some(Value::Object(antes)), Value::Object(despues)) => antes.extend(despues),
                (_, valor) => {
                    raiz.insert(bloque.clave.to_owned(), valor);
                }
            }
        }
        Value::Object(raiz)
    }

    /// Reads a record back into answers, as if they had been typed.
    ///
    /// # Errors
    /// `formulario.desconocido`, `formulario.tipo`, `formulario.demasiados`: every one of them, each at its place.
    pub fn leer_contenido(&'static self, contenido: &Value) -> Result<Respuestas, Vec<Hallazgo>> {
        let mut lector = Lector::default();
        match contenido {
            Value::Object(raiz) => {
                for (clave, valor) in raiz {
                    self.leer_bloque(&mut lector, clave, valor);
                }
            }
            _ => lector.tipo("", "un objeto"),
        }
        if lector.hallazgos.is_empty() {
            Ok(lector.respuestas)
        } else {
            Err(lector.hallazgos)
        }
    }

    fn leer_bloque(&'static self, lector: &mut Lector, clave: &str, valor: &Value) {
        let bloques: Vec<&'static Bloque> = self.bloques().filter(|b| b.clave == clave).collect();
        let Some(primero) = bloques.first() else {
            return lector.mal(&mensaje::DESCONOCIDO, clave, &[("campo", clave)]);
        };
        match (&primero.repetido, valor) {
            (Some(repetido), Value::Array(elementos)) => {
                if elementos.len() > repetido.maximo {
                    let maximo = repetido.maximo.to_string();
                    return lector.mal(&mensaje::DEMASIADOS, clave, &[("maximo", &maximo)]);
                }
                lector.respuestas.contar(clave, elementos.len());
                for (i, elemento) in elementos.iter().enumerate() {
                    lector.objeto(&bloques, Some(i), elemento);
                }
            }
            (Some(_), _) => lector.tipo(clave, "una lista"),
            (None, valor) => lector.objeto(&bloques, None, valor),
        }
    }

    /// Whether there is an answer at a path: `centro.codigo_postal`, `socios.0.rfc`; or `socios`, how many there are.
    pub fn tiene(&'static self, ruta: &str) -> bool {
        let (clave, resto) = ruta.split_once('.').unwrap_or((ruta, ""));
        self.bloques().filter(|b| b.clave == clave).any(|bloque| {
            let pregunta = |campo: &str| bloque.preguntas.iter().any(|p| p.campo == campo);
            match (&bloque.repetido, resto.split_once('.')) {
                (None, _) => pregunta(resto),
                (Some(_), None) => resto.is_empty(),
                (Some(r), Some((n, campo))) => n.parse::<usize>().is_ok_and(|n| n < r.maximo) && pregunta(campo),
            }
        })
    }

    /// Every block of every step.
    pub fn bloques(&'static self) -> impl Iterator<Item = &'static Bloque> {
        self.pasos.iter().flat_map(|p| p.bloques)
    }
}

fn objeto(bloque: &'static Bloque, indice: Option<usize>, revision: &Revision) -> Map<String, Value> {
    let mut objeto = Map::new();
    for pregunta in bloque.preguntas {
        let valor = revision.valores.texto(&bloque.ruta(indice, pregunta.campo));
        if !valor.is_empty() {
            objeto.insert(pregunta.campo.to_owned(), a_json(&pregunta.clase, valor));
        }
    }
    objeto
}

fn a_json(clase: &Clase, valor: &str) -> Value {
    match clase {
        Clase::SiNo | Clase::Aceptacion => Value::Bool(valor == "si"),
        Clase::Entero { .. } => valor.parse::<u32>().map_or(Value::Null, Value::from),
        Clase::Documentos(_) => valor.split(',').map(Value::from).collect(),
        _ => Value::from(valor),
    }
}

#[derive(Default)]
struct Lector {
    respuestas: Respuestas,
    hallazgos: Vec<Hallazgo>,
}

impl Lector {
    fn mal(&mut self, regla: &'static Regla, ruta: &str, datos: &[(&str, &str)]) {
        self.hallazgos.push(Hallazgo::nuevo(regla, ruta, datos));
    }

    fn tipo(&mut self, ruta: &str, esperado: &str) {
        self.mal(&mensaje::TIPO, ruta, &[("esperado", esperado)]);
    }

    fn objeto(&mut self, bloques: &[&'static Bloque], indice: Option<usize>, valor: &Value) {
        let Some(primero) = bloques.first() else { return };
        let Value::Object(campos) = valor else {
            let ruta = primero.ruta(indice, "");
            return self.tipo(ruta.trim_end_matches('.'), "un objeto");
        };
        for (campo, valor) in campos {
            let ruta = primero.ruta(indice, campo);
            let pregunta = bloques.iter().flat_map(|b| b.preguntas).find(|p| p.campo == campo);
            match pregunta {
                None => self.mal(&mensaje::DESCONOCIDO, &ruta, &[("campo", campo)]),
                Some(pregunta) => self.respuesta(pregunta, ruta, valor),
            }
        }
    }

    fn respuesta(&mut self, pregunta: &Pregunta, ruta: String, valor: &Value) {
        let texto = match (&pregunta.clase, valor) {
            (Clase::SiNo | Clase::Aceptacion, Value::Bool(valor)) => Ok(if *valor { "si" } else { "no" }.to_owned()),
            (Clase::SiNo | Clase::Aceptacion, _) => Err("true o false"),
            (Clase::Entero { .. }, Value::Number(numero)) => Ok(numero.to_string()),
            (Clase::Entero { .. }, _) => Err("un número entero"),
            (Clase::Documentos(_), Value::Array(claves)) => {
                let textos: Option<Vec<&str>> = claves.iter().map(Value::as_str).collect();
                textos.map(|t| t.join(",")).ok_or("una lista de textos")
            }
            (Clase::Documentos(_), _) => Err("una lista de textos"),
            (_, Value::String(texto)) => Ok(texto.clone()),
            _ => Err("un texto"),
        };
        match texto {
            Ok(texto) => self.respuestas.poner(ruta, texto),
            Err(esperado) => self.tipo(&ruta, esperado),
        }
    }
}
