//! The printed sheet, to take to the counter or to give to somebody: what was told and what it leads to. A preview that binds
//! nobody.

use super::cobertura::Rejilla;
use super::curva::Dibujo;
use super::taller::Taller;
use super::tarjeta::NO_OFICIAL;
use crate::componentes::es_articulo;
use crate::componentes::{fecha_corta, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Mes;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_tramites::modalidades::{Charla, Comparada, Dicha, Respuesta};
use ventanilla_tramites::texto::con_fechas;

/// The sheet; on screen it is not seen.
#[component]
pub fn Hoja(taller: Taller) -> impl IntoView {
    move || {
        let Some(Ok(respuesta)) = taller.respuesta.get() else {
            return ().into_any();
        };
        let (charla, comparadas) = (taller.charla.get(), taller.comparadas.get());
        let curva = taller.curva.get();
        let (version, hoy) = (
            respuesta.salida.comun.normativa.version.clone(),
            taller.papel.contexto.hoy,
        );
        view! {
            <article class="v-carta v-solo-impresion v-adeudo-hoja v-modalidad-hoja" aria-hidden="true">
                <div class="v-marca-agua"></div>
                <header class="v-carta-cabeza">
                    <h2>"Qué modalidad le corresponde"</h2>
                    <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
                </header>
                <h3>"Lo que contestó"</h3>
                <Contestado charla datos=taller.datos()/>
                <Opciones comparadas=Arc::clone(&comparadas)/>
                {(!comparadas.is_empty()).then(|| view! { <h3>"Qué da cada una"</h3><Rejilla comparadas=comparadas.to_vec()/> })}
                {curva.map(|curva| view! {
                    <section class="v-modalidad-hoja-curva">
                        <h3>"Cuánto cuesta "{Mes::de(curva.mes).en_palabras()}" según el salario por día"</h3>
                        <Dibujo curva/>
                    </section>
                })}
                <LasQueNo respuesta=Arc::clone(&respuesta)/>
                <Presente respuesta comparadas/>
                <footer class="v-carta-pie">
                    <span>"LSS 5-A, 12, 13, 218 a 245; RACERF 64 a 109. Normativa "{version}</span>
                    <span>"Calculado el "{fecha_corta(hoy)}</span>
                    <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
                </footer>
            </article>
        }
        .into_any()
    }
}

#[component]
fn Contestado(charla: Charla, datos: Vec<Dicha>) -> impl IntoView {
    let filas = charla.dichas.into_iter().chain(datos).map(|d| {
        let respuesta = if d.respuesta.is_empty() {
            "No lo sabe".to_owned()
        } else {
            d.respuesta
        };
        view! { <div><dt>{d.lugar.pregunta.rotulo}</dt><dd>{respuesta}</dd></div> }
    });
    view! { <dl>{filas.collect_view()}</dl> }
}

#[component]
fn Opciones(comparadas: Arc<Vec<Comparada>>) -> impl IntoView {
    let filas = comparadas.iter().map(|c| {
        let procede = match (c.recomendada, c.opcion.procede) {
            (true, Procede::Si) => "Empiece por ésta. ",
            (true, _) => "Empiece por ésta, con reserva. ",
            (false, Procede::ConReserva) => "Con reserva. ",
            _ => "",
        };
        let costo = match &c.costo {
            Some(Ok(costo)) => {
                let mes = costo.de.map_or_else(|| "equivale al mes".to_owned(), Mes::en_palabras);
                view! { <td>{pesos(costo.mes)}" "<small>{mes}</small></td><td>{pesos(costo.anio)}{(!costo.anio_exacto).then(|| view! { " "<small>"doce meses como ése"</small> })}</td> }.into_any()
            }
            _ => view! { <td>"—"</td><td>"—"</td> }.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{c.opcion.nombre.clone()}</th>
                <td class="v-modalidad-hoja-motivo"><strong>{procede}</strong>{con_fechas(&c.opcion.motivo)}" ("{c.opcion.fundamento.join(", ")}")"</td>
                {costo}
            </tr>
        }
    });
    let filas = filas.collect::<Vec<_>>();
    (!filas.is_empty()).then(|| view! {
        <h3>"Lo que puede pedir"</h3>
        <table class="v-modalidad-hoja-opciones">
            <thead><tr><th scope="col">"Modalidad"</th><th scope="col">"Por qué"</th><th scope="col">"Al mes"</th><th scope="col">"Al año"</th></tr></thead>
            <tbody>{filas}</tbody>
        </table>
    })
}

/// What is left to say of the situation and of the figures.
#[component]
fn Presente(respuesta: Arc<Respuesta>, comparadas: Arc<Vec<Comparada>>) -> impl IntoView {
    let dichos = respuesta.salida.comun.hallazgos.iter().map(|h| {
        view! { <li>{con_fechas(&h.mensaje)}{en_parentesis(h.fundamento)}</li> }
    });
    let no_oficial = comparadas
        .iter()
        .filter(|c| matches!(&c.costo, Some(Ok(costo)) if costo.no_oficial))
        .map(|c| {
            view! { <li><strong>{c.opcion.nombre.clone()}": "</strong>{NO_OFICIAL}</li> }
        });
    let filas: Vec<AnyView> = dichos
        .map(IntoAny::into_any)
        .chain(no_oficial.map(IntoAny::into_any))
        .collect();
    (!filas.is_empty()).then(|| {
        view! {
            <h3>"Téngalo presente"</h3>
            <ul class="v-m40-notas">{filas}</ul>
        }
    })
}

/// The articles; what is no article of a law is not shown.
fn en_parentesis(fundamento: &[&str]) -> String {
    let suyos: Vec<&str> = fundamento.iter().copied().filter(|a| es_articulo(a)).collect();
    if suyos.is_empty() {
        String::new()
    } else {
        format!(" ({})", suyos.join(", "))
    }
}

#[component]
fn LasQueNo(respuesta: Arc<Respuesta>) -> impl IntoView {
    let filas = respuesta.no_proceden().map(|o| {
        view! { <li><strong>{o.nombre.clone()}": "</strong>{con_fechas(&o.motivo)}" ("{o.fundamento.join(", ")}")"</li> }
    });
    view! {
        <h3>"Las que no le corresponden, y por qué"</h3>
        <ul class="v-m40-notas">{filas.collect::<Vec<_>>()}</ul>
    }
}
