//! The explanation of a figure, as a tree that opens step by step.

use leptos::prelude::*;
use ventanilla_reglas::memoria::{Nodo, Operacion, Operando};

/// A tree of the memoria. The first levels are open; the rest opens on demand.
#[component]
pub fn ArbolDeMemoria(
    /// Its roots.
    nodos: Vec<Nodo>,
    /// How many levels are open at first.
    #[prop(default = 1)]
    abiertos: usize,
) -> impl IntoView {
    view! { <ul class="v-memoria" role="list">{nodos.into_iter().map(|n| rama(n, abiertos)).collect_view()}</ul> }
}

fn rama(nodo: Nodo, abiertos: usize) -> AnyView {
    let hijos = nodo.hijos.clone();
    let cuerpo = paso(nodo);
    if hijos.is_empty() {
        return view! { <li>{cuerpo}</li> }.into_any();
    }
    let siguiente = abiertos.saturating_sub(1);
    view! {
        <li>
            <details open={abiertos > 0}>
                <summary>{cuerpo}</summary>
                <ul role="list">{hijos.into_iter().map(|h| rama(h, siguiente)).collect_view()}</ul>
            </details>
        </li>
    }
    .into_any()
}

fn paso(nodo: Nodo) -> impl IntoView {
    let formula = formula(&nodo);
    let fuentes = fuentes(&nodo.operandos);
    view! {
        <div class="v-nodo">
            <span class="v-nodo-nombre">{nodo.etiqueta}</span>
            <span class="v-nodo-importe">{nodo.importe}</span>
            {formula}
            {(!fuentes.is_empty()).then(|| view! { <span class="v-nodo-fuente">{fuentes.join(" · ")}</span> })}
            <span class="v-nodo-articulos">
                {nodo.fundamento
                    .iter()
                    .map(|articulo| view! { <span class="v-insignia v-insignia--articulo">{*articulo}</span> })
                    .collect_view()}
            </span>
        </div>
    }
}

/// `117.31 UMA × 0.2040 tasa × 27 días, redondeado a centavos`.
fn formula(nodo: &Nodo) -> Option<AnyView> {
    let signo = match nodo.operacion {
        Operacion::Producto => "×",
        Operacion::Resta => "−",
        Operacion::Cociente => "÷",
        Operacion::Minimo | Operacion::Maximo | Operacion::Tabla | Operacion::Anualidad => "·",
        Operacion::Suma => {
            let cuantos = nodo.hijos.len();
            let texto = if cuantos == 1 {
                "Suma de 1 dato".to_owned()
            } else if en_centavos(nodo) {
                format!("Suma de {cuantos} importes ya redondeados")
            } else {
                format!("Suma de {cuantos} datos")
            };
            return (cuantos > 0).then(|| view! { <span class="v-nodo-formula">{texto}</span> }.into_any());
        }
    };
    let antes = match nodo.operacion {
        Operacion::Minimo => "El menor de: ",
        Operacion::Maximo => "El mayor de: ",
        // what was typed comes from no table
        Operacion::Tabla if nodo.operandos.iter().all(|o| o.fuente.is_none()) => "Dato: ",
        Operacion::Tabla => "En la tabla: ",
        Operacion::Anualidad => "Pago igual que salda, con los recargos de cada mes sobre lo que se va debiendo: ",
        _ => "",
    };
    let operandos = nodo.operandos.clone().into_iter().enumerate();
    let redondeo = nodo.redondeo.map(|nombre| match nombre {
        "centavos_mitad_arriba" => "redondeado a centavos, la mitad hacia arriba",
        "diezmilesimo_mitad_arriba" => "redondeado a cuatro decimales",
        "cinco_decimales_mitad_arriba" => "redondeado a cinco decimales, la mitad hacia arriba",
        "un_decimal_mitad_arriba" => "redondeado a un decimal",
        "centesima_mitad_arriba" => "ajustado a la centésima",
        "diezmilesimo_truncado" => "cortado a cuatro decimales, sin redondear",
        "pesos_mitad_abajo" => "ajustado a pesos: hasta 50 centavos baja",
        _ => "redondeado a diez decimales",
    });
    Some(
        view! {
            <span class="v-nodo-formula">
                {antes}
                {operandos
                    .map(|(i, o)| view! {
                        {(i > 0).then(|| view! { <span class="v-operador" aria-hidden="true">{signo}</span> })}
                        <span class="v-operando">{o.valor}" "<small>{o.nombre}</small></span>
                    })
                    .collect_view()}
                {al_piso(nodo).then(|| view! { <small>"pero no menos de cero"</small> })}
                {redondeo.map(|r| view! { <small>{r}</small> })}
            </span>
        }
        .into_any(),
    )
}

/// Whether an amount in pesos is somewhere below.
fn en_centavos(nodo: &Nodo) -> bool {
    nodo.redondeo == Some("centavos_mitad_arriba") || nodo.hijos.iter().any(en_centavos)
}

/// A subtraction that would be negative stops at zero: the SBC that does not reach three UMA has no excedente.
fn al_piso(nodo: &Nodo) -> bool {
    nodo.operacion == Operacion::Resta && nodo.importe.chars().all(|c| matches!(c, '0' | '.'))
}

fn fuentes(operandos: &[Operando]) -> Vec<String> {
    let mut fuentes: Vec<String> = Vec::new();
    for operando in operandos {
        if let Some(fuente) = &operando.fuente {
            let vigencia = operando.vigencia.as_deref().unwrap_or_default();
            let (desde, hasta) = vigencia.split_once('/').unwrap_or((vigencia, ""));
            let hasta = if hasta.is_empty() { "en adelante" } else { hasta };
            let texto = format!("{}: {fuente}, vigente {desde} a {hasta}", operando.nombre)
                .replace("a en adelante", "en adelante");
            if !fuentes.contains(&texto) {
                fuentes.push(texto);
            }
        }
    }
    fuentes
}
