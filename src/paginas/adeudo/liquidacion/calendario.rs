//! The calendar that begins with the notification: what to do, until when, and what follows.

use super::Mesa;
use crate::componentes::{fecha_larga, pesos};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::multa::Multa;
use ventanilla_tramites::adeudo::liquidacion::{Hito, Liquidacion};
use ventanilla_tramites::texto::con_fechas;

/// The panel.
#[component]
pub fn Calendario(mesa: Mesa) -> impl IntoView {
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="liquidacion-plazos">
            <h2 class="v-panel-titulo" id="liquidacion-plazos">"Qué sigue y hasta cuándo"</h2>
            {move || match mesa.vista.get() {
                Some(vista) => view! { <Hitos mesa vista/> }.into_any(),
                None => view! { <p>"Corrija la fecha de notificación o el porcentaje y aquí aparecerán los plazos."</p> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Hitos(mesa: Mesa, vista: Arc<Liquidacion>) -> impl IntoView {
    let hoy = mesa.taller.papel.contexto.hoy;
    let notificada = mesa.notificacion.get_untracked().ok();
    let escritas = mesa.taller.papel.respuestas;
    let supuesta = escritas.with_untracked(|r| r.texto("liquidacion.notificacion").trim().is_empty());
    let lista = match &vista.calendario {
        Ok(hitos) => view! {
            <ol class="v-plazos">
                {notificada.map(|dia| view! {
                    <li class="v-plazo"><p class="v-plazo-dia">{fecha_larga(dia)}</p><p class="v-plazo-que">{if supuesta { "Si se la notificaran hoy (usted no anotó fecha)" } else { "Le notifican la cédula" }}</p></li>
                })}
                {hitos.iter().map(|h| hito(h, hoy)).collect_view()}
            </ol>
        }
        .into_any(),
        Err(hallazgos) => fallas(hallazgos),
    };
    view! {
        {lista}
        <SiNoPaga vista/>
        <p class="v-pista">
            "Los días hábiles son los del Código Fiscal. Si el IMSS acordó otros días inhábiles, el plazo puede ser más largo: confírmelo en su subdelegación."
        </p>
    }
}

fn hito(hito: &Hito, hoy: NaiveDate) -> impl IntoView + use<> {
    let clase = match (hito.dia < hoy, hito.es_limite) {
        (true, _) => "v-plazo v-plazo--pasado",
        (false, true) => "v-plazo v-plazo--limite",
        (false, false) => "v-plazo",
    };
    let detalle = con_fechas(&hito.detalle);
    let articulos = hito
        .fundamento
        .iter()
        .map(|a| view! { <span class="v-insignia v-insignia--articulo">{*a}</span> })
        .collect_view();
    view! {
        <li class=clase>
            <p class="v-plazo-dia">
                <time datetime=hito.dia.to_string()>{fecha_larga(hito.dia)}</time>
                {hito.es_limite.then(|| view! { <span class="v-plazo-falta">{falta(hito.dia, hoy)}</span> })}
            </p>
            <p class="v-plazo-que">{hito.que}</p>
            <details class="v-ayuda">
                <summary>"Por qué ese día"</summary>
                <div>
                    {(!detalle.is_empty()).then(|| view! { <p>{detalle}</p> })}
                    <p class="v-fila">{articulos}</p>
                </div>
            </details>
        </li>
    }
}

/// `faltan 12 días`.
fn falta(dia: NaiveDate, hoy: NaiveDate) -> String {
    match (dia - hoy).num_days() {
        0 => "es hoy".to_owned(),
        1 => "falta un día".to_owned(),
        n if n > 1 => format!("faltan {n} días"),
        -1 => "fue ayer".to_owned(),
        n => format!("fue hace {} días", -n),
    }
}

/// What it adds not to pay in time.
#[component]
fn SiNoPaga(vista: Arc<Liquidacion>) -> impl IntoView {
    let gasto = vista
        .gastos
        .as_ref()
        .ok()
        .map(|g| g.gasto)
        .filter(|_| vista.cuenta.sumas.total > Importe::CERO);
    gasto.map(|gasto| {
        view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Si no paga ni se inconforma"</p>
                <p>
                    "Cada diligencia de cobro (requerimiento y embargo, remate) agrega "<strong data-gasto>{pesos(gasto)}</strong>
                    " de gastos de ejecución, y los recargos siguen corriendo."
                </p>
                <p class="v-fila"><span class="v-insignia v-insignia--articulo">"CFF 150"</span></p>
            </div>
        }
    })
}

/// The fine, in words.
pub fn multa_en_palabras(vista: &Liquidacion) -> Option<String> {
    let salida = vista.multa.as_ref().ok()?;
    Some(match salida.multa.as_ref()? {
        Multa::Exacta { importe, con_reduccion } => {
            format!("{}; {} si se paga en su plazo", pesos(*importe), pesos(*con_reduccion))
        }
        Multa::Porcentual {
            minimo,
            maximo,
            con_reduccion,
            ..
        } => format!(
            "de {} a {}; de {} a {} si se paga en su plazo",
            pesos(*minimo),
            pesos(*maximo),
            pesos(con_reduccion.minimo),
            pesos(con_reduccion.maximo)
        ),
        Multa::Rango(rango) => format!("de {} a {}", pesos(rango.minimo), pesos(rango.maximo)),
    })
}

/// Why something could not be computed.
pub fn fallas(hallazgos: &[Hallazgo]) -> AnyView {
    let dichos = hallazgos
        .iter()
        .map(|h| view! { <p>{con_fechas(&h.mensaje)}</p> })
        .collect_view();
    view! { <div class="v-aviso v-aviso--error">{dichos}</div> }.into_any()
}
