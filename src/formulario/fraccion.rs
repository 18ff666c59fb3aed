//! The field of a fracción, over the search box of the catalogue.

use super::pregunta::Campo;
use crate::componentes::BuscadorDeFraccion;
use leptos::prelude::*;

/// The field.
pub fn fraccion(campo: Campo) -> impl IntoView {
    let (id, describe, error, valor) = (campo.id.clone(), campo.describe.clone(), campo.error, campo.texto);
    let al_elegir = Callback::new(move |fraccion: String| {
        campo.escribir(&fraccion);
        campo.dejar();
    });
    view! {
        <BuscadorDeFraccion
            id
            describe
            invalido=Signal::derive(move || error.read().is_some())
            valor
            al_elegir
        />
    }
}
