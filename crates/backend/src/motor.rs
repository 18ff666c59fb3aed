//! The one place of this program that calls the rules.

use crate::rechazo::Rechazo;
use std::fs;
use std::path::Path;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion;

/// At most this many errors of a suplemento are told at once.
const MAXIMO_DE_ERRORES: usize = 10;

/// The loaded parameters, ready to compute; shared by every request.
pub struct Motor {
    normativa: Normativa,
    suplemento: Option<String>,
}

/// An answer of the contract, as bytes that every door gives alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respuesta {
    /// One line of JSON, with its line feed.
    pub linea: String,
    /// False when nothing could be computed.
    pub calculado: bool,
}

impl Motor {
    /// The published parameters, with the rows of a suplemento when there is one.
    ///
    /// # Errors
    /// One Spanish text: why the file could not be read or used.
    pub fn load(suplemento: Option<&Path>) -> Result<Self, String> {
        let normativa = Normativa::publicada();
        let Some(ruta) = suplemento else {
            return Ok(Self {
                normativa,
                suplemento: None,
            });
        };
        let texto = fs::read_to_string(ruta)
            .map_err(|error| format!("no se pudo leer el suplemento «{}»: {error}", ruta.display()))?;
        let normativa = normativa.con_suplemento(&texto).map_err(|errores| {
            let todos: Vec<String> = errores.iter().map(ToString::to_string).collect();
            rejected(ruta, &todos)
        })?;
        Ok(Self {
            normativa,
            suplemento: Some(texto),
        })
    }

    /// The parameters.
    pub fn normativa(&self) -> &Normativa {
        &self.normativa
    }

    /// The text of the suplemento, as it was given.
    pub fn suplemento(&self) -> Option<&str> {
        self.suplemento.as_deref()
    }

    /// Runs an operation on a document.
    ///
    /// # Errors
    /// When the bytes are not UTF-8 text.
    pub fn calcular(&self, operacion: &str, documento: &[u8]) -> Result<Respuesta, Rechazo> {
        let sin_marca = documento.strip_prefix(b"\xef\xbb\xbf").unwrap_or(documento);
        let texto = std::str::from_utf8(sin_marca).map_err(|_| Rechazo::utf8())?;
        let respuesta = operacion::ejecutar(&self.normativa, operacion, texto);
        Ok(Respuesta {
            linea: respuesta.json + "\n",
            calculado: respuesta.calculado,
        })
    }
}

fn rejected(ruta: &Path, errores: &[String]) -> String {
    let mut texto = format!("no se usó el suplemento «{}», que tiene errores:", ruta.display());
    for error in errores.iter().take(MAXIMO_DE_ERRORES) {
        texto.push_str("\n  ");
        texto.push_str(error);
    }
    if errores.len() > MAXIMO_DE_ERRORES {
        texto.push_str(&format!("\n  y {} más", errores.len() - MAXIMO_DE_ERRORES));
    }
    texto
}
