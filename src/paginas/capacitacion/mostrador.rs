//! The counter: the story and the papers that somebody brings, each drawn as what it is.

use crate::contexto::contexto;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::{ClaseDeDocumento, DocumentoDelCaso};

/// The case beside the screen one works in. Outside a practice, nothing.
#[component]
pub fn Mostrador() -> impl IntoView {
    contexto().practica.get_value().map(|practica| {
        let caso = practica.planteamiento;
        view! {
            <details class="v-mostrador v-no-imprimir" open>
                <summary>"El caso"</summary>
                <div class="v-mostrador-cuerpo" tabindex="0" role="region" aria-label="El caso">
                    <Planteado historia=caso.historia documentos=caso.documentos/>
                </div>
            </details>
        }
    })
}

/// The story and the papers.
#[component]
pub fn Planteado(
    /// Its paragraphs.
    historia: Vec<String>,
    /// The papers.
    documentos: Vec<DocumentoDelCaso>,
) -> impl IntoView {
    view! {
        <div class="v-pila">
            {historia.into_iter().map(|parrafo| view! { <p>{parrafo}</p> }).collect_view()}
            {documentos.into_iter().map(papel).collect_view()}
        </div>
    }
}

/// How each paper looks.
fn aspecto(clase: ClaseDeDocumento) -> &'static str {
    use ClaseDeDocumento as C;
    match clase {
        C::ActaConstitutiva | C::PoderNotarial | C::ActaCivil => "v-facsimil v-facsimil--notarial",
        C::Curp | C::Identificacion | C::TarjetaPatronal => "v-facsimil v-facsimil--credencial",
        C::ComprobanteDomicilio | C::SituacionFiscal | C::ConstanciaSemanas => "v-facsimil v-facsimil--oficial",
        C::EstadoDeAdeudo | C::Nomina | C::Cedula => "v-facsimil v-facsimil--tabla",
        C::Resolucion => "v-facsimil v-facsimil--oficial v-facsimil--sello",
        C::Cuestionario | C::Contrato | C::Escrito => "v-facsimil v-facsimil--carta",
    }
}

fn papel(documento: DocumentoDelCaso) -> impl IntoView {
    let clase = documento.clase.rotulo();
    // a paper whose heading is its kind says it once
    let repite = documento.titulo == clase;
    view! {
        <article class=aspecto(documento.clase)>
            {(!repite).then(|| view! { <p class="v-facsimil-clase">{clase}</p> })}
            <h2>{documento.titulo}</h2>
            {(!documento.datos.is_empty()).then(|| view! {
                <dl>
                    {documento.datos.into_iter().map(|d| view! { <div><dt>{d.rotulo}</dt><dd>{d.valor}</dd></div> }).collect_view()}
                </dl>
            })}
            {documento.texto.into_iter().map(|parrafo| view! { <p class="v-texto-tal-cual">{parrafo}</p> }).collect_view()}
        </article>
    }
}
