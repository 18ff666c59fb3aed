//! The receipt: that it was received, when, what exactly, and which documents were seen. One letter page.

use super::carga::{Abierto, AlLeer};
use super::puerta::Puerta;
use super::senales::{en_grupos, momento_corto, momento_largo};
use super::tarjeta::Tarjeta;
use crate::api::expedientes::{Detalle, DocumentoVisto};
use crate::componentes::{Icono, Trazo, fecha_larga};
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_tramites::camino::Estado;

/// The receipt of a trámite.
#[component]
pub fn Acuse() -> impl IntoView {
    view! { <Puerta><Leido/></Puerta> }
}

#[component]
fn Leido() -> impl IntoView {
    let abierto = Abierto::nuevo();
    let regreso = move || Ruta::Expediente.con(&abierto.uuid.read());
    view! {
        <AlLeer abierto>
            <p class="v-expediente-regreso v-no-imprimir"><a href=regreso>"← Volver al trámite"</a></p>
            {move || abierto.detalle.get().map(|detalle| view! { <Hoja detalle/> })}
        </AlLeer>
    }
}

#[component]
fn Hoja(detalle: Detalle) -> impl IntoView {
    let autorizado = detalle.resumen.estado == Estado::Autorizado;
    let con_tarjeta = autorizado && detalle.resumen.tramite == "registro_patronal";
    let tarjeta = con_tarjeta.then(|| detalle.clone());
    let folio = detalle.resumen.folio.clone();
    let nombre = ["Acuse del folio ", &folio].concat();
    view! {
        <div class="v-encabezado v-no-imprimir">
            <h1 class="v-titulo">"Acuse de recibo"</h1>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
            </div>
        </div>
        <article class="v-acuse" aria-label=nombre>
            <p class="v-acuse-cabeza"><strong>"Ventanilla"</strong>" · afiliación y cobranza"</p>
            <p class="v-acuse-titulo" aria-hidden="true">"Acuse de recibo"</p>
            <p class="v-acuse-folio"><span>"Folio"</span><strong>{folio}</strong></p>
            <Datos detalle=detalle.clone()/>
            <Vistos documentos=detalle.documentos.clone()/>
            <section>
                <h2>"Huella de lo que se recibió (SHA-256)"</h2>
                <p class="v-huella">{en_grupos(&detalle.huella)}</p>
                <p class="v-chico">"Cualquier cambio en lo declarado, por pequeño que sea, da otra huella."</p>
            </section>
            <p class="v-acuse-aviso"><strong>"Acuse de recibo. No es una resolución."</strong>" Hace constar qué se recibió y cuándo; lo que se resuelva se comunica aparte. Vista previa, sin validez oficial."</p>
        </article>
        {tarjeta.map(|detalle| view! { <Tarjeta detalle/> })}
    }
}

#[component]
fn Datos(detalle: Detalle) -> impl IntoView {
    let r = detalle.resumen;
    let ultima = detalle.versiones.into_iter().max_by_key(|v| v.version);
    let corregida = ultima.filter(|v| v.version > 1);
    let recibio = quien_recibio(&detalle.historia, &r.capturo);
    let dato = |rotulo: &'static str, valor: String| {
        (!valor.is_empty()).then(|| view! { <div><dt>{rotulo}</dt><dd>{valor}</dd></div> })
    };
    let vence = r.vence.filter(|_| !r.estado.es_final());
    view! {
        <dl class="v-acuse-datos">
            {dato("Trámite", r.titulo)}
            {dato("Nombre, denominación o razón social", r.nombre)}
            {dato("RFC", r.rfc)}
            {dato("Registro patronal", r.registro_patronal)}
            {dato("Recibido", momento_largo(&r.recibido) + " (hora del centro de México)")}
            {corregida.map(|v| dato("Última versión recibida", format!("{}: {}", v.version, momento_largo(&v.recibido))))}
            {dato("Estado", r.estado.titulo().to_owned())}
            {vence.map(|v| dato("Se contesta a más tardar", fecha_larga(v.fecha.0)))}
            {dato("Lo recibió", recibio)}
        </dl>
    }
}

/// The account that the audit log names for what arrived last.
fn quien_recibio(historia: &[crate::api::expedientes::Suceso], capturo: &str) -> String {
    let ultimo = historia.iter().rev().find(|s| s.accion == "recibido");
    let quien = ultimo.map_or(capturo, |s| s.quien.as_str());
    format!("El sistema de la ventanilla; lo envió la cuenta «{quien}»")
}

#[component]
fn Vistos(documentos: Vec<DocumentoVisto>) -> impl IntoView {
    let vistos: Vec<_> = documentos.into_iter().filter(|d| d.cotejado).collect();
    let ninguno = vistos.is_empty();
    let renglon = |d: DocumentoVisto| {
        let cuando = d.cuando.as_deref().map(momento_corto).unwrap_or_default();
        let por = d.por.unwrap_or_default();
        view! { <li>{d.titulo}" "<span class="v-tenue">"("{por}", "{cuando}")"</span></li> }
    };
    view! {
        <section>
            <h2>"Documentos cotejados con su original"</h2>
            {ninguno.then(|| view! { <p>"Ninguno hasta ahora."</p> })}
            <ul>{vistos.into_iter().map(renglon).collect_view()}</ul>
        </section>
    }
}
