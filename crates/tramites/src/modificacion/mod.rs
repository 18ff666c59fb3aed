//! *Modificación al registro patronal*: what changes once an employer is registered (RACERF 16, 25 to 28; AFIL-01 and
//! AM-SRT). The cause decides which sections are filled in, the deadline and the prima that follows.

mod causa;
mod dictamen;
mod guion;
pub mod mensajes;

pub use guion::GUION;
