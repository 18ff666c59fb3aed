//! What a *cédula de liquidación* would say of these credits, and what follows once it is notified. Never the cédula itself,
//! which is an act of the authority: the page says so on screen and on paper.

mod calendario;
mod cuenta;
mod hoja;
mod requisitos;

use super::PAPEL;
use super::taller::{Taller, dia};
use crate::componentes::{Icono, Trazo, fecha_larga};
use crate::paginas::papel::{Casilla, Papel};
use crate::ruta::Ruta;
use calendario::Calendario;
use chrono::NaiveDate;
use cuenta::Cuenta;
use hoja::Hoja;
use leptos::prelude::*;
use requisitos::Requisitos;
use std::collections::BTreeMap;
use std::sync::Arc;
use ventanilla_reglas::captura;
use ventanilla_reglas::importe::Tasa;
use ventanilla_tramites::adeudo::Condiciones;
use ventanilla_tramites::adeudo::liquidacion::{Liquidacion as Vista, liquidar};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Mesa {
    taller: Taller,
    notificacion: Memo<Result<NaiveDate, String>>,
    porcentaje: Memo<Result<Option<Tasa>, String>>,
    vista: Memo<Option<Arc<Vista>>>,
}

/// A cédula is notified before its deadlines are counted.
fn ya_llego(dia: NaiveDate, hoy: NaiveDate) -> Result<NaiveDate, String> {
    if dia > hoy {
        return Err(format!(
            "Esa fecha todavía no llega; hoy es {}. Anote el día en que se la notificaron.",
            fecha_larga(hoy)
        ));
    }
    Ok(dia)
}

impl Mesa {
    fn nueva(taller: Taller) -> Self {
        let papel = taller.papel;
        let notificacion = Memo::new(move |_| {
            let hoy = papel.contexto.hoy;
            dia(&papel.texto("liquidacion.notificacion"), hoy).and_then(|dia| ya_llego(dia, hoy))
        });
        let porcentaje = Memo::new(move |_| porcentaje(&papel.texto("liquidacion.porcentaje")));
        let vista = Memo::new(move |_| {
            let pago = notificacion.get().ok()?;
            let porcentaje = porcentaje.get().ok()?;
            let (normativa, inpc, politicas) = (
                papel.contexto.normativa.read(),
                taller.inpc.read(),
                taller.politicas.read(),
            );
            let condiciones = Condiciones {
                normativa: &normativa,
                pago,
                inpc: &inpc.dado,
                politicas: &politicas,
                memoria: false,
            };
            taller
                .leido
                .with(|l| Some(Arc::new(liquidar(&l.creditos, condiciones, porcentaje))))
        });
        Self {
            taller,
            notificacion,
            porcentaje,
            vista,
        }
    }
}

fn porcentaje(texto: &str) -> Result<Option<Tasa>, String> {
    if texto.trim().is_empty() {
        return Ok(None);
    }
    captura::porcentaje(texto).map(Some).map_err(|e| e.to_string())
}

/// The page.
#[component]
pub fn Liquidacion() -> impl IntoView {
    let papel = Papel::abrir(PAPEL);
    let mesa = Mesa::nueva(Taller::nuevo(papel));
    let con_creditos = Memo::new(move |_| mesa.taller.con_cuenta());
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Liquidación (vista previa)"</h1>
                <p class="v-entradilla">
                    "Qué debe decir la cédula que le notifiquen, qué traería con sus créditos, y hasta cuándo puede pagar o inconformarse."
                </p>
            </div>
            <div class="v-botones v-botones--fin">
                <a class="v-boton" href=Ruta::Adeudo.ancla()>"Volver al adeudo"</a>
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
            </div>
        </div>
        {move || if papel.leido.get() {
            view! {
                <div class="v-pila v-pila--amplia v-no-imprimir">
                    <NoEsLaCedula/>
                    <div class="v-columnas v-adeudo">
                        <div class="v-pila"><Datos mesa/><Calendario mesa/></div>
                        <div class="v-pila"><Requisitos mesa/></div>
                    </div>
                    {move || if con_creditos.get() {
                        view! { <Cuenta mesa/> }.into_any()
                    } else {
                        view! { <SinCreditos/> }.into_any()
                    }}
                </div>
                <Hoja mesa/>
            }.into_any()
        } else {
            view! { <p role="status">"Leyendo…"</p> }.into_any()
        }}
    }
}

#[component]
fn NoEsLaCedula() -> impl IntoView {
    view! {
        <div class="v-aviso v-aviso--advertencia">
            <p class="v-aviso-titulo">"Esto no es una cédula de liquidación ni determina nada"</p>
            <p>
                "La cédula de liquidación la emite y la firma el IMSS. Esta página sólo ayuda a leerla y a contar sus plazos: no lleva número de crédito, "
                "firma ni notificación."
            </p>
        </div>
    }
}

#[component]
fn SinCreditos() -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h2>"Todavía no hay créditos"</h2>
            <p>"Anótelos en el adeudo y aquí verá qué traería la cédula. Los plazos ya se cuentan arriba con la fecha de notificación."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Adeudo.ancla()>"Ir al adeudo"</a></div>
        </div>
    }
}

#[component]
fn Datos(mesa: Mesa) -> impl IntoView {
    let papel = mesa.taller.papel;
    let errores = Signal::derive(move || {
        let mut errores = BTreeMap::new();
        if let Err(error) = mesa.notificacion.get() {
            errores.insert("liquidacion.notificacion".to_owned(), error);
        }
        if let Err(error) = mesa.porcentaje.get() {
            errores.insert("liquidacion.porcentaje".to_owned(), error);
        }
        let multa = mesa.vista.get().and_then(|v| v.multa.as_ref().err().cloned());
        // the rules say what is wrong with a percentage out of its range
        let de_porcentaje = multa.into_iter().flatten().find(|h| h.campo == "porcentaje");
        if let Some(hallazgo) = de_porcentaje {
            errores.insert("liquidacion.porcentaje".to_owned(), hallazgo.mensaje);
        }
        errores
    });
    view! {
        <section class="v-panel v-pila" aria-labelledby="liquidacion-datos">
            <h2 class="v-panel-titulo" id="liquidacion-datos">"La notificación"</h2>
            <Casilla papel ruta="liquidacion.notificacion" etiqueta="Fecha en que se la notificaron" errores
                pista="Día, mes y año. En blanco, como si se la notificaran hoy."/>
            <Casilla papel ruta="liquidacion.porcentaje" etiqueta="Porcentaje de la multa" errores modo="decimal" sufijo="%"
                pista="Lo dice la cédula. En blanco se muestra de cuánto a cuánto puede ser."/>
            <details class="v-ayuda">
                <summary>"Datos del patrón, para la hoja impresa"</summary>
                <div class="v-pila">
                    <Casilla papel ruta="liquidacion.nombre" etiqueta="Nombre o razón social" errores clase="v-ancho-30"/>
                    <Casilla papel ruta="liquidacion.registro_patronal" etiqueta="Registro patronal" errores clase="v-entrada--clave v-ancho-18"/>
                    <Casilla papel ruta="liquidacion.rfc" etiqueta="RFC" errores clase="v-entrada--clave v-ancho-18"/>
                </div>
            </details>
        </section>
    }
}
