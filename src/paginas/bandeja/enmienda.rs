//! A trámite that was prevenido: why, and for who presented it, the way to mend it and send it again with its folio.

use super::carga::Abierto;
use crate::almacen::ErrorDeAlmacen;
use crate::almacen::tramites::{self, Guardado, Situacion};
use crate::api::expedientes::{Detalle, Suceso};
use crate::contexto::contexto;
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_tramites::camino::{Estado, guion};

/// What was asked for; nothing in any other state.
#[component]
pub fn Prevencion(abierto: Abierto) -> impl IntoView {
    let resumen = abierto.resumen();
    let ultima = abierto.parte(|d| d.historia.iter().rev().find(|s| previene(s)).cloned());
    move || {
        let resumen = resumen.get().filter(|r| r.estado == Estado::Prevenido)?;
        let suyo = abierto.es_suyo(&resumen);
        let motivo = ultima.get().flatten().and_then(|s| s.motivo).unwrap_or_default();
        let titulo = if suyo {
            "Le pidieron una corrección"
        } else {
            "Se pidió una corrección"
        };
        Some(view! {
            <section class="v-aviso v-aviso--advertencia v-expediente-prevencion" aria-labelledby="prevencion">
                <h2 class="v-aviso-titulo" id="prevencion">{titulo}</h2>
                <p class="v-historia-motivo">{motivo}</p>
                {if suyo {
                    view! { <Corregir abierto/> }.into_any()
                } else {
                    view! { <p>"Lo corrige quien lo presentó; llegará como otra versión con el mismo folio."</p> }.into_any()
                }}
            </section>
        })
    }
}

fn previene(suceso: &Suceso) -> bool {
    suceso.a.as_deref() == Some(Estado::Prevenido.clave())
}

#[component]
fn Corregir(abierto: Abierto) -> impl IntoView {
    let contexto = contexto();
    let corregir = move |_| {
        let (Some(detalle), cuenta) = (abierto.detalle.get_untracked(), abierto.sesion.id()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let normativa = contexto.normativa.read_untracked().version();
            match preparar(&detalle, cuenta, normativa).await {
                Ok(destino) => ir_a_direccion(&destino),
                Err(NoSePuede::Guardar(error)) => contexto.fallo_el_almacen(&error),
                Err(NoSePuede::Leer) => contexto.avisar(
                    "Esta página no puede leer lo que se envió; tal vez sea de una versión más nueva. Actualice la página.",
                ),
            }
        });
    };
    view! {
        <div class="v-botones v-bandeja-remedio">
            <button class="v-boton v-boton--primario" type="button" on:click=corregir>"Corregir y enviar otra vez"</button>
        </div>
    }
}

/// Why a draft could not be made.
enum NoSePuede {
    Leer,
    Guardar(ErrorDeAlmacen),
}

/// Makes the draft of the next version, and gives its address. One that was begun before is gone on with.
async fn preparar(detalle: &Detalle, cuenta: String, normativa: String) -> Result<String, NoSePuede> {
    let resumen = &detalle.resumen;
    let version = resumen.version + 1;
    let antes = tramites::leer(&resumen.uuid, &cuenta)
        .await
        .map_err(NoSePuede::Guardar)?;
    let revision = antes.as_ref().map_or(0, |g| g.revision);
    let hoja = match antes.filter(|g| g.version == version) {
        Some(g) if g.situacion() == Situacion::EnCola => "enviado",
        Some(_) => "revisar",
        None => {
            let mut guardado = borrador(detalle, version, cuenta, normativa).ok_or(NoSePuede::Leer)?;
            guardado.revision = revision;
            tramites::guardar(&guardado).await.map_err(NoSePuede::Guardar)?;
            "revisar"
        }
    };
    Ok(Ruta::Tramite.con(&[&resumen.uuid, "/", hoja].concat()))
}

/// What was asked for the last time.
fn ultimo_motivo(detalle: &Detalle) -> String {
    let peticiones = detalle.historia.iter().filter(|s| previene(s));
    let ultima = peticiones.max_by(|a, b| a.cuando.cmp(&b.cuando));
    ultima.and_then(|s| s.motivo.clone()).unwrap_or_default()
}

fn borrador(detalle: &Detalle, version: u32, cuenta: String, normativa: String) -> Option<Guardado> {
    let guion = guion(&detalle.resumen.tramite)?;
    let respuestas = guion.leer_contenido(&detalle.contenido).ok()?;
    Some(Guardado {
        id: detalle.resumen.uuid.clone(),
        version,
        respuestas,
        paso: "revisar".to_owned(),
        motivo: ultimo_motivo(detalle),
        ..Guardado::nuevo(guion.clave, cuenta, normativa)
    })
}
