//! *Continuación voluntaria* (LSS 218–221, modalidad 40), worked out before anything is asked for: what the first payment
//! comes to, from today or from the day after the baja, what each month costs, and how that changes with the salary that is
//! chosen and with the years. Every figure is the rules' ([`ventanilla_reglas::incorporacion`]): here they are asked for,
//! month by month, and put side by side. It is a sheet to work something out on: it is never sent.

mod bandas;
mod captura;
mod cotizador;
mod cuenta;
mod deslizador;
mod ejemplo;
mod explicar;
mod futuro;
mod procedencia;
mod resumen;
mod solicitud;
mod tabla;

pub use bandas::{Banda, Bandas, Hueco, bandas};
pub use captura::{Errores, Escrito, Inicio, Supuesto, leer, mensaje_de};
pub use cotizador::{Cotizador, Limites, Parte};
pub use cuenta::{Cuenta, DelAnio, cuenta, total};
pub use deslizador::Deslizador;
pub use ejemplo::ejemplo;
pub use explicar::{Cifra, explicar};
pub use futuro::{Costo, Futuro, MESES, anios_por_suponer, futuro};
pub use procedencia::procedencia;
pub use resumen::{DeUnAnio, por_anio};
pub use solicitud::{al_tope, respuestas as solicitud};
pub use tabla::{TITULOS, filas};

#[cfg(test)]
mod propiedades;
#[cfg(test)]
mod pruebas;
