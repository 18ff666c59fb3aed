//! What answers the words that were typed, the best first.

use super::{Catalogo, direccion_de};
use crate::ruta::ir_a_direccion;
use leptos::prelude::*;
use ventanilla_reglas::clasificacion::{Buscador, Encontrada, Fraccion, Por, encontrar};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::mensajes::clasificacion as mensaje;
use ventanilla_reglas::politica::Politicas;

/// Most results on screen.
const MAXIMO: usize = 25;

/// What one search found.
#[derive(Clone, Default, PartialEq)]
struct Hallazgo {
    fracciones: Vec<Encontrada>,
    de_personal: bool,
}

/// The results, as somebody types.
#[component]
pub fn Resultados(catalogo: Catalogo) -> impl IntoView {
    let buscador = Memo::new_with_compare(
        move |_| Buscador::nuevo(&catalogo.contexto.normativa.read(), catalogo.contexto.hoy),
        |_, _| true,
    );
    let hallado = Memo::new(move |_| buscador.with(|b| buscar(catalogo, b)));
    let cuantas = Memo::new(move |_| hallado.read().fracciones.len());
    let dicho = move || match cuantas.get() {
        0 => String::new(),
        1 => "Una fracción coincide.".to_owned(),
        MAXIMO => format!("Las {MAXIMO} que más se parecen. Escriba más palabras para precisar."),
        n => format!("{n} fracciones coinciden; arriba, las que más se parecen."),
    };
    view! {
        <section class="v-pila v-no-imprimir" aria-label="Resultados">
            <p class="v-tenue" role="status">{dicho}</p>
            {move || hallado.read().de_personal.then(|| view! {
                <div class="v-aviso v-aviso--advertencia">
                    <p>{mensaje::SERVICIOS_DE_PERSONAL.mensaje(&[])}</p>
                    <p class="v-fila"><span class="v-insignia v-insignia--articulo">"RACERF 19"</span><span class="v-insignia v-insignia--articulo">"LSS 15-A"</span></p>
                </div>
            })}
            <ol class="v-halladas" role="list">
                {move || hallado.get().fracciones.into_iter().map(resultado).collect_view()}
            </ol>
            {move || (cuantas.get() == 0).then(|| view! { <SinResultados catalogo/> })}
        </section>
    }
}

fn buscar(catalogo: Catalogo, buscador: &Buscador) -> Hallazgo {
    let texto = catalogo.busqueda.read();
    let normativa = catalogo.contexto.normativa.read_untracked();
    let mut consulta = Consulta::nueva(&normativa, Politicas::default());
    let halladas = encontrar(&mut consulta, buscador, &texto, MAXIMO, catalogo.contexto.hoy);
    Hallazgo {
        fracciones: halladas.unwrap_or_default(),
        de_personal: buscador.es_de_personal(&texto),
    }
}

/// Opens the best result of what is typed.
pub fn abrir_la_primera(catalogo: Catalogo) {
    let normativa = catalogo.contexto.normativa.get_untracked();
    let buscador = Buscador::nuevo(&normativa, catalogo.contexto.hoy);
    let texto = catalogo.busqueda.get_untracked();
    if let Some(primera) = buscador.buscar(&texto, 1).first() {
        ir_a_direccion(&direccion_de(&primera.fraccion));
    }
}

/// Class and prima media, as they stand beside every fracción.
pub fn clase_y_prima(registro: &Fraccion) -> impl IntoView + use<> {
    let clave = registro.clase.clave();
    let prima = registro.prima_media.clone();
    view! {
        <span class=format!("v-clase v-clase--{}", clave.to_lowercase())>"Clase "{clave}</span>
        <span class="v-prima-media">"prima media "{prima}" %"</span>
    }
}

fn resultado(hallada: Encontrada) -> impl IntoView {
    let registro = hallada.registro;
    let por = match (hallada.por, hallada.coincide) {
        (Por::Codigo, _) => "por su código".to_owned(),
        (_, Some(palabras)) => format!("coincide con «{palabras}»"),
        (_, None) => "por su descripción".to_owned(),
    };
    view! {
        <li>
            <a class="v-hallada" href=direccion_de(&registro.fraccion)>
                <span class="v-hallada-codigo">{registro.fraccion.clone()}</span>
                <span class="v-hallada-nombre">{registro.descripcion.clone()}</span>
                <span class="v-hallada-datos">{clase_y_prima(&registro)}</span>
                <span class="v-hallada-por">{registro.grupo_nombre.clone()}" · "{por}</span>
            </a>
        </li>
    }
}

#[component]
fn SinResultados(catalogo: Catalogo) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h2>"Nada coincide"</h2>
            <p>"Diga con otras palabras qué hace, fabrica o vende la empresa: una sola palabra suele bastar. Si su actividad no está en el catálogo, se usa la más parecida (RACERF 20)."</p>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| catalogo.busqueda.set(String::new())>"Recorrer el catálogo"</button>
            </div>
        </div>
    }
}
