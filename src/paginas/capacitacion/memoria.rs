//! Where the right figure comes from, read out of the answer of the operation that gives it.

use super::juicio::legible;
use leptos::prelude::*;
use serde::Deserialize;
use ventanilla_capacitacion::caso::{Caso, TRAMITE};
use ventanilla_capacitacion::resolver;
use ventanilla_normativa::Normativa;
use ventanilla_tramites::guion::Seccion;

/// A step of a memoria, as the contract writes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Paso {
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

/// Where a figure comes from. Nothing when there is no memoria of it.
pub fn explicacion(caso: &Caso, de: &[String], normativa: &Normativa) -> Option<AnyView> {
    let mut pasos = Vec::new();
    for referencia in de {
        if referencia.starts_with(TRAMITE) {
            return del_tramite(caso, normativa);
        }
        let suyos = resolver::pasos(caso, referencia, normativa);
        pasos.extend(suyos.into_iter().filter_map(|p| serde_json::from_value::<Paso>(p).ok()));
    }
    (!pasos.is_empty()).then(|| {
        view! { <ul class="v-memoria" role="list">{pasos.into_iter().map(rama).collect_view()}</ul> }.into_any()
    })
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
