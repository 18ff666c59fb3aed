//! The message at the foot of the page. It goes by itself, later when it has a way back; what it offers and is nowhere else
//! stays until the page does not, or another message takes its place.

use crate::contexto::{Vigencia, contexto};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

const SE_VA: Duration = Duration::from_secs(6);
const CON_REGRESO: Duration = Duration::from_secs(20);

/// Shows the context's toast.
#[component]
pub fn Tostador() -> impl IntoView {
    let tostada = contexto().tostada;
    Effect::new(move |antes: Option<Option<TimeoutHandle>>| {
        if let Some(Some(reloj)) = antes {
            reloj.clear();
        }
        let actual = tostada.get()?;
        let cuanto = match (actual.vigencia, actual.deshacer.is_some()) {
            (Vigencia::Pagina, _) => return None, // what it offers is nowhere else
            (_, true) => CON_REGRESO,
            (_, false) => SE_VA,
        };
        set_timeout_with_handle(move || tostada.set(None), cuanto).ok()
    });
    view! {
        // The live region is always there: one that appears with its text is not announced.
        <div role="status" aria-live="polite">
            {move || tostada.get().map(|t| view! {
                <div class="v-tostada">
                    <span>{t.texto}</span>
                    {t.deshacer.map(|deshacer| view! {
                        <button class="v-boton" type="button" on:click=move |_| { tostada.set(None); deshacer(); }>
                            "Deshacer"
                        </button>
                    })}
                    <button class="v-boton" type="button" on:click=move |_| tostada.set(None)>"Cerrar"</button>
                </div>
            })}
        </div>
    }
}
