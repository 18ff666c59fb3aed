//! *Confronta*: what the IMSS says is owed (the EMA and the EBA), against what the rules compute.
//!
//! Two comparisons. **Arithmetic**: the same days, salaries and prima that the emission itself carries, computed again.
//! **Payroll**: against a payroll of *Previsión de cuotas*, worker by worker.
//!
//! | module | job |
//! |---|---|
//! | [`lectura`] | the workbook as it is read, to rows of this floor |
//! | [`emitido`] | the emission as this floor sees it: rows of days at a salary, grouped by NSS |
//! | [`calculo`] | the rules on those rows; no formula of its own |
//! | [`nomina`] | the payroll's side, month and bimestre |
//! | [`atribuir`] | one thing changed at a time: which change explains how many cents |
//! | [`motor`] | everybody, in slices |
//! | [`muestra`] | a sample emission of fictitious people |
//! | [`salida`] | what comes out, as the Worker hands it to the page |
//! | [`puerta`] | bytes and JSON in, lines of JSON out |
//!
//! **The sum is exact.** For each worker and figure, *emission − computed = what each cause explains + what is left*.
//! What is left is rounding when it is within the tolerance, and «sin explicación» when it is not.
//!
//! **Order of the attribution.** Emission → the same data computed by the rules (prima, UMA, rates, ramos left out) → with
//! the payroll's prima → its days → its salaries → its absences → its incapacities. Each step is a computation of the whole
//! worker and explains the difference with the step before; what two changes do together goes to the later one.

pub mod atribuir;
pub mod calculo;
pub mod csv;
pub mod emitido;
pub mod lectura;
pub mod mensajes;
pub mod motor;
pub mod muestra;
pub mod nomina;
pub mod puerta;
pub mod salida;
