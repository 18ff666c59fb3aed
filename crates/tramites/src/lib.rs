//! What each job at the counter is: its typed record (`expediente`), its questions and columns (`guion`), and what the
//! rules say of it (`dictamen`). No screen and no database is known here.

#[macro_use]
mod columnas;

pub mod adeudo;
pub mod camino;
mod celdas;
pub mod colectiva;
pub mod continuacion;
pub mod convenio;
pub mod criterios;
pub mod guion;
pub mod incorporacion;
pub mod lecturas;
pub mod lote_idse;
pub mod modalidades;
pub mod modificacion;
pub mod plazos;
pub mod prevision;
pub mod registro;
pub mod requisitos;
pub mod texto;
