//! What is in the document before anything is painted: tool bar, headings, the empty canvas, status line and help.

use std::fmt::Write as _;

use leptos::html;
use leptos::prelude::*;

use super::mesa::Mesa;
use super::modelo::DefColumna;
use super::renglon::clase_alineada;

/// Name, text, keys and drawing of each button.
const BOTONES: [(&str, &str, &str, &str); 6] = [
    (
        "insertar",
        "Insertar fila",
        "encima de la selección",
        "M4 5h16v5H4zM12 13.5v7M8.5 17h7",
    ),
    (
        "borrar",
        "Borrar fila",
        "las de la selección",
        "M4 5h16v5H4zM9.5 14.5l5 5M14.5 14.5l-5 5",
    ),
    (
        "rellenar",
        "Rellenar hacia abajo",
        "Ctrl + D",
        "M5 4h14M12 8v12M7 15l5 5 5-5",
    ),
    (
        "deshacer",
        "Deshacer",
        "Ctrl + Z",
        "M8 5L4 9l4 4M4 9h10.5a5 5 0 0 1 0 10H11",
    ),
    (
        "rehacer",
        "Rehacer",
        "Ctrl + Y",
        "M16 5l4 4-4 4M20 9H9.5a5 5 0 0 0 0 10H13",
    ),
    ("detalle", "Ver detalle", "Alt + Entrar", "M5 7h14M5 12h14M5 17h8"),
];

/// Every key, for the help.
const ATAJOS: [(&str, &str); 10] = [
    (
        "Flechas, Inicio, Fin, Re Pág, Av Pág",
        "moverse; con Ctrl, hasta el borde de los datos",
    ),
    ("Mayús + flechas, o arrastrar", "seleccionar un bloque"),
    ("Escribir", "reemplaza el contenido"),
    ("Entrar o F2", "edita la celda; Entrar guarda y baja, Esc cancela"),
    ("Supr", "vacía la selección"),
    (
        "Ctrl + C, Ctrl + X, Ctrl + V",
        "copiar, cortar y pegar, también con Excel",
    ),
    ("Ctrl + D", "copia hacia abajo la primera fila de la selección"),
    ("Ctrl + Z, Ctrl + Y", "deshacer y rehacer"),
    ("Mayús + Espacio, Ctrl + Espacio", "seleccionar la fila o la columna"),
    (
        "Ctrl + más, Ctrl + menos",
        "con filas enteras seleccionadas, insertar o borrar",
    ),
];

pub(super) fn esqueleto(mesa: Mesa, raiz: NodeRef<html::Div>, etiqueta: &str, prefijo: &str) -> impl IntoView + use<> {
    let (mensaje, atajos) = (format!("{prefijo}-mensaje"), format!("{prefijo}-atajos"));
    view! {
        <div class="v-hoja" node_ref=raiz style:--v-hoja-columnas=plantilla(mesa.columnas)>
            <div class="v-hoja-barra" role="group" aria-label="Acciones de la hoja" inner_html=barra(mesa.con_detalle())></div>
            <div class="v-hoja-marco" role="grid" aria-label=etiqueta.to_owned() aria-describedby=atajos.clone()
                aria-multiselectable="true" aria-colcount=mesa.columnas.len() + 1>
                <div class="v-hoja-fila v-hoja-cabeza" role="row" aria-rowindex="1"
                    inner_html=cabeza(mesa.columnas, prefijo)></div>
                <div class="v-hoja-lienzo" role="rowgroup">
                    <div class="v-hoja-numeros" aria-hidden="true"></div>
                </div>
            </div>
            <div class="v-hoja-reserva" hidden></div>
            <div class="v-hoja-pie">
                <p class="v-hoja-mensaje" id=mensaje></p>
                <p class="v-hoja-resumen" role="status"></p>
            </div>
            <p class="v-hoja-atajos" id=atajos>
                <kbd>"Entrar"</kbd>" edita · "<kbd>"Tab"</kbd>" avanza · "<kbd>"Esc"</kbd>" y después "<kbd>"Tab"</kbd>
                " sale de la hoja"
            </p>
            <details class="v-ayuda v-hoja-ayuda">
                <summary>"Todos los atajos"</summary>
                <dl inner_html=atajos_html()></dl>
            </details>
        </div>
    }
}

/// Widths for the CSS grid of every row: the number of the row, the columns, and the last takes the rest.
fn plantilla(columnas: &[DefColumna]) -> String {
    let mut salida = String::from("var(--v-hoja-ancho-numero)");
    for (i, def) in columnas.iter().enumerate() {
        let ancho = def.ancho_ch;
        let _ = if i + 1 == columnas.len() {
            write!(salida, " minmax(calc({ancho}ch + 1.5rem), 1fr)")
        } else {
            write!(salida, " calc({ancho}ch + 1.5rem)")
        };
    }
    salida
}

// The following texts are constants of the program (never what somebody typed), so they go as HTML.

fn barra(con_detalle: bool) -> String {
    let mut html = String::new();
    for (nombre, texto, ayuda, trazo) in BOTONES.iter().filter(|b| con_detalle || b.0 != "detalle") {
        let _ = write!(
            html,
            "<button type=button class='v-boton v-boton--quieto' data-accion={nombre} title='{texto} ({ayuda})'>\
             <svg viewBox='0 0 24 24' aria-hidden=true><path d='{trazo}'/></svg>\
             <span class=v-hoja-rotulo>{texto}</span></button>"
        );
    }
    html
}

fn cabeza(columnas: &[DefColumna], prefijo: &str) -> String {
    let mut html = String::from(
        "<div class=v-hoja-numero role=columnheader aria-colindex=1 title='Seleccionar todo'>\
         <span class=v-oculto>Fila</span></div>",
    );
    for (i, def) in columnas.iter().enumerate() {
        let DefColumna {
            clave, titulo, ayuda, ..
        } = def;
        let _ = write!(
            html,
            "<div class='{}' role=columnheader aria-colindex={} title='{ayuda}' aria-describedby='{prefijo}-col-{clave}'>\
             <span>{titulo}</span><span hidden id='{prefijo}-col-{clave}'>{ayuda}</span></div>",
            clase_alineada("v-hoja-titulo", def),
            i + 2,
        );
    }
    html
}

fn atajos_html() -> String {
    ATAJOS
        .iter()
        .map(|(teclas, efecto)| format!("<div><dt>{teclas}</dt><dd>{efecto}</dd></div>"))
        .collect()
}
