//! Search in the catalogue by everyday words. The words of the descriptions and those of the table `sinonimos` are one
//! vocabulary; each word of the query is compared with it once.

use super::catalogo::{Pregunta, elegir, todas_las_preguntas, vigentes};
use super::palabras::{Palabra, palabras, parecido};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ventanilla_normativa::{Normativa, Tabla};

/// Points of a synonym whose words are all in the query, for each of them.
const POR_PALABRA: u32 = 10;
/// Points lost for each place behind in the fracciones of a synonym.
const POR_LUGAR: u32 = 60;
/// Key of the synonyms that have no fracción of their own: services of personnel.
const SIN_FRACCION: &str = "RACERF 19";

/// Why a fracción was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Por {
    /// By its code.
    Codigo,
    /// By an everyday word.
    Sinonimo,
    /// By the words of its description.
    Descripcion,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hallada {
    /// Code of the fracción.
    pub fraccion: String,
    /// Why.
    pub por: Por,
    /// The everyday words that led to it, if they did.
    pub coincide: Option<String>,
    /// The higher, the better; only to compare within one search.
    pub puntos: u32,
}

/// The catalogue, ready to be searched any number of times.
#[derive(Clone, Debug)]
pub struct Buscador {
    codigos: Vec<String>,
    vocabulario: Vec<Entrada>,
    sinonimos: Vec<Sinonimo>,
    preguntas: Vec<Pregunta>,
}

/// A word, and the fracciones whose description has it.
#[derive(Clone, Debug)]
struct Entrada {
    raiz: String,
    fracciones: Vec<usize>,
    peso: u32,
}

#[derive(Clone, Debug)]
struct Sinonimo {
    texto: String,
    /// Places in the vocabulary.
    palabras: Vec<usize>,
    /// Places in the catalogue, the likeliest first. None: services of personnel.
    fracciones: Vec<usize>,
}

/// The words while the vocabulary is being made.
#[derive(Default)]
struct Vocabulario(BTreeMap<String, (usize, Vec<usize>)>);

impl Vocabulario {
    fn lugar(&mut self, raiz: String) -> usize {
        let siguiente = self.0.len();
        self.0.entry(raiz).or_insert((siguiente, Vec::new())).0
    }

    fn anotar(&mut self, raiz: String, fraccion: usize) {
        let siguiente = self.0.len();
        let (_, fracciones) = self.0.entry(raiz).or_insert((siguiente, Vec::new()));
        if fracciones.last() != Some(&fraccion) {
            fracciones.push(fraccion);
        }
    }

    /// In the order in which the words came, each with its weight: the rarer the heavier, 1 to 9.
    fn terminar(self, total: usize) -> Vec<Entrada> {
        let mut entradas: Vec<(usize, Entrada)> = self
            .0
            .into_iter()
            .map(|(raiz, (lugar, fracciones))| {
                let veces = total.checked_div(fracciones.len()).unwrap_or(1).max(1);
                let entrada = Entrada {
                    raiz,
                    fracciones,
                    peso: veces.ilog2() + 1,
                };
                (lugar, entrada)
            })
            .collect();
        entradas.sort_by_key(|e| e.0);
        entradas.into_iter().map(|e| e.1).collect()
    }
}

impl Buscador {
    /// The catalogue in force on `fecha`. Takes about a millisecond: keep it to search as somebody types.
    pub fn nuevo(normativa: &Normativa, fecha: NaiveDate) -> Self {
        let filas = vigentes(normativa, Tabla::Fracciones, fecha);
        let codigos: Vec<String> = filas.iter().map(|f| f.clave.to_string()).collect();
        let mut vocabulario = Vocabulario::default();
        for (fraccion, fila) in filas.iter().enumerate() {
            for palabra in palabras(&fila.nota) {
                vocabulario.anotar(palabra.raiz, fraccion);
            }
        }
        let mut sinonimos = Vec::new();
        for fila in vigentes(normativa, Tabla::Sinonimos, fecha) {
            let fracciones = fila
                .clave
                .split(' ')
                .filter_map(|c| codigos.iter().position(|otro| otro == c));
            let fracciones: Vec<usize> = fracciones.collect();
            if fracciones.is_empty() && fila.clave != SIN_FRACCION {
                continue;
            }
            for texto in fila.nota.split("; ") {
                let lugares = palabras(texto).into_iter().map(|p| vocabulario.lugar(p.raiz));
                sinonimos.push(Sinonimo {
                    texto: texto.to_owned(),
                    palabras: lugares.collect(),
                    fracciones: fracciones.clone(),
                });
            }
        }
        Self {
            vocabulario: vocabulario.terminar(codigos.len()),
            codigos,
            sinonimos,
            preguntas: todas_las_preguntas(normativa, fecha),
        }
    }

    /// The fracciones that answer `texto`, the best first and at most `maximo`; equal ones in the order of the catalogue.
    /// A text of digits is the beginning of a code.
    pub fn buscar(&self, texto: &str, maximo: usize) -> Vec<Hallada> {
        let texto = texto.trim();
        let mut halladas = if !texto.is_empty() && texto.bytes().all(|b| b.is_ascii_digit()) {
            self.por_codigo(texto)
        } else {
            self.por_palabras(&palabras(texto))
        };
        // The sort is stable: equal points keep the order of the catalogue.
        halladas.sort_by_key(|h| std::cmp::Reverse(h.puntos));
        halladas.truncate(maximo);
        halladas
    }

    /// Whether `texto` is about lending personnel, which has no fracción of its own (RACERF 19).
    pub fn es_de_personal(&self, texto: &str) -> bool {
        let parecidos = self.parecidos(&palabras(texto));
        let suyos = self.sinonimos.iter().filter(|s| s.fracciones.is_empty());
        suyos.into_iter().any(|s| puntos(s, &parecidos) >= 90 * POR_PALABRA)
    }

    /// The questions that tell `codigo` from its sisters, in order.
    pub fn preguntas(&self, codigo: &str) -> Vec<Pregunta> {
        elegir(&self.preguntas, codigo)
    }

    fn por_codigo(&self, inicio: &str) -> Vec<Hallada> {
        let suyas = self.codigos.iter().filter(|codigo| codigo.starts_with(inicio));
        suyas
            .map(|codigo| Hallada {
                fraccion: codigo.clone(),
                por: Por::Codigo,
                coincide: None,
                puntos: if codigo == inicio { 2 } else { 1 },
            })
            .collect()
    }

    /// How well each word of the vocabulary answers each of the query.
    fn parecidos(&self, buscadas: &[Palabra]) -> Vec<Vec<u32>> {
        let de = |buscada: &Palabra| self.vocabulario.iter().map(|e| parecido(buscada, &e.raiz)).collect();
        buscadas.iter().map(de).collect()
    }

    fn por_palabras(&self, buscadas: &[Palabra]) -> Vec<Hallada> {
        let parecidos = self.parecidos(buscadas);
        let descripcion = self.por_descripcion(&parecidos);
        let mut sinonimo: Vec<(u32, Option<&str>)> = vec![(0, None); self.codigos.len()];
        for propio in &self.sinonimos {
            let puntos = puntos(propio, &parecidos);
            for (lugar, fraccion) in propio.fracciones.iter().enumerate().filter(|_| puntos > 0) {
                let menos = u32::try_from(lugar).unwrap_or(u32::MAX).saturating_mul(POR_LUGAR);
                let estos = puntos.saturating_sub(menos).max(1);
                if let Some(mejor) = sinonimo.get_mut(*fraccion).filter(|mejor| mejor.0 < estos) {
                    *mejor = (estos, Some(&propio.texto));
                }
            }
        }
        let juntos = self.codigos.iter().zip(descripcion).zip(sinonimo);
        juntos
            .filter(|((_, descripcion), sinonimo)| descripcion + sinonimo.0 > 0)
            .map(|((codigo, descripcion), (puntos, coincide))| Hallada {
                fraccion: codigo.clone(),
                por: if coincide.is_some() {
                    Por::Sinonimo
                } else {
                    Por::Descripcion
                },
                coincide: coincide.map(str::to_owned),
                // The description breaks ties between synonyms, and decides alone where there are none.
                puntos: if puntos > 0 {
                    puntos + descripcion / 4
                } else {
                    descripcion
                },
            })
            .collect()
    }

    /// Points of each fracción by the words of its description: for each word of the query, the best that answers it.
    fn por_descripcion(&self, parecidos: &[Vec<u32>]) -> Vec<u32> {
        let mut total = vec![0; self.codigos.len()];
        for calidades in parecidos {
            let mut mejores = vec![0_u32; self.codigos.len()];
            for (entrada, calidad) in self
                .vocabulario
                .iter()
                .zip(calidades)
                .filter(|(_, calidad)| **calidad > 0)
            {
                for fraccion in &entrada.fracciones {
                    if let Some(mejor) = mejores.get_mut(*fraccion) {
                        *mejor = (*mejor).max(calidad * entrada.peso);
                    }
                }
            }
            for (suma, mejor) in total.iter_mut().zip(mejores) {
                *suma += mejor;
            }
        }
        total
    }
}

/// Points of a synonym: 1000 for each of its words, less for those that only resemble; 0 unless all are in the query.
fn puntos(sinonimo: &Sinonimo, parecidos: &[Vec<u32>]) -> u32 {
    let calidad = |lugar: &usize| {
        parecidos
            .iter()
            .filter_map(|p| p.get(*lugar))
            .copied()
            .max()
            .unwrap_or(0)
    };
    let calidades: Vec<u32> = sinonimo.palabras.iter().map(calidad).collect();
    if calidades.contains(&0) {
        return 0;
    }
    calidades.iter().sum::<u32>() * POR_PALABRA
}
