//! Every explanation is true: each node of each memoria is computed again from its operands and children, here and not
//! in the crate, and gives the figure it says.

#![allow(clippy::unwrap_used, clippy::panic)]

mod comun;

use comun::{casos, nodos};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

#[test]
fn cada_nodo_se_recalcula() {
    let mut fallas = Vec::new();
    let (mut cuantos, mut con_memoria) = (0, 0);
    for (archivo, caso) in casos() {
        let (_, respuesta) = caso.correr(true);
        let nodos = nodos(&respuesta);
        con_memoria += usize::from(!nodos.is_empty());
        cuantos += nodos.len();
        fallas.extend(
            nodos
                .into_iter()
                .filter_map(revisar)
                .map(|f| format!("{archivo} {}: {f}", caso.id)),
        );
    }
    println!("{cuantos} nodos en {con_memoria} casos");
    assert!(fallas.is_empty(), "{} fallas:\n{}", fallas.len(), fallas.join("\n"));
    assert!(cuantos > 0, "ningún caso dio memoria");
}

/// Asking for the explanation changes nothing else.
#[test]
fn la_memoria_no_cambia_el_resultado() {
    for (archivo, caso) in casos() {
        let (_, mut sin) = caso.correr(false);
        let (_, mut con) = caso.correr(true);
        for respuesta in [&mut sin, &mut con] {
            quitar_memoria(respuesta);
        }
        assert_eq!(sin, con, "{archivo} {}", caso.id);
    }
}

fn quitar_memoria(valor: &mut Value) {
    match valor {
        Value::Array(lista) => lista.iter_mut().for_each(quitar_memoria),
        Value::Object(objeto) => {
            objeto.remove("memoria");
            objeto.values_mut().for_each(quitar_memoria);
        }
        _ => {}
    }
}

fn revisar(nodo: &Value) -> Option<String> {
    let clave = nodo["clave"].as_str().unwrap_or("sin clave");
    let completo = ["etiqueta", "importe"]
        .iter()
        .all(|c| nodo[c].as_str().is_some_and(|t| !t.is_empty()))
        && nodo["fundamento"].as_array().is_some_and(|f| !f.is_empty());
    if !completo {
        return Some(format!("{clave}: falta etiqueta, importe o fundamento"));
    }
    let dice = numero(&nodo["importe"]);
    let sale = recalcular(nodo);
    if dice.is_none() || dice != sale {
        return Some(format!("{clave}: dice {} y sale {sale:?}: {nodo}", nodo["importe"]));
    }
    let operandos = nodo["operandos"].as_array()?;
    operandos.iter().find_map(|operando| {
        let hijo = operando["hijo"].as_str()?;
        let igual = hijos(nodo).any(|h| h["clave"] == hijo && h["importe"] == operando["valor"]);
        (!igual).then(|| format!("{clave}: el operando {operando} no es el de su hijo"))
    })
}

fn hijos(nodo: &Value) -> impl Iterator<Item = &Value> {
    nodo["hijos"].as_array().into_iter().flatten()
}

fn numero(valor: &Value) -> Option<Decimal> {
    valor.as_str()?.parse().ok()
}

fn recalcular(nodo: &Value) -> Option<Decimal> {
    let operandos: Option<Vec<Decimal>> = nodo["operandos"]
        .as_array()?
        .iter()
        .map(|o| numero(&o["valor"]))
        .collect();
    let operandos = operandos?;
    let primero = operandos.first().copied();
    let resto = || operandos.iter().skip(1);
    let crudo = match nodo["operacion"].as_str()? {
        "producto" => operandos.iter().product(),
        "suma" => hijos(nodo).map(|h| numero(&h["importe"])).sum::<Option<Decimal>>()?,
        "resta" => (primero? - resto().sum::<Decimal>()).max(Decimal::ZERO),
        "minimo" => *operandos.iter().min()?,
        "maximo" => *operandos.iter().max()?,
        "cociente" => primero? / *operandos.get(1)?,
        "tabla" => {
            let lista = nodo["operandos"].as_array()?;
            numero(&lista.iter().find(|o| o["nombre"] == "valor")?["valor"])?
        }
        "anualidad" => {
            let [saldo, tasa, pagos] = operandos.as_slice() else {
                return None;
            };
            // What each payment of one peso is worth today, added up: the payment is the balance over that.
            let uno_mas_tasa = Decimal::ONE + tasa;
            let mut valor = Decimal::ONE;
            let mut suma = Decimal::ZERO;
            for _ in 0..u32::try_from(*pagos).ok()? {
                valor /= uno_mas_tasa;
                suma += valor;
            }
            saldo / suma
        }
        otra => panic!("operación desconocida: {otra}"),
    };
    let arriba = RoundingStrategy::MidpointAwayFromZero;
    let (decimales, modo) = match nodo["redondeo"].as_str() {
        None => return Some(crudo),
        Some("centavos_mitad_arriba") => (2, arriba),
        Some("diezmilesimo_mitad_arriba") => (4, arriba),
        Some("un_decimal_mitad_arriba") => (1, arriba),
        Some("cinco_decimales_mitad_arriba") => (5, arriba),
        Some("diez_decimales_mitad_arriba") => (10, arriba),
        Some("centesima_mitad_arriba") => (2, arriba),
        Some("diezmilesimo_truncado") => (4, RoundingStrategy::ToZero),
        Some("pesos_mitad_abajo") => (0, RoundingStrategy::MidpointTowardZero),
        Some(otro) => panic!("redondeo desconocido: {otro}"),
    };
    Some(crudo.round_dp_with_strategy(decimales, modo))
}
