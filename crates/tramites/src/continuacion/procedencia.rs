//! Whether it can be asked for, until when, and if not why.

use super::captura::Escrito;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{EntradaElegibilidad, Modalidad, Opcion, Perfil, ejecutar_elegibilidad};
use ventanilla_reglas::politica::Politicas;

/// The rules' answer for the baja that was typed; `None` while there is none.
///
/// # Errors
/// Those of `incorporacion.elegibilidad`, at the field of the sheet.
pub fn procedencia(normativa: &Normativa, escrito: &Escrito, hoy: NaiveDate) -> Result<Option<Opcion>, Vec<Hallazgo>> {
    let Some(baja) = escrito.fecha_baja else {
        return Ok(None);
    };
    let entrada = EntradaElegibilidad {
        fecha: Fecha(hoy),
        perfil: Perfil {
            // whoever uses this sheet left the job; the application asks again
            relacion_laboral_vigente: Some(false),
            fecha_baja: Some(Fecha(baja)),
            semanas_ultimos_5: escrito.semanas,
            ..Perfil::default()
        },
        politicas: Politicas::default(),
        memoria: false,
    };
    let salida = ejecutar_elegibilidad(normativa, entrada).map_err(|hallazgos| {
        let en_la_hoja = |h: Hallazgo| match h.campo.as_str() {
            "perfil.semanas_ultimos_5" => h.en("semanas"),
            _ => h.en("fecha_baja"),
        };
        hallazgos.into_iter().map(en_la_hoja).collect::<Vec<_>>()
    })?;
    Ok(salida.opciones.into_iter().find(|o| o.modalidad == Modalidad::M40))
}
