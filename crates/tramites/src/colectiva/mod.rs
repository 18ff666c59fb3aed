//! Voluntary insurance through a collective agreement: an organisation and its list of people (RACERF 75, 79, 100–105).

mod condiciones;
pub mod cotizacion;
mod dictamen;
mod documentos;
mod guion;
mod lista;
pub mod mensajes;
mod pegado;
#[cfg(test)]
mod pruebas;

pub use guion::GUION;
pub use lista::{BLOQUE, PERSONAS};
pub use pegado::leer as leer_pegado;
