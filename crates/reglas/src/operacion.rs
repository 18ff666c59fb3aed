//! The calculation contract: a name, a JSON document in, a JSON document out. Command line, browser and HTTP are thin
//! doors to [`ejecutar`]; the types of the documents are the rules' own.
//!
//! | operation | input and answer |
//! |---|---|
//! | `identificador` | [`identificador::Entrada`], [`identificador::Salida`] |
//! | `plazo` | [`plazo::Entrada`], [`plazo::Salida`] |
//! | `salario.integrar` | [`salario::Entrada`], [`salario::Salida`] |
//! | `cuotas.periodo` | [`cuotas::Entrada`], [`cuotas::Salida`] |
//! | `prima.determinar` | [`prima::Entrada`], [`prima::Salida`] |
//! | `prima.rpu` | [`prima::EntradaRpu`], [`prima::SalidaRpu`] |
//! | `prima.por_evento` | [`prima::EntradaDeEvento`], [`prima::SalidaDeEvento`] |
//! | `clasificacion.buscar` | [`clasificacion::EntradaBuscar`], [`clasificacion::SalidaBuscar`] |
//! | `clasificacion.fraccion` | [`clasificacion::EntradaFraccion`], [`clasificacion::SalidaFraccion`] |
//! | `clasificacion.recorrer` | [`clasificacion::EntradaRecorrer`], [`clasificacion::SalidaRecorrer`] |
//! | `registro.alta` | [`registro::EntradaAlta`], [`registro::SalidaAlta`] |
//! | `registro.plazo` | [`registro::EntradaPlazo`], [`registro::SalidaPlazo`] |
//! | `registro.requisitos` | [`registro::EntradaRequisitos`], [`registro::SalidaRequisitos`] |
//! | `credito.accesorios` | [`credito::EntradaAccesorios`], [`credito::SalidaAccesorios`] |
//! | `credito.plazos` | [`credito::EntradaPlazos`], [`credito::SalidaPlazos`] |
//! | `multa.rango` | [`multa::Entrada`], [`multa::Salida`] |
//! | `capital_constitutivo` | [`credito::EntradaCapital`], [`credito::SalidaCapital`] |
//! | `gastos_ejecucion` | [`credito::EntradaGastos`], [`credito::SalidaGastos`] |
//! | `convenio.simular` | [`convenio::EntradaConvenio`], [`convenio::SalidaConvenio`] |
//! | `convenio.comparar` | [`convenio::EntradaComparar`], [`convenio::SalidaComparar`] |
//! | `convenio.incumplimiento` | [`convenio::EntradaIncumplimiento`], [`convenio::SalidaIncumplimiento`] |

use crate::consulta::{Comun, Consulta};
use crate::hallazgo::Hallazgo;
use crate::mensajes::entrada as mensaje;
use crate::politica::Politicas;
use crate::{clasificacion, convenio, credito, cuotas, identificador, multa, plazo, prima, registro, salario};
use serde::Serialize;
use ventanilla_normativa::Normativa;

/// An answer: the document, and whether anything was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respuesta {
    /// The JSON document.
    pub json: String,
    /// False when nothing could be computed: the document says why.
    pub calculado: bool,
}

/// Names of the operations.
pub const OPERACIONES: [&str; 21] = [
    "identificador",
    "plazo",
    "salario.integrar",
    "cuotas.periodo",
    "prima.determinar",
    "prima.rpu",
    "prima.por_evento",
    "clasificacion.buscar",
    "clasificacion.fraccion",
    "clasificacion.recorrer",
    "registro.alta",
    "registro.plazo",
    "registro.requisitos",
    "credito.accesorios",
    "credito.plazos",
    "multa.rango",
    "capital_constitutivo",
    "gastos_ejecucion",
    "convenio.simular",
    "convenio.comparar",
    "convenio.incumplimiento",
];

/// Runs the operation called `operacion` on the document `entrada`.
pub fn ejecutar(normativa: &Normativa, operacion: &str, entrada: &str) -> Respuesta {
    match operacion {
        "identificador" => responder(normativa, entrada, identificador::ejecutar),
        "plazo" => responder(normativa, entrada, plazo::ejecutar),
        "salario.integrar" => responder(normativa, entrada, salario::ejecutar),
        "cuotas.periodo" => responder(normativa, entrada, cuotas::ejecutar),
        "prima.determinar" => responder(normativa, entrada, prima::ejecutar),
        "prima.rpu" => responder(normativa, entrada, prima::ejecutar_rpu),
        "prima.por_evento" => responder(normativa, entrada, prima::ejecutar_evento),
        "clasificacion.buscar" => responder(normativa, entrada, clasificacion::ejecutar_buscar),
        "clasificacion.fraccion" => responder(normativa, entrada, clasificacion::ejecutar_fraccion),
        "clasificacion.recorrer" => responder(normativa, entrada, clasificacion::ejecutar_recorrer),
        "registro.alta" => responder(normativa, entrada, registro::ejecutar_alta),
        "registro.plazo" => responder(normativa, entrada, registro::ejecutar_plazo),
        "registro.requisitos" => responder(normativa, entrada, registro::ejecutar_requisitos),
        "credito.accesorios" => responder(normativa, entrada, credito::ejecutar_accesorios),
        "credito.plazos" => responder(normativa, entrada, credito::ejecutar_plazos),
        "multa.rango" => responder(normativa, entrada, multa::ejecutar),
        "capital_constitutivo" => responder(normativa, entrada, credito::ejecutar_capital),
        "gastos_ejecucion" => responder(normativa, entrada, credito::ejecutar_gastos),
        "convenio.simular" => responder(normativa, entrada, convenio::ejecutar),
        "convenio.comparar" => responder(normativa, entrada, convenio::ejecutar_comparar),
        "convenio.incumplimiento" => responder(normativa, entrada, convenio::ejecutar_incumplimiento),
        _ => {
            let opciones = OPERACIONES.join(", ");
            let datos = [("operacion", operacion), ("opciones", opciones.as_str())];
            let hallazgo = Hallazgo::nuevo(&mensaje::OPERACION_DESCONOCIDA, "", &datos);
            nada(normativa, vec![hallazgo])
        }
    }
}

/// What an operation gives back: its answer, or why there is none.
pub type Resultado<S> = Result<S, Vec<Hallazgo>>;

fn responder<E, S>(normativa: &Normativa, entrada: &str, operacion: fn(&Normativa, E) -> Resultado<S>) -> Respuesta
where
    E: serde::de::DeserializeOwned,
    S: Serialize + Calculada,
{
    let resultado = crate::entrada::leer(entrada)
        .map_err(|hallazgo| vec![hallazgo])
        .and_then(|entrada| operacion(normativa, entrada));
    match resultado {
        Ok(salida) => Respuesta {
            calculado: salida.calculada(),
            json: escribir(&salida),
        },
        Err(hallazgos) => nada(normativa, hallazgos),
    }
}

/// Whether an answer holds anything computed (a payroll in which nobody could be has not).
pub trait Calculada {
    /// True unless nothing could be computed.
    fn calculada(&self) -> bool {
        true
    }
}

fn nada(normativa: &Normativa, hallazgos: Vec<Hallazgo>) -> Respuesta {
    let comun: Comun = Consulta::nueva(normativa, Politicas::default()).concluir(hallazgos);
    Respuesta {
        json: escribir(&comun),
        calculado: false,
    }
}

/// Serialising our own types cannot fail: their maps have text keys. Should it ever, the answer says so.
fn escribir(valor: &impl Serialize) -> String {
    serde_json::to_string(valor).unwrap_or_else(|error| format!("{{\"hallazgos\":[],\"fallo\":\"{error}\"}}"))
}
