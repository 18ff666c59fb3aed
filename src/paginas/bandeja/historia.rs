//! What happened to it: when, who, what and why; and the versions that were received.

use super::carga::Abierto;
use super::senales::{en_grupos, momento_corto};
use crate::api::expedientes::{DocumentoVisto, Suceso};
use leptos::prelude::*;
use ventanilla_tramites::camino::Estado;

/// The timeline, the newest first.
#[component]
pub fn Historia(abierto: Abierto) -> impl IntoView {
    let sucesos = abierto.parte(|d| {
        let nombrar = |suceso: &Suceso| (suceso.clone(), en_palabras(suceso, &d.documentos));
        d.historia.iter().rev().map(nombrar).collect::<Vec<_>>()
    });
    view! {
        <section class="v-panel" aria-labelledby="historia">
            <h2 class="v-panel-titulo" id="historia">"Historia"</h2>
            <ol class="v-historia" role="list">
                {move || sucesos.get().unwrap_or_default().into_iter().map(|(suceso, palabras)| {
                    let motivo = (suceso.accion == "estado").then_some(suceso.motivo).flatten().filter(|m| !m.is_empty());
                    view! {
                        <li>
                            <p class="v-historia-que">{palabras}</p>
                            {motivo.map(|motivo| view! { <blockquote class="v-historia-motivo">{motivo}</blockquote> })}
                            <p class="v-tenue v-chico">{momento_corto(&suceso.cuando)}" · "{suceso.quien}</p>
                        </li>
                    }
                }).collect_view()}
            </ol>
        </section>
    }
}

fn en_palabras(suceso: &Suceso, documentos: &[DocumentoVisto]) -> String {
    let motivo = suceso.motivo.as_deref().unwrap_or_default();
    let documento = || {
        let suyo = documentos.iter().find(|d| d.clave == motivo);
        suyo.map_or(motivo, |d| &d.titulo)
    };
    let estado = |clave: &Option<String>| {
        let clave = clave.as_deref().unwrap_or_default();
        Estado::de_clave(clave).map_or(clave.to_owned(), |e| e.titulo().to_lowercase())
    };
    match suceso.accion.as_str() {
        "recibido" if suceso.de.is_some() => "Se recibió corregido".to_owned(),
        "recibido" => "Se recibió".to_owned(),
        "estado" => format!("Pasó de {} a {}", estado(&suceso.de), estado(&suceso.a)),
        "cotejado" => format!("Se cotejó: {}", documento()),
        "sin_cotejar" => format!("Se quitó el cotejo: {}", documento()),
        "ligado" => format!("Se ligó a la cuenta {motivo}"),
        otra => otra.to_owned(),
    }
}

/// The versions, when there is more than one.
#[component]
pub fn Versiones(abierto: Abierto) -> impl IntoView {
    let versiones = abierto.parte(|d| d.versiones.clone());
    move || {
        let versiones = versiones.get().unwrap_or_default();
        (versiones.len() > 1).then(|| {
            let renglones = versiones.into_iter().rev().map(|v| {
                view! {
                    <li>
                        <p><strong>"Versión "{v.version}</strong>" · "{momento_corto(&v.recibido)}</p>
                        <p class="v-huella v-tenue">{en_grupos(&v.huella)}</p>
                    </li>
                }
            });
            view! {
                <section class="v-panel" aria-labelledby="versiones">
                    <h2 class="v-panel-titulo" id="versiones">"Versiones recibidas"</h2>
                    <ul class="v-pila v-pila--junta" role="list">{renglones.collect_view()}</ul>
                </section>
            }
        })
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn suceso(accion: &str, de: Option<&str>, a: Option<&str>, motivo: &str) -> Suceso {
        Suceso {
            cuando: String::new(),
            quien: String::new(),
            accion: accion.to_owned(),
            de: de.map(ToOwned::to_owned),
            a: a.map(ToOwned::to_owned),
            motivo: Some(motivo.to_owned()),
        }
    }

    #[test]
    fn what_happened_is_said_in_words() {
        for (suceso, palabras) in [
            (suceso("recibido", None, Some("recibido"), ""), "Se recibió"),
            (
                suceso("recibido", Some("prevenido"), Some("recibido"), ""),
                "Se recibió corregido",
            ),
            (
                suceso("estado", Some("recibido"), Some("en_revision"), "x"),
                "Pasó de recibido a en revisión",
            ),
            (suceso("cotejado", None, None, "rfc"), "Se cotejó: rfc"),
            (suceso("ligado", None, None, "patron"), "Se ligó a la cuenta patron"),
        ] {
            assert_eq!(en_palabras(&suceso, &[]), palabras);
        }
    }
}
