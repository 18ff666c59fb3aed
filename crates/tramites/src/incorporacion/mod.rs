//! Entering the Institute of one's own will: *incorporación voluntaria* (LSS 13, 222–233), *continuación voluntaria*
//! (LSS 218–221) and *seguro de salud para la familia* (LSS 240–245).

pub(crate) mod condiciones;
pub mod cotizacion;
pub mod cuestionario;
mod dictamen;
mod documentos;
pub(crate) mod familia;
pub(crate) mod guion;
pub mod mensajes;
pub mod seguros;
pub mod situacion;
pub mod veredicto;

pub use familia::PARENTESCOS;
/// Whether a quote says something that was asked already, or that the verdict says.
pub fn se_dijo_ya(codigo: &str) -> bool {
    dictamen::CALLADOS.contains(&codigo)
}

pub use guion::{AREAS, CLASES, GUION};
