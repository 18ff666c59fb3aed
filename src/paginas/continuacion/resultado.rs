//! What it comes to: the month everybody asks about, what must be paid to begin, and what follows.

use super::explicacion::{CifraConRazon, cifra_de};
use super::taller::Taller;
use crate::componentes::{fecha_corta, pesos};
use crate::paginas::dichos::{articulos_en_linea, hallazgos, politicas};
use crate::paginas::papel::{enfocar, id_de};
use crate::ruta::Ruta;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Mes;
use ventanilla_tramites::continuacion::{Cifra, Cuenta};
use ventanilla_tramites::criterios::BLOQUE;
use ventanilla_tramites::texto::con_fechas;

/// The panel.
#[component]
pub fn Resultado(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="m40-resultado">
            <h2 class="v-oculto" id="m40-resultado">"Resultado"</h2>
            {move || match taller.salida.get() {
                Ok(Some(cuenta)) => view! { <Cifras taller cuenta/> }.into_any(),
                _ if taller.papel.respuestas.with(|r| r.vacias()) => view! { <Vacio taller/> }.into_any(),
                _ => view! { <SinCuenta taller/> }.into_any(),
            }}
        </section>
    }
}

/// What a first visitor sees.
#[component]
fn Vacio(taller: Taller) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h3>"¿Cuánto costaría?"</h3>
            <p>"Escriba su último salario base de cotización y aquí sale el costo de cada mes, con su artículo."</p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| taller.poner_ejemplo()>"Ver un ejemplo"</button>
            </div>
        </div>
    }
}

/// Why nothing comes out, with a way to each field.
#[component]
fn SinCuenta(taller: Taller) -> impl IntoView {
    let de_la_hoja = |ruta: &str| ["ultimo_sbc", "sbc"].contains(&ruta);
    let lista = move || {
        let errores = taller.errores.read();
        let dichos = errores
            .iter()
            .filter(|(ruta, _)| de_la_hoja(ruta) && taller.papel.dejado(ruta));
        let dichos = dichos.map(|(ruta, mensaje)| {
            let (id, ruta) = (id_de(ruta), ruta.clone());
            let destino = id.clone();
            let llevar = move |evento: leptos::ev::MouseEvent| {
                evento.prevent_default();
                taller.papel.dejar(&ruta);
                enfocar(&destino);
            };
            view! { <li><a href=format!("#{id}") on:click=llevar>{mensaje.clone()}</a></li> }
        });
        dichos.collect::<Vec<_>>()
    };
    let de_las_tablas = move || {
        let hallazgos = taller.salida.get().err().unwrap_or_default();
        let suyos = hallazgos.into_iter().filter(|h| !de_la_hoja(&h.campo));
        suyos.map(|h| con_fechas(&h.mensaje)).collect::<Vec<_>>()
    };
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Cada mes"</span>
            <span class="v-cifra-valor v-tenue" data-mes>"—"</span>
            <span class="v-cifra-nota">"Falta un dato que se pueda calcular."</span>
        </div>
        {move || {
            let lista = lista();
            (!lista.is_empty()).then(|| view! {
                <div class="v-aviso v-aviso--advertencia"><p class="v-aviso-titulo">"Revise lo que escribió"</p><ul>{lista}</ul></div>
            })
        }}
        {move || de_las_tablas().into_iter().map(|mensaje| view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Hoy no se puede calcular"</p>
                <p>{mensaje}</p>
                <p>"El valor se agrega en "<a href=Ruta::Parametros.ancla()>"Parámetros"</a>"."</p>
            </div>
        }).collect_view()}
    }
}

#[component]
fn Cifras(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let mes = cuenta.este_mes.mes.clone();
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Cada mes completo, como "{cuenta.nombre_del_mes()}</span>
            <span class="v-cifra-valor" data-mes><CifraConRazon taller cifra=cifra_de(&cuenta.este_mes) importe=mes.total/></span>
            <span class="v-cifra-nota">{mes.porcentaje.clone()}" % de "{pesos(mes.sbc)}" al día, por sus "{mes.dias}" días"</span>
        </div>
        <Empezar taller cuenta=Arc::clone(&cuenta)/>
        <Seguir taller cuenta=Arc::clone(&cuenta)/>
        {politicas(taller.papel, BLOQUE, cuenta.aplicadas.iter().copied())}
        {hallazgos(&cuenta.hallazgos)}
        <p class="v-tenue v-chico">"Normativa "{cuenta.version.clone()}</p>
    }
}

/// What must be paid to begin.
#[component]
fn Empezar(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    match (&cuenta.inicio, cuenta.total_del_inicio().zip(cuenta.dias_del_inicio())) {
        (Ok(partes), Some((total, (desde, hasta)))) => {
            let dias: u32 = partes.iter().map(|p| p.mes.dias).sum();
            let cuantos = match partes.len() {
                1 => format!("{dias} días"),
                n => format!("{n} meses, {dias} días"),
            };
            view! {
                <div class="v-cifra v-m40-inicio">
                    <span class="v-cifra-nombre">"Para empezar"</span>
                    <span class="v-m40-total" data-inicio><CifraConRazon taller cifra=Cifra::Inicio importe=total/></span>
                    <span class="v-cifra-nota">"Del "{fecha_corta(desde)}" al "{fecha_corta(hasta)}": "{cuantos}</span>
                </div>
            }
            .into_any()
        }
        (Err(motivo), _) if !motivo.is_empty() => view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Lo de antes no se puede calcular"</p>
                <p>{con_fechas(motivo)}</p>
            </div>
        }
        .into_any(),
        _ => view! {
            <div class="v-aviso"><p>"Para saber lo que se paga desde la baja falta su fecha."</p></div>
        }
        .into_any(),
    }
}

/// What is paid afterwards, and until when it may stay unpaid.
#[component]
fn Seguir(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let siguiente = cuenta.despues.first().map(|parte| {
        view! {
            <div>
                <dt>"Después, "{Mes::de(parte.mes.desde.0).en_palabras()}" ("{parte.mes.dias}" días)"</dt>
                <dd data-siguiente><CifraConRazon taller cifra=cifra_de(parte) importe=parte.mes.total/></dd>
            </div>
            <div><dt>"Que se paga a más tardar el"</dt><dd>{fecha_corta(parte.pago.vence.0)}</dd></div>
        }
    });
    let fin = cuenta.terminacion.map(|fin| {
        view! {
            <div><dt>"Si no paga más, termina el"</dt><dd>{fecha_corta(fin.sin_pago_hasta.0)}</dd></div>
            <div><dt>"Podría reingresar hasta el"</dt><dd>{fecha_corta(fin.reingreso_hasta.0)}</dd></div>
        }
    });
    view! {
        <dl class="v-datos" aria-label="Lo que sigue">{siguiente}{fin}</dl>
        {cuenta.como_se_paga().map(|dicho| view! {
            <p class="v-pista">{dicho.mensaje.clone()}{articulos_en_linea(dicho.fundamento.iter().copied())}</p>
        })}
    }
}

/// The month at the foot of a phone.
#[component]
pub fn TotalFijo(taller: Taller) -> impl IntoView {
    move || {
        taller.cuenta().map(|c| {
            let dias = c.este_mes.mes.dias;
            view! { <div class="v-total-fijo v-no-imprimir"><span>"Mes de "{dias}" días"</span><strong>{pesos(c.este_mes.mes.total)}</strong></div> }
        })
    }
}
