//! *Adeudo*: the credits of a debtor as people type or paste them, what each one is on a payment date, and how the debt
//! grows. The rules know one credit at a time ([`ventanilla_reglas::credito`]); here they are read, added up and looked at
//! over time. It is a sheet to work something out on: it is never sent.

mod captura;
mod clase;
mod cuenta;
mod ejemplo;
mod inpc;
pub mod liquidacion;
pub mod mensajes;
mod pegado;
mod periodo;
mod renglon;
mod serie;
mod traspaso;

pub use captura::{Credito, Monto, Parte, leer_credito, leer_todos, vencimiento_de_ley};
pub use clase::ClaseDeCredito;
pub use cuenta::{Cifra, Condiciones, Cuenta, CuentaDeCredito, CuentaDeParte, Sumas, con_estimacion, en_cuenta};
pub use ejemplo::ejemplo;
pub use inpc::{INPC, InpcEscrito, inpc_escrito};
pub use pegado::{Pegado, leer_pegado};
pub use periodo::Periodo;
pub use renglon::{CREDITOS, Renglon, agregar, escribir, renglones};
pub use serie::{Punto, Serie, serie};
pub use traspaso::{Traspaso, renglon_de_prevision};
