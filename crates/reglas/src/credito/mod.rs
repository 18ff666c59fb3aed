//! One credit in favour of the Institute (LSS 287): what it has become since it was due (actualización and recargos, LSS
//! 40-A, CFF 17-A and 21), and until when it may be paid, contested or collected.

mod accesorios;
mod capital;
mod ejecucion;
mod factor;
mod inpc;
mod mora;
mod plazos;

pub use accesorios::{
    Accesorios, Clase, EntradaAccesorios, SalidaAccesorios, TasaDeMora, ejecutar as ejecutar_accesorios,
};
pub(crate) use accesorios::{Adeudo, accesorios};
pub use capital::{Concepto, EntradaCapital, SalidaCapital, Servicio, ejecutar as ejecutar_capital};
pub use ejecucion::{Acto, EntradaGastos, SalidaGastos, ejecutar as ejecutar_gastos};
pub use inpc::{Indice, InpcDado, InpcUsado, meses_que_faltan};
pub use plazos::{EntradaPlazos, Plazos, SalidaPlazos, ejecutar as ejecutar_plazos};

use crate::cifra::Cifra;
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::mensajes::credito as mensaje;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Tabla};

pub(crate) const CENTAVOS: Option<Redondeo> = Some(Redondeo::CentavosMitadArriba);

/// A row of `accesorios`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(crate) fn constante<'a>(consulta: &mut Consulta<'a>, clave: &str, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    let hallada = consulta.vigente(Tabla::Accesorios, clave, fecha);
    hallada.map_err(|error| fuera_de_vigencia(&error, ""))
}

/// The finding for a figure that cannot be held exactly: only absurd rows of a suplemento make one.
pub(crate) fn no_cabe(campo: &str) -> Hallazgo {
    Hallazgo::con(&mensaje::TAMANO, campo, &[])
}

/// A figure as an amount; the finding when it is too large to be one.
///
/// # Errors
/// `credito.tamano`.
pub(crate) fn importe(cifra: &Cifra) -> Result<Importe, Hallazgo> {
    Importe::de_decimal(cifra.valor).ok_or_else(|| no_cabe("importe"))
}

/// A figure with a fixed number of decimals.
fn con_decimales(valor: Decimal, decimales: u32) -> String {
    let mut valor = valor;
    valor.rescale(decimales);
    valor.to_string()
}
