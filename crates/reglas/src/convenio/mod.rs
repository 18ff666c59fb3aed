//! The payment plan (LSS 40 C and 40 D, CFF 66 and 66-A, RACERF 133 to 143): the debt on the day of the application, the
//! initial payment, the schedule, the guarantee and the deadlines; several terms side by side; and what becomes of a plan
//! whose instalments are not paid.

mod adeudo;
mod comparar;
mod entrada;
mod garantia;
mod incumplimiento;
mod plan;
mod resolucion;
mod salida;
mod simular;

pub use comparar::{EntradaComparar, Opcion, SalidaComparar, ejecutar_comparar};
pub use entrada::{AutorizacionPrevia, ClaseDeCredito, CreditoDeConvenio, Deudor, EntradaConvenio, Modalidad};
pub use incumplimiento::{
    CausaDeIncumplimiento, EntradaIncumplimiento, EstadoDeParcialidad, PagoDeParcialidad, ParcialidadPactada,
    ParcialidadRevisada, Rehabilitacion, SalidaIncumplimiento, causas_de_incumplimiento, ejecutar_incumplimiento,
};
pub use resolucion::motivos_de_autorizacion;
pub use salida::{
    AdeudoDeConvenio, CreditoActualizado, Exclusion, Garantia, PagoInicial, Parcialidad, Resolucion, SalidaConvenio,
    TipoDeGarantia,
};
pub use simular::ejecutar;

use crate::cifra::Cifra;
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::mensajes::convenio as mensaje;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, Tabla};

/// Every amount of the plan is rounded to cents where it arises.
const CENTAVOS: Option<Redondeo> = Some(Redondeo::CentavosMitadArriba);

/// A row of the table `convenio` on the day of the application.
///
/// # Errors
/// `normativa.fuera_de_vigencia`, at `solicitud`.
fn dato<'a>(consulta: &mut Consulta<'a>, clave: &str, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    let hallada = consulta.vigente(Tabla::Convenio, clave, fecha);
    hallada.map_err(|error| fuera_de_vigencia(&error, "solicitud"))
}

/// The value of a row that counts days, months or instalments.
fn entero(fila: &Fila) -> u32 {
    fila.valor.to_u32().unwrap_or_default()
}

/// The text of a row, with its value where it says `{n}`.
fn con_numero(fila: &Fila) -> String {
    fila.nota.replace("{n}", &fila.valor.to_string())
}

/// A figure that is pesos.
fn importe(cifra: &Cifra) -> Result<Importe, Hallazgo> {
    Importe::de_decimal(cifra.valor).ok_or_else(demasiado)
}

/// Where a finding about the accesorios of a credit goes: what is of the credit, below `credito`; what is of the day it is
/// brought to, at `dia`; the INPC, where it is given.
fn situar(hallazgo: Hallazgo, credito: &str, dia: &str) -> Hallazgo {
    match hallazgo.campo.as_str() {
        "pago" => hallazgo.en(dia),
        campo if campo.starts_with("inpc") => hallazgo,
        _ => hallazgo.dentro_de(credito),
    }
}

/// The amounts cannot be held exactly.
fn demasiado() -> Hallazgo {
    Hallazgo::con(&mensaje::TAMANO, "", &[])
}
