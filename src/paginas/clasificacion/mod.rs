//! The catalogue of activities: found by everyday words or by code, or walked from division to group to fracción. The
//! address says where one is (`#/clasificacion/6/62/621`), so that going back works.

mod busqueda;
mod detalle;
mod recorrido;
mod tarjeta;

use crate::contexto::{Contexto, contexto};
use crate::paginas::papel::Papel;
use crate::ruta::{Direccion, Ruta, ir_a};
use busqueda::Resultados;
use detalle::Detalle;
use leptos::html;
use leptos::prelude::*;
use recorrido::Recorrido;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::clasificacion::{Fraccion, LARGO_MAXIMO, leer};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::politica::Politicas;

/// Key under which the sheet of this page is kept; the account follows.
pub const PAPEL: &str = "clasificacion";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Catalogo {
    contexto: Contexto,
    papel: Papel,
    busqueda: RwSignal<String>,
    division: Memo<String>,
    grupo: Memo<String>,
    fraccion: Memo<String>,
    /// What was answered last, and where the next question of its family is.
    respuesta: RwSignal<Option<Respuesta>>,
}

/// An answer to a question between sisters.
#[derive(Clone)]
struct Respuesta {
    familia: String,
    hacia: String,
    siguiente: usize,
    dicho: String,
}

impl Catalogo {
    fn nuevo() -> Self {
        let direccion = expect_context::<RwSignal<Direccion>>();
        let parte = move |i: usize| Memo::new(move |_| direccion.read().parte(i).to_owned());
        Self {
            contexto: contexto(),
            papel: Papel::abrir(PAPEL),
            busqueda: RwSignal::new(String::new()),
            division: parte(0),
            grupo: parte(1),
            fraccion: parte(2),
            respuesta: RwSignal::new(None),
        }
    }

    /// The record of a fracción today, or why there is none.
    fn leer(self, codigo: &str) -> Result<Fraccion, String> {
        let normativa = self.contexto.normativa.read();
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        leer(&mut consulta, codigo, self.contexto.hoy).map_err(|h| h.mensaje)
    }
}

/// What a fracción is, today. It is asked where nothing is followed.
fn descripcion(catalogo: Catalogo, codigo: &str) -> String {
    let normativa = catalogo.contexto.normativa.read_untracked();
    let fila = normativa.vigente(Tabla::Fracciones, codigo, catalogo.contexto.hoy);
    fila.map(|f| f.nota.to_string()).unwrap_or_default()
}

/// Address of a fracción.
fn direccion_de(codigo: &str) -> String {
    let (division, grupo) = (codigo.get(..1).unwrap_or(codigo), codigo.get(..2).unwrap_or(codigo));
    Ruta::Clasificacion.con(&[division, grupo, codigo].join("/"))
}

/// The page.
#[component]
pub fn Clasificacion() -> impl IntoView {
    let catalogo = Catalogo::nuevo();
    let cuerpo = NodeRef::<html::Div>::new();
    llevar_el_foco(catalogo, cuerpo);
    let con_fraccion = Memo::new(move |_| !catalogo.fraccion.read().is_empty());
    // a place in the catalogue wins over what is in the search box
    let busca = Memo::new(move |_| catalogo.division.read().is_empty() && !catalogo.busqueda.read().trim().is_empty());
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Clasificación"</h1>
                <p class="v-entradilla">
                    "A qué fracción, clase y prima corresponde lo que hace una empresa, según el catálogo del artículo 196 del RACERF."
                </p>
            </div>
        </div>
        <Buscar catalogo/>
        <div class="v-catalogo" node_ref=cuerpo>
            {move || con_fraccion.get().then(|| view! { <Detalle catalogo/> })}
            {move || if busca.get() {
                view! { <Resultados catalogo/> }.into_any()
            } else {
                view! { <Recorrido catalogo/> }.into_any()
            }}
        </div>
    }
}

/// Whoever moves through the catalogue is taken to the beginning of what opened; whoever types stays in the box.
fn llevar_el_foco(catalogo: Catalogo, cuerpo: NodeRef<html::Div>) {
    Effect::new(move |antes: Option<[String; 3]>| {
        let ahora = [catalogo.division.get(), catalogo.grupo.get(), catalogo.fraccion.get()];
        if antes.is_some_and(|antes| antes != ahora) && (!ahora[2].is_empty() || !escribiendo()) {
            request_animation_frame(move || enfocar_lo_abierto(cuerpo));
        }
        ahora
    });
}

fn escribiendo() -> bool {
    crate::entorno::con_foco().is_some_and(|e| e.id() == "buscar-fraccion")
}

fn enfocar_lo_abierto(cuerpo: NodeRef<html::Div>) {
    use wasm_bindgen::JsCast;
    let titulo = cuerpo.try_get_untracked().flatten().and_then(|c| {
        let marcados = c.query_selector_all("[data-abierto]").ok()?;
        // the detail comes first in the page; without one, the deepest column
        let detalle = c.query_selector("#detalle-titulo").ok().flatten();
        let ultimo = marcados.item(marcados.length().checked_sub(1)?);
        detalle.or_else(|| ultimo.and_then(|n| n.dyn_into::<web_sys::Element>().ok()))
    });
    if let Some(titulo) = titulo.and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = titulo.focus(); // headings take it: they have a tabindex
    }
}

#[component]
fn Buscar(catalogo: Catalogo) -> impl IntoView {
    let al_escribir = move |evento| {
        catalogo.busqueda.set(event_target_value(&evento));
        if !catalogo.division.read_untracked().is_empty() {
            ir_a(Ruta::Clasificacion);
        }
    };
    let limpiar = move |_| {
        catalogo.busqueda.set(String::new());
        ir_a(Ruta::Clasificacion);
        crate::paginas::papel::enfocar("buscar-fraccion");
    };
    view! {
        <form
            class="v-buscar v-panel v-no-imprimir"
            role="search"
            on:submit=move |evento| {
                evento.prevent_default();
                busqueda::abrir_la_primera(catalogo);
            }
        >
            <label class="v-etiqueta" for="buscar-fraccion">"¿A qué se dedica la empresa?"</label>
            <p class="v-pista" id="buscar-fraccion-pista">
                "Con sus palabras: taquería, taller mecánico, venta de ropa. O el código: 621. Oprima Enter para abrir la primera."
            </p>
            <div class="v-buscar-fila">
                <input
                    class="v-entrada"
                    id="buscar-fraccion"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=LARGO_MAXIMO.to_string()
                    aria-describedby="buscar-fraccion-pista"
                    prop:value=move || catalogo.busqueda.get()
                    on:input=al_escribir
                />
                {move || (!catalogo.busqueda.read().is_empty()).then(|| view! {
                    <button class="v-boton" type="button" on:click=limpiar>"Limpiar"</button>
                })}
            </div>
        </form>
    }
}
