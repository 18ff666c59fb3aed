//! The institution's queue: what arrived, one trámite whole, and its receipt. A patrón sees the same pages with what is
//! theirs; what an account may see and do, only the server decides.

mod acciones;
mod acuse;
mod alarma;
mod carga;
mod declarado;
mod documentos;
mod encabezado;
mod enmienda;
mod expediente;
mod filtros;
mod historia;
mod lista;
mod puerta;
mod reglas;
mod senales;
mod tabla;
mod tarjeta;
mod vinculo;

pub use acuse::Acuse;
pub use expediente::Expediente;
pub use lista::Bandeja;
pub use senales::momento_corto;
