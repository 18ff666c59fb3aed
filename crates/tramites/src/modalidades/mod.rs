//! *¿Qué modalidad me toca?*: a conversation about a person's situation, which modalities it leads to and why the others
//! do not apply, and what each one gives and costs, side by side. The rules answer ([`ventanilla_reglas::incorporacion`]):
//! here they are asked, and put beside each other. It is a sheet to find something out on: it is never sent.

mod charla;
mod comparacion;
mod costo;
mod curva;
mod guion;
mod respuesta;
mod solicitud;
mod ventajas;

pub use charla::{Charla, Dicha, HECHAS, cerrar, charla, reabrir};
pub use comparacion::{Comparada, Espera, comparar};
pub use costo::{Costo, costo, cuotas_por_anotar, explicacion, grupos_que_faltan};
pub use curva::{Curva, Fila, Serie, curva};
pub use guion::{COSTO, GUION, SITUACION};
pub use respuesta::{Respuesta, responder};
pub use solicitud::solicitud;
pub use ventajas::{Ventaja, ventajas};

#[cfg(test)]
mod pruebas;
