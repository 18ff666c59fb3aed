//! What is asked of the job that was left, and whether the law admits the person.

use super::taller::Taller;
use crate::componentes::Segmentos;
use crate::paginas::dichos::articulos;
use crate::paginas::papel::{Casilla, Errores};
use leptos::prelude::*;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::incorporacion::{Opcion, Procede};
use ventanilla_tramites::texto::con_fechas;

/// The panel.
#[component]
pub fn UltimoEmpleo(taller: Taller) -> impl IntoView {
    let papel = taller.papel;
    let errores: Signal<Errores> = taller.errores.into();
    let area = Signal::derive(move || taller.escrito.with(|e| e.area));
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-empleo">
            <h2 class="v-panel-titulo" id="m40-empleo">"Su último empleo"</h2>
            <Casilla
                papel ruta="ultimo_sbc" etiqueta="Último salario base de cotización" errores modo="decimal" prefijo="$" sufijo="al día"
                pista="El salario diario con que lo tuvo inscrito su último patrón. Está en la constancia de semanas cotizadas, que se baja del portal del IMSS, y en los recibos como SBC o salario diario integrado."
            />
            <Segmentos
                nombre="m40-area"
                leyenda="¿De qué zona es su salario mínimo?"
                opciones=vec![(Area::General, "Resto del país"), (Area::Zlfn, "Frontera norte")]
                valor=area
                al_elegir=move |area| papel.escribir("area", area.clave())
            />
            <Casilla
                papel ruta="fecha_baja" etiqueta="Fecha de la baja" errores clase="v-ancho-12" modo="text"
                pista="El día en que su patrón lo dio de baja: día/mes/año."
            />
            <Casilla
                papel ruta="semanas" etiqueta="Semanas cotizadas en los cinco años antes de esa baja" errores clase="v-entrada--num v-ancho-8" modo="numeric"
                pista="Si no lo sabe, déjelo en blanco. Está en la misma constancia."
            />
            <div role="status">
                {move || taller.procedencia.get().ok().flatten().map(|opcion| view! { <EnUnaLinea opcion/> })}
            </div>
        </section>
    }
}

/// Whether it can be asked for, in a line.
#[component]
fn EnUnaLinea(opcion: Opcion) -> impl IntoView {
    let (clase, titulo) = match opcion.procede {
        Procede::Si => ("v-aviso v-aviso--exito", "Puede pedirla"),
        Procede::ConReserva => ("v-aviso v-aviso--advertencia", "Depende de sus semanas"),
        Procede::No => ("v-aviso v-aviso--error", "No puede pedirla"),
    };
    view! {
        <div class=clase data-procede>
            <p class="v-aviso-titulo">{titulo}</p>
            <p>{con_fechas(&opcion.motivo)}</p>
            <p class="v-fila">{articulos(opcion.fundamento.iter().copied())}</p>
        </div>
    }
}
