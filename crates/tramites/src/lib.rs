//! What each job at the counter is: its typed record (`expediente`), its questions and columns (`guion`), and what the
//! rules say of it (`dictamen`). No screen and no database is known here.

pub mod camino;
pub mod guion;
pub mod prevision;
pub mod registro;
pub mod requisitos;
pub mod texto;
