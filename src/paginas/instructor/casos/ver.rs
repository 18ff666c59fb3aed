//! A case of the library, to read it: what the trainee sees, and what is expected.

use super::super::escritorio::Escritorio;
use super::super::volver;
use super::duplicar;
use crate::componentes::fecha_larga;
use crate::paginas::capacitacion::Planteado;
use crate::paginas::dichos::articulos;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::caso::{Caso, Esperado};
use ventanilla_capacitacion::catalogo::regla;

/// The page.
#[component]
pub fn Ver(escritorio: Escritorio, clave: String) -> impl IntoView {
    let Some(caso) = biblioteca::caso(&clave) else {
        return super::super::no_esta("Ese caso no está en la biblioteca");
    };
    let a_duplicar = caso.clone();
    view! {
        {volver(&Ruta::Instructor.con("casos"), "Casos")}
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">{caso.titulo.clone()}</h1>
                <p class="v-tenue">{caso.clave.clone()}" · hoy es "{fecha_larga(caso.hoy.0)}" · dificultad "{caso.dificultad.rotulo().to_lowercase()}</p>
            </div>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| duplicar(escritorio, &a_duplicar)>"Duplicar"</button>
            </div>
        </div>
        <Cuerpo caso/>
    }
    .into_any()
}

#[component]
fn Cuerpo(caso: Caso) -> impl IntoView {
    view! {
        <div class="v-pila v-pila--amplia">
            <section class="v-panel v-pila" aria-labelledby="planteado">
                <h2 class="v-panel-titulo" id="planteado">"Lo que se plantea"</h2>
                <Planteado historia=caso.historia documentos=caso.documentos/>
            </section>
            <section class="v-panel v-pila" aria-labelledby="esperado">
                <h2 class="v-panel-titulo" id="esperado">"Lo que se espera"</h2>
                <LoEsperado e=caso.esperado/>
            </section>
            {(!caso.pistas.is_empty()).then(|| view! {
                <section class="v-panel v-pila" aria-labelledby="pistas">
                    <h2 class="v-panel-titulo" id="pistas">"Pistas, en orden"</h2>
                    <ol class="v-numerada">{caso.pistas.into_iter().map(|p| view! { <li>{p}</li> }).collect_view()}</ol>
                </section>
            })}
        </div>
    }
}

#[component]
fn LoEsperado(e: Esperado) -> impl IntoView {
    let mut filas = Vec::new();
    if let Some(d) = e.decision {
        filas.push((
            "Decisión",
            d.decision.to_string(),
            String::new(),
            d.porque,
            d.fundamento,
        ));
    }
    for c in e.campos {
        let rotulo = if c.rotulo.is_empty() { c.clave } else { c.rotulo };
        filas.push(("Dato", rotulo, c.valor, c.porque, c.fundamento));
    }
    for h in e.hallazgos.deben {
        filas.push(("Hallazgo", nombre(&h.codigo), h.codigo, h.porque, Vec::new()));
    }
    for h in e.hallazgos.no_deben {
        filas.push(("No es hallazgo", nombre(&h.codigo), h.codigo, h.porque, Vec::new()));
    }
    for c in e.cifras {
        filas.push(("Cifra", c.rotulo, c.valor, c.porque, c.fundamento));
    }
    let filas = filas.into_iter().map(|(que, cual, valor, porque, fundamento)| {
        view! {
            <tr>
                <td>{que}</td>
                <th scope="row">{cual}</th>
                <td>{valor}</td>
                <td>{porque}" "<span class="v-articulos">{articulos(fundamento.iter().map(String::as_str))}</span></td>
            </tr>
        }
    });
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de lo que se espera">
            <table class="v-tabla">
                <caption class="v-oculto">"Lo que se espera"</caption>
                <thead><tr><th scope="col">"Clase"</th><th scope="col">"Qué"</th><th scope="col">"Vale"</th><th scope="col">"Por qué"</th></tr></thead>
                <tbody>{filas.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What a finding says, without the figures of a case.
fn nombre(codigo: &str) -> String {
    regla(codigo).map_or_else(|| codigo.to_owned(), |r| r.ayuda.to_owned())
}
