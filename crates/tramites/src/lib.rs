//! What each job at the counter is: its typed record (`expediente`), its questions and columns (`guion`), and what the
//! rules say of it (`dictamen`). No screen and no database is known here.

pub mod prevision;
