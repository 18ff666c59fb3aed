//! The operation `convenio.comparar`: several terms side by side, for one debt that is computed once.

use super::adeudo::Reparto;
use super::entrada::{AutorizacionPrevia, CreditoDeConvenio, Deudor, Modalidad};
use super::plan::{Agenda, Terminos};
use super::salida::{AdeudoDeConvenio, Exclusion, PagoInicial, Resolucion};
use super::simular::{Caso, Cotizacion, cotizar, una};
use crate::cifra::Pluma;
use crate::consulta::{Comun, Consulta};
use crate::credito::InpcDado;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::Nodo;
use crate::mensajes::convenio as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Terms that are compared when none are asked for, in months.
const PLAZOS: [u32; 6] = [6, 12, 18, 24, 36, 48];
/// Months of the deferred payment that are compared.
const DIFERIDOS: [u32; 2] = [6, 12];
/// Most terms that one document compares.
const MAXIMO: usize = 12;

/// Input of the operation `convenio.comparar`: that of `convenio.simular` without its kind and term.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaComparar {
    /// Day of the application.
    pub solicitud: Fecha,
    /// Day of the initial payment; that of the application if absent.
    #[serde(default)]
    pub pago_inicial_fecha: Option<Fecha>,
    /// Terms in instalments, months; six usual ones if absent.
    #[serde(default)]
    pub plazos: Option<Vec<u32>>,
    /// Who owes.
    #[serde(default)]
    pub deudor: Deudor,
    /// What is owed: this or `saldo`.
    #[serde(default)]
    pub creditos: Vec<CreditoDeConvenio>,
    /// Balance after the initial payment, pesos.
    #[serde(default)]
    pub saldo: Option<Importe>,
    /// Circumstances of the debtor.
    #[serde(default)]
    pub autorizacion_previa: AutorizacionPrevia,
    /// INPC of months that are not loaded.
    #[serde(default)]
    pub inpc: InpcDado,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `convenio.comparar`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaComparar {
    /// The debt, divided for a plan in instalments (deferred, if nothing can be paid in instalments); `null` when only the
    /// balance was given.
    pub adeudo: Option<AdeudoDeConvenio>,
    /// What is paid with the application, divided the same way.
    pub pago_inicial: Option<PagoInicial>,
    /// What is left to be paid in time, pesos, divided the same way.
    pub saldo: Importe,
    /// Each kind and term: first the instalments, in the order asked for, then the deferred payments.
    pub opciones: Vec<Opcion>,
    /// What does not enter a plan divided the same way.
    pub exclusiones: Vec<Exclusion>,
    /// When the Institute must answer; `null` when only the balance was given.
    pub resolucion: Option<Resolucion>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation of the debt, if it was asked for; that of a plan is in `convenio.simular`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaComparar {}

/// One kind and term. What it costs is `null` when it cannot be had.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Opcion {
    /// How it is paid.
    pub modalidad: Modalidad,
    /// Months.
    pub plazo: u32,
    /// Whether it can be had.
    pub procede: bool,
    /// Why it cannot.
    pub motivo: Option<String>,
    /// Monthly rate, percent.
    pub tasa: Option<String>,
    /// What is paid with the application, pesos (a deferred RCV changes it).
    pub pago_inicial: Option<Importe>,
    /// What is left to be paid in time, pesos.
    pub saldo: Option<Importe>,
    /// The equal instalment, or the one payment, pesos.
    pub pago_mensual: Option<Importe>,
    /// The last one, pesos.
    pub ultimo_pago: Option<Importe>,
    /// All the instalments, pesos.
    pub total_a_plazos: Option<Importe>,
    /// What time costs, pesos.
    pub recargos_de_prorroga: Option<Importe>,
    /// The initial payment and the instalments, pesos.
    pub total_general: Option<Importe>,
    /// What has to be guaranteed, pesos.
    pub garantia: Option<Importe>,
    /// Day the first instalment is due.
    pub primer_vencimiento: Option<Fecha>,
    /// Day the last one is due.
    pub ultimo_vencimiento: Option<Fecha>,
}

/// The operation `convenio.comparar`.
///
/// # Errors
/// Those of `convenio.simular` but `convenio.plazo`, which makes an option not to be had, and `convenio.plazos`.
pub fn ejecutar_comparar(normativa: &Normativa, entrada: EntradaComparar) -> Resultado<SalidaComparar> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let plazos = plazos(&entrada)?;
    let caso = Caso {
        solicitud: entrada.solicitud.0,
        pago: entrada.pago_inicial_fecha.unwrap_or(entrada.solicitud).0,
        deudor: entrada.deudor,
        creditos: &entrada.creditos,
        saldo: entrada.saldo,
        previa: &entrada.autorizacion_previa,
        inpc: &entrada.inpc,
    };
    let mut hallazgos = caso.comprobar()?;
    let cartera = caso.cartera(&mut consulta, pluma)?;
    let mut repartir = |modalidad| caso.repartir(&mut consulta, pluma, cartera.as_ref(), modalidad);
    let repartos = Repartos {
        parcialidades: repartir(Modalidad::Parcialidades),
        diferido: repartir(Modalidad::Diferido),
    };
    let diferidos = DIFERIDOS.map(|plazo| (Modalidad::Diferido, plazo));
    let pedidos = plazos.into_iter().map(|plazo| (Modalidad::Parcialidades, plazo));
    let (mut opciones, mut avisos, mut agenda) = (Vec::new(), Vec::new(), Agenda::default());
    for (modalidad, plazo) in pedidos.chain(diferidos) {
        let terminos = caso.terminos(modalidad, plazo);
        let (opcion, hallados) =
            opcion((&mut consulta, &mut agenda), &terminos, repartos.de(modalidad)).map_err(una)?;
        opciones.push(opcion);
        avisos.extend(hallados);
    }
    let (modalidad, reparto) = repartos.principal().map_err(una)?;
    let (resolucion, plazos) = caso.resolver(&mut consulta, cartera.as_ref(), modalidad).map_err(una)?;
    hallazgos.extend(cartera.into_iter().flat_map(|c| c.hallazgos));
    hallazgos.extend(reparto.hallazgos);
    hallazgos.extend(plazos);
    hallazgos.extend(avisos);
    Ok(SalidaComparar {
        adeudo: reparto.adeudo,
        pago_inicial: reparto.pago_inicial,
        saldo: Importe::de_decimal(reparto.saldo).unwrap_or_default(),
        opciones,
        exclusiones: reparto.exclusiones,
        resolucion,
        memoria: entrada.memoria.then_some(reparto.nodos),
        comun: consulta.concluir(sin_repetir(hallazgos)),
    })
}

/// The terms asked for.
fn plazos(entrada: &EntradaComparar) -> Resultado<Vec<u32>> {
    let plazos = entrada.plazos.clone().unwrap_or_else(|| PLAZOS.to_vec());
    if plazos.is_empty() || plazos.len() > MAXIMO {
        let datos = [("maximo", MAXIMO.to_string()), ("cuantos", plazos.len().to_string())];
        return Err(una(Hallazgo::con(&mensaje::PLAZOS, "plazos", &datos)));
    }
    Ok(plazos)
}

/// The debt divided for each kind of plan: a deferred one may take RCV in.
struct Repartos {
    parcialidades: Result<Reparto, Hallazgo>,
    diferido: Result<Reparto, Hallazgo>,
}

impl Repartos {
    fn de(&self, modalidad: Modalidad) -> Result<&Reparto, &Hallazgo> {
        match modalidad {
            Modalidad::Parcialidades => self.parcialidades.as_ref(),
            Modalidad::Diferido => self.diferido.as_ref(),
        }
    }

    /// The one that is shown: that of the instalments, unless nothing can be paid so.
    fn principal(self) -> Result<(Modalidad, Reparto), Hallazgo> {
        match (self.parcialidades, self.diferido) {
            (Ok(reparto), _) => Ok((Modalidad::Parcialidades, reparto)),
            (Err(_), Ok(reparto)) => Ok((Modalidad::Diferido, reparto)),
            (Err(error), Err(_)) => Err(error),
        }
    }
}

/// One option, and what there is to say of it. A term that is too long or a debt with nothing to pay that way closes the
/// option; any other error closes the comparison.
fn opcion(
    (consulta, agenda): (&mut Consulta<'_>, &mut Agenda),
    terminos: &Terminos,
    reparto: Result<&Reparto, &Hallazgo>,
) -> Result<(Opcion, Vec<Hallazgo>), Hallazgo> {
    let mut cotizada = || {
        let mut avisos = terminos.comprobar(consulta)?;
        let reparto = reparto.map_err(Clone::clone)?;
        let cotizacion = cotizar((consulta, agenda), Pluma { escribe: false }, terminos, reparto)?;
        avisos.extend(cotizacion.hallazgos(terminos));
        Ok((Opcion::abierta(terminos, reparto, &cotizacion), avisos))
    };
    match cotizada() {
        Err(error) if cierra_la_opcion(&error) => Ok((Opcion::cerrada(terminos, error.mensaje), Vec::new())),
        resultado => resultado,
    }
}

fn cierra_la_opcion(error: &Hallazgo) -> bool {
    [mensaje::PLAZO.codigo, mensaje::SIN_SALDO.codigo].contains(&error.codigo)
}

impl Opcion {
    fn cerrada(terminos: &Terminos, motivo: String) -> Self {
        Self {
            modalidad: terminos.modalidad,
            plazo: terminos.plazo,
            procede: false,
            motivo: Some(motivo),
            tasa: None,
            pago_inicial: None,
            saldo: None,
            pago_mensual: None,
            ultimo_pago: None,
            total_a_plazos: None,
            recargos_de_prorroga: None,
            total_general: None,
            garantia: None,
            primer_vencimiento: None,
            ultimo_vencimiento: None,
        }
    }

    fn abierta(terminos: &Terminos, reparto: &Reparto, cotizacion: &Cotizacion) -> Self {
        let (primera, ultima) = (cotizacion.plan.tabla.first(), cotizacion.plan.tabla.last());
        Self {
            procede: true,
            motivo: None,
            tasa: Some(cotizacion.plan.tasa.clone()),
            pago_inicial: reparto.pago_inicial.map(|p| p.total),
            saldo: Importe::de_decimal(reparto.saldo),
            pago_mensual: primera.map(|f| f.pago),
            ultimo_pago: ultima.map(|f| f.pago),
            total_a_plazos: Some(cotizacion.total_a_plazos),
            recargos_de_prorroga: Some(cotizacion.recargos),
            total_general: Some(cotizacion.total_general),
            garantia: Some(cotizacion.garantia.monto),
            primer_vencimiento: primera.map(|f| f.vence),
            ultimo_vencimiento: ultima.map(|f| f.vence),
            ..Self::cerrada(terminos, String::new())
        }
    }
}

/// What several options say alike is said once.
fn sin_repetir(hallazgos: Vec<Hallazgo>) -> Vec<Hallazgo> {
    let mut unicos: Vec<Hallazgo> = Vec::new();
    for hallazgo in hallazgos {
        if !unicos.contains(&hallazgo) {
            unicos.push(hallazgo);
        }
    }
    unicos
}
