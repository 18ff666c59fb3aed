//! The form that adds a row to the suplemento, in a drawer over the tables.

use super::borrador::{
    CLAVE, CONFIANZA, DESDE, FUENTE, FUNDAMENTO, HASTA, NOTA, PUBLICADO, TABLA, VALOR, VERIFICADO, clave_libre,
};
use super::columnas::Columna;
use super::consulta::Materia;
use super::nombres::nombre_de_serie;
use super::taller::Taller;
use super::vista::leer_dia;
use crate::componentes::{Cajon, Campo, CampoDeTexto, Segmentos, fecha_corta};
use leptos::html;
use leptos::prelude::*;
use ventanilla_normativa::Tabla;

/// Ids of the fields, in the order of their positions.
const IDS: [&str; 11] = [
    "sup-clave",
    "sup-desde",
    "sup-hasta",
    "sup-valor",
    "sup-fundamento",
    "sup-fuente",
    "sup-publicado",
    "sup-confianza",
    "sup-verificado",
    "sup-nota",
    "sup-tabla",
];

/// The drawer with the form.
#[component]
pub(super) fn Formulario(taller: Taller) -> impl IntoView {
    let titulo = Signal::derive(move || {
        let corrige = taller.borrador.read().corrige.is_some();
        if corrige {
            "Corregir un valor del suplemento"
        } else {
            "Agregar un valor al suplemento"
        }
        .to_owned()
    });
    view! {
        <Cajon abierto=taller.abierto titulo id="suplemento-cajon">
            <Campos taller/>
        </Cajon>
    }
}

#[component]
fn Campos(taller: Taller) -> impl IntoView {
    let formulario = NodeRef::<html::Form>::new();
    let resumen = NodeRef::<html::Div>::new();
    let al_enviar = move |evento: web_sys::SubmitEvent| {
        evento.prevent_default();
        if !taller.aceptar() {
            // after the summary is in the page
            request_animation_frame(move || {
                if let Some(resumen) = resumen.get_untracked() {
                    let _ = resumen.focus();
                }
            });
        }
    };
    let tabla = Memo::new(move |_| taller.borrador.read().tabla);
    let es_ley = move || tabla.get().is_none_or(|t| t.ficha().ley);
    let accion = move || {
        if taller.borrador.read().corrige.is_some() {
            "Guardar"
        } else {
            "Agregar"
        }
    };
    view! {
        <form class="v-pila v-pila--amplia" novalidate node_ref=formulario on:submit=al_enviar>
            <Resumen taller formulario resumen/>
            <CampoDeTabla taller/>
            <CampoDeClave taller/>
            <div class="v-campos">
                <Fecha taller campo=DESDE etiqueta="Desde" pista="Primer día que rige."/>
                <Fecha taller campo=HASTA etiqueta="Hasta" pista="Último día que rige."/>
                <Show when=es_ley>
                    <Fecha taller campo=VERIFICADO etiqueta="Verificado hasta" pista="Sólo si no hay «hasta»."/>
                </Show>
            </div>
            <Sobrepone taller/>
            {move || view! {
                <Texto taller campo=VALOR etiqueta=rotulo_del_valor(tabla.get()) pista="Como se publicó, con todos sus decimales. Punto decimal y sin comas."/>
            }}
            <Texto taller campo=FUENTE etiqueta="Fuente".to_owned() pista="Dónde lo leyó. Por ejemplo: INEGI, DOF 2027-01-08."/>
            <Fecha taller campo=PUBLICADO etiqueta="Fecha del DOF" pista="Si se publicó en el Diario Oficial."/>
            <Texto taller campo=FUNDAMENTO etiqueta="Fundamento".to_owned() pista="Artículo que le da fuerza. Se propone el del último renglón."/>
            <Segmentos
                nombre="sup-confianza"
                leyenda="Confianza"
                opciones=vec![("alta", "Alta: dos fuentes"), ("media", "Media: una fuente"), ("baja", "No verificado")]
                valor=Signal::derive(move || match taller.borrador.read().campos[CONFIANZA].as_str() {
                    "alta" => "alta",
                    "baja" => "baja",
                    _ => "media",
                })
                al_elegir=move |valor: &'static str| taller.borrador.update(|b| b.campos[CONFIANZA] = valor.to_owned())
            />
            <Texto taller campo=NOTA etiqueta="Nota (opcional)".to_owned() pista="Lo que deba saber quien lo lea."/>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="submit">{accion}</button>
                <button class="v-boton" type="button" on:click=move |_| taller.abierto.set(false)>"Cerrar"</button>
            </div>
            <p class="v-chico v-tenue">"Si cierra, lo escrito se conserva en este navegador."</p>
        </form>
    }
}

/// "Valor (pesos diarios)".
fn rotulo_del_valor(tabla: Option<Tabla>) -> String {
    match tabla
        .map(|t| t.ficha().unidad)
        .filter(|unidad| !unidad.contains("según"))
    {
        Some(unidad) => ["Valor (", unidad, ")"].concat(),
        None => "Valor".to_owned(),
    }
}

/// All that is wrong, with a way to each field.
#[component]
fn Resumen(taller: Taller, formulario: NodeRef<html::Form>, resumen: NodeRef<html::Div>) -> impl IntoView {
    let ir = move |campo: usize| {
        let elemento = formulario
            .get_untracked()
            .and_then(|f| f.query_selector(&["#", IDS[campo]].concat()).ok().flatten());
        if let Some(elemento) = elemento {
            let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(elemento).focus();
        }
    };
    move || {
        let errores = taller.errores.get();
        let lista: Vec<_> = [TABLA, CLAVE, DESDE, HASTA, VERIFICADO, VALOR, FUENTE, PUBLICADO]
            .into_iter()
            .filter_map(|campo| Some((campo, errores[campo].clone()?)))
            .map(|(campo, texto)| {
                let enlace = ["#", IDS[campo]].concat();
                view! {
                    <li><a href=enlace on:click=move |evento| { evento.prevent_default(); ir(campo); }>{texto}</a></li>
                }
            })
            .collect();
        (!lista.is_empty()).then(|| {
            view! {
                <div class="v-resumen-errores" tabindex="-1" node_ref=resumen>
                    <h3>"Falta corregir"</h3>
                <ul class="v-lista-plana">{lista}</ul>
                </div>
            }
        })
    }
}

fn error_de(taller: Taller, campo: usize) -> Signal<Option<String>> {
    Signal::derive(move || taller.errores.read()[campo].clone())
}

fn valor_de(taller: Taller, campo: usize) -> Signal<String> {
    Signal::derive(move || taller.borrador.read().campos[campo].clone())
}

#[component]
fn CampoDeTabla(taller: Taller) -> impl IntoView {
    let error = error_de(taller, TABLA);
    let elegida = move || taller.borrador.read().tabla;
    let al_elegir = move |evento| {
        let tabla = Tabla::por_id(&event_target_value(&evento));
        let normativa = taller.contexto.normativa.get_untracked();
        taller.borrador.update(|b| b.elegir_tabla(&normativa, tabla));
    };
    view! {
        <Campo id=IDS[TABLA] etiqueta="Tabla" error>
            <select class="v-lista" id=IDS[TABLA] aria-describedby="sup-tabla-error" aria-invalid=move || error.read().is_some().then_some("true") on:change=al_elegir>
                <option value="" selected=move || elegida().is_none()>"Elija una tabla"</option>
                {Tabla::todas()
                    .map(|t| view! { <option value=t.ficha().id prop:selected=move || elegida() == Some(t)>{t.ficha().titulo}</option> })
                    .collect_view()}
            </select>
        </Campo>
    }
}

/// The series: one of those there are, or typed where new ones can be added.
#[component]
fn CampoDeClave(taller: Taller) -> impl IntoView {
    let tabla = Memo::new(move |_| taller.borrador.read().tabla);
    let escribir = move |clave: String| {
        let normativa = taller.contexto.normativa.get_untracked();
        taller.borrador.update(|b| b.elegir_clave(&normativa, clave));
    };
    move || {
        let tabla = tabla.get()?;
        if clave_libre(tabla) {
            let pista = match tabla {
                Tabla::Inhabiles => {
                    "Para un día: «cff12 fecha 2026-12-24». Para todos los años: «lft74 fijo 12-24». Valor 1 es inhábil y 0, hábil."
                }
                Tabla::Bancos => "Los tres primeros dígitos de la CLABE. El nombre del banco va en la nota.",
                Tabla::Inpc => "El mes: «2026-10». La fila va del primer día del mes al último.",
                Tabla::CostosUnitarios => {
                    "El servicio y el nivel: «tococirugia 2». El nombre del servicio va en la nota."
                }
                _ => "El código del catálogo. Lo que significa va en la nota.",
            };
            return Some(view! {
                <CampoDeTexto id=IDS[CLAVE] etiqueta=Columna::Serie.titulo(tabla) pista error=error_de(taller, CLAVE) valor=valor_de(taller, CLAVE) al_escribir=escribir clase="v-ancho-30"/>
            }.into_any());
        }
        let series = Materia::nueva(&taller.contexto.normativa.read_untracked(), tabla).series;
        (series.len() > 1)
            .then(|| view! { <ListaDeSeries taller tabla series al_elegir=Callback::new(escribir)/> }.into_any())
    }
}

#[component]
fn ListaDeSeries(taller: Taller, tabla: Tabla, series: Vec<String>, al_elegir: Callback<String>) -> impl IntoView {
    let error = error_de(taller, CLAVE);
    let opciones = series
        .into_iter()
        .map(|clave| {
            let nombre = nombre_de_serie(tabla, &clave).unwrap_or_else(|| clave.clone());
            let suya = clave.clone();
            view! { <option value=clave prop:selected=move || taller.borrador.read().campos[CLAVE] == suya>{nombre}</option> }
        })
        .collect_view();
    view! {
        <Campo id=IDS[CLAVE] etiqueta="Serie" error>
            <select class="v-lista" id=IDS[CLAVE] aria-describedby="sup-clave-error" aria-invalid=move || error.read().is_some().then_some("true") on:change=move |evento| al_elegir.run(event_target_value(&evento))>
                <option value="">"Elija una serie"</option>
                {opciones}
            </select>
        </Campo>
    }
}

#[component]
fn Texto(taller: Taller, campo: usize, etiqueta: String, pista: &'static str) -> impl IntoView {
    let al_escribir = move |texto| taller.borrador.update(|b| b.campos[campo] = texto);
    let clase = if campo == VALOR { "v-ancho-12" } else { "" };
    let modo = if campo == VALOR { "decimal" } else { "text" };
    view! { <CampoDeTexto id=IDS[campo] etiqueta pista error=error_de(taller, campo) valor=valor_de(taller, campo) al_escribir clase modo/> }
}

#[component]
fn Fecha(taller: Taller, campo: usize, etiqueta: &'static str, pista: &'static str) -> impl IntoView {
    let error = error_de(taller, campo);
    let id = IDS[campo];
    let valor = valor_de(taller, campo);
    view! {
        <Campo id etiqueta pista error>
            <input
                class="v-entrada"
                type="date"
                id=id
                aria-describedby=[id, "-pista ", id, "-error"].concat()
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=move || valor.get()
                on:input=move |evento| taller.borrador.update(|b| b.campos[campo] = event_target_value(&evento))
            />
        </Campo>
    }
}

/// Says beforehand that a published value already rules on those days: the new one will take its place.
#[component]
fn Sobrepone(taller: Taller) -> impl IntoView {
    let publicada = Memo::new(move |_| {
        let borrador = taller.borrador.read();
        let desde = leer_dia(&borrador.campos[DESDE])?;
        let hasta = leer_dia(&borrador.campos[HASTA]);
        let fila = borrador.tabla?.ficha().filas.iter().find(|f| {
            f.clave == borrador.campos[CLAVE]
                && f.hasta.is_none_or(|fin| desde <= fin)
                && hasta.is_none_or(|fin| f.desde <= fin)
        })?;
        let hasta = fila.hasta.map_or_else(
            || "sin fin previsto".to_owned(),
            |d| ["hasta el ", &fecha_corta(d)].concat(),
        );
        Some(
            [
                &fila.valor.to_string(),
                ", desde el ",
                &fecha_corta(fila.desde),
                " y ",
                &hasta,
            ]
            .concat(),
        )
    });
    move || {
        publicada.get().map(|cual| view! {
        <div class="v-aviso v-aviso--advertencia" role="status">
            <p>"En esas fechas ya hay un valor publicado ("{cual}"). Mientras esté en el suplemento, regirá el que usted agregue."</p>
        </div>
    })
    }
}
