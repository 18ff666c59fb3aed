//! The file: whether it can be written, why not, what it is called, and what comes next.

use super::mesa::Mesa;
use crate::componentes::{descargar, miles};
use leptos::prelude::*;
use ventanilla_archivos::idse::{escribir, nombre_de_archivo};
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::lote_idse::TIPOS;

/// The panel.
#[component]
pub fn Escribir(mesa: Mesa) -> impl IntoView {
    let listo = Memo::new(move |_| mesa.dictamen.read().lote.is_some());
    let vacio = Memo::new(move |_| mesa.dictamen.read().movimientos() == 0);
    let porque = move || {
        let dictamen = mesa.dictamen.read();
        if let (Some(lote), Some(dia)) = (&dictamen.lote, dictamen.presentacion) {
            return format!(
                "{}. {} renglones de 168 posiciones y el de control; fin de línea CRLF, en la codificación de Windows (cp1252), con la Ñ como «/».",
                nombre_de_archivo(lote, dia),
                miles(lote.movimientos.len() as u64),
            );
        }
        match dictamen.cuantos(Gravedad::Error) as u64 {
            _ if dictamen.movimientos() == 0 => "Todavía no hay movimientos que escribir.".to_owned(),
            1 => "Falta corregir un error: con él, IDSE rechazaría el lote completo.".to_owned(),
            n => format!(
                "Falta corregir {} errores: con uno solo, IDSE rechazaría el lote completo.",
                miles(n)
            ),
        }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="idse-archivo">
            <h2 id="idse-archivo">"El archivo"</h2>
            <Show when=move || !vacio.get()><Totales mesa/></Show>
            <p id="idse-porque">{porque}</p>
            <div class="v-botones">
                <button
                    class="v-boton v-boton--primario"
                    type="button"
                    id="idse-escribir"
                    aria-describedby="idse-porque"
                    disabled=move || !listo.get()
                    on:click=move |_| bajar(mesa)
                >
                    "Escribir el archivo para IDSE"
                </button>
                <button class="v-boton" type="button" disabled=move || vacio.get() on:click=move |_| crate::impresion::imprimir()>
                    "Imprimir el lote"
                </button>
            </div>
            <details class="v-ayuda" id="idse-sigue">
                <summary>"Qué sigue"</summary>
                <ol>
                    <li>"Entre a IDSE (idse.imss.gob.mx) con la e.firma del patrón o de su representante. Aquí no se transmite, y nunca se pide la e.firma, su archivo .key ni su contraseña."</li>
                    <li>"En movimientos afiliatorios, suba este archivo y envíelo."</li>
                    <li>"Guarde la constancia y compare cuántos movimientos se aceptaron con los totales de esta página. Un movimiento puede quedar pendiente aunque el lote se acepte, por ejemplo si ya existía."</li>
                    <li>"Si la constancia trae una diferencia, hay tres días hábiles para aclararla; después se tiene por consentida (RACERF 6)."</li>
                    <li>"Las altas de quien nunca ha tenido NSS llevan primero la asignación de su número."</li>
                </ol>
            </details>
        </section>
    }
}

#[component]
fn Totales(mesa: Mesa) -> impl IntoView {
    let cuenta = Memo::new(move |_| mesa.dictamen.read().cuenta);
    let filas = move || {
        let nombres = TIPOS.iter().map(|t| t.1).chain(["Sin tipo"]);
        let filas = nombres.zip(cuenta.get()).enumerate();
        filas
            .filter(|(i, (_, n))| *n > 0 || *i < TIPOS.len())
            .map(|(_, (nombre, n))| view! { <div><dt>{nombre}</dt><dd>{miles(n as u64)}</dd></div> })
            .collect_view()
    };
    view! {
        <dl class="v-idse-totales">
            {filas}
            <div><dt>"Total"</dt><dd>{move || miles(cuenta.get().iter().sum::<usize>() as u64)}</dd></div>
        </dl>
    }
}

fn bajar(mesa: Mesa) {
    let dictamen = mesa.dictamen.read_untracked();
    let (Some(lote), Some(dia)) = (&dictamen.lote, dictamen.presentacion) else {
        return;
    };
    let texto = match escribir(lote) {
        Ok(bytes) => match descargar(&nombre_de_archivo(lote, dia), "text/plain", &bytes) {
            Ok(()) => return,
            Err(_) => "El navegador no dejó bajar el archivo. Revise si bloquea las descargas.".to_owned(),
        },
        Err(fallas) => fallas.first().map(ToString::to_string).unwrap_or_default(),
    };
    mesa.contexto.avisar(texto);
}
