//! The modalities that do not apply, each with its first legal reason.

use super::taller::Taller;
use crate::paginas::dichos::articulos_en_linea;
use leptos::prelude::*;
use ventanilla_tramites::texto::con_fechas;

/// The panel.
#[component]
pub fn LasQueNo(taller: Taller) -> impl IntoView {
    let filas = move || {
        let Some(Ok(respuesta)) = taller.respuesta.get() else {
            return Vec::new();
        };
        let filas = respuesta.no_proceden().map(|o| {
            let modalidad = o.modalidad.clave();
            let numero = modalidad.parse::<u32>().is_ok().then(|| format!(" ({modalidad})"));
            view! {
                <div data-no=modalidad>
                    <dt>{o.nombre.clone()}{numero}</dt>
                    <dd>{con_fechas(&o.motivo)}{articulos_en_linea(o.fundamento.iter().copied())}</dd>
                </div>
            }
            .into_any()
        });
        filas.collect::<Vec<AnyView>>()
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="modalidad-no">
            <h2 class="v-panel-titulo" id="modalidad-no">"Las que no le corresponden, y por qué"</h2>
            <dl class="v-modalidad-no">{filas}</dl>
        </section>
    }
}
