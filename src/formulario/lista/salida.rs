//! The list as a file: to mend it elsewhere, or to begin one.

use super::celdas::CALCULADA;
use super::padron::Padron;
use crate::componentes::descargar;
use crate::formulario::escritorio::id_de;
use leptos::prelude::*;
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_tramites::guion::mostrar;
use ventanilla_tramites::guion::{Clase, Mirada};

/// What can be done with the whole list.
#[component]
pub fn Salida(padron: Padron) -> impl IntoView {
    let id = id_de(padron.bloque.clave);
    let vacia = Memo::new(move |_| padron.cuantas() == 0);
    view! {
        <div class="v-botones">
            <button class="v-boton v-boton--quieto" type="button" disabled=move || vacia.get() on:click=move |_| bajar(padron)>
                "Bajar la lista con lo que falta por corregir (CSV)"
            </button>
            <button class="v-boton v-boton--quieto" type="button" id=[&id, "-vaciar"].concat() disabled=move || vacia.get() on:click=move |_| padron.vaciar()>
                "Vaciar la lista"
            </button>
        </div>
    }
}

/// Title of the column that says what is wrong.
const POR_CORREGIR: &str = "Por corregir";

fn bajar(padron: Padron) {
    let columnas = padron.columnas.get_untracked();
    let titulos: Vec<&str> = columnas.iter().map(|c| c.titulo).chain([POR_CORREGIR]).collect();
    let respuestas = padron.escritorio.respuestas.read_untracked();
    let fila = |fila: usize| -> Vec<String> {
        let celda = |clave: &'static str| match clave {
            CALCULADA => padron.calculado(fila).replace(['$', ','], ""),
            _ => como_se_ve(padron, clave, respuestas.texto(&padron.bloque.ruta(Some(fila), clave))),
        };
        columnas
            .iter()
            .map(|c| celda(c.clave))
            .chain([padron.errores_de(fila)])
            .collect()
    };
    let filas: Vec<Vec<String>> = (0..respuestas.cuantos(padron.bloque.clave)).map(fila).collect();
    let valores: Vec<Vec<Valor<'_>>> = filas
        .iter()
        .map(|f| f.iter().map(|t| Valor::Identificador(t)).collect())
        .collect();
    entregar(padron, "lista.csv", &escribir_csv(&titulos, &valores));
}

/// A choice goes out by its name.
fn como_se_ve(padron: Padron, campo: &str, texto: &str) -> String {
    let pregunta = padron.bloque.preguntas.iter().find(|p| p.campo == campo);
    match pregunta.map(|p| &p.clase) {
        Some(clase @ Clase::Lista(opciones)) if campo == "sexo" && opciones.iter().any(|o| o.valor == texto) => {
            let revision = padron.escritorio.revision.read_untracked();
            let normativa = padron.escritorio.contexto.normativa.read_untracked();
            let mirada = Mirada::nueva(&revision.valores, &normativa, padron.escritorio.contexto.hoy);
            mostrar(clase, &mirada, texto)
        }
        _ => texto.to_owned(),
    }
}

/// The titles alone: a row of example would end up in the list.
pub fn bajar_plantilla(padron: Padron) {
    let columnas = padron.columnas.get_untracked();
    let titulos: Vec<&str> = columnas.iter().filter(|c| !c.solo_lectura).map(|c| c.titulo).collect();
    entregar(padron, "plantilla-lista.csv", &escribir_csv(&titulos, &[]));
}

fn entregar(padron: Padron, nombre: &str, bytes: &[u8]) {
    if descargar(nombre, "text/csv", bytes).is_err() {
        padron
            .escritorio
            .contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}
