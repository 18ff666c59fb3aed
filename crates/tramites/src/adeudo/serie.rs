//! How a debt grows: the same account on many days, and how far the tables reach.

use super::captura::Credito;
use super::cuenta::{Condiciones, Sumas, accesorios, en_cuenta};
use chrono::{Days, Months, NaiveDate};
use ventanilla_reglas::importe::Importe;

/// Months that are looked at ahead.
const MESES_ADELANTE: u32 = 12;
/// Points of a drawing.
const PUNTOS: i64 = 48;

/// The debt on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Punto {
    /// The day.
    pub dia: NaiveDate,
    /// Its sums.
    pub sumas: Sumas,
    /// Whether an INPC that is missing was estimated.
    pub estimado: bool,
}

/// How a debt grows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serie {
    /// From the first day on which something was due to the last one that can be computed, in order.
    pub puntos: Vec<Punto>,
    /// Last day that the tables allow, at most a year ahead.
    pub ultimo: NaiveDate,
    /// Whether it is the tables that end it, and not the year.
    pub por_las_tablas: bool,
    /// Why it cannot be computed beyond that day.
    pub motivo: Option<String>,
}

/// How these credits grow, seen from `condiciones.pago` (today). `None` when nothing can be computed that day.
pub fn serie(creditos: &[Credito], condiciones: Condiciones<'_>) -> Option<Serie> {
    let hoy = condiciones.pago;
    let suyos: Vec<Credito> = creditos
        .iter()
        .filter(|c| motivo(c, condiciones, hoy).is_none())
        .cloned()
        .collect();
    let primero = suyos.iter().map(|c| c.vencimiento).min()?;
    let (ultimo, motivo) = ultimo_dia(&suyos, condiciones);
    let desde = primero.min(hoy);
    let dias = (ultimo - desde).num_days().max(1);
    let paso = (dias + PUNTOS - 1) / PUNTOS;
    let mut lugares: Vec<i64> = (0..dias).step_by(usize::try_from(paso).unwrap_or(1)).collect();
    lugares.push(dias);
    let puntos = lugares.into_iter().filter_map(|lejos| {
        let dia = desde.checked_add_days(Days::new(u64::try_from(lejos).ok()?))?;
        let cuenta = en_cuenta(
            &suyos,
            Condiciones {
                pago: dia,
                ..condiciones
            },
        );
        let todos = cuenta.fuera.is_empty();
        todos.then_some(Punto {
            dia,
            sumas: cuenta.sumas,
            estimado: cuenta.estimado,
        })
    });
    Some(Serie {
        puntos: puntos.collect(),
        ultimo,
        por_las_tablas: motivo.is_some(),
        motivo,
    })
}

/// Last day, up to a year after `condiciones.pago`, on which all the credits can be computed, and why not beyond.
fn ultimo_dia(creditos: &[Credito], condiciones: Condiciones<'_>) -> (NaiveDate, Option<String>) {
    let hoy = condiciones.pago;
    let alto = hoy.checked_add_months(Months::new(MESES_ADELANTE)).unwrap_or(hoy);
    let falla = |dia| creditos.iter().find_map(|c| motivo(c, condiciones, dia));
    let Some(mut por_que) = falla(alto) else {
        return (alto, None);
    };
    let (mut bien, mut mal) = (hoy, alto);
    while (mal - bien).num_days() > 1 {
        let medio = bien + (mal - bien) / 2;
        match falla(medio) {
            Some(motivo) => (mal, por_que) = (medio, motivo),
            None => bien = medio,
        }
    }
    (bien, Some(por_que))
}

/// Why a credit cannot be computed on a day.
fn motivo(credito: &Credito, condiciones: Condiciones<'_>, dia: NaiveDate) -> Option<String> {
    let condiciones = Condiciones {
        pago: dia,
        memoria: false,
        ..condiciones
    };
    let hallazgos = accesorios(credito, Importe::de_centavos(100), condiciones).err()?;
    Some(hallazgos.into_iter().map(|h| h.mensaje).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use crate::adeudo::{Renglon, leer_todos};
    use ventanilla_normativa::Normativa;
    use ventanilla_reglas::credito::InpcDado;
    use ventanilla_reglas::politica::Politicas;

    fn de(vencimiento: &str, clase: &str) -> Serie {
        let renglon = Renglon {
            clase: clase.to_owned(),
            vencimiento: vencimiento.to_owned(),
            patronal: "50000".to_owned(),
            obrera: "0".to_owned(),
            importe: "1000".to_owned(),
            ..Renglon::default()
        };
        let normativa = Normativa::publicada();
        let (creditos, _) = leer_todos(&normativa, &[renglon]);
        let condiciones = Condiciones {
            normativa: &normativa,
            pago: NaiveDate::from_ymd_opt(2026, 11, 23).expect("hoy"),
            inpc: &InpcDado::default(),
            politicas: &Politicas::default(),
            memoria: false,
        };
        serie(&creditos, condiciones).expect("serie")
    }

    /// The rate of 2027 is not known: the month that begins on 17 December still has that of 2026.
    #[test]
    fn it_goes_as_far_as_the_tables() {
        let s = de("2025-12-17", "cop");
        assert!(s.por_las_tablas);
        assert_eq!(s.ultimo.to_string(), "2027-01-17");
        assert!(s.motivo.is_some_and(|m| m.contains("2027")));
        let primero = s.puntos.first().expect("puntos");
        assert_eq!(primero.dia.to_string(), "2025-12-17");
        assert_eq!(s.puntos.last().map(|p| p.dia), Some(s.ultimo));
        assert!(s.puntos.len() <= 50);
        // not every step goes up: the INPC of May 2026 is below that of April
        assert!(
            s.puntos
                .last()
                .is_some_and(|p| p.sumas.recargos > primero.sumas.recargos)
        );
        assert!(!primero.estimado && s.puntos.last().is_some_and(|p| p.estimado));
    }

    /// Fines bear no surcharges: no rate stops them.
    #[test]
    fn fines_go_on_for_a_year() {
        let s = de("2026-04-10", "multa");
        assert_eq!(s.ultimo.to_string(), "2027-11-23");
        assert!(!s.por_las_tablas);
    }

    #[test]
    fn what_is_due_tomorrow_begins_today() {
        let s = de("2026-12-17", "cop");
        assert_eq!(
            s.puntos.first().map(|p| p.dia.to_string()),
            Some("2026-11-23".to_owned())
        );
    }
}
