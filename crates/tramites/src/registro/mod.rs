//! *Registro patronal*: an employer (or other obliged subject) registers and is classified in the seguro de riesgos de
//! trabajo (LSS 15 I, RACERF 12 to 20). A new employer begins with the *prima media* of its class (RACERF 24, LSS 73).

mod dictamen;
mod documentos;
mod guion;
pub mod mensajes;
mod numero;

pub use guion::GUION;
