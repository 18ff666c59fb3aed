//! What help, time and earlier attempts take away, as the instructor chose.

use super::{Criterio, Intento, Puntos};
use serde::Serialize;

/// Why points are taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Motivo {
    /// Hints that were opened.
    Pistas,
    /// More time than there was.
    Tiempo,
    /// Attempts before this one.
    Intentos,
    /// It was handed in when it no longer could.
    Cerrado,
}

/// Points taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Descuento {
    /// Why.
    pub motivo: Motivo,
    /// How many.
    pub puntos: Puntos,
    /// Of what, in words.
    pub detalle: String,
}

/// Everything that is taken away from `obtenidos`.
pub(super) fn descuentos(intento: &Intento, criterio: &Criterio, obtenidos: Puntos) -> Vec<Descuento> {
    if let Some(detalle) = cerrado(intento, criterio) {
        return vec![Descuento {
            motivo: Motivo::Cerrado,
            puntos: obtenidos,
            detalle,
        }];
    }
    let minutos = tardados(intento, criterio).div_ceil(60);
    let anteriores = intento.numero.saturating_sub(1);
    let todos = [
        (
            Motivo::Pistas,
            criterio.pistas.descuento.veces(intento.pistas),
            format!(
                "Abrió {} {}.",
                intento.pistas,
                plural(intento.pistas, "pista", "pistas")
            ),
        ),
        (
            Motivo::Tiempo,
            criterio.tiempo.descuento.veces(minutos),
            format!("Se pasó {minutos} {} del tiempo.", plural(minutos, "minuto", "minutos")),
        ),
        (
            Motivo::Intentos,
            criterio.intentos.descuento.veces(anteriores),
            format!("Es el intento {}.", intento.numero),
        ),
    ];
    let valen = todos.into_iter().filter(|(_, puntos, _)| *puntos > Puntos::default());
    valen
        .map(|(motivo, puntos, detalle)| Descuento {
            motivo,
            puntos,
            detalle,
        })
        .collect()
}

/// Seconds after the limit.
fn tardados(intento: &Intento, criterio: &Criterio) -> u32 {
    criterio
        .tiempo
        .limite
        .map_or(0, |limite| intento.segundos.saturating_sub(limite))
}

/// Why it is worth nothing, if it is.
fn cerrado(intento: &Intento, criterio: &Criterio) -> Option<String> {
    if criterio.tiempo.cierra && tardados(intento, criterio) > 0 {
        return Some("Se entregó después de la hora.".to_owned());
    }
    let maximo = criterio.intentos.maximo?;
    (intento.numero > maximo).then(|| format!("Sólo había {maximo} {}.", plural(maximo, "intento", "intentos")))
}

fn plural<'a>(cuantos: u32, uno: &'a str, varios: &'a str) -> &'a str {
    if cuantos == 1 { uno } else { varios }
}
