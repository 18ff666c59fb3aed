//! The prima of riesgos de trabajo: its annual determination, the one that follows a change, and that of a Registro
//! Patronal Único. Everything is computed here as it is typed; nothing is sent.

mod anual;
mod casos;
mod dichos;
mod evento;
mod hoja;
mod lectura;
mod resultado;
mod rpu;

use crate::paginas::papel::{Papel, enfocar};
use crate::ruta::{Direccion, Ruta, ir_a_direccion};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Key under which the sheet of this page is kept; the account follows.
pub const PAPEL: &str = "prima";

/// The tabs: what follows `#/prima`, and its words.
const PESTANAS: [(&str, &str); 3] = [
    ("", "Determinación anual"),
    ("evento", "Después de un cambio"),
    ("rpu", "Registro Patronal Único"),
];

/// The page.
#[component]
pub fn Prima() -> impl IntoView {
    let papel = Papel::abrir(PAPEL);
    let direccion = expect_context::<RwSignal<Direccion>>();
    let actual = Memo::new(move |_| {
        let direccion = direccion.read();
        PESTANAS.iter().position(|p| p.0 == direccion.parte(0)).unwrap_or(0)
    });
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Prima de riesgos de trabajo"</h1>
                <p class="v-entradilla">
                    "Qué porcentaje del salario paga el patrón por el seguro de riesgos de trabajo, de dónde sale y si hay que presentarlo. "
                    "Lo que escribe no sale de este equipo."
                </p>
            </div>
        </div>
        <Pestanas actual/>
        <div class="v-pestana-cuerpo" role="tabpanel" id="prima-panel" aria-labelledby=move || id_de_pestana(actual.get())>
            {move || match (papel.leido.get(), actual.get()) {
                (false, _) => view! { <p role="status">"Leyendo…"</p> }.into_any(),
                (true, 1) => view! { <evento::Cambio papel/> }.into_any(),
                (true, 2) => view! { <rpu::Unico papel/> }.into_any(),
                (true, _) => view! { <anual::Anual papel/> }.into_any(),
            }}
        </div>
    }
}

fn id_de_pestana(i: usize) -> String {
    format!("prima-pestana-{i}")
}

/// Tabs after the ARIA pattern: arrows, Home and End move; each one has its address.
#[component]
fn Pestanas(actual: Memo<usize>) -> impl IntoView {
    let al_teclear = move |evento: KeyboardEvent| {
        let i = actual.get_untracked();
        let destino = match evento.key().as_str() {
            "ArrowRight" => (i + 1) % PESTANAS.len(),
            "ArrowLeft" => (i + PESTANAS.len() - 1) % PESTANAS.len(),
            "Home" => 0,
            "End" => PESTANAS.len() - 1,
            _ => return,
        };
        evento.prevent_default();
        ir(destino);
        enfocar(&id_de_pestana(destino));
    };
    view! {
        <div class="v-pestanas v-no-imprimir" role="tablist" aria-label="Qué prima" on:keydown=al_teclear>
            {PESTANAS
                .into_iter()
                .enumerate()
                .map(|(i, (_, rotulo))| view! {
                    <button
                        type="button"
                        role="tab"
                        id=id_de_pestana(i)
                        aria-controls="prima-panel"
                        aria-selected=move || if actual.get() == i { "true" } else { "false" }
                        tabindex=move || if actual.get() == i { "0" } else { "-1" }
                        on:click=move |_| ir(i)
                    >
                        {rotulo}
                    </button>
                })
                .collect_view()}
        </div>
    }
}

fn ir(pestana: usize) {
    match PESTANAS.get(pestana) {
        Some((clave, _)) if !clave.is_empty() => ir_a_direccion(&Ruta::Prima.con(clave)),
        _ => ir_a_direccion(Ruta::Prima.ancla()),
    }
}
