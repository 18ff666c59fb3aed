//! The operation `incorporacion.esperas`: what has to be known before signing. Waiting periods with the day each one is
//! over, what is never covered, the conditions that the Institute looks at, who is dispensed, the documents, and how many
//! people a collective agreement needs (RACERF 75, 81–85, 99, 100, 104).

use super::constante::{dias_despues, entero, meses_despues, redondo};
use super::modalidad::Modalidad;
use super::salud::Exencion;
use crate::consulta::{Comun, Consulta};
use crate::fecha::{Fecha, inicio_del_mes_siguiente};
use crate::hallazgo::Hallazgo;
use crate::memoria::Nodo;
use crate::mensajes::{incorporacion as mensaje, registro as mensaje_de_registro};
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use crate::registro::{Dato, documentos, homoclave};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// Input of the operation `incorporacion.esperas`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaEsperas {
    /// Which modality.
    pub modalidad: Modalidad,
    /// Day of the inscription.
    pub inscripcion: Fecha,
    /// Day the services begin; the first of the next month if absent (RACERF 77, 103).
    #[serde(default)]
    pub inicio: Option<Fecha>,
    /// Last baja from the obligatory regime or from the seguro de salud para la familia.
    #[serde(default)]
    pub fecha_baja: Option<Fecha>,
    /// Weeks under insurance before that baja.
    #[serde(default)]
    pub semanas_previas: Option<u32>,
    /// Day on which the person ceased to be insured by decree (RACERF 85).
    #[serde(default)]
    pub fin_de_decreto: Option<Fecha>,
    /// Birth of a child who is being enrolled (RACERF 104).
    #[serde(default)]
    pub nacimiento: Option<Fecha>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Dates are counted here, and no figure is computed: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// A waiting period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Espera {
    /// Its key.
    pub clave: String,
    /// The treatment.
    pub tratamiento: String,
    /// Months.
    pub meses: u32,
    /// Day from which it is given, counted from the inscription.
    pub libera: Fecha,
    /// The same, counted from the day the services begin.
    pub libera_desde_inicio: Fecha,
}

/// Something that is excluded, or that the Institute looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Enlistado {
    /// Its key.
    pub clave: String,
    /// What it is.
    pub texto: String,
    /// The article.
    pub fundamento: String,
    /// `alta`, `media` or `baja`; the last is shown as "no verificado".
    pub confianza: &'static str,
}

/// What a collective agreement needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ColectivoMinimo {
    /// People.
    pub minimo: u32,
    /// Days from the signature for the first inscription.
    pub dias_de_inscripcion: u32,
}

/// What is done for a newborn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RecienNacido {
    /// Last day to enrol them without questionnaire or waiting.
    pub inscripcion_hasta: Fecha,
    /// Last day on which they are attended without being enrolled.
    pub atencion_hasta: Fecha,
    /// Whether the inscription is in time.
    pub en_plazo: bool,
}

/// Answer of the operation `incorporacion.esperas`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaEsperas {
    /// Which modality.
    pub modalidad: Modalidad,
    /// Whether that modality has questionnaire and waiting periods.
    pub aplica: bool,
    /// Whether this person is dispensed with them.
    pub exento: bool,
    /// Day the services begin.
    pub inicio: Fecha,
    /// Waiting periods; empty if none applies.
    pub esperas: Vec<Espera>,
    /// Conditions that are cause of rejection, which the Institute decides; empty if none applies.
    pub preexistencias: Vec<Enlistado>,
    /// What is never covered.
    pub exclusiones: Vec<Enlistado>,
    /// What is done for the child; `null` if no birth was given, or in another modality than 33.
    pub recien_nacido: Option<RecienNacido>,
    /// Documents of the application; empty where it is not one of the person.
    pub documentos: Vec<Dato>,
    /// Its homoclave, where one is known.
    pub homoclave: Option<Dato>,
    /// What a collective agreement needs; `null` where there is none.
    pub colectivo: Option<ColectivoMinimo>,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for: empty, no figure is computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaEsperas {}

/// The operation `incorporacion.esperas`.
///
/// # Errors
/// `incorporacion.inicio_anterior`, `incorporacion.fecha_posterior`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaEsperas) -> Resultado<SalidaEsperas> {
    let inicio = revisar(&entrada)?;
    responder(Consulta::nueva(normativa, entrada.politicas.clone()), &entrada, inicio)
}

/// The day the services begin.
fn revisar(entrada: &EntradaEsperas) -> Resultado<NaiveDate> {
    let inscripcion = entrada.inscripcion.0;
    let inicio = entrada
        .inicio
        .map_or_else(|| inicio_del_mes_siguiente(inscripcion), |f| f.0);
    let mut errores = Vec::new();
    if inicio < inscripcion {
        let datos = [("inicio", inicio.to_string()), ("inscripcion", inscripcion.to_string())];
        errores.push(Hallazgo::con(&mensaje::INICIO_ANTERIOR, "inicio", &datos));
    }
    let previas = [
        ("fecha_baja", entrada.fecha_baja),
        ("fin_de_decreto", entrada.fin_de_decreto),
        ("nacimiento", entrada.nacimiento),
    ];
    for (campo, dada) in previas {
        if let Some(dada) = dada.filter(|d| d.0 > inscripcion) {
            let datos = [("dada", dada.to_string()), ("limite", inscripcion.to_string())];
            errores.push(Hallazgo::con(&mensaje::FECHA_POSTERIOR, campo, &datos));
        }
    }
    if errores.is_empty() { Ok(inicio) } else { Err(errores) }
}

fn responder(mut consulta: Consulta<'_>, entrada: &EntradaEsperas, inicio: NaiveDate) -> Resultado<SalidaEsperas> {
    let (modalidad, fecha) = (entrada.modalidad, entrada.inscripcion.0);
    let uno = |hallazgo: Hallazgo| vec![hallazgo.en("inscripcion")];
    let mut hallazgos = Vec::new();
    let aplica = modalidad.tiene_esperas();
    let recien_nacido = recien_nacido(&mut consulta, entrada, &mut hallazgos).map_err(uno)?;
    let dispensado = dispensa(&mut consulta, entrada, &mut hallazgos).map_err(uno)?;
    let exento = aplica && (dispensado || recien_nacido.is_some_and(|r| r.en_plazo));
    let mut esperas = Vec::new();
    let (mut preexistencias, mut exclusiones) = (Vec::new(), Vec::new());
    if aplica {
        exclusiones = enlistar(&mut consulta, Tabla::Exclusiones, fecha);
        if !exento {
            esperas = contar(&mut consulta, fecha, inicio);
            preexistencias = enlistar(&mut consulta, Tabla::Preexistencias, fecha);
            hallazgos.push(Hallazgo::con(&mensaje::ESPERA_DESDE, "inscripcion", &[]));
            hallazgos.push(Hallazgo::con(&mensaje::FALSEDAD, "", &[]));
        }
        if modalidad == Modalidad::Pti {
            hallazgos.push(Hallazgo::con(&mensaje::PTI_CUESTIONARIO, "modalidad", &[]));
        }
    } else {
        let datos = [("modalidad", modalidad.clave().to_owned())];
        hallazgos.push(Hallazgo::con(&mensaje::SIN_ESPERAS, "modalidad", &datos));
    }
    let (documentos, homoclave) = papeles(&mut consulta, modalidad, fecha, &mut hallazgos)?;
    let colectivo = colectivo(&mut consulta, modalidad, fecha).map_err(uno)?;
    Ok(SalidaEsperas {
        modalidad,
        aplica,
        exento,
        inicio: Fecha(inicio),
        esperas,
        preexistencias,
        exclusiones,
        recien_nacido,
        documentos,
        homoclave,
        colectivo,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then(Vec::new),
    })
}

/// Whether the person is dispensed (RACERF 85, 105), with what is to be said of it.
fn dispensa(
    consulta: &mut Consulta<'_>,
    entrada: &EntradaEsperas,
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<bool, Hallazgo> {
    if !entrada.modalidad.tiene_esperas() {
        return Ok(false);
    }
    let fecha = entrada.inscripcion.0;
    let baja = entrada.fecha_baja.map(|f| f.0);
    let exencion = Exencion::de(consulta, baja, entrada.semanas_previas, fecha)?;
    let es_ssf = entrada.modalidad == Modalidad::M33;
    let suyos = exencion.hallazgos(consulta, fecha)?.into_iter();
    // What only the other insurance is dispensed of is not told here.
    hallazgos.extend(suyos.filter(|h| es_ssf || h.codigo == mensaje::EXENTO.codigo));
    let mut exento = if es_ssf {
        exencion.del_ssf()
    } else {
        exencion.general.is_some()
    };
    if let Some(fin) = entrada.fin_de_decreto {
        let limite = meses_despues(fin.0, entero(consulta, "exencion_meses", fecha)?);
        if fecha <= limite {
            let datos = [("limite", limite.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::EXENTO_DECRETO, "fin_de_decreto", &datos));
            exento = true;
        }
    }
    Ok(exento)
}

/// A child born in the family (RACERF 104).
fn recien_nacido(
    consulta: &mut Consulta<'_>,
    entrada: &EntradaEsperas,
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<Option<RecienNacido>, Hallazgo> {
    let Some(nacimiento) = entrada.nacimiento.filter(|_| entrada.modalidad == Modalidad::M33) else {
        return Ok(None);
    };
    let fecha = entrada.inscripcion.0;
    let mut hasta = |clave| entero(consulta, clave, fecha).map(|dias| dias_despues(nacimiento.0, dias));
    let limite = hasta("recien_nacido_inscripcion_dias")?;
    let atencion = hasta("recien_nacido_atencion_dias")?;
    let en_plazo = fecha <= limite;
    let regla = if en_plazo {
        &mensaje::RECIEN_NACIDO
    } else {
        &mensaje::RECIEN_NACIDO_TARDE
    };
    let datos = [("limite", limite.to_string()), ("atencion", atencion.to_string())];
    hallazgos.push(Hallazgo::con(regla, "nacimiento", &datos));
    Ok(Some(RecienNacido {
        inscripcion_hasta: Fecha(limite),
        atencion_hasta: Fecha(atencion),
        en_plazo,
    }))
}

/// The rows of a table that are in force, in its order; a row of the suplemento takes the place of the published one.
fn vigentes<'a>(consulta: &mut Consulta<'a>, tabla: Tabla, fecha: NaiveDate) -> Vec<&'a Fila> {
    let normativa = consulta.normativa();
    let mut filas: Vec<&Fila> = Vec::new();
    for fila in normativa.filas(tabla).filter(|f| f.rige(fecha)) {
        if !filas.iter().any(|otra| otra.clave == fila.clave) {
            filas.push(fila);
        }
    }
    for fila in &filas {
        consulta.usar(tabla, fila, fecha);
    }
    filas
}

fn contar(consulta: &mut Consulta<'_>, inscripcion: NaiveDate, inicio: NaiveDate) -> Vec<Espera> {
    let filas = vigentes(consulta, Tabla::Esperas, inscripcion).into_iter();
    let espera = |fila: &Fila| {
        let meses = redondo(fila);
        Espera {
            clave: fila.clave.to_string(),
            tratamiento: fila.nota.to_string(),
            meses,
            libera: Fecha(meses_despues(inscripcion, meses)),
            libera_desde_inicio: Fecha(meses_despues(inicio, meses)),
        }
    };
    filas.map(espera).collect()
}

fn enlistar(consulta: &mut Consulta<'_>, tabla: Tabla, fecha: NaiveDate) -> Vec<Enlistado> {
    let filas = vigentes(consulta, tabla, fecha).into_iter();
    let una = |fila: &Fila| Enlistado {
        clave: fila.clave.to_string(),
        texto: fila.nota.to_string(),
        fundamento: fila.fundamento.to_string(),
        confianza: fila.confianza.palabra(),
    };
    filas.map(una).collect()
}

fn papeles(
    consulta: &mut Consulta<'_>,
    modalidad: Modalidad,
    fecha: NaiveDate,
    hallazgos: &mut Vec<Hallazgo>,
) -> Resultado<(Vec<Dato>, Option<Dato>)> {
    let Some(tramite) = modalidad.tramite() else {
        return Ok((Vec::new(), None));
    };
    let filas = documentos(consulta, tramite, fecha)
        .map_err(|errores| errores.into_iter().map(|e| e.en("inscripcion")).collect::<Vec<_>>())?;
    hallazgos.push(Hallazgo::con(&mensaje_de_registro::REQUISITOS_CAMBIAN, "", &[]));
    let homoclave = homoclave(consulta, tramite, fecha).map(Dato::de);
    Ok((filas.into_iter().map(Dato::de).collect(), homoclave))
}

fn colectivo(
    consulta: &mut Consulta<'_>,
    modalidad: Modalidad,
    fecha: NaiveDate,
) -> Result<Option<ColectivoMinimo>, Hallazgo> {
    let clave = match modalidad {
        Modalidad::M33 => "colectivo_ssf",
        // That of employers is individual only (RACERF 78).
        Modalidad::Pti | Modalidad::M44 | Modalidad::M43 => "colectivo_incorporacion",
        _ => return Ok(None),
    };
    Ok(Some(ColectivoMinimo {
        minimo: entero(consulta, clave, fecha)?,
        dias_de_inscripcion: entero(consulta, "colectivo_inscripcion_dias", fecha)?,
    }))
}
