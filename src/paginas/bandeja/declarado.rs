//! What was declared, line by line, and under each line what the rules found about it.

use super::carga::Abierto;
use crate::api::HallazgoRecibido;
use crate::api::expedientes::Detalle;
use crate::contexto::contexto;
use crate::formulario::CuadroDeCifras;
use leptos::prelude::*;
use ventanilla_tramites::camino::guion;
use ventanilla_tramites::guion::{Renglon, Seccion};

/// What was declared, as the server keeps it; what it does not keep is read with the same declaration that asked for it.
/// `None` when this version of the page cannot.
pub fn leer(detalle: &Detalle) -> Option<Vec<Seccion>> {
    let guardadas: Vec<Seccion> = detalle
        .secciones
        .iter()
        .filter(|s| !s.paso.is_empty())
        .cloned()
        .collect();
    let mut secciones = if guardadas.is_empty() {
        releer(detalle)?
    } else {
        guardadas
    };
    for seccion in &mut secciones {
        seccion.renglones.retain(|r| !r.valor.is_empty());
    }
    secciones.retain(|s| !s.renglones.is_empty());
    Some(secciones)
}

fn releer(detalle: &Detalle) -> Option<Vec<Seccion>> {
    let guion = guion(&detalle.resumen.tramite)?;
    let contexto = contexto();
    let respuestas = guion.leer_contenido(&detalle.contenido).ok()?;
    let normativa = contexto.normativa.read_untracked();
    let revision = guion.revisar(&respuestas, &normativa, contexto.hoy);
    Some(guion.resumen(&revision, &normativa, contexto.hoy))
}

/// What was declared.
#[component]
pub fn Declarado(abierto: Abierto) -> impl IntoView {
    let contenido = Memo::new(move |_| {
        let detalle = abierto.detalle.read();
        detalle.as_ref().map(|d| (leer(d), d.hallazgos.clone()))
    });
    view! {
        <section class="v-panel" aria-labelledby="declarado">
            <h2 class="v-panel-titulo" id="declarado">"Lo que se declaró"</h2>
            {move || match contenido.get() {
                Some((Some(secciones), hallazgos)) => view! { <Secciones secciones hallazgos/> }.into_any(),
                Some((None, _)) => view! { <Crudo abierto/> }.into_any(),
                None => ().into_any(),
            }}
        </section>
    }
}

#[component]
fn Secciones(secciones: Vec<Seccion>, hallazgos: Vec<HallazgoRecibido>) -> impl IntoView {
    secciones
        .into_iter()
        .map(|seccion| {
            let renglones = seccion.renglones.into_iter().map(|renglon| {
                let suyos: Vec<_> = hallazgos.iter().filter(|h| h.campo == renglon.ruta).cloned().collect();
                view! { <Linea renglon suyos/> }
            });
            view! {
                <section class="v-seccion">
                    <h3 class="v-panel-titulo">{seccion.titulo}</h3>
                    <dl class="v-respuestas">{renglones.collect_view()}</dl>
                    {seccion.cuadro.map(|cuadro| view! { <CuadroDeCifras cuadro/> })}
                </section>
            }
        })
        .collect_view()
}

#[component]
fn Linea(renglon: Renglon, suyos: Vec<HallazgoRecibido>) -> impl IntoView {
    let dicho = suyos.into_iter().map(|h| {
        let clase = if h.gravedad == "nota" {
            "v-dicho"
        } else {
            "v-dicho v-dicho--advertencia"
        };
        view! { <span class=clase>{h.mensaje}</span> }
    });
    view! {
        <div>
            <dt>{renglon.rotulo}</dt>
            <dd>{renglon.valor}{dicho.collect_view()}</dd>
        </div>
    }
}

/// As it was sent: a trámite of a later version than this page is not hidden.
#[component]
fn Crudo(abierto: Abierto) -> impl IntoView {
    let texto = move || {
        let detalle = abierto.detalle.read();
        detalle
            .as_ref()
            .and_then(|d| serde_json::to_string_pretty(&d.contenido).ok())
    };
    view! {
        <p>"Esta página no sabe mostrar este trámite; tal vez sea de una versión más nueva. Actualice la página. Esto es lo que se recibió:"</p>
        <pre class="v-crudo" tabindex="0">{texto}</pre>
    }
}
