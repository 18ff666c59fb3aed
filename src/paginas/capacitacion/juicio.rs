//! A line of a grade, for who was graded and for who reads it: what was expected, what was given, and why.

use crate::paginas::dichos::articulos;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Aspecto, Renglon, Resultado};
use ventanilla_tramites::texto::{con_fechas, con_millares};

/// The line.
#[component]
pub fn Juicio(
    /// What was graded.
    renglon: Renglon,
    /// Whether it says of which aspect it is: where lines of all of them stand together.
    #[prop(optional)]
    con_aspecto: bool,
    /// What follows it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (clase, dice) = match renglon.resultado {
        Resultado::Acierto => ("v-juicio v-juicio--bien", "Bien"),
        Resultado::Distinto => ("v-juicio v-juicio--mal", "No coincide"),
        Resultado::Falta => ("v-juicio v-juicio--mal", "Falta"),
        Resultado::DeMas => ("v-juicio v-juicio--mal", "De más"),
    };
    let rotulo = match con_aspecto {
        true => [renglon.aspecto.rotulo(), ": ", &con_fechas(&renglon.rotulo)].concat(),
        false => con_fechas(&renglon.rotulo),
    };
    let dado = (renglon.resultado == Resultado::Distinto).then(|| {
        view! { <div><dt>"Contestó"</dt><dd>{legible(&renglon.dado)}</dd></div> }
    });
    let se_espera = renglon.aspecto != Aspecto::Hallazgos && !renglon.esperado.is_empty();
    let esperado = se_espera.then(|| view! { <div><dt>"Es"</dt><dd>{legible(&renglon.esperado)}</dd></div> });
    let puntos = match (renglon.de, renglon.quita) {
        (0, 0) => String::new(),
        (0, quita) => format!("−{quita}"),
        (de, _) => format!("{} de {de}", renglon.ganados),
    };
    view! {
        <li class=clase>
            <p class="v-juicio-cabeza"><span class="v-juicio-dice">{dice}</span><span>{rotulo}</span><span class="v-juicio-puntos">{puntos}</span></p>
            <dl class="v-juicio-datos">{dado}{esperado}</dl>
            {(!renglon.porque.is_empty()).then(|| view! { <p>{con_fechas(&renglon.porque)}</p> })}
            <p class="v-fila">{articulos(renglon.fundamento.iter().map(String::as_str))}</p>
            {children.map(|c| c())}
        </li>
    }
}

/// Amounts with their commas, days in words.
pub fn legible(valor: &str) -> String {
    let digitos = |parte: &str| parte.bytes().all(|b| b.is_ascii_digit());
    let importe = valor
        .split_once('.')
        .is_some_and(|(entero, decimales)| digitos(entero) && digitos(decimales));
    if importe {
        con_millares(valor)
    } else {
        con_fechas(valor)
    }
}
