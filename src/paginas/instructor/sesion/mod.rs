//! A session: what it has, how it is graded, and handing it out.

mod elegidos;
mod lista;
mod numeros;
mod preparar;
mod repartir;

pub use preparar::Preparar;
pub use repartir::{Repartir, quien};

use super::escritorio::SesionPropia;
use super::volver;
use crate::ruta::Ruta;
use leptos::prelude::*;

/// The three rooms of a session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sala {
    /// What it has.
    Preparar,
    /// Handing it out.
    Repartir,
    /// How the group did.
    Resultados,
}

/// Title and ways of a session.
#[component]
pub fn Encabezado(
    /// Its title, as it is being typed.
    #[prop(into)]
    titulo: Signal<String>,
    /// Its key.
    clave: String,
    /// Where one is.
    sala: Sala,
) -> impl IntoView {
    let base = Ruta::Instructor.con(&["sesion/", &clave].concat());
    let salas = [
        (Sala::Preparar, "Preparar", ""),
        (Sala::Repartir, "Repartir", "/repartir"),
        (Sala::Resultados, "Resultados", "/resultados"),
    ];
    view! {
        {volver(Ruta::Instructor.ancla(), "Instructor")}
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">{move || titulo.get()}</h1>
                <p class="v-tenue">"Sesión "{clave}</p>
            </div>
        </div>
        <nav class="v-salas v-no-imprimir" aria-label="Partes de la sesión">
            {salas.into_iter().map(|(cual, texto, resto)| view! {
                <a href=[&base, resto].concat() aria-current=(cual == sala).then_some("page")>{texto}</a>
            }).collect_view()}
        </nav>
    }
}

/// What keeps a session from being handed out, in words: numbers that cannot be read, and what the session says of itself.
pub fn lo_que_falta(propia: &SesionPropia) -> Vec<String> {
    let numeros = numeros::TODOS.iter().filter_map(|n| {
        let texto = propia.escrito.get(n.clave)?;
        let error = n.error(texto)?;
        Some(format!("{}: {error}", n.etiqueta))
    });
    numeros.chain(propia.sesion.revisar()).collect()
}
