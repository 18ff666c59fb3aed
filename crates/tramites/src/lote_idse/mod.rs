//! A batch of movements for IDSE (reingresos, bajas, changes of salary): what was typed, and everything that is wrong with
//! it at once, because one bad row brings the whole batch down there.
//!
//! The file itself is [`ventanilla_archivos::idse`]; transmitting it needs the e.firma and is not done here.

mod columnas;
mod dictamen;
mod ejemplo;
mod expediente;
pub mod mensajes;
mod nombre;
mod pegado;
pub mod politicas;
mod renglon;
mod secuencia;

pub use columnas::{CAUSAS, COLUMNAS, SALARIOS, SEMANAS, TIPOS, TRABAJADORES, columna};
pub use dictamen::{Dictamen, Marca, Revisor};
pub use ejemplo::{lote_con_errores, lote_de_ejemplo};
pub use expediente::{FORMATO, Fila, Lote, RENGLONES};
pub use pegado::{Traido, de_archivo, de_tabla, de_texto, rotulo};
