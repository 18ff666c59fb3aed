//! The months as a file for a spreadsheet.

use super::taller::Taller;
use crate::componentes::descargar;
use leptos::prelude::*;
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_tramites::continuacion::{TITULOS, filas};

/// Hands it over.
pub fn bajar(taller: Taller) {
    let contexto = taller.papel.contexto;
    let Some(cuenta) = taller.salida.get_untracked().ok().flatten() else {
        return contexto.avisar("Todavía no hay nada que bajar: falta un dato que se pueda calcular.");
    };
    let filas = filas(&cuenta);
    let valor = |(i, texto)| match (i, texto) {
        (1..=3, texto) => Valor::Identificador(texto),
        (4 | 5 | 7..=16, texto) => Valor::Numero(texto),
        (_, texto) => Valor::Texto(texto),
    };
    let celdas = |fila| -> Vec<Valor<'_>> {
        <[String]>::iter(fila)
            .map(String::as_str)
            .enumerate()
            .map(valor)
            .collect()
    };
    let valores: Vec<Vec<Valor<'_>>> = filas.iter().map(|fila| celdas(fila)).collect();
    let nombre = format!("modalidad-40-{}.csv", cuenta.hoy);
    if descargar(&nombre, "text/csv", &escribir_csv(&TITULOS, &valores)).is_err() {
        contexto.avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}
