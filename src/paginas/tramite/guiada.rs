//! One group of questions a page.

use super::{Abierto, AvisoDePrivacidad, Encabezado};
use crate::formulario::{PasoEntero, Progreso, ResumenDeErrores, mostrar_errores, panel};
use crate::ruta::ir_a_direccion;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// A step.
#[component]
pub fn Guiada(abierto: Abierto, paso: usize, cambio: bool) -> impl IntoView {
    let escritorio = abierto.escritorio;
    let declarado = &escritorio.guion.pasos[paso];
    let continuar = move |evento: SubmitEvent| {
        evento.prevent_default();
        abierto.guardador.ya();
        if !escritorio.intentar(paso) || !escritorio.errores_del_paso(paso).is_empty() {
            mostrar_errores();
            return;
        }
        let siguiente = escritorio.vecino(paso, true).filter(|_| !cambio);
        ir_a_direccion(&abierto.direccion(siguiente.map_or("revisar", |p| abierto.clave(p))));
    };
    let anterior = move || {
        let anterior = escritorio.vecino(paso, false)?;
        let destino = abierto.direccion(abierto.clave(anterior));
        Some(view! { <a class="v-boton" href=destino>"Anterior"</a> })
    };
    let rapida = abierto.direccion("rapida");
    view! {
        <div class="v-formulario">
            <Progreso escritorio base=abierto.base.get_value() actual=Signal::derive(move || Some(paso))/>
            <form class="v-formulario-cuerpo v-pila" on:submit=continuar novalidate>
                <Encabezado abierto titulo=declarado.titulo/>
                <ResumenDeErrores errores=Signal::derive(move || escritorio.errores_del_paso(paso))/>
                {(!declarado.ayuda.is_empty()).then(|| view! { <p class="v-medida">{declarado.ayuda}</p> })}
                {(paso == 0).then(|| view! { <AvisoDePrivacidad finalidad=escritorio.guion.finalidad/> })}
                <PasoEntero escritorio paso/>
                {panel(escritorio, paso)}
                <div class="v-botones v-botones--pie">
                    <button class="v-boton v-boton--primario" type="submit">
                        {if cambio { "Guardar y volver a la revisión" } else { "Continuar" }}
                    </button>
                    {anterior}
                    <a class="v-boton v-boton--quieto" href=rapida>"Ver todo en una página"</a>
                </div>
            </form>
        </div>
    }
}
