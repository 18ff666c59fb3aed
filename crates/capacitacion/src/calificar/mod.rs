//! Grading an attempt: by field, finding, figure and decision, with the article and the reason of whatever was missed, and
//! of whatever was said too much. All arithmetic is of integers; points are rounded once, at the end.

mod criterio;
mod descuento;
mod intento;
mod puntos;
mod renglon;

pub use criterio::{Ayuda, Criterio, Cuenta, Intentos, Pesos, Sobrante, Tiempo};
pub use descuento::{Descuento, Motivo};
pub use intento::Intento;
pub use puntos::Puntos;
pub use renglon::{Aspecto, Renglon, Resultado};

use crate::caso::{Caso, ErrorDeCaso, Trampa};
use crate::resolver::resolver;
use puntos::Fraccion;
use serde::Serialize;
use ventanilla_normativa::Normativa;

/// The grade of an attempt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calificacion {
    /// Key of the case.
    pub caso: String,
    /// Which attempt it is.
    pub numero: u32,
    /// The score, of a hundred.
    pub puntos: Puntos,
    /// The score before what help, time and earlier attempts take away.
    pub sin_descuentos: Puntos,
    /// By aspect.
    pub aspectos: Vec<DelAspecto>,
    /// What help, time and earlier attempts took away.
    pub descuentos: Vec<Descuento>,
    /// Thing by thing.
    pub renglones: Vec<Renglon>,
    /// What the documents were hiding.
    pub trampas: Vec<Trampa>,
}

/// What an aspect was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DelAspecto {
    /// Which.
    pub aspecto: Aspecto,
    /// Its own points that were won.
    pub ganados: u32,
    /// Its own points.
    pub de: u32,
    /// What that is of the score.
    pub puntos: Puntos,
    /// What it could be.
    pub maximo: Puntos,
}

/// Grades an attempt.
///
/// # Errors
/// Those of a case that the rules cannot resolve; a case that [`crate::verificar`] lets through has none.
pub fn calificar(
    caso: &Caso,
    intento: &Intento,
    criterio: &Criterio,
    normativa: &Normativa,
) -> Result<Calificacion, Vec<ErrorDeCaso>> {
    let resuelto = resolver(caso, normativa)?;
    let renglones = renglon::renglones(caso, intento, &resuelto, u32::from(criterio.sobrante.0), normativa);
    let (aspectos, total) = por_aspecto(&renglones, criterio);
    let sin_descuentos = total.de_cien();
    let descuentos = descuento::descuentos(intento, criterio, sin_descuentos);
    let quitan = descuentos.iter().fold(Puntos::default(), |suma, d| suma.mas(d.puntos));
    Ok(Calificacion {
        caso: caso.clave.clone(),
        numero: intento.numero,
        puntos: sin_descuentos.menos(quitan),
        sin_descuentos,
        aspectos,
        descuentos,
        renglones,
        trampas: caso.esperado.trampas.clone(),
    })
}

/// Each aspect that there is, and the exact part of the whole that was won.
fn por_aspecto(renglones: &[Renglon], criterio: &Criterio) -> (Vec<DelAspecto>, Fraccion) {
    let suyos = |aspecto| Sumas::de(renglones, aspecto, criterio);
    let con_algo: Vec<Sumas> = Aspecto::TODOS
        .into_iter()
        .map(suyos)
        .filter(|s| s.de > 0 && s.peso > 0)
        .collect();
    let pesos: u32 = con_algo.iter().map(|s| s.peso).sum();
    let mut total = Fraccion::CERO;
    let mut aspectos = Vec::new();
    for s in con_algo {
        let parte = Fraccion::de(s.peso, pesos);
        let ganada = parte.por(Fraccion::de(s.ganados, s.de));
        total = total.mas(ganada);
        aspectos.push(DelAspecto {
            aspecto: s.aspecto,
            ganados: s.ganados,
            de: s.de,
            puntos: ganada.de_cien(),
            maximo: parte.de_cien(),
        });
    }
    (aspectos, total)
}

struct Sumas {
    aspecto: Aspecto,
    peso: u32,
    ganados: u32,
    de: u32,
}

impl Sumas {
    fn de(renglones: &[Renglon], aspecto: Aspecto, criterio: &Criterio) -> Self {
        let suyos = || renglones.iter().filter(|r| r.aspecto == aspecto);
        let ganados: u32 = suyos().map(|r| r.ganados).sum();
        let de: u32 = suyos().map(|r| r.de).sum();
        let quitan: u32 = suyos().map(|r| r.quita).sum();
        let pesos = criterio.pesos;
        let peso = match aspecto {
            Aspecto::Campos => pesos.campos,
            Aspecto::Hallazgos => pesos.hallazgos,
            Aspecto::Cifras => pesos.cifras,
            Aspecto::Decision => pesos.decision,
        };
        Self {
            aspecto,
            peso: u32::from(peso),
            ganados: ganados.saturating_sub(quitan),
            // where nothing was to be found, what was said too much is all there is
            de: if de == 0 { quitan } else { de },
        }
    }
}
