//! Where the right figure comes from, read out of the answer of the operation that gives it.

use super::calificada::legible;
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use ventanilla_capacitacion::caso::{Caso, TRAMITE};
use ventanilla_capacitacion::resolver;
use ventanilla_normativa::Normativa;
use ventanilla_tramites::guion::Seccion;

/// A step of a memoria, as the contract writes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Paso {
    clave: String,
    etiqueta: String,
    importe: String,
    operacion: String,
    operandos: Vec<Operando>,
    fundamento: Vec<String>,
    hijos: Vec<Paso>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Operando {
    nombre: String,
    valor: String,
}

impl Paso {
    /// The steps with this key, wherever they stand.
    fn con_clave(&self, clave: &str) -> Vec<Self> {
        if self.clave == clave {
            return vec![self.clone()];
        }
        self.hijos.iter().flat_map(|h| h.con_clave(clave)).collect()
    }
}

/// Where a figure comes from. Nothing when there is no memoria of it.
pub fn explicacion(caso: &Caso, de: &[String], normativa: &Normativa) -> Option<AnyView> {
    let mut pasos = Vec::new();
    for referencia in de {
        if referencia.starts_with(TRAMITE) {
            return del_tramite(caso, normativa);
        }
        let todos = leer(&resolver::memoria(caso, referencia, normativa)?);
        let clave = referencia.rsplit('/').next().unwrap_or_default();
        let suyos: Vec<Paso> = todos.iter().flat_map(|p| p.con_clave(clave)).collect();
        pasos.extend(if suyos.is_empty() { todos } else { suyos });
    }
    (!pasos.is_empty()).then(|| {
        view! { <ul class="v-memoria" role="list">{pasos.into_iter().map(rama).collect_view()}</ul> }.into_any()
    })
}

/// Every list of steps of an answer: of the whole, or of each worker.
fn leer(memoria: &Value) -> Vec<Paso> {
    match memoria {
        Value::Array(elementos) => elementos.iter().flat_map(leer).collect(),
        Value::Object(campos) if campos.contains_key("etiqueta") => {
            serde_json::from_value(memoria.clone()).into_iter().collect()
        }
        Value::Object(campos) => campos.values().flat_map(leer).collect(),
        _ => Vec::new(),
    }
}

fn rama(paso: Paso) -> AnyView {
    let formula = formula(&paso);
    let cuerpo = view! {
        <div class="v-nodo">
            <span class="v-nodo-nombre">{paso.etiqueta}</span>
            <span class="v-nodo-importe">{legible(&paso.importe)}</span>
            {(!formula.is_empty()).then(|| view! { <span class="v-nodo-formula">{formula}</span> })}
            <span class="v-nodo-articulos">
                {paso.fundamento.into_iter().map(|a| view! { <span class="v-insignia v-insignia--articulo">{a}</span> }).collect_view()}
            </span>
        </div>
    };
    if paso.hijos.is_empty() {
        return view! { <li>{cuerpo}</li> }.into_any();
    }
    view! {
        <li><details><summary>{cuerpo}</summary><ul role="list">{paso.hijos.into_iter().map(rama).collect_view()}</ul></details></li>
    }
    .into_any()
}

/// `117.31 UMA × 0.2040 tasa × 27 días`.
fn formula(paso: &Paso) -> String {
    let signo = match paso.operacion.as_str() {
        "producto" => " × ",
        "resta" => " − ",
        "cociente" => " ÷ ",
        "suma" if !paso.hijos.is_empty() => return format!("Suma de {} datos", paso.hijos.len()),
        _ => " · ",
    };
    let operandos = paso
        .operandos
        .iter()
        .map(|o| [o.valor.as_str(), " ", &o.nombre].concat());
    operandos.collect::<Vec<_>>().join(signo)
}

/// The figures of a trámite are explained by what the counter says of it.
fn del_tramite(caso: &Caso, normativa: &Normativa) -> Option<AnyView> {
    let resuelto = resolver::resolver(caso, normativa).ok()?;
    let secciones = resuelto.tramite?.dictamen.secciones;
    let una = |s: Seccion| {
        view! {
            <p class="v-fuerte">{s.titulo}</p>
            <dl class="v-respuestas">
                {s.renglones.into_iter().map(|r| view! { <div><dt>{r.rotulo}</dt><dd>{r.valor}</dd></div> }).collect_view()}
            </dl>
        }
    };
    (!secciones.is_empty()).then(|| secciones.into_iter().map(una).collect_view().into_any())
}
