//! Where a figure comes from: the same quote again, explained.

use super::captura::Escrito;
use super::cotizador::Salario;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::Nodo;

/// A figure that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cifra {
    /// What must be paid to begin.
    Inicio,
    /// Some days of one month: first and last.
    Dias(NaiveDate, NaiveDate),
    /// A month of a year to come, with what is supposed of it.
    Futura(i32, u32),
}

/// Its memoria; empty for what could not be computed, which has no figure.
pub fn explicar(normativa: &Normativa, escrito: &Escrito, hoy: NaiveDate, cifra: Cifra) -> Vec<Nodo> {
    let Some(sbc) = escrito.elegido() else {
        return Vec::new();
    };
    match cifra {
        Cifra::Inicio => {
            let dias = escrito.dias_del_inicio(hoy);
            dias.map(|dias| de_dias(normativa, escrito, dias, sbc))
                .unwrap_or_default()
        }
        Cifra::Dias(desde, hasta) => del_mes(de_dias(normativa, escrito, (desde, hasta), sbc)),
        Cifra::Futura(anio, mes) => {
            let supuesto = escrito.supuestos.get(&anio).and_then(|s| s.completo());
            let dia = NaiveDate::from_ymd_opt(anio, mes, 1).unwrap_or(hoy);
            let salida = escrito.cotizador(normativa).mes(dia, Salario::De(sbc), supuesto, true);
            del_mes(salida.ok().and_then(|s| s.memoria).unwrap_or_default())
        }
    }
}

/// One sum, also of months that were asked for one by one.
fn de_dias(normativa: &Normativa, escrito: &Escrito, dias: (NaiveDate, NaiveDate), sbc: Importe) -> Vec<Nodo> {
    let cotizadas = escrito.cotizador(normativa).tramo(dias, sbc, true).unwrap_or_default();
    let total: Importe = cotizadas.iter().map(|c| c.salida.total).sum();
    let memorias = cotizadas.into_iter().filter_map(|c| c.salida.memoria);
    let mut raices = memorias.filter_map(|m| m.into_iter().next());
    let Some(mut raiz) = raices.next() else {
        return Vec::new();
    };
    raiz.hijos.extend(raices.flat_map(|r| r.hijos));
    raiz.importe = total.to_string();
    vec![raiz]
}

/// The total of one month is that month: there is nothing to add up.
fn del_mes(nodos: Vec<Nodo>) -> Vec<Nodo> {
    match nodos.into_iter().next() {
        Some(raiz) if raiz.hijos.len() == 1 => raiz.hijos,
        raiz => raiz.into_iter().collect(),
    }
}
