//! *Previsión de cuotas*: a payroll as people type it, and what the period will cost.

mod ajuste;
mod captura;
mod dictamen;
mod documento;
mod ejemplo;
mod expediente;
mod guion;
pub mod mensajes;
mod sua;

pub use ajuste::Ajuste;
pub use captura::Vinculos;
pub use dictamen::{Lote, MarcaDeCelda, PagoDelPeriodo, Preparada, ResultadoDeFila, clase_de_fraccion, misma_fila};
pub use documento::{ErrorDeDocumento, exportar, exportar_filas, importar};
pub use ejemplo::nomina_de_ejemplo;
pub use expediente::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario, FORMATO, Fila, OrigenDePrima};
pub use guion::{
    ClaseDeDato, Columna, Hoja, MOVIMIENTOS, PERCEPCIONES, TRABAJADORES, movimiento, percepcion, trabajador,
};
pub use sua::{
    ArchivosDeSua, Encuentro, NoSePuede, Recibido, encuentro, escribir_sua, otra_nomina, recibir_asegurados,
    recibir_movimientos,
};
