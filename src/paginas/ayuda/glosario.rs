//! Every figure and every message, with its help: the same texts that the screen shows beside them.

use crate::componentes::CampoDeTexto;
use crate::paginas::parametros::marcado::Marcado;
use leptos::html;
use leptos::prelude::*;
use ventanilla_archivos::texto::normalizar;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_reglas::mensajes::{Regla, todas};
use ventanilla_tramites::prevision::mensajes::TODAS;

fn reglas() -> impl Iterator<Item = &'static Regla> {
    todas().chain(TODAS.iter().copied())
}

/// The glossary, closed until somebody opens it.
#[component]
pub(super) fn Glosario() -> impl IntoView {
    let abierto = RwSignal::new(false);
    let detalles = NodeRef::<html::Details>::new();
    let cuantas = reglas().count();
    view! {
        <details
            class="v-panel v-parametro"
            node_ref=detalles
            on:toggle=move |_| abierto.set(detalles.get_untracked().is_some_and(|d| d.open()))
        >
            <summary>
                <h2>"Glosario de cifras y mensajes"</h2>
                <span class="v-parametro-glosa"><span>{cuantas}" entradas"</span></span>
            </summary>
            <Show when=move || abierto.get()><Entradas/></Show>
        </details>
    }
}

#[component]
fn Entradas() -> impl IntoView {
    let texto = RwSignal::new(String::new());
    let encontradas = Memo::new(move |_| {
        let palabras: Vec<String> = texto.read().split_whitespace().map(normalizar).collect();
        reglas()
            .enumerate()
            .filter(|(_, r)| tiene(r, &palabras))
            .map(|(i, _)| i)
            .collect::<Vec<_>>()
    });
    let cuenta = move || match encontradas.read().len() {
        1 => "Una entrada.".to_owned(),
        n => [&n.to_string(), " entradas."].concat(),
    };
    view! {
        <div class="v-pila">
            <CampoDeTexto
                id="buscar-en-glosario"
                etiqueta="Buscar en el glosario"
                pista="Una palabra del mensaje, su código o el artículo de la ley."
                valor=texto
                al_escribir=move |nuevo| texto.set(nuevo)
                clase="v-ancho-30"
                modo="search"
            />
            <p class="v-chico v-tenue" role="status">{cuenta}</p>
            <div inner_html=move || lista(&encontradas.read())></div>
        </div>
    }
}

fn lista(encontradas: &[usize]) -> String {
    let mut m = Marcado::default();
    if encontradas.is_empty() {
        m.html("<div class=v-vacio><p>Nada tiene esas palabras. Pruebe con otra.</p></div>");
        return m.listo();
    }
    m.html("<ul class=v-glosario role=list>");
    for (_, regla) in reglas()
        .enumerate()
        .filter(|(i, _)| encontradas.binary_search(i).is_ok())
    {
        entrada(&mut m, regla);
    }
    m.html("</ul>");
    m.listo()
}

fn tiene(regla: &Regla, palabras: &[String]) -> bool {
    if palabras.is_empty() {
        return true;
    }
    let mut texto = String::new();
    let partes = [regla.codigo, regla.titulo, regla.ayuda, regla.ejemplo];
    for parte in partes
        .into_iter()
        .chain(regla.fundamento.iter().copied())
        .flat_map(str::split_whitespace)
    {
        texto += &normalizar(parte);
        texto.push(' ');
    }
    // a number is an article: "36" does not look for "365"
    palabras.iter().all(|p| match p.parse::<u16>() {
        Ok(_) => texto.split(' ').any(|t| t == p),
        Err(_) => texto.contains(p.as_str()),
    })
}

fn entrada(m: &mut Marcado, regla: &'static Regla) {
    let (clase, palabra) = match regla.gravedad {
        None => (" v-insignia--alta", "Cifra"),
        Some(Gravedad::Error) => (" v-insignia--baja", "Error"),
        Some(Gravedad::Advertencia) => (" v-insignia--media", "Advertencia"),
        Some(Gravedad::Nota) => ("", "Nota"),
    };
    // the blanks of a message are shown as an ellipsis; one that is all blank is called by its help
    let titulo = regla.mensaje(&[]);
    let ayuda = regla.ayuda.trim();
    let titulo = if titulo.chars().any(char::is_alphabetic) {
        titulo.as_str()
    } else {
        ayuda
    };
    m.html("<li><details><summary><span>")
        .texto(titulo)
        .html("</span>")
        .insignia(clase, palabra);
    m.html("</summary><div class='v-pila v-pila--junta'><p>").texto(ayuda);
    m.html("</p><p class=v-chico><span class=v-tenue>Ejemplo: </span>")
        .texto(regla.ejemplo)
        .html("</p><p>");
    for articulo in regla.fundamento {
        m.insignia(" v-insignia--articulo", articulo);
    }
    m.html("<code class=v-clave>")
        .texto(regla.codigo)
        .html("</code></p></div></details></li>");
}
