//! Convenio de pago a plazos (IMSS-02-089): who owes, what, how it is to be paid and with which guarantee.

mod condiciones;
mod dictamen;
mod documentos;
mod guion;
pub mod mensajes;
pub mod plan;
pub mod prellenado;

pub use guion::GUION;
