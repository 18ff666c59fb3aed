//! The operation `incorporacion.elegibilidad`: every modality is answered for a person's situation.

use super::constante::{anios_despues, dias_despues, entero};
use super::criterio::{Caso, razonar};
use super::familia::{self, SalidaDeFamiliar};
use super::modalidad::Modalidad;
use super::perfil::{Actividad, Busca, OtroRegimen, Perfil};
use super::renovacion::{Tramite, Ventana, ventana};
use super::salud::{self, Exencion};
use super::veredicto::{Procede, Veredicto};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::Nodo;
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::{Calculada, Resultado};
use crate::politica::Politicas;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Input of the operation `incorporacion.elegibilidad`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaElegibilidad {
    /// Day on which the person asks.
    pub fecha: Fecha,
    /// Their situation.
    #[serde(default)]
    pub perfil: Perfil,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Nothing is computed here: there is nothing to explain.
    #[serde(default)]
    pub memoria: bool,
}

/// The answer for one modality.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Opcion {
    /// Which.
    pub modalidad: Modalidad,
    /// Its name.
    pub nombre: String,
    /// Whether it applies.
    pub procede: Procede,
    /// Code of the reason.
    pub codigo: &'static str,
    /// Why, or the first legal reason why not.
    pub motivo: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
    /// What the person would be asking for.
    pub tramite: Tramite,
    /// The insurances it gives.
    pub seguros: Vec<String>,
}

/// What way a situation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruta {
    /// One of the voluntary modalities.
    Voluntaria,
    /// Whoever employs the person insures them.
    Obligatorio,
    /// Their public entity makes an agreement.
    Convenio,
    /// A decree of the Executive.
    Decreto,
    /// Another social security.
    OtroRegimen,
    /// Services without fees (LSS 214).
    SolidaridadSocial,
    /// Seguro facultativo.
    Facultativo,
}

/// Whether a group is enough for a collective agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Colectivo {
    /// `incorporacion` or `seguro_familiar`.
    pub clase: &'static str,
    /// People it needs.
    pub minimo: u32,
    /// Whether there are enough.
    pub alcanza: bool,
}

/// Answer of the operation `incorporacion.elegibilidad`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaElegibilidad {
    /// Every modality.
    pub opciones: Vec<Opcion>,
    /// The one to begin with; `null` where none is for this situation.
    pub recomendada: Option<Modalidad>,
    /// Where the situation leads.
    pub ruta: Ruta,
    /// Data of the profile that could still change an answer.
    pub faltan: Vec<&'static str>,
    /// What each relative may be, in the order given.
    pub familiares: Vec<SalidaDeFamiliar>,
    /// Whether the group is enough for each collective agreement; empty if no group was given.
    pub colectivos: Vec<Colectivo>,
    /// Whether questionnaire, pre-existing conditions and waiting periods are dispensed with (RACERF 85).
    pub exento: bool,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for: empty, nothing is computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for SalidaElegibilidad {}

/// The operation `incorporacion.elegibilidad`.
///
/// # Errors
/// `incorporacion.fecha_posterior`, `incorporacion.edad`, `incorporacion.preexistencia_desconocida`,
/// `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaElegibilidad) -> Resultado<SalidaElegibilidad> {
    let errores = entrada.perfil.revisar(entrada.fecha.0);
    if !errores.is_empty() {
        return Err(errores);
    }
    let consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    responder(consulta, &entrada).map_err(|error| vec![error])
}

fn responder(mut consulta: Consulta<'_>, entrada: &EntradaElegibilidad) -> Result<SalidaElegibilidad, Hallazgo> {
    let (perfil, fecha) = (&entrada.perfil, entrada.fecha.0);
    let baja = perfil.fecha_baja.map(|f| f.0);
    let caso = Caso {
        perfil,
        fecha,
        exencion: Exencion::de(&mut consulta, baja, perfil.semanas_previas, fecha)?,
        declara: salud::declara(&consulta, perfil, fecha)?,
    };
    let mut hallazgos = Vec::new();
    let mut veredictos = Vec::with_capacity(Modalidad::TODAS.len());
    for modalidad in Modalidad::TODAS {
        veredictos.push((modalidad, razonar(&mut consulta, &caso, modalidad)?));
    }
    let ruta = ruta(perfil);
    let recomendada = recomendar(perfil, ruta, &veredictos);
    let mut faltan: Vec<&'static str> = veredictos.iter().filter_map(|(_, v)| v.falta).collect();
    if perfil.relacion_laboral_vigente.is_none() && !perfil.es_obligatorio() {
        faltan.push("relacion_laboral_vigente");
    }
    faltan.sort_unstable();
    faltan.dedup();
    situacion(&mut consulta, &caso, &veredictos, &mut hallazgos)?;
    renovaciones(&mut consulta, &caso, &mut hallazgos)?;
    let colectivos = colectivos(&mut consulta, &caso, &mut hallazgos)?;
    let mut familiares = Vec::new();
    for familiar in perfil.familiares.iter().flatten() {
        familiares.push(familia::clasificar(&mut consulta, familiar, fecha)?);
    }
    let mut opciones = Vec::with_capacity(veredictos.len());
    for (modalidad, veredicto) in &veredictos {
        opciones.push(opcion(&mut consulta, *modalidad, veredicto, fecha)?);
    }
    Ok(SalidaElegibilidad {
        opciones,
        recomendada,
        ruta,
        faltan,
        familiares,
        colectivos,
        exento: caso.exencion.general.is_some(),
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then(Vec::new),
    })
}

fn opcion(
    consulta: &mut Consulta<'_>,
    modalidad: Modalidad,
    veredicto: &Veredicto,
    fecha: NaiveDate,
) -> Result<Opcion, Hallazgo> {
    let ficha = modalidad.ficha(consulta, fecha)?;
    let datos: Vec<(&str, &str)> = veredicto.datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Ok(Opcion {
        modalidad,
        nombre: ficha.nombre.to_owned(),
        procede: veredicto.procede,
        codigo: veredicto.regla.codigo,
        motivo: veredicto.regla.mensaje(&datos),
        fundamento: veredicto.regla.fundamento,
        tramite: veredicto.tramite,
        seguros: ficha.seguros().into_iter().map(str::to_owned).collect(),
    })
}

fn ruta(perfil: &Perfil) -> Ruta {
    match perfil.actividad {
        Some(Actividad::Canero) => Ruta::Decreto,
        Some(Actividad::HogarRegular) => Ruta::Obligatorio,
        Some(Actividad::ServidorPublico) if perfil.otro_regimen == OtroRegimen::Issste => Ruta::OtroRegimen,
        Some(Actividad::ServidorPublico) => Ruta::Convenio,
        Some(Actividad::Estudiante) => Ruta::Facultativo,
        None | Some(Actividad::Ninguna) if perfil.tiene_empleo() => Ruta::Obligatorio,
        None | Some(Actividad::Ninguna) if perfil.otro_regimen == OtroRegimen::Issste => Ruta::OtroRegimen,
        _ if perfil.pobreza_extrema => Ruta::SolidaridadSocial,
        _ => Ruta::Voluntaria,
    }
}

/// The modality to begin with: what the person is after, and otherwise what gives the most. Those that only the practice
/// keeps, and those that are no trámite of the person, are never recommended before the ones the law gives. Within each
/// group what applies comes before what is *con reserva*; the groups go in order.
fn recomendar(perfil: &Perfil, ruta: Ruta, veredictos: &[(Modalidad, Veredicto)]) -> Option<Modalidad> {
    use Modalidad::{Hogar, M32, M33, M36, M40, M42, Pti};
    let grupos: &[&[Modalidad]] = match ruta {
        Ruta::Decreto | Ruta::OtroRegimen | Ruta::SolidaridadSocial => &[],
        Ruta::Obligatorio => &[&[Hogar]],
        Ruta::Convenio => &[&[M42, M36]],
        Ruta::Facultativo => &[&[M32]],
        Ruta::Voluntaria => match (perfil.busca, perfil.actividad) {
            (Some(Busca::Pension), _) => &[&[M40, Pti]],
            (Some(Busca::ServicioMedico), _) => &[&[M33, Pti]],
            // What decides is the income, which the platform reports: nothing else is to be contracted before knowing it.
            (None, Some(Actividad::Plataforma)) => &[&[Pti]],
            (None, None | Some(Actividad::Ninguna)) => &[&[M40, M33, Pti]],
            // The continuación gives no medical service: who has an activity looks first at what does.
            (None, Some(_)) => &[&[Pti, M33], &[M40]],
        },
    };
    let es = |modalidad: &Modalidad, procede| veredictos.iter().any(|(m, v)| m == modalidad && v.procede == procede);
    let mejor = |grupo: &&[Modalidad]| {
        let procede = [Procede::Si, Procede::ConReserva].into_iter();
        procede
            .into_iter()
            .find_map(|procede| grupo.iter().copied().find(|m| es(m, procede)))
    };
    grupos.iter().find_map(mejor)
}

/// What the whole situation leaves to say.
fn situacion(
    consulta: &mut Consulta<'_>,
    caso: &Caso<'_>,
    veredictos: &[(Modalidad, Veredicto)],
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<(), Hallazgo> {
    let perfil = caso.perfil;
    let mut decir = |regla, campo: &str| hallazgos.push(Hallazgo::con(regla, campo, &[]));
    if perfil.es_obligatorio() && perfil.actividad != Some(Actividad::Canero) {
        decir(&mensaje::OBLIGATORIO, "perfil.relacion_laboral_vigente");
    }
    if perfil.pobreza_extrema {
        decir(&mensaje::SOLIDARIDAD, "perfil.pobreza_extrema");
    }
    if perfil.esta_en(Modalidad::M40) && !perfil.es_obligatorio() {
        decir(&mensaje::CVRO_CON_OTRA, "perfil.modalidad_previa");
    }
    if perfil.esta_en(Modalidad::M40) && caso.exencion.general.is_none() {
        decir(&mensaje::CVRO_NO_EXIME, "perfil.modalidad_previa");
    }
    let con_cuestionario =
        |(modalidad, veredicto): &&(Modalidad, Veredicto)| modalidad.tiene_esperas() && veredicto.procede();
    let alguna = veredictos.iter().any(|v| con_cuestionario(&v));
    if alguna && caso.exencion.general.is_none() {
        decir(&mensaje::FALSEDAD, "");
    }
    hallazgos.extend(caso.exencion.hallazgos(consulta, caso.fecha)?);
    if alguna && perfil.embarazo && caso.exencion.general.is_none() {
        hallazgos.push(salud::parto(consulta, caso.fecha)?);
    }
    Ok(())
}

/// Last day of the year that who is, or was, in `modalidad` paid for.
fn vencimiento(caso: &Caso<'_>, modalidad: Modalidad) -> Option<NaiveDate> {
    let renovable = modalidad == Modalidad::M33 || modalidad.es_anual();
    let fin = caso.perfil.vencimiento_previo.map(|f| f.0);
    fin.filter(|_| renovable && caso.perfil.previa() == Some(modalidad))
}

/// Whether that was more than a year ago: no window reaches so far, and the calendar may not reach it either.
fn es_antiguo(caso: &Caso<'_>, fin: NaiveDate) -> bool {
    anios_despues(fin, 1) < caso.fecha
}

/// The window of that paid year.
fn ventana_propia(
    consulta: &mut Consulta<'_>,
    caso: &Caso<'_>,
    modalidad: Modalidad,
) -> Result<Option<Ventana>, Hallazgo> {
    match vencimiento(caso, modalidad).filter(|fin| !es_antiguo(caso, *fin)) {
        Some(fin) => ventana(consulta, modalidad, fin).map(Some),
        None => Ok(None),
    }
}

/// What the person would be asking for in `modalidad`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn tramite(consulta: &mut Consulta<'_>, caso: &Caso<'_>, modalidad: Modalidad) -> Result<Tramite, Hallazgo> {
    let Some(ventana) = ventana_propia(consulta, caso, modalidad)? else {
        let vigente = vencimiento(caso, modalidad).is_none() && caso.perfil.esta_en(modalidad);
        return Ok(if vigente {
            Tramite::Continua
        } else {
            Tramite::Inscripcion
        });
    };
    let continuidad = modalidad != Modalidad::M33 || caso.perfil.enfermedad_adquirida != Some(false);
    Ok(match caso.fecha {
        dia if dia < ventana.desde => Tramite::Continua,
        dia if dia <= ventana.hasta => Tramite::Renovacion,
        dia if dia <= ventana.extemporanea && continuidad => Tramite::RenovacionExtemporanea,
        _ => Tramite::Inscripcion,
    })
}

/// Where the paid year stands.
fn renovaciones(consulta: &mut Consulta<'_>, caso: &Caso<'_>, hallazgos: &mut Vec<Hallazgo>) -> Result<(), Hallazgo> {
    let Some(modalidad) = caso.perfil.previa() else {
        return Ok(());
    };
    let Some(ventana) = ventana_propia(consulta, caso, modalidad)? else {
        if let Some(fin) = vencimiento(caso, modalidad) {
            let datos = [("fin", fin.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::VENCIDA, "perfil.vencimiento_previo", &datos));
        }
        return Ok(());
    };
    let regla = match tramite(consulta, caso, modalidad)? {
        Tramite::Continua => &mensaje::RENOVACION_ANTES,
        Tramite::Renovacion => &mensaje::RENOVACION,
        Tramite::RenovacionExtemporanea if modalidad == Modalidad::M33 => &mensaje::RENOVACION_TARDIA_SSF,
        Tramite::RenovacionExtemporanea => &mensaje::RENOVACION_TARDIA,
        _ => &mensaje::INICIAL,
    };
    let datos = [
        ("desde", ventana.desde.to_string()),
        ("hasta", ventana.extemporanea.to_string()),
        ("efecto", dias_despues(ventana.hasta, 1).to_string()),
    ];
    hallazgos.push(Hallazgo::con(regla, "perfil.vencimiento_previo", &datos));
    Ok(())
}

fn colectivos(
    consulta: &mut Consulta<'_>,
    caso: &Caso<'_>,
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<Vec<Colectivo>, Hallazgo> {
    let Some(grupo) = caso.perfil.grupo else {
        return Ok(Vec::new());
    };
    let clases = [
        ("incorporacion", "colectivo_incorporacion", "incorporación voluntaria"),
        ("seguro_familiar", "colectivo_ssf", "seguro de salud para la familia"),
    ];
    let mut colectivos = Vec::new();
    for (clase, clave, nombre) in clases {
        let minimo = entero(consulta, clave, caso.fecha)?;
        let alcanza = grupo >= minimo;
        if !alcanza {
            let datos = [
                ("grupo", grupo.to_string()),
                ("clase", nombre.to_owned()),
                ("minimo", minimo.to_string()),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::COLECTIVO_MINIMO, "perfil.grupo", &datos));
        }
        colectivos.push(Colectivo { clase, minimo, alcanza });
    }
    Ok(colectivos)
}
