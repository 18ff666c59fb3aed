//! Seguro de salud para la familia (LSS 242; RACERF 101): each person pays the yearly fee of their age group. Groups that
//! were not published are asked for, never supposed.

use super::super::modalidad::Modalidad;
use super::super::perfil::revisar_edad;
use super::super::renovacion::ventana;
use super::anualidad::{inicio, meses_de_vigencia, pago_adelantado};
use super::entrada::EntradaCotizar;
use super::no_cabe;
use super::salida::{Cotizado, Persona};
use super::supuesto::fin_de;
use crate::cifra::{Entra, Pluma};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// Most people in one application.
const MAXIMO: usize = 1000;

pub(super) fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    let inicio = inicio(entrada)?;
    let edades = entrada.edades.as_deref().unwrap_or_default();
    let grupos = grupos(consulta.normativa());
    let mut errores = revisar(entrada, edades, &grupos);
    let (mut personas, mut hallazgos) = (Vec::new(), Vec::new());
    for (indice, edad) in edades.iter().enumerate().take(MAXIMO) {
        let campo = format!("edades[{indice}]");
        if let Some(error) = revisar_edad(*edad, campo.clone()) {
            errores.push(error);
            continue;
        }
        match una(consulta, entrada, inicio, (*edad, &grupos), &mut hallazgos) {
            Ok(persona) => personas.push(persona),
            Err(error) => errores.push(error.en(&campo)),
        }
    }
    if !errores.is_empty() {
        return Err(errores);
    }
    if edades.len() == 1 {
        hallazgos.push(Hallazgo::con(&mensaje::SSF_MINIMO, "edades", &[]));
    }
    let fin = fin_de(inicio, meses_de_vigencia(consulta, inicio).map_err(|h| vec![h])?);
    let renovacion = ventana(consulta, Modalidad::M33, fin).map_err(|h| vec![h.en("inicio")])?;
    let total: Importe = personas.iter().map(|(p, _)| p.cuota).sum();
    let pago = pago_adelantado(consulta, (inicio, fin), total).map_err(|h| vec![h])?;
    Ok(Cotizado {
        personas,
        cobertura: (inicio, fin),
        renovacion: Some(renovacion.into()),
        pagos: vec![pago],
        hallazgos,
        ..Cotizado::de_meses(Vec::new())
    })
}

/// The age groups of the table, whatever their dates.
fn grupos(normativa: &Normativa) -> BTreeSet<String> {
    let claves = normativa.filas(Tabla::CuotasSsf).map(|f| grupo_de(f).to_owned());
    claves.collect()
}

/// The age groups of these people whose fee was not published for a year that begins on `inicio`: it has to be given.
pub fn grupos_por_dar(normativa: &Normativa, inicio: NaiveDate, edades: &[u32]) -> Vec<String> {
    let hay = |grupo: &str| {
        let mut filas = normativa.filas(Tabla::CuotasSsf);
        filas.any(|f| grupo_de(f) == grupo && f.rige(inicio))
    };
    let de_alguien = |grupo: &String| edades.iter().any(|edad| contiene(grupo, *edad));
    let grupos = grupos(normativa).into_iter();
    grupos.filter(|grupo| de_alguien(grupo) && !hay(grupo)).collect()
}

/// The group in a key such as `2026-03 30-39`.
fn grupo_de(fila: &Fila) -> &str {
    fila.clave
        .split_once(' ')
        .map_or(fila.clave.as_ref(), |partes| partes.1)
}

/// Whether an age is in a group such as `30-39` or `80+`.
fn contiene(grupo: &str, edad: u32) -> bool {
    let numero = |texto: &str| texto.parse::<u32>().ok();
    match (grupo.split_once('-'), grupo.strip_suffix('+')) {
        (Some((desde, hasta)), _) => {
            numero(desde).is_some_and(|d| d <= edad) && numero(hasta).is_some_and(|h| edad <= h)
        }
        (None, Some(desde)) => numero(desde).is_some_and(|d| d <= edad),
        (None, None) => false,
    }
}

fn revisar(entrada: &EntradaCotizar, edades: &[u32], grupos: &BTreeSet<String>) -> Vec<Hallazgo> {
    let mut errores = Vec::new();
    if edades.is_empty() || edades.len() > MAXIMO {
        let datos = [("maximo", MAXIMO.to_string())];
        errores.push(Hallazgo::con(&mensaje::SSF_SIN_PERSONAS, "edades", &datos));
    }
    for grupo in entrada.cuota_oficial.iter().flatten().map(|c| c.0) {
        if !grupos.contains(grupo) {
            let opciones: Vec<&str> = grupos.iter().map(String::as_str).collect();
            let datos = [("grupo", grupo.clone()), ("opciones", opciones.join(", "))];
            errores.push(Hallazgo::con(&mensaje::SSF_GRUPO, "cuota_oficial", &datos));
        }
    }
    errores
}

/// The fee of one person: published or, failing that, the one that was typed.
fn una(
    consulta: &mut Consulta<'_>,
    entrada: &EntradaCotizar,
    inicio: NaiveDate,
    (edad, grupos): (u32, &BTreeSet<String>),
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<(Persona, Option<Nodo>), Hallazgo> {
    let grupo = grupos.iter().find(|g| contiene(g, edad)).cloned().unwrap_or_default();
    let normativa = consulta.normativa();
    let publicada = normativa
        .filas(Tabla::CuotasSsf)
        .find(|f| grupo_de(f) == grupo && f.rige(inicio));
    let dada = entrada.cuota_oficial.as_ref().and_then(|c| c.get(&grupo)).copied();
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let entra = match (publicada, dada) {
        (Some(fila), dada) => {
            consulta.usar(Tabla::CuotasSsf, fila, inicio);
            advertir(fila, &grupo, dada, hallazgos);
            Entra::Fila("valor", Importe::redondeado(fila.valor).decimal(), fila)
        }
        (None, Some(dada)) => Entra::Dato("valor", dada.decimal()),
        (None, None) => {
            let datos = [("grupo", grupo), ("inicio", inicio.to_string())];
            return Err(Hallazgo::con(&mensaje::SSF_NO_ESTABLECIDA, "edades", &datos));
        }
    };
    let cuota = pluma.paso(&mensaje::CUOTA_POR_EDAD, Operacion::Tabla, None, &[entra]);
    let no_cabe = || no_cabe("cuota_oficial").remove(0);
    let cuota = cuota.ok_or_else(no_cabe)?;
    let persona = Persona {
        edad,
        cuota: Importe::de_decimal(cuota.valor).ok_or_else(no_cabe)?,
        dada: publicada.is_none(),
        grupo: grupo.clone(),
    };
    let nodo = cuota.nodo.map(|n| n.precisando(&format!("{grupo} años")));
    Ok((persona, nodo))
}

fn advertir(fila: &Fila, grupo: &str, dada: Option<Importe>, hallazgos: &mut Vec<Hallazgo>) {
    let Some(dada) = dada.filter(|d| d.decimal() != fila.valor) else {
        return;
    };
    let datos = [
        ("grupo", grupo.to_owned()),
        ("dada", dada.to_string()),
        ("cargada", fila.valor.to_string()),
        ("fuente", fila.fuente.to_string()),
    ];
    let hallazgo = Hallazgo::con(&mensaje::SSF_DIFIERE, "cuota_oficial", &datos);
    if !hallazgos.contains(&hallazgo) {
        hallazgos.push(hallazgo);
    }
}
