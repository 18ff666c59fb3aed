//! The operation `convenio.simular`, and what it shares with the comparison of terms.

use super::adeudo::{Cartera, Reparto, comprobar};
use super::entrada::{AutorizacionPrevia, CreditoDeConvenio, Deudor, EntradaConvenio, Modalidad};
use super::garantia::garantizar;
use super::plan::{Agenda, Plan, Terminos};
use super::resolucion::Solicitud;
use super::salida::{Garantia, Resolucion, SalidaConvenio};
use super::{CENTAVOS, demasiado, importe};
use crate::cifra::{Entra, Pluma};
use crate::consulta::Consulta;
use crate::credito::InpcDado;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::convenio as mensaje;
use crate::operacion::Resultado;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;

/// The operation `convenio.simular`.
///
/// # Errors
/// Those of the credits, `convenio.plazo`, `convenio.sin_saldo`, `convenio.tamano`, `inpc.no_cargado`,
/// `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaConvenio) -> Resultado<SalidaConvenio> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let caso = Caso {
        solicitud: entrada.solicitud.0,
        pago: entrada.pago_inicial_fecha.unwrap_or(entrada.solicitud).0,
        deudor: entrada.deudor,
        creditos: &entrada.creditos,
        saldo: entrada.saldo,
        previa: &entrada.autorizacion_previa,
        inpc: &entrada.inpc,
    };
    let terminos = caso.terminos(entrada.modalidad, entrada.plazo);
    let mut hallazgos = caso.comprobar()?;
    hallazgos.extend(terminos.comprobar(&mut consulta).map_err(una)?);
    let cartera = caso.cartera(&mut consulta, pluma)?;
    let reparto = caso
        .repartir(&mut consulta, pluma, cartera.as_ref(), entrada.modalidad)
        .map_err(una)?;
    let cotizacion = cotizar((&mut consulta, &mut Agenda::default()), pluma, &terminos, &reparto).map_err(una)?;
    let (resolucion, avisos) = caso
        .resolver(&mut consulta, cartera.as_ref(), entrada.modalidad)
        .map_err(una)?;
    hallazgos.extend(cartera.into_iter().flat_map(|c| c.hallazgos));
    hallazgos.extend(reparto.hallazgos);
    hallazgos.extend(avisos);
    hallazgos.extend(cotizacion.hallazgos(&terminos));
    let nodos = reparto.nodos.into_iter().chain(cotizacion.nodos).collect();
    Ok(SalidaConvenio {
        adeudo: reparto.adeudo,
        pago_inicial: reparto.pago_inicial,
        saldo: Importe::de_decimal(reparto.saldo).unwrap_or_default(),
        tasa: cotizacion.plan.tasa,
        tabla: cotizacion.plan.tabla,
        total_a_plazos: cotizacion.total_a_plazos,
        recargos_de_prorroga: cotizacion.recargos,
        total_general: cotizacion.total_general,
        garantia: cotizacion.garantia,
        exclusiones: reparto.exclusiones,
        resolucion,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(nodos),
    })
}

/// A finding alone.
pub(super) fn una(error: Hallazgo) -> Vec<Hallazgo> {
    vec![error]
}

/// What an application says, whatever the plan.
pub(super) struct Caso<'e> {
    /// Day of the application.
    pub solicitud: NaiveDate,
    /// Day of the initial payment.
    pub pago: NaiveDate,
    /// Who owes.
    pub deudor: Deudor,
    /// What is owed.
    pub creditos: &'e [CreditoDeConvenio],
    /// Or the balance alone.
    pub saldo: Option<Importe>,
    /// Circumstances of the debtor.
    pub previa: &'e AutorizacionPrevia,
    /// INPC of months that are not loaded.
    pub inpc: &'e InpcDado,
}

impl<'e> Caso<'e> {
    /// The plan that is asked for.
    pub(super) fn terminos(&self, modalidad: Modalidad, plazo: u32) -> Terminos {
        Terminos {
            modalidad,
            plazo,
            deudor: self.deudor,
            solicitud: self.solicitud,
            pago: self.pago,
        }
    }

    /// Checks the input.
    ///
    /// # Errors
    /// `convenio.saldo_y_creditos`, `convenio.sin_creditos`, and those of each credit.
    pub(super) fn comprobar(&self) -> Resultado<Vec<Hallazgo>> {
        match (self.saldo, self.creditos.is_empty()) {
            (Some(_), false) => Err(una(Hallazgo::con(&mensaje::SALDO_Y_CREDITOS, "saldo", &[]))),
            (None, true) => Err(una(Hallazgo::con(&mensaje::SIN_CREDITOS, "creditos", &[]))),
            _ => comprobar(self.creditos),
        }
    }

    /// The credits on the day of the application; `None` when only the balance is known.
    ///
    /// # Errors
    /// Those of the accesorios of each credit.
    pub(super) fn cartera(&self, consulta: &mut Consulta<'_>, pluma: Pluma) -> Resultado<Option<Cartera<'e>>> {
        if self.creditos.is_empty() {
            return Ok(None);
        }
        Cartera::actualizar(consulta, pluma, self.creditos, self.solicitud, self.inpc).map(Some)
    }

    /// The debt divided for one kind of plan.
    ///
    /// # Errors
    /// `convenio.sin_saldo`, `convenio.tamano`, `normativa.fuera_de_vigencia`.
    pub(super) fn repartir(
        &self,
        consulta: &mut Consulta<'_>,
        pluma: Pluma,
        cartera: Option<&Cartera<'e>>,
        modalidad: Modalidad,
    ) -> Result<Reparto, Hallazgo> {
        match cartera {
            Some(cartera) => cartera.repartir(consulta, pluma, modalidad),
            None => Reparto::de_saldo(pluma, self.saldo.unwrap_or_default()),
        }
    }

    /// The deadlines of the application, and what there is to say of it; nothing when only the balance is known.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub(super) fn resolver(
        &self,
        consulta: &mut Consulta<'_>,
        cartera: Option<&Cartera<'e>>,
        modalidad: Modalidad,
    ) -> Result<(Option<Resolucion>, Vec<Hallazgo>), Hallazgo> {
        let Some(cartera) = cartera else {
            return Ok((None, Vec::new()));
        };
        let solicitud = Solicitud {
            solicitud: self.solicitud,
            pago: self.pago,
            previa: self.previa,
            facultades: cartera.incluidos(modalidad).any(|(_, c)| c.facultades_de_comprobacion),
        };
        let (resolucion, mut hallazgos) = solicitud.resolver(consulta)?;
        for (indice, _) in cartera.incluidos(modalidad).filter(|(_, c)| c.impugnado) {
            let datos = [("limite", solicitud.limite_de_desistimiento(consulta, &resolucion)?)];
            hallazgos.push(Hallazgo::con(
                &mensaje::IMPUGNADO,
                format!("creditos[{indice}]"),
                &datos,
            ));
        }
        if modalidad == Modalidad::Diferido && cartera.incluidos(modalidad).any(|(_, c)| es_rcv(c)) {
            hallazgos.push(Hallazgo::con(&mensaje::RCV_DIFERIDO, "modalidad", &[]));
        }
        Ok((Some(resolucion), hallazgos))
    }
}

fn es_rcv(credito: &CreditoDeConvenio) -> bool {
    credito.clase == super::ClaseDeCredito::Rcv
}

/// What a plan costs.
pub(super) struct Cotizacion {
    /// The schedule.
    pub plan: Plan,
    /// All the instalments.
    pub total_a_plazos: Importe,
    /// What time costs.
    pub recargos: Importe,
    /// The initial payment and the instalments.
    pub total_general: Importe,
    /// What has to be guaranteed.
    pub garantia: Garantia,
    /// The explanation, if it is being written.
    pub nodos: Vec<Nodo>,
}

/// What the plan of `terminos` costs for a debt already divided.
///
/// # Errors
/// `convenio.tamano`, `normativa.fuera_de_vigencia`.
pub(super) fn cotizar(
    (consulta, agenda): (&mut Consulta<'_>, &mut Agenda),
    pluma: Pluma,
    terminos: &Terminos,
    reparto: &Reparto,
) -> Result<Cotizacion, Hallazgo> {
    let mut plan = terminos.planear((consulta, agenda), pluma, reparto.saldo)?;
    let (garantia, nodo) = garantizar(
        consulta,
        pluma,
        terminos.solicitud,
        reparto.financiado,
        reparto.saldo,
        plan.recargos.valor,
    )?;
    let inicial = reparto.pago_inicial.map(|p| p.total).unwrap_or_default();
    let calcular = || {
        let inicial = pluma.dato(&mensaje::PAGO_INICIAL, inicial.decimal())?;
        let a_plazos = pluma.dato(&mensaje::TOTAL_A_PLAZOS, plan.total.valor)?;
        let sumandos = [
            Entra::Paso("pago inicial", &inicial),
            Entra::Paso("a plazos", &a_plazos),
        ];
        pluma.paso(&mensaje::TOTAL_GENERAL, Operacion::Suma, CENTAVOS, &sumandos)
    };
    let general = calcular().ok_or_else(demasiado)?;
    let (total_a_plazos, recargos, total_general) =
        (importe(&plan.total)?, importe(&plan.recargos)?, importe(&general)?);
    let mut nodos = std::mem::take(&mut plan.nodos);
    nodos.extend(
        [plan.total.nodo.take(), plan.recargos.nodo.take(), general.nodo, nodo]
            .into_iter()
            .flatten(),
    );
    Ok(Cotizacion {
        plan,
        total_a_plazos,
        recargos,
        total_general,
        garantia,
        nodos,
    })
}

impl Cotizacion {
    /// What every plan has to say, and whether this one is too small for its term.
    pub(super) fn hallazgos(&self, terminos: &Terminos) -> Vec<Hallazgo> {
        let mut hallazgos = Vec::new();
        if !self.son_iguales() {
            let datos = [("plazo", terminos.plazo.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::SALDO_PEQUENO, "plazo", &datos));
        }
        hallazgos.push(Hallazgo::con(&mensaje::UDI, "", &[]));
        hallazgos.push(Hallazgo::con(&mensaje::DISPENSA, "", &[]));
        hallazgos
    }

    /// Whether every instalment but the last is the same, and above zero.
    fn son_iguales(&self) -> bool {
        let filas = &self.plan.tabla;
        let primera = filas.first().map(|f| f.pago).unwrap_or_default();
        let todas = filas.iter().take(filas.len().saturating_sub(1));
        primera > Importe::CERO && todas.into_iter().all(|f| f.pago == primera)
    }
}
