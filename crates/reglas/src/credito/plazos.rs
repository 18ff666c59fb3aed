//! Until when a credit may be paid, contested or collected, and what starts each count (LSS 39-C, 40, 294, 297, 298 and
//! 304-D; CFF 135, 144 and 146).

use super::{Clase, constante};
use crate::cifra::{Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::{Fecha, inicio_del_mes_siguiente};
use crate::hallazgo::Hallazgo;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::{Regla, credito as mensaje};
use crate::operacion::{Calculada, Resultado};
use crate::plazo::{self, Vencimiento};
use crate::politica::Politicas;
use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Input of the operation `credito.plazos`: `notificacion` of what the Institute determined, or `vencimiento` of what
/// the employer determines.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaPlazos {
    /// What it is.
    pub clase: Clase,
    /// Day on which the cédula de liquidación or the fine was notified.
    #[serde(default)]
    pub notificacion: Option<Fecha>,
    /// Day on which a self-determined contribution had to be paid.
    #[serde(default)]
    pub vencimiento: Option<Fecha>,
    /// Day on which the aviso or liquidación was presented, or the Institute came to know what gave rise to the debt.
    #[serde(default)]
    pub conocimiento: Option<Fecha>,
    /// Acts of collection notified to the debtor, and acknowledgements by the debtor.
    #[serde(default)]
    pub gestiones: Vec<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// The dates of a credit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plazos {
    /// Day on which the notification takes effect: the working day after it. `null` for what was not notified.
    pub surte_efectos: Option<Fecha>,
    /// Last day to pay in time; a Friday moves to the next working day.
    pub limite_de_pago: Fecha,
    /// The earliest of that day under every reading: the other calendar and, for a fine, the count from the notification
    /// itself.
    pub fecha_segura: Fecha,
    /// Last day to pay a fine with its reduction (RACERF 189); `null` for anything else.
    pub limite_con_reduccion: Option<Fecha>,
    /// Last day to contest it (LSS 294); `null` for what was not notified. A Friday does not move.
    pub limite_de_inconformidad: Option<Fecha>,
    /// Last day to ask that a fine be left without effect (LSS 304-D), counted from the notification; a Friday does not
    /// move.
    pub aclaracion_hasta: Option<Fecha>,
    /// First day on which the Institute may collect it.
    pub exigible_desde: Fecha,
    /// Day on which the power to determine it ends; `null` if it is not known from when it counts.
    pub caducidad: Option<Fecha>,
    /// Day on which it can no longer be collected.
    pub prescripcion: Fecha,
    /// The latest that day can be, however many times it is interrupted.
    pub prescripcion_maxima: Fecha,
    /// The acts that interrupted it, in order.
    pub interrupciones: Vec<Fecha>,
}

/// Answer of the operation `credito.plazos`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaPlazos {
    /// The dates.
    #[serde(flatten)]
    pub plazos: Plazos,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaPlazos {}

/// The operation `credito.plazos`.
///
/// # Errors
/// `credito.origen`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaPlazos) -> Resultado<SalidaPlazos> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let mut cuenta = Cuenta {
        consulta: &mut consulta,
        pluma: Pluma {
            escribe: entrada.memoria,
        },
        hallazgos: Vec::new(),
        memoria: Vec::new(),
    };
    let plazos = cuenta.plazos(&entrada).map_err(|error| vec![error])?;
    let Cuenta { hallazgos, memoria, .. } = cuenta;
    Ok(SalidaPlazos {
        plazos,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// Where the credit comes from.
enum Origen {
    Notificada(NaiveDate),
    Autodeterminada(NaiveDate),
}

fn origen(entrada: &EntradaPlazos) -> Result<Origen, Hallazgo> {
    match (entrada.notificacion, entrada.vencimiento) {
        (Some(Fecha(fecha)), None) => Ok(Origen::Notificada(fecha)),
        (None, Some(Fecha(fecha))) => Ok(Origen::Autodeterminada(fecha)),
        _ => Err(Hallazgo::con(&mensaje::ORIGEN, "notificacion", &[])),
    }
}

/// What the notification starts.
#[derive(Clone, Copy)]
struct Pago {
    surte: Option<NaiveDate>,
    limite: Vencimiento,
    inconformidad: Option<NaiveDate>,
    aclaracion: Option<NaiveDate>,
}

struct Cuenta<'c, 'a> {
    consulta: &'c mut Consulta<'a>,
    pluma: Pluma,
    hallazgos: Vec<Hallazgo>,
    memoria: Vec<Nodo>,
}

impl Cuenta<'_, '_> {
    fn plazos(&mut self, entrada: &EntradaPlazos) -> Result<Plazos, Hallazgo> {
        let (pago, caducidad) = match origen(entrada)? {
            Origen::Notificada(fecha) => {
                let pago = self.notificada(fecha, entrada.clase);
                let pago = pago.map_err(|error| error.dentro_de("notificacion"))?;
                (pago, self.caducidad(entrada, None, Some(fecha))?)
            }
            Origen::Autodeterminada(fecha) => {
                let pago = self.autodeterminada(fecha);
                let pago = pago.map_err(|error| error.dentro_de("vencimiento"))?;
                (pago, self.caducidad(entrada, Some(pago.limite.fecha), None)?)
            }
        };
        let exigible = pago.limite.fecha.succ_opt().unwrap_or(pago.limite.fecha);
        let datos = [
            ("limite", pago.limite.fecha.to_string()),
            ("desde", exigible.to_string()),
        ];
        self.decir(&mensaje::EXIGIBLE, "", &datos);
        let prescripcion = self.prescripcion(exigible, &entrada.gestiones)?;
        let multa = entrada.clase == Clase::Multa && pago.surte.is_some();
        Ok(Plazos {
            surte_efectos: pago.surte.map(Fecha),
            limite_de_pago: Fecha(pago.limite.fecha),
            fecha_segura: Fecha(pago.limite.fecha_segura),
            limite_con_reduccion: multa.then_some(Fecha(pago.limite.fecha)),
            limite_de_inconformidad: pago.inconformidad.map(Fecha),
            aclaracion_hasta: pago.aclaracion.map(Fecha),
            exigible_desde: Fecha(exigible),
            caducidad: caducidad.map(Fecha),
            prescripcion: Fecha(prescripcion.dia),
            prescripcion_maxima: Fecha(prescripcion.maxima),
            interrupciones: prescripcion.interrupciones.into_iter().map(Fecha).collect(),
        })
    }

    fn decir(&mut self, regla: &'static Regla, campo: &str, datos: &[(&str, String)]) {
        self.hallazgos.push(Hallazgo::con(regla, campo, datos));
    }

    /// A number of days or years of the table, explained.
    fn cuantos(&mut self, regla: &'static Regla, clave: &str, fecha: NaiveDate) -> Result<u32, Hallazgo> {
        let fila = constante(self.consulta, clave, fecha)?;
        let paso = self
            .pluma
            .paso(regla, Operacion::Tabla, None, &[Entra::de("valor", fila)]);
        let nodo = paso.and_then(|cifra| cifra.nodo);
        self.memoria
            .extend(nodo.map(|nodo| nodo.precisando(&format!("desde el {fecha}"))));
        Ok(fila.valor.to_u32().unwrap_or(0))
    }

    /// What follows the notification of a cédula or a fine.
    fn notificada(&mut self, fecha: NaiveDate, clase: Clase) -> Result<Pago, Hallazgo> {
        let surte = plazo::contar_habiles(self.consulta, fecha, 1)?.fecha;
        let dias = self.cuantos(&mensaje::DIAS_DE_PAGO, "dias_de_pago", surte)?;
        let mut limite = plazo::vencimiento_de_tramite(self.consulta, surte, dias)?;
        let datos = [
            ("notificacion", fecha.to_string()),
            ("surte", surte.to_string()),
            ("dias", dias.to_string()),
            ("limite", limite.fecha.to_string()),
        ];
        self.decir(&mensaje::PLAZO_DE_PAGO, "notificacion", &datos);
        let inconformidad = Some(self.inconformidad(surte)?);
        let mut aclaracion = None;
        if clase == Clase::Multa {
            aclaracion = Some(self.aclaracion(fecha)?);
            // RACERF 189 counts from the notification: whoever pays by then keeps the reduction under both readings.
            let literal = plazo::vencimiento_de_tramite(self.consulta, fecha, dias)?.fecha_segura;
            limite.fecha_segura = limite.fecha_segura.min(literal);
            let segura = limite.fecha_segura.to_string();
            let datos = [("limite", limite.fecha.to_string()), ("segura", segura)];
            self.decir(&mensaje::REDUCCION, "notificacion", &datos);
        }
        Ok(Pago {
            surte: Some(surte),
            limite,
            inconformidad,
            aclaracion,
        })
    }

    fn inconformidad(&mut self, surte: NaiveDate) -> Result<NaiveDate, Hallazgo> {
        let dias = self.cuantos(&mensaje::DIAS_DE_INCONFORMIDAD, "dias_de_inconformidad", surte)?;
        let hasta = plazo::contar_habiles(self.consulta, surte, dias)?.fecha;
        let datos = [
            ("surte", surte.to_string()),
            ("dias", dias.to_string()),
            ("limite", hasta.to_string()),
        ];
        self.decir(&mensaje::INCONFORMIDAD, "notificacion", &datos);
        Ok(hasta)
    }

    fn aclaracion(&mut self, fecha: NaiveDate) -> Result<NaiveDate, Hallazgo> {
        let dias = self.cuantos(&mensaje::DIAS_DE_ACLARACION, "dias_de_aclaracion", fecha)?;
        let hasta = plazo::contar_habiles(self.consulta, fecha, dias)?.fecha;
        let datos = [("dias", dias.to_string()), ("hasta", hasta.to_string())];
        self.decir(&mensaje::ACLARACION, "notificacion", &datos);
        Ok(hasta)
    }

    fn autodeterminada(&mut self, fecha: NaiveDate) -> Result<Pago, Hallazgo> {
        let limite = plazo::vencimiento_de_pago(self.consulta, fecha)?;
        if limite.fecha != fecha {
            let datos = [("nominal", fecha.to_string()), ("vence", limite.fecha.to_string())];
            self.decir(&mensaje::VENCIMIENTO_MOVIDO, "vencimiento", &datos);
        }
        Ok(Pago {
            surte: None,
            limite,
            inconformidad: None,
            aclaracion: None,
        })
    }

    /// The end of the power to determine the debt. It counts from `conocimiento` or, for what the employer determines,
    /// from `vencimiento`, when the liquidación had to be presented.
    fn caducidad(
        &mut self,
        entrada: &EntradaPlazos,
        vencimiento: Option<NaiveDate>,
        notificada: Option<NaiveDate>,
    ) -> Result<Option<NaiveDate>, Hallazgo> {
        let Some(desde) = entrada.conocimiento.map(|f| f.0).or(vencimiento) else {
            self.decir(&mensaje::CADUCIDAD_SIN_INICIO, "conocimiento", &[]);
            return Ok(None);
        };
        let dentro = |error: Hallazgo| error.dentro_de("conocimiento");
        let anios = self
            .cuantos(&mensaje::ANIOS_DE_CADUCIDAD, "anios_de_caducidad", desde)
            .map_err(dentro)?;
        let caduca = self.mas_anios(desde, anios).map_err(dentro)?;
        let datos = [
            ("desde", desde.to_string()),
            ("anios", anios.to_string()),
            ("caduca", caduca.to_string()),
        ];
        let supuesta = entrada.conocimiento.is_none();
        let regla = if supuesta {
            &mensaje::CADUCIDAD_SUPUESTA
        } else {
            &mensaje::CADUCIDAD
        };
        self.decir(regla, "conocimiento", &datos);
        if let Some(tarde) = notificada.filter(|notificada| *notificada > caduca) {
            let datos = [("notificacion", tarde.to_string()), ("caduca", caduca.to_string())];
            self.decir(&mensaje::CADUCA, "notificacion", &datos);
        }
        Ok(Some(caduca))
    }

    fn prescripcion(&mut self, exigible: NaiveDate, gestiones: &[Fecha]) -> Result<Prescripcion, Hallazgo> {
        let anios = self.cuantos(&mensaje::ANIOS_DE_PRESCRIPCION, "anios_de_prescripcion", exigible)?;
        let maximo = self.cuantos(&mensaje::MAXIMO_DE_PRESCRIPCION, "maximo_de_prescripcion", exigible)?;
        let maxima = self.mas_anios(exigible, maximo)?;
        let mut dia = self.mas_anios(exigible, anios)?;
        let mut interrupciones = Vec::new();
        let mut orden: Vec<(NaiveDate, usize)> = gestiones.iter().enumerate().map(|(i, f)| (f.0, i)).collect();
        orden.sort_unstable();
        for (gestion, lugar) in orden {
            if gestion >= exigible && gestion <= dia {
                dia = self.mas_anios(gestion, anios)?.min(maxima);
                interrupciones.push(gestion);
                continue;
            }
            let datos = [
                ("gestion", gestion.to_string()),
                ("exigible", exigible.to_string()),
                ("prescripcion", dia.to_string()),
            ];
            self.decir(&mensaje::GESTION_FUERA, &format!("gestiones[{lugar}]"), &datos);
        }
        let datos = [
            ("exigible", exigible.to_string()),
            ("anios", anios.to_string()),
            ("dia", dia.to_string()),
            ("maximo", maximo.to_string()),
            ("maxima", maxima.to_string()),
        ];
        let interrumpida = !interrupciones.is_empty();
        let regla = if interrumpida {
            &mensaje::PRESCRIPCION_INTERRUMPIDA
        } else {
            &mensaje::PRESCRIPCION
        };
        self.decir(regla, "", &datos);
        Ok(Prescripcion {
            dia,
            maxima,
            interrupciones,
        })
    }

    /// The same day, `anios` years later; where there is no such day, the first working one of the next month (CFF 12).
    fn mas_anios(&mut self, desde: NaiveDate, anios: u32) -> Result<NaiveDate, Hallazgo> {
        let meses = Months::new(anios.saturating_mul(12));
        let dia = desde.checked_add_months(meses).unwrap_or(NaiveDate::MAX);
        if dia.day() == desde.day() {
            return Ok(dia);
        }
        plazo::mover_a_habil(self.consulta, inicio_del_mes_siguiente(dia), false)
    }
}

struct Prescripcion {
    dia: NaiveDate,
    maxima: NaiveDate,
    interrupciones: Vec<NaiveDate>,
}
