//! Each worker's figures, a page of them at a time.

use super::explicacion::Cifra;
use super::mesa::{Mesa, mesa};
use crate::componentes::Paginas;
use leptos::prelude::*;
use ventanilla_reglas::cuotas::{FIGURAS, Importes};
use ventanilla_reglas::mensajes::cuotas as regla;
use ventanilla_tramites::prevision::trabajador;

/// Workers on a page.
const PAGINA: usize = 25;

/// Short heading of each figure, as the cédula has them.
pub const ABREVIATURAS: [&str; 15] = [
    "C.F.",
    "Exc. pat.",
    "Exc. obr.",
    "P.D. pat.",
    "P.D. obr.",
    "G.M.P. pat.",
    "G.M.P. obr.",
    "R.T.",
    "I.V. pat.",
    "I.V. obr.",
    "G.P.S.",
    "Retiro",
    "C.V. pat.",
    "C.V. obr.",
    "Infonavit",
];

/// The table.
#[component]
pub fn PorTrabajador() -> impl IntoView {
    let mesa = mesa();
    let filtro = RwSignal::new(String::new());
    let pagina = RwSignal::new(0_usize);
    let filas = Memo::new(move |_| elegidas(mesa, &filtro.get()));
    let paginas = Memo::new(move |_| filas.read().len().div_ceil(PAGINA).max(1));
    let actual = Memo::new(move |_| pagina.get().min(paginas.get() - 1));
    let figuras = Memo::new(move |_| {
        let tiene = mesa.preparada.get().ok().map(|p| p.tiene()).unwrap_or([false; 15]);
        (0..FIGURAS.len()).filter(|i| tiene[*i]).collect::<Vec<usize>>()
    });
    let incidencias = Memo::new(move |_| {
        let totales = &mesa.lote.read().totales;
        totales.incapacidad > 0 || totales.ausentismo > 0
    });
    let visibles = move || {
        let desde = actual.get() * PAGINA;
        filas
            .read()
            .iter()
            .skip(desde)
            .take(PAGINA)
            .copied()
            .collect::<Vec<usize>>()
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-por-trabajador">
            <div class="v-encabezado v-encabezado--panel">
                <h2 id="titulo-por-trabajador">"Por trabajador"</h2>
                <div class="v-campo v-campo--linea">
                    <label class="v-etiqueta" for="filtro-trabajador">"Buscar"</label>
                    <input
                        class="v-entrada v-ancho-18"
                        id="filtro-trabajador"
                        type="search"
                        autocomplete="off"
                        on:input=move |evento| { filtro.set(event_target_value(&evento)); pagina.set(0); }
                    />
                </div>
            </div>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de importes por trabajador">
                <table class="v-tabla v-tabla--cebra v-tabla--densa">
                    <Encabezado figuras incidencias/>
                    <tbody>
                        {move || visibles().into_iter().map(|fila| view! { <Renglon mesa fila figuras incidencias/> }).collect_view()}
                    </tbody>
                </table>
            </div>
            <Paginas nombre="Páginas de trabajadores" pagina actual paginas cuantas=Signal::derive(move || filas.read().len())/>
        </section>
    }
}

fn elegidas(mesa: Mesa, filtro: &str) -> Vec<usize> {
    let buscado = filtro.trim().to_lowercase();
    let escenario = mesa.escenario.read();
    let lote = mesa.lote.read();
    let coincide = |fila: &[String]| {
        [trabajador::NOMBRE, trabajador::NSS]
            .iter()
            .filter_map(|c| fila.get(*c))
            .any(|texto| texto.to_lowercase().contains(&buscado))
    };
    lote.filas
        .iter()
        .zip(&escenario.trabajadores)
        .enumerate()
        .filter(|(_, (resultado, fila))| !resultado.vacia && (buscado.is_empty() || coincide(fila)))
        .map(|(i, _)| i)
        .collect()
}

#[component]
fn Encabezado(figuras: Memo<Vec<usize>>, incidencias: Memo<bool>) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col" class="v-fija">"Trabajador"</th>
                <th scope="col" class="v-num"><abbr title="Días naturales, antes de descontar incapacidades y faltas">"Días"</abbr></th>
                <Show when=move || incidencias.get()>
                    <th scope="col" class="v-num"><abbr title="Días de incapacidad">"Inc."</abbr></th>
                    <th scope="col" class="v-num"><abbr title="Días de ausentismo">"Aus."</abbr></th>
                </Show>
                {move || figuras
                    .get()
                    .into_iter()
                    .map(|i| view! {
                        <th scope="col" class="v-num"><abbr title=FIGURAS[i].regla.titulo>{ABREVIATURAS[i]}</abbr></th>
                    })
                    .collect_view()}
                <th scope="col" class="v-num">"Patronal"</th>
                <th scope="col" class="v-num">"Obrera"</th>
                <th scope="col" class="v-num"><abbr title="Parte obrera que paga el patrón (LSS 36)">"Art. 36"</abbr></th>
                <th scope="col" class="v-num">"Total"</th>
            </tr>
        </thead>
    }
}

#[component]
fn Renglon(mesa: Mesa, fila: usize, figuras: Memo<Vec<usize>>, incidencias: Memo<bool>) -> impl IntoView {
    let nombre = move || {
        let escenario = mesa.escenario.read();
        let celda = |c: usize| {
            escenario
                .trabajadores
                .get(fila)
                .and_then(|f| f.get(c))
                .cloned()
                .unwrap_or_default()
        };
        let (nombre, nss) = (celda(trabajador::NOMBRE), celda(trabajador::NSS));
        if nombre.is_empty() { nss } else { nombre }
    };
    // Its own figures only: another worker's change does not redraw this row.
    let suyo = Memo::new(move |_| {
        let lote = mesa.lote.read();
        lote.filas.get(fila).map(|r| (r.importes, r.dias))
    });
    let celdas = move || {
        let (importes, dias) = suyo.get()?;
        let importes = match importes {
            Some(importes) => view! { <Importe importes fila figuras=figuras.get()/> }.into_any(),
            None => {
                let columnas = (figuras.get().len() + 4).to_string();
                view! { <td colspan=columnas class="v-con-error">"Tiene errores: corríjalos en la hoja."</td> }
                    .into_any()
            }
        };
        let otros = incidencias.get().then(|| {
            view! { <td class="v-num">{dias.incapacidad}</td><td class="v-num">{dias.ausentismo}</td> }
        });
        Some(view! { <td class="v-num">{dias.naturales}</td>{otros}{importes} })
    };
    view! { <tr><th scope="row" class="v-fija">{nombre}</th>{celdas}</tr> }
}

#[component]
fn Importe(importes: Importes, fila: usize, figuras: Vec<usize>) -> impl IntoView {
    let de_la_figura = figuras
        .into_iter()
        .map(|i| view! { <td class="v-num"><Cifra fila=Some(fila) regla=FIGURAS[i].regla importe=importes.figura(i)/></td> })
        .collect_view();
    view! {
        {de_la_figura}
        <td class="v-num"><Cifra fila=Some(fila) regla=&regla::PATRONAL importe=importes.patronal/></td>
        <td class="v-num"><Cifra fila=Some(fila) regla=&regla::OBRERA importe=importes.obrera/></td>
        <td class="v-num"><Cifra fila=Some(fila) regla=&regla::OBRERA_A_CARGO importe=importes.obrera_a_cargo_del_patron/></td>
        <td class="v-num v-fuerte"><Cifra fila=Some(fila) regla=&regla::TOTAL importe=importes.total/></td>
    }
}
