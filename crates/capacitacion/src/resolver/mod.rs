//! What the rules say of a case on its day: its trámite as the counter would see it, its calculations, the findings of
//! both, and the decision that follows.

mod decidir;

pub use decidir::gravedad_de_la_decision;

use crate::caso::{Calculo, Caso, Decision, ErrorDeCaso, TRAMITE, Tramite};
use crate::comparar::iguales;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_reglas::operacion;
use ventanilla_tramites::camino::{Dictamen, guion};
use ventanilla_tramites::guion::{Guion, Mirada, Respuestas, Revision};
use ventanilla_tramites::incorporacion::veredicto;

/// Key of the object that stands for a sum of figures in the input of a calculation.
const SUMA: &str = "$suma";

/// What the rules say of a case.
#[derive(Clone, Debug, Default)]
pub struct Resuelto {
    /// Of its trámite.
    pub tramite: Option<TramiteResuelto>,
    /// Of each calculation, by its key.
    pub calculos: BTreeMap<String, CalculoResuelto>,
    /// Codes of everything they find.
    pub hallazgos: BTreeSet<String>,
    /// Codes of the errors among them.
    pub errores: BTreeSet<String>,
    /// Codes that say the same as another: the reason for which a modality does not apply, and that it does not.
    pub mismos: BTreeMap<String, BTreeSet<String>>,
    /// The decision that follows from them.
    pub decision: Option<Decision>,
}

/// A trámite, read and judged.
#[derive(Clone, Debug)]
pub struct TramiteResuelto {
    /// Its form.
    pub guion: &'static Guion,
    /// The answers as the record brings them.
    pub respuestas: Respuestas,
    /// Them, read.
    pub revision: Revision,
    /// What the rules say.
    pub dictamen: Dictamen,
}

/// A calculation, run.
#[derive(Clone, Debug)]
pub struct CalculoResuelto {
    /// The operation.
    pub operacion: String,
    /// Its input, with the figures of other calculations in their place.
    pub entrada: Value,
    /// Its answer.
    pub salida: Value,
    /// Whether anything was computed.
    pub calculado: bool,
}

/// Asks the rules about a case.
///
/// # Errors
/// What cannot even be asked: a record that the form cannot read, a reference to nothing.
pub fn resolver(caso: &Caso, normativa: &Normativa) -> Result<Resuelto, Vec<ErrorDeCaso>> {
    let mut resuelto = Resuelto::default();
    if let Some(tramite) = &caso.tramite {
        let suyo = resolver_tramite(caso, tramite, normativa)?;
        for h in &suyo.dictamen.hallazgos {
            resuelto.anotar(h.codigo, h.es_error());
        }
        resuelto.anotar_la_razon(&suyo, caso, normativa);
        resuelto.tramite = Some(suyo);
    }
    for calculo in &caso.calculos {
        let entrada = resuelto
            .sustituir(&calculo.entrada)
            .map_err(|referencia| vec![mal(caso, &format!("calculos.{}", calculo.clave), no_hay(&referencia))])?;
        let suyo = correr(calculo, entrada, normativa);
        for (codigo, error) in hallazgos_de(&suyo.salida) {
            resuelto.anotar(&codigo, error);
        }
        resuelto.calculos.insert(calculo.clave.clone(), suyo);
    }
    resuelto.decision = Some(decidir::decidir(&resuelto, normativa, caso.hoy.0));
    Ok(resuelto)
}

/// The explanation of a figure, out of the operation that gives it: its memoria, whole.
///
/// `None` for the figures of a trámite, whose sections are in its dictamen, and when the case cannot be resolved.
pub fn memoria(caso: &Caso, de: &str, normativa: &Normativa) -> Option<Value> {
    let (calculo, _) = de.split_once(':')?;
    let resuelto = resolver(caso, normativa).ok()?;
    let suyo = resuelto.calculos.get(calculo)?;
    let mut entrada = suyo.entrada.clone();
    entrada.as_object_mut()?.insert("memoria".to_owned(), Value::Bool(true));
    let respuesta = operacion::ejecutar(normativa, &suyo.operacion, &entrada.to_string());
    let salida: Value = serde_json::from_str(&respuesta.json).ok()?;
    buscar_memoria(&salida)
}

/// The steps of a memoria that give one figure: the one with its name and its amount, or else those with its name, or else
/// the whole. A payroll has a total, and each of its workers another.
pub fn pasos(caso: &Caso, de: &str, normativa: &Normativa) -> Vec<Value> {
    let Some(memoria) = memoria(caso, de, normativa) else {
        return Vec::new();
    };
    let valor = resolver(caso, normativa)
        .ok()
        .and_then(|r| r.dato(de))
        .unwrap_or_default();
    let todos = nodos(&memoria);
    let importe = |paso: &Value| paso.get("importe").and_then(en_texto).unwrap_or_default();
    let clave = de.rsplit('/').next();
    let suyos: Vec<&Value> = todos
        .iter()
        .copied()
        .filter(|paso| paso.get("clave").and_then(Value::as_str) == clave)
        .collect();
    if let Some(suyo) = suyos.iter().find(|paso| iguales(&importe(paso), &valor)) {
        return vec![(*suyo).clone()];
    }
    // those at the top come first, and hold the others
    match suyos.first() {
        Some(primero) => vec![(*primero).clone()],
        None => raices(&memoria).into_iter().cloned().collect(),
    }
}

/// The nodes at the top of a memoria.
fn raices(memoria: &Value) -> Vec<&Value> {
    match memoria {
        Value::Array(elementos) => elementos.iter().flat_map(raices).collect(),
        Value::Object(campos) if campos.contains_key("etiqueta") => vec![memoria],
        _ => Vec::new(),
    }
}

/// Every node of a memoria, each before those under it.
fn nodos(memoria: &Value) -> Vec<&Value> {
    let mut todos = Vec::new();
    for raiz in raices(memoria) {
        todos.push(raiz);
        todos.extend(raiz.get("hijos").map(nodos).unwrap_or_default());
    }
    todos
}

/// The memoria stands at the top of an answer, or in each worker of a payroll.
fn buscar_memoria(salida: &Value) -> Option<Value> {
    if let Some(memoria) = salida.get("memoria") {
        return Some(memoria.clone());
    }
    let trabajadores = salida.get("trabajadores")?.as_array()?;
    let suyas: Vec<Value> = trabajadores.iter().filter_map(|t| t.get("memoria").cloned()).collect();
    (!suyas.is_empty()).then_some(Value::Array(suyas))
}

fn resolver_tramite(
    caso: &Caso,
    tramite: &Tramite,
    normativa: &Normativa,
) -> Result<TramiteResuelto, Vec<ErrorDeCaso>> {
    let Some(guion) = guion(&tramite.guion) else {
        let mensaje = format!("No existe el trámite «{}».", tramite.guion);
        return Err(vec![mal(caso, "tramite.guion", mensaje)]);
    };
    let respuestas = guion.leer_contenido(&tramite.contenido).map_err(|hallazgos| {
        let suyo = |campo: &str| format!("tramite.contenido.{campo}");
        hallazgos
            .iter()
            .map(|h| mal(caso, &suyo(&h.campo), h.mensaje.clone()))
            .collect::<Vec<_>>()
    })?;
    let revision = guion.revisar(&respuestas, normativa, caso.hoy.0);
    let dictamen = guion.dictamen(&revision, normativa, caso.hoy.0);
    Ok(TramiteResuelto {
        guion,
        respuestas,
        revision,
        dictamen,
    })
}

fn correr(calculo: &Calculo, entrada: Value, normativa: &Normativa) -> CalculoResuelto {
    let respuesta = operacion::ejecutar(normativa, &calculo.operacion, &entrada.to_string());
    CalculoResuelto {
        operacion: calculo.operacion.clone(),
        entrada,
        salida: serde_json::from_str(&respuesta.json).unwrap_or_default(),
        calculado: respuesta.calculado,
    }
}

fn mal(caso: &Caso, campo: &str, mensaje: String) -> ErrorDeCaso {
    ErrorDeCaso {
        caso: caso.clave.clone(),
        campo: campo.to_owned(),
        mensaje,
    }
}

/// Words for a reference to nothing.
pub(crate) fn no_hay(referencia: &str) -> String {
    format!("«{referencia}» no señala nada de lo que dicen las reglas.")
}

/// Every finding of an answer, wherever it stands, and whether it is an error.
fn hallazgos_de(salida: &Value) -> Vec<(String, bool)> {
    match salida {
        Value::Object(campos) => {
            let suyo = campos.get("codigo").and_then(Value::as_str).zip(campos.get("gravedad"));
            let mut todos: Vec<(String, bool)> = suyo
                .map(|(codigo, g)| (codigo.to_owned(), g == "error"))
                .into_iter()
                .collect();
            todos.extend(campos.values().flat_map(hallazgos_de));
            todos
        }
        Value::Array(elementos) => elementos.iter().flat_map(hallazgos_de).collect(),
        _ => Vec::new(),
    }
}

/// A datum of JSON as text; `None` for what is no datum.
pub(crate) fn en_texto(valor: &Value) -> Option<String> {
    match valor {
        Value::String(texto) => Some(texto.clone()),
        Value::Number(numero) => Some(numero.to_string()),
        Value::Bool(valor) => Some(if *valor { "si" } else { "no" }.to_owned()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

impl Resuelto {
    fn anotar(&mut self, codigo: &str, error: bool) {
        self.hallazgos.insert(codigo.to_owned());
        if error {
            self.errores.insert(codigo.to_owned());
        }
    }

    /// The form of a modality says that it does not apply with the words of the reason: whoever reports the reason has
    /// reported it.
    fn anotar_la_razon(&mut self, tramite: &TramiteResuelto, caso: &Caso, normativa: &Normativa) {
        if tramite.guion.clave != "incorporacion" {
            return;
        }
        let mirada = Mirada::nueva(&tramite.revision.valores, normativa, caso.hoy.0);
        let Some(elegida) = veredicto::de_la_elegida(&mirada).filter(|o| o.procede != Procede::Si) else {
            return;
        };
        let razon = elegida.codigo.to_owned();
        for h in tramite
            .dictamen
            .hallazgos
            .iter()
            .filter(|h| h.mensaje.contains(&elegida.motivo))
        {
            self.mismos
                .entry(h.codigo.to_owned())
                .or_default()
                .insert(razon.clone());
        }
        self.hallazgos.insert(razon);
    }

    /// Whether a finding was reported, by its code or by another that says the same.
    pub fn se_dijo(&self, codigo: &str, dichos: &BTreeSet<String>) -> bool {
        let suyos = self.mismos.get(codigo);
        dichos.contains(codigo) || suyos.is_some_and(|s| s.iter().any(|c| dichos.contains(c)))
    }

    /// What the rules say at a reference: `tramite:prima` is a figure of the dictamen, `cuotas:/totales/total` a datum of
    /// an answer.
    pub fn dato(&self, de: &str) -> Option<String> {
        let (donde, que) = de.split_once(':')?;
        if donde == TRAMITE {
            return self.tramite.as_ref()?.dictamen.cifras.get(que).cloned();
        }
        en_texto(self.calculos.get(donde)?.salida.pointer(que)?)
    }

    /// What was answered at a reference: `tramite:opcion.modalidad` in its plain form, or as it is if it cannot be read;
    /// `cuotas:/patron/prima_rt` of an input.
    pub fn respuesta(&self, clave: &str) -> Option<String> {
        let (donde, que) = clave.split_once(':')?;
        if donde == TRAMITE {
            let tramite = self.tramite.as_ref()?;
            let lectura = tramite.revision.lecturas.get(que)?;
            return Some(match lectura.valor.as_str() {
                "" => tramite.respuestas.texto(que).trim().to_owned(),
                valor => valor.to_owned(),
            });
        }
        en_texto(self.calculos.get(donde)?.entrada.pointer(que)?)
    }

    /// A figure: what stands at the only reference, or the sum of several; one with a `-` before it is taken away.
    ///
    /// # Errors
    /// The reference at which there is nothing, or no number to add.
    pub fn cifra(&self, de: &[String]) -> Result<String, String> {
        if let [una] = de {
            return self.dato(una).ok_or_else(|| una.clone());
        }
        let mut suma = Decimal::ZERO;
        for referencia in de {
            let sin_signo = referencia.strip_prefix('-');
            let sumando = self.dato(sin_signo.unwrap_or(referencia));
            let sumando = sumando.and_then(|d| d.parse::<Decimal>().ok());
            let sumando = sumando.ok_or_else(|| referencia.clone())?;
            suma += if sin_signo.is_some() { -sumando } else { sumando };
        }
        Ok(suma.to_string())
    }

    /// The input of a calculation with the sums in their place.
    fn sustituir(&self, entrada: &Value) -> Result<Value, String> {
        match entrada {
            Value::Object(campos) => match campos.get(SUMA).and_then(Value::as_array) {
                Some(referencias) if campos.len() == 1 => {
                    let de: Vec<String> = referencias.iter().filter_map(en_texto).collect();
                    self.cifra(&de).map(Value::String)
                }
                _ => {
                    let suyos = campos.iter().map(|(k, v)| Ok((k.clone(), self.sustituir(v)?)));
                    suyos.collect::<Result<_, String>>().map(Value::Object)
                }
            },
            Value::Array(elementos) => {
                let suyos = elementos.iter().map(|e| self.sustituir(e));
                suyos.collect::<Result<_, String>>().map(Value::Array)
            }
            otro => Ok(otro.clone()),
        }
    }
}
