//! How it works, in few words, and what every message means. The prose is markup of its own, `texto.html`: nothing in it
//! moves, and as text it weighs what it says.

mod glosario;

use crate::paginas::parametros::marcado::Marcado;
use glosario::Glosario;
use leptos::prelude::*;
use ventanilla_reglas::politica::POLITICAS;

const TEXTO: &str = include_str!("texto.html");

/// The page.
#[component]
pub fn Ayuda() -> impl IntoView {
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Ayuda"</h1>
                <p class="v-entradilla">
                    "Ventanilla calcula en este equipo lo que una empresa o una persona debe pagar, muestra de dónde sale cada cifra y guía los trámites."
                </p>
            </div>
        </div>
        <div class="v-pila v-ayuda-pagina">
            <div class="v-pila" inner_html=TEXTO></div>
            <section class="v-panel v-pila">
                <h2>"Políticas: donde la ley admite más de una lectura"</h2>
                <p class="v-medida">
                    "En estos puntos la ley o la práctica no son claras. Se usa la lectura marcada, salvo que usted elija otra; cuando una de ellas cambia el resultado, la pantalla lo dice."
                </p>
                <dl class="v-politicas" inner_html=politicas()></dl>
            </section>
            <Glosario/>
        </div>
    }
}

fn politicas() -> String {
    let mut m = Marcado::default();
    for ficha in POLITICAS {
        m.html("<div><dt>")
            .texto(ficha.pregunta)
            .html(" <code class=v-clave>")
            .texto(ficha.nombre)
            .html("</code></dt><dd><ul>");
        for (i, (nombre, significado)) in ficha.valores.iter().enumerate() {
            m.html("<li>");
            if i == 0 {
                m.insignia(" v-insignia--vigente", "Se usa");
            }
            m.texto(significado)
                .html(" <code class=v-clave>")
                .texto(nombre)
                .html("</code></li>");
        }
        m.html("</ul></dd></div>");
    }
    m.listo()
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use crate::ruta::Ruta;

    #[test]
    fn los_enlaces_son_paginas_que_existen() {
        let anclas: Vec<&str> = Ruta::BARRA
            .iter()
            .chain(&[Ruta::Cedula, Ruta::Continuacion, Ruta::Instructor, Ruta::Equipo])
            .map(|r| r.ancla())
            .collect();
        for enlace in TEXTO.split("href=\"").skip(1) {
            let destino = enlace.split('"').next().unwrap_or_default();
            assert!(anclas.contains(&destino), "{destino}");
        }
    }
}
