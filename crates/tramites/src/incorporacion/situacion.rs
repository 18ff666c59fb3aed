//! A person's situation: the questions on which it depends which modality is theirs. Asked once, read twice: by who does
//! not know which one to ask for, and by the application.
//!
//! Nothing here is about health: that is asked apart, and is never kept.

use crate::guion::{Clase, Mirada, Opcion, Pregunta, opcion};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ventanilla_reglas::captura;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{
    Actividad, EntradaElegibilidad, Familiar, Perfil, Procede, SalidaElegibilidad, ejecutar_elegibilidad,
};
use ventanilla_reglas::mensajes::incorporacion as mensaje;
use ventanilla_reglas::politica::Politicas;

/// Key of the block that holds the answers.
pub const BLOQUE: &str = "situacion";

/// Where the application says which modality is asked for; empty for who does not know yet.
pub const MODALIDAD: &str = "opcion.modalidad";

const PASADA: Clase = Clase::Fecha { futura: false };

/// What a person may live on, in the words of the table of who may enter (LSS 5-A XX, 12, 13, 239-B).
const ACTIVIDADES: &[Opcion] = &[
    opcion(
        "independiente",
        "Trabajo por cuenta propia",
        "Profesión, oficio, comercio o negocio.",
    ),
    opcion(
        "campo",
        "Trabajo de la tierra propia",
        "Ejido, comunidad, colonia o pequeña propiedad.",
    ),
    opcion(
        "patron_persona_fisica",
        "Patrón, persona física",
        "Con trabajadores asegurados a su servicio.",
    ),
    opcion(
        "hogar_regular",
        "Trabajo en casas, de manera regular",
        "Limpieza, cocina o cuidado de personas, de planta o de entrada por salida.",
    ),
    opcion(
        "hogar_ocasional",
        "Trabajo en casas, de vez en cuando",
        "Ocasional o esporádico.",
    ),
    opcion("plataforma", "Reparto o transporte por aplicación", ""),
    opcion("canero", "Caña de azúcar, tabaco u otro grupo con decreto", ""),
    opcion("servidor_publico", "Trabajo para un gobierno o entidad pública", ""),
    opcion("estudiante", "Estudio", ""),
    opcion(
        "ninguna",
        "Ninguna de éstas",
        "Sin trabajo, hogar propio, o sólo un empleo con patrón.",
    ),
];

/// Voluntary modalities in which somebody may be or have been.
const PREVIAS: &[Opcion] = &[
    opcion("ninguna", "En ninguna", ""),
    opcion("40", "Continuación voluntaria (40)", ""),
    opcion("33", "Seguro de salud para la familia (33)", ""),
    opcion("pti", "Persona trabajadora independiente", ""),
    opcion("44", "Independientes, esquema anual (44)", ""),
    opcion("43", "Campo, esquema anual (43)", ""),
    opcion("35", "Patrón persona física, esquema anual (35)", ""),
    opcion("34", "Trabajo del hogar, esquema voluntario (34)", ""),
];

/// The questions, in order. Each one looks only at those before it.
pub const SITUACION: &[Pregunta] = &[
    Pregunta::nueva("actividad", "¿De qué vive?", Clase::Opcion(ACTIVIDADES))
        .ayuda("Si hace varias cosas, elija la que no es un empleo con patrón.")
        .articulo(&["LSS 5-A XX", "LSS 12", "LSS 13"])
        .obligatoria(),
    Pregunta::nueva(
        "relacion_laboral_vigente",
        "¿Tiene hoy un empleo con patrón que lo asegure en el IMSS?",
        Clase::SiNo,
    )
    .articulo(&["LSS 12 I", "LSS 224"])
    .si(|m| !m.es("situacion.actividad", &["hogar_regular", "canero"]))
    .obligatoria(),
    Pregunta::nueva(
        "otro_regimen",
        "¿Lo protege otra seguridad social?",
        Clase::Opcion(&[
            opcion("ninguno", "No", ""),
            opcion("issste", "Sí, el ISSSTE u otro instituto", ""),
            opcion("pension_propia", "Sólo las pensiones de la entidad en que trabaja", ""),
        ]),
    )
    .articulo(&["LSS 13 V", "RACERF 95"])
    .si(importa_otro_regimen)
    .obligatoria(),
    Pregunta::nueva(
        "pension",
        "¿Recibe una pensión del IMSS?",
        Clase::Opcion(&[
            opcion("ninguna", "No", ""),
            opcion("invalidez", "Sí, de invalidez", ""),
            opcion("cesantia_vejez", "Sí, de cesantía o vejez", ""),
        ]),
    )
    .articulo(&["LSS 151 IV", "LSS 218"])
    .si(voluntaria)
    .obligatoria(),
    Pregunta::nueva(
        "hubo_baja",
        "¿Estuvo asegurado por un patrón y le dieron de baja?",
        Clase::SiNo,
    )
    .articulo(&["LSS 218"])
    .si(|m| sin_empleo(m) && importa(m, &["40", "33", "pti", "44", "43", "35"]))
    .obligatoria(),
    Pregunta::nueva("fecha_baja", "¿Qué día fue la última baja?", PASADA)
        .ayuda("Viene en la constancia de semanas cotizadas.")
        .articulo(&["LSS 219", "RACERF 85"])
        .si(tuvo_baja)
        .obligatoria(),
    Pregunta::nueva(
        "semanas_ultimos_5",
        "En los cinco años antes de esa baja, ¿cuántas semanas cotizó?",
        Clase::Entero { minimo: 0, maximo: 266 },
    )
    .ayuda("Vacía, si no lo sabe: queda por confirmar con la constancia.")
    .articulo(&["LSS 218"])
    .si(|m| tuvo_baja(m) && importa(m, &["40"]) && m.es("situacion.pension", &["ninguna"])),
    Pregunta::nueva(
        "semanas_previas",
        "¿Cuántas semanas estuvo asegurado, en total, antes de esa baja?",
        Clase::Entero {
            minimo: 0,
            maximo: 4000,
        },
    )
    .ayuda("Con 52, y la baja hace menos de un año, no hay cuestionario médico ni tiempos de espera.")
    .articulo(&["RACERF 85"])
    .si(|m| baja_reciente(m) && importa(m, &["33", "pti", "44", "43", "35"])),
    Pregunta::nueva(
        "modalidad_previa",
        "¿Está, o estuvo, en una modalidad voluntaria?",
        Clase::Lista(PREVIAS),
    )
    .ayuda("La última, si fueron varias.")
    .articulo(&["LSS 220", "RACERF 80", "RACERF 105"])
    .si(voluntaria)
    .obligatoria(),
    Pregunta::nueva("alta_modalidad_previa", "¿Desde cuándo?", PASADA)
        .articulo(&["Transitorio segundo, DOF 2023-12-01"])
        .si(|m| m.es("situacion.modalidad_previa", &["44", "43", "35"]))
        .obligatoria(),
    Pregunta::nueva(
        "vencimiento_previo",
        "¿Hasta qué día pagó?",
        Clase::Fecha { futura: true },
    )
    .ayuda("El último día del año que cubrió: de él depende cómo se renueva.")
    .articulo(&["RACERF 80", "RACERF 105"])
    .si(|m| m.es("situacion.modalidad_previa", &["33", "44", "43", "35"]))
    .obligatoria(),
    Pregunta::nueva("sigue_en_ella", "¿Sigue en ella?", Clase::SiNo)
        .articulo(&["LSS 220"])
        .si(|m| m.es("situacion.modalidad_previa", &["40", "pti"]))
        .obligatoria(),
    Pregunta::nueva("fecha_baja_modalidad_previa", "¿Qué día causó baja de ella?", PASADA)
        .articulo(&["LSS 220"])
        .si(dejo_la_previa)
        .obligatoria(),
    Pregunta::nueva(
        "baja_por_falta_de_pago",
        "¿Fue por dejar de pagar dos meses?",
        Clase::SiNo,
    )
    .articulo(&["LSS 220 II", "RACERF 65"])
    .si(|m| dejo_la_previa(m) && m.es("situacion.modalidad_previa", &["40"]))
    .obligatoria(),
    Pregunta::nueva(
        "residencia",
        "¿Dónde vive?",
        Clase::Opcion(&[
            opcion("mexico", "En México", ""),
            opcion("extranjero", "En el extranjero", ""),
        ]),
    )
    .articulo(&["LSS 243"])
    .si(|m| voluntaria(m) && importa(m, &["33", "pti"]))
    .obligatoria(),
    Pregunta::nueva("mexicana", "¿Tiene la nacionalidad mexicana?", Clase::SiNo)
        .articulo(&["LSS 240"])
        .si(|m| voluntaria(m) && importa(m, &["pti"]) && m.es("situacion.actividad", &["independiente"]))
        .obligatoria(),
    Pregunta::nueva(
        "pobreza_extrema",
        "¿Vive en una zona de pobreza extrema o alta marginación?",
        Clase::SiNo,
    )
    .ayuda("Ahí el IMSS da servicios de solidaridad social, sin cuota.")
    .articulo(&["LSS 214", "LSS 238"])
    .si(|m| m.es("situacion.actividad", &["campo"]))
    .obligatoria(),
];

/// The question matters to one of these modalities: to the one that is asked for or, while none is, to any that can still
/// apply with what was told so far.
fn importa(m: &Mirada<'_>, modalidades: &[&str]) -> bool {
    if !m.valor(MODALIDAD).is_empty() {
        return m.es(MODALIDAD, modalidades);
    }
    // dates that contradict each other are said at their question: meanwhile everything matters
    let Ok(salida) = elegibilidad(m, m.hoy, perfil(m, None)) else {
        return true;
    };
    let mut suyas = salida
        .opciones
        .iter()
        .filter(|o| modalidades.contains(&o.modalidad.clave()));
    suyas.any(|o| o.procede != Procede::No || SIN_CONTAR.contains(&o.codigo))
}

/// Reasons that only say that a date was not told yet.
const SIN_CONTAR: [&str; 2] = [mensaje::CVRO_SIN_BAJA.codigo, mensaje::CVRO_TERMINADA.codigo];

/// Nobody else has to insure the person, and they are no student: another social security may still change the answer.
fn importa_otro_regimen(m: &Mirada<'_>) -> bool {
    m.es("situacion.actividad", &["servidor_publico"]) || voluntaria(m)
}

/// Some voluntary modality is open: nobody else has to insure the person.
fn voluntaria(m: &Mirada<'_>) -> bool {
    match m.valor("situacion.actividad") {
        "" | "hogar_regular" | "canero" | "servidor_publico" => false,
        "ninguna" | "estudiante" => !m.afirma("situacion.relacion_laboral_vigente"),
        _ => true,
    }
}

fn sin_empleo(m: &Mirada<'_>) -> bool {
    voluntaria(m) && m.es("situacion.relacion_laboral_vigente", &["no"])
}

fn tuvo_baja(m: &Mirada<'_>) -> bool {
    sin_empleo(m) && m.afirma("situacion.hubo_baja")
}

fn dejo_la_previa(m: &Mirada<'_>) -> bool {
    m.es("situacion.modalidad_previa", &["40", "pti"]) && m.es("situacion.sigue_en_ella", &["no"])
}

/// A baja after which the exemptions of RACERF 85 and 105 may still run. Two years, so that no reading of the term is cut
/// short: the rules say which one applies.
fn baja_reciente(m: &Mirada<'_>) -> bool {
    let baja = fecha(m, "fecha_baja");
    tuvo_baja(m) && baja.is_some_and(|baja| baja >= hace_dos_anios(m.hoy))
}

fn hace_dos_anios(hoy: NaiveDate) -> NaiveDate {
    hoy.checked_sub_months(chrono::Months::new(24)).unwrap_or(hoy)
}

/// A date of the situation, as typed or in its plain form.
fn fecha(m: &Mirada<'_>, campo: &str) -> Option<NaiveDate> {
    captura::fecha(m.valor(&["situacion.", campo].concat()))
        .ok()
        .map(|f| f.0)
}

/// The value with this key, in the words of the contract.
fn de_clave<T: DeserializeOwned>(clave: &str) -> Option<T> {
    (!clave.is_empty())
        .then(|| serde_json::from_value(Value::from(clave)).ok())
        .flatten()
}

/// What the rules answer of a situation on a day: every modality.
///
/// # Errors
/// Those of `incorporacion.elegibilidad`, in its own places.
pub(crate) fn elegibilidad(
    m: &Mirada<'_>,
    dia: NaiveDate,
    perfil: Perfil,
) -> Result<SalidaElegibilidad, Vec<Hallazgo>> {
    let entrada = EntradaElegibilidad {
        fecha: Fecha(dia),
        perfil,
        politicas: Politicas::default(),
        memoria: false,
    };
    ejecutar_elegibilidad(m.normativa, entrada)
}

/// The situation as the rules take it. `familiares` is who would be insured; `None` while that was not asked.
pub fn perfil(m: &Mirada<'_>, familiares: Option<Vec<Familiar>>) -> Perfil {
    let texto = |campo: &str| m.valor(&["situacion.", campo].concat());
    let si_no = |campo: &str| match texto(campo) {
        "si" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let dia = |campo: &str| fecha(m, campo).map(Fecha);
    Perfil {
        relacion_laboral_vigente: si_no("relacion_laboral_vigente"),
        actividad: de_clave::<Actividad>(texto("actividad")),
        pension: de_clave(texto("pension")).unwrap_or_default(),
        otro_regimen: de_clave(texto("otro_regimen")).unwrap_or_default(),
        fecha_baja: dia("fecha_baja"),
        semanas_ultimos_5: texto("semanas_ultimos_5").parse().ok(),
        semanas_previas: texto("semanas_previas").parse().ok(),
        // «ninguna» is no key of the contract
        modalidad_previa: de_clave(texto("modalidad_previa")),
        alta_modalidad_previa: dia("alta_modalidad_previa"),
        fecha_baja_modalidad_previa: dia("fecha_baja_modalidad_previa"),
        baja_por_falta_de_pago: si_no("baja_por_falta_de_pago").unwrap_or_default(),
        vencimiento_previo: dia("vencimiento_previo"),
        familiares,
        residencia: de_clave(texto("residencia")).unwrap_or_default(),
        extranjero: si_no("mexicana") == Some(false),
        pobreza_extrema: si_no("pobreza_extrema").unwrap_or_default(),
        ..Perfil::default()
    }
}
