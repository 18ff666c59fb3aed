//! Everything that was found, gathered by kind: errors first, each with the way to its cell.

use super::mesa::{Mesa, mesa};
use crate::componentes::miles;
use leptos::prelude::*;
use std::collections::BTreeMap;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::prevision::{Hoja, MarcaDeCelda};

/// Cells listed below each kind of finding.
const LISTA: usize = 50;

/// Findings of one kind.
#[derive(Clone, PartialEq)]
struct Grupo {
    gravedad: Gravedad,
    codigo: &'static str,
    mensaje: String,
    iguales: bool,
    marcas: Vec<MarcaDeCelda>,
    cuantas: usize,
}

fn grupos(mesa: Mesa) -> Vec<Grupo> {
    let lote = mesa.lote.read();
    let sueltos = mesa.sueltos.read();
    let mut por_codigo: BTreeMap<(Gravedad, &'static str), Grupo> = BTreeMap::new();
    for marca in lote.filas.iter().flat_map(|f| &f.marcas).chain(sueltos.iter()) {
        let h = &marca.hallazgo;
        let grupo = por_codigo.entry((h.gravedad, h.codigo)).or_insert_with(|| Grupo {
            gravedad: h.gravedad,
            codigo: h.codigo,
            mensaje: h.mensaje.clone(),
            iguales: true,
            marcas: Vec::new(),
            cuantas: 0,
        });
        grupo.cuantas += 1;
        grupo.iguales &= grupo.mensaje == h.mensaje;
        if grupo.marcas.len() < LISTA {
            grupo.marcas.push(marca.clone());
        }
    }
    por_codigo.into_values().collect()
}

/// The panel of findings; nothing when there is nothing to say.
#[component]
pub fn Avisos() -> impl IntoView {
    let mesa = mesa();
    let grupos = Memo::new(move |_| grupos(mesa));
    let cuantos = move |gravedad| -> usize {
        grupos
            .read()
            .iter()
            .filter(|g| g.gravedad == gravedad)
            .map(|g| g.cuantas)
            .sum()
    };
    let resumen = move || {
        let partes: Vec<String> = [
            (Gravedad::Error, "error", "errores"),
            (Gravedad::Advertencia, "advertencia", "advertencias"),
            (Gravedad::Nota, "nota", "notas"),
        ]
        .into_iter()
        .filter_map(|(gravedad, uno, varios)| match cuantos(gravedad) {
            0 => None,
            1 => Some(format!("1 {uno}")),
            n => Some(format!("{} {varios}", miles(n as u64))),
        })
        .collect();
        partes.join(", ")
    };
    view! {
        <Show when=move || !grupos.read().is_empty()>
            <section class="v-panel" aria-labelledby="titulo-avisos">
                <h2 class="v-panel-titulo" id="titulo-avisos">"Por revisar: "{resumen}</h2>
                <For each=move || grupos.get() key=|g| (g.codigo, g.cuantas, g.mensaje.clone()) let:grupo>
                    <GrupoDeAvisos mesa grupo/>
                </For>
            </section>
        </Show>
    }
}

#[component]
fn GrupoDeAvisos(mesa: Mesa, grupo: Grupo) -> impl IntoView {
    let (clase, palabra) = match grupo.gravedad {
        Gravedad::Error => ("v-aviso v-aviso--error v-aviso--junto", "Error"),
        Gravedad::Advertencia => ("v-aviso v-aviso--advertencia v-aviso--junto", "Advertencia"),
        Gravedad::Nota => ("v-aviso v-aviso--junto", "Nota"),
    };
    let fundamento = grupo.marcas.first().map(|m| m.hallazgo.fundamento).unwrap_or_default();
    let resto = grupo.cuantas.saturating_sub(grupo.marcas.len());
    let una = grupo.cuantas == 1;
    let encabezado = if grupo.iguales || una {
        grupo.mensaje.clone()
    } else {
        match grupo.cuantas - 1 {
            1 => format!("{} Y otro parecido.", grupo.mensaje),
            otros => format!("{} Y otros {} parecidos.", grupo.mensaje, miles(otros as u64)),
        }
    };
    let celdas = grupo
        .marcas
        .into_iter()
        .map(|marca| view! { <li><IrACelda mesa marca/></li> })
        .collect_view();
    view! {
        <div class=clase>
            <div>
                <p class="v-aviso-titulo"><span class="v-oculto">{palabra}": "</span>{encabezado}</p>
                <p class="v-fila">
                    {fundamento
                        .iter()
                        .map(|a| view! { <span class="v-insignia v-insignia--articulo">{*a}</span> })
                        .collect_view()}
                </p>
                <details class="v-ayuda" open=una>
                    <summary>{if una { "Dónde".to_owned() } else { format!("Dónde: {} celdas", miles(grupo.cuantas as u64)) }}</summary>
                    <ul class="v-celdas" role="list">
                        {celdas}
                        {(resto > 0).then(|| view! { <li>{format!("y {} más", miles(resto as u64))}</li> })}
                    </ul>
                </details>
            </div>
        </div>
    }
}

/// A button that takes the person to the cell.
#[component]
fn IrACelda(mesa: Mesa, marca: MarcaDeCelda) -> impl IntoView {
    let columna = marca.hoja.columnas().get(marca.columna).map_or("", |c| c.titulo);
    let hoja = match marca.hoja {
        Hoja::Trabajadores => String::new(),
        otra => format!("{}, ", otra.titulo()),
    };
    let rotulo = format!("{hoja}fila {}, {columna}", marca.fila + 1);
    view! {
        <button
            type="button"
            class="v-enlace"
            on:click=move |_| mesa.ir_a_celda(marca.hoja, marca.fila, marca.columna)
        >
            {rotulo}
        </button>
    }
}
