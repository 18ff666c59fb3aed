//! The fixed salary: days of holidays by year of service (LFT 76), aguinaldo (LFT 87) and prima vacacional (LFT 80), and
//! the factor that they make.

use super::entrada::Entrada;
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::fraccion;
use crate::memoria::Operacion;
use crate::mensajes::salario as mensaje;
use crate::politica::Politica;
use crate::redondeo::Redondeo;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, FueraDeVigencia, Normativa, Tabla};

/// A benefit: how much, and the row that says so when nobody else did.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prestacion<'a> {
    pub valor: Decimal,
    pub fila: Option<&'a Fila>,
}

/// What makes the fixed salary more than the daily wage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prestaciones<'a> {
    pub divisor: Prestacion<'a>,
    pub aguinaldo: Prestacion<'a>,
    pub vacaciones: Prestacion<'a>,
    /// Percent.
    pub prima: Prestacion<'a>,
}

impl Prestaciones<'_> {
    /// Days of salary in a year: those of the year, the aguinaldo and the prima vacacional.
    pub(super) fn dias_integrados(&self, pluma: Pluma) -> Option<Cifra> {
        let tabla = |regla, de: &Prestacion<'_>| {
            let entra = Entra::quiza_fila("valor", de.valor, de.fila);
            pluma.paso(regla, Operacion::Tabla, None, &[entra])
        };
        let anio = tabla(&mensaje::DIAS_DEL_ANIO, &self.divisor)?;
        let aguinaldo = tabla(&mensaje::DIAS_AGUINALDO, &self.aguinaldo)?;
        let vacaciones = tabla(&mensaje::DIAS_VACACIONES, &self.vacaciones)?;
        let prima = [
            Entra::Paso("días de vacaciones", &vacaciones),
            Entra::quiza_fila("prima vacacional", fraccion(self.prima.valor), self.prima.fila),
        ];
        let prima = pluma.paso(&mensaje::DIAS_PRIMA, Operacion::Producto, None, &prima)?;
        let sumandos = [
            Entra::Paso("año", &anio),
            Entra::Paso("aguinaldo", &aguinaldo),
            Entra::Paso("prima vacacional", &prima),
        ];
        pluma.paso(&mensaje::DIAS_INTEGRADOS, Operacion::Suma, None, &sumandos)
    }

    /// The factor, with `redondeo`.
    pub(super) fn factor(&self, pluma: Pluma, dias: &Cifra, redondeo: Redondeo) -> Option<Cifra> {
        let entradas = [
            Entra::Paso("días de salario en el año", dias),
            Entra::quiza_fila("días del año", self.divisor.valor, self.divisor.fila),
        ];
        pluma.paso(&mensaje::FACTOR, Operacion::Cociente, Some(redondeo), &entradas)
    }
}

/// Reads what the fixed salary is made of, from the input or, failing that, from the minimum of the law.
///
/// # Errors
/// What is missing or out of range; all of it is in `hallazgos`.
pub(super) fn leer<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Prestaciones<'a>> {
    let fecha = entrada.fecha.0;
    let divisor = fila(consulta, Tabla::Limites, "divisor_anual", fecha, hallazgos);
    let aguinaldo = aguinaldo(consulta, entrada, hallazgos);
    let prima = prima(consulta, entrada, hallazgos);
    let vacaciones = vacaciones(consulta, entrada, hallazgos);
    let divisor = divisor?;
    Some(Prestaciones {
        divisor: Prestacion {
            valor: divisor.valor,
            fila: Some(divisor),
        },
        aguinaldo: aguinaldo?,
        prima: prima?,
        vacaciones: vacaciones?,
    })
}

/// The row in force; if there is none, the finding is kept.
pub(super) fn fila<'a>(
    consulta: &mut Consulta<'a>,
    tabla: Tabla,
    clave: &str,
    fecha: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<&'a Fila> {
    consulta
        .vigente(tabla, clave, fecha)
        .map_err(|error| hallazgos.push(fuera_de_vigencia(&error, "fecha")))
        .ok()
}

fn aguinaldo<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Prestacion<'a>> {
    let minimo = fila(
        consulta,
        Tabla::Integracion,
        "aguinaldo_dias",
        entrada.fecha.0,
        hallazgos,
    )?;
    let Some(dias) = entrada.dias_aguinaldo else {
        return Some(Prestacion {
            valor: minimo.valor,
            fila: Some(minimo),
        });
    };
    let valor = dias_al_anio(dias, "dias_aguinaldo", hallazgos)?;
    if valor < minimo.valor {
        let datos = [("dias", dias.to_string()), ("minimo", minimo.valor.to_string())];
        hallazgos.push(hallazgo(&mensaje::AGUINALDO_MINIMO, "dias_aguinaldo", &datos));
    }
    Some(Prestacion { valor, fila: None })
}

fn prima<'a>(consulta: &mut Consulta<'a>, entrada: &Entrada, hallazgos: &mut Vec<Hallazgo>) -> Option<Prestacion<'a>> {
    let minimo = fila(
        consulta,
        Tabla::Integracion,
        "prima_vacacional",
        entrada.fecha.0,
        hallazgos,
    )?;
    let Some(prima) = entrada.prima_vacacional else {
        return Some(Prestacion {
            valor: minimo.valor,
            fila: Some(minimo),
        });
    };
    if prima.por_ciento() < minimo.valor {
        let datos = [("prima", prima.to_string()), ("minimo", minimo.valor.to_string())];
        hallazgos.push(hallazgo(&mensaje::PRIMA_MINIMA, "prima_vacacional", &datos));
    }
    Some(Prestacion {
        valor: prima.por_ciento(),
        fila: None,
    })
}

fn vacaciones<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Prestacion<'a>> {
    let fecha = entrada.fecha.0;
    match (entrada.anio_servicio, entrada.dias_vacaciones, entrada.fecha_ingreso) {
        (Some(0), None, None) => {
            hallazgos.push(hallazgo(&mensaje::ANIO_CERO, "anio_servicio", &[]));
            None
        }
        (Some(anio), None, None) => de_la_tabla(consulta, anio, fecha, "anio_servicio", hallazgos),
        (None, Some(dias), None) => tecleadas(consulta.normativa(), dias, fecha, hallazgos),
        (None, None, Some(ingreso)) if ingreso.0 > fecha => {
            let datos = [("ingreso", ingreso.to_string()), ("fecha", fecha.to_string())];
            hallazgos.push(hallazgo(&mensaje::INGRESO, "fecha_ingreso", &datos));
            None
        }
        (None, None, Some(ingreso)) => {
            let anio = anio_en_curso(ingreso.0, fecha);
            de_la_tabla(consulta, anio, fecha, "fecha_ingreso", hallazgos)
        }
        (anio, dias, ingreso) => {
            let vinieron = [anio.is_some(), dias.is_some(), ingreso.is_some()];
            let cuantos = match vinieron.into_iter().filter(|v| *v).count() {
                0 => "ninguno".to_owned(),
                n => n.to_string(),
            };
            hallazgos.push(hallazgo(&mensaje::UN_DATO, "", &[("cuantos", cuantos)]));
            None
        }
    }
}

fn tecleadas<'a>(
    normativa: &'a Normativa,
    dias: u32,
    fecha: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Prestacion<'a>> {
    let valor = dias_al_anio(dias, "dias_vacaciones", hallazgos)?;
    if let Ok(minimo) = fila_de_vacaciones(normativa, 1, fecha)
        && valor < minimo.valor
    {
        let datos = [("dias", dias.to_string()), ("minimo", minimo.valor.to_string())];
        hallazgos.push(hallazgo(&mensaje::VACACIONES_MINIMAS, "dias_vacaciones", &datos));
    }
    Some(Prestacion { valor, fila: None })
}

/// The year of service that is running on `fecha`: the first day is already in year 1.
pub fn anio_en_curso(ingreso: NaiveDate, fecha: NaiveDate) -> u32 {
    let cumplidos =
        fecha.year() - ingreso.year() - i32::from((fecha.month(), fecha.day()) < (ingreso.month(), ingreso.day()));
    u32::try_from(cumplidos).unwrap_or(0).saturating_add(1)
}

/// Days of holidays of the year of service `anio` (the one in progress), under the política `anio_servicio`.
fn de_la_tabla<'a>(
    consulta: &mut Consulta<'a>,
    anio: u32,
    fecha: NaiveDate,
    campo: &str,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Prestacion<'a>> {
    let cumplidos = anio.saturating_sub(1).max(1);
    let normativa = consulta.normativa();
    let (en_curso, cumplidas) = (
        fila_de_vacaciones(normativa, anio, fecha),
        fila_de_vacaciones(normativa, cumplidos, fecha),
    );
    let valor = |fila: &Result<&Fila, FueraDeVigencia>| fila.as_ref().ok().map(|f| f.valor);
    if valor(&en_curso) != valor(&cumplidas) {
        consulta.importa(Politica::AnioServicio);
    }
    let elegida = if consulta.politicas.es(Politica::AnioServicio, "cumplidos") {
        cumplidas
    } else {
        en_curso
    };
    match elegida {
        Ok(fila) => {
            consulta.usar(Tabla::Vacaciones, fila, fecha);
            Some(Prestacion {
                valor: fila.valor,
                fila: Some(fila),
            })
        }
        Err(error) => {
            hallazgos.push(fuera_de_vigencia(&error, campo));
            None
        }
    }
}

/// The row of the table of holidays for a year of service: its keys are a year (`1`) or a range (`6-10`).
///
/// # Errors
/// [`FueraDeVigencia`] when no row covers that year on that date.
pub fn fila_de_vacaciones(normativa: &Normativa, anio: u32, fecha: NaiveDate) -> Result<&Fila, FueraDeVigencia> {
    normativa
        .filas(Tabla::Vacaciones)
        .filter(|fila| fila.rige(fecha))
        .find(|fila| cubre(&fila.clave, anio))
        .map_or_else(|| normativa.vigente(Tabla::Vacaciones, &anio.to_string(), fecha), Ok)
}

fn cubre(clave: &str, anio: u32) -> bool {
    let (desde, hasta) = clave.split_once('-').unwrap_or((clave, clave));
    let numero = |texto: &str| texto.parse::<u32>().ok();
    numero(desde)
        .zip(numero(hasta))
        .is_some_and(|(d, h)| (d..=h).contains(&anio))
}

fn dias_al_anio(dias: u32, campo: &str, hallazgos: &mut Vec<Hallazgo>) -> Option<Decimal> {
    if dias <= 365 {
        return Some(Decimal::from(dias));
    }
    hallazgos.push(hallazgo(&mensaje::DIAS_FUERA, campo, &[("dias", dias.to_string())]));
    None
}

/// A finding of this subject.
pub(super) fn hallazgo(regla: &'static crate::mensajes::Regla, campo: &str, datos: &[(&str, String)]) -> Hallazgo {
    let datos: Vec<(&str, &str)> = datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Hallazgo::nuevo(regla, campo, &datos)
}
