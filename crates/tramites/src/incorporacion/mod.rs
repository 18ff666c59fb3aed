//! Entering the Institute of one's own will: *incorporación voluntaria* (LSS 13, 222–233), *continuación voluntaria*
//! (LSS 218–221) and *seguro de salud para la familia* (LSS 240–245).

pub(crate) mod condiciones;
pub mod cotizacion;
pub mod cuestionario;
mod dictamen;
mod documentos;
mod familia;
pub(crate) mod guion;
pub mod mensajes;
pub mod seguros;
pub mod situacion;
pub mod veredicto;

pub use familia::PARENTESCOS;
pub use guion::{AREAS, CLASES, GUION};
