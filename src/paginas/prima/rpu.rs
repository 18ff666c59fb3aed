//! The prima of a Registro Patronal Único: that of each registro it replaces, weighted by its sum of SBC (RACERF 27).

use super::dichos::{memoria, sin_salida};
use super::lectura::{self, Calculo};
use crate::componentes::{fecha_corta, pesos};
use crate::paginas::dichos::hallazgos;
use crate::paginas::papel::{Casilla, Errores, Papel};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::prima::SalidaRpu;

/// Path of the list.
const BLOQUE: &str = "rpu.registros";
/// What each registro holds.
const CAMPOS: &[&str] = &["registro_patronal", "prima", "sbc"];

/// The tab.
#[component]
pub fn Unico(papel: Papel) -> impl IntoView {
    // a weighted mean needs two: they wait, blank
    papel.respuestas.update_untracked(|r| {
        if r.cuantos(BLOQUE) == 0 {
            r.contar(BLOQUE, 2);
        }
    });
    let hoy = Fecha(papel.contexto.hoy);
    let calculo = Memo::new(move |_| {
        let normativa = papel.contexto.normativa.read();
        papel.respuestas.with(|r| lectura::rpu(&normativa, r, hoy))
    });
    let errores = Signal::derive(move || calculo.with(|c| c.errores.clone()));
    view! {
        <div class="v-columnas">
            <section class="v-panel v-pila" aria-labelledby="rpu-datos">
                <h2 class="v-panel-titulo" id="rpu-datos">"Registros que se juntan en uno"</h2>
                <p class="v-pista">"La prima del registro único es el promedio de las primas, con más peso para el registro que paga más salarios."</p>
                <Casilla papel ruta="rpu.fecha" etiqueta="Fecha de la solicitud" errores clase="v-ancho-12"
                    pista="Si la deja en blanco se toma la de hoy."/>
                <Registros papel errores/>
            </section>
            <section class="v-resultado v-panel v-panel--realce v-pila" aria-labelledby="rpu-resultado">
                <h2 class="v-oculto" id="rpu-resultado">"Resultado"</h2>
                {move || calculo.with(|c| resultado(papel, c))}
            </section>
        </div>
    }
}

#[component]
fn Registros(papel: Papel, errores: Signal<Errores>) -> impl IntoView {
    let cuantos = Memo::new(move |_| papel.respuestas.read().cuantos(BLOQUE));
    let agregar = move |_| papel.cambiar(|r| r.contar(BLOQUE, r.cuantos(BLOQUE) + 1));
    view! {
        <ol class="v-casos" role="list">
            <For each=move || 0..cuantos.get() key=|i| *i let:i>
                <Registro papel errores i/>
            </For>
        </ol>
        <div><button class="v-boton" type="button" on:click=agregar>"Agregar un registro"</button></div>
    }
}

#[component]
fn Registro(papel: Papel, errores: Signal<Errores>, i: usize) -> impl IntoView {
    let ruta = move |campo: &str| format!("{BLOQUE}.{i}.{campo}");
    let numero = i + 1;
    view! {
        <li class="v-repetido v-pila v-pila--junta">
            <div class="v-repetido-cabeza">
                <h3>"Registro "{numero}</h3>
                <button class="v-boton v-boton--quieto" type="button"
                    on:click=move |_| papel.quitar(BLOQUE, i, CAMPOS, &format!("el registro {numero}"))>
                    "Quitar"<span class="v-oculto">" el registro "{numero}</span>
                </button>
            </div>
            <div class="v-campos">
                <Casilla papel ruta=ruta("registro_patronal") etiqueta="Registro patronal (opcional)" errores clase="v-ancho-18"/>
                <Casilla papel ruta=ruta("prima") etiqueta="Prima" errores modo="decimal" sufijo="%"/>
                <Casilla papel ruta=ruta("sbc") etiqueta="Suma de SBC" errores modo="decimal" prefijo="$" clase="v-entrada--num v-ancho-12"/>
            </div>
        </li>
    }
}

fn resultado(papel: Papel, calculo: &Calculo<SalidaRpu>) -> AnyView {
    let Some(salida) = calculo.salida.clone() else {
        return view! {
            <div class="v-cifra">
                <span class="v-cifra-nombre">"Prima del registro único"</span>
                <span class="v-cifra-valor v-tenue">"—"</span>
            </div>
            {sin_salida(papel, calculo)}
        }
        .into_any();
    };
    con_salida(&salida)
}

fn con_salida(salida: &Arc<SalidaRpu>) -> AnyView {
    let total = Importe::leer(&salida.sbc_total).map_or_else(|_| salida.sbc_total.clone(), pesos);
    let dentro = if salida.dentro_de_la_ventana {
        "Sí, de marzo a diciembre"
    } else {
        "No: se pide de marzo a diciembre"
    };
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Prima del registro único"</span>
            <span class="v-cifra-valor" data-prima>{salida.prima.clone()}" %"</span>
            <span class="v-cifra-nota">"Rige hasta el "{fecha_corta(salida.hasta.0)}", cuando se revisa otra vez"</span>
        </div>
        <dl class="v-datos">
            <div><dt>"Registros"</dt><dd>{salida.registros.len()}</dd></div>
            <div><dt>"Suma de SBC"</dt><dd>{total}</dd></div>
            <div><dt>"¿Se puede pedir en esa fecha?"</dt><dd>{dentro}</dd></div>
        </dl>
        {memoria(salida.memoria.as_ref())}
        {hallazgos(&salida.comun.hallazgos)}
        <p class="v-sin-validez v-chico">"Vista previa, sin validez oficial"</p>
    }
    .into_any()
}
