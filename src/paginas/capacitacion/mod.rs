//! Training: simulated cases, solved in the very screens and graded by the very rules.
//!
//! A practice goes round between three rooms. Here a case is chosen, read and answered; the forms and the calculators are
//! those of the other modules, which know that they are in a practice ([`crate::practica`]); and here it is graded.

mod banda;
mod calificada;
mod casos;
mod decision;
mod hallazgos;
mod hoja;
mod juicio;
mod memoria;
mod mesa;
mod mostrador;
mod pistas;
mod practicar;
mod progreso;
mod quehacer;
mod recibida;
mod recibidas;
mod registro;

pub use banda::{BandaDePractica, NoEnPractica};
pub use casos::Casos;
pub use juicio::Juicio;
pub use mostrador::{Mostrador, Planteado};
pub use practicar::Practicar;
