//! The answer of `incorporacion.cotizar`.

use super::super::constante::dias_despues;
use super::super::modalidad::Modalidad;
use super::super::renovacion::Ventana;
use super::entrada::EntradaCotizar;
use super::mes::MesCalculado;
use crate::consulta::Comun;
use crate::cuotas::FIGURAS;
use crate::fecha::{Fecha, Mes};
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Calculada;
use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Amounts by insurance, with the keys and the order of `cuotas.periodo`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ramas(pub Vec<(&'static str, Importe)>);

impl Ramas {
    /// Adds those of another month.
    fn agregar(&mut self, otras: &Self) {
        for (clave, importe) in &otras.0 {
            match self.0.iter_mut().find(|(c, _)| c == clave) {
                Some((_, mio)) => *mio += *importe,
                None => self.0.push((clave, *importe)),
            }
        }
    }
}

impl Serialize for Ramas {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        let mut mapa = serializador.serialize_map(Some(self.0.len()))?;
        for figura in &FIGURAS {
            if let Some((clave, importe)) = self.0.iter().find(|(c, _)| *c == figura.clave()) {
                mapa.serialize_entry(clave, importe)?;
            }
        }
        mapa.end()
    }
}

/// A month, or the part of one that is covered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mensualidad {
    /// Which.
    pub mes: Mes,
    /// First day.
    pub desde: Fecha,
    /// Last day.
    pub hasta: Fecha,
    /// Natural days.
    pub dias: u32,
    /// Salary or income on which it is paid, pesos a day.
    pub sbc: Importe,
    /// UMA used, pesos a day.
    pub uma: Importe,
    /// Minimum wage used, pesos a day.
    pub salario_minimo: Importe,
    /// Sum of the rates that apply to `sbc`, percent.
    pub porcentaje: String,
    /// Amounts by insurance.
    pub ramas: Ramas,
    /// The month's total.
    pub total: Importe,
}

/// A person in the seguro de salud para la familia.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Persona {
    /// Age on the first day.
    pub edad: u32,
    /// Age group.
    pub grupo: String,
    /// Fee, pesos a year.
    pub cuota: Importe,
    /// Whether the fee was typed by a person and not published.
    pub dada: bool,
}

/// Days covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cobertura {
    /// First day.
    pub desde: Fecha,
    /// Last day.
    pub hasta: Fecha,
}

/// When a paid year may be renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Renovacion {
    /// First day.
    pub desde: Fecha,
    /// Last day in time.
    pub hasta: Fecha,
    /// Last day to renew late; `null` where there is no such thing.
    pub extemporanea_hasta: Option<Fecha>,
    /// Day from which a renewal has effect, also a late one: there is no gap.
    pub efecto_desde: Fecha,
}

impl From<Ventana> for Renovacion {
    fn from(ventana: Ventana) -> Self {
        Self {
            desde: Fecha(ventana.desde),
            hasta: Fecha(ventana.hasta),
            extemporanea_hasta: Some(Fecha(ventana.extemporanea)),
            efecto_desde: Fecha(dias_despues(ventana.hasta, 1)),
        }
    }
}

/// A payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pago {
    /// Last day to make it.
    pub vence: Fecha,
    /// First day it covers.
    pub desde: Fecha,
    /// Last day it covers.
    pub hasta: Fecha,
    /// How much.
    pub importe: Importe,
}

/// What becomes of a continuación voluntaria that is not paid any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Terminacion {
    /// Last of the months without payment, after which it ends (LSS 220 II).
    pub sin_pago_hasta: Fecha,
    /// Last day to come back, paying what is between (LSS 220; RACERF 65).
    pub reingreso_hasta: Fecha,
}

/// The percentage of a year, for a salary that stays in the same range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Anio {
    /// Year.
    pub anio: i32,
    /// Percent.
    pub porcentaje: String,
}

/// Answer of the operation `incorporacion.cotizar`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaCotizar {
    /// Which.
    pub modalidad: Modalidad,
    /// Everything.
    pub total: Importe,
    /// The same by insurance; empty in the seguro de salud para la familia.
    pub ramas: Ramas,
    /// Month by month.
    pub por_mes: Vec<Mensualidad>,
    /// Person by person, in the seguro de salud para la familia.
    pub por_persona: Vec<Persona>,
    /// Days covered.
    pub cobertura: Cobertura,
    /// When it may be renewed; `null` where there is no such thing.
    pub renovacion: Option<Renovacion>,
    /// What becomes of it if nothing more is paid; `null` but in the continuación voluntaria.
    pub terminacion: Option<Terminacion>,
    /// What is paid and when.
    pub pagos: Vec<Pago>,
    /// Percentages of the years to come, of the continuación voluntaria.
    pub proyeccion: Vec<Anio>,
    /// Whether it uses values that are only supposed.
    pub hipotesis: bool,
    /// Whether it is only an orientation: the Institute determines the fee.
    pub orientativo: bool,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaCotizar {}

/// What a modality came to, before what every answer carries.
#[derive(Debug)]
pub(super) struct Cotizado {
    pub meses: Vec<MesCalculado>,
    pub personas: Vec<(Persona, Option<Nodo>)>,
    pub cobertura: (NaiveDate, NaiveDate),
    pub renovacion: Option<Renovacion>,
    pub terminacion: Option<Terminacion>,
    pub pagos: Vec<Pago>,
    pub proyeccion: Vec<Anio>,
    pub orientativo: bool,
    pub hallazgos: Vec<Hallazgo>,
}

impl Cotizado {
    /// Of some months; they cover from the first day to the last.
    pub(super) fn de_meses(meses: Vec<MesCalculado>) -> Self {
        let desde = meses.first().map_or(NaiveDate::MIN, |m| m.desde);
        let hasta = meses.last().map_or(NaiveDate::MIN, |m| m.hasta);
        Self {
            meses,
            personas: Vec::new(),
            cobertura: (desde, hasta),
            renovacion: None,
            terminacion: None,
            pagos: Vec::new(),
            proyeccion: Vec::new(),
            orientativo: false,
            hallazgos: Vec::new(),
        }
    }

    /// Everything.
    pub(super) fn total(&self) -> Importe {
        let meses: Importe = self.meses.iter().map(|m| m.total).sum();
        meses + self.personas.iter().map(|(p, _)| p.cuota).sum()
    }

    pub(super) fn salida(self, entrada: &EntradaCotizar, comun: Comun, hipotesis: bool) -> SalidaCotizar {
        let total = self.total();
        let mut ramas = Ramas::default();
        for mes in &self.meses {
            ramas.agregar(&mes.ramas);
        }
        let (mut nodos, mut otros) = (Vec::new(), Vec::new());
        let mut por_mes = Vec::with_capacity(self.meses.len());
        for mut mes in self.meses {
            nodos.extend(mes.nodo.take());
            otros.append(&mut mes.de_la_base);
            por_mes.push(mes.mensualidad());
        }
        let mut por_persona = Vec::with_capacity(self.personas.len());
        for (persona, nodo) in self.personas {
            nodos.extend(nodo);
            por_persona.push(persona);
        }
        let raiz = Nodo::nuevo(&mensaje::TOTAL, Operacion::Suma, total).sobre(nodos);
        let memoria = std::iter::once(raiz).chain(otros).collect();
        SalidaCotizar {
            modalidad: entrada.modalidad,
            total,
            ramas,
            por_mes,
            por_persona,
            cobertura: Cobertura {
                desde: Fecha(self.cobertura.0),
                hasta: Fecha(self.cobertura.1),
            },
            renovacion: self.renovacion,
            terminacion: self.terminacion,
            pagos: self.pagos,
            proyeccion: self.proyeccion,
            hipotesis,
            orientativo: self.orientativo,
            comun,
            memoria: entrada.memoria.then_some(memoria),
        }
    }
}
