//! Registration of an employer: the clock of five working days (LSS 15 I, RACERF 12) and how many registros patronales
//! are needed, and why (RACERF 13).

use super::plazo::{Caso, PlazoDeRegistro, dato};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::registro as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ventanilla_normativa::Normativa;

/// Most municipios that one document brings.
const MAXIMO: usize = 3_000;
/// Most other activities of a natural person.
const ACTIVIDADES: u32 = 1_000;

/// Who registers (RACERF 12 and 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sujeto {
    /// A company.
    Moral,
    /// A natural person.
    Fisica,
    /// A cooperative.
    Cooperativa,
    /// An employer of the countryside.
    Campo,
    /// An employer of construction.
    Construccion,
    /// Another one obliged, by agreement or decree.
    SujetoObligado,
}

impl Sujeto {
    /// Its key in the table `requisitos`.
    pub fn tramite(self) -> &'static str {
        match self {
            Self::Moral | Self::SujetoObligado => "alta_moral",
            Self::Fisica => "alta_fisica",
            Self::Cooperativa => "alta_cooperativa",
            Self::Campo => "alta_campo",
            Self::Construccion => "alta_construccion",
        }
    }
}

/// Input of the operation `registro.alta`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaAlta {
    /// First worker, constitution of the cooperative, agreement or decree (RACERF 12). It is not counted.
    pub fecha_inicio: Fecha,
    /// Day it is presented, to know whether it is late.
    #[serde(default)]
    pub presentacion: Option<Fecha>,
    /// Whether it is presented before the Institute finds out or asks (LSS 304-C). Unknown if absent.
    #[serde(default)]
    pub espontaneo: Option<bool>,
    /// Who registers.
    pub sujeto: Sujeto,
    /// Municipio, or alcaldía of Mexico City, of each workplace; one may come more than once. All of Mexico City counts
    /// as one: write it the same way.
    pub municipios: Vec<String>,
    /// Companies of a natural person with another activity that does not serve the first one.
    #[serde(default)]
    pub actividades_independientes: u32,
    /// Occasional works on its own premises.
    #[serde(default)]
    pub obra_ocasional_propia: bool,
    /// Whether the cooperative has workers besides its members.
    #[serde(default = "verdadero")]
    pub con_trabajadores: bool,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

fn verdadero() -> bool {
    true
}

/// Answer of the operation `registro.alta`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaAlta {
    /// The deadline.
    #[serde(flatten)]
    pub plazo: PlazoDeRegistro,
    /// How many registros, and why.
    pub numeros: Numeros,
    /// Key of its documents, for `registro.requisitos`.
    pub tramite: &'static str,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaAlta {}

/// How many registros patronales are needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Numeros {
    /// All together.
    pub total: u32,
    /// Each reason.
    pub detalle: Vec<Numero>,
}

/// Registros that one rule asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Numero {
    /// How many.
    pub cuantos: u32,
    /// Why.
    pub por: &'static str,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

/// The operation `registro.alta`.
///
/// # Errors
/// `registro.municipios`, `registro.actividades`, `normativa.fuera_de_vigencia`.
pub fn ejecutar_alta(normativa: &Normativa, entrada: EntradaAlta) -> Resultado<SalidaAlta> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let numeros = numeros(&entrada).map_err(|error| vec![error])?;
    let caso = Caso {
        causa: "alta",
        fecha: entrada.fecha_inicio.0,
        presentacion: entrada.presentacion.map(|f| f.0),
        espontaneo: entrada.espontaneo,
        escribe: entrada.memoria,
    };
    let contado = caso
        .contar(&mut consulta)
        .map_err(|error| vec![error.dentro_de("fecha_inicio")]);
    let (plazo, mut hallazgos, mut memoria) = contado?;
    hallazgos.extend(observar(&entrada, &numeros));
    memoria.push(explicar(&numeros));
    Ok(SalidaAlta {
        plazo,
        numeros,
        tramite: entrada.sujeto.tramite(),
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// How many registros patronales, and why (RACERF 13).
///
/// # Errors
/// `registro.municipios`, `registro.actividades`.
pub fn numeros(entrada: &EntradaAlta) -> Result<Numeros, Hallazgo> {
    let municipios =
        distintos(&entrada.municipios).ok_or_else(|| Hallazgo::con(&mensaje::MUNICIPIOS, "municipios", &[]))?;
    if entrada.actividades_independientes > ACTIVIDADES {
        return Err(Hallazgo::con(&mensaje::ACTIVIDADES, "actividades_independientes", &[]));
    }
    let sujeto = entrada.sujeto;
    let con_trabajadores = sujeto != Sujeto::Cooperativa || entrada.con_trabajadores;
    let por_municipio = match sujeto {
        Sujeto::Fisica => "uno en el municipio de su centro de trabajo",
        Sujeto::Cooperativa => "uno por cada municipio, para los trabajadores de la cooperativa",
        _ => "uno por cada municipio, aunque tenga varios centros de trabajo en él",
    };
    let reglas = [
        (con_trabajadores, municipios, por_municipio, RACERF_13),
        (
            sujeto == Sujeto::Cooperativa,
            1,
            "uno más, para los socios de la cooperativa",
            RACERF_13,
        ),
        (
            sujeto == Sujeto::Fisica,
            entrada.actividades_independientes,
            "uno por cada empresa con actividad distinta que no contribuye a la primera",
            RACERF_13,
        ),
        (
            entrada.obra_ocasional_propia,
            1,
            "uno aparte, para la obra ocasional en sus instalaciones",
            &["RACERF 13", "RACERF 21"],
        ),
    ];
    let detalle = reglas
        .into_iter()
        .filter(|(aplica, cuantos, ..)| *aplica && *cuantos > 0);
    let detalle: Vec<Numero> = detalle
        .map(|(_, cuantos, por, fundamento)| Numero {
            cuantos,
            por,
            fundamento,
        })
        .collect();
    Ok(Numeros {
        total: detalle.iter().map(|n| n.cuantos).sum(),
        detalle,
    })
}

const RACERF_13: &[&str] = &["RACERF 13"];

/// How many different municipios; `None` if there is none, one is blank, or they are too many.
fn distintos(municipios: &[String]) -> Option<u32> {
    let nombres: BTreeSet<String> = municipios
        .iter()
        .map(|m| crate::clasificacion::llano(m.trim()))
        .collect();
    let bien = !municipios.is_empty() && municipios.len() <= MAXIMO && !nombres.contains("");
    bien.then(|| u32::try_from(nombres.len()).ok()).flatten()
}

fn observar(entrada: &EntradaAlta, numeros: &Numeros) -> Vec<Hallazgo> {
    let sujeto = entrada.sujeto;
    let municipios = distintos(&entrada.municipios).unwrap_or_default();
    let repetidos = usize::try_from(municipios).is_ok_and(|m| m < entrada.municipios.len());
    let sin_uso = entrada.actividades_independientes > 0 && sujeto != Sujeto::Fisica;
    let casos = [
        (repetidos, &mensaje::MISMO_MUNICIPIO, "municipios"),
        (municipios > 1, &mensaje::RPU_POSIBLE, "municipios"),
        (sujeto == Sujeto::Cooperativa, &mensaje::COOPERATIVA, "sujeto"),
        (sujeto == Sujeto::Campo, &mensaje::CAMPO, "sujeto"),
        (sujeto == Sujeto::Construccion, &mensaje::OBRA, "sujeto"),
        (sin_uso, &mensaje::ACTIVIDADES_SIN_USO, "actividades_independientes"),
    ];
    let datos = [("total", numeros.total.to_string())];
    let casos = casos.into_iter().filter(|(aplica, ..)| *aplica);
    casos
        .map(|(_, regla, campo)| Hallazgo::con(regla, campo, &datos))
        .collect()
}

fn explicar(numeros: &Numeros) -> Nodo {
    let sumandos = numeros
        .detalle
        .iter()
        .map(|n| dato(&mensaje::NUMERO, n.cuantos).precisando(n.por));
    Nodo::nuevo(&mensaje::NUMEROS, Operacion::Suma, numeros.total).sobre(sumandos)
}
