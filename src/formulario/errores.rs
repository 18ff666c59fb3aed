//! The error summary: on top of the page, with the focus, each error a link to its field.

use super::bloque::enfocar;
use super::escritorio::id_de;
use leptos::prelude::*;

/// Id of the summary, for whoever takes the focus there.
pub const ID: &str = "resumen-de-errores";

/// The errors of a page, each with the path of its field. Nothing when there are none.
#[component]
pub fn ResumenDeErrores(
    /// Path and message of each.
    #[prop(into)]
    errores: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    move || {
        let errores = errores.get();
        (!errores.is_empty()).then(|| {
            let titulo = match errores.len() {
                1 => "Hay un dato por corregir".to_owned(),
                n => format!("Hay {n} datos por corregir"),
            };
            view! {
                <div class="v-resumen-errores" role="alert" id=ID tabindex="-1">
                    <h2>{titulo}</h2>
                    <ul>
                        {errores
                            .into_iter()
                            .map(|(ruta, mensaje)| {
                                let id = id_de(&ruta);
                                let destino = ["#", &id].concat();
                                view! {
                                    <li>
                                        <a href=destino on:click=move |evento| { evento.prevent_default(); enfocar(id.clone()); }>
                                            {mensaje}
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </div>
            }
        })
    }
}

/// Takes the focus to the summary.
pub fn mostrar() {
    enfocar(ID.to_owned());
}
