//! The native program of Ventanilla: two of the three doors of the calculation contract, the command line and HTTP,
//! and the server of the built page. It has no rule of its own: everything is computed by `ventanilla-reglas`.

pub mod calcular;
pub mod cli;
pub mod motor;
pub mod rechazo;
pub mod rutas;
pub mod servir;
