//! The frame: header, navigation, the page, footer, toast.

use crate::componentes::Tostador;
use crate::contexto::Contexto;
use crate::paginas::prevision::Mesa;
use crate::paginas::{Ayuda, Cedula, Escenarios, Parametros, Prevision};
use crate::ruta::{Ruta, seguir_direccion};
use leptos::html;
use leptos::prelude::*;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let ruta = seguir_direccion();
    let contexto = Contexto::nuevo();
    provide_context(contexto);
    // The open payroll outlives the page that shows it: going to Parámetros and back loses nothing.
    provide_context(Mesa::nueva(contexto));
    let principal = NodeRef::<html::Main>::new();
    llevar_el_foco(ruta, principal);
    view! {
        <a class="v-salto" href="#principal" on:click=move |evento| {
            evento.prevent_default();
            if let Some(principal) = principal.get_untracked() { let _ = principal.focus(); }
        }>"Ir al contenido"</a>
        <Cabecera ruta/>
        <main class="v-principal" id="principal" tabindex="-1" node_ref=principal>
            <FallaDeAlmacen/>
            {move || match ruta.get() {
                Ruta::Prevision => view! { <Prevision/> }.into_any(),
                Ruta::Cedula => view! { <Cedula/> }.into_any(),
                Ruta::Escenarios => view! { <Escenarios/> }.into_any(),
                Ruta::Parametros => view! { <Parametros/> }.into_any(),
                Ruta::Ayuda => view! { <Ayuda/> }.into_any(),
            }}
        </main>
        <Pie/>
        <Tostador/>
    }
}

/// A new page takes the focus to its beginning, and the title of the document says which one it is.
fn llevar_el_foco(ruta: RwSignal<Ruta>, principal: NodeRef<html::Main>) {
    Effect::new(move |antes: Option<Ruta>| {
        let ahora = ruta.get();
        document().set_title(&format!("{} · Ventanilla", ahora.titulo()));
        if antes.is_some_and(|antes| antes != ahora)
            && let Some(principal) = principal.get_untracked()
        {
            let _ = principal.focus();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        ahora
    });
}

#[component]
fn Cabecera(ruta: RwSignal<Ruta>) -> impl IntoView {
    let actual = move |destino: Ruta| {
        let ruta = ruta.get();
        (ruta == destino || (ruta == Ruta::Cedula && destino == Ruta::Prevision)).then_some("page")
    };
    view! {
        <header class="v-cabecera">
            <div class="v-cabecera-cinta">
                <a class="v-marca" href=Ruta::Prevision.ancla()>"Ventanilla "<small>"afiliación y cobranza"</small></a>
                <nav class="v-nav" aria-label="Secciones">
                    {Ruta::BARRA
                        .into_iter()
                        .map(|destino| view! {
                            <a href=destino.ancla() aria-current=move || actual(destino)>{destino.titulo()}</a>
                        })
                        .collect_view()}
                </nav>
            </div>
        </header>
    }
}

#[component]
fn FallaDeAlmacen() -> impl IntoView {
    let falla = crate::contexto::contexto().falla_de_almacen;
    move || {
        falla.get().map(|texto| {
            view! {
                <div class="v-aviso v-aviso--advertencia" role="status"><p>{texto}</p></div>
            }
        })
    }
}

#[component]
fn Pie() -> impl IntoView {
    let normativa = crate::contexto::contexto().normativa;
    view! {
        <footer class="v-pie">
            <div class="v-pie-cinta">
                <span>"Normativa "{move || normativa.read().version()}</span>
                <span>"Lo que usted escribe no sale de este equipo."</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </div>
        </footer>
    }
}
