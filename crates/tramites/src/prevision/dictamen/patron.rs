//! What the employer and the period say: which months are computed, the prima, the class of a fracción.

use super::super::expediente::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, OrigenDePrima, leer_prima};
use super::super::mensajes;
use chrono::NaiveDate;
use validator::Validate;
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::consulta::fuera_de_vigencia;
use ventanilla_reglas::cuotas::{self, Periodo};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{self, Tipo, Uso};
use ventanilla_reglas::importe::Tasa;

/// Months and bimestres that a period asks for, with their names and what is paid in each.
pub(super) fn periodos(datos: &DatosDelPeriodo) -> Vec<(Periodo, String, &'static str)> {
    const IMSS: &str = "cuotas del IMSS";
    const RCV: &str = "retiro, cesantía y vejez, e Infonavit";
    let mes = |numero| {
        let datos = DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            numero,
            ..*datos
        };
        (Periodo::mes(datos.anio, numero), datos.nombre(), IMSS)
    };
    let bimestre = || {
        let nombre = format!("bimestre {} de {}", datos.numero, datos.anio);
        (Periodo::bimestre(datos.anio, datos.numero), nombre, RCV)
    };
    match datos.clase {
        ClaseDePeriodo::Mes => vec![mes(datos.numero)],
        ClaseDePeriodo::Bimestre => vec![bimestre()],
        ClaseDePeriodo::Completo => {
            let primero = datos.numero.saturating_mul(2).saturating_sub(1);
            vec![mes(primero), mes(primero + 1), bimestre()]
        }
    }
}

/// What is wrong with the employer's fields; the paths are those of [`DatosDelPatron`].
pub(super) fn revisar_patron(normativa: &Normativa, datos: &DatosDelPatron) -> Vec<Hallazgo> {
    let mut hallazgos = Vec::new();
    if let Err(errores) = datos.validate() {
        let mut campos: Vec<_> = errores.field_errors().into_iter().collect();
        campos.sort_by(|a, b| a.0.cmp(&b.0));
        for (campo, errores) in campos {
            let sin_uso = campo == "prima" && datos.origen_de_prima != OrigenDePrima::Prima;
            for error in errores.iter().filter(|_| !sin_uso) {
                let detalle = error.message.as_deref().unwrap_or("Es demasiado largo.");
                let regla = if campo == "prima" {
                    &mensajes::PRIMA
                } else {
                    &mensajes::DATO
                };
                hallazgos.push(Hallazgo::nuevo(
                    regla,
                    format!("patron.{campo}"),
                    &[("detalle", detalle)],
                ));
            }
        }
    }
    for (tipo, campo, valor) in [
        (Tipo::Rfc, "patron.rfc", &datos.rfc),
        (
            Tipo::RegistroPatronal,
            "patron.registro_patronal",
            &datos.registro_patronal,
        ),
    ] {
        if valor.trim().is_empty() {
            continue;
        }
        let revision = identificador::revisar(normativa, tipo, valor, Uso::Patron);
        hallazgos.extend(revision.hallazgos.iter().map(|h| {
            let datos = [("detalle", h.mensaje.as_str())];
            Hallazgo::nuevo(&mensajes::IDENTIFICADOR, campo, &datos)
        }));
    }
    hallazgos
}

/// First and last day of a period; `None` when there is no such month.
pub(in super::super) fn extremos(datos: &DatosDelPeriodo) -> Option<(NaiveDate, NaiveDate)> {
    let lapsos: Vec<cuotas::Lapso> = periodos(datos)
        .iter()
        .filter_map(|(p, _, _)| cuotas::Lapso::leer(p).ok())
        .collect();
    let desde = lapsos.iter().map(|l| l.desde).min()?;
    Some((desde, lapsos.iter().map(|l| l.hasta).max()?))
}

/// The prima: typed, or the *prima media* of a class or of a fracción's class (LSS 73). `None` where the period has no use
/// for one.
pub(super) fn prima(
    normativa: &Normativa,
    datos: &DatosDelPatron,
    periodo: &DatosDelPeriodo,
) -> Result<Option<Tasa>, Hallazgo> {
    let ultimo = periodos(periodo)
        .into_iter()
        .filter_map(|(p, _, _)| cuotas::Lapso::leer(&p).ok())
        .next();
    let Some(lapso) = ultimo.filter(|_| periodo.clase != ClaseDePeriodo::Bimestre) else {
        return Ok(None);
    };
    let media = |clase: &str| {
        let fila = normativa
            .vigente(Tabla::PrimasMedias, clase, lapso.hasta)
            .map_err(|error| fuera_de_vigencia(&error, "patron.clase"))?;
        Ok(Tasa::leer(&fila.valor.to_string()))
    };
    match datos.origen_de_prima {
        OrigenDePrima::Prima if datos.prima.trim().is_empty() => {
            let detalle = "Escriba la prima de riesgos de trabajo: está en su última determinación anual. Si no la conoce, elija la clase o la fracción de su actividad.";
            Err(Hallazgo::nuevo(
                &mensajes::PRIMA,
                "patron.prima",
                &[("detalle", detalle)],
            ))
        }
        OrigenDePrima::Prima => leer_prima(&datos.prima)
            .map(Some)
            .map_err(|detalle| Hallazgo::nuevo(&mensajes::PRIMA, "patron.prima", &[("detalle", &detalle)])),
        OrigenDePrima::Clase => media(&datos.clase),
        OrigenDePrima::Fraccion => media(clase_de_fraccion(normativa, &datos.fraccion, lapso.hasta)?.0),
    }
}

/// Class (I to V) and description of a fracción of the catalogue (RACERF 196).
///
/// # Errors
/// A finding at `patron.fraccion`.
pub fn clase_de_fraccion<'a>(
    normativa: &'a Normativa,
    fraccion: &str,
    fecha: NaiveDate,
) -> Result<(&'static str, &'a str), Hallazgo> {
    let codigo = fraccion.trim();
    let fila = normativa
        .vigente(Tabla::Fracciones, codigo, fecha)
        .map_err(|_| Hallazgo::nuevo(&mensajes::FRACCION, "patron.fraccion", &[("valor", codigo)]))?;
    let clase = match fila.valor.normalize().mantissa() {
        1 => "I",
        2 => "II",
        3 => "III",
        4 => "IV",
        _ => "V",
    };
    Ok((clase, fila.nota.as_ref()))
}
