//! The Worker's door: JSON in, lines of JSON out. The first line is the [`Confronta`]; each of the others, some workers. The
//! page reads a line a frame, so that five thousand workers do not hold it.

use crate::emitido::Emitida;
use crate::lectura;
use crate::motor::{Motor, Parametros};
use crate::salida::{Aviso, Confronta, Confrontado};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ventanilla_archivos::emision::{Emision, ErrorDeEmision};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::prevision::Escenario;

/// Workers in a line.
const POR_LINEA: usize = 200;
/// Steps between two notices of progress.
const POR_AVISO: usize = 250;

/// What the page asks for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Peticion {
    /// Tolerance of each ramo, cents.
    pub tolerancia: Option<i64>,
    /// Area of the workplace, when no payroll says it.
    pub area: Area,
    /// The payroll to compare with.
    pub nomina: Option<Escenario>,
    /// Choices where the law is ambiguous, when no payroll has them.
    pub politicas: Politicas,
    /// The *suplemento normativo* in use, CSV; empty for none.
    pub suplemento: String,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Falla {
    /// What is wrong and how it is mended.
    pub errores: Vec<Aviso>,
}

/// The first line of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(clippy::large_enum_variant)] // one of each answer
pub enum Encabezado {
    /// The confronta; the workers follow.
    Confronta(Confronta),
    /// Nothing could be confronted.
    Falla(Falla),
}

/// An error of this door alone.
fn falla(codigo: &str, mensaje: String) -> String {
    linea(&Encabezado::Falla(Falla {
        errores: vec![Aviso {
            codigo: codigo.to_owned(),
            gravedad: "error".to_owned(),
            mensaje,
            fundamento: Vec::new(),
        }],
    }))
}

fn linea<T: Serialize>(que: &T) -> String {
    serde_json::to_string(que).unwrap_or_default()
}

/// Confronts a workbook as its reader gives it. `progreso` is told how many steps are made, of how many.
pub fn confrontar(
    leida: Result<Emision, ErrorDeEmision>,
    peticion: &str,
    progreso: &mut dyn FnMut(usize, usize),
) -> String {
    let leida = match leida {
        Ok(leida) => leida,
        Err(error) => {
            let errores = error.hallazgos.lista.iter().map(lectura::de_lectura).collect();
            return linea(&Encabezado::Falla(Falla { errores }));
        }
    };
    match lectura::de_archivo(leida) {
        Ok((emitida, avisos)) => confrontar_emitida(emitida, avisos, peticion, progreso),
        Err(aviso) => linea(&Encabezado::Falla(Falla { errores: vec![aviso] })),
    }
}

/// Confronts an emission with what its reader had to say of it.
pub fn confrontar_emitida(
    emitida: Emitida,
    avisos: Vec<Aviso>,
    peticion: &str,
    progreso: &mut dyn FnMut(usize, usize),
) -> String {
    let peticion: Peticion = match serde_json::from_str(peticion) {
        Ok(peticion) => peticion,
        Err(error) => {
            return falla(
                "confronta.peticion",
                format!("Los parámetros no se entienden: {error}."),
            );
        }
    };
    let normativa = match normativa_con(&peticion.suplemento) {
        Ok(normativa) => Arc::new(normativa),
        Err(mensaje) => return falla("confronta.suplemento", mensaje),
    };
    let parametros = Parametros {
        tolerancia: peticion.tolerancia,
        area: peticion.area,
        nomina: peticion.nomina,
        politicas: peticion.politicas,
    };
    let mut motor = match Motor::nuevo(&normativa, emitida, parametros) {
        Ok(motor) => motor,
        Err(errores) => return linea(&Encabezado::Falla(Falla { errores })),
    };
    motor.anotar(avisos);
    while !motor.avanzar(POR_AVISO) {
        progreso(motor.hechos(), motor.total());
    }
    let (confronta, confrontados) = motor.concluir();
    escribir(&confronta, &confrontados)
}

/// The lines of an answer.
pub fn escribir(confronta: &Confronta, confrontados: &[Confrontado]) -> String {
    let mut texto = linea(&Encabezado::Confronta(confronta.clone()));
    for lote in confrontados.chunks(POR_LINEA) {
        texto.push('\n');
        texto.push_str(&linea(&lote));
    }
    texto
}

/// The published tables with a suplemento, if there is one.
fn normativa_con(csv: &str) -> Result<Normativa, String> {
    let publicada = Normativa::publicada();
    if csv.trim().is_empty() {
        return Ok(publicada);
    }
    publicada
        .con_suplemento(csv)
        .map_err(|errores| errores.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
}
