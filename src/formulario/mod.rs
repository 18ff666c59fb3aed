//! The form kit: it draws any `Guion` and keeps what is typed. No rule lives here: what is asked, what it means and what is
//! wrong with it come from `ventanilla-tramites`.

mod bloque;
mod campos;
mod cola;
mod cuestionario;
mod cuota;
mod errores;
mod escritorio;
mod fraccion;
mod guardado;
mod lista;
mod panel;
mod pasos;
mod pestanas;
mod pregunta;
mod resultado;

pub use bloque::{PasoEntero, enfocar};
pub use cola::{Cola, cola};
pub use cuota::anotar_cuotas;
pub use errores::{ResumenDeErrores, mostrar as mostrar_errores};
pub use escritorio::{Escritorio, id_de};
pub use guardado::{Guardador, dormir};
pub use panel::{con_mirada, panel};
pub use pasos::Progreso;
pub use pestanas::{AvisoDeOtraPestana, Pestana};
pub use pregunta::Pregunta;
pub use resultado::{CuadroDeCifras, Hallazgos, Secciones};
