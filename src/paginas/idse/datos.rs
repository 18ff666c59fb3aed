//! What the whole batch shares: registro patronal, guía, area, day, and the doubts of the layout.

use super::mesa::Mesa;
use crate::componentes::{CampoDeTexto, Segmentos, fecha_larga};
use leptos::prelude::*;
use ventanilla_reglas::cuotas::Area;
use ventanilla_tramites::lote_idse::politicas::{FICHAS, Ficha};

/// The panel.
#[component]
pub fn Datos(mesa: Mesa) -> impl IntoView {
    let hoy = fecha_larga(mesa.contexto.hoy);
    view! {
        <section class="v-panel v-pila" aria-labelledby="idse-datos">
            <h2 id="idse-datos">"Datos del lote"</h2>
            <div class="v-campos">
                <CampoDeTexto
                    id="idse-registro_patronal"
                    etiqueta="Registro patronal"
                    pista="Uno solo por lote."
                    error=mesa.error_de("registro_patronal")
                    clase="v-ancho-18 v-entrada--clave"
                    valor=Signal::derive(move || mesa.lote.read().registro_patronal.clone())
                    al_escribir=move |texto| mesa.cambiar(|l| l.registro_patronal = texto)
                />
                <CampoDeTexto
                    id="idse-guia"
                    etiqueta="Guía"
                    pista="Cinco dígitos, por ejemplo 01400."
                    error=mesa.error_de("guia")
                    clase="v-ancho-8"
                    modo="numeric"
                    valor=Signal::derive(move || mesa.lote.read().guia.clone())
                    al_escribir=move |texto| mesa.cambiar(|l| l.guia = texto)
                />
                <CampoDeTexto
                    id="idse-presentacion"
                    etiqueta="Día en que se presenta"
                    pista=format!("Vacío: hoy, {hoy}.")
                    error=mesa.error_de("presentacion")
                    clase="v-ancho-12"
                    valor=Signal::derive(move || mesa.lote.read().presentacion.clone())
                    al_escribir=move |texto| mesa.cambiar(|l| l.presentacion = texto)
                />
                <Segmentos
                    nombre="idse-area"
                    leyenda="Área del salario mínimo"
                    opciones=vec![(Area::General, "General"), (Area::Zlfn, "Frontera norte")]
                    valor=Signal::derive(move || mesa.lote.read().area())
                    al_elegir=move |area: Area| mesa.cambiar(|l| area.clave().clone_into(&mut l.area))
                />
            </div>
            <details class="v-ayuda" id="idse-dudas">
                <summary>"Dudas de la estructura"</summary>
                <div class="v-pila">
                    <p>
                        "El IMSS no publica la estructura completa y los programas no coinciden en estos puntos. Se usa lo que dicen las guías y el AFIL-02; cámbielo sólo si IDSE rechaza el lote por eso. La CURP ocupa las posiciones 150 a 167 completa, o va en blanco: su alineación no cambia nada."
                    </p>
                    {FICHAS.iter().map(|ficha| view! { <Duda mesa ficha/> }).collect_view()}
                </div>
            </details>
        </section>
    }
}

#[component]
fn Duda(mesa: Mesa, ficha: &'static Ficha) -> impl IntoView {
    let id = ["idse-duda-", ficha.clave].concat();
    let elegida = Signal::derive(move || mesa.lote.read().politicas.valor(ficha.clave));
    let opciones = ficha.valores.iter().enumerate().map(|(i, (valor, texto))| {
        let texto = if i == 0 {
            format!("{texto} (como se acostumbra)")
        } else {
            (*texto).to_owned()
        };
        view! { <option value=*valor prop:selected=move || elegida.get() == *valor>{texto}</option> }
    });
    view! {
        <div class="v-campo">
            <label class="v-etiqueta" for=id.clone()>{ficha.pregunta}</label>
            <select
                class="v-lista"
                id=id
                on:change=move |evento| mesa.cambiar(|l| l.politicas.elegir(ficha.clave, &event_target_value(&evento)))
            >
                {opciones.collect_view()}
            </select>
        </div>
    }
}
