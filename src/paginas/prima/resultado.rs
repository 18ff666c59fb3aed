//! What the determination gives, beside what is typed.

use super::dichos::{lapso, memoria, sin_salida};
use super::lectura::{self, Calculo};
use crate::componentes::{fecha_larga, pesos};
use crate::paginas::dichos::{articulos, hallazgos, politicas};
use crate::paginas::papel::Papel;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::multa::Rango;
use ventanilla_reglas::prima::{Determinacion, Motivo, Salida, Tope};

/// The result.
#[component]
pub fn Resultado(papel: Papel, calculo: Memo<Calculo<Salida>>) -> impl IntoView {
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="prima-resultado">
            <h2 class="v-oculto" id="prima-resultado">"Resultado"</h2>
            {move || calculo.with(|c| match &c.salida {
                Some(salida) => view! { <ConSalida papel salida=Arc::clone(salida)/> }.into_any(),
                None => view! {
                    <div class="v-cifra">
                        <span class="v-cifra-nombre">"Prima que resulta"</span>
                        <span class="v-cifra-valor v-tenue">"—"</span>
                    </div>
                    {sin_salida(papel, c)}
                }.into_any(),
            })}
        </section>
    }
}

#[component]
fn ConSalida(papel: Papel, salida: Arc<Salida>) -> impl IntoView {
    let d = salida.determinacion.clone();
    let dato = |nombre: &'static str, valor: Option<String>| {
        valor.map(|v| view! { <div><dt>{nombre}</dt><dd>{v}" %"</dd></div> })
    };
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Prima que resulta"</span>
            <span class="v-cifra-valor" data-prima>{d.prima.clone()}" %"</span>
            <span class="v-cifra-nota">"Rige del "{lapso(&d.vigencia)}</span>
        </div>
        <p>{tope_en_palabras(&d)}</p>
        <Obligacion papel d=d.clone()/>
        <dl class="v-datos">
            {dato("La fórmula da", d.calculada.clone())}
            {dato("Lo menos que puede quedar (anterior menos un punto)", d.minimo_por_variacion.clone())}
            {dato("Lo más que puede quedar (anterior más un punto)", d.maximo_por_variacion.clone())}
            {dato("Prima media de la clase", Some(d.prima_media.clone()))}
            {d.trabajadores_promedio.clone().map(|n| view! { <div><dt>"Trabajadores promedio"</dt><dd>{n}</dd></div> })}
        </dl>
        {memoria(salida.memoria.as_ref())}
        {politicas(papel, "anual", salida.comun.politicas_aplicadas.iter().map(|(p, v, _)| (p, v)))}
        {hallazgos(&salida.comun.hallazgos)}
        <p class="v-tenue v-chico">"Normativa "{salida.comun.normativa.version.clone()}</p>
    }
}

/// Which limit decided, in words.
pub fn tope_en_palabras(d: &Determinacion) -> &'static str {
    match (d.tope, d.motivo) {
        (_, Some(Motivo::PrimaIgual)) => "Queda igual que la anterior.",
        (_, Some(_)) => "Paga la prima media de su clase.",
        (Tope::MasUno, _) => "La fórmula da más, pero de un año a otro la prima no puede subir más de un punto.",
        (Tope::MenosUno, _) => "La fórmula da menos, pero de un año a otro la prima no puede bajar más de un punto.",
        (Tope::Minimo, _) => "Queda en la más baja que permite la ley.",
        (Tope::Maximo, _) => "Queda en la más alta que permite la ley.",
        (Tope::Ninguno, _) => "Es la que da la fórmula: no pasa ningún límite.",
    }
}

/// Why it is not presented.
pub fn motivo_en_palabras(motivo: Motivo) -> &'static str {
    match motivo {
        Motivo::BajaPatronal => "El registro patronal se dio de baja.",
        Motivo::PrimerAnioIncompleto => {
            "Todavía no completa un año natural (1 de enero a 31 de diciembre) en su clase."
        }
        Motivo::CambioDeActividad => "Cambió de actividad dentro del ejercicio.",
        Motivo::SinTrabajadores => "Estuvo sin trabajadores más de seis meses.",
        Motivo::OptaPorMedia => "Con menos de diez trabajadores, eligió pagar la prima media.",
        Motivo::PrimaIgual => "La prima sale igual que la anterior.",
    }
}

#[component]
fn Obligacion(papel: Papel, d: Determinacion) -> impl IntoView {
    let hoy = papel.contexto.hoy;
    let vence = d.vence.0;
    if let Some(motivo) = d.motivo {
        return view! {
            <div class="v-aviso v-aviso--exito" data-obligado="no">
                <p class="v-aviso-titulo">"No tiene que presentarla"</p>
                <p>{motivo_en_palabras(motivo)}</p>
            </div>
        }
        .into_any();
    }
    let multa = d.multa.clone().or_else(|| si_la_presenta_hoy(papel, vence, hoy));
    let clase = if multa.is_some() || hoy > vence {
        "v-aviso v-aviso--advertencia"
    } else {
        "v-aviso"
    };
    let cuando = match d.multa {
        Some(_) => "Se presenta fuera de plazo",
        None => "Si la presentara hoy, ya sería fuera de plazo",
    };
    view! {
        <div class=clase data-obligado="si">
            <p class="v-aviso-titulo">"Tiene que presentarla a más tardar el "{fecha_larga(vence)}</p>
            <p>{faltan(vence, hoy)}</p>
            {multa.map(|rango| view! { <p>{cuando}": "{multa_en_palabras(&rango)}</p> <p class="v-fila">{articulos(rango.fundamento.iter().map(String::as_str))}</p> })}
        </div>
    }
    .into_any()
}

/// `Faltan 12 días`.
fn faltan(vence: NaiveDate, hoy: NaiveDate) -> String {
    match (vence - hoy).num_days() {
        0 => "Vence hoy.".to_owned(),
        1 => "Falta un día.".to_owned(),
        n if n > 1 => format!("Faltan {n} días."),
        -1 => "Venció ayer. Si ya la presentó, anote la fecha de presentación.".to_owned(),
        n => format!(
            "Venció hace {} días. Si ya la presentó, anote la fecha de presentación.",
            -n
        ),
    }
}

/// The fine, when nobody said which day and the term is over.
fn si_la_presenta_hoy(papel: Papel, vence: NaiveDate, hoy: NaiveDate) -> Option<Rango> {
    let dicha = papel
        .respuestas
        .with_untracked(|r| !r.texto("anual.presentacion").trim().is_empty());
    if dicha || hoy <= vence {
        return None;
    }
    let normativa = papel.contexto.normativa.get_untracked();
    let respuestas = papel.respuestas.get_untracked();
    lectura::anual_presentada(&normativa, &respuestas, hoy.year(), Fecha(hoy))?
        .determinacion
        .multa
}

fn multa_en_palabras(rango: &Rango) -> String {
    format!(
        "la multa puede ir de {} a {}, o de {} a {} si la paga dentro de los quince días hábiles. No hay multa si cumple antes de que el IMSS lo descubra o se lo pida.",
        pesos(rango.minimo),
        pesos(rango.maximo),
        pesos(rango.con_reduccion.minimo),
        pesos(rango.con_reduccion.maximo)
    )
}
