//! The native program of Ventanilla: two of the three doors of the calculation contract, the command line and HTTP, the
//! thin backend that receives trámites and keeps them, and the server of the built page. It has no rule of its own:
//! everything is computed by `ventanilla-reglas` and judged by `ventanilla-tramites`.

pub mod bitacora;
pub mod calcular;
pub mod cli;
mod conexiones;
pub mod contrasena;
pub mod cuentas;
pub mod huella;
pub mod motor;
pub mod oidc;
pub mod recepcion;
pub mod rechazo;
pub mod reloj;
pub mod repositorio;
pub mod rutas;
pub mod servir;
pub mod sesion;
