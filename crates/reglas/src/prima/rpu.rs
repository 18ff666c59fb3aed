//! The prima of a *registro patronal único*: that of each registro it replaces, weighted by its sum of SBC (RACERF 27).

use super::formula::{PRIMA, constante};
use super::{cinco, febrero_siguiente};
use crate::cifra::{Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::identificador::{Tipo, Uso, revisar};
use crate::importe::{Importe, Tasa};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::prima as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use chrono::Datelike;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Most registros that one document brings.
const MAXIMO: usize = 10_000;

/// Input of the operation `prima.rpu`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaRpu {
    /// Day of the request.
    pub fecha: Fecha,
    /// The registros that are replaced, one to ten thousand.
    pub registros: Vec<RegistroRpu>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A registro that is replaced.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistroRpu {
    /// Its number.
    #[serde(default)]
    pub registro_patronal: String,
    /// Its prima, percent.
    pub prima: Tasa,
    /// Sum of the SBC of its workers, pesos.
    pub sbc: Importe,
}

/// Answer of the operation `prima.rpu`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaRpu {
    /// The weighted prima, percent with five decimals.
    pub prima: String,
    /// Sum of all the SBC, pesos.
    pub sbc_total: String,
    /// Last day it rules: the next annual review.
    pub hasta: Fecha,
    /// Whether the request falls within the months of the guidelines.
    pub dentro_de_la_ventana: bool,
    /// What each registro adds.
    pub registros: Vec<Sumando>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaRpu {}

/// What a registro adds to the weighted prima.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sumando {
    /// Its number.
    pub registro_patronal: String,
    /// Its prima times its SBC, percent of pesos.
    pub producto: String,
}

/// The operation `prima.rpu`.
///
/// # Errors
/// `prima.rpu_registros`, `prima.rpu_repetido`, `prima.rpu_sin_sbc`, `prima.tamano`, `normativa.fuera_de_vigencia`.
pub fn ejecutar_rpu(normativa: &Normativa, entrada: EntradaRpu) -> Resultado<SalidaRpu> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    comprobar(&entrada)?;
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let ponderada = ponderar(pluma, &entrada.registros).ok_or_else(|| {
        vec![Hallazgo::con(
            &mensaje::TAMANO,
            "registros",
            &[("campo", "registros".to_owned())],
        )]
    })?;
    let (mut hallazgos, dentro) = elegibilidad(&mut consulta, &entrada).map_err(|error| vec![error])?;
    hallazgos.extend(revisar_numeros(normativa, &entrada.registros));
    Ok(SalidaRpu {
        prima: cinco(ponderada.prima.valor),
        sbc_total: ponderada.sbc.to_string(),
        hasta: Fecha(febrero_siguiente(entrada.fecha.0)),
        dentro_de_la_ventana: dentro,
        registros: ponderada.sumandos,
        memoria: entrada.memoria.then(|| ponderada.prima.nodo.into_iter().collect()),
        comun: consulta.concluir(hallazgos),
    })
}

fn comprobar(entrada: &EntradaRpu) -> Result<(), Vec<Hallazgo>> {
    let cuantos = entrada.registros.len();
    if cuantos == 0 || cuantos > MAXIMO {
        let datos = [("cuantos", cuantos.to_string())];
        return Err(vec![Hallazgo::con(&mensaje::RPU_REGISTROS, "registros", &datos)]);
    }
    let mut vistos = std::collections::BTreeSet::new();
    let repetidos = entrada.registros.iter().enumerate().filter(|(_, registro)| {
        let numero = registro.registro_patronal.as_str();
        !numero.is_empty() && !vistos.insert(numero)
    });
    let repetidos: Vec<Hallazgo> = repetidos
        .map(|(i, registro)| {
            let datos = [("registro", registro.registro_patronal.clone())];
            Hallazgo::con(
                &mensaje::RPU_REPETIDO,
                format!("registros[{i}].registro_patronal"),
                &datos,
            )
        })
        .collect();
    if !repetidos.is_empty() {
        return Err(repetidos);
    }
    if entrada.registros.iter().all(|r| r.sbc == Importe::CERO) {
        return Err(vec![Hallazgo::con(&mensaje::RPU_SIN_SBC, "registros", &[])]);
    }
    Ok(())
}

struct Ponderada {
    prima: crate::cifra::Cifra,
    sbc: Decimal,
    sumandos: Vec<Sumando>,
}

fn ponderar(pluma: Pluma, registros: &[RegistroRpu]) -> Option<Ponderada> {
    let (mut productos, mut bases, mut sumandos) = (Vec::new(), Vec::new(), Vec::new());
    for registro in registros {
        let entradas = [
            Entra::Dato("prima", registro.prima.por_ciento()),
            Entra::Dato("suma de SBC", registro.sbc.decimal()),
        ];
        let mut producto = pluma.paso(&mensaje::RPU_PRODUCTO, Operacion::Producto, None, &entradas)?;
        let mut base = pluma.dato(&mensaje::RPU_SBC, registro.sbc.decimal())?;
        for cifra in [&mut producto, &mut base] {
            cifra.nodo = cifra.nodo.take().map(|n| n.precisando(&registro.registro_patronal));
        }
        sumandos.push(Sumando {
            registro_patronal: registro.registro_patronal.clone(),
            producto: producto.valor.to_string(),
        });
        productos.push(producto);
        bases.push(base);
    }
    let sumar = |regla, cifras: &[crate::cifra::Cifra]| {
        let entradas: Vec<Entra<'_>> = cifras.iter().map(|c| Entra::Paso("registro", c)).collect();
        pluma.paso(regla, Operacion::Suma, None, &entradas)
    };
    let numerador = sumar(&mensaje::RPU_SUMA_PRODUCTOS, &productos)?;
    let divisor = sumar(&mensaje::RPU_SUMA_SBC, &bases)?;
    let entradas = [Entra::Paso("primas por SBC", &numerador), Entra::Paso("SBC", &divisor)];
    Some(Ponderada {
        prima: pluma.paso(&mensaje::RPU_PRIMA, Operacion::Cociente, PRIMA, &entradas)?,
        sbc: crate::redondeo::centavos_mitad_arriba(divisor.valor),
        sumandos,
    })
}

/// Whether the request falls within the months of the guidelines, and what is not sure about them.
fn elegibilidad(consulta: &mut Consulta<'_>, entrada: &EntradaRpu) -> Result<(Vec<Hallazgo>, bool), Hallazgo> {
    let fecha = entrada.fecha.0;
    let inicial = constante(consulta, "rpu_mes_inicial", fecha).map_err(|e| e.dentro_de("fecha"))?;
    let final_ = constante(consulta, "rpu_mes_final", fecha).map_err(|e| e.dentro_de("fecha"))?;
    let mes = Decimal::from(fecha.month());
    let dentro = (inicial.valor..=final_.valor).contains(&mes);
    let mut hallazgos = vec![Hallazgo::con(&mensaje::RPU_LINEAMIENTOS, "", &[])];
    if !dentro {
        let datos = [("fecha", fecha.to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::RPU_VENTANA, "fecha", &datos));
    }
    if entrada.registros.len() == 1 {
        hallazgos.push(Hallazgo::con(&mensaje::RPU_UNO, "registros", &[]));
    }
    Ok((hallazgos, dentro))
}

/// A number that is not well formed does not change the prima: it is a warning.
fn revisar_numeros(normativa: &Normativa, registros: &[RegistroRpu]) -> Vec<Hallazgo> {
    let con_numero = registros
        .iter()
        .enumerate()
        .filter(|(_, r)| !r.registro_patronal.is_empty());
    con_numero
        .flat_map(|(i, registro)| {
            let revision = revisar(
                normativa,
                Tipo::RegistroPatronal,
                &registro.registro_patronal,
                Uso::Patron,
            );
            let campo = format!("registros[{i}].registro_patronal");
            revision.hallazgos.into_iter().map(move |mut hallazgo| {
                hallazgo.campo.clone_from(&campo);
                match hallazgo.es_error() {
                    true => hallazgo.con_gravedad(crate::hallazgo::Gravedad::Advertencia),
                    false => hallazgo,
                }
            })
        })
        .collect()
}
