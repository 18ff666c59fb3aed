//! One thing changed at a time: which change explains how many cents of a difference.

use crate::calculo::{Tirada, cifras, colocar, de_renglones, de_segmentos, de_tiradas, mas, tiradas_de_segmentos};
use crate::emitido::{Cifras, Hoja, Renglon};
use crate::mensajes::{dias as en_dias, dinero};
use crate::nomina::DeNomina;
use crate::salida::{Causa, Explicada, resta};
use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::cuotas::{Calculo, FIGURAS};
use ventanilla_reglas::fecha::nombre_del_mes;

/// The rules with something else in force, to see whether the emission used it.
#[derive(Clone, Debug)]
pub struct Alternativa {
    /// What it would be.
    pub causa: Causa,
    /// In words.
    pub detalle: String,
    /// The rules.
    pub calculo: Calculo,
}

/// From the emission to the same data computed by the rules: `emision − calculado`, figure by figure. A figure belongs to
/// the first alternative that gives it within the tolerance.
pub fn aritmetica(
    renglones: &[&Renglon],
    emision: &Cifras,
    calculado: &Cifras,
    alternativas: &[Alternativa],
    tolerancia: i64,
) -> Vec<Explicada> {
    let diferencia = resta(emision, calculado);
    let mut pendientes: Vec<usize> = (0..FIGURAS.len())
        .filter(|i| diferencia[*i].abs() > tolerancia)
        .collect();
    let mut explicadas = Vec::new();
    for alternativa in alternativas {
        if pendientes.is_empty() {
            break;
        }
        let (trabajador, _) = de_renglones(&alternativa.calculo, renglones);
        let Ok(otras) = cifras(&alternativa.calculo, &trabajador) else {
            continue;
        };
        let mut suyas = Cifras::default();
        pendientes.retain(|i| {
            let da = (emision[*i] - otras[*i]).abs() <= tolerancia;
            if da {
                suyas[*i] = otras[*i] - calculado[*i];
            }
            !da
        });
        explicadas.extend(Explicada::nueva(alternativa.causa, alternativa.detalle.clone(), &suyas));
    }
    let mut omitidas = Cifras::default();
    for i in pendientes.into_iter().filter(|i| emision[*i] == 0) {
        omitidas[i] = diferencia[i];
    }
    let nombres: Vec<&str> = (0..FIGURAS.len())
        .filter(|i| omitidas[*i] != 0)
        .map(|i| FIGURAS[i].regla.titulo)
        .collect();
    explicadas.extend(Explicada::nueva(
        Causa::RamoOmitido,
        nombres.join(", ").to_lowercase(),
        &omitidas,
    ));
    explicadas
}

/// The steps from the emission's data to the payroll's in one sheet: `calculado − nómina`.
pub struct Pasos<'a> {
    /// The sheet.
    pub hoja: Hoja,
    /// The rules with the payroll's employer.
    pub calculo: &'a Calculo,
    /// The emission's rows of the worker.
    pub renglones: &'a [&'a Renglon],
    /// The payroll's worker.
    pub nomina: &'a DeNomina,
    /// Words for a different prima.
    pub prima: &'a str,
}

impl Pasos<'_> {
    /// Attributes `calculado − nómina`. What the steps do not reach is left for the remainder.
    pub fn atribuir(&self, calculado: &Cifras) -> Vec<Explicada> {
        let mut explicadas = Vec::new();
        if *calculado == self.nomina.cifras {
            return explicadas;
        }
        let mut actual = *calculado;
        // a step without words is of the rounding: it stays in the remainder
        let mut dar = |causa, detalle: String, siguiente: Option<Cifras>| {
            if let Some(siguiente) = siguiente {
                let suya = (!detalle.is_empty()).then(|| Explicada::nueva(causa, detalle, &resta(&actual, &siguiente)));
                explicadas.extend(suya.flatten());
                actual = siguiente;
            }
        };
        let con_su_prima = cifras(self.calculo, &de_renglones(self.calculo, self.renglones).0).ok();
        dar(Causa::Prima, self.prima.to_owned(), con_su_prima);
        if self.nomina.segmentos.is_empty() {
            let dias: u32 = self.renglones.iter().map(|r| r.dias).sum();
            dar(Causa::Baja, en_dias(dias), Some(self.nomina.cifras));
            return explicadas;
        }
        let topadas = |mut tiradas: Vec<Tirada>| {
            tiradas.iter_mut().for_each(|t| t.sbc = t.sbc.min(self.tope(t.desde)));
            tiradas
        };
        let suyas = topadas(tiradas_de_segmentos(&self.nomina.segmentos, self.calculo.lapso.desde));
        let estas = topadas(self.colocar_como(&suyas));
        for (causa, detalle, tiradas) in pasos_de_dias(&estas, &suyas) {
            dar(causa, detalle, cifras(self.calculo, &de_tiradas(&tiradas)).ok());
        }
        let sin_incidencias = de_segmentos(self.calculo, &self.nomina.segmentos, false);
        let (causa, detalle) = de_salario(&estas, &suyas);
        dar(causa, detalle, cifras(self.calculo, &sin_incidencias).ok());
        let (faltas, incapacidad) = (self.nomina.dias.ausentismo, self.nomina.dias.incapacidad);
        if faltas > 0 {
            let con_faltas = de_segmentos(self.calculo, &self.nomina.segmentos, true);
            let siguiente = if incapacidad > 0 {
                cifras(self.calculo, &con_faltas).ok()
            } else {
                Some(self.nomina.cifras)
            };
            dar(Causa::Ausentismo, en_dias(faltas), siguiente);
        }
        if incapacidad > 0 {
            dar(Causa::Incapacidad, en_dias(incapacidad), Some(self.nomina.cifras));
        }
        explicadas
    }

    /// Most that a salary counts on a day (LSS 28): what passes from there makes no difference.
    fn tope(&self, dia: NaiveDate) -> i64 {
        let suyo = self.calculo.tramos.iter().find(|t| t.desde <= dia && dia <= t.hasta);
        suyo.map_or(i64::MAX, |t| t.tope)
    }

    /// The days of the emission's rows. With as many days as the payroll they are the same days, unless a date says other.
    fn colocar_como(&self, suyas: &[Tirada]) -> Vec<Tirada> {
        let (inicio, fin) = (self.calculo.lapso.desde, self.calculo.lapso.hasta);
        let (colocadas, seguro) = colocar(self.renglones, inicio, fin);
        let cuantos = |t: &[Tirada]| t.iter().map(Tirada::dias).sum::<u32>();
        let con_fecha = self
            .renglones
            .iter()
            .any(|r| r.fecha.is_some_and(|f| f >= inicio && f <= fin));
        if (con_fecha && seguro) || cuantos(&colocadas) != cuantos(suyas) {
            return colocadas;
        }
        let mut libres = suyas
            .iter()
            .flat_map(|t| t.desde.iter_days().take_while(|d| *d <= t.hasta));
        let salarios = colocadas
            .iter()
            .flat_map(|t| std::iter::repeat_n(t.sbc, t.dias() as usize));
        juntar(salarios.filter_map(|sbc| Some((libres.next()?, sbc))))
    }
}

/// Days with their salary, as stretches.
fn juntar(dias: impl Iterator<Item = (NaiveDate, i64)>) -> Vec<Tirada> {
    let mut tiradas: Vec<Tirada> = Vec::new();
    for (dia, sbc) in dias {
        match tiradas.last_mut() {
            Some(t) if t.sbc == sbc && mas(t.hasta, 1) == dia => t.hasta = dia,
            _ => tiradas.push(Tirada {
                desde: dia,
                hasta: dia,
                sbc,
            }),
        }
    }
    tiradas
}

/// The salary of a day in some stretches; outside them, that of the nearest one before, or after.
fn salario_en(tiradas: &[Tirada], dia: NaiveDate) -> i64 {
    let antes = tiradas.iter().rev().find(|t| t.desde <= dia);
    antes.or(tiradas.first()).map_or(0, |t| t.sbc)
}

fn dentro(tiradas: &[Tirada], dia: NaiveDate) -> bool {
    tiradas.iter().any(|t| t.desde <= dia && dia <= t.hasta)
}

/// From the emission's days to the payroll's, with the emission's salaries: first the end, then the rest.
fn pasos_de_dias(estas: &[Tirada], suyas: &[Tirada]) -> Vec<(Causa, String, Vec<Tirada>)> {
    let extremos = |t: &[Tirada]| Some((t.first()?.desde, t.last()?.hasta));
    let (Some((e0, e1)), Some((p0, p1))) = (extremos(estas), extremos(suyas)) else {
        return Vec::new();
    };
    let todos = || e0.min(p0).iter_days().take_while(move |d| *d <= e1.max(p1));
    if todos().all(|d| dentro(estas, d) == dentro(suyas, d)) {
        return Vec::new();
    }
    let cuantos = |t: &[Tirada]| t.iter().map(Tirada::dias).sum::<u32>();
    let con = |pertenece: &dyn Fn(NaiveDate) -> bool| {
        juntar(todos().filter(|d| pertenece(*d)).map(|d| (d, salario_en(estas, d))))
    };
    let distintos = format!(
        "{} en la emisión y {} en su nómina",
        en_dias(cuantos(estas)),
        en_dias(cuantos(suyas))
    );
    let mut pasos = Vec::new();
    if e1 != p1 {
        let corte = e1.min(p1);
        let hasta_el_final = con(&|d| if d > corte { dentro(suyas, d) } else { dentro(estas, d) });
        pasos.push(if e1 > p1 {
            let sobran = todos().filter(|d| *d > p1 && dentro(estas, *d)).count();
            (Causa::Baja, en_dias(u32::try_from(sobran).unwrap_or(0)), hasta_el_final)
        } else {
            (Causa::Dias, distintos.clone(), hasta_el_final)
        });
    }
    let final_ = con(&|d| dentro(suyas, d));
    if e0 != p0 {
        let detalle = format!("el {} en la emisión y el {} en su nómina", dia_corto(e0), dia_corto(p0));
        pasos.push((Causa::Alta, detalle, final_));
    } else {
        pasos.push((Causa::Dias, distintos, final_));
    }
    pasos
}

fn dia_corto(dia: NaiveDate) -> String {
    format!("{} de {}", dia.day(), nombre_del_mes(dia.month()))
}

/// Which words fit a difference of salary.
fn de_salario(estas: &[Tirada], suyas: &[Tirada]) -> (Causa, String) {
    let distintos = |t: &[Tirada]| {
        let mut salarios: Vec<i64> = t.iter().map(|t| t.sbc).collect();
        salarios.dedup();
        salarios.len()
    };
    let primero = suyas.iter().find_map(|t| {
        Some((
            t,
            t.desde
                .iter_days()
                .take_while(|d| *d <= t.hasta)
                .find(|d| salario_en(estas, *d) != t.sbc)?,
        ))
    });
    let Some((tirada, dia)) = primero else {
        return (Causa::Sbc, String::new());
    };
    let este = salario_en(estas, dia);
    let cambia = distintos(suyas) > distintos(estas);
    if cambia && suyas.first().is_some_and(|t| t.desde == dia) {
        // it differs from the first day on, and changes afterwards besides
        let detalle = format!(
            "{} en la emisión y, en su nómina, {}",
            dinero(este),
            tramos_dichos(suyas)
        );
        return (Causa::Sbc, detalle);
    }
    if cambia {
        let detalle = format!("en su nómina es de {} desde el {}", dinero(tirada.sbc), dia_corto(dia));
        return (Causa::Modificacion, detalle);
    }
    (
        Causa::Sbc,
        format!("{} en la emisión y {} en su nómina", dinero(este), dinero(tirada.sbc)),
    )
}

/// `$600.00 hasta el 15 de octubre y $630.00 desde el 16 de octubre`.
fn tramos_dichos(tiradas: &[Tirada]) -> String {
    let ultima = tiradas.len().saturating_sub(1);
    let dichos: Vec<String> = tiradas
        .iter()
        .enumerate()
        .map(|(i, t)| match i {
            0 => format!("{} hasta el {}", dinero(t.sbc), dia_corto(t.hasta)),
            _ if i == ultima => format!("{} desde el {}", dinero(t.sbc), dia_corto(t.desde)),
            _ => format!("{} del {} al {}", dinero(t.sbc), dia_corto(t.desde), dia_corto(t.hasta)),
        })
        .collect();
    match dichos.as_slice() {
        [primeros @ .., ultimo] if !primeros.is_empty() => format!("{} y {ultimo}", primeros.join(", ")),
        _ => dichos.concat(),
    }
}

/// What the causes leave unexplained, as rounding or as nothing known.
pub fn resto(diferencia: &Cifras, explicadas: &[Explicada], tolerancia: i64) -> Vec<Explicada> {
    let mut queda = *diferencia;
    for (figura, centavos) in explicadas.iter().flat_map(|e| &e.cifras) {
        queda[usize::from(*figura)] -= centavos;
    }
    let elegir = |dentro: bool| -> Cifras {
        std::array::from_fn(|i| {
            if (queda[i].abs() <= tolerancia) == dentro {
                queda[i]
            } else {
                0
            }
        })
    };
    let redondeo = Explicada::nueva(Causa::Redondeo, "", &elegir(true));
    let nada = Explicada::nueva(Causa::SinExplicacion, "", &elegir(false));
    redondeo.into_iter().chain(nada).collect()
}
