//! One table: what it is, what it says, and its rows.

use super::columnas::{Columna, palabra_de_confianza};
use super::consulta::{Consulta, Lectura, Materia, Renglon, Vencimiento};
use super::matriz::matriz;
use super::taller::Taller;
use super::vista::{Puesto, Vista};
use crate::componentes::fecha_corta;
use leptos::html;
use leptos::prelude::*;
use ventanilla_normativa::{Confianza, Fila, Tabla};

/// A longer table scrolls in a frame of its own, under its headings.
const CABEN_SIN_MARCO: usize = 30;

/// A table of the law.
#[component]
pub(super) fn Tarjeta(puesto: Puesto, vista: Vista, taller: Taller) -> impl IntoView {
    let Puesto {
        tabla,
        materia,
        lectura,
        abierto,
        resumen,
    } = puesto;
    let ficha = tabla.ficha();
    let detalles = NodeRef::<html::Details>::new();
    let al_cambiar = move |_| {
        let ahora = detalles.get_untracked().is_some_and(|d| d.open());
        // while something is looked for the tables are open because of it; that choice is not kept
        if !vista.consulta.read_untracked().palabras.is_empty() || abierto.get_untracked() == ahora {
            return;
        }
        abierto.set(ahora);
    };
    let coincide = Memo::new(move |_| lectura.read().coincide);
    let contenido = move || {
        let (consulta, materia, lectura) = (vista.consulta.get(), materia.get(), lectura.get());
        cuerpo(&consulta, &materia, &lectura)
    };
    let vence = move || {
        let vence = materia.read().vencimiento(vista.consulta.read().hoy);
        vence.map(|v| view! { <AvisoDeVencimiento tabla vence=v taller/> })
    };
    view! {
        <details
            class="v-panel v-parametro"
            node_ref=detalles
            hidden=move || !coincide.get()
            prop:open=move || abierto.get() || vista.busca()
            on:toggle=al_cambiar
        >
            <summary node_ref=resumen>
                <h2>{ficha.titulo}</h2>
                {move || glosa(&vista.consulta.read(), &materia.read(), &lectura.read())}
            </summary>
            <div class="v-pila">
                <p class="v-medida v-tenue">{ficha.descripcion}</p>
                {vence}
                {contenido}
                <div class="v-botones v-al-margen">
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| taller.agregar(Some(tabla), "")>
                        "Agregar un valor"<span class="v-oculto">" a «"{ficha.titulo}"»"</span>
                    </button>
                </div>
            </div>
        </details>
    }
}

/// Beside the title: the value, where there is one only, or how many rows.
fn glosa(consulta: &Consulta, materia: &Materia, lectura: &Lectura) -> AnyView {
    let ficha = materia.tabla.ficha();
    if lectura.sin_valor {
        let texto = if consulta.fecha == consulta.hoy {
            "Sin valor hoy"
        } else {
            "Sin valor ese día"
        };
        return view! { <span class="v-parametro-glosa"><span class="v-insignia v-insignia--baja">{texto}</span></span> }
            .into_any();
    }
    let rige = (!lectura.renglones.is_empty() && lectura.renglones.iter().all(|r| r.rige))
        .then(|| insignia_de_vigencia(consulta));
    let texto = match materia.valor_unico(consulta.fecha) {
        Some(valor) => view! { <strong>{valor}</strong>" "{ficha.unidad} }.into_any(),
        None => {
            let cuantos = lectura.renglones.len();
            let palabra = if cuantos == 1 { " renglón" } else { " renglones" };
            view! { {cuantos}{palabra} }.into_any()
        }
    };
    view! { <span class="v-parametro-glosa"><span>{texto}</span>{rige}</span> }.into_any()
}

fn insignia_de_vigencia(consulta: &Consulta) -> AnyView {
    let texto = if consulta.fecha == consulta.hoy {
        "Rige hoy"
    } else {
        "Rige ese día"
    };
    view! { <span class="v-insignia v-insignia--vigente">{texto}</span> }.into_any()
}

fn cuerpo(consulta: &Consulta, materia: &Materia, lectura: &Lectura) -> AnyView {
    let faltas = lectura.faltas.iter().map(|texto| {
        view! { <div class="v-aviso v-aviso--error"><p>{texto.clone()}</p></div> }
    });
    let apagadas =
        (!lectura.apagadas.is_empty()).then(|| view! { <p class="v-chico v-tenue">{lectura.apagadas.clone()}</p> });
    let tabla = if lectura.renglones.is_empty() {
        ().into_any()
    } else if materia.tabla == Tabla::Ceav {
        view! {
            {matriz(materia, consulta.fecha, consulta.hoy)}
            <details class="v-ayuda v-renglones-aparte">
                <summary>"Ver los renglones, con su fundamento y su fuente"</summary>
                <div>{renglones(consulta, materia, lectura)}</div>
            </details>
        }
        .into_any()
    } else {
        renglones(consulta, materia, lectura)
    };
    view! { {faltas.collect_view()}{tabla}{apagadas} }.into_any()
}

/// The rows, and above them what is the same in all.
fn renglones(consulta: &Consulta, materia: &Materia, lectura: &Lectura) -> AnyView {
    let (tabla, ficha) = (materia.tabla, materia.tabla.ficha());
    let todos_rigen = lectura.renglones.iter().all(|r| r.rige);
    let cabeza = lectura
        .visibles
        .iter()
        .enumerate()
        .map(|(i, columna)| {
            let unidad = columna.unidad(tabla).map(|unidad| view! { " "<small>"("{unidad}")"</small> });
            let numero = *columna == Columna::Valor;
            let fija = i == 0;
            view! { <th scope="col" class=("v-num", numero) class=("v-fija", fija)>{columna.titulo(tabla)}{unidad}</th> }
        })
        .collect_view();
    let alta = lectura.renglones.len() > CABEN_SIN_MARCO;
    let angosta = lectura.visibles.len() <= 2;
    let filas = lectura
        .renglones
        .iter()
        .map(|renglon| fila(consulta, tabla, &lectura.visibles, renglon, todos_rigen))
        .collect_view();
    view! {
        {comunes(tabla, lectura)}
        <div
            class="v-tabla-marco"
            class=("v-tabla-marco--alta", alta)
            class=("v-angosta", angosta)
            tabindex="0"
            role="region"
            aria-label=ficha.titulo
        >
            <table class="v-tabla">
                <caption class="v-oculto">{ficha.titulo}</caption>
                <thead><tr>{cabeza}</tr></thead>
                <tbody>{filas}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn comunes(tabla: Tabla, lectura: &Lectura) -> Option<AnyView> {
    let primero = &lectura.renglones.first()?.fila;
    let hechos = lectura
        .comunes
        .iter()
        .map(|columna| {
            let dato = match columna {
                Columna::Confianza => insignia_de_confianza(primero.confianza),
                Columna::Fuente => fuente(primero),
                _ => columna.texto(tabla, primero).into_any(),
            };
            view! { <div><dt>{columna.titulo(tabla)}</dt>" "<dd>{dato}</dd></div> }
        })
        .collect_view();
    (!lectura.comunes.is_empty()).then(|| {
        view! { <div><p class="v-chico v-tenue">"Igual en todos los renglones:"</p><dl class="v-comunes">{hechos}</dl></div> }
            .into_any()
    })
}

fn fila(consulta: &Consulta, tabla: Tabla, visibles: &[Columna], renglon: &Renglon, todos_rigen: bool) -> AnyView {
    let celdas = visibles
        .iter()
        .enumerate()
        .map(|(i, columna)| {
            let dato = match columna {
                Columna::Serie => serie(tabla, renglon),
                Columna::Confianza => insignia_de_confianza(renglon.fila.confianza),
                Columna::Fuente => fuente(&renglon.fila),
                _ => columna.texto(tabla, &renglon.fila).into_any(),
            };
            if i == 0 {
                let insignias = insignias(consulta, renglon, todos_rigen);
                let clase = if *columna == Columna::Desde {
                    "v-fija v-fija--corta"
                } else {
                    "v-fija"
                };
                return view! { <th class=clase scope="row">{dato}" "{insignias}</th> }.into_any();
            }
            let clase = match columna {
                Columna::Valor => "v-num",
                Columna::Desde | Columna::Hasta if renglon.fila.hasta.is_some() => "v-junto",
                Columna::Fundamento | Columna::Fuente | Columna::Nota => "v-larga",
                _ => "",
            };
            view! { <td class=clase>{dato}</td> }.into_any()
        })
        .collect_view();
    let realzada = renglon.rige && !todos_rigen;
    view! { <tr class=("v-rige", realzada)>{celdas}</tr> }.into_any()
}

fn fuente(fila: &Fila) -> AnyView {
    let dof = Columna::dof(fila).map(|dof| view! { ", "<span class="v-junto">{dof}</span> });
    view! { {fila.fuente.to_string()}{dof} }.into_any()
}

/// The name of a series and, small, the key that a suplemento must carry.
fn serie(tabla: Tabla, renglon: &Renglon) -> AnyView {
    let clave = renglon.fila.clave.to_string();
    let nombre = Columna::Serie.texto(tabla, &renglon.fila);
    if nombre.ends_with(&clave) {
        return nombre.into_any();
    }
    view! { {nombre}" "<code class="v-clave">{clave}</code> }.into_any()
}

fn insignias(consulta: &Consulta, renglon: &Renglon, todos_rigen: bool) -> AnyView {
    let vigente = match (renglon.rige, renglon.rige_hoy) {
        _ if todos_rigen => None,
        (true, true) if consulta.fecha != consulta.hoy => Some("Rige ese día y hoy"),
        (true, false) => Some("Rige ese día"),
        (_, true) => Some("Rige hoy"),
        (false, false) => None,
    };
    view! {
        {vigente.map(|texto| view! { <span class="v-insignia v-insignia--vigente">{texto}</span> })}
        {renglon.fila.suplemento.then(|| view! { <span class="v-insignia v-insignia--suplemento">"Suplemento"</span> })}
        {renglon.desplazado.then(|| view! { <span class="v-insignia">"Lo sustituye el suplemento"</span> })}
    }
    .into_any()
}

/// The confidence of a value.
pub(super) fn insignia_de_confianza(confianza: Confianza) -> AnyView {
    let clase = match confianza {
        Confianza::Alta => "v-insignia v-insignia--alta",
        Confianza::Media => "v-insignia v-insignia--media",
        Confianza::Baja => "v-insignia v-insignia--baja",
    };
    view! { <span class=clase>{palabra_de_confianza(confianza)}</span> }.into_any()
}

/// The table ends soon, or has ended, and what to do about it.
#[component]
fn AvisoDeVencimiento(tabla: Tabla, vence: Vencimiento, taller: Taller) -> impl IntoView {
    let Vencimiento { clave, ultimo, dias } = vence;
    let fecha = fecha_corta(ultimo);
    let texto = match dias {
        ..0 => [
            "Terminó el ",
            &fecha,
            ". Los cálculos de fechas posteriores piden el valor que falta.",
        ],
        0 => ["Termina hoy, ", &fecha, "."],
        1 => ["Termina mañana, ", &fecha, "."],
        _ => ["Termina el ", &fecha, "."],
    }
    .concat();
    view! {
        <div class="v-aviso v-aviso--advertencia v-no-imprimir">
            <p class="v-aviso-titulo">{if dias < 0 { "Tabla vencida" } else { "Tabla por vencer" }}</p>
            <p>
                {texto}
                {(dias > 1).then(|| view! { " Faltan "{dias}" días." })}
                " En cuanto el Diario Oficial publique el valor siguiente, agréguelo aquí con su fuente; no hace falta otra versión del programa."
            </p>
            <p>
                <button class="v-boton" type="button" on:click=move |_| taller.agregar(Some(tabla), &clave)>
                    "Agregar el valor siguiente"
                </button>
            </p>
        </div>
    }
}
