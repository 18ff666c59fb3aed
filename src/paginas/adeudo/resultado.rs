//! What is owed on the day: the figure everybody comes for, its parts, and whose they are.

use super::explicacion::CifraConRazon;
use super::taller::Taller;
use crate::componentes::{fecha_larga, pesos};
use crate::paginas::dichos::{hallazgos, politicas};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::adeudo::{Cifra, Cuenta};
use ventanilla_tramites::criterios::BLOQUE;
use ventanilla_tramites::texto::con_fechas;

/// The panel.
#[component]
pub fn Resultado(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="adeudo-resultado">
            <h2 class="v-oculto" id="adeudo-resultado">"Resultado"</h2>
            {move || match taller.cuenta.get() {
                Some(cuenta) => view! { <Cifras taller cuenta/> }.into_any(),
                None => view! {
                    <div class="v-cifra">
                        <span class="v-cifra-nombre">"Total"</span>
                        <span class="v-cifra-valor v-tenue">"—"</span>
                        <span class="v-cifra-nota">"Corrija la fecha de pago."</span>
                    </div>
                }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Cifras(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let s = cuenta.sumas;
    let estimado = cuenta.estimado;
    let fila = |nombre: &'static str, importe: Importe| {
        (importe > Importe::CERO).then(|| view! { <div><dt>{nombre}</dt><dd>{pesos(importe)}</dd></div> })
    };
    if cuenta.creditos.is_empty() && !cuenta.fuera.is_empty() {
        // nothing could be computed that day: a zero would be a lie
        return view! {
            <div class="v-cifra">
                <span class="v-cifra-nombre">"Si paga el "{fecha_larga(cuenta.pago)}</span>
                <span class="v-cifra-valor v-tenue" data-total>"—"</span>
                <span class="v-cifra-nota">"Ese día no se puede calcular todavía: vea por qué abajo, o elija otro."</span>
            </div>
            <SinContar taller cuenta/>
        }
        .into_any();
    }
    let sin_contar = match cuenta.fuera.len() {
        0 => String::new(),
        1 => ", sin contar un crédito que falta calcular".to_owned(),
        n => format!(", sin contar {n} créditos que faltan calcular"),
    };
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">{if estimado { "Debe, aproximadamente" } else { "Debe" }}", si paga el "{fecha_larga(cuenta.pago)}{sin_contar}</span>
            <span class="v-cifra-valor" data-total><CifraConRazon taller cifra=Cifra::Total importe=s.total/></span>
            {estimado.then(|| view! {
                <span class="v-cifra-nota"><span class="v-insignia v-insignia--media">"Estimación"</span>" "<a href="#adeudo-inpc" on:click=ir_al_inpc>"Falta el INPC"</a></span>
            })}
        </div>
        <SinContar taller cuenta=Arc::clone(&cuenta)/>
        <dl class="v-datos" aria-label="De qué se compone">
            {fila("Cuotas y capitales, como se debían", s.suerte_principal)}
            {fila("Multas", s.multas)}
            {fila("Gastos de ejecución", s.gastos)}
            <div><dt>"Actualización"</dt><dd data-actualizacion><CifraConRazon taller cifra=Cifra::Actualizacion importe=s.actualizacion/></dd></div>
            <div><dt>"Recargos"</dt><dd data-recargos><CifraConRazon taller cifra=Cifra::Recargos importe=s.recargos/></dd></div>
            <div class="v-total"><dt>"Total"</dt><dd>{pesos(s.total)}</dd></div>
        </dl>
        <h3 class="v-adeudo-quien">"De ese total"</h3>
        <dl class="v-datos" aria-label="De quién es cada parte">
            {fila("Cuotas, parte patronal", s.patronal)}
            {fila("Cuotas, parte obrera", s.obrera)}
            {fila("RCV", s.rcv)}
            {fila("Multas, capitales y gastos", s.otros)}
        </dl>
        <Dichos taller cuenta/>
    }
    .into_any()
}

fn ir_al_inpc(evento: leptos::ev::MouseEvent) {
    evento.prevent_default();
    let casilla = crate::entorno::buscar(".v-inpc input");
    if let Some(id) = casilla.map(|c| c.id()) {
        crate::paginas::papel::enfocar(&id);
    }
}

/// Rows that are in no sum, and why: with a way to each.
#[component]
fn SinContar(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let lista = move || {
        let leido = taller.leido.read();
        let escritos = leido.hallazgos.iter().filter(|h| h.es_error());
        let escritos = escritos.map(|h| (h.campo.clone(), h.mensaje.clone()));
        let fuera = cuenta.fuera.iter().flat_map(|(i, hallazgos)| {
            hallazgos
                .iter()
                .map(move |h| (format!("creditos.{i}.vencimiento"), h.mensaje.clone()))
        });
        escritos.chain(fuera).collect::<Vec<_>>()
    };
    move || {
        let lista = lista();
        (!lista.is_empty()).then(|| {
            let renglones = lista
                .into_iter()
                .map(|(ruta, mensaje)| {
                    let numero = ruta.split('.').nth(1).and_then(|n| n.parse::<usize>().ok()).map_or(0, |n| n + 1);
                    let id = crate::paginas::papel::id_de(&ruta);
                    let destino = id.clone();
                    let ir = move |evento: leptos::ev::MouseEvent| {
                        evento.prevent_default();
                        taller.papel.dejar(&ruta);
                        crate::paginas::papel::enfocar(&destino);
                    };
                    view! { <li><a href=format!("#{id}") on:click=ir>"Crédito "{numero}</a>": "{con_fechas(&mensaje)}</li> }
                })
                .collect_view();
            view! {
                <div class="v-aviso v-aviso--advertencia">
                    <p class="v-aviso-titulo">"No está en el total"</p>
                    <ul>{renglones}</ul>
                </div>
            }
        })
    }
}

/// Findings, and the readings of the law that another choice would have changed.
#[component]
fn Dichos(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let aplicadas = cuenta.politicas.iter().copied();
    view! {
        {hallazgos(&cuenta.hallazgos)}
        {politicas(taller.papel, BLOQUE, aplicadas)}
        <Dudas/>
        <p class="v-tenue v-chico">"Normativa "{cuenta.version.clone()}</p>
    }
}

/// What the law leaves open, and what was done here.
#[component]
fn Dudas() -> impl IntoView {
    view! {
        <details class="v-ayuda">
            <summary>"Lo que debe confirmar el IMSS"</summary>
            <ul>
                <li>"El factor de actualización se corta: el Código dice «hasta el diezmilésimo» y no habla de redondear."</li>
                <li>"Cada mes de recargos lleva la tasa del mes en que empieza; una fracción cuenta como mes entero."</li>
                <li>"El tope de meses con recargos es el del Código, contado desde que venció cada crédito."</li>
                <li>"Del día exacto en que se publicó cada INPC sólo se conocen algunos; los demás se suponen en la fecha límite de ley."</li>
                <li>"El importe va con centavos, como lo cobra el IMSS; el Código manda ajustarlo a pesos."</li>
            </ul>
        </details>
    }
}

/// The total at the foot of a phone.
#[component]
pub fn TotalFijo(taller: Taller) -> impl IntoView {
    move || {
        taller.cuenta.get().map(|c| {
            let nombre = if c.estimado { "Debe, aproximadamente" } else { "Debe" };
            view! { <div class="v-total-fijo v-no-imprimir"><span>{nombre}</span><strong>{pesos(c.sumas.total)}</strong></div> }
        })
    }
}
