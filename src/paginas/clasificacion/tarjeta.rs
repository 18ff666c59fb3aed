//! The card of a classification, to print: what it is, why, and who says so. The institution's own card is its act; this
//! is a preview.

use super::Catalogo;
use crate::componentes::{Icono, Trazo, fecha_corta};
use crate::paginas::papel::{Casilla, Errores};
use leptos::prelude::*;
use ventanilla_reglas::clasificacion::Fraccion;

/// What is typed for it, and the card.
#[component]
pub fn Tarjeta(catalogo: Catalogo, registro: Fraccion) -> impl IntoView {
    let papel = catalogo.papel;
    let ninguno = Signal::stored(Errores::new());
    // only as it was left: it does not close while somebody types
    let hay = move || {
        papel.leido.get()
            && papel
                .respuestas
                .with_untracked(|r| !r.texto("tarjeta.justificacion").is_empty())
    };
    view! {
        <details class="v-panel v-ficha-imprimir v-no-imprimir" open=hay>
            <summary>"Guardar por qué e imprimir la ficha"</summary>
            <div class="v-pila">
                <Casilla papel ruta="tarjeta.nombre" etiqueta="Empresa (opcional)" errores=ninguno clase="v-ancho-30"/>
                <div class="v-campo">
                    <label class="v-etiqueta" for="tarjeta-justificacion">"Por qué le corresponde"</label>
                    <p class="v-pista" id="tarjeta-justificacion-pista">"Qué hace, con qué materiales y maquinaria, si usa transporte propio. Se guarda en este equipo."</p>
                    <textarea
                        class="v-entrada"
                        id="tarjeta-justificacion"
                        rows="4"
                        maxlength="1500"
                        aria-describedby="tarjeta-justificacion-pista"
                        prop:value=move || papel.texto("tarjeta.justificacion")
                        on:input=move |e| papel.escribir("tarjeta.justificacion", &event_target_value(&e))
                    ></textarea>
                </div>
                <div class="v-botones">
                    <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                        <Icono trazo=Trazo::Imprimir/>"Imprimir la ficha"
                    </button>
                </div>
            </div>
        </details>
        <Ficha catalogo registro/>
    }
}

#[component]
fn Ficha(catalogo: Catalogo, registro: Fraccion) -> impl IntoView {
    let papel = catalogo.papel;
    let o_raya = move |ruta: &'static str| {
        move || match papel.texto(ruta).trim() {
            "" => "________________________________".to_owned(),
            texto => texto.to_owned(),
        }
    };
    view! {
        <div class="v-solo-impresion">
            <article class="v-carta">
                <div class="v-marca-agua" aria-hidden="true"></div>
                <header class="v-carta-cabeza">
                    <h2>"Clasificación en el seguro de riesgos de trabajo"</h2>
                    <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
                </header>
                <dl>
                    <div><dt>"Empresa"</dt><dd>{o_raya("tarjeta.nombre")}</dd></div>
                    <div><dt>"División"</dt><dd>{registro.division}" · "{registro.division_nombre}</dd></div>
                    <div><dt>"Grupo"</dt><dd>{registro.grupo}" · "{registro.grupo_nombre}</dd></div>
                    <div><dt>"Fracción"</dt><dd>{registro.fraccion}" · "{registro.descripcion}</dd></div>
                    <div><dt>"Clase de riesgo"</dt><dd>{registro.clase.clave()}</dd></div>
                    <div><dt>"Prima media"</dt><dd>{registro.prima_media}" %"</dd></div>
                </dl>
                <h3>"Por qué le corresponde"</h3>
                <p class="v-carta-texto">{o_raya("tarjeta.justificacion")}</p>
                <footer class="v-carta-pie">
                    <span>"LSS 73; RACERF 18 a 20 y 196. Normativa "{move || catalogo.contexto.normativa.read().version()}</span>
                    <span>{fecha_corta(catalogo.contexto.hoy)}</span>
                    <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
                </footer>
            </article>
        </div>
    }
}
