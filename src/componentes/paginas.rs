//! The foot of a list that is shown a page at a time.

use super::miles;
use leptos::prelude::*;

/// Back, forward, and where one is. Nothing when there is one page.
#[component]
pub fn Paginas(
    /// Name of the list, for who does not see it: `Páginas de trabajadores`.
    nombre: &'static str,
    /// The page asked for, from 0.
    pagina: RwSignal<usize>,
    /// The page in sight.
    actual: Memo<usize>,
    /// How many pages there are.
    paginas: Memo<usize>,
    /// How many workers there are.
    cuantas: Signal<usize>,
) -> impl IntoView {
    let ir = move |a: usize| pagina.set(a);
    view! {
        <Show when=move || { paginas.get() > 1 }>
            <nav class="v-fila" aria-label=nombre>
                <button class="v-boton" type="button" disabled=move || actual.get() == 0 on:click=move |_| ir(actual.get_untracked().saturating_sub(1))>
                    "Anterior"
                </button>
                <span role="status">
                    {move || format!(
                        "Página {} de {}, {} trabajadores",
                        miles(actual.get() as u64 + 1),
                        miles(paginas.get() as u64),
                        miles(cuantas.get() as u64)
                    )}
                </span>
                <button class="v-boton" type="button" disabled=move || actual.get() + 1 >= paginas.get() on:click=move |_| ir(actual.get_untracked() + 1)>
                    "Siguiente"
                </button>
            </nav>
        </Show>
    }
}
