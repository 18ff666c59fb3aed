//! Where an amount comes from: the drawer that opens when one is asked about.

use super::mesa::{Mesa, Pregunta, mesa};
use crate::componentes::{ArbolDeMemoria, Cajon, miles, pesos};
use leptos::prelude::*;
use ventanilla_reglas::cuotas::{FIGURAS, Importes};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::mensajes::{self, Regla, cuotas as regla};
use ventanilla_tramites::prevision::trabajador;

/// Workers listed below a total.
const LISTA: usize = 200;

/// Asks about an amount.
pub fn preguntar(mesa: Mesa, fila: Option<usize>, regla: &'static Regla) {
    mesa.pregunta.set(Some(Pregunta {
        fila,
        clave: regla.clave(),
        nombre: regla.titulo,
    }));
}

/// An amount that answers when it is pressed.
#[component]
pub fn Cifra(
    /// The row; `None` for the total.
    fila: Option<usize>,
    /// Its rule.
    regla: &'static Regla,
    /// The amount.
    importe: Importe,
) -> impl IntoView {
    let mesa = mesa();
    view! {
        <button
            type="button"
            class="v-cifra-boton"
            title="Ver de dónde sale"
            on:click=move |_| preguntar(mesa, fila, regla)
        >
            {pesos(importe)}
        </button>
    }
}

/// The drawer.
#[component]
pub fn Explicacion() -> impl IntoView {
    let mesa = mesa();
    let abierto = RwSignal::new(false);
    Effect::new(move |_| {
        if mesa.pregunta.get().is_some() {
            abierto.set(true);
        }
    });
    Effect::new(move |_| {
        if !abierto.get() {
            mesa.pregunta.set(None);
        }
    });
    let titulo = Signal::derive(move || mesa.pregunta.get().map(|p| p.nombre.to_owned()).unwrap_or_default());
    view! {
        <Cajon abierto titulo id="titulo-explicacion">
            {move || mesa.pregunta.get().map(|pregunta| match pregunta.fila {
                Some(fila) => view! { <DeTrabajador mesa pregunta fila/> }.into_any(),
                None => view! { <DelTotal mesa pregunta/> }.into_any(),
            })}
        </Cajon>
    }
}

/// Help of the figure, from the registry.
fn ayuda(clave: &str) -> Option<&'static Regla> {
    mensajes::por_codigo(&format!("cuotas.{clave}"))
}

#[component]
fn DeTrabajador(mesa: Mesa, pregunta: Pregunta, fila: usize) -> impl IntoView {
    let arboles = mesa.preparada.get_untracked().ok().map(|preparada| {
        let vinculos = mesa.vinculos();
        mesa.escenario
            .with_untracked(|e| preparada.explicar(e, &vinculos, fila))
    });
    let arboles: Vec<(String, Vec<Nodo>)> = arboles
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(parte, nodos)| {
            let suyos = buscar(&nodos, pregunta.clave);
            (!suyos.is_empty()).then_some((parte, suyos))
        })
        .collect();
    let varias = arboles.len() > 1;
    let nombre = nombre_de(mesa, fila);
    view! {
        <p class="v-fuerte">{nombre}</p>
        {ayuda(pregunta.clave).map(|r| view! { <p class="v-pista">{r.ayuda.trim()}</p> })}
        {arboles.is_empty().then(|| view! { <p>"Este importe no aplica al trabajador en el periodo."</p> })}
        {arboles
            .into_iter()
            .map(|(parte, nodos)| view! {
                {varias.then(|| view! { <h3>{parte}</h3> })}
                <ArbolDeMemoria nodos abiertos=2/>
            })
            .collect_view()}
    }
}

fn buscar(nodos: &[Nodo], clave: &str) -> Vec<Nodo> {
    nodos
        .iter()
        .flat_map(|n| {
            if n.clave == clave {
                vec![n.clone()]
            } else {
                buscar(&n.hijos, clave)
            }
        })
        .collect()
}

fn nombre_de(mesa: Mesa, fila: usize) -> String {
    mesa.escenario.with_untracked(|e| {
        let celda = |c: usize| {
            e.trabajadores
                .get(fila)
                .and_then(|f| f.get(c))
                .map(|t| t.trim().to_owned())
        };
        celda(trabajador::NOMBRE)
            .filter(|n| !n.is_empty())
            .or_else(|| celda(trabajador::NSS).filter(|n| !n.is_empty()))
            .unwrap_or_else(|| format!("Trabajador de la fila {}", fila + 1))
    })
}

/// The figure with a key.
fn de_clave(importes: &Importes, clave: &str) -> Importe {
    if let Some(indice) = FIGURAS.iter().position(|f| f.clave() == clave) {
        return importes.figura(indice);
    }
    match clave {
        c if c == regla::PATRONAL.clave() => importes.patronal,
        c if c == regla::OBRERA.clave() => importes.obrera,
        c if c == regla::OBRERA_A_CARGO.clave() => importes.obrera_a_cargo_del_patron,
        _ => importes.total,
    }
}

#[component]
fn DelTotal(mesa: Mesa, pregunta: Pregunta) -> impl IntoView {
    let lote = mesa.lote.read_untracked();
    let total = de_clave(&lote.totales.importes, pregunta.clave);
    let filas: Vec<(usize, Importe)> = lote
        .filas
        .iter()
        .enumerate()
        .filter_map(|(i, f)| Some((i, de_clave(f.importes.as_ref()?, pregunta.clave))))
        .filter(|(_, importe)| *importe != Importe::CERO)
        .collect();
    let cuantos = filas.len();
    let regla_ayuda = ayuda(pregunta.clave);
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">{format!("Suma de {} trabajadores, cada importe ya redondeado", miles(cuantos as u64))}</span>
            <span class="v-cifra-valor">{pesos(total)}</span>
        </div>
        {regla_ayuda.map(|r| view! {
            <p class="v-pista">{r.ayuda.trim()}</p>
            <p class="v-fila">
                {r.fundamento.iter().map(|a| view! { <span class="v-insignia v-insignia--articulo">{*a}</span> }).collect_view()}
            </p>
        })}
        <table class="v-tabla">
            <thead><tr><th scope="col">"Trabajador"</th><th scope="col" class="v-num">"Importe"</th></tr></thead>
            <tbody>
                {filas
                    .into_iter()
                    .take(LISTA)
                    .map(|(fila, importe)| {
                        let otra = Pregunta { fila: Some(fila), ..pregunta };
                        view! {
                            <tr>
                                <th scope="row">{nombre_de(mesa, fila)}</th>
                                <td class="v-num">
                                    <button type="button" class="v-cifra-boton" on:click=move |_| mesa.pregunta.set(Some(otra))>
                                        {pesos(importe)}
                                    </button>
                                </td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
        {(cuantos > LISTA).then(|| view! {
            <p class="v-pista">{format!("Se muestran los primeros {LISTA}. El CSV de resultados los trae todos.")}</p>
        })}
    }
}
