//! Deadlines of the registro patronal: what has to be told to the Institute, by when, and what being late may cost.

use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::{Nodo, Operacion, Operando};
use crate::mensajes::registro as mensaje;
use crate::multa::{self, Rango};
use crate::operacion::{Calculada, Resultado};
use crate::plazo::{Vencimiento, vencimiento_de_tramite};
use crate::politica::Politicas;
use chrono::{Days, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// Input of the operation `registro.plazo`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaPlazo {
    /// What happened: a key of the table `plazos_registro`.
    pub causa: String,
    /// Day it happened; it is not counted.
    pub fecha: Fecha,
    /// Day it is told, to know whether it is late.
    #[serde(default)]
    pub presentacion: Option<Fecha>,
    /// Whether it is told before the Institute finds out or asks (LSS 304-C). Unknown if absent.
    #[serde(default)]
    pub espontaneo: Option<bool>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A deadline and how it was met.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlazoDeRegistro {
    /// What it is about.
    pub descripcion: String,
    /// Days that the law gives.
    pub dias: u32,
    /// `habiles` or `naturales`.
    pub clase: &'static str,
    /// Last day to act in time; a Friday or a non-working day moves to the next working day (RACERF 3).
    pub vence: Fecha,
    /// The earlier of that day under CFF 12 and under LFT 74.
    pub fecha_segura: Fecha,
    /// Whether it was late; `null` while it is not presented.
    pub tardio: Option<bool>,
    /// Natural days after the deadline.
    pub dias_de_retraso: Option<u32>,
    /// The fine that it may cost; `null` when none is foreseen, or when it was spontaneous.
    pub multa: Option<Rango>,
    /// The articles.
    pub fundamento: Vec<String>,
}

/// Answer of the operation `registro.plazo`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaPlazo {
    /// What happened.
    pub causa: String,
    /// The deadline.
    #[serde(flatten)]
    pub plazo: PlazoDeRegistro,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaPlazo {}

/// The operation `registro.plazo`.
///
/// # Errors
/// `registro.causa`, `normativa.fuera_de_vigencia`.
pub fn ejecutar_plazo(normativa: &Normativa, entrada: EntradaPlazo) -> Resultado<SalidaPlazo> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    if !normativa.filas(Tabla::PlazosRegistro).any(|f| f.clave == entrada.causa) {
        return Err(vec![causa_desconocida(normativa, &entrada.causa)]);
    }
    let caso = Caso {
        causa: &entrada.causa,
        fecha: entrada.fecha.0,
        presentacion: entrada.presentacion.map(|f| f.0),
        espontaneo: entrada.espontaneo,
        escribe: entrada.memoria,
    };
    let (plazo, hallazgos, memoria) = caso
        .contar(&mut consulta)
        .map_err(|error| vec![error.dentro_de("fecha")])?;
    Ok(SalidaPlazo {
        causa: entrada.causa,
        plazo,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

fn causa_desconocida(normativa: &Normativa, causa: &str) -> Hallazgo {
    let hay: Vec<&str> = normativa
        .filas(Tabla::PlazosRegistro)
        .map(|f| f.clave.as_ref())
        .collect();
    let datos = [("causa", causa.to_owned()), ("opciones", hay.join(", "))];
    Hallazgo::con(&mensaje::CAUSA, "causa", &datos)
}

/// Something that has to be told, and when it was.
pub(super) struct Caso<'c> {
    pub causa: &'c str,
    pub fecha: NaiveDate,
    pub presentacion: Option<NaiveDate>,
    pub espontaneo: Option<bool>,
    pub escribe: bool,
}

/// What the note of a row says: how days are counted, the fraction of the fine, and what it is about.
struct Ficha<'a> {
    naturales: bool,
    multa: Option<&'a str>,
    descripcion: &'a str,
}

impl<'a> Ficha<'a> {
    fn leer(fila: &'a Fila) -> Self {
        let mut partes = fila.nota.splitn(3, '|');
        Self {
            naturales: partes.next() == Some("naturales"),
            multa: partes.next().filter(|m| m.starts_with("304-A")),
            descripcion: partes.next().unwrap_or_default(),
        }
    }
}

impl Caso<'_> {
    /// The deadline, what was found, and the explanation (empty unless `escribe`).
    pub(super) fn contar(
        &self,
        consulta: &mut Consulta<'_>,
    ) -> Result<(PlazoDeRegistro, Vec<Hallazgo>, Vec<Nodo>), Hallazgo> {
        let hallada = consulta.vigente(Tabla::PlazosRegistro, self.causa, self.fecha);
        let fila = hallada.map_err(|error| fuera_de_vigencia(&error, ""))?;
        let ficha = Ficha::leer(fila);
        let dias = fila.valor.to_u32().unwrap_or_default();
        let vencimiento = vencer(consulta, self.fecha, dias, ficha.naturales)?;
        let tarde = self.presentacion.filter(|p| *p > vencimiento.fecha);
        let retraso = tarde.and_then(|p| u32::try_from((p - vencimiento.fecha).num_days()).ok());
        let (mut multa, mut hallazgos, mut memoria) = (None, Vec::new(), Vec::new());
        if let Some(tarde) = tarde {
            multa = self.sancionar(consulta, &ficha, vencimiento.fecha, tarde, &mut hallazgos, &mut memoria)?;
        }
        if let Some(retraso) = retraso.filter(|_| self.escribe) {
            memoria.insert(0, dato(&mensaje::DIAS_DE_RETRASO, retraso));
        }
        let plazo = PlazoDeRegistro {
            descripcion: ficha.descripcion.to_owned(),
            dias,
            clase: if ficha.naturales { "naturales" } else { "habiles" },
            vence: Fecha(vencimiento.fecha),
            fecha_segura: Fecha(vencimiento.fecha_segura),
            tardio: self.presentacion.map(|_| tarde.is_some()),
            dias_de_retraso: self.presentacion.map(|_| retraso.unwrap_or_default()),
            multa,
            fundamento: fila.articulos(),
        };
        Ok((plazo, hallazgos, memoria))
    }

    /// What being late may cost.
    fn sancionar(
        &self,
        consulta: &mut Consulta<'_>,
        ficha: &Ficha<'_>,
        vence: NaiveDate,
        tarde: NaiveDate,
        hallazgos: &mut Vec<Hallazgo>,
        memoria: &mut Vec<Nodo>,
    ) -> Result<Option<Rango>, Hallazgo> {
        let datos = [("vence", vence.to_string()), ("presentacion", tarde.to_string())];
        let Some(fraccion) = ficha.multa else {
            hallazgos.push(Hallazgo::con(&mensaje::TARDE, "presentacion", &datos));
            return Ok(None);
        };
        if self.espontaneo == Some(true) {
            hallazgos.push(Hallazgo::con(&mensaje::ESPONTANEO, "espontaneo", &datos));
            return Ok(None);
        }
        let dia = multa::dia_de_la_uma(consulta, vence, tarde);
        let (rango, nodos) = multa::rango(consulta, &mensaje::FIGURAS_DE_MULTA, fraccion, dia, self.escribe)?;
        let [vence, presentacion] = datos;
        let datos = [
            vence,
            presentacion,
            ("minimo", rango.minimo.to_string()),
            ("maximo", rango.maximo.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::TARDE_CON_MULTA, "presentacion", &datos));
        memoria.extend(nodos);
        Ok(Some(rango))
    }
}

fn vencer(consulta: &mut Consulta<'_>, desde: NaiveDate, dias: u32, naturales: bool) -> Result<Vencimiento, Hallazgo> {
    if !naturales {
        return vencimiento_de_tramite(consulta, desde, dias);
    }
    let ultimo = desde.checked_add_days(Days::new(u64::from(dias))).unwrap_or(desde);
    // Only the last day of a deadline in natural days looks at the calendar.
    vencimiento_de_tramite(consulta, ultimo, 0)
}

/// A node for what is counted, not computed.
pub(super) fn dato(regla: &'static crate::mensajes::Regla, valor: u32) -> Nodo {
    Nodo::nuevo(regla, Operacion::Tabla, valor).con([Operando::dato("valor", valor)])
}
