//! What may be done with it now. Each action opens in its place, says what it means, and asks for a reason when the person
//! will have to understand it. What was typed outlives a change that somebody else made meanwhile.

use super::carga::Abierto;
use super::puerta::anotar;
use crate::api::Falla;
use crate::api::expedientes::{self, Detalle};
use crate::contexto::{Contexto, contexto};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use ventanilla_tramites::camino::Estado;

/// Longest reason that the server takes.
const MOTIVO_MAXIMO: &str = "2000";

/// The action that is open.
#[derive(Clone, Copy)]
struct Resolucion {
    abierto: Abierto,
    contexto: Contexto,
    acciones: Memo<Option<Vec<Estado>>>,
    elegida: RwSignal<Option<Estado>>,
    motivo: RwSignal<String>,
    falla: RwSignal<Option<String>>,
    falta_motivo: RwSignal<bool>,
    enviando: RwSignal<bool>,
    titulo: NodeRef<html::H2>,
}

impl Resolucion {
    fn abrir(self, estado: Estado) {
        self.falla.set(None);
        self.falta_motivo.set(false);
        self.elegida.set(Some(estado));
    }

    fn cerrar(self) {
        self.elegida.set(None);
        self.falla.set(None);
        self.enfocar();
    }

    fn enfocar(self) {
        if let Some(titulo) = self.titulo.try_get_untracked().flatten() {
            let _ = titulo.focus();
        }
    }

    /// Whether the open action is still allowed.
    fn procede(self) -> bool {
        let acciones = self.acciones.read();
        self.elegida
            .get()
            .is_some_and(|e| acciones.as_ref().is_some_and(|a| a.contains(&e)))
    }

    fn confirmar(self) {
        let Some(estado) = self.elegida.get_untracked() else {
            return;
        };
        let motivo = self.motivo.get_untracked().trim().to_owned();
        self.falta_motivo.set(estado.pide_motivo() && motivo.is_empty());
        if self.falta_motivo.get_untracked() || self.enviando.get_untracked() {
            return;
        }
        let Some((uuid, version)) = self
            .abierto
            .detalle
            .with_untracked(|d| d.as_ref().map(|d| (d.resumen.uuid.clone(), d.resumen.version)))
        else {
            return;
        };
        self.enviando.set(true);
        self.falla.set(None);
        let motivo = if estado.pide_motivo() { motivo } else { String::new() };
        leptos::task::spawn_local(async move {
            let resultado = expedientes::mover(&uuid, estado, &motivo, version).await;
            anotar(self.abierto.sesion, &resultado);
            self.contestar(estado, resultado).await;
            let _ = self.enviando.try_set(false);
        });
    }

    async fn contestar(self, estado: Estado, resultado: Result<Detalle, Falla>) {
        match resultado {
            Ok(detalle) => {
                self.abierto.poner(detalle);
                let _ = self.motivo.try_set(String::new());
                let _ = self.elegida.try_set(None);
                self.contexto
                    .avisar(format!("El trámite quedó en «{}».", estado.titulo()));
                self.enfocar();
            }
            Err(Falla::Rechazo(rechazo)) if rechazo.estado == 409 => {
                // what is there now is shown; what was typed stays
                self.abierto.leer().await;
                let texto = "Alguien más movió este trámite, o llegó otra versión, mientras usted lo veía. \
                             Ya está a la vista como quedó. Lo que usted escribió sigue aquí: revise y decida otra vez.";
                let _ = self.falla.try_set(Some(texto.to_owned()));
            }
            Err(falla) => {
                let texto = format!("{} No se cambió nada y lo que escribió sigue aquí.", falla.texto());
                let _ = self.falla.try_set(Some(texto));
            }
        }
    }
}

/// The actions.
#[component]
pub fn Acciones(abierto: Abierto) -> impl IntoView {
    let resolucion = Resolucion {
        abierto,
        contexto: contexto(),
        acciones: abierto.parte(|d| d.acciones.clone()),
        elegida: RwSignal::new(None),
        motivo: RwSignal::new(String::new()),
        falla: RwSignal::new(None),
        falta_motivo: RwSignal::new(false),
        enviando: RwSignal::new(false),
        titulo: NodeRef::new(),
    };
    let abierta = Memo::new(move |_| resolucion.elegida.get().is_some());
    view! {
        <section class="v-panel v-pila v-no-imprimir" aria-labelledby="que-sigue">
            <h2 class="v-panel-titulo" id="que-sigue" tabindex="-1" node_ref=resolucion.titulo>"Qué sigue"</h2>
            {move || if abierta.get() {
                view! { <Confirmar resolucion/> }.into_any()
            } else {
                view! { <Opciones resolucion/> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Opciones(resolucion: Resolucion) -> impl IntoView {
    let estado = resolucion.abierto.parte(|d| d.resumen.estado);
    move || {
        let acciones = resolucion.acciones.get().unwrap_or_default();
        let Some(estado) = estado.get() else {
            return ().into_any();
        };
        if acciones.is_empty() {
            return view! { <p>{sin_acciones(estado)}</p> }.into_any();
        }
        let atiende = resolucion.abierto.atiende();
        let botones = acciones.into_iter().map(|accion| {
            view! {
                <button class=clase(accion) type="button" on:click=move |_| resolucion.abrir(accion)>
                    {verbo(accion, atiende)}
                </button>
            }
        });
        view! { <div class="v-botones">{botones.collect_view()}</div> }.into_any()
    }
}

fn sin_acciones(estado: Estado) -> &'static str {
    match estado {
        Estado::Autorizado => "Se autorizó. Ya no cambia.",
        Estado::Rechazado => "Se rechazó. Ya no cambia.",
        Estado::Desistido => "Quien lo presentó desistió. Ya no cambia.",
        _ => "Por ahora su cuenta no tiene nada que hacer aquí: le toca a otra persona.",
    }
}

fn clase(accion: Estado) -> &'static str {
    match accion {
        Estado::EnRevision | Estado::Autorizado => "v-boton v-boton--primario",
        Estado::Rechazado => "v-boton v-boton--peligro",
        Estado::Desistido => "v-boton v-boton--quieto",
        _ => "v-boton",
    }
}

fn verbo(accion: Estado, atiende: bool) -> &'static str {
    match accion {
        Estado::Recibido => "Devolver a recibido",
        Estado::EnRevision => "Empezar la revisión",
        Estado::Prevenido => "Pedir una corrección",
        Estado::Autorizado => "Autorizar",
        Estado::Rechazado => "Rechazar",
        Estado::Desistido if atiende => "Anotar que desistió",
        Estado::Desistido => "Desistir del trámite",
    }
}

fn consecuencia(accion: Estado) -> &'static str {
    match accion {
        Estado::Recibido => "Vuelve a la bandeja de lo recibido.",
        Estado::EnRevision => "Los demás verán que usted lo está atendiendo.",
        Estado::Prevenido => {
            "Quien lo presentó verá su motivo y podrá corregirlo y enviarlo otra vez con el mismo folio."
        }
        Estado::Autorizado => "El trámite termina aquí. No se puede deshacer.",
        Estado::Rechazado => {
            "El trámite termina aquí y quien lo presentó verá su motivo. No se puede deshacer: si sólo falta un dato o un documento, pida una corrección."
        }
        Estado::Desistido => {
            "El trámite termina aquí sin resolverse. No se puede deshacer; habría que presentarlo de nuevo."
        }
    }
}

/// The open action: what it means, why, and the button that does it.
#[component]
fn Confirmar(resolucion: Resolucion) -> impl IntoView {
    let accion = Memo::new(move |_| resolucion.elegida.get().unwrap_or(Estado::EnRevision));
    let atiende = untrack(|| resolucion.abierto.atiende());
    let procede = Memo::new(move |_| resolucion.procede());
    let pide_motivo = Memo::new(move |_| accion.get().pide_motivo());
    let enviar = move |evento: SubmitEvent| {
        evento.prevent_default();
        resolucion.confirmar();
    };
    view! {
        <form class="v-accion v-pila" on:submit=enviar novalidate>
            {move || resolucion.falla.get().map(|texto| view! { <div class="v-aviso v-aviso--error" role="alert"><p>{texto}</p></div> })}
            <h3 class="v-accion-titulo">{move || verbo(accion.get(), atiende)}</h3>
            <p>{move || consecuencia(accion.get())}</p>
            <PorVer resolucion accion/>
            {move || if pide_motivo.get() {
                view! { <Motivo resolucion/> }.into_any()
            } else {
                view! { <Firme resolucion/> }.into_any()
            }}
            <Botones resolucion accion procede atiende/>
        </form>
    }
}

#[component]
fn Botones(resolucion: Resolucion, accion: Memo<Estado>, procede: Memo<bool>, atiende: bool) -> impl IntoView {
    let clase = move || {
        if accion.get() == Estado::Rechazado {
            "v-boton v-boton--peligro"
        } else {
            "v-boton v-boton--primario"
        }
    };
    let texto = move || {
        if resolucion.enviando.get() {
            "Guardando…"
        } else {
            verbo(accion.get(), atiende)
        }
    };
    view! {
        {move || (!procede.get()).then(|| view! { <p class="v-fuerte">"Así como está el trámite ahora, esto ya no procede."</p> })}
        <div class="v-botones">
            <Show when=move || procede.get()>
                <button class=clase type="submit" aria-disabled=move || resolucion.enviando.get().then_some("true")>{texto}</button>
            </Show>
            <button class="v-boton" type="button" on:click=move |_| resolucion.cerrar()>"Volver sin cambiar nada"</button>
        </div>
    }
}

/// Before authorizing: what was not looked at yet.
#[component]
fn PorVer(resolucion: Resolucion, accion: Memo<Estado>) -> impl IntoView {
    let faltan = resolucion
        .abierto
        .parte(|d| d.documentos.iter().filter(|doc| !doc.cotejado).count());
    move || match (accion.get(), faltan.get().unwrap_or(0)) {
        (Estado::Autorizado, n) if n > 0 => {
            let texto = if n == 1 {
                "Falta cotejar un documento.".to_owned()
            } else {
                format!("Faltan {n} documentos por cotejar.")
            };
            view! { <div class="v-aviso v-aviso--advertencia"><p>{texto}</p></div> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// The reason. It takes the focus when it appears.
#[component]
fn Motivo(resolucion: Resolucion) -> impl IntoView {
    let campo = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(campo) = campo.get() {
            let _ = campo.focus();
        }
    });
    let error = move || {
        resolucion.falta_motivo.get().then(|| {
            view! { <p class="v-error">"Escriba el motivo: lo leerá quien presentó el trámite."</p> }
        })
    };
    view! {
        <div class="v-campo" class=("v-campo--error", resolucion.falta_motivo)>
            <label class="v-etiqueta" for="motivo">"Motivo"</label>
            <p class="v-pista" id="motivo-pista">"Lo leerá quien presentó el trámite. Diga qué falta o qué está mal, y cómo se arregla."</p>
            <textarea
                class="v-entrada"
                id="motivo"
                rows="4"
                maxlength=MOTIVO_MAXIMO
                aria-describedby="motivo-pista motivo-error"
                aria-invalid=move || resolucion.falta_motivo.get().then_some("true")
                node_ref=campo
                prop:value=move || resolucion.motivo.get()
                on:input=move |evento| {
                    resolucion.motivo.set(event_target_value(&evento));
                    resolucion.falta_motivo.set(false);
                }
            ></textarea>
            <div id="motivo-error" role="alert">{error}</div>
        </div>
    }
}

/// Without a reason, the focus goes to the heading of the action by way of the panel's.
#[component]
fn Firme(resolucion: Resolucion) -> impl IntoView {
    Effect::new(move |_| resolucion.enfocar());
}
