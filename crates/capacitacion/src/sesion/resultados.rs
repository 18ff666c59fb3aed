//! What a trainee did, and its grade on the instructor's side.

use super::{Archivo, ErrorDeSesion, FORMATO, Sesion};
use crate::calificar::{Calificacion, Cuenta, Intento, Puntos, calificar};
use crate::caso::Tema;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Who is trained.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aprendiz {
    /// Account or number; variants and order depend on it.
    pub clave: String,
    /// Name, for the lists.
    #[serde(default)]
    pub nombre: String,
}

/// What a trainee did of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resultados {
    /// Version of this format.
    pub formato: u16,
    /// Key of the session.
    pub sesion: String,
    /// Who did it.
    pub aprendiz: Aprendiz,
    /// Version of the parameters it was done with.
    pub normativa: String,
    /// Seconds the whole took.
    #[serde(default)]
    pub segundos: u32,
    /// Every attempt, in the order they were made.
    pub intentos: Vec<Intento>,
}

impl Archivo for Resultados {
    fn formato(&self) -> u16 {
        self.formato
    }
}

impl Resultados {
    /// Nothing yet.
    pub fn nuevos(sesion: &str, aprendiz: &Aprendiz, normativa: &Normativa) -> Self {
        Self {
            formato: FORMATO,
            sesion: sesion.to_owned(),
            aprendiz: aprendiz.clone(),
            normativa: normativa.version(),
            segundos: 0,
            intentos: Vec::new(),
        }
    }

    /// Adds an attempt; its number is the next one of its case.
    pub fn anotar(&mut self, mut intento: Intento) {
        let antes = self.intentos.iter().filter(|i| i.caso == intento.caso).count();
        intento.numero = u32::try_from(antes).unwrap_or(u32::MAX - 1) + 1;
        self.intentos.push(intento);
    }
}

/// The grade of a trainee in a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DelAprendiz {
    /// Who.
    pub aprendiz: Aprendiz,
    /// The score, of a hundred: that of each case by its weight.
    pub puntos: Puntos,
    /// Seconds the whole took, and whether that was too long.
    pub segundos: u32,
    /// Whether the time of the session was over; what to do about it is the instructor's.
    pub fuera_de_tiempo: bool,
    /// Case by case, in the order of the session.
    pub casos: Vec<DelCaso>,
    /// Attempts at cases that the session does not have: they do not count.
    pub ajenos: Vec<String>,
    /// Whether it was done with other parameters than it is graded with.
    pub otra_normativa: bool,
}

/// The grade of a trainee in a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DelCaso {
    /// Key of the case in the session.
    pub caso: String,
    /// Key of what the trainee had: the case or its variant.
    pub suyo: String,
    /// Its title.
    pub titulo: String,
    /// What it trains.
    pub temas: Vec<Tema>,
    /// What it weighs.
    pub peso: u16,
    /// The score that counts; zero when it was not tried.
    pub puntos: Puntos,
    /// Which of the attempts counts; `None` when there is none.
    pub cuenta: Option<usize>,
    /// Every attempt, graded.
    pub intentos: Vec<Calificacion>,
}

impl DelCaso {
    /// The attempt that counts.
    pub fn la_que_cuenta(&self) -> Option<&Calificacion> {
        self.intentos.get(self.cuenta?)
    }
}

impl Sesion {
    /// Grades what a trainee handed in. The numbers of the attempts are counted again: a file can be touched.
    ///
    /// # Errors
    /// [`ErrorDeSesion::OtraSesion`], [`ErrorDeSesion::Variante`], and [`ErrorDeSesion::Malo`] for a case that the rules
    /// cannot resolve.
    pub fn calificar(&self, resultados: &Resultados, normativa: &Normativa) -> Result<DelAprendiz, ErrorDeSesion> {
        if resultados.sesion != self.clave {
            return Err(ErrorDeSesion::OtraSesion(resultados.sesion.clone()));
        }
        let mut suyos = self.de(&resultados.aprendiz.clave, normativa)?;
        suyos.sort_by_key(|(lugar, _)| *lugar);
        let mut casos = Vec::with_capacity(suyos.len());
        for ((_, suyo), de_la_sesion) in suyos.iter().zip(&self.casos) {
            let mut intentos = Vec::new();
            let entregados = resultados.intentos.iter().filter(|i| i.caso == suyo.clave);
            for (numero, intento) in (1..).zip(entregados) {
                let intento = Intento {
                    numero,
                    ..intento.clone()
                };
                let nota = calificar(suyo, &intento, &self.criterio, normativa).map_err(|errores| {
                    let detalle = errores.first().map(ToString::to_string);
                    ErrorDeSesion::Malo(detalle.unwrap_or_default())
                })?;
                intentos.push(nota);
            }
            let cuenta = la_que_cuenta(&intentos, self.criterio.intentos.cuenta);
            let puntos = cuenta
                .and_then(|i| intentos.get(i))
                .map_or(Puntos::default(), |c| c.puntos);
            casos.push(DelCaso {
                caso: de_la_sesion.caso.clave.clone(),
                suyo: suyo.clave.clone(),
                titulo: suyo.titulo.clone(),
                temas: suyo.temas.clone(),
                peso: de_la_sesion.peso,
                puntos,
                cuenta,
                intentos,
            });
        }
        let es_suyo = |clave: &str| suyos.iter().any(|(_, caso)| caso.clave == clave);
        let ajenos = resultados
            .intentos
            .iter()
            .filter(|i| !es_suyo(&i.caso))
            .map(|i| i.caso.clone());
        Ok(DelAprendiz {
            aprendiz: resultados.aprendiz.clone(),
            puntos: promedio(casos.iter().map(|c| (c.puntos, u32::from(c.peso)))),
            segundos: resultados.segundos,
            fuera_de_tiempo: self.limite.is_some_and(|limite| resultados.segundos > limite),
            ajenos: ajenos.collect(),
            otra_normativa: resultados.normativa != normativa.version(),
            casos,
        })
    }
}

fn la_que_cuenta(intentos: &[Calificacion], cuenta: Cuenta) -> Option<usize> {
    let ultimo = intentos.len().checked_sub(1)?;
    Some(match cuenta {
        Cuenta::Primero => 0,
        Cuenta::Ultimo => ultimo,
        // of two equal ones, the first
        Cuenta::Mejor => (0..=ultimo).rev().max_by_key(|i| intentos.get(*i).map(|c| c.puntos))?,
    })
}

/// The average of some points, each by its weight, rounded half up once.
pub(super) fn promedio(puntos: impl Iterator<Item = (Puntos, u32)>) -> Puntos {
    let (mut suma, mut pesos) = (0_u64, 0_u64);
    for (suyos, peso) in puntos {
        suma += u64::from(suyos.centesimas()) * u64::from(peso);
        pesos += u64::from(peso);
    }
    if pesos == 0 {
        return Puntos::default();
    }
    Puntos::de_centesimas(u32::try_from((suma * 2 + pesos) / (pesos * 2)).unwrap_or(u32::MAX))
}
