//! Which questions are asked, given the answers. Walked in order: a condition sees only answers to questions that are
//! themselves asked, so that what was typed under another choice never reaches a calculation.

use super::{Bloque, Guion, Mirada, Pregunta, Respuestas};
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;

/// A question in its place.
#[derive(Clone, Debug)]
pub struct Lugar {
    /// Position of its step.
    pub paso: usize,
    /// Its block.
    pub bloque: &'static Bloque,
    /// Which one, in a repeated block.
    pub indice: Option<usize>,
    /// The question.
    pub pregunta: &'static Pregunta,
    /// Path of its answer.
    pub ruta: String,
    /// Whether it must be answered.
    pub obligatoria: bool,
}

impl PartialEq for Lugar {
    fn eq(&self, otro: &Self) -> bool {
        self.ruta == otro.ruta && self.obligatoria == otro.obligatoria
    }
}

impl Lugar {
    /// `Crédito 4: `, of a question of a block that repeats: the same question is asked several times. Empty otherwise.
    pub fn de_cual(&self) -> String {
        let Some((repetido, indice)) = self.bloque.repetido.as_ref().zip(self.indice) else {
            return String::new();
        };
        [&repetido.nombre(indice), ": "].concat()
    }

    /// Path of its block, with the dot at the end.
    pub fn prefijo(&self) -> String {
        self.bloque.ruta(self.indice, "")
    }
}

/// A block that is asked, once for each time it is answered.
#[derive(Clone, Debug)]
pub struct BloqueVisto {
    /// Position of its step.
    pub paso: usize,
    /// The block.
    pub bloque: &'static Bloque,
    /// How many there are, in a repeated one.
    pub cuantos: usize,
}

impl PartialEq for BloqueVisto {
    fn eq(&self, otro: &Self) -> bool {
        self.paso == otro.paso && self.bloque.clave == otro.bloque.clave && self.cuantos == otro.cuantos
    }
}

/// The questions that are asked, in order, and their answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorrido {
    /// The blocks.
    pub bloques: Vec<BloqueVisto>,
    /// The questions.
    pub lugares: Vec<Lugar>,
    /// The answers to those questions alone.
    pub vistas: Respuestas,
}

impl Guion {
    /// The questions that are asked, given these answers.
    pub fn recorrer(&'static self, respuestas: &Respuestas, normativa: &Normativa, hoy: NaiveDate) -> Recorrido {
        let mut recorrido = Recorrido::default();
        for (paso, declarado) in self.pasos.iter().enumerate() {
            for bloque in declarado.bloques {
                recorrer_bloque(&mut recorrido, paso, bloque, respuestas, normativa, hoy);
            }
        }
        recorrido
    }

    /// Position of the step with this key.
    pub fn paso(&self, clave: &str) -> Option<usize> {
        self.pasos.iter().position(|p| p.clave == clave)
    }
}

fn recorrer_bloque(
    recorrido: &mut Recorrido,
    paso: usize,
    bloque: &'static Bloque,
    respuestas: &Respuestas,
    normativa: &Normativa,
    hoy: NaiveDate,
) {
    if !(bloque.cuando)(&Mirada::nueva(&recorrido.vistas, normativa, hoy)) {
        return;
    }
    let veces = match &bloque.repetido {
        Some(repetido) => respuestas.cuantos(bloque.clave).clamp(repetido.minimo, repetido.maximo),
        None => 1,
    };
    if bloque.repetido.is_some() {
        recorrido.vistas.contar(bloque.clave, veces);
    }
    recorrido.bloques.push(BloqueVisto {
        paso,
        bloque,
        cuantos: veces,
    });
    for vez in 0..veces {
        let indice = bloque.repetido.is_some().then_some(vez);
        let prefijo = bloque.ruta(indice, "");
        for pregunta in bloque.preguntas {
            let mirada = Mirada {
                prefijo: &prefijo,
                ..Mirada::nueva(&recorrido.vistas, normativa, hoy)
            };
            if !(pregunta.cuando)(&mirada) {
                continue;
            }
            let obligatoria = (pregunta.obligatoria)(&mirada);
            let ruta = [&prefijo, pregunta.campo].concat();
            recorrido.vistas.poner(ruta.clone(), respuestas.texto(&ruta));
            recorrido.lugares.push(Lugar {
                paso,
                bloque,
                indice,
                pregunta,
                ruta,
                obligatoria,
            });
        }
    }
}
