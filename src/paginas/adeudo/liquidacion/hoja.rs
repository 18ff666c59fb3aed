//! The printed preview. It omits the number of the credit, the signature and the notification, and says what it is not.

use super::Mesa;
use super::calendario::multa_en_palabras;
use super::cuenta::{encabezado, fila};
use super::requisitos::ruta;
use crate::componentes::{fecha_corta, fecha_larga, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_tramites::adeudo::liquidacion::{Liquidacion, requisitos};

/// The sheet; on screen it is not seen.
#[component]
pub fn Hoja(mesa: Mesa) -> impl IntoView {
    move || mesa.vista.get().map(|vista| view! { <UnaHoja mesa vista/> })
}

#[component]
fn UnaHoja(mesa: Mesa, vista: Arc<Liquidacion>) -> impl IntoView {
    let papel = mesa.taller.papel;
    let s = vista.cuenta.sumas;
    let hay = !vista.cuenta.creditos.is_empty();
    let dato = |nombre: &'static str, ruta: &'static str| {
        let valor = move || match papel.texto(ruta).trim() {
            "" => "________________".to_owned(),
            texto => texto.to_owned(),
        };
        view! { <div><dt>{nombre}</dt><dd>{valor}</dd></div> }
    };
    let filas = vista.cuenta.creditos.iter().map(fila).collect_view();
    let multa = multa_en_palabras(&vista);
    view! {
        <article class="v-carta v-solo-impresion v-adeudo-hoja" aria-hidden="true">
            <div class="v-marca-agua"></div>
            <header class="v-carta-cabeza">
                <h2>"Vista previa de una liquidación"</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </header>
            <p><strong>"No es una cédula de liquidación ni una determinación."</strong>" La cédula la emite y la firma el IMSS."</p>
            <dl>
                {dato("Nombre o razón social", "liquidacion.nombre")}
                {dato("Registro patronal", "liquidacion.registro_patronal")}
                {dato("RFC", "liquidacion.rfc")}
            </dl>
            {hay.then(|| view! {
                <h3>"Cuenta al "{fecha_larga(vista.cuenta.pago)}{vista.cuenta.estimado.then_some(" (estimada: falta un INPC)")}</h3>
                <table>
                    {encabezado()}
                    <tbody>{filas}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">"Total, sin multa"</th>
                            <td>{pesos(s.suerte_principal)}</td><td></td><td>{pesos(s.actualizacion)}</td><td></td>
                            <td>{pesos(s.recargos)}</td><td>{pesos(s.total)}</td>
                        </tr>
                    </tfoot>
                </table>
                {multa.map(|m| view! { <p>"Multa (LSS 304): "{m}"."</p> })}
            })}
            <h3>"Plazos desde la notificación"</h3>
            <table>
                <tbody>
                    {vista.calendario.as_ref().ok().map(|hitos| hitos.iter().map(|h| view! {
                        <tr><th scope="row">{h.que}</th><td>{fecha_larga(h.dia)}</td></tr>
                    }).collect_view())}
                </tbody>
            </table>
            <h3>"Qué debe contener la cédula"</h3>
            <Lista mesa/>
            <footer class="v-carta-pie">
                <span>"LSS 39-C, 40, 40-A, 294, 297, 298 y 304; CFF 17-A, 21, 38 y 150; RACERF 127 y 189. Normativa "{vista.cuenta.version.clone()}</span>
                <span>"Calculada el "{fecha_corta(papel.contexto.hoy)}</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </footer>
        </article>
    }
}

#[component]
fn Lista(mesa: Mesa) -> impl IntoView {
    let papel = mesa.taller.papel;
    let todos = requisitos(&papel.contexto.normativa.read_untracked(), papel.contexto.hoy)
        .into_iter()
        .flatten();
    let uno = |r: ventanilla_tramites::adeudo::liquidacion::Requisito| {
        let suya = ruta(&r);
        let marca = move || if papel.texto(&suya) == "si" { "☑ " } else { "☐ " };
        view! { <li>{marca}{r.texto}" ("{r.fundamento.join(", ")}")"</li> }
    };
    view! { <ul class="v-lista-plana">{todos.map(uno).collect_view()}</ul> }
}
