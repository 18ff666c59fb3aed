//! Small pieces that every page uses.

mod barra;
mod campo;
mod cifra;
mod criterios;
mod descarga;
mod dialogo;
mod fraccion;
mod icono;
mod memoria;
mod paginas;
mod pregunta;
mod rebanadas;
mod tostada;
mod zona;

/// Whether something that a finding cites is an article of a law, and not of our own contract.
pub fn es_articulo(fundamento: &str) -> bool {
    !fundamento.starts_with("Contrato")
}

pub use barra::mostrar_la_actual;
pub use campo::{Campo, CampoDeTexto, Segmentos};
pub use cifra::{fecha_corta, fecha_larga, miles, pesos};
pub use criterios::Criterios;
pub use descarga::{descargar, leer_archivo};
pub use dialogo::Cajon;
pub use fraccion::BuscadorDeFraccion;
pub use icono::{Icono, Trazo};
pub use memoria::ArbolDeMemoria;
pub use paginas::Paginas;
pub use pregunta::Pregunta;
pub use rebanadas::por_rebanadas;
pub use tostada::Tostador;
pub use zona::ZonaDeArchivos;
