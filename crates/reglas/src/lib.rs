//! The rules of *afiliación y cobranza*: identifiers, deadlines, salary integration, contributions, prima,
//! classification and registro patronal. Pure functions:
//! no clock (dates are passed in), no input or output, no floating point. Every figure and every finding has a code in
//! [`mensajes`], with its article and its help text; the JSON contract that the three doors share is in [`operacion`].

mod anualidad;
pub mod captura;
mod cifra;
pub mod clasificacion;
pub mod consulta;
pub mod convenio;
pub mod credito;
pub mod cuotas;
pub mod entrada;
pub mod fecha;
pub mod hallazgo;
pub mod identificador;
pub mod importe;
pub mod memoria;
pub mod mensajes;
pub mod multa;
pub mod operacion;
pub mod plazo;
pub mod politica;
pub mod prima;
pub mod redondeo;
pub mod registro;
pub mod salario;
