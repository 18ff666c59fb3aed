//! Class and prima after each event (RACERF 24, 25 and 28), and the sections of the AM-SRT that it asks for.

use super::determinar::base_de;
use super::formula::{self, Base, Constantes, Formula, PRIMA, Siniestros, constante};
use super::{Clase, cinco, febrero_siguiente, fin_de_febrero, media, primer_anio_completo};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Cantidad, Tasa};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::{entrada as mensaje_de_entrada, prima as mensaje};
use crate::operacion::{self, Resultado};
use crate::politica::{Politica, Politicas};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// Something that happens to a registro patronal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evento {
    /// Registration.
    Alta,
    /// Another activity.
    CambioActividad,
    /// Another class, with the yearly period already begun.
    CambioClase,
    /// Another address.
    CambioDomicilio,
    /// Substitution of the employer.
    Sustitucion,
    /// Merger.
    Fusion,
    /// Split that ends the company that splits.
    EscisionExtincion,
    /// Split that does not.
    EscisionSinExtincion,
    /// Closing and new registration with the same activity.
    BajaRealta,
    /// No workers, without closing.
    SinTrabajadores,
    /// Suspension of activities.
    Suspension,
    /// Activities taken up again.
    Reanudacion,
    /// Assets bought.
    CompraActivos,
    /// Free loan of goods.
    Comodato,
    /// Goods sold.
    Enajenacion,
    /// Goods let.
    Arrendamiento,
    /// Trust that transfers ownership.
    Fideicomiso,
    /// More activities.
    IncorporacionActividades,
    /// By law, regulation or judgement.
    LeyOSentencia,
}

impl Evento {
    /// All.
    pub const TODOS: [Self; 19] = [
        Self::Alta,
        Self::CambioActividad,
        Self::CambioClase,
        Self::CambioDomicilio,
        Self::Sustitucion,
        Self::Fusion,
        Self::EscisionExtincion,
        Self::EscisionSinExtincion,
        Self::BajaRealta,
        Self::SinTrabajadores,
        Self::Suspension,
        Self::Reanudacion,
        Self::CompraActivos,
        Self::Comodato,
        Self::Enajenacion,
        Self::Arrendamiento,
        Self::Fideicomiso,
        Self::IncorporacionActividades,
        Self::LeyOSentencia,
    ];

    /// Its name in the contract and its key in the table `eventos_prima`.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Alta => "alta",
            Self::CambioActividad => "cambio_actividad",
            Self::CambioClase => "cambio_clase",
            Self::CambioDomicilio => "cambio_domicilio",
            Self::Sustitucion => "sustitucion",
            Self::Fusion => "fusion",
            Self::EscisionExtincion => "escision_extincion",
            Self::EscisionSinExtincion => "escision_sin_extincion",
            Self::BajaRealta => "baja_realta",
            Self::SinTrabajadores => "sin_trabajadores",
            Self::Suspension => "suspension",
            Self::Reanudacion => "reanudacion",
            Self::CompraActivos => "compra_activos",
            Self::Comodato => "comodato",
            Self::Enajenacion => "enajenacion",
            Self::Arrendamiento => "arrendamiento",
            Self::Fideicomiso => "fideicomiso",
            Self::IncorporacionActividades => "incorporacion_actividades",
            Self::LeyOSentencia => "ley_o_sentencia",
        }
    }

    /// Whether months without activity decide.
    fn cuenta_meses(self) -> bool {
        matches!(self, Self::BajaRealta | Self::SinTrabajadores | Self::Reanudacion)
    }

    /// Whether it always means the prima media.
    fn siempre_media(self) -> bool {
        matches!(
            self,
            Self::Alta | Self::CambioActividad | Self::CambioClase | Self::EscisionExtincion | Self::LeyOSentencia
        )
    }
}

/// Whose prima is asked for after a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parte {
    /// The company that splits.
    Escindente,
    /// One that comes out of it.
    Escindida,
}

/// Input of the operation `prima.por_evento`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaDeEvento {
    /// What happened.
    pub evento: Evento,
    /// Day it took effect.
    pub fecha: Fecha,
    /// Class before. Not needed for an alta.
    #[serde(default)]
    pub clase_anterior: Option<Clase>,
    /// Class after; the same as before if absent.
    #[serde(default)]
    pub clase_nueva: Option<Clase>,
    /// Prima before, percent (of the company that remains, in a merger). Needed where it may be kept.
    #[serde(default)]
    pub prima_anterior: Option<Tasa>,
    /// Whether the activity changed though the class did not.
    #[serde(default)]
    pub cambia_actividad: bool,
    /// Whole months without activity or workers, for `baja_realta`, `sin_trabajadores` and `reanudacion`; what passes of
    /// a month counts as another.
    #[serde(default)]
    pub meses_sin_actividad: Option<u32>,
    /// Whose prima, for `escision_sin_extincion`.
    #[serde(default)]
    pub parte: Option<Parte>,
    /// The figures of both companies, for `fusion`.
    #[serde(default)]
    pub fusion: Option<Fusion>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// The figures of a merger, of the last yearly period.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fusion {
    /// Prima of the company that disappears, percent.
    pub prima_fusionada: Tasa,
    /// Cases of the company that remains.
    pub fusionante: SiniestralidadDe,
    /// Cases of the one that disappears.
    pub fusionada: SiniestralidadDe,
    /// Whether the STPS certified the safety system.
    #[serde(default)]
    pub acreditado_stps: bool,
}

/// Cases and workers of one company.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiniestralidadDe {
    /// `S`.
    pub dias_subsidiados: u32,
    /// `I`, percent.
    pub incapacidades_permanentes: Tasa,
    /// `D`.
    pub defunciones: u16,
    /// `N`. This or `dias_cotizados`.
    #[serde(default)]
    pub trabajadores_promedio: Option<Cantidad>,
    /// Days of all workers.
    #[serde(default)]
    pub dias_cotizados: Option<u64>,
}

/// Where a prima comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origen {
    /// The prima media of the class.
    Media,
    /// The one it had.
    Anterior,
    /// The formula with the cases of both companies.
    Formula,
}

/// Class and prima after an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrimaPorEvento {
    /// The class.
    pub clase: Clase,
    /// The prima, percent with five decimals.
    pub prima: String,
    /// Where it comes from.
    pub origen: Origen,
    /// First day.
    pub desde: Fecha,
    /// Last day: the February after the first whole natural year for a prima media, the next February otherwise.
    pub hasta: Fecha,
    /// First year whose determination is presented, in the February after it.
    pub primer_ejercicio: i32,
    /// What the rule says.
    pub regla: String,
    /// The articles.
    pub fundamento: Vec<String>,
    /// Sections of the AM-SRT that are filled in.
    pub secciones_am_srt: Vec<String>,
    /// Whether the data of the closed registro are filled in too.
    pub datos_de_la_baja: bool,
}

/// Answer of the operation `prima.por_evento`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaDeEvento {
    /// What comes out.
    #[serde(flatten)]
    pub resultado: PrimaPorEvento,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl operacion::Calculada for SalidaDeEvento {}

/// The operation `prima.por_evento`.
///
/// # Errors
/// As [`por_evento`].
pub fn ejecutar_evento(normativa: &Normativa, entrada: EntradaDeEvento) -> Resultado<SalidaDeEvento> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let (resultado, hallazgos, memoria) = por_evento(&mut consulta, &entrada)?;
    Ok(SalidaDeEvento {
        resultado,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// Class and prima after an event, with the findings and the explanation (empty unless `entrada.memoria`).
///
/// # Errors
/// What the event needs and is missing, figures out of range, or a table that does not cover the date.
pub fn por_evento(
    consulta: &mut Consulta<'_>,
    entrada: &EntradaDeEvento,
) -> Resultado<(PrimaPorEvento, Vec<Hallazgo>, Vec<Nodo>)> {
    let fila = formula::fila(consulta, Tabla::EventosPrima, entrada.evento.clave(), entrada.fecha.0);
    let fila = fila.map_err(|error| vec![error.dentro_de("fecha")])?;
    let clase = clase(entrada).ok_or_else(|| vec![pedir("clase_nueva")])?;
    let meses = meses(consulta, entrada).map_err(|error| vec![error])?;
    let origen = origen(entrada, clase, meses).map_err(|error| vec![error])?;
    let pluma = Pluma {
        escribe: entrada.memoria,
    };
    let cifra = match origen {
        Origen::Media => de_la_clase(consulta, pluma, clase, entrada.fecha.0)?,
        Origen::Anterior => conservada(consulta, pluma, entrada)?,
        Origen::Formula => fusionar(consulta, pluma, entrada)?,
    };
    let resultado = describir(entrada, fila, clase, origen, meses, &cifra);
    let hallazgos = observar(entrada, &resultado, meses);
    Ok((resultado, hallazgos, cifra.nodo.into_iter().collect()))
}

fn pedir(clave: &'static str) -> Hallazgo {
    Hallazgo::nuevo(&mensaje_de_entrada::FALTA, clave, &[("clave", clave)])
}

/// The class after: the new one, or the same as before.
fn clase(entrada: &EntradaDeEvento) -> Option<Clase> {
    entrada.clase_nueva.or(entrada.clase_anterior)
}

/// Months without activity against those that keep the prima.
#[derive(Clone, Copy)]
struct Meses {
    pasaron: u32,
    limite: Decimal,
}

impl Meses {
    fn demasiados(self) -> bool {
        Decimal::from(self.pasaron) > self.limite
    }
}

fn meses(consulta: &mut Consulta<'_>, entrada: &EntradaDeEvento) -> Result<Option<Meses>, Hallazgo> {
    if !entrada.evento.cuenta_meses() {
        return Ok(None);
    }
    let pasaron = entrada
        .meses_sin_actividad
        .ok_or_else(|| pedir("meses_sin_actividad"))?;
    let limite = constante(consulta, "meses_sin_actividad", entrada.fecha.0)?.valor;
    Ok(Some(Meses { pasaron, limite }))
}

/// Which rule of RACERF 28 applies.
fn origen(entrada: &EntradaDeEvento, clase: Clase, meses: Option<Meses>) -> Result<Origen, Hallazgo> {
    let evento = entrada.evento;
    if evento.siempre_media() {
        return Ok(Origen::Media);
    }
    if evento == Evento::EscisionSinExtincion {
        match entrada.parte {
            None => return Err(pedir("parte")),
            Some(Parte::Escindida) => return Ok(Origen::Media),
            Some(Parte::Escindente) => {}
        }
    }
    let otra_clase = entrada.clase_anterior.is_some_and(|anterior| anterior != clase);
    if evento == Evento::Suspension && (otra_clase || entrada.cambia_actividad) {
        return Err(Hallazgo::con(&mensaje::SUSPENSION_SIN_CAMBIO, "clase_nueva", &[]));
    }
    if otra_clase || entrada.cambia_actividad || meses.is_some_and(Meses::demasiados) {
        return Ok(Origen::Media);
    }
    if evento != Evento::Fusion {
        return Ok(Origen::Anterior);
    }
    let fusion = entrada.fusion.as_ref().ok_or_else(|| pedir("fusion"))?;
    let anterior = entrada.prima_anterior.ok_or_else(|| pedir("prima_anterior"))?;
    let iguales = fusion.prima_fusionada.por_ciento() == anterior.por_ciento();
    Ok(if iguales { Origen::Anterior } else { Origen::Formula })
}

fn de_la_clase(consulta: &mut Consulta<'_>, pluma: Pluma, clase: Clase, fecha: NaiveDate) -> Resultado<Cifra> {
    let fila = media(consulta, clase, fecha).map_err(|error| vec![error.dentro_de("fecha")])?;
    Ok(en_tabla(pluma, &mensaje::MEDIA, Entra::de("valor", fila), fila.valor))
}

/// A figure that is read and not computed. It always fits: it was read from a table or checked.
fn en_tabla(pluma: Pluma, regla: &'static crate::mensajes::Regla, entra: Entra<'_>, valor: Decimal) -> Cifra {
    let cifra = pluma.paso(regla, Operacion::Tabla, PRIMA, &[entra]);
    cifra.unwrap_or(Cifra { valor, nodo: None })
}

/// The prima that it had, checked against the limits of the law.
fn anterior(consulta: &mut Consulta<'_>, entrada: &EntradaDeEvento) -> Resultado<Decimal> {
    let prima = entrada.prima_anterior.ok_or_else(|| vec![pedir("prima_anterior")])?;
    let constantes = Constantes::leer(consulta, entrada.fecha.0, false);
    let (minima, maxima) = constantes.map_err(|error| vec![error.dentro_de("fecha")])?.limites();
    let valor = prima.por_ciento();
    if valor < minima || valor > maxima {
        let datos = [
            ("prima", valor.to_string()),
            ("minima", minima.to_string()),
            ("maxima", maxima.to_string()),
        ];
        return Err(vec![Hallazgo::con(&mensaje::ANTERIOR_FUERA, "prima_anterior", &datos)]);
    }
    Ok(valor)
}

fn conservada(consulta: &mut Consulta<'_>, pluma: Pluma, entrada: &EntradaDeEvento) -> Resultado<Cifra> {
    let valor = anterior(consulta, entrada)?;
    Ok(en_tabla(pluma, &mensaje::ANTERIOR, Entra::Dato("valor", valor), valor))
}

/// The formula with the cases of both companies, compared with the prima of the one that remains.
fn fusionar(consulta: &mut Consulta<'_>, pluma: Pluma, entrada: &EntradaDeEvento) -> Resultado<Cifra> {
    let fusion = entrada.fusion.as_ref().ok_or_else(|| vec![pedir("fusion")])?;
    let anterior = anterior(consulta, entrada)?;
    let anio = constante(consulta, "dias_del_anio", entrada.fecha.0).map_err(|error| vec![error])?;
    let base = base_de_ambas(fusion, anio.valor)?;
    let siniestros = sumar(&fusion.fusionante, &fusion.fusionada);
    let constantes = Constantes::leer(consulta, entrada.fecha.0, fusion.acreditado_stps).map_err(|e| vec![e])?;
    let calcular = |lectura, pluma| {
        let formula = Formula {
            constantes,
            lectura,
            pluma,
        };
        let calculada = formula.calcular(&siniestros, base)?;
        formula
            .limitar(&calculada.prima, anterior)
            .map(|limitada| limitada.prima)
    };
    let lectura = formula::lectura(&consulta.politicas);
    let prima = calcular(lectura, pluma);
    let valor = |cifra: &Option<Cifra>| cifra.as_ref().map(|c| c.valor);
    let otras = formula::LECTURAS.map(|otra| calcular(otra, Pluma { escribe: false }));
    if otras.iter().any(|otra| valor(otra) != valor(&prima)) {
        consulta.importa(Politica::DecimalesDelPromedio);
    }
    prima.ok_or_else(|| vec![Hallazgo::con(&mensaje::SIN_TRABAJADORES_PROMEDIO, "fusion", &[])])
}

fn sumar(una: &SiniestralidadDe, otra: &SiniestralidadDe) -> Siniestros {
    let ambas = [una, otra];
    Siniestros {
        dias: ambas.iter().map(|s| Decimal::from(s.dias_subsidiados)).sum(),
        incapacidades: ambas.iter().map(|s| s.incapacidades_permanentes.por_ciento()).sum(),
        defunciones: ambas.iter().map(|s| Decimal::from(s.defunciones)).sum(),
    }
}

/// Workers of both: the averages added or, when either came in days, the days.
fn base_de_ambas(fusion: &Fusion, anio: Decimal) -> Resultado<Base> {
    let mut faltas = Vec::new();
    let mut leer = |de: &SiniestralidadDe, campo: &str| {
        let desde = faltas.len();
        let base = base_de(de.trabajadores_promedio, de.dias_cotizados, &mut faltas);
        for falta in faltas.iter_mut().skip(desde) {
            *falta = falta.clone().dentro_de(campo);
        }
        base.map(|(base, _)| base)
    };
    let una = leer(&fusion.fusionante, "fusion.fusionante");
    let otra = leer(&fusion.fusionada, "fusion.fusionada");
    let dias = |base| match base {
        Base::Promedio(n) => n * anio,
        Base::Dias(dias) => dias,
    };
    match (una, otra) {
        (Some(Base::Promedio(a)), Some(Base::Promedio(b))) => Ok(Base::Promedio(a + b)),
        (Some(a), Some(b)) => Ok(Base::Dias(dias(a) + dias(b))),
        _ => Err(faltas),
    }
}

fn describir(
    entrada: &EntradaDeEvento,
    fila: &Fila,
    clase: Clase,
    origen: Origen,
    meses: Option<Meses>,
    cifra: &Cifra,
) -> PrimaPorEvento {
    let fecha = entrada.fecha.0;
    let completo = primer_anio_completo(fecha);
    let siguiente = febrero_siguiente(fecha);
    let (hasta, primer_ejercicio) = match origen {
        Origen::Media => (fin_de_febrero(completo + 1), completo),
        _ => (siguiente, chrono::Datelike::year(&siguiente) - 1),
    };
    let (secciones, regla) = fila.nota.split_once('|').unwrap_or(("", &fila.nota));
    let largo = meses.is_some_and(|m| Decimal::from(m.pasaron) >= m.limite);
    // The AM-SRT asks a reanudación for these sections only from six months on.
    let con_secciones = entrada.evento != Evento::Reanudacion || largo;
    let secciones = secciones.split(' ').filter(|s| con_secciones && !s.is_empty());
    PrimaPorEvento {
        clase,
        prima: cinco(cifra.valor),
        origen,
        desde: entrada.fecha,
        hasta: Fecha(hasta),
        primer_ejercicio,
        regla: regla.to_owned(),
        fundamento: fila.articulos(),
        secciones_am_srt: secciones.map(str::to_owned).collect(),
        datos_de_la_baja: entrada.evento == Evento::CambioDomicilio || entrada.evento == Evento::Reanudacion && largo,
    }
}

fn observar(entrada: &EntradaDeEvento, resultado: &PrimaPorEvento, meses: Option<Meses>) -> Vec<Hallazgo> {
    let mut hallazgos = Vec::new();
    if resultado.origen == Origen::Media {
        let datos = [
            ("hasta", resultado.hasta.to_string()),
            ("anio", resultado.primer_ejercicio.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::MEDIA_HASTA, "", &datos));
    }
    if let Some(meses) = meses.filter(|m| !m.demasiados()) {
        let datos = [
            ("meses", meses.pasaron.to_string()),
            ("limite", meses.limite.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::CONSERVA, "meses_sin_actividad", &datos));
    }
    for (sobra, campo) in [
        (entrada.fusion.is_some() && entrada.evento != Evento::Fusion, "fusion"),
        (
            entrada.meses_sin_actividad.is_some() && !entrada.evento.cuenta_meses(),
            "meses_sin_actividad",
        ),
        (
            entrada.parte.is_some() && entrada.evento != Evento::EscisionSinExtincion,
            "parte",
        ),
    ] {
        if sobra {
            let datos = [
                ("dato", campo.to_owned()),
                ("evento", entrada.evento.clave().to_owned()),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::SIN_USO, campo, &datos));
        }
    }
    hallazgos
}
