//! Linking a trámite to the account of its patrón, who from then on may see it.

use super::carga::Abierto;
use super::puerta::anotar;
use crate::api::expedientes;
use crate::contexto::contexto;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// For staff, out of the way.
#[component]
pub fn Vinculo(abierto: Abierto) -> impl IntoView {
    move || abierto.atiende().then(|| view! { <Formulario abierto/> })
}

#[component]
fn Formulario(abierto: Abierto) -> impl IntoView {
    let contexto = contexto();
    let usuario = RwSignal::new(String::new());
    let (falla, enviando) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let enviar = move |evento: SubmitEvent| {
        evento.prevent_default();
        let nombre = usuario.get_untracked().trim().to_owned();
        if nombre.is_empty() || enviando.get_untracked() {
            falla.set(nombre.is_empty().then(|| "Escriba el usuario del patrón.".to_owned()));
            return;
        }
        enviando.set(true);
        falla.set(None);
        let uuid = abierto.uuid.get_untracked();
        leptos::task::spawn_local(async move {
            let resultado = expedientes::ligar(&uuid, &nombre).await;
            anotar(abierto.sesion, &resultado);
            let _ = enviando.try_set(false);
            match resultado {
                Ok(detalle) => {
                    abierto.poner(detalle);
                    let _ = usuario.try_set(String::new());
                    contexto.avisar(format!("Desde ahora la cuenta «{nombre}» puede ver este trámite."));
                }
                Err(otra) => drop(falla.try_set(Some(otra.texto()))),
            }
        });
    };
    view! {
        <details class="v-ayuda v-no-imprimir">
            <summary>"Ligar con la cuenta del patrón"</summary>
            <form class="v-pila v-pila--junta" on:submit=enviar novalidate>
                <p>"La persona dueña de esa cuenta podrá ver este trámite y corregirlo. Verifique antes quién es."</p>
                <crate::componentes::CampoDeTexto
                    id="usuario-patron"
                    etiqueta="Usuario"
                    valor=usuario
                    error=falla
                    al_escribir=move |texto| { usuario.set(texto); falla.set(None); }
                    clase="v-ancho-18"
                />
                <div class="v-botones">
                    <button class="v-boton" type="submit" aria-disabled=move || enviando.get().then_some("true")>
                        {move || if enviando.get() { "Ligando…" } else { "Ligar" }}
                    </button>
                </div>
            </form>
        </details>
    }
}
