//! *Capacitación*: simulated cases, graded by the very rules. A case is data (`casos/`): a story, the documents on the
//! counter, the trámite or the calculation it exercises, and what is expected of who solves it. Nothing here knows a
//! screen, a clock or a database; today is the case's own `hoy`.
//!
//! | module | what it does |
//! |---|---|
//! | [`caso`] | what a case is, and reading it |
//! | [`biblioteca`] | the cases that come with the program |
//! | [`borrador`] | a case made of a draft, with nobody real in it |
//! | [`resolver`] | what the rules say of a case |
//! | [`verificar`] | whether what a case expects is what the rules say |
//! | [`sesion`] | what an instructor hands out and collects |
//! | [`calificar`] | grading an attempt |
//! | [`variante`] | the same case with other people, amounts and days |
//! | [`catalogo`] | the findings that can be reported |

pub mod biblioteca;
pub mod borrador;
pub mod calificar;
pub mod caso;
pub mod catalogo;
pub mod comparar;
pub mod resolver;
pub mod sesion;
pub mod variante;
pub mod verificar;
