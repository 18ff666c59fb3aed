//! The list of credits: a row each, typed from left to right without leaving the keyboard.

use super::pegar::Pegar;
use super::taller::{Taller, ir_al_campo};
use crate::componentes::{Icono, Trazo, fecha_corta};
use crate::paginas::papel::id_de;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::adeudo::{CREDITOS, ClaseDeCredito, Renglon, vencimiento_de_ley};

/// The panel.
#[component]
pub fn Creditos(taller: Taller) -> impl IntoView {
    let cuantos = Memo::new(move |_| taller.cuantos());
    view! {
        <section class="v-panel v-pila" aria-labelledby="adeudo-creditos">
            <h2 class="v-panel-titulo" id="adeudo-creditos">"Créditos que no se han pagado"</h2>
            <div class="v-creditos">
                <div class="v-creditos-cabeza" aria-hidden="true">
                    <span>"Qué se debe"</span>
                    <span>"Periodo"</span>
                    <span>"Venció"</span>
                    <span class="v-num">"Patronal o importe"</span>
                    <span class="v-num">"Obrera"</span>
                </div>
                <For each=move || 0..cuantos.get() key=|i| *i let:i><Fila taller i/></For>
            </div>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| taller.agregar_uno()>"Agregar otro crédito"</button>
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| vaciar(taller)>"Borrar todo"</button>
                <span class="v-pista v-teclas-pista">"Con Entrar baja al renglón siguiente o agrega uno."</span>
            </div>
            <Pegar taller/>
        </section>
    }
}

fn vaciar(taller: Taller) {
    taller.papel.reemplazar(Default::default(), "Se borró el adeudo.");
}

fn ruta(i: usize, campo: &str) -> String {
    format!("{CREDITOS}.{i}.{campo}")
}

fn clase_de(taller: Taller, i: usize) -> ClaseDeCredito {
    ClaseDeCredito::leer(&taller.papel.texto(&ruta(i, "clase"))).unwrap_or(ClaseDeCredito::Cop)
}

#[component]
fn Fila(taller: Taller, i: usize) -> impl IntoView {
    let clase = Memo::new(move |_| clase_de(taller, i));
    let de_cuotas = Memo::new(move |_| clase.get().de_cuotas());
    let quitar = move |_| {
        taller
            .papel
            .quitar(CREDITOS, i, &Renglon::CAMPOS, &format!("el crédito {}", i + 1));
    };
    view! {
        <fieldset class="v-credito" on:keydown=move |evento| al_teclear(taller, i, &evento)>
            <legend class="v-credito-numero">"Crédito "{i + 1}</legend>
            <Que taller i clase/>
            {move || if de_cuotas.get() {
                view! {
                    <Celda taller i campo="periodo" rotulo="Periodo" hueco=hueco_del_periodo(clase.get())/>
                    <Celda taller i campo="vencimiento" rotulo="Venció el" hueco=String::new() sugerido=true/>
                    <Celda taller i campo="patronal" rotulo="Parte patronal" hueco="0.00".to_owned() dinero=true/>
                    <Celda taller i campo="obrera" rotulo="Parte obrera" hueco="0.00".to_owned() dinero=true/>
                }.into_any()
            } else {
                view! {
                    <Celda taller i campo="periodo" rotulo="Número o concepto (opcional)" hueco="Opcional".to_owned()/>
                    <Celda taller i campo="vencimiento" rotulo="Vence el" hueco="día/mes/año".to_owned()/>
                    <Celda taller i campo="importe" rotulo="Importe" hueco="0.00".to_owned() dinero=true/>
                    <span class="v-credito-nada" aria-hidden="true">"—"</span>
                }.into_any()
            }}
            <button
                class="v-boton v-boton--quieto v-boton--icono v-credito-quitar"
                type="button"
                aria-label=format!("Quitar el crédito {}", i + 1)
                title="Quitar"
                on:click=quitar
            >
                <Icono trazo=Trazo::Cerrar/>
            </button>
        </fieldset>
    }
}

fn hueco_del_periodo(clase: ClaseDeCredito) -> String {
    match clase {
        ClaseDeCredito::Rcv => "bim 6 2025",
        _ => "nov 2025",
    }
    .to_owned()
}

/// Enter goes down; from the last row it makes one more.
fn al_teclear(taller: Taller, i: usize, evento: &KeyboardEvent) {
    use wasm_bindgen::JsCast;
    let objetivo = evento
        .target()
        .and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(campo) = objetivo.filter(|_| evento.key() == "Enter") else {
        return;
    };
    evento.prevent_default();
    let ultimo = i + 1 >= taller.papel.respuestas.with_untracked(|r| r.cuantos(CREDITOS));
    if ultimo {
        taller.agregar_uno();
    } else {
        let campo = campo.id();
        let nombre = Renglon::CAMPOS
            .into_iter()
            .find(|c| campo.ends_with(c))
            .unwrap_or("periodo");
        ir_al_campo(i + 1, nombre);
    }
}

#[component]
fn Que(taller: Taller, i: usize, clase: Memo<ClaseDeCredito>) -> impl IntoView {
    let id = id_de(&ruta(i, "clase"));
    let elegir = move |evento| {
        let nueva = event_target_value(&evento);
        let antes = clase.get_untracked();
        taller.papel.cambiar(|r| {
            r.poner(ruta(i, "clase"), nueva.clone());
            let cambia = ClaseDeCredito::de_clave(&nueva).is_some_and(|c| c.de_cuotas() != antes.de_cuotas());
            if cambia {
                // the amount follows to where the other kind has it
                let (de, a) = if antes.de_cuotas() {
                    ("patronal", "importe")
                } else {
                    ("importe", "patronal")
                };
                let texto = r.texto(&ruta(i, de)).to_owned();
                r.poner(ruta(i, a), texto);
                r.poner(ruta(i, de), "");
            }
        });
    };
    view! {
        <div class="v-campo v-celda v-celda--clase">
            <label class="v-etiqueta" for=id.clone()>"Qué se debe"</label>
            <select class="v-lista" id=id on:change=elegir>
                {ClaseDeCredito::TODAS
                    .into_iter()
                    .map(|c| view! { <option value=c.clave() selected=move || clase.get() == c>{c.nombre()}</option> })
                    .collect_view()}
            </select>
        </div>
    }
}

/// A field of a row: its label shows where the row is a card, its finding below it.
#[component]
fn Celda(
    taller: Taller,
    i: usize,
    campo: &'static str,
    rotulo: &'static str,
    hueco: String,
    #[prop(default = false)] dinero: bool,
    /// Blank, it takes the day of the law.
    #[prop(default = false)]
    sugerido: bool,
) -> impl IntoView {
    let papel = taller.papel;
    let suya = ruta(i, campo);
    let id = id_de(&suya);
    let dicho = {
        let suya = suya.clone();
        Memo::new(move |_| papel.dejado(&suya).then(|| taller.dicho(&suya)).flatten())
    };
    let con_error = move || dicho.read().as_ref().is_some_and(|h| h.gravedad == Gravedad::Error);
    let hueco = move || match sugerido {
        true => vencimiento(taller, i).unwrap_or_else(|| "día/mes/año".to_owned()),
        false => hueco.clone(),
    };
    let (valor, al_dejar) = (suya.clone(), suya.clone());
    let clase = if dinero {
        "v-entrada v-entrada--num"
    } else {
        "v-entrada"
    };
    view! {
        <div class="v-campo v-celda" class=("v-celda--error", con_error)>
            <label class="v-etiqueta" for=id.clone()>{rotulo}</label>
            <input
                class=clase
                id=id.clone()
                type="text"
                inputmode=if dinero { "decimal" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                placeholder=hueco
                aria-describedby=format!("{id}-error")
                aria-invalid=move || con_error().then_some("true")
                prop:value=move || papel.texto(&valor)
                on:input=move |evento| papel.escribir(&suya, &event_target_value(&evento))
                on:blur=move |_| papel.dejar(&al_dejar)
            />
            <div id=format!("{id}-error")>
                {move || dicho.get().map(|h| {
                    let clase = if h.gravedad == Gravedad::Error { "v-error" } else { "v-advierte" };
                    view! { <p class=clase>{h.mensaje}</p> }
                })}
            </div>
        </div>
    }
}

/// The day of the law, to be seen where nothing is typed.
fn vencimiento(taller: Taller, i: usize) -> Option<String> {
    let normativa = taller.papel.contexto.normativa.read();
    let renglon = taller.papel.respuestas.with(|r| Renglon::de(r, i));
    vencimiento_de_ley(&normativa, &renglon).map(fecha_corta)
}
