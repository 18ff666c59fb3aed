//! One folder per job a person comes to do.

pub mod adeudo;
mod archivos;
mod ayuda;
mod bandeja;
mod capacitacion;
mod clasificacion;
mod confronta;
mod continuacion;
mod dichos;
mod entrar;
mod equipo;
mod escenarios;
mod idse;
mod instructor;
mod modalidad;
mod muestras;
mod papel;
mod parametros;
pub mod prevision;
mod prima;
mod tramite;
mod tramites;

pub use adeudo::{Adeudo, Liquidacion, PAPEL as PAPEL_DE_ADEUDO};
pub use archivos::Archivero;
pub use ayuda::Ayuda;
pub use bandeja::{Acuse, Bandeja, Expediente};
pub use capacitacion::{BandaDePractica, Casos, Mostrador, NoEnPractica, Practicar};
pub use clasificacion::{Clasificacion, PAPEL as PAPEL_DE_CLASIFICACION};
pub use confronta::Confronta;
pub use continuacion::{Continuacion, PAPEL as PAPEL_DE_CONTINUACION};
pub use entrar::Entrar;
pub use equipo::EsteEquipo;
pub use escenarios::Escenarios;
pub use idse::{Idse, PAPEL as PAPEL_DE_IDSE};
pub use instructor::Instructor;
pub use modalidad::{Modalidad, PAPEL as PAPEL_DE_MODALIDAD};
pub use muestras::Muestras;
pub use papel::clave as clave_de_papel;
pub use parametros::Parametros;
pub use prevision::{Cedula, Prevision};
pub use prima::{PAPEL as PAPEL_DE_PRIMA, Prima};
pub use tramite::Formulario;
pub use tramites::{MisTramites, PorEmpezar, empezar};

/// Every sheet that is kept under the account that typed it.
pub const PAPELES: [&str; 6] = [
    PAPEL_DE_PRIMA,
    PAPEL_DE_CLASIFICACION,
    PAPEL_DE_ADEUDO,
    PAPEL_DE_CONTINUACION,
    PAPEL_DE_MODALIDAD,
    PAPEL_DE_IDSE,
];
