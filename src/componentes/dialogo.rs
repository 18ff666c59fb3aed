//! A drawer at the side, over a native `<dialog>`: the browser keeps the focus inside and gives it back.

use super::icono::{Icono, Trazo};
use leptos::html;
use leptos::prelude::*;

/// A drawer that is open while `abierto` is true.
#[component]
pub fn Cajon(
    /// Whether it is open.
    abierto: RwSignal<bool>,
    /// Its title.
    #[prop(into)]
    titulo: Signal<String>,
    /// Id of the title, unique in the page.
    id: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let dialogo = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialogo) = dialogo.get() else { return };
        match (abierto.get(), dialogo.open()) {
            // Showing fails only if it is already shown, or not in the page: nothing to mend then.
            (true, false) => drop(dialogo.show_modal()),
            (false, true) => dialogo.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="v-dialogo v-cajon"
            aria-labelledby=id
            node_ref=dialogo
            on:close=move |_| abierto.set(false)
        >
            <div class="v-dialogo-cabeza">
                <h2 id=id>{move || titulo.get()}</h2>
                <button
                    class="v-boton v-boton--quieto v-boton--icono"
                    type="button"
                    aria-label="Cerrar"
                    on:click=move |_| abierto.set(false)
                >
                    <Icono trazo=Trazo::Cerrar/>
                </button>
            </div>
            <div class="v-dialogo-cuerpo">{move || abierto.get().then(|| children())}</div>
        </dialog>
    }
}
