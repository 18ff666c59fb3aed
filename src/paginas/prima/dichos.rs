//! What the three tabs say alike: what is missing and the memoria.

use super::lectura::Calculo;
use crate::componentes::{ArbolDeMemoria, fecha_corta};
use crate::paginas::dichos::hallazgo;
use crate::paginas::papel::{Papel, enfocar, id_de};
use leptos::prelude::*;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::prima::Clase;
use ventanilla_tramites::texto::con_fechas;

/// The five classes, for a list to choose from.
pub fn clases(vacia: &'static str) -> Vec<(String, String)> {
    let riesgos = ["ordinario", "bajo", "medio", "alto", "máximo"];
    let clases = Clase::TODAS
        .into_iter()
        .zip(riesgos)
        .map(|(c, riesgo)| (c.clave().to_owned(), format!("{} · riesgo {riesgo}", c.clave())));
    [(String::new(), vacia.to_owned())].into_iter().chain(clases).collect()
}

/// `1-mar-2026 al 28-feb-2027`, from the rules' `desde/hasta`.
pub fn lapso(vigencia: &str) -> String {
    let (desde, hasta) = vigencia.split_once('/').unwrap_or((vigencia, ""));
    let corta = |texto: &str| Fecha::leer(texto).map_or_else(|| texto.to_owned(), |f| fecha_corta(f.0));
    format!("{} al {}", corta(desde), corta(hasta))
}

/// What is still missing, or why nothing comes out.
pub fn sin_salida<S>(papel: Papel, calculo: &Calculo<S>) -> AnyView {
    let faltan = calculo.faltan.iter().map(|f| view! { <li>{*f}</li> }).collect_view();
    let hay_faltan = !calculo.faltan.is_empty();
    // while somebody types in a field, it is not scolded
    let dejados = calculo.errores.iter().filter(|(ruta, _)| papel.dejado(ruta));
    let dejados: Vec<_> = dejados.collect();
    let hay_errores = !dejados.is_empty();
    let errores = dejados
        .into_iter()
        .map(|(ruta, mensaje)| {
            let id = id_de(ruta);
            let destino = id.clone();
            let llevar = move |evento: leptos::ev::MouseEvent| {
                evento.prevent_default();
                enfocar(&destino);
            };
            view! { <li><a href=format!("#{id}") on:click=llevar>{con_fechas(mensaje)}</a></li> }
        })
        .collect_view();
    let generales = calculo.generales.iter().filter(|h| h.campo.is_empty()).cloned();
    let generales = generales.map(hallazgo).collect_view();
    view! {
        {hay_errores.then(|| view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Revise lo que escribió"</p>
                <ul>{errores}</ul>
            </div>
        })}
        {hay_faltan.then(|| view! {
            <div class="v-aviso">
                <p class="v-aviso-titulo">"Para calcular falta"</p>
                <ul>{faltan}</ul>
            </div>
        })}
        {generales}
    }
    .into_any()
}

/// The memoria, closed until it is asked for.
pub fn memoria(nodos: Option<&Vec<Nodo>>) -> Option<AnyView> {
    let nodos = nodos?.clone();
    (!nodos.is_empty()).then(|| {
        view! {
            <details class="v-ayuda v-no-imprimir">
                <summary>"Ver de dónde sale cada cifra"</summary>
                <div class="v-memoria-ancha"><ArbolDeMemoria nodos abiertos=2/></div>
            </details>
        }
        .into_any()
    })
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn a_term_is_written_short() {
        assert_eq!(lapso("2026-03-01/2027-02-28"), "1-mar-2026 al 28-feb-2027");
    }
}
