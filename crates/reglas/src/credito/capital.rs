//! What the Institute spent on somebody who was not insured (capital constitutivo, LSS 77 and 79) or who had no right to
//! it (inscripción improcedente, RACERF 119), at the unit costs in force when it is determined (RACERF 112).

use super::{CENTAVOS, constante, importe, no_cabe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::capital as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ventanilla_normativa::{Confianza, Fila, FueraDeVigencia, Normativa, Tabla};

/// Most kinds of service in one credit.
const MAXIMO_DE_SERVICIOS: usize = 1000;
/// Most of one service.
const MAXIMA_CANTIDAD: u32 = 99_999;

/// Input of the operation `capital_constitutivo`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaCapital {
    /// Day on which the Institute determines it: its unit costs rule, not those of the accident.
    pub determinacion: Fecha,
    /// Medical services given.
    #[serde(default)]
    pub servicios: Vec<Servicio>,
    /// Subsidies, indemnities, funeral expenses and present value of pensions, pesos.
    #[serde(default)]
    pub prestaciones_economicas: Importe,
    /// Whether it is the cost of an inscripción improcedente and not a capital constitutivo: without administration.
    #[serde(default)]
    pub improcedentes: bool,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A medical service.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Servicio {
    /// Which: the first word of a key of the table `costos_unitarios`.
    pub clave: String,
    /// Level of medical care, 1 to 3.
    pub nivel: u32,
    /// How many: days, sessions, studies. 1 to 99999.
    pub cantidad: u32,
}

/// What a service came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Concepto {
    /// Which.
    pub clave: String,
    /// Level of medical care.
    pub nivel: u32,
    /// Its name for a person.
    pub nombre: String,
    /// How many.
    pub cantidad: u32,
    /// Cost of one, pesos.
    pub costo_unitario: Importe,
    /// Cost of all, pesos.
    pub importe: Importe,
}

/// Answer of the operation `capital_constitutivo`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaCapital {
    /// Services and money, pesos.
    pub subtotal: Importe,
    /// What is added for administration (LSS 79 XII), pesos.
    pub administracion: Importe,
    /// What is charged, pesos.
    pub total: Importe,
    /// Each service.
    pub conceptos: Vec<Concepto>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaCapital {}

/// The operation `capital_constitutivo`.
///
/// # Errors
/// `capital_constitutivo.vacio`, `.cantidad`, `.servicio`, `.nivel`, `.sin_costos`, `credito.tamano`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaCapital) -> Resultado<SalidaCapital> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let costos = costos(&mut consulta, &entrada)?;
    let (mut hallazgos, fecha) = (Vec::new(), entrada.determinacion.0);
    let sumandos = sumar(pluma, &entrada, &costos).map_err(|error| vec![error])?;
    for ((indice, _), fila) in entrada.servicios.iter().enumerate().zip(&costos) {
        if fila.confianza != Confianza::Alta {
            let datos = [("servicio", nombre(fila)), ("fuente", fila.fuente.to_string())];
            let campo = format!("servicios[{indice}]");
            hallazgos.push(Hallazgo::con(&mensaje::NO_VERIFICADO, campo, &datos));
        }
    }
    let total = total(&mut consulta, pluma, &entrada, sumandos.subtotal).map_err(|error| vec![error])?;
    let regla = if entrada.improcedentes {
        &mensaje::IMPROCEDENTES
    } else {
        &mensaje::DETERMINACION
    };
    hallazgos.push(Hallazgo::con(regla, "", &[("fecha", fecha.to_string())]));
    Ok(SalidaCapital {
        subtotal: total.subtotal,
        administracion: total.administracion,
        total: total.total,
        conceptos: sumandos.conceptos,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then(|| total.nodo.into_iter().collect()),
    })
}

/// The unit cost of each service, or everything that is wrong with them.
fn costos<'a>(consulta: &mut Consulta<'a>, entrada: &EntradaCapital) -> Resultado<Vec<&'a Fila>> {
    let cuantos = entrada.servicios.len();
    if cuantos > MAXIMO_DE_SERVICIOS || cuantos == 0 && entrada.prestaciones_economicas == Importe::CERO {
        let datos = [("maximo", MAXIMO_DE_SERVICIOS.to_string())];
        return Err(vec![Hallazgo::con(&mensaje::VACIO, "servicios", &datos)]);
    }
    let (mut filas, mut errores) = (Vec::new(), Vec::new());
    for (indice, servicio) in entrada.servicios.iter().enumerate() {
        match costo(consulta, servicio, entrada.determinacion.0) {
            Ok(fila) => filas.push(fila),
            Err(error) => errores.push(error.dentro_de(&format!("servicios[{indice}]"))),
        }
    }
    if errores.is_empty() { Ok(filas) } else { Err(errores) }
}

fn costo<'a>(consulta: &mut Consulta<'a>, servicio: &Servicio, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    if !(1..=MAXIMA_CANTIDAD).contains(&servicio.cantidad) {
        let datos = [
            ("cantidad", servicio.cantidad.to_string()),
            ("maximo", MAXIMA_CANTIDAD.to_string()),
        ];
        return Err(Hallazgo::con(&mensaje::CANTIDAD, "cantidad", &datos));
    }
    let clave = format!("{} {}", servicio.clave, servicio.nivel);
    let hallada = consulta.vigente(Tabla::CostosUnitarios, &clave, fecha);
    hallada.map_err(|error| sin_costo(consulta.normativa(), servicio, &error))
}

/// Why there is no cost: no such service, not at that level, or not established for that year.
fn sin_costo(normativa: &Normativa, servicio: &Servicio, error: &FueraDeVigencia) -> Hallazgo {
    let claves = || {
        normativa
            .filas(Tabla::CostosUnitarios)
            .filter_map(|f| f.clave.split_once(' '))
    };
    if error.cobertura.is_some() {
        let datos = [("anio", error.fecha.year().to_string()), ("detalle", error.to_string())];
        return Hallazgo::con(&mensaje::SIN_COSTOS, "", &datos);
    }
    let niveles: BTreeSet<&str> = claves().filter(|(c, _)| *c == servicio.clave).map(|(_, n)| n).collect();
    if niveles.is_empty() {
        let hay: BTreeSet<&str> = claves().map(|(clave, _)| clave).collect();
        let opciones = hay.into_iter().collect::<Vec<_>>().join(", ");
        let datos = [("clave", servicio.clave.clone()), ("opciones", opciones)];
        return Hallazgo::con(&mensaje::SERVICIO_DESCONOCIDO, "clave", &datos);
    }
    let opciones = niveles.into_iter().collect::<Vec<_>>().join(", ");
    let datos = [
        ("clave", servicio.clave.clone()),
        ("nivel", servicio.nivel.to_string()),
        ("opciones", opciones),
    ];
    Hallazgo::con(&mensaje::NIVEL, "nivel", &datos)
}

fn nombre(fila: &Fila) -> String {
    match fila.nota.as_ref() {
        "" => fila.clave.to_string(),
        nota => nota.to_owned(),
    }
}

struct Sumandos {
    subtotal: Cifra,
    conceptos: Vec<Concepto>,
}

fn sumar(pluma: Pluma, entrada: &EntradaCapital, costos: &[&Fila]) -> Result<Sumandos, Hallazgo> {
    let (mut cifras, mut conceptos) = (Vec::new(), Vec::new());
    for (servicio, fila) in entrada.servicios.iter().zip(costos) {
        let entradas = [
            Entra::de("costo unitario", fila),
            Entra::Dato("cantidad", Decimal::from(servicio.cantidad)),
        ];
        let cifra = pluma.paso(&mensaje::SERVICIO, Operacion::Producto, CENTAVOS, &entradas);
        let mut cifra = cifra.ok_or_else(|| no_cabe("servicios"))?;
        let nombre = nombre(fila);
        cifra.nodo = cifra.nodo.map(|nodo| nodo.precisando(&nombre));
        conceptos.push(Concepto {
            clave: servicio.clave.clone(),
            nivel: servicio.nivel,
            nombre,
            cantidad: servicio.cantidad,
            costo_unitario: Importe::redondeado(fila.valor),
            importe: importe(&cifra)?,
        });
        cifras.push(cifra);
    }
    let economicas = pluma.dato(&mensaje::PRESTACIONES, entrada.prestaciones_economicas.decimal());
    cifras.push(economicas.ok_or_else(|| no_cabe("prestaciones_economicas"))?);
    let entradas: Vec<Entra<'_>> = cifras.iter().map(|cifra| Entra::Paso("concepto", cifra)).collect();
    let subtotal = pluma.paso(&mensaje::SUBTOTAL, Operacion::Suma, CENTAVOS, &entradas);
    Ok(Sumandos {
        subtotal: subtotal.ok_or_else(|| no_cabe("servicios"))?,
        conceptos,
    })
}

struct Total {
    subtotal: Importe,
    administracion: Importe,
    total: Importe,
    nodo: Option<Nodo>,
}

fn total(
    consulta: &mut Consulta<'_>,
    pluma: Pluma,
    entrada: &EntradaCapital,
    subtotal: Cifra,
) -> Result<Total, Hallazgo> {
    let administracion = if entrada.improcedentes {
        pluma.dato(&mensaje::ADMINISTRACION, Decimal::new(0, 2))
    } else {
        let dentro = |error: Hallazgo| error.dentro_de("determinacion");
        let fila = constante(consulta, "administracion_cc", entrada.determinacion.0).map_err(dentro)?;
        let entradas = [
            Entra::Paso("subtotal", &subtotal),
            Entra::Fila("por ciento", fraccion(fila.valor), fila),
        ];
        pluma.paso(&mensaje::ADMINISTRACION, Operacion::Producto, CENTAVOS, &entradas)
    };
    let administracion = administracion.ok_or_else(|| no_cabe("servicios"))?;
    let entradas = [
        Entra::Paso("subtotal", &subtotal),
        Entra::Paso("administración", &administracion),
    ];
    let total = pluma.paso(&mensaje::TOTAL, Operacion::Suma, CENTAVOS, &entradas);
    let total = total.ok_or_else(|| no_cabe("servicios"))?;
    Ok(Total {
        subtotal: importe(&subtotal)?,
        administracion: importe(&administracion)?,
        total: importe(&total)?,
        nodo: total.nodo,
    })
}
