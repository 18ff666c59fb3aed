//! What the three tabs say alike: what is missing, findings with their articles, the readings used, the memoria.

use super::lectura::Calculo;
use crate::componentes::{ArbolDeMemoria, fecha_corta};
use crate::paginas::papel::{Papel, enfocar, id_de};
use leptos::prelude::*;
use ventanilla_reglas::consulta::Comun;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::politica::POLITICAS;
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

/// A finding with its articles.
pub fn hallazgo(hallazgo: Hallazgo) -> impl IntoView {
    let clase = match hallazgo.gravedad {
        Gravedad::Error => "v-aviso v-aviso--error",
        Gravedad::Advertencia => "v-aviso v-aviso--advertencia",
        Gravedad::Nota => "v-aviso",
    };
    view! {
        <div class=clase>
            <p>{con_fechas(&hallazgo.mensaje)}</p>
            <p class="v-fila">{articulos(hallazgo.fundamento.iter().copied())}</p>
        </div>
    }
}

/// Articles, each a badge. Those that are no articles of a law are not shown.
pub fn articulos<'a>(articulos: impl Iterator<Item = &'a str>) -> AnyView {
    let suyos: Vec<String> = articulos
        .filter(|a| !a.starts_with("Contrato"))
        .map(ToOwned::to_owned)
        .collect();
    suyos
        .into_iter()
        .map(|a| view! { <span class="v-insignia v-insignia--articulo">{a}</span> })
        .collect_view()
        .into_any()
}

/// Findings of an answer, the gravest first.
pub fn hallazgos(comun: &Comun) -> impl IntoView + use<> {
    let mut todos = comun.hallazgos.clone();
    todos.sort_by_key(|h| h.gravedad);
    todos.into_iter().map(hallazgo).collect_view()
}

/// The readings of the law that another choice would have changed, to choose again.
pub fn politicas(papel: Papel, prefijo: &'static str, comun: &Comun) -> Option<AnyView> {
    let aplicadas: Vec<_> = comun.politicas_aplicadas.iter().collect();
    if aplicadas.is_empty() {
        return None;
    }
    let listas = aplicadas
        .into_iter()
        .map(|(politica, valor, _)| {
            let ficha = &POLITICAS[politica as usize];
            let id = format!("{prefijo}-{}", ficha.nombre);
            view! {
                <div class="v-campo">
                    <label class="v-etiqueta" for=id.clone()>{ficha.pregunta}</label>
                    <select
                        class="v-lista"
                        id=id
                        on:change=move |e| papel.escribir(&[prefijo, ".", ficha.nombre].concat(), &event_target_value(&e))
                    >
                        {ficha.valores.iter().enumerate().map(|(i, (clave, texto))| view! {
                            <option value=*clave selected=*clave == valor>{*texto}{(i == 0).then_some(" (por omisión)")}</option>
                        }).collect_view()}
                    </select>
                </div>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="v-pila" aria-label="Criterios que cambian el resultado">
                <p class="v-fuerte">"La ley no lo dice y cambia el resultado:"</p>
                {listas}
            </section>
        }
        .into_any(),
    )
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
