//! What the rules say of a batch as a whole: every finding of every row at once, and the batch to write when none stops it.

use super::columnas::TIPOS;
use super::expediente::{Fila, Lote, RENGLONES, en_blanco};
use super::mensajes as mensaje;
use super::renglon::{Marco, Revisado, revisar};
use super::secuencia;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;
use ventanilla_archivos::idse;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::captura;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::identificador::{Tipo, Uso, revisar as revisar_identificador};

/// A finding and its place. Without a row it is of the batch, and the field is in the finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Marca {
    /// The row, from 0.
    pub fila: Option<usize>,
    /// The column, from 0.
    pub columna: usize,
    /// What was found.
    pub hallazgo: Hallazgo,
}

/// What came out of looking at a batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictamen {
    /// Everything found, the batch's first and then by row and column.
    pub marcas: Vec<Marca>,
    /// How many rows of each kind of [`TIPOS`], and how many of none.
    pub cuenta: [usize; 4],
    /// The day it is presented, if it can be read.
    pub presentacion: Option<NaiveDate>,
    /// The batch to write, when nothing stops it.
    pub lote: Option<idse::Lote>,
}

impl Dictamen {
    /// How many findings of a weight.
    pub fn cuantos(&self, gravedad: Gravedad) -> usize {
        self.marcas.iter().filter(|m| m.hallazgo.gravedad == gravedad).count()
    }

    /// Movements in all.
    pub fn movimientos(&self) -> usize {
        self.cuenta.iter().sum()
    }
}

/// Looks at batches, and remembers the rows it has seen: after a change, only what changed is looked at again.
#[derive(Debug, Default)]
pub struct Revisor {
    /// What the rows were looked at with.
    con: Option<(NaiveDate, String, String, super::politicas::Politicas, String)>,
    vistas: HashMap<Fila, Arc<Revisado>>,
}

impl Revisor {
    /// Looks at a batch.
    pub fn revisar(&mut self, normativa: &Normativa, lote: &Lote, hoy: NaiveDate) -> Dictamen {
        let (presentacion, mal) = presentacion(lote, hoy);
        let dia = presentacion.unwrap_or(hoy);
        let marco = Marco::nuevo(normativa, lote, dia);
        self.olvidar_si_cambio(&marco, lote);
        let revisadas = self.filas(&marco, lote);
        let mut marcas = del_lote(normativa, lote, mal, revisadas.len());
        let mut de_filas: Vec<Marca> = Vec::new();
        for (fila, revisado) in &revisadas {
            de_filas.extend(revisado.hallazgos.iter().map(|(columna, hallazgo)| Marca {
                fila: Some(*fila),
                columna: *columna,
                hallazgo: hallazgo.clone(),
            }));
        }
        de_filas.extend(secuencia::hallazgos(revisadas.iter().map(|(f, r)| (*f, r.as_ref()))));
        de_filas.sort_by_key(|m| (m.fila, m.columna));
        marcas.extend(de_filas);
        let con_error = marcas.iter().any(|m| m.hallazgo.es_error());
        Dictamen {
            cuenta: contar(&revisadas),
            presentacion,
            lote: (!con_error).then(|| armar(lote, &revisadas)).flatten(),
            marcas,
        }
    }

    fn olvidar_si_cambio(&mut self, marco: &Marco<'_>, lote: &Lote) {
        let con = Some((
            marco.presentacion,
            lote.area().clave().to_owned(),
            marco.registro.clone(),
            lote.politicas,
            marco.normativa.version(),
        ));
        if self.con != con {
            self.con = con;
            self.vistas.clear();
        }
    }

    fn filas(&mut self, marco: &Marco<'_>, lote: &Lote) -> Vec<(usize, Arc<Revisado>)> {
        let mut vistas = HashMap::with_capacity(lote.filas.len());
        let mut revisadas = Vec::with_capacity(lote.filas.len());
        for (i, fila) in lote.filas.iter().enumerate().filter(|(_, f)| !en_blanco(f)) {
            let revisado = match self.vistas.get(fila) {
                Some(revisado) => Arc::clone(revisado),
                None => Arc::new(revisar(marco, fila)),
            };
            vistas.insert(fila.clone(), Arc::clone(&revisado));
            revisadas.push((i, revisado));
        }
        self.vistas = vistas;
        revisadas
    }
}

/// The day it is presented: the one that was written, or today.
fn presentacion(lote: &Lote, hoy: NaiveDate) -> (Option<NaiveDate>, Option<Hallazgo>) {
    if lote.presentacion.trim().is_empty() {
        return (Some(hoy), None);
    }
    match captura::fecha(&lote.presentacion) {
        Ok(fecha) => (Some(fecha.0), None),
        Err(error) => {
            let datos = [("detalle", error.to_string())];
            (
                None,
                Some(Hallazgo::con(&mensaje::PRESENTACION, "presentacion", &datos)),
            )
        }
    }
}

fn del_lote(normativa: &Normativa, lote: &Lote, presentacion: Option<Hallazgo>, cuantas: usize) -> Vec<Marca> {
    let mut hallazgos = Vec::new();
    if lote.registro_patronal.trim().is_empty() {
        let datos = [("dato", "el registro patronal")];
        hallazgos.push(Hallazgo::nuevo(&mensaje::FALTA, "registro_patronal", &datos));
    } else {
        let revision = revisar_identificador(normativa, Tipo::RegistroPatronal, &lote.registro_patronal, Uso::Patron);
        hallazgos.extend(revision.hallazgos.into_iter().map(|h| h.en("registro_patronal")));
    }
    let guia = lote.guia.trim();
    if guia.is_empty() {
        hallazgos.push(Hallazgo::nuevo(&mensaje::FALTA, "guia", &[("dato", "la guía")]));
    } else if guia.len() != 5 || !guia.bytes().all(|b| b.is_ascii_digit()) {
        hallazgos.push(Hallazgo::nuevo(&mensaje::GUIA, "guia", &[("valor", guia)]));
    }
    hallazgos.extend(presentacion);
    if cuantas == 0 {
        hallazgos.push(Hallazgo::nuevo(&mensaje::VACIO, "", &[]));
    } else if cuantas > RENGLONES {
        let datos = [("cuantos", cuantas.to_string()), ("caben", RENGLONES.to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::DEMASIADOS, "", &datos));
    }
    let marca = |hallazgo| Marca {
        fila: None,
        columna: 0,
        hallazgo,
    };
    hallazgos.into_iter().map(marca).collect()
}

fn contar(revisadas: &[(usize, Arc<Revisado>)]) -> [usize; 4] {
    let mut cuenta = [0; 4];
    for (_, revisado) in revisadas {
        let lugar = TIPOS.iter().position(|t| t.0 == revisado.tipo).unwrap_or(TIPOS.len());
        if let Some(suya) = cuenta.get_mut(lugar) {
            *suya += 1;
        }
    }
    cuenta
}

fn armar(lote: &Lote, revisadas: &[(usize, Arc<Revisado>)]) -> Option<idse::Lote> {
    let movimientos: Option<Vec<idse::Movimiento>> = revisadas.iter().map(|(_, r)| r.movimiento.clone()).collect();
    Some(idse::Lote {
        movimientos: movimientos?,
        guia: lote.guia.trim().to_owned(),
        relleno: match lote.politicas.relleno {
            super::politicas::Relleno::Ceros => idse::Relleno::Ceros,
            super::politicas::Relleno::Espacios => idse::Relleno::Espacios,
        },
    })
}
