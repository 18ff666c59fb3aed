//! The questions of a step, block by block.

use super::escritorio::{Escritorio, id_de};
use super::lista::Lista;
use super::pregunta::Pregunta;
use leptos::prelude::*;
use ventanilla_tramites::guion::{BloqueVisto, Lugar, Respuestas};

/// Everything that a step asks.
#[component]
pub fn PasoEntero(
    /// The open form.
    escritorio: Escritorio,
    /// Position of the step.
    paso: usize,
) -> impl IntoView {
    let bloques = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        let suyos = revision.recorrido.bloques.iter().filter(|b| b.paso == paso);
        suyos.cloned().collect::<Vec<_>>()
    });
    view! {
        <For each=move || bloques.get() key=|b| (b.bloque.clave, b.bloque.lista().map_or(b.cuantos, |_| 0)) let:visto>
            <Bloque escritorio visto/>
        </For>
    }
}

#[component]
fn Bloque(escritorio: Escritorio, visto: BloqueVisto) -> impl IntoView {
    let bloque = visto.bloque;
    let titulo = (!bloque.titulo.is_empty()).then(|| view! { <h2 class="v-panel-titulo">{bloque.titulo}</h2> });
    let ayuda = (!bloque.ayuda.is_empty()).then(|| view! { <p class="v-tenue">{bloque.ayuda}</p> });
    let cuerpo = if bloque.lista().is_some() {
        view! { <Lista escritorio bloque paso=visto.paso/> }.into_any()
    } else if bloque.repetido.is_some() {
        repetido(escritorio, visto).into_any()
    } else {
        preguntas(escritorio, visto, None).into_any()
    };
    view! { <section class="v-bloque v-pila">{titulo}{ayuda}{cuerpo}</section> }
}

fn preguntas(escritorio: Escritorio, visto: BloqueVisto, indice: Option<usize>) -> impl IntoView {
    let lugares = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        let suyos = revision
            .recorrido
            .lugares
            .iter()
            .filter(|l| l.paso == visto.paso && l.bloque.clave == visto.bloque.clave && l.indice == indice);
        suyos.cloned().collect::<Vec<Lugar>>()
    });
    view! {
        <For each=move || lugares.get() key=|l| (l.ruta.clone(), l.obligatoria) let:lugar>
            <Pregunta escritorio lugar/>
        </For>
    }
}

fn repetido(escritorio: Escritorio, visto: BloqueVisto) -> impl IntoView {
    let Some(repetido) = &visto.bloque.repetido else {
        return ().into_any();
    };
    let cuantos = visto.cuantos;
    let clave = visto.bloque.clave;
    let primera = visto.bloque.preguntas.first().map_or("", |p| p.campo);
    let agregar = move |_| {
        escritorio.cambiar(|r| r.contar(clave, cuantos + 1));
        enfocar(id_de(&[clave, ".", &cuantos.to_string(), ".", primera].concat()));
    };
    let se_quita = cuantos > repetido.minimo;
    let id_boton = format!("agregar-{clave}");
    let elementos = (0..cuantos)
        .map(|indice| {
            let visto = visto.clone();
            let nombre = repetido.nombre(indice);
            let titulo = nombre.clone();
            let id = format!("{clave}-{indice}-titulo");
            let id_titulo = id.clone();
            let boton = id_boton.clone();
            let quitar = move |_| quitar(escritorio, clave, indice, &nombre, boton.clone());
            view! {
                <div class="v-repetido v-pila" role="group" aria-labelledby=id_titulo>
                    <div class="v-repetido-cabeza">
                        <h3 id=id>{titulo.clone()}</h3>
                        {se_quita.then(|| view! {
                            <button class="v-boton v-boton--quieto" type="button" on:click=quitar>
                                "Quitar"<span class="v-oculto">" "{titulo}</span>
                            </button>
                        })}
                    </div>
                    {preguntas(escritorio, visto, Some(indice))}
                </div>
            }
        })
        .collect_view();
    let cabe = cuantos < repetido.maximo;
    view! {
        {elementos}
        {cabe.then(|| view! {
            <button class="v-boton" type="button" id=id_boton on:click=agregar>{repetido.agregar}</button>
        })}
    }
    .into_any()
}

/// Takes one away, with a way back.
fn quitar(escritorio: Escritorio, clave: &'static str, indice: usize, nombre: &str, boton: String) {
    let antes: Respuestas = escritorio.respuestas.get_untracked();
    escritorio.cambiar(|r| r.quitar(clave, indice));
    // the later ones move up: what was being answered for one is never taken as another's
    escritorio
        .cuestionarios
        .update(|c| c.retain(|ruta, _| !ruta.starts_with(clave)));
    enfocar(boton);
    escritorio
        .contexto
        .avisar_con_regreso(format!("Se quitó: {nombre}."), move || {
            escritorio.cambiar(|r| *r = antes.clone());
        });
}

/// Takes the focus to an element, once it is drawn.
pub fn enfocar(id: String) {
    request_animation_frame(move || enfocar_ya(&id));
}

/// Takes the focus to an element that is on screen already.
pub fn enfocar_ya(id: &str) {
    use wasm_bindgen::JsCast;
    let elemento = crate::entorno::por_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(elemento) = elemento {
        let _ = elemento.focus();
    }
}
