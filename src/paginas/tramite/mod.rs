//! The form of one trámite: step by step, or all of it at once; check-your-answers; and what became of it.

mod envio;
mod guiada;
mod rapida;
mod revisar;

use crate::almacen::tramites::{self, Guardado, Situacion};
use crate::contexto::contexto;
use crate::formulario::{AvisoDeOtraPestana, Escritorio, Guardador, Pestana};
use crate::ruta::{Direccion, Ruta};
use crate::sesion::sesion;
use envio::Enviado;
use guiada::Guiada;
use leptos::prelude::*;
use rapida::Rapida;
use revisar::Revisar;
use ventanilla_tramites::camino::guion;

/// An open form and who keeps it.
#[derive(Clone, Copy)]
struct Abierto {
    escritorio: Escritorio,
    guardador: Guardador,
    /// Its address, without the step.
    base: StoredValue<String>,
}

/// Which page of the form.
#[derive(Clone, Debug, PartialEq)]
enum Hoja {
    Paso { paso: usize, cambio: bool },
    Rapida,
    Revisar,
    Enviado,
}

/// The page of the form that the address names.
#[component]
pub fn Formulario() -> impl IntoView {
    let direccion = expect_context::<RwSignal<Direccion>>();
    let sesion = sesion();
    let id = Memo::new(move |_| direccion.read().parte(0).to_owned());
    let leido = RwSignal::new(None::<Option<Guardado>>);
    // read again when this tab takes the draft over from another one
    let vuelta = RwSignal::new(0);
    let al_tomar = Callback::new(move |()| {
        let _ = vuelta.try_update(|n| *n += 1);
    });
    Effect::new(move |_| {
        let id = id.get();
        vuelta.track();
        if !sesion.leida.get() {
            return;
        }
        let cuenta = sesion.id();
        leptos::task::spawn_local(async move {
            match tramites::leer(&id, &cuenta).await {
                Ok(guardado) => drop(leido.try_set(Some(guardado))),
                Err(error) => contexto().fallo_el_almacen(&error),
            }
        });
    });
    move || match leido.get() {
        None => view! { <p role="status">"Abriendo…"</p> }.into_any(),
        Some(None) => view! { <NoEsta/> }.into_any(),
        Some(Some(guardado)) => view! { <Documento guardado al_tomar/> }.into_any(),
    }
}

#[component]
fn NoEsta() -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h1>"Este trámite no está en este equipo"</h1>
            <p>"Puede ser de otra cuenta, haberse borrado o haberse escrito en otro equipo."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Tramites.ancla()>"Ver mis trámites"</a></div>
        </div>
    }
}

#[component]
fn Documento(guardado: Guardado, al_tomar: Callback<()>) -> impl IntoView {
    let Some(guion) = guion(&guardado.tramite) else {
        return view! { <NoEsta/> }.into_any();
    };
    let direccion = expect_context::<RwSignal<Direccion>>();
    let base = Ruta::Tramite.con(&guardado.id);
    let vieja = aviso_de_normativa(&guardado);
    let motivo = guardado.motivo.clone();
    let por_corregir = (!motivo.is_empty() && guardado.situacion() != Situacion::Recibido).then(|| {
        view! {
            <div class="v-aviso v-aviso--advertencia">
                <p class="v-aviso-titulo">"Se le pidió corregir"</p>
                <p class="v-texto-tal-cual">{motivo}</p>
            </div>
        }
    });
    let escritorio = Escritorio::nuevo(contexto(), guion, guardado.respuestas.clone());
    let abierto = Abierto {
        escritorio,
        guardador: Guardador::nuevo(escritorio, guardado),
        base: StoredValue::new(base),
    };
    let pestana = Pestana::abrir(abierto.guardador, al_tomar);
    let ajeno = abierto.guardador.ajeno;
    let hoja = Memo::new(move |_| {
        let direccion = direccion.read();
        match direccion.parte(1) {
            "rapida" => Hoja::Rapida,
            "revisar" => Hoja::Revisar,
            "enviado" => Hoja::Enviado,
            clave => Hoja::Paso {
                paso: guion.paso(clave).unwrap_or(0),
                cambio: direccion.parte(2) == "cambiar",
            },
        }
    });
    Effect::new(move |_| {
        let direccion = direccion.read();
        if !direccion.parte(1).is_empty() && direccion.parte(1) != "enviado" {
            abierto.guardador.en_el_paso(direccion.parte(1));
        }
    });
    view! {
        {vieja}
        {por_corregir}
        <AvisoDeOtraPestana pestana al_tomar/>
        <div inert=move || ajeno.get()>
            {move || match hoja.get() {
                Hoja::Paso { paso, cambio } => view! { <Guiada abierto paso cambio/> }.into_any(),
                Hoja::Rapida => view! { <Rapida abierto/> }.into_any(),
                Hoja::Revisar => view! { <Revisar abierto/> }.into_any(),
                Hoja::Enviado => view! { <Enviado abierto/> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// A draft made with other parameters is looked at again with those of today, and says so.
fn aviso_de_normativa(guardado: &Guardado) -> Option<impl IntoView + use<>> {
    let ahora = contexto().normativa.read_untracked().version();
    let cambio = guardado.normativa != ahora && !guardado.respuestas.vacias();
    let antes = guardado.normativa.clone();
    cambio.then(|| {
        view! {
            <div class="v-aviso" role="status">
                <p>"Este borrador se escribió con la normativa "{antes}". Se volvió a revisar con la "{ahora}": confirme las cifras antes de enviarlo."</p>
            </div>
        }
    })
}

impl Abierto {
    fn direccion(self, detalle: &str) -> String {
        [self.base.read_value().as_str(), "/", detalle].concat()
    }

    /// Where an answer of a step is changed: in the way of capturing that was open.
    fn para_cambiar(self, paso: &str) -> String {
        if self.guardador.guardado.read_untracked().paso == "rapida" {
            return self.direccion("rapida");
        }
        self.direccion(&[paso, "/cambiar"].concat())
    }

    fn clave(self, paso: usize) -> &'static str {
        self.escritorio.guion.pasos[paso].clave
    }
}

/// Name of the trámite, and whether what is typed is safe.
#[component]
fn Encabezado(abierto: Abierto, #[prop(into)] titulo: String) -> impl IntoView {
    view! {
        <div class="v-encabezado">
            <div>
                <p class="v-tramite-nombre">{abierto.escritorio.guion.titulo}</p>
                <h1 class="v-titulo">{titulo}</h1>
            </div>
            <p class="v-guardado" role="status">{move || abierto.guardador.estado.get()}</p>
        </div>
    }
}

/// The notice that the law asks for where data are first taken (LFPDPPP 15 to 17).
#[component]
fn AvisoDePrivacidad(finalidad: &'static str) -> impl IntoView {
    view! {
        <details class="v-ayuda">
            <summary>"Aviso de privacidad simplificado"</summary>
            <p>
                "El Instituto trata estos datos para "{finalidad}". "
                "Mientras captura se guardan sólo en este equipo; al enviar, los recibe el Instituto. No se transfieren sin su consentimiento, salvo lo que la ley ordena. "
                "Puede ejercer sus derechos de acceso, rectificación, cancelación y oposición ante la Unidad de Transparencia. "
                <a href="https://www.imss.gob.mx/transparencia/proteccion-datos-personales" rel="noopener" target="_blank">"Aviso integral"</a>
            </p>
        </details>
    }
}
