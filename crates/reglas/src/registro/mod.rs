//! The registro patronal: registration and how many numbers it takes (RACERF 12 and 13), the deadlines of every change
//! (RACERF 10, 16 and 17), and the documents of each trámite.

mod alta;
mod plazo;
mod requisitos;

pub use alta::{EntradaAlta, Numero, Numeros, SalidaAlta, Sujeto, ejecutar_alta, numeros};
pub use plazo::{EntradaPlazo, PlazoDeRegistro, SalidaPlazo, ejecutar_plazo};
pub use requisitos::{Dato, EntradaRequisitos, SalidaRequisitos, ejecutar_requisitos, tramites};
pub(crate) use requisitos::{documentos, homoclave};
