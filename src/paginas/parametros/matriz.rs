//! The table of *cesantía y vejez* by range and year.

use super::consulta::Materia;
use super::marcado::Marcado;
use super::nombres::nombre_de_serie;
use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::Fila;

/// A column: the days from one change of the table to the next.
struct Tramo {
    desde: NaiveDate,
    hasta: Option<NaiveDate>,
}

/// A matrix of series by period; the period of `fecha` is marked.
pub(super) fn matriz(m: &mut Marcado, materia: &Materia, fecha: NaiveDate, hoy: NaiveDate) {
    let tramos = tramos(materia);
    let marcado = |t: &Tramo| t.desde <= fecha && t.hasta.is_none_or(|hasta| fecha <= hasta);
    m.html("<div class=v-tabla-marco tabindex=0 role=region aria-label='Tasa patronal de cesantía y vejez por año'><table class='v-tabla v-matriz'><caption class=v-oculto>Tasa patronal de cesantía y vejez, por ciento, por rango de SBC y año</caption><thead><tr><th class=v-fija scope=col>Rango de SBC</th>");
    for tramo in &tramos {
        if marcado(tramo) {
            m.html("<th scope=col class='v-num v-rige'>");
            m.insignia(
                " v-insignia--vigente",
                if fecha == hoy { "Rige hoy" } else { "Rige entonces" },
            );
        } else {
            m.html("<th scope=col class=v-num>");
        }
        m.html("<span>").texto(&nombre(tramo)).html("</span></th>");
    }
    m.html("</tr></thead><tbody>");
    for clave in &materia.series {
        let nombre = nombre_de_serie(materia.tabla, clave).unwrap_or_else(|| clave.clone());
        m.html("<tr><th class=v-fija scope=row>").texto(&nombre).html("</th>");
        for tramo in &tramos {
            m.html(if marcado(tramo) {
                "<td class='v-num v-rige'>"
            } else {
                "<td class=v-num>"
            });
            let fila = fila_de(materia, clave, tramo.desde);
            m.texto(&fila.map_or("—".to_owned(), |f| f.valor.to_string()));
            if fila.is_some_and(|f| f.suplemento) {
                m.html(" ").insignia(" v-insignia--suplemento", "Suplemento");
            }
            m.html("</td>");
        }
        m.html("</tr>");
    }
    m.html("</tbody></table></div>");
}

/// The row that rules; one of the suplemento goes before.
fn fila_de<'a>(materia: &'a Materia, clave: &str, dia: NaiveDate) -> Option<&'a Fila> {
    let suyas = || materia.filas.iter().filter(|f| f.clave == clave && f.rige(dia));
    suyas().find(|f| f.suplemento).or_else(|| suyas().next())
}

fn tramos(materia: &Materia) -> Vec<Tramo> {
    let mut dias: Vec<NaiveDate> = materia
        .filas
        .iter()
        .flat_map(|f| [Some(f.desde), f.hasta.and_then(|h| h.succ_opt())])
        .flatten()
        .collect();
    dias.sort_unstable();
    dias.dedup();
    let abierta = materia.filas.iter().any(|f| f.hasta.is_none());
    let mut tramos: Vec<Tramo> = Vec::new();
    for (i, desde) in dias.iter().enumerate() {
        let hasta = dias.get(i + 1).and_then(|d| d.pred_opt());
        if hasta.is_some() || abierta {
            tramos.push(Tramo { desde: *desde, hasta });
        }
    }
    tramos
}

/// "2026", "2016 a 2022", "2030 en adelante"; a period that does not keep to whole years says its first day.
fn nombre(tramo: &Tramo) -> String {
    let anio = tramo.desde.year().to_string();
    if tramo.desde.ordinal() != 1 {
        return ["desde ", &tramo.desde.to_string()].concat();
    }
    match tramo.hasta {
        None => anio + " en adelante",
        Some(hasta) if hasta.year() == tramo.desde.year() => anio,
        Some(hasta) => [&anio, " a ", &hasta.year().to_string()].concat(),
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_normativa::{Normativa, Tabla};

    #[test]
    fn una_columna_por_anio() {
        let materia = Materia::nueva(&Normativa::publicada(), Tabla::Ceav);
        let nombres: Vec<String> = tramos(&materia).iter().map(nombre).collect();
        assert_eq!(nombres.first().map(String::as_str), Some("2016 a 2022"));
        assert!(nombres.contains(&"2026".to_owned()) && nombres.last().is_some_and(|n| n.ends_with("en adelante")));
        assert_eq!(materia.series.len(), 8);
    }
}
