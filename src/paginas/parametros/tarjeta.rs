//! One table: what it is, what it says, and its rows.

use super::consulta::Vencimiento;
use super::lectura::{cuerpo, glosa};
use super::taller::Taller;
use super::vista::{Puesto, Vista};
use crate::componentes::fecha_corta;
use leptos::html;
use leptos::prelude::*;

/// A table of the law.
#[component]
pub(super) fn Tarjeta(puesto: Puesto, vista: Vista, taller: Taller) -> impl IntoView {
    let Puesto {
        tabla,
        materia,
        lectura,
        abierto,
        resumen,
    } = puesto;
    let dias = vista.dias;
    let ficha = tabla.ficha();
    let detalles = NodeRef::<html::Details>::new();
    let al_cambiar = move |_| {
        let ahora = detalles.get_untracked().is_some_and(|d| d.open());
        // while something is looked for the tables are open because of it; that choice is not kept
        if !vista.consulta.read_untracked().palabras.is_empty() || abierto.get_untracked() == ahora {
            return;
        }
        abierto.set(ahora);
    };
    let coincide = Memo::new(move |_| lectura.read().coincide);
    // what is closed is not drawn: a catalogue of hundreds of rows costs nothing until it is opened
    let a_la_vista = Memo::new(move |_| abierto.get() || vista.busca());
    let cuerpo = move || {
        if a_la_vista.get() {
            cuerpo(dias.get(), &materia.read(), &lectura.read())
        } else {
            String::new()
        }
    };
    let vence = Memo::new(move |_| materia.read().vencimiento(dias.get().hoy));
    view! {
        <details
            class="v-panel v-parametro"
            node_ref=detalles
            hidden=move || !coincide.get()
            prop:open=move || a_la_vista.get()
            on:toggle=al_cambiar
        >
            <summary node_ref=resumen>
                <h2>{ficha.titulo}</h2>
                <span
                    class="v-parametro-glosa"
                    inner_html=move || glosa(dias.get(), &materia.read(), &lectura.read())
                ></span>
            </summary>
            <div class="v-pila">
                <p class="v-medida v-tenue">{ficha.descripcion}</p>
                {move || vence.get().map(|vence| view! { <AvisoDeVencimiento puesto vence taller/> })}
                <div class="v-pila" inner_html=cuerpo></div>
                <div class="v-botones v-al-margen">
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| taller.agregar(Some(tabla), "")>
                        "Agregar un valor"<span class="v-oculto">" a «"{ficha.titulo}"»"</span>
                    </button>
                </div>
            </div>
        </details>
    }
}

/// The table ends soon, or has ended, and what to do about it.
#[component]
fn AvisoDeVencimiento(puesto: Puesto, vence: Vencimiento, taller: Taller) -> impl IntoView {
    let Vencimiento { clave, ultimo, dias } = vence;
    let (fecha, faltan) = (fecha_corta(ultimo), dias.to_string());
    let texto = match dias {
        ..0 => [
            "Terminó el ",
            &fecha,
            ". Los cálculos de fechas posteriores piden el valor que falta.",
            "",
            "",
        ],
        0 => ["Termina hoy, ", &fecha, ".", "", ""],
        1 => ["Termina mañana, ", &fecha, ".", "", ""],
        _ => ["Termina el ", &fecha, ". Faltan ", &faltan, " días."],
    }
    .concat();
    view! {
        <div class="v-aviso v-aviso--advertencia v-no-imprimir">
            <p class="v-aviso-titulo">{if dias < 0 { "Tabla vencida" } else { "Tabla por vencer" }}</p>
            <p>
                {texto}
                " En cuanto el Diario Oficial publique el valor siguiente, agréguelo aquí con su fuente; no hace falta otra versión del programa."
            </p>
            <p>
                <button class="v-boton" type="button" on:click=move |_| taller.agregar_siguiente(puesto.tabla, &clave, puesto.resumen)>
                    "Agregar el valor siguiente"
                </button>
            </p>
        </div>
    }
}
