//! What is asked of the tables: words, a day, only what rules then; and the way to each table.

use super::taller::Taller;
use super::vista::{Puesto, Vista};
use crate::componentes::{Campo, CampoDeTexto, fecha_corta, fecha_larga};
use leptos::prelude::*;

/// Search box, date and switch.
#[component]
pub(super) fn Controles(vista: Vista) -> impl IntoView {
    let Vista {
        texto, dia, solo, dias, ..
    } = vista;
    let es_hoy = move || dias.get().fecha == dias.get().hoy;
    let rotulo = move || {
        if es_hoy() {
            "Sólo lo que rige hoy".to_owned()
        } else {
            ["Sólo lo que rige el ", &fecha_corta(dias.get().fecha)].concat()
        }
    };
    view! {
        <div class="v-panel v-pila v-no-imprimir" role="search" aria-label="Consultar las tablas">
            <div class="v-campos">
                <div class="v-buscar">
                    <CampoDeTexto
                        id="buscar-en-tablas"
                        etiqueta="Buscar en las tablas"
                        pista="Por ejemplo: guarderías, zona libre, LSS 106."
                        valor=texto
                        al_escribir=move |nuevo| texto.set(nuevo)
                        modo="search"
                    />
                </div>
                <Campo id="dia-de-consulta" etiqueta="¿Qué regía el día…?" pista="Cualquier fecha; vacía es hoy.">
                    <div class="v-fila">
                        <input
                            class="v-entrada"
                            id="dia-de-consulta"
                            type="date"
                            aria-describedby="dia-de-consulta-pista"
                            prop:value=move || dia.get()
                            on:input=move |evento| dia.set(event_target_value(&evento))
                        />
                        <Show when=move || !es_hoy()>
                            <button class="v-boton" type="button" on:click=move |_| volver_a_hoy(vista)>"Hoy"</button>
                        </Show>
                    </div>
                </Campo>
            </div>
            <p class="v-tenue" role="status">{move || resumen(vista)}</p>
            <div class="v-fila v-repartida">
                <label class="v-opcion">
                    <input type="checkbox" prop:checked=move || solo.get() on:change=move |evento| solo.set(event_target_checked(&evento))/>
                    {rotulo}
                </label>
                <div class="v-botones v-al-margen">
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| vista.abrir_todas(true)>"Abrir todas"</button>
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| vista.abrir_todas(false)>"Cerrar todas"</button>
                </div>
            </div>

        </div>
    }
}

fn volver_a_hoy(vista: Vista) {
    vista.dia.set(vista.dias.get_untracked().hoy.to_string());
}

/// "129 renglones en 14 tablas, los que rigen el domingo 22 de noviembre de 2026."
fn resumen(vista: Vista) -> String {
    let (renglones, tablas, _) = vista.cuenta();
    let consulta = vista.consulta.read();
    let mut texto = renglones.to_string();
    texto += if renglones == 1 {
        " renglón en "
    } else {
        " renglones en "
    };
    texto += &tablas.to_string();
    texto += if tablas == 1 { " tabla" } else { " tablas" };
    if consulta.solo {
        texto += if renglones == 1 {
            ", el que rige el "
        } else {
            ", los que rigen el "
        };
        texto += &fecha_larga(consulta.dias.fecha);
    }
    texto + "."
}

/// Nothing has those words, or only rows of other dates do.
#[component]
pub(super) fn SinCoincidencias(vista: Vista) -> impl IntoView {
    let cuenta = Memo::new(move |_| (vista.busca(), vista.cuenta()));
    move || {
        let (busca, (renglones, _, ocultos)) = cuenta.get();
        if !busca || (renglones > 0 && ocultos == 0) {
            return None;
        }
        let mostrar = (ocultos > 0).then(|| view! {
            <button class="v-boton" type="button" on:click=move |_| vista.solo.set(false)>"Mostrar los de otras fechas"</button>
        });
        if renglones > 0 {
            let texto = if ocultos == 1 {
                "Hay un renglón más, de otra fecha.".to_owned()
            } else {
                ["Hay ", &ocultos.to_string(), " renglones más, de otras fechas."].concat()
            };
            return Some(view! { <div class="v-fila v-no-imprimir"><p>{texto}</p>{mostrar}</div> }.into_any());
        }
        let texto = match ocultos {
            0 => "Pruebe con otra palabra, o con el artículo de la ley.".to_owned(),
            1 => "Ese día no; hay un renglón en otra fecha.".to_owned(),
            n => ["Ese día no; hay ", &n.to_string(), " renglones en otras fechas."].concat(),
        };
        Some(view! {
            <div class="v-vacio">
                <h2>"Ningún renglón tiene esas palabras"</h2>
                <p>{texto}</p>
                <div class="v-botones">
                    {mostrar}
                    <button class="v-boton" type="button" on:click=move |_| vista.texto.set(String::new())>"Borrar la búsqueda"</button>
                </div>
            </div>
        }.into_any())
    }
}

/// The tables by name. On a narrow screen the list opens with a button.
#[component]
pub(super) fn Indice(vista: Vista, taller: Taller) -> impl IntoView {
    let abierto = RwSignal::new(false);
    let entradas = vista.puestos.with_value(|puestos| {
        puestos
            .iter()
            .map(|p| view! { <Entrada puesto=*p vista abierto/> })
            .collect_view()
    });
    view! {
        <nav class="v-indice v-no-imprimir" aria-label="Tablas">
            <button
                class="v-boton v-indice-boton"
                type="button"
                aria-controls="indice-de-tablas"
                aria-expanded=move || if abierto.get() { "true" } else { "false" }
                on:click=move |_| abierto.update(|a| *a = !*a)
            >
                "Ir a una tabla"
            </button>
            <ul class="v-indice-lista" id="indice-de-tablas" class=("v-indice-lista--abierta", move || abierto.get())>
                {entradas}
                <li>
                    <button type="button" on:click=move |_| { abierto.set(false); taller.ir(); }>"Suplemento normativo"</button>
                </li>
            </ul>
        </nav>
    }
}

#[component]
fn Entrada(puesto: Puesto, vista: Vista, abierto: RwSignal<bool>) -> impl IntoView {
    let coincide = Memo::new(move |_| puesto.lectura.read().coincide);
    let marca = move || {
        if puesto.lectura.read().sin_valor {
            return Some(("v-insignia v-insignia--baja", "sin valor"));
        }
        let vence = puesto.materia.read().vencimiento(vista.dias.get().hoy)?;
        Some((
            "v-insignia v-insignia--media",
            if vence.dias < 0 { "vencida" } else { "por vencer" },
        ))
    };
    view! {
        <li hidden=move || !coincide.get()>
            <button type="button" on:click=move |_| { abierto.set(false); puesto.ir(); }>
                <span>{puesto.tabla.ficha().titulo}</span>
                {move || marca().map(|(clase, texto)| view! { <span class=clase>{texto}</span> })}
            </button>
        </li>
    }
}
