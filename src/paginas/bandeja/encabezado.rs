//! Which trámite it is, whose, in what state, and until when there is to answer it.

use super::carga::Abierto;
use super::senales::{Insignia, Vence, del_silencio, momento_corto};
use crate::api::expedientes::{Resumen, Semaforo};
use crate::componentes::fecha_larga;
use crate::ruta::Ruta;
use leptos::prelude::*;

/// The head of a trámite.
#[component]
pub fn Encabezado(abierto: Abierto) -> impl IntoView {
    let resumen = abierto.resumen();
    move || resumen.get().map(|resumen| view! { <Cabeza abierto resumen/> })
}

#[component]
fn Cabeza(abierto: Abierto, resumen: Resumen) -> impl IntoView {
    let regreso = move || {
        if abierto.atiende() {
            "← Bandeja"
        } else {
            "← Mis trámites presentados"
        }
    };
    let acuse = Ruta::Acuse.con(&resumen.uuid);
    let Resumen {
        titulo,
        folio,
        nombre,
        rfc,
        ..
    } = resumen.clone();
    view! {
        <p class="v-expediente-regreso v-no-imprimir"><a href=Ruta::Bandeja.ancla()>{regreso}</a></p>
        <div class="v-encabezado v-expediente-cabeza">
            <div>
                <p class="v-tramite-nombre">{titulo}</p>
                <h1 class="v-titulo">{folio}</h1>
                <p class="v-expediente-quien">{nombre}<span class="v-tenue">{(!rfc.is_empty()).then(|| format!(" · {rfc}"))}</span></p>
            </div>
            <div class="v-botones">
                <a class="v-boton" href=acuse>"Ver el acuse"</a>
            </div>
        </div>
        <dl class="v-expediente-datos">
            <div><dt>"Estado"</dt><dd><Insignia estado=resumen.estado/></dd></div>
            <div><dt>"Recibido"</dt><dd>{momento_corto(&resumen.recibido)}</dd></div>
            <div><dt>"Capturó"</dt><dd>{resumen.capturo.clone()}</dd></div>
            {resumen.patron.clone().map(|patron| view! { <div><dt>"Cuenta del patrón"</dt><dd>{patron}</dd></div> })}
            <div><dt>"Vence"</dt><dd><Vence resumen=resumen.clone()/></dd></div>
        </dl>
        <Plazo resumen/>
    }
}

/// How the due date is counted, and what happens after it.
#[component]
fn Plazo(resumen: Resumen) -> impl IntoView {
    let abierto = resumen.semaforo != Semaforo::Cerrado;
    resumen.vence.filter(|_| abierto).map(|vence| {
        view! {
            <p class="v-expediente-plazo v-tenue">
                "Se contesta a más tardar el "{fecha_larga(vence.fecha.0)}": "{vence.plazo}" desde el "{fecha_larga(vence.desde.0)}". "
                {del_silencio(vence.silencio)}
                {vence.fundamento.into_iter().map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{a}</span> }).collect_view()}
            </p>
        }
    })
}
