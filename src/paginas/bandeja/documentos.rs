//! The documents: which ones staff compared with their originals. A mark is shown at once and taken back, with the reason,
//! when the server does not keep it.

use super::carga::Abierto;
use super::puerta::anotar;
use super::senales::momento_corto;
use crate::api::expedientes::{self, DocumentoVisto};
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// Marks on their way, and why one did not arrive.
#[derive(Clone, Copy)]
struct Marcas {
    abierto: Abierto,
    pendientes: RwSignal<BTreeMap<String, bool>>,
    falla: RwSignal<Option<String>>,
}

impl Marcas {
    fn marcar(self, documento: &DocumentoVisto, cotejado: bool) {
        let (clave, titulo) = (documento.clave.clone(), documento.titulo.clone());
        self.pendientes.update(|p| {
            p.insert(clave.clone(), cotejado);
        });
        self.falla.set(None);
        let uuid = self.abierto.uuid.get_untracked();
        leptos::task::spawn_local(async move {
            let resultado = expedientes::cotejar(&uuid, &clave, cotejado).await;
            anotar(self.abierto.sesion, &resultado);
            match resultado {
                Ok(detalle) => self.abierto.poner(detalle),
                Err(falla) => {
                    let texto = format!("No se guardó la marca de «{titulo}». {}", falla.texto());
                    let _ = self.falla.try_set(Some(texto));
                }
            }
            let _ = self.pendientes.try_update(|p| p.remove(&clave));
        });
    }

    fn cotejado(self, documento: &DocumentoVisto) -> bool {
        let pendiente = self.pendientes.read().get(&documento.clave).copied();
        pendiente.unwrap_or(documento.cotejado)
    }
}

/// The checklist.
#[component]
pub fn Documentos(abierto: Abierto) -> impl IntoView {
    let marcas = Marcas {
        abierto,
        pendientes: RwSignal::new(BTreeMap::new()),
        falla: RwSignal::new(None),
    };
    let documentos = abierto.parte(|d| d.documentos.clone());
    let abiertos = abierto.parte(|d| !d.resumen.estado.es_final());
    let puede = Memo::new(move |_| abierto.atiende() && abiertos.get() == Some(true));
    let cuantos = move || {
        let documentos = documentos.get().unwrap_or_default();
        let cotejados = documentos.iter().filter(|d| marcas.cotejado(d)).count();
        format!("{cotejados} de {} cotejados", documentos.len())
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="documentos">
            <div class="v-seccion-cabeza">
                <h2 id="documentos" class="v-panel-titulo">"Documentos"</h2>
                <p class="v-tenue v-chico" role="status">{cuantos}</p>
            </div>
            {move || marcas.falla.get().map(|texto| view! { <div class="v-aviso v-aviso--error" role="alert"><p>{texto}</p></div> })}
            <ul class="v-documentos" role="list">
                // by key: a mark does not draw the list again under the person's hand
                <For each=move || documentos.get().unwrap_or_default() key=|d| d.clave.clone() let:documento>
                    <Documento marcas documentos documento puede/>
                </For>
            </ul>
            {move || documentos.read().as_ref().is_some_and(Vec::is_empty).then(|| view! { <p class="v-tenue">"Este trámite no pide documentos."</p> })}
        </section>
    }
}

/// The documents that the person said to have.
fn reunidos(contenido: &Value) -> Vec<String> {
    let lista = contenido.pointer("/documentos/reunidos").and_then(Value::as_array);
    let claves = lista.into_iter().flatten().filter_map(Value::as_str);
    claves.map(ToOwned::to_owned).collect()
}

#[component]
fn Documento(
    marcas: Marcas,
    /// All of them, as they are now.
    documentos: Memo<Option<Vec<DocumentoVisto>>>,
    /// This one, as it was when it was drawn.
    documento: DocumentoVisto,
    /// Whether this account may mark it.
    puede: Memo<bool>,
) -> impl IntoView {
    let id = ["cotejo-", &documento.clave].concat();
    let titulo = documento.titulo.clone();
    let clave = documento.clave.clone();
    let suyo = Memo::new(move |_| {
        let documentos = documentos.read();
        let suyo = documentos.iter().flatten().find(|d| d.clave == documento.clave);
        suyo.unwrap_or(&documento).clone()
    });
    let contenido = marcas.abierto.parte(|d| reunidos(&d.contenido));
    let lo_tiene = Memo::new(move |_| contenido.read().iter().flatten().any(|c| *c == clave));
    let cotejado = Memo::new(move |_| marcas.cotejado(&suyo.read()));
    let guardando = Memo::new(move |_| marcas.pendientes.read().contains_key(&suyo.read().clave));
    let nota = move || {
        if guardando.get() {
            "Guardando…".to_owned()
        } else {
            nota(&suyo.read(), lo_tiene.get())
        }
    };
    view! {
        <li>
            {move || if puede.get() {
                view! {
                    <label class="v-opcion" for=id.clone()>
                        <input
                            type="checkbox"
                            id=id.clone()
                            prop:checked=cotejado
                            aria-disabled=move || guardando.get().then_some("true")
                            on:click=move |evento| if guardando.get_untracked() { evento.prevent_default() }
                            on:change=move |evento| marcas.marcar(&suyo.read_untracked(), event_target_checked(&evento))
                        />
                        <span>{titulo.clone()}<span class="v-pista">{nota}</span></span>
                    </label>
                }.into_any()
            } else {
                view! {
                    <p class="v-documento" class=("v-documento--cotejado", cotejado)>
                        {titulo.clone()}<span class="v-pista">{nota}</span>
                    </p>
                }.into_any()
            }}
        </li>
    }
}

/// What is known of a document, in words.
fn nota(documento: &DocumentoVisto, lo_tiene: bool) -> String {
    let por = documento.por.as_deref().unwrap_or_default();
    let cuando = documento.cuando.as_deref().map(momento_corto).unwrap_or_default();
    match (documento.cotejado, lo_tiene) {
        (true, _) => format!("Cotejado por {por} el {cuando}"),
        (false, true) => "Declaró tenerlo. Falta cotejarlo con el original.".to_owned(),
        (false, false) => "No declaró tenerlo. Falta cotejarlo con el original.".to_owned(),
    }
}
