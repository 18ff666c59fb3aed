//! Every table of the law that the program uses, what ruled on any day, and the suplemento: values that this version does
//! not bring yet.

mod borrador;
mod columnas;
mod consulta;
mod controles;
mod formulario;
mod lectura;
pub(super) mod marcado;
mod matriz;
mod nombres;
mod suplemento;
mod taller;
mod tarjeta;
mod vista;

use crate::componentes::{Icono, Trazo, fecha_corta, fecha_larga};
use crate::contexto::contexto;
use controles::{Controles, Indice, SinCoincidencias};
use formulario::Formulario;
use leptos::prelude::*;
use suplemento::{AvisoDeSuplemento, SeccionDeSuplemento};
use taller::Taller;
use tarjeta::Tarjeta;
use ventanilla_normativa::Normativa;
use vista::Vista;

/// The page.
#[component]
pub fn Parametros() -> impl IntoView {
    let vista = Vista::nueva();
    let taller = Taller::nuevo();
    let tarjetas = vista.puestos.with_value(|puestos| {
        puestos
            .iter()
            .map(|p| view! { <Tarjeta puesto=*p vista taller/> })
            .collect_view()
    });
    view! {
        <Encabezado vista taller/>
        <AvisoDeSuplemento taller/>
        <div class="v-parametros">
            <Indice vista taller/>
            <div class="v-pila">
                <Controles vista/>
                <SinCoincidencias vista/>
                {tarjetas}
                <SeccionDeSuplemento taller/>
            </div>
        </div>
        <Formulario taller/>
    }
}

#[component]
fn Encabezado(vista: Vista, taller: Taller) -> impl IntoView {
    let normativa = contexto().normativa;
    let imprimir = move |_| {
        // Nothing to do about a browser that does not print.
        crate::impresion::imprimir();
    };
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Parámetros"</h1>
                <p class="v-entradilla">
                    "Las cifras y reglas con que se calcula, con su fundamento y su fuente. Revisadas al "
                    {fecha_larga(Normativa::corte())}"."
                </p>
                <p class="v-solo-impresion">
                    {move || {
                        let consulta = vista.consulta.read();
                        let que = if consulta.solo { "Lo que rige el " } else { "Todos los renglones, marcado lo que rige el " };
                        [que, &fecha_corta(consulta.dias.fecha), ". Normativa ", &normativa.read().version(), ". Vista previa, sin validez oficial."].concat()
                    }}
                </p>
            </div>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=imprimir><Icono trazo=Trazo::Imprimir/>"Imprimir"</button>
                <button class="v-boton" type="button" on:click=move |_| taller.agregar(None, "")>"Agregar un valor"</button>
            </div>
        </div>
    }
}
