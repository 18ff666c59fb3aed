//! Title, key, day, subjects, story and hints.

use super::super::entradas::{Area, Eleccion, Marca, Texto};
use super::Pluma;
use super::parrafos::{renglones, separar, unir};
use leptos::prelude::*;
use ventanilla_capacitacion::caso::{Dificultad, Tema};
use ventanilla_reglas::fecha::Fecha;

/// The panels.
#[component]
pub fn QueEs(pluma: Pluma) -> impl IntoView {
    let caso = pluma.de(Clone::clone);
    let dificultades = [Dificultad::Basica, Dificultad::Media, Dificultad::Alta].map(|d| (d, d.rotulo()));
    let fecha_mala = RwSignal::new(false);
    let error_de_fecha = Signal::derive(move || {
        fecha_mala
            .get()
            .then(|| "Escriba el día completo; mientras, se queda el anterior.".to_owned())
    });
    let poner_dia = move |texto: String| match texto.parse() {
        Ok(dia) => {
            fecha_mala.set(false);
            pluma.cambiar(|c| c.hoy = Fecha(dia));
        }
        Err(_) => fecha_mala.set(true),
    };
    let temas = Tema::TODOS.iter().map(|tema| {
        let marcada = caso.temas.contains(tema);
        let al_marcar = move |si: bool| {
            pluma.cambiar(|c| {
                c.temas.retain(|t| t != tema);
                if si {
                    c.temas.push(*tema);
                }
            });
        };
        view! { <Marca etiqueta=tema.rotulo() marcada al_marcar/> }
    });
    let temas = temas.collect_view();
    view! {
        <section class="v-panel v-pila" aria-labelledby="que-es">
            <h2 class="v-panel-titulo" id="que-es">"Qué es"</h2>
            <Texto id="titulo" etiqueta="Título" pista="Que no dé la respuesta." valor=caso.titulo error=pluma.en("titulo")
                al_escribir=move |t| pluma.cambiar(|c| c.titulo = t)/>
            <div class="v-campos">
                <Texto id="clave" etiqueta="Clave" clase="v-ancho-18" valor=caso.clave error=pluma.en("clave")
                    al_escribir=move |t| pluma.cambiar(|c| c.clave = t)/>
                <Texto id="hoy" etiqueta="Hoy, en la historia" tipo="date" valor=caso.hoy.0.to_string() error=error_de_fecha al_escribir=poner_dia/>
                <Eleccion id="dificultad" etiqueta="Dificultad" valor=caso.dificultad opciones=dificultades.to_vec()
                    al_elegir=move |d| pluma.cambiar(|c| c.dificultad = d)/>
            </div>
            <fieldset class="v-campo">
                <legend class="v-leyenda">"Temas"</legend>
                <div class="v-opciones v-temas">{temas}</div>
                <div>{move || pluma.en("temas").get().map(|e| view! { <p class="v-error">{e}</p> })}</div>
            </fieldset>
        </section>
        <section class="v-panel v-pila" aria-labelledby="historia-titulo">
            <h2 class="v-panel-titulo" id="historia-titulo">"Historia y pistas"</h2>
            <Area id="historia" etiqueta="Historia" pista="Un renglón vacío separa los párrafos." filas=8 valor=unir(&caso.historia)
                error=pluma.en("historia") al_escribir=move |t| pluma.cambiar(|c| c.historia = separar(&t))/>
            <Area id="pistas" etiqueta="Pistas" pista="Una por renglón, de la más leve a la que casi lo dice." filas=4 valor=caso.pistas.join("\n")
                al_escribir=move |t| pluma.cambiar(|c| c.pistas = renglones(&t))/>
        </section>
    }
}
