//! A payroll as a file: JSON that comes back the same, and rows for a CSV of results.

use super::captura::Vinculos;
use super::dictamen::{Lote, Preparada};
use super::expediente::{Escenario, FORMATO};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt;
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::importe::Importe;

const CLASE: &str = "ventanilla.prevision";

/// Why a document is not a payroll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorDeDocumento {
    /// Not JSON.
    Json {
        /// Line.
        renglon: usize,
        /// Column.
        columna: usize,
    },
    /// JSON of something else.
    Ajeno,
    /// Of a version that this program does not know.
    Version(u64),
    /// The record inside is not well formed.
    Contenido(String),
}

impl fmt::Display for ErrorDeDocumento {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { renglon, columna } => write!(
                f,
                "El archivo no es JSON bien formado (renglón {renglon}, columna {columna}). Elija uno exportado desde aquí."
            ),
            Self::Ajeno => f.write_str(
                "El archivo no es un escenario de Previsión de cuotas. Elija uno exportado con «Exportar JSON».",
            ),
            Self::Version(version) => write!(
                f,
                "El archivo es de una versión más nueva ({version}) que la que este programa conoce ({FORMATO}). Actualice la página."
            ),
            Self::Contenido(detalle) => {
                write!(f, "El escenario del archivo no se puede leer: {detalle}.")
            }
        }
    }
}

impl std::error::Error for ErrorDeDocumento {}

#[derive(Serialize)]
struct Documento<'a> {
    formato: &'static str,
    version: u16,
    normativa: &'a str,
    escenario: &'a Escenario,
    /// The same payroll as documents of the contract, for the command line and the portal.
    entradas: Vec<Value>,
}

/// Writes a payroll as JSON. With `preparada`, the documents of the contract that the rows make go with it.
pub fn exportar(escenario: &Escenario, preparada: Option<&Preparada>, normativa: &str) -> String {
    let documento = Documento {
        formato: CLASE,
        version: FORMATO,
        normativa,
        escenario,
        entradas: preparada.map(|p| entradas(escenario, p)).unwrap_or_default(),
    };
    serde_json::to_string_pretty(&documento).unwrap_or_default()
}

fn entradas(escenario: &Escenario, preparada: &Preparada) -> Vec<Value> {
    let vinculos = Vinculos::nuevos(escenario);
    let trabajadores: Vec<_> = (0..escenario.trabajadores.len())
        .filter_map(|fila| preparada.trabajador(escenario, &vinculos, fila))
        .collect();
    preparada
        .periodos()
        .map(|(_, periodo)| {
            json!({
                "operacion": "cuotas.periodo",
                "entrada": {
                    "patron": preparada.patron(),
                    "periodo": periodo,
                    "trabajadores": &trabajadores,
                    "politicas": &escenario.politicas,
                },
            })
        })
        .collect()
}

/// Reads back what [`exportar`] wrote.
///
/// # Errors
/// [`ErrorDeDocumento`], with how to mend it.
pub fn importar(texto: &str) -> Result<Escenario, ErrorDeDocumento> {
    #[derive(Deserialize)]
    struct Sobre {
        formato: Option<String>,
        version: Option<u64>,
        escenario: Option<Value>,
    }
    let valor: Value =
        serde_json::from_str(texto.trim_start_matches('\u{feff}')).map_err(|e| ErrorDeDocumento::Json {
            renglon: e.line(),
            columna: e.column(),
        })?;
    let sobre: Sobre = serde_json::from_value(valor).map_err(|_| ErrorDeDocumento::Ajeno)?;
    if sobre.formato.as_deref() != Some(CLASE) {
        return Err(ErrorDeDocumento::Ajeno);
    }
    match sobre.version {
        Some(version) if version > u64::from(FORMATO) => return Err(ErrorDeDocumento::Version(version)),
        None => return Err(ErrorDeDocumento::Ajeno),
        Some(_) => {}
    }
    let escenario = sobre.escenario.ok_or(ErrorDeDocumento::Ajeno)?;
    serde_json::from_value(escenario).map_err(|e| ErrorDeDocumento::Contenido(e.to_string()))
}

/// Results as rows of text, the first one the headings; the last one the totals.
pub fn exportar_filas(escenario: &Escenario, preparada: &Preparada, lote: &Lote) -> Vec<Vec<String>> {
    let tiene = preparada.tiene();
    let figuras: Vec<usize> = (0..FIGURAS.len()).filter(|i| tiene[*i]).collect();
    let mut encabezado: Vec<String> = ["NSS", "Nombre", "SBC", "Días", "Incapacidad", "Ausentismo"]
        .map(str::to_owned)
        .to_vec();
    encabezado.extend(figuras.iter().map(|i| FIGURAS[*i].regla.titulo.to_owned()));
    encabezado.extend(
        [
            "Patronal",
            "Obrera",
            "Obrera a cargo del patrón",
            "Total",
            "Observaciones",
        ]
        .map(str::to_owned),
    );
    let importes = |i: &ventanilla_reglas::cuotas::Importes| -> Vec<String> {
        let sumas = [i.patronal, i.obrera, i.obrera_a_cargo_del_patron, i.total];
        let suyos = figuras.iter().map(|f| i.figura(*f));
        suyos.chain(sumas).map(|i| i.to_string()).collect()
    };
    let mut filas = vec![encabezado];
    for (celdas, resultado) in escenario.trabajadores.iter().zip(&lote.filas).filter(|(_, r)| !r.vacia) {
        let celda = |c: usize| celdas.get(c).map(|t| t.trim().to_owned()).unwrap_or_default();
        let sbc = resultado
            .sbc_calculado
            .map_or_else(|| celda(super::trabajador::SBC), |i: Importe| i.to_string());
        let mut fila = vec![celda(super::trabajador::NSS), celda(super::trabajador::NOMBRE), sbc];
        fila.extend(
            [
                resultado.dias.naturales,
                resultado.dias.incapacidad,
                resultado.dias.ausentismo,
            ]
            .map(|d| d.to_string()),
        );
        match &resultado.importes {
            Some(suyos) => fila.extend(importes(suyos)),
            None => fila.extend(std::iter::repeat_n(String::new(), figuras.len() + 4)),
        }
        let observaciones: Vec<&str> = resultado.marcas.iter().map(|m| m.hallazgo.mensaje.as_str()).collect();
        fila.push(observaciones.join(" | "));
        filas.push(fila);
    }
    let totales = &lote.totales;
    let mut fila = vec![String::new(), "TOTAL".to_owned(), String::new()];
    fila.extend([totales.dias, totales.incapacidad, totales.ausentismo].map(|d| d.to_string()));
    fila.extend(importes(&totales.importes));
    fila.push(String::new());
    filas.push(fila);
    filas
}
