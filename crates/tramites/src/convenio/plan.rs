//! From the answers to the rules' input.

use super::condiciones::{fecha, solicitud};
use crate::adeudo::ClaseDeCredito as Clase;
use crate::guion::Mirada;
use ventanilla_reglas::convenio::{AutorizacionPrevia, CreditoDeConvenio, Deudor, EntradaConvenio, Modalidad};
use ventanilla_reglas::credito::{Indice, InpcDado, meses_que_faltan};
use ventanilla_reglas::fecha::{Fecha, Mes};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::politica::Politicas;

/// The credits and everything else but how it is to be paid; `None` until every credit can be read: a debt without one of
/// them would be another debt.
pub fn adeudo(m: &Mirada<'_>) -> Option<EntradaConvenio> {
    let creditos: Option<Vec<CreditoDeConvenio>> = (0..m.respuestas.cuantos("creditos"))
        .map(|indice| credito(m, indice))
        .collect();
    let creditos = creditos.filter(|c| !c.is_empty())?;
    let solicitud = solicitud(m);
    Some(EntradaConvenio {
        solicitud: Fecha(solicitud),
        pago_inicial_fecha: Fecha::leer(m.valor("fechas.pago_inicial")),
        modalidad: Modalidad::Parcialidades,
        plazo: 0,
        deudor: if m.es("patron.tipo", &["ente_publico"]) {
            Deudor::EntePublico
        } else {
            Deudor::Particular
        },
        creditos,
        saldo: None,
        autorizacion_previa: AutorizacionPrevia {
            grupo: m.afirma("admisibilidad.grupo"),
            sector_financiero: m.afirma("admisibilidad.financiero"),
            paraestatal: m.afirma("admisibilidad.paraestatal"),
            trabajadores: m.valor("admisibilidad.trabajadores").parse().ok(),
        },
        inpc: inpc_dado(m),
        politicas: Politicas::default(),
        memoria: false,
    })
}

/// The same with the modality and the term that were chosen; `None` until they are.
pub fn plan(m: &Mirada<'_>) -> Option<EntradaConvenio> {
    let modalidad = match m.valor("plan.modalidad") {
        "parcialidades" => Modalidad::Parcialidades,
        "diferido" => Modalidad::Diferido,
        _ => return None,
    };
    Some(EntradaConvenio {
        modalidad,
        plazo: m.valor("plan.plazo").parse().ok()?,
        ..adeudo(m)?
    })
}

/// A credit, once it can be read whole: half of one would give a debt that is not.
fn credito(m: &Mirada<'_>, indice: usize) -> Option<CreditoDeConvenio> {
    let valor = |campo: &str| m.valor(&format!("creditos.{indice}.{campo}"));
    let clase = Clase::de_clave(valor("clase"))?;
    let importe = |campo: &str| Importe::leer(valor(campo)).ok();
    let de_cuotas = clase.de_cuotas();
    let parte = |campo, es_de_cuotas| {
        if de_cuotas == es_de_cuotas {
            importe(campo).map(Some)
        } else {
            Some(None)
        }
    };
    Some(CreditoDeConvenio {
        clase: clase.into(),
        periodo: de_cuotas.then(|| valor("periodo").to_owned()).filter(|p| !p.is_empty()),
        vencimiento: Fecha::leer(valor("vencimiento"))?,
        patronal: parte("patronal", true)?,
        obrera: parte("obrera", true)?,
        importe: parte("importe", false)?,
        fianza_en_tramite: valor("situacion") == "fianza",
        prorroga_40e: valor("situacion") == "prorroga_40e",
        impugnado: valor("situacion") == "impugnado",
        facultades_de_comprobacion: valor("situacion") == "comprobacion",
    })
}

/// Whether the INPC of some month that the debt needs is not loaded, so that it has to be typed.
pub(super) fn falta_un_inpc(m: &Mirada<'_>) -> bool {
    let pago = solicitud(m);
    let vencimientos =
        (0..m.respuestas.cuantos("creditos")).filter_map(|i| fecha(m, &format!("creditos.{i}.vencimiento")));
    let nada = InpcDado::default();
    vencimientos
        .into_iter()
        .any(|vencimiento| !meses_que_faltan(m.normativa, vencimiento, pago, &nada).is_empty())
}

/// The indexes that were typed and can be read.
fn inpc_dado(m: &Mirada<'_>) -> InpcDado {
    let mut dado = InpcDado::default();
    for i in 0..m.respuestas.cuantos("inpc") {
        let valor = |campo: &str| m.valor(&format!("inpc.{i}.{campo}"));
        if let (Some(mes), Some(indice)) = (Mes::leer(valor("mes")), Indice::leer(valor("valor"))) {
            dado.poner(mes, indice);
        }
    }
    dado
}
