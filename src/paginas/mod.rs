//! One folder per job a person comes to do.

mod ayuda;
mod escenarios;
mod parametros;
pub mod prevision;

pub use ayuda::Ayuda;
pub use escenarios::Escenarios;
pub use parametros::Parametros;
pub use prevision::{Cedula, Prevision};
