//! From the answers to the rules' input.

use super::condiciones::{fecha, solicitud};
use crate::adeudo::ClaseDeCredito as Clase;
use crate::guion::{Mirada, Respuestas};
use std::collections::BTreeSet;
use ventanilla_reglas::captura;
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
    !meses(m).is_empty()
}

/// The months whose INPC the debt needs and is not loaded, in order.
fn meses(m: &Mirada<'_>) -> Vec<Mes> {
    let pago = solicitud(m);
    let vencimientos =
        (0..m.respuestas.cuantos("creditos")).filter_map(|i| fecha(m, &format!("creditos.{i}.vencimiento")));
    let nada = InpcDado::default();
    let faltan = vencimientos.flat_map(|vencimiento| meses_que_faltan(m.normativa, vencimiento, pago, &nada));
    faltan.collect::<BTreeSet<Mes>>().into_iter().collect()
}

/// The rows of indexes as they should be, out of those that were typed: one for each month that is still needed, so that
/// only its value is left to type; a month that is no longer needed goes, unless it has a value. `None` when they are so.
pub fn meses_por_anotar(m: &Mirada<'_>, escritas: &Respuestas) -> Option<Respuestas> {
    let faltan = meses(m);
    let texto = |i: usize, campo: &str| escritas.texto(&format!("inpc.{i}.{campo}")).trim().to_owned();
    let actuales: Vec<[String; 2]> = (0..escritas.cuantos("inpc").max(1))
        .map(|i| [texto(i, "mes"), texto(i, "valor")])
        .collect();
    let leido = |mes: &str| captura::mes(mes).ok();
    let sobra = |[mes, valor]: &[String; 2]| valor.is_empty() && leido(mes).is_some_and(|mes| !faltan.contains(&mes));
    let mut filas: Vec<[String; 2]> = actuales.iter().filter(|fila| !sobra(fila)).cloned().collect();
    for mes in &faltan {
        if filas.iter().any(|[otro, _]| leido(otro) == Some(*mes)) {
            continue;
        }
        let nuevo = mes.inicio().format("%m/%Y").to_string();
        match filas.iter_mut().find(|fila| fila.iter().all(String::is_empty)) {
            Some([blanca, _]) => *blanca = nuevo,
            None => filas.push([nuevo, String::new()]),
        }
    }
    if filas == actuales || faltan.is_empty() {
        return None;
    }
    let mut r = Respuestas::default();
    for (i, [mes, valor]) in filas.iter().enumerate() {
        r.poner(format!("inpc.{i}.mes"), mes.as_str());
        r.poner(format!("inpc.{i}.valor"), valor.as_str());
    }
    r.contar("inpc", filas.len());
    Some(r)
}

/// The indexes that were typed and can be read. Of a month that is twice, which is an error, the first one.
fn inpc_dado(m: &Mirada<'_>) -> InpcDado {
    let mut dado = InpcDado::default();
    let mut puestos = BTreeSet::new();
    for i in 0..m.respuestas.cuantos("inpc") {
        let valor = |campo: &str| m.valor(&format!("inpc.{i}.{campo}"));
        if let (Some(mes), Some(indice)) = (Mes::leer(valor("mes")), Indice::leer(valor("valor")))
            && puestos.insert(mes)
        {
            dado.poner(mes, indice);
        }
    }
    dado
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_normativa::Normativa;

    #[test]
    fn the_missing_months_have_their_rows() {
        let normativa = Normativa::publicada();
        let hoy = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("fecha");
        let mut r = Respuestas::default();
        r.contar("creditos", 1);
        r.poner("creditos.0.vencimiento", "17/08/2026");
        let anotar = |r: &Respuestas| meses_por_anotar(&Mirada::nueva(r, &normativa, hoy), r);
        let filas = anotar(&r).expect("filas");
        assert_eq!(
            [filas.texto("inpc.0.mes"), filas.texto("inpc.1.mes")],
            ["07/2026", "10/2026"]
        );
        r.reemplazar("inpc", &filas);
        assert_eq!(anotar(&r), None, "nothing more to do");
        r.poner("inpc.1.valor", "147.2");
        r.poner("creditos.0.vencimiento", "17/09/2026");
        let filas = anotar(&r).expect("filas");
        let textos = ["inpc.0.mes", "inpc.0.valor", "inpc.1.mes"].map(|ruta| filas.texto(ruta));
        assert_eq!(
            textos,
            ["10/2026", "147.2", "08/2026"],
            "what has a value stays; the other month gave its place"
        );
        r.poner("creditos.0.vencimiento", "17/02/2026");
        r.poner("fechas.solicitud", "20/05/2026");
        assert_eq!(anotar(&r), None, "nothing is missing: nothing is touched");
    }
}
