//! *Cuotas obrero-patronales* of a period (LSS 25, 31, 36, 39, 70–76, 106, 107, 147, 168, 211) and the Infonavit
//! contribution that is paid with them.

mod calculo;
mod ceav;
mod entrada;
mod figura;
mod incidencias;
mod movimientos;
mod pasos;
mod periodo;
mod salida;
mod segmentos;
mod tramo;

pub use calculo::{
    Calculo, CuentaDeDias, Figuras, Importes, POLITICAS_DE_CUOTAS, ResultadoDeTrabajador, anotar_politicas,
    preparar_solo,
};
pub use ceav::RANGOS;
pub use entrada::{
    Area, Entrada, Incidencia, Movimiento, Patron, Periodo, PrimaDesde, Renglon, TipoDeIncidencia, TipoDeMovimiento,
    Trabajador,
};
pub use figura::{Base, CUANTAS, FIGURAS, Figura, Parte};
pub use periodo::{ClaseDeLapso, Lapso, dias_entre};
pub use salida::{ImportesConClave, Salida, SalidaDeTrabajador, Totales};
pub use segmentos::Segmento;
pub use tramo::Tramo;

use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::entrada::Leido;
use crate::hallazgo::Hallazgo;
use crate::identificador::{self, Tipo, Uso};
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion, Silencio, Voz};
use crate::mensajes::cuotas as regla;
use crate::operacion::Resultado;
use crate::plazo::{self, Vencimiento};
use rust_decimal::prelude::ToPrimitive;
use std::collections::HashMap;
use ventanilla_normativa::{Normativa, Tabla};

/// Operation `cuotas.periodo`.
///
/// # Errors
/// When nothing can be computed: the period, the prima or the tables are at fault. A worker's own errors stay with it.
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas);
    let calculo = Calculo::preparar(&mut consulta, &entrada.patron, &entrada.periodo)?;
    let vencimiento = vencimiento(&mut consulta, &calculo.lapso).map_err(|h| vec![h])?;
    let hallazgos = revisar_patron(&mut consulta, &entrada.patron, &calculo);
    let mut salidas = Vec::with_capacity(entrada.trabajadores.len());
    let mut totales = Totales::default();
    let mut memoria = entrada.memoria.then(Vec::new);
    for leido in &entrada.trabajadores {
        let salida = computar(&mut consulta, &calculo, leido, &mut totales, memoria.as_mut());
        salidas.push(salida);
    }
    repetidos(&mut salidas);
    numerar(&mut salidas);
    let comun: Comun = consulta.concluir(hallazgos);
    Ok(Salida {
        trabajadores: salidas,
        totales: ImportesConClave::nuevos(&calculo, totales.importes),
        vencimiento: vencimiento.fecha.into(),
        vencimiento_seguro: vencimiento.fecha_segura.into(),
        trabajadores_contados: totales.contados,
        trabajadores_con_error: totales.con_error,
        dias_contados: totales.dias,
        dias_incapacidad: totales.incapacidad,
        dias_ausentismo: totales.ausentismo,
        comun,
        memoria: memoria.map(|nodos| reunir_memoria(nodos, &totales)),
    })
}

fn computar(
    consulta: &mut Consulta<'_>,
    calculo: &Calculo,
    leido: &Leido<Trabajador>,
    totales: &mut Totales,
    memoria: Option<&mut Vec<Nodo>>,
) -> SalidaDeTrabajador {
    let trabajador = match leido {
        Leido::Bien(trabajador) => trabajador,
        Leido::Mal(hallazgo) => {
            totales.agregar(None, CuentaDeDias::default());
            return SalidaDeTrabajador {
                nss: None,
                nombre: None,
                importes: None,
                dias: 0,
                dias_incapacidad: 0,
                dias_ausentismo: 0,
                hallazgos: vec![(**hallazgo).clone()],
            };
        }
    };
    let mut resultado = match memoria {
        Some(nodos) => {
            let mut voz = Voz::default();
            let resultado = calculo.trabajador(trabajador, &mut voz);
            let quien = trabajador.nombre.as_deref().or(trabajador.nss.as_deref());
            nodos.extend(voz.pasos.into_iter().map(|n| match quien {
                Some(quien) => n.precisando(quien),
                None => n,
            }));
            resultado
        }
        None => calculo.trabajador(trabajador, &mut Silencio),
    };
    let observaciones = calculo.observaciones(trabajador, &resultado);
    resultado.hallazgos.extend(observaciones);
    resultado.hallazgos.extend(revisar_nss(trabajador));
    anotar_politicas(consulta, &resultado);
    totales.agregar(resultado.importes.as_ref(), resultado.dias);
    SalidaDeTrabajador {
        nss: trabajador.nss.clone(),
        nombre: trabajador.nombre.clone(),
        importes: resultado.importes.map(|i| ImportesConClave::nuevos(calculo, i)),
        dias: resultado.dias.naturales,
        dias_incapacidad: resultado.dias.incapacidad,
        dias_ausentismo: resultado.dias.ausentismo,
        hallazgos: resultado.hallazgos,
    }
}

/// Last day to pay the period: the 17th of the next month, or the working day after (LSS 39; RACERF 3; CFF 12).
///
/// # Errors
/// When the calendar does not cover it.
pub fn vencimiento(consulta: &mut Consulta<'_>, lapso: &Lapso) -> Result<Vencimiento, Hallazgo> {
    let dia = consulta
        .vigente(Tabla::Limites, "dia_de_pago", lapso.hasta)
        .map_err(|error| fuera_de_vigencia(&error, "periodo"))?;
    let dia = dia.valor.to_u32().unwrap_or(17);
    plazo::vencimiento_de_pago(consulta, lapso.pago_nominal(dia))
}

/// What can be said of the employer's data; none of it stops the calculation.
pub fn revisar_patron(consulta: &mut Consulta<'_>, patron: &Patron, calculo: &Calculo) -> Vec<Hallazgo> {
    let mut hallazgos = Vec::new();
    if let Some(registro) = patron.registro_patronal.as_deref().filter(|r| !r.trim().is_empty()) {
        let revision = identificador::revisar(consulta.normativa(), Tipo::RegistroPatronal, registro, Uso::Patron);
        if let Some(primero) = revision.hallazgos.first() {
            let datos = [("valor", registro), ("detalle", primero.mensaje.as_str())];
            hallazgos.push(Hallazgo::nuevo(
                &regla::REGISTRO_PATRONAL,
                "patron.registro_patronal",
                &datos,
            ));
        }
    }
    for tramo in &calculo.tramos {
        let Some(prima) = tramo.prima else { continue };
        let limite = |clave| consulta.normativa().vigente(Tabla::Limites, clave, tramo.hasta);
        if let (Ok(minimo), Ok(maximo)) = (limite("prima_rt_minima"), limite("prima_rt_maxima"))
            && !(minimo.valor..=maximo.valor).contains(&prima.por_ciento())
        {
            let datos = [
                ("valor", prima.to_string()),
                ("minimo", minimo.valor.to_string()),
                ("maximo", maximo.valor.to_string()),
            ];
            let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
            let hallazgo = Hallazgo::nuevo(&regla::PRIMA_RANGO, "patron.prima_rt", &datos);
            if !hallazgos.contains(&hallazgo) {
                hallazgos.push(hallazgo);
            }
        }
    }
    hallazgos
}

/// A warning when the NSS does not check out.
pub fn revisar_nss(trabajador: &Trabajador) -> Option<Hallazgo> {
    let nss = trabajador.nss.as_deref().filter(|n| !n.trim().is_empty())?;
    (!identificador::nss_cuadra(nss)).then(|| Hallazgo::nuevo(&regla::NSS, "nss", &[("valor", nss)]))
}

fn repetidos(salidas: &mut [SalidaDeTrabajador]) {
    let mut vistos: HashMap<String, usize> = HashMap::new();
    for salida in salidas {
        let Some(nss) = salida.nss.clone().filter(|n| !n.trim().is_empty()) else {
            continue;
        };
        let veces = vistos.entry(nss.clone()).or_default();
        *veces += 1;
        if *veces > 1 {
            let hallazgo = Hallazgo::nuevo(&regla::NSS_REPETIDO, "nss", &[("valor", &nss)]);
            salida.hallazgos.push(hallazgo);
        }
    }
}

/// Paths inside a worker become paths inside the document.
fn numerar(salidas: &mut [SalidaDeTrabajador]) {
    for (indice, salida) in salidas.iter_mut().enumerate() {
        let prefijo = format!("trabajadores[{indice}]");
        let hallazgos = std::mem::take(&mut salida.hallazgos);
        salida.hallazgos = hallazgos.into_iter().map(|h| h.dentro_de(&prefijo)).collect();
    }
}

/// The workers' trees under one total, and what LSS 36 moves under another.
fn reunir_memoria(nodos: Vec<Nodo>, totales: &Totales) -> Vec<Nodo> {
    let (total, a_cargo): (Vec<Nodo>, Vec<Nodo>) = nodos.into_iter().partition(|n| n.clave == regla::TOTAL.clave());
    let suma = |regla, importe: Importe, hijos: Vec<Nodo>| Nodo::nuevo(regla, Operacion::Suma, importe).sobre(hijos);
    let mut memoria = vec![suma(&regla::TOTAL, totales.importes.total, total)];
    if !a_cargo.is_empty() {
        memoria.push(suma(
            &regla::OBRERA_A_CARGO,
            totales.importes.obrera_a_cargo_del_patron,
            a_cargo,
        ));
    }
    memoria
}
