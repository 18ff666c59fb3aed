//! What the movements of one person say together: repeated, on the same day, out of order, impossible one after another.

use super::columnas::{TIPOS, columna};
use super::dictamen::Marca;
use super::mensajes as mensaje;
use super::renglon::Revisado;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use ventanilla_reglas::hallazgo::Hallazgo;

/// A movement of somebody, by its row.
#[derive(Clone, Copy)]
struct Suyo {
    fila: usize,
    tipo: &'static str,
    fecha: NaiveDate,
}

/// Rows named one by one; past this many, the rest are counted.
const NOMBRADAS: usize = 3;

/// What is to be said of rows together, each finding on its date.
pub(super) fn hallazgos<'a>(filas: impl Iterator<Item = (usize, &'a Revisado)>) -> Vec<Marca> {
    let mut personas: BTreeMap<&str, Vec<Suyo>> = BTreeMap::new();
    let mut nombres: BTreeMap<&str, BTreeMap<[&str; 3], Vec<usize>>> = BTreeMap::new();
    for (fila, revisado) in filas {
        if let Some(m) = &revisado.movimiento {
            let nombre = [m.primer_apellido.as_str(), &m.segundo_apellido, &m.nombres];
            let de_este_nss = nombres.entry(&revisado.nss).or_default();
            de_este_nss.entry(nombre).or_default().push(fila);
        }
        if let (11, Some(fecha)) = (revisado.nss.len(), revisado.fecha)
            && !revisado.tipo.is_empty()
        {
            let tipo = revisado.tipo;
            personas
                .entry(&revisado.nss)
                .or_default()
                .push(Suyo { fila, tipo, fecha });
        }
    }
    let varios = personas.into_values().filter(|suyos| suyos.len() > 1);
    let con_otro_nombre = nombres.into_values().filter(|n| n.len() > 1);
    varios
        .flat_map(|suyos| de_una_persona(&suyos))
        .chain(con_otro_nombre.flat_map(|n| otros_nombres(&n)))
        .collect()
}

/// Rows of one NSS that have different names: each is told where there is another.
fn otros_nombres(nombres: &BTreeMap<[&str; 3], Vec<usize>>) -> Vec<Marca> {
    let todas: usize = nombres.values().map(Vec::len).sum();
    nombres
        .iter()
        .flat_map(|(nombre, filas)| {
            let de_otros = nombres.iter().filter(|(otro, _)| *otro != nombre);
            let primeras = de_otros.flat_map(|(_, filas)| filas.iter().copied()).take(NOMBRADAS);
            let datos = [("otras", nombrar(primeras, todas - filas.len()))];
            let hallazgo = Hallazgo::con(&mensaje::OTRO_NOMBRE, "nss", &datos);
            filas.iter().map(move |fila| Marca {
                fila: Some(*fila),
                columna: columna::NSS,
                hallazgo: hallazgo.clone(),
            })
        })
        .collect()
}

fn de_una_persona(suyos: &[Suyo]) -> Vec<Marca> {
    // by day, and within it by kind: a column pasted with one NSS in every row must not cost its square
    let mut dias: BTreeMap<NaiveDate, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for este in suyos {
        let del_dia = dias.entry(este.fecha).or_default();
        del_dia.entry(este.tipo).or_default().push(este.fila);
    }
    let mut marcas = Vec::new();
    let mut tardio: Option<Suyo> = None;
    for este in suyos {
        for (tipo, filas) in dias.get(&este.fecha).into_iter().flatten() {
            let es_el_mismo = *tipo == este.tipo;
            let otras = filas.len() - usize::from(es_el_mismo);
            if otras == 0 {
                continue;
            }
            let regla = if es_el_mismo {
                &mensaje::REPETIDO
            } else {
                &mensaje::MISMO_DIA
            };
            let datos = [(
                "otras",
                nombrar(filas.iter().copied().filter(|f| *f != este.fila), otras),
            )];
            marcas.push(marca(este.fila, Hallazgo::con(regla, "fecha", &datos)));
        }
        match tardio {
            Some(otro) if otro.fecha > este.fecha => {
                let datos = [
                    ("antes", format!("El movimiento «{}»", nombre(otro.tipo))),
                    ("otras", nombrar(std::iter::once(otro.fila), 1)),
                ];
                marcas.push(marca(este.fila, Hallazgo::con(&mensaje::ORDEN, "fecha", &datos)));
            }
            _ => tardio = Some(*este),
        }
    }
    marcas.extend(imposibles(suyos));
    marcas
}

/// Two bajas or two reingresos in a row, and a change of salary after a baja, by date.
fn imposibles(suyos: &[Suyo]) -> Vec<Marca> {
    let mut en_orden = suyos.to_vec();
    en_orden.sort_by_key(|s| (s.fecha, s.fila));
    let mut marcas = Vec::new();
    let mut ultimo: Option<Suyo> = None;
    for este in en_orden {
        let otro_dia = ultimo.filter(|u| u.fecha < este.fecha);
        let que = match (otro_dia.map(|u| u.tipo), este.tipo) {
            (Some("02"), "02") => "dos bajas sin reingreso entre ellas",
            (Some("08"), "08") => "dos reingresos sin baja entre ellos",
            (Some("02"), "07") => "una modificación de salario después de la baja",
            _ => "",
        };
        if let Some(otro) = otro_dia.filter(|_| !que.is_empty()) {
            let datos = [
                ("que", que.to_owned()),
                ("otras", nombrar(std::iter::once(otro.fila), 1)),
            ];
            marcas.push(marca(este.fila, Hallazgo::con(&mensaje::SECUENCIA, "fecha", &datos)));
        }
        if este.tipo != "07" {
            ultimo = Some(este);
        }
    }
    marcas
}

fn marca(fila: usize, hallazgo: Hallazgo) -> Marca {
    Marca {
        fila: Some(fila),
        columna: columna::FECHA,
        hallazgo,
    }
}

fn nombre(tipo: &str) -> &'static str {
    TIPOS.iter().find(|t| t.0 == tipo).map_or("", |t| t.1)
}

/// `la fila 4`, `las filas 4, 9 y 12`, `las filas 4, 9, 12 y 5 más`.
fn nombrar(filas: impl Iterator<Item = usize>, cuantas: usize) -> String {
    let mut dichas: Vec<String> = filas.take(NOMBRADAS).map(|f| (f + 1).to_string()).collect();
    if cuantas > NOMBRADAS {
        dichas.push(format!("{} más", cuantas - NOMBRADAS));
    }
    match dichas.as_slice() {
        [] => String::new(),
        [una] => format!("la fila {una}"),
        [primeras @ .., ultima] => format!("las filas {} y {ultima}", primeras.join(", ")),
    }
}
