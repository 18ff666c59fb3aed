//! A case out of a file. One that does not stand is kept too, as a draft.

use super::super::escritorio::Escritorio;
use crate::componentes::leer_archivo;
use leptos::html;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::Caso;

/// The button and what became of each file.
#[component]
pub fn Importar(escritorio: Escritorio) -> impl IntoView {
    let entrada = NodeRef::<html::Input>::new();
    let dichos = RwSignal::new(Vec::<String>::new());
    let elegir = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            entrada.set_value("");
            entrada.click();
        }
    };
    let abrir = move |_| {
        let Some(archivos) = entrada.get_untracked().and_then(|e| e.files()) else {
            return;
        };
        let archivos: Vec<web_sys::File> = (0..archivos.length()).filter_map(|i| archivos.get(i)).collect();
        leptos::task::spawn_local(async move {
            let mut nuevos = Vec::new();
            for archivo in archivos {
                nuevos.push(match leer_archivo(archivo).await {
                    Ok((nombre, bytes)) => format!("{nombre}: {}", importar(escritorio, &bytes)),
                    Err(texto) => texto,
                });
            }
            let _ = dichos.try_set(nuevos);
        });
    };
    view! {
        <div class="v-botones">
            <button class="v-boton" type="button" on:click=elegir>"Abrir casos de un archivo…"</button>
            <input class="v-oculto" type="file" multiple tabindex="-1" aria-hidden="true" accept=".json,application/json" data-abrir-casos node_ref=entrada on:change=abrir/>
        </div>
        <div role="status">
            {move || {
                let dichos = dichos.get();
                (!dichos.is_empty()).then(|| view! { <ul>{dichos.into_iter().map(|d| view! { <li>{d}</li> }).collect_view()}</ul> })
            }}
        </div>
    }
}

fn importar(escritorio: Escritorio, bytes: &[u8]) -> String {
    let leido = std::str::from_utf8(bytes).map_err(|_| "no es un archivo de texto.".to_owned());
    let leido = leido.and_then(|texto| {
        ventanilla_reglas::entrada::leer::<Caso>(texto).map_err(|h| match h.campo.as_str() {
            "" => format!("no es el archivo de un caso. {}", h.mensaje),
            campo => format!("no es el archivo de un caso: en «{campo}», {}", h.mensaje),
        })
    });
    let mut caso = match leido {
        Ok(caso) => caso,
        Err(error) => return error,
    };
    let antes = caso.clave.clone();
    caso.clave = escritorio.clave_libre(&antes);
    let otra = if caso.clave == antes {
        String::new()
    } else {
        format!(" Ya había un caso {antes}: éste quedó como {}.", caso.clave)
    };
    let clave = caso.clave.clone();
    escritorio.adoptar(caso);
    format!("se agregó {clave} a sus casos.{otra}")
}
