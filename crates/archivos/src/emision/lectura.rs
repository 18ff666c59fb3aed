//! Sheets of text to an emisión.

use super::cuadre;
use super::hallazgo::{ErrorDeEmision, Hallazgo, Hallazgos};
use super::mensajes;
use super::movimientos::{self, Hallado};
use super::resumen;
use super::tipos::{Emision, HojaDeTexto};
use crate::texto::normalizar;

/// Rows of a sheet that are read. (The binary format itself has 65,536.)
pub const FILAS_MAXIMAS: usize = 200_000;

impl From<Hallazgo> for ErrorDeEmision {
    fn from(hallazgo: Hallazgo) -> Self {
        let mut hallazgos = Hallazgos::default();
        hallazgos.push(hallazgo);
        Self { hallazgos }
    }
}

/// Reads an emisión from the sheets of its workbook. Sheets, headers and labels are found by their names, without
/// regard to case, accents or kind of space; what somebody added besides is ignored.
///
/// # Errors
/// When the workbook is another one, or some figure of its movements cannot be read: every reason, up to the bound.
/// Nothing is read by halves.
pub fn de_hojas(hojas: &[HojaDeTexto]) -> Result<Emision, ErrorDeEmision> {
    if !hojas.iter().any(tiene_datos) {
        return Err(mensajes::libro_vacio().into());
    }
    let mut hallado = Hallado::default();
    let de_resumen = buscar(hojas, "emision", &mut hallado);
    let de_ema = buscar(hojas, "movimientosema", &mut hallado);
    let de_eba = buscar(hojas, "movimientoseba", &mut hallado);
    if !hallado.errores.is_empty() {
        return Err(ErrorDeEmision {
            hallazgos: hallado.errores,
        });
    }
    if de_ema.is_none() && de_eba.is_none() {
        let nombres: Vec<String> = hojas.iter().map(|h| h.nombre.clone()).collect();
        return Err(mensajes::otro_libro(&nombres).into());
    }
    if de_ema.is_none() {
        hallado.avisos.push(mensajes::sin_hoja("Movimientos EMA"));
    }
    if de_resumen.is_none() {
        hallado.avisos.push(mensajes::sin_hoja("Emisión"));
    }
    let resumen = de_resumen.map(|h| resumen::leer(h, &mut hallado.avisos));
    let ema = de_ema.map(|h| movimientos::leer_ema(h, &mut hallado));
    let eba = de_eba.map(|h| movimientos::leer_eba(h, &mut hallado));
    if !hallado.errores.is_empty() {
        return Err(ErrorDeEmision {
            hallazgos: hallado.errores,
        });
    }
    let mut emision = Emision {
        resumen: resumen.unwrap_or_default(),
        ema: ema.unwrap_or_default(),
        eba: eba.unwrap_or_default(),
        avisos: hallado.avisos,
    };
    cuadre::revisar(de_resumen.map_or("", |h| &h.nombre), &mut emision);
    Ok(emision)
}

fn tiene_datos(hoja: &HojaDeTexto) -> bool {
    hoja.filas.iter().flatten().any(|celda| !celda.trim().is_empty())
}

/// The first sheet whose name begins so; the others of that name are told.
fn buscar<'a>(hojas: &'a [HojaDeTexto], inicio: &str, hallado: &mut Hallado) -> Option<&'a HojaDeTexto> {
    let mut estas = hojas.iter().filter(|h| normalizar(&h.nombre).starts_with(inicio));
    let primera = estas.next()?;
    for otra in estas {
        hallado.avisos.push(mensajes::hoja_repetida(&otra.nombre));
    }
    if primera.filas.len() > FILAS_MAXIMAS {
        hallado
            .errores
            .push(mensajes::demasiadas_filas(&primera.nombre, FILAS_MAXIMAS));
        return None;
    }
    Some(primera)
}
