//! What became of it: kept here, on its way, received with a folio, or refused and why.

use super::{Abierto, Encabezado};
use crate::almacen::tramites::{self, Guardado, Situacion};
use crate::api::{Rechazo, Recibo};
use crate::contexto::contexto;
use crate::formulario::cola;
use crate::paginas::bandeja::momento_corto;
use crate::ruta::{Ruta, ir_a_direccion};
use crate::sesion::{Conexion, sesion};
use leptos::prelude::*;

/// The state of what was sent.
#[component]
pub fn Enviado(abierto: Abierto) -> impl IntoView {
    let (cola, sesion) = (cola(), sesion());
    let guardado = abierto.guardador.guardado;
    let contexto = contexto();
    Effect::new(move |_| {
        cola.cambios.track();
        let (id, cuenta) = (guardado.read_untracked().id.clone(), sesion.id());
        leptos::task::spawn_local(async move {
            match tramites::leer(&id, &cuenta).await {
                Ok(Some(leido)) => abierto.guardador.adoptar(leido),
                Ok(None) => {}
                Err(error) => contexto.fallo_el_almacen(&error),
            }
        });
    });
    let estado = move || {
        let guardado = guardado.get();
        match guardado.situacion() {
            Situacion::Recibido => guardado.recibo.map(|recibo| view! { <Recibido recibo/> }.into_any()),
            Situacion::Rechazado => guardado
                .rechazo
                .map(|rechazo| view! { <Rechazado abierto rechazo/> }.into_any()),
            Situacion::EnCola => Some(view! { <EnCola guardado/> }.into_any()),
            Situacion::Borrador => Some(view! { <Borrador abierto/> }.into_any()),
        }
    };
    view! {
        <Encabezado abierto titulo="Envío"/>
        <div class="v-pila v-medida" role="status" aria-live="polite">{estado}</div>
        <p class="v-botones v-separado"><a class="v-boton" href=Ruta::Tramites.ancla()>"Ver mis trámites"</a></p>
    }
}

#[component]
fn Recibido(recibo: Recibo) -> impl IntoView {
    let acuse = Ruta::Acuse.con(&recibo.uuid);
    let seguimiento = Ruta::Expediente.con(&recibo.uuid);
    let cuando = momento_corto(&recibo.recibido);
    view! {
        <div class="v-folio">
            <p>"Recibido. Su folio es"</p>
            <p class="v-folio-numero">{recibo.folio}</p>
            <p>{cuando}" (hora del centro)"</p>
        </div>
        <p>"Recibido no quiere decir autorizado: una persona lo revisa y le contesta. Con el folio puede preguntar cómo va."</p>
        <div class="v-botones">
            <a class="v-boton v-boton--primario" href=acuse>"Ver el acuse"</a>
            <a class="v-boton" href=seguimiento>"Ver cómo va"</a>
        </div>
    }
}

#[component]
fn EnCola(guardado: Guardado) -> impl IntoView {
    let (cola, sesion) = (cola(), sesion());
    let id = guardado.id.clone();
    let enviando = move || cola.enviando.get().as_ref() == Some(&id);
    let detalle = move || match sesion.conexion.get() {
        Conexion::SinRed => {
            "No hay conexión con el servidor. Se intenta otra vez solo, cada poco tiempo; puede cerrar la página y volver después."
        }
        Conexion::SinSesion => "Su sesión terminó. Entre otra vez y sale solo.",
        _ => "Sale en un momento.",
    };
    view! {
        <div class="v-aviso">
            <p class="v-aviso-titulo">{move || if enviando() { "Enviando…" } else { "Guardado en este equipo, por enviar" }}</p>
            <p>{detalle}</p>
        </div>
        <div class="v-botones">
            {move || (sesion.conexion.get() == Conexion::SinSesion).then(|| view! {
                <a class="v-boton v-boton--primario" href=Ruta::Entrar.ancla()>"Entrar"</a>
            })}
            <button class="v-boton" type="button" on:click=move |_| cola.vaciar()>"Enviar ahora"</button>
        </div>
    }
}

#[component]
fn Rechazado(abierto: Abierto, rechazo: Rechazo) -> impl IntoView {
    let corregir = abierto.direccion("revisar");
    let titulo = match rechazo.error.as_str() {
        "normativa_cambio" => "Cambió una cifra de la ley desde que lo revisó",
        "contenido_distinto" => "Este trámite ya se había recibido con otro contenido",
        _ => "El servidor no lo recibió",
    };
    let vacio = rechazo.hallazgos.is_empty();
    view! {
        <div class="v-aviso v-aviso--error">
            <p class="v-aviso-titulo">{titulo}</p>
            <ul>
                {rechazo.hallazgos.into_iter().map(|h| view! { <li>{h.mensaje}</li> }).collect_view()}
                {vacio.then(|| view! { <li>"No dio más detalle (respuesta "{rechazo.estado}")."</li> })}
            </ul>
            <p>"Nada de lo que escribió se perdió."</p>
        </div>
        <div class="v-botones">
            <button class="v-boton v-boton--primario" type="button" on:click=move |_| ir_a_direccion(&corregir)>"Corregir y enviar otra vez"</button>
        </div>
    }
}

#[component]
fn Borrador(abierto: Abierto) -> impl IntoView {
    let revisar = abierto.direccion("revisar");
    view! {
        <p>"Este trámite todavía no se envía."</p>
        <div class="v-botones"><a class="v-boton v-boton--primario" href=revisar>"Revisar y enviar"</a></div>
    }
}
