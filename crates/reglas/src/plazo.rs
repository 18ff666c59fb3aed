//! Deadlines in working days. The first day counted is the one after the event (RACERF 57). The deadline of a trámite or
//! of a payment whose last day is a Friday or not a working day moves to the next working day; that of an *aviso
//! afiliatorio* does not (RACERF 3, CFF 12). Which days are *inhábiles* is the política `inhabiles`.

use crate::consulta::{Comun, Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::{Nodo, Operacion, Operando};
use crate::mensajes::plazo as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::{Politica, Politicas};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Calendario, Fila, FueraDeVigencia, Normativa, Tabla};

/// Longest deadline that is counted, in working days.
pub const MAXIMO: u32 = 1000;

/// Days in a row that are looked at for a working one. Only a suplemento that makes a whole year *inhábil* reaches it.
const PACIENCIA: u32 = 400;

/// What has to be done before the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clase {
    /// A worker's alta, baja or change of salary: never extended.
    AvisoAfiliatorio,
    /// Any other procedure, the registro patronal and its changes among them: extended.
    Tramite,
    /// A payment: extended.
    Pago,
}

impl Clase {
    fn se_prorroga(self) -> bool {
        self != Self::AvisoAfiliatorio
    }
}

/// Input of the operation `plazo`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrada {
    /// Day of the event; it is not counted.
    pub desde: Fecha,
    /// Working days, 0 to [`MAXIMO`].
    pub dias_habiles: u32,
    /// What has to be done.
    pub clase: Clase,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// Answer of the operation `plazo`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// Last day to act in time.
    pub vence: Fecha,
    /// The earlier of the last days under CFF 12 and under LFT 74.
    pub fecha_segura: Fecha,
    /// The working days counted.
    pub dias: Vec<Fecha>,
    /// Non-working days, weekends apart, that were passed over.
    pub inhabiles_saltados: Vec<Saltado>,
    /// The last day counted, before any extension.
    pub ultimo_dia: Fecha,
    /// Whether the deadline was extended.
    pub prorrogado: bool,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for Salida {}

/// A non-working day that was passed over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saltado {
    /// The day.
    pub fecha: Fecha,
    /// The article that makes it so.
    pub motivo: String,
    /// What is kept on that day.
    pub nombre: String,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vencimiento {
    /// Last day to act in time.
    pub fecha: NaiveDate,
    /// The earlier of that day under CFF 12 and under LFT 74.
    pub fecha_segura: NaiveDate,
}

/// Whether `fecha` is a working day of `calendario`: neither a weekend nor *inhábil*. The row that makes it *inhábil* is
/// remembered in `consulta`. Says nothing sensible before the calendar's first row: see [`cubierto`].
pub fn dia_habil(consulta: &mut Consulta<'_>, calendario: Calendario, fecha: NaiveDate) -> bool {
    match motivo(consulta.normativa(), calendario, fecha) {
        None => true,
        Some(Motivo::FinDeSemana) => false,
        Some(Motivo::Inhabil(fila)) => {
            consulta.usar(Tabla::Inhabiles, fila, fecha);
            false
        }
    }
}

/// `fecha` itself, or the next working day if it is not one or, with `tambien_viernes`, if it is a Friday (RACERF 3,
/// CFF 12). The calendar is that of the política `inhabiles`. The move happens once: a Friday reached by it stays.
///
/// # Errors
/// `normativa.fuera_de_vigencia` before the calendar's first row.
pub fn mover_a_habil(
    consulta: &mut Consulta<'_>,
    fecha: NaiveDate,
    tambien_viernes: bool,
) -> Result<NaiveDate, Hallazgo> {
    vencer(consulta, fecha, 0, Some(tambien_viernes)).map(|v| v.propio.vence)
}

/// When a trámite that has `habiles` working days from `desde` is due: the last day, if it is a Friday, moves to the next
/// working day (RACERF 3). `habiles` is at most [`MAXIMO`].
///
/// # Errors
/// `normativa.fuera_de_vigencia` before the calendar's first row.
pub fn vencimiento_de_tramite(
    consulta: &mut Consulta<'_>,
    desde: NaiveDate,
    habiles: u32,
) -> Result<Vencimiento, Hallazgo> {
    vencer(consulta, desde, habiles.min(MAXIMO), Some(true)).map(|v| Vencimiento {
        fecha: v.propio.vence,
        fecha_segura: v.segura(),
    })
}

/// The last of the `habiles` working days that follow `desde`, without any extension: a deadline to contest something, or
/// the time that the Institute has to answer. The Friday that lengthens a payment does not lengthen these.
/// `habiles` is at most [`MAXIMO`].
///
/// # Errors
/// `normativa.fuera_de_vigencia` before the calendar's first row.
pub fn contar_habiles(consulta: &mut Consulta<'_>, desde: NaiveDate, habiles: u32) -> Result<Vencimiento, Hallazgo> {
    vencer(consulta, desde, habiles.min(MAXIMO), None).map(|v| Vencimiento {
        fecha: v.propio.vence,
        fecha_segura: v.segura(),
    })
}

/// When a payment whose nominal day is `dia_nominal` is due: a Friday or a non-working day moves to the next working day
/// (RACERF 3, CFF 12).
///
/// # Errors
/// `normativa.fuera_de_vigencia` before the calendar's first row.
pub fn vencimiento_de_pago(consulta: &mut Consulta<'_>, dia_nominal: NaiveDate) -> Result<Vencimiento, Hallazgo> {
    vencer(consulta, dia_nominal, 0, Some(true)).map(|v| Vencimiento {
        fecha: v.propio.vence,
        fecha_segura: v.segura(),
    })
}

/// Whether the calendars cover `fecha`.
///
/// # Errors
/// The date that is not covered, and where the calendars begin.
pub fn cubierto(normativa: &Normativa, fecha: NaiveDate) -> Result<(), Hallazgo> {
    let inicio = normativa.inicio_del_calendario();
    if fecha >= inicio {
        return Ok(());
    }
    let primera = normativa.filas(Tabla::Inhabiles).find(|f| f.desde == inicio).cloned();
    let error = FueraDeVigencia {
        tabla: Tabla::Inhabiles,
        clave: String::new(),
        fecha,
        cobertura: primera.map(|fila| Box::new((inicio, fila))),
    };
    Err(fuera_de_vigencia(&error, ""))
}

/// The operation `plazo`.
///
/// # Errors
/// `plazo.dias_habiles`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    if entrada.dias_habiles > MAXIMO {
        let dias = entrada.dias_habiles.to_string();
        let datos = [("dias", dias.as_str())];
        return Err(vec![Hallazgo::nuevo(&mensaje::DIAS_FUERA, "dias_habiles", &datos)]);
    }
    let prorroga = entrada.clase.se_prorroga().then_some(true);
    let desde = entrada.desde.0;
    let vencidos =
        vencer(&mut consulta, desde, entrada.dias_habiles, prorroga).map_err(|error| vec![error.dentro_de("desde")])?;
    let hallazgos = hallazgos(normativa, &vencidos, entrada.clase);
    let Vencidos { propio, .. } = &vencidos;
    Ok(Salida {
        vence: Fecha(propio.vence),
        fecha_segura: Fecha(vencidos.segura()),
        dias: propio.dias.iter().copied().map(Fecha).collect(),
        inhabiles_saltados: propio.saltados.iter().map(saltado).collect(),
        ultimo_dia: Fecha(propio.ultimo),
        prorrogado: propio.prorrogado(),
        memoria: entrada.memoria.then(|| explicar(normativa, desde, propio)),
        comun: consulta.concluir(hallazgos),
    })
}

/// Why a day is not a working one.
enum Motivo<'a> {
    FinDeSemana,
    Inhabil(&'a Fila),
}

fn motivo(normativa: &Normativa, calendario: Calendario, fecha: NaiveDate) -> Option<Motivo<'_>> {
    match fecha.weekday() {
        Weekday::Sat | Weekday::Sun => Some(Motivo::FinDeSemana),
        _ => normativa.inhabil(calendario, fecha).map(Motivo::Inhabil),
    }
}

/// The days from an event to its deadline, in one calendar.
struct Recorrido<'a> {
    calendario: Calendario,
    dias: Vec<NaiveDate>,
    saltados: Vec<(NaiveDate, &'a Fila)>,
    ultimo: NaiveDate,
    vence: NaiveDate,
}

impl Recorrido<'_> {
    fn prorrogado(&self) -> bool {
        self.vence != self.ultimo
    }
}

/// The same deadline in the calendar of the política and in the other one.
struct Vencidos<'a> {
    propio: Recorrido<'a>,
    otro: Recorrido<'a>,
}

impl Vencidos<'_> {
    fn segura(&self) -> NaiveDate {
        self.propio.vence.min(self.otro.vence)
    }
}

/// Counts in both calendars, and remembers the rows used and whether the política mattered. `prorroga`: whether the last
/// day moves, and then whether a Friday does too.
fn vencer<'a>(
    consulta: &mut Consulta<'a>,
    desde: NaiveDate,
    habiles: u32,
    prorroga: Option<bool>,
) -> Result<Vencidos<'a>, Hallazgo> {
    let normativa = consulta.normativa();
    cubierto(normativa, desde)?;
    let (calendario, otro) = calendarios(&consulta.politicas);
    let propio = recorrer(normativa, calendario, desde, habiles, prorroga);
    let otro = recorrer(normativa, otro, desde, habiles, prorroga);
    for (fecha, fila) in &propio.saltados {
        consulta.usar(Tabla::Inhabiles, fila, *fecha);
    }
    avisar_de_lo_no_verificado(consulta, calendario, propio.vence);
    if propio.vence != otro.vence {
        consulta.importa(Politica::Inhabiles);
    }
    Ok(Vencidos { propio, otro })
}

fn calendarios(politicas: &Politicas) -> (Calendario, Calendario) {
    if politicas.es(Politica::Inhabiles, "lft74") {
        (Calendario::Lft74, Calendario::Cff12)
    } else {
        (Calendario::Cff12, Calendario::Lft74)
    }
}

/// That no rule falls on a day is also read from the calendar: past the date its text was checked, the answer says so.
fn avisar_de_lo_no_verificado(consulta: &mut Consulta<'_>, calendario: Calendario, hasta: NaiveDate) {
    let fila = consulta
        .normativa()
        .filas(Tabla::Inhabiles)
        .filter(|f| f.rige(hasta) && f.clave.starts_with(calendario.clave()))
        .find(|f| f.verificado_hasta.is_some_and(|v| v < hasta));
    if let Some(fila) = fila {
        consulta.usar(Tabla::Inhabiles, fila, hasta);
    }
}

fn recorrer(
    normativa: &Normativa,
    calendario: Calendario,
    desde: NaiveDate,
    habiles: u32,
    prorroga: Option<bool>,
) -> Recorrido<'_> {
    let mut recorrido = Recorrido {
        calendario,
        dias: Vec::new(),
        saltados: Vec::new(),
        ultimo: desde,
        vence: desde,
    };
    for _ in 0..habiles {
        let dia = siguiente_habil(normativa, calendario, recorrido.ultimo, &mut recorrido.saltados);
        recorrido.ultimo = dia;
        recorrido.dias.push(dia);
    }
    recorrido.vence = recorrido.ultimo;
    if let Some(tambien_viernes) = prorroga {
        prorrogar(normativa, &mut recorrido, tambien_viernes);
    }
    recorrido
}

fn prorrogar<'a>(normativa: &'a Normativa, recorrido: &mut Recorrido<'a>, tambien_viernes: bool) {
    let ultimo = recorrido.ultimo;
    let causa = motivo(normativa, recorrido.calendario, ultimo);
    if let Some(Motivo::Inhabil(fila)) = causa {
        recorrido.saltados.push((ultimo, fila));
    }
    if causa.is_some() || tambien_viernes && ultimo.weekday() == Weekday::Fri {
        recorrido.vence = siguiente_habil(normativa, recorrido.calendario, ultimo, &mut recorrido.saltados);
    }
}

fn siguiente_habil<'a>(
    normativa: &'a Normativa,
    calendario: Calendario,
    desde: NaiveDate,
    saltados: &mut Vec<(NaiveDate, &'a Fila)>,
) -> NaiveDate {
    let mut dia = siguiente(desde);
    for _ in 0..PACIENCIA {
        match motivo(normativa, calendario, dia) {
            None => break,
            Some(Motivo::FinDeSemana) => {}
            Some(Motivo::Inhabil(fila)) => saltados.push((dia, fila)),
        }
        dia = siguiente(dia);
    }
    dia
}

fn siguiente(dia: NaiveDate) -> NaiveDate {
    dia.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}

fn saltado((fecha, fila): &(NaiveDate, &Fila)) -> Saltado {
    Saltado {
        fecha: Fecha(*fecha),
        motivo: fila.fundamento.to_string(),
        nombre: fila.nota.to_string(),
    }
}

fn hallazgos(normativa: &Normativa, vencidos: &Vencidos<'_>, clase: Clase) -> Vec<Hallazgo> {
    let Vencidos { propio, otro } = vencidos;
    let (ultimo, vence) = (propio.ultimo.to_string(), propio.vence.to_string());
    let causa = causa(normativa, propio);
    let mut hallazgos = Vec::new();
    if propio.prorrogado() {
        let datos = [("ultimo", ultimo.as_str()), ("causa", causa), ("vence", &vence)];
        hallazgos.push(Hallazgo::nuevo(&mensaje::PRORROGADO, "", &datos));
    } else if !clase.se_prorroga() && causa != HABIL {
        let datos = [("ultimo", ultimo.as_str()), ("causa", causa)];
        hallazgos.push(Hallazgo::nuevo(&mensaje::SIN_PRORROGA, "", &datos));
    }
    if otro.vence < propio.vence {
        let segura = otro.vence.to_string();
        let datos = [("otro", articulo(otro.calendario)), ("segura", &segura)];
        hallazgos.push(Hallazgo::nuevo(&mensaje::FECHA_SEGURA, "", &datos));
    }
    hallazgos
}

fn articulo(calendario: Calendario) -> &'static str {
    match calendario {
        Calendario::Cff12 => "CFF 12",
        Calendario::Lft74 => "LFT 74",
    }
}

const HABIL: &str = "hábil";

/// What the last day counted is, in words.
fn causa(normativa: &Normativa, recorrido: &Recorrido<'_>) -> &'static str {
    match (
        motivo(normativa, recorrido.calendario, recorrido.ultimo),
        recorrido.ultimo.weekday(),
    ) {
        (_, Weekday::Sat) => "sábado",
        (_, Weekday::Sun) => "domingo",
        (Some(_), _) => "inhábil",
        (None, Weekday::Fri) => "viernes",
        (None, _) => HABIL,
    }
}

fn explicar(normativa: &Normativa, desde: NaiveDate, recorrido: &Recorrido<'_>) -> Vec<Nodo> {
    let motivo = |dia| motivo(normativa, recorrido.calendario, dia);
    let contados =
        tramo(desde, recorrido.ultimo).map(|dia| nodo_de_dia(dia, motivo(dia), u32::from(motivo(dia).is_none())));
    let movidos = tramo(recorrido.ultimo, recorrido.vence).map(|dia| nodo_de_dia(dia, motivo(dia), 1));
    vec![
        Nodo::nuevo(&mensaje::DIAS_CONTADOS, Operacion::Suma, recorrido.dias.len()).sobre(contados),
        Nodo::nuevo(&mensaje::PRORROGA, Operacion::Suma, movidos.clone().count()).sobre(movidos),
    ]
}

/// The days after `desde`, up to `hasta`.
fn tramo(desde: NaiveDate, hasta: NaiveDate) -> impl Iterator<Item = NaiveDate> + Clone {
    std::iter::successors(Some(siguiente(desde)), |dia| Some(siguiente(*dia))).take_while(move |dia| *dia <= hasta)
}

/// `vale` is 1 if the day counts and 0 if not.
fn nodo_de_dia(dia: NaiveDate, motivo: Option<Motivo<'_>>, vale: u32) -> Nodo {
    let (operando, detalle) = match &motivo {
        None => (Operando::dato("valor", vale), String::new()),
        Some(Motivo::FinDeSemana) => (Operando::dato("valor", vale), ", fin de semana".to_owned()),
        Some(Motivo::Inhabil(fila)) => (Operando::de_fila("valor", vale, fila), format!(", {}", fila.nota)),
    };
    Nodo::nuevo(&mensaje::DIA, Operacion::Tabla, vale)
        .precisando(&format!("{dia}{detalle}"))
        .con([operando])
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn dia(texto: &str) -> NaiveDate {
        texto.parse().expect("fecha")
    }

    /// The dossier's table of payment dates (cuotas.md §4.1): months of December 2025 to November 2027.
    #[test]
    fn limites_de_pago_de_2026_y_2027() {
        let limites = [
            "2026-01-19",
            "2026-02-17",
            "2026-03-17",
            "2026-04-20",
            "2026-05-18",
            "2026-06-17",
            "2026-07-20",
            "2026-08-17",
            "2026-09-17",
            "2026-10-19",
            "2026-11-17",
            "2026-12-17",
            "2027-01-18",
            "2027-02-17",
            "2027-03-17",
            "2027-04-19",
            "2027-05-17",
            "2027-06-17",
            "2027-07-19",
            "2027-08-17",
            "2027-09-20",
            "2027-10-18",
            "2027-11-17",
            "2027-12-20",
        ];
        let normativa = Normativa::publicada();
        for valor in ["cff12", "lft74"] {
            let mut politicas = Politicas::default();
            assert!(politicas.elegir("inhabiles", valor));
            let mut consulta = Consulta::nueva(&normativa, politicas);
            for limite in limites.map(dia) {
                let nominal = limite.with_day(17).expect("día 17");
                let vencimiento = vencimiento_de_pago(&mut consulta, nominal);
                let esperado = Vencimiento {
                    fecha: limite,
                    fecha_segura: limite,
                };
                assert_eq!(vencimiento, Ok(esperado), "{nominal}");
            }
        }
    }

    #[test]
    fn mover_sin_contar_el_viernes() {
        let normativa = Normativa::publicada();
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        let mut mover = |fecha, viernes| mover_a_habil(&mut consulta, dia(fecha), viernes);
        assert_eq!(mover("2026-04-17", false), Ok(dia("2026-04-17")));
        assert_eq!(mover("2026-04-17", true), Ok(dia("2026-04-20")));
        assert_eq!(mover("2026-11-14", false), Ok(dia("2026-11-17")));
        assert_eq!(mover("2026-11-18", true), Ok(dia("2026-11-18")));
        assert!(mover("2009-12-31", true).is_err());
    }

    #[test]
    fn un_suplemento_absurdo_no_cuelga() {
        let filas: String = (1..=12)
            .flat_map(|mes| (1..=31).map(move |dia| (mes, dia)))
            .map(|(m, d)| format!("inhabiles,cff12 fijo {m:02}-{d:02},2016-01-01,2099-12-31,1,x,x,,media,,\n"))
            .collect();
        let encabezado = "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\n";
        let normativa = Normativa::publicada()
            .con_suplemento(&(encabezado.to_owned() + &filas))
            .expect("suplemento");
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        assert!(mover_a_habil(&mut consulta, dia("2026-04-17"), true).is_ok());
    }
}
