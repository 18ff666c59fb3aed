//! What does not stand of a case: what it says of itself, by place, and what the rules say, by key.

use super::super::escritorio::{CasoPropio, Escritorio};
use leptos::prelude::*;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::caso::ErrorDeCaso;
use ventanilla_capacitacion::verificar::{Discrepancia, verificar};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problemas {
    errores: Vec<ErrorDeCaso>,
    discrepancias: Vec<Discrepancia>,
}

impl Problemas {
    /// Looks at a case as it was last kept.
    pub fn de(propio: &CasoPropio, escritorio: Escritorio) -> Self {
        let caso = &propio.caso;
        let mut errores = caso.revisar();
        if ocupada(propio, escritorio) {
            errores.push(ErrorDeCaso {
                caso: caso.clave.clone(),
                campo: "clave".to_owned(),
                mensaje: format!("Ya hay otro caso «{}»: póngale otra clave.", caso.clave),
            });
        }
        let normativa = escritorio.contexto.normativa.get();
        // rules asked of something that is not whole would only repeat it
        let discrepancias = if caso.tramite.is_some() || !caso.calculos.is_empty() {
            verificar(caso, &normativa)
        } else {
            Vec::new()
        };
        Self { errores, discrepancias }
    }

    /// What is wrong at a place, and under it.
    pub fn en(&self, campo: &str) -> Option<String> {
        let suyos = self.errores.iter().filter(|e| e.campo == campo);
        juntos(suyos.map(|e| e.mensaje.clone()))
    }

    /// What the rules say of a key.
    pub fn sobre(&self, clave: &str) -> Option<String> {
        let suyas = self.discrepancias.iter().filter(|d| d.clave == clave);
        juntos(suyas.map(|d| format!("Las reglas dicen {}.", d.reglas)))
    }

    /// Everything, in words.
    pub fn todos(&self) -> Vec<String> {
        let errores = self.errores.iter().map(|e| e.mensaje.clone());
        let discrepancias = self.discrepancias.iter().map(Discrepancia::dicho);
        errores.chain(discrepancias).collect()
    }
}

fn juntos(textos: impl Iterator<Item = String>) -> Option<String> {
    let todos: Vec<String> = textos.collect();
    (!todos.is_empty()).then(|| todos.join(" "))
}

fn ocupada(propio: &CasoPropio, escritorio: Escritorio) -> bool {
    let clave = propio.caso.clave.as_str();
    let otro = |c: &CasoPropio| c.id != propio.id && c.caso.clave == clave;
    biblioteca::TEXTOS.iter().any(|(suya, _)| *suya == clave)
        || escritorio
            .casos
            .with_untracked(|casos| casos.iter().flatten().any(otro))
}
