//! Everything that is wrong, grouped by what it is, with the way to each cell.

use super::mesa::Mesa;
use crate::componentes::{es_articulo, miles};
use leptos::prelude::*;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::lote_idse::{COLUMNAS, Marca};

/// Cells named in a group; the rest are counted.
const NOMBRADAS: usize = 12;

/// Findings of one kind and column.
#[derive(Clone, PartialEq)]
struct Grupo {
    gravedad: Gravedad,
    codigo: &'static str,
    columna: Option<usize>,
    fundamento: &'static [&'static str],
    marcas: Vec<Marca>,
}

fn agrupar(marcas: &[Marca]) -> Vec<Grupo> {
    let mut grupos: Vec<Grupo> = Vec::new();
    for marca in marcas {
        let (codigo, gravedad) = (marca.hallazgo.codigo, marca.hallazgo.gravedad);
        let columna = marca.fila.map(|_| marca.columna);
        let suyo = grupos
            .iter_mut()
            .find(|g| g.codigo == codigo && g.gravedad == gravedad && g.columna == columna);
        match suyo {
            Some(grupo) => grupo.marcas.push(marca.clone()),
            None => grupos.push(Grupo {
                gravedad,
                codigo,
                columna,
                fundamento: marca.hallazgo.fundamento,
                marcas: vec![marca.clone()],
            }),
        }
    }
    // in the order in which they are met going down the sheet
    grupos.sort_by_key(|g| (g.gravedad, g.marcas.first().and_then(|m| m.fila), g.columna));
    grupos
}

/// The panel.
#[component]
pub fn Resumen(mesa: Mesa) -> impl IntoView {
    let grupos = Memo::new(move |_| agrupar(&mesa.dictamen.read().marcas));
    let titulo = move || {
        let dictamen = mesa.dictamen.read();
        let (errores, avisos) = (
            dictamen.cuantos(Gravedad::Error) as u64,
            dictamen.cuantos(Gravedad::Advertencia) as u64,
        );
        let errores = match errores {
            0 => "Sin errores".to_owned(),
            1 => "Un error por corregir".to_owned(),
            n => format!("{} errores por corregir", miles(n)),
        };
        match avisos {
            0 => errores,
            1 => format!("{errores} y una advertencia"),
            n => format!("{errores} y {} advertencias", miles(n)),
        }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="idse-resumen">
            <h2 id="idse-resumen">{titulo}</h2>
            {move || {
                let grupos = grupos.get();
                if grupos.is_empty() {
                    view! { <p>"Todos los renglones están completos y dentro de sus límites."</p> }.into_any()
                } else {
                    view! { <ul class="v-idse-grupos">{grupos.into_iter().map(|g| un_grupo(mesa, g)).collect_view()}</ul> }.into_any()
                }
            }}
        </section>
    }
}

fn un_grupo(mesa: Mesa, grupo: Grupo) -> impl IntoView {
    let (clase, palabra) = match grupo.gravedad {
        Gravedad::Error => ("v-idse-grupo v-idse-grupo--error", "Error"),
        Gravedad::Advertencia => ("v-idse-grupo v-idse-grupo--advertencia", "Advertencia"),
        Gravedad::Nota => ("v-idse-grupo", "Nota"),
    };
    let articulos: Vec<&str> = grupo.fundamento.iter().copied().filter(|f| es_articulo(f)).collect();
    let columna = grupo.columna.and_then(|c| COLUMNAS.get(c)).map(|c| c.titulo);
    let primero = grupo
        .marcas
        .first()
        .map(|m| m.hallazgo.mensaje.clone())
        .unwrap_or_default();
    let iguales = grupo.marcas.iter().all(|m| m.hallazgo.mensaje == primero);
    let cuantas = grupo.marcas.len();
    let mas = cuantas.saturating_sub(NOMBRADAS);
    let cabeza = match columna {
        Some(columna) if cuantas > 1 => format!("{columna}, en {} renglones", miles(cuantas as u64)),
        Some(columna) => columna.to_owned(),
        None => "El lote".to_owned(),
    };
    let lugares = grupo.marcas.into_iter().take(NOMBRADAS).filter_map(move |marca| {
        let mensaje = (!iguales).then(|| [" ", &marca.hallazgo.mensaje].concat());
        let Some(fila) = marca.fila else {
            // of the batch as a whole: there is no cell to go to, and each has its own words
            return mensaje.map(|mensaje| view! { <li>{mensaje}</li> }.into_any());
        };
        let lugar = (fila, marca.columna);
        Some(
            view! {
                <li>
                    <button class="v-idse-lugar" type="button" on:click=move |_| mesa.foco.set(Some(lugar))>
                        {format!("Fila {}, {}", lugar.0 + 1, columna.unwrap_or_default())}
                    </button>
                    {mensaje}
                </li>
            }
            .into_any(),
        )
    });
    view! {
        <li class=clase data-codigo=grupo.codigo>
            <p>
                <strong>{palabra}": "{cabeza}"."</strong>
                {iguales.then(|| [" ", &primero].concat())}
                " "<small class="v-idse-articulos">{articulos.join(", ")}</small>
            </p>
            <ul class="v-lista-plana" class=("v-idse-lugares", iguales)>{lugares.collect_view()}</ul>
            {(mas > 0).then(|| view! { <p class="v-pista">{format!("Y en {} más: se ven al corregir éstos.", miles(mas as u64))}</p> })}
        </li>
    }
}
