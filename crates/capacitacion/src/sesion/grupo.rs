//! How a group did: by trainee, by subject, by case, and what was missed most.

use super::resultados::promedio;
use super::{Aprendiz, DelAprendiz, DelCaso};
use crate::calificar::{Aspecto, Puntos, Renglon, Resultado};
use crate::caso::Tema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How a group did.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Resumen {
    /// Each trainee's score, the best first.
    pub aprendices: Vec<(Aprendiz, Puntos)>,
    /// The average of the group.
    pub promedio: Puntos,
    /// By subject, the weakest first.
    pub temas: Vec<DelTema>,
    /// By case, in the order of the session.
    pub casos: Vec<DelCasoEnGrupo>,
    /// What was missed, the most missed first.
    pub fallados: Vec<Fallado>,
}

/// How a group did in a subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DelTema {
    /// Which.
    pub tema: Tema,
    /// The average of its cases.
    pub promedio: Puntos,
    /// How many cases of it were to be solved, by everybody.
    pub cuantos: u32,
}

/// How a group did in a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DelCasoEnGrupo {
    /// Key of the case.
    pub caso: String,
    /// Its title.
    pub titulo: String,
    /// The average, with zero for who did not try.
    pub promedio: Puntos,
    /// How many tried.
    pub intentaron: u32,
}

/// Something that was missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fallado {
    /// Key of the case.
    pub caso: String,
    /// Of which aspect.
    pub aspecto: Aspecto,
    /// Field, code or figure.
    pub clave: String,
    /// What it is.
    pub rotulo: String,
    /// How many missed it, of those that tried the case.
    pub fallaron: u32,
    /// How many tried the case.
    pub intentaron: u32,
    /// How many of those that missed it said it when they should not.
    pub de_mas: u32,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// Puts a group together. Of each case counts the attempt that counts for its trainee.
pub fn resumir(grupo: &[DelAprendiz]) -> Resumen {
    let mut aprendices: Vec<(Aprendiz, Puntos)> = grupo.iter().map(|a| (a.aprendiz.clone(), a.puntos)).collect();
    aprendices.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
    Resumen {
        promedio: promedio(grupo.iter().map(|a| (a.puntos, 1))),
        temas: temas(grupo),
        casos: casos(grupo),
        fallados: fallados(grupo),
        aprendices,
    }
}

fn contar(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn temas(grupo: &[DelAprendiz]) -> Vec<DelTema> {
    let todos: Vec<&DelCaso> = grupo.iter().flat_map(|a| &a.casos).collect();
    let uno = |tema: &Tema| {
        let suyos: Vec<&&DelCaso> = todos.iter().filter(|c| c.temas.contains(tema)).collect();
        (!suyos.is_empty()).then(|| DelTema {
            tema: *tema,
            promedio: promedio(suyos.iter().map(|c| (c.puntos, 1))),
            cuantos: contar(suyos.len()),
        })
    };
    let mut temas: Vec<DelTema> = Tema::TODOS.iter().filter_map(uno).collect();
    temas.sort_by_key(|t| (t.promedio, t.tema));
    temas
}

/// The results of a case, in the order in which the first of the group has them.
fn por_caso(grupo: &[DelAprendiz]) -> Vec<(String, Vec<&DelCaso>)> {
    let mut orden: Vec<(String, Vec<&DelCaso>)> = Vec::new();
    for suyo in grupo.iter().flat_map(|a| &a.casos) {
        match orden.iter_mut().find(|(clave, _)| *clave == suyo.caso) {
            Some((_, suyos)) => suyos.push(suyo),
            None => orden.push((suyo.caso.clone(), vec![suyo])),
        }
    }
    orden
}

fn casos(grupo: &[DelAprendiz]) -> Vec<DelCasoEnGrupo> {
    let uno = |(caso, suyos): (String, Vec<&DelCaso>)| DelCasoEnGrupo {
        titulo: suyos.first().map(|c| c.titulo.clone()).unwrap_or_default(),
        promedio: promedio(suyos.iter().map(|c| (c.puntos, 1))),
        intentaron: contar(suyos.iter().filter(|c| c.cuenta.is_some()).count()),
        caso,
    };
    por_caso(grupo).into_iter().map(uno).collect()
}

fn fallados(grupo: &[DelAprendiz]) -> Vec<Fallado> {
    let mut todos = Vec::new();
    for (caso, suyos) in por_caso(grupo) {
        let notas: Vec<_> = suyos.iter().filter_map(|c| c.la_que_cuenta()).collect();
        let mut cuentas: BTreeMap<(Aspecto, &str), (u32, u32, &Renglon)> = BTreeMap::new();
        for renglon in notas.iter().flat_map(|n| &n.renglones).filter(|r| se_fallo(r)) {
            let cuenta = cuentas
                .entry((renglon.aspecto, &renglon.clave))
                .or_insert((0, 0, renglon));
            cuenta.0 += 1;
            cuenta.1 += u32::from(renglon.resultado == Resultado::DeMas);
        }
        todos.extend(
            cuentas
                .into_iter()
                .map(|((aspecto, clave), (fallaron, de_mas, renglon))| Fallado {
                    caso: caso.clone(),
                    aspecto,
                    clave: clave.to_owned(),
                    rotulo: renglon.rotulo.clone(),
                    fallaron,
                    intentaron: contar(notas.len()),
                    de_mas,
                    fundamento: renglon.fundamento.clone(),
                }),
        );
    }
    // by the part that missed it, without dividing; then by how many
    todos.sort_by(|a, b| {
        let (suyos, otros) = (u64::from(a.fallaron), u64::from(b.fallaron));
        let parte = (otros * u64::from(a.intentaron)).cmp(&(suyos * u64::from(b.intentaron)));
        parte
            .then(otros.cmp(&suyos))
            .then_with(|| (&a.caso, a.aspecto, &a.clave).cmp(&(&b.caso, b.aspecto, &b.clave)))
    });
    todos
}

/// Whether it cost something.
fn se_fallo(renglon: &Renglon) -> bool {
    renglon.resultado != Resultado::Acierto && (renglon.de > 0 || renglon.quita > 0)
}
