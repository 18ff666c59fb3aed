//! The account as a file for a spreadsheet.

use super::taller::Taller;
use crate::componentes::descargar;
use leptos::prelude::*;
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_tramites::adeudo::{Cuenta, Parte};

const TITULOS: [&str; 14] = [
    "Crédito",
    "Periodo",
    "Parte",
    "Vencimiento",
    "Fecha de pago",
    "Suerte principal",
    "INPC del vencimiento",
    "INPC del pago",
    "Factor",
    "Actualización",
    "Meses de recargos",
    "Tasa %",
    "Recargos",
    "Total",
];

/// Hands over the account of the day.
pub fn bajar(taller: Taller) {
    let Some(cuenta) = taller.cuenta.get_untracked() else {
        return taller
            .papel
            .contexto
            .avisar("Todavía no hay nada que bajar: corrija la fecha de pago.");
    };
    let mut filas = filas(&cuenta);
    filas.push(totales(&cuenta));
    let valores: Vec<Vec<Valor<'_>>> = filas
        .iter()
        .map(|fila| {
            fila.iter()
                .enumerate()
                .map(|(i, texto)| match i {
                    3 | 4 => Valor::Identificador(texto),
                    5..=13 => Valor::Numero(texto),
                    _ => Valor::Texto(texto),
                })
                .collect()
        })
        .collect();
    let nombre = format!("adeudo-{}.csv", cuenta.pago);
    if descargar(&nombre, "text/csv", &escribir_csv(&TITULOS, &valores)).is_err() {
        taller
            .papel
            .contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}

fn filas(cuenta: &Cuenta) -> Vec<Vec<String>> {
    let de_cada_uno = cuenta.creditos.iter().flat_map(|credito| {
        credito.partes.iter().map(move |parte| {
            let a = parte.accesorios();
            let periodo = credito
                .credito
                .periodo
                .map_or_else(|| credito.credito.referencia.clone(), |p| p.corto());
            let texto = |de: fn(&ventanilla_reglas::credito::Accesorios) -> String| a.map(de).unwrap_or_default();
            vec![
                credito.credito.clase.corto().to_owned(),
                periodo,
                match parte.monto.parte {
                    Parte::Unica => String::new(),
                    otra => otra.nombre().to_owned(),
                },
                a.map_or(credito.credito.vencimiento, |a| a.vencimiento.0).to_string(),
                cuenta.pago.to_string(),
                parte.monto.importe.to_string(),
                texto(|a| a.inpc_antiguo.as_ref().map(|i| i.valor.clone()).unwrap_or_default()),
                texto(|a| a.inpc_reciente.as_ref().map(|i| i.valor.clone()).unwrap_or_default()),
                texto(|a| a.factor.clone()),
                parte.actualizacion().to_string(),
                texto(|a| a.meses.to_string()),
                texto(|a| a.tasa_acumulada.clone()),
                parte.recargos().to_string(),
                parte.total().to_string(),
            ]
        })
    });
    de_cada_uno.collect()
}

fn totales(cuenta: &Cuenta) -> Vec<String> {
    let s = cuenta.sumas;
    let nombre = if cuenta.estimado { "TOTAL (estimado)" } else { "TOTAL" };
    let mut fila = vec![String::new(); TITULOS.len()];
    nombre.clone_into(&mut fila[0]);
    fila[4] = cuenta.pago.to_string();
    fila[5] = (s.suerte_principal + s.multas + s.gastos).to_string();
    fila[9] = s.actualizacion.to_string();
    fila[12] = s.recargos.to_string();
    fila[13] = s.total.to_string();
    fila
}
