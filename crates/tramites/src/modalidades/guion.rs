//! The questions: the situation, asked one at a time while they still matter, and what a cost depends on, asked beside the
//! answer.

use super::costo::grupos_que_faltan;
use super::respuesta::{dudosas, procede};
use crate::camino::Dictamen;
use crate::guion::{Bloque, Clase, Guion, Mirada, Paso, Pregunta, opcion};
use crate::incorporacion::familia::FAMILIARES;
use crate::incorporacion::guion::cuotas_que_faltan;
use crate::incorporacion::situacion::{self, SITUACION as DE_LA_SITUACION};
use crate::incorporacion::{AREAS, CLASES, PARENTESCOS};
use ventanilla_reglas::incorporacion::{EDAD_MAXIMA, Modalidad};

/// Position of the step that is a conversation.
pub const SITUACION: usize = 0;

/// Position of the step that is asked beside the answer.
pub const COSTO: usize = 1;

const FAMILIA: &[Pregunta] = &[Pregunta::nueva(
    "con_quien",
    "¿Tiene familia a la que quiera asegurar con usted?",
    Clase::Opcion(&[
        opcion("si", "Sí", "Cónyuge, hijos, padres u otros familiares."),
        opcion(
            "sin_familia",
            "No tengo familia",
            "Se declara bajo protesta de decir verdad.",
        ),
        opcion("no", "Tengo familia, pero sólo me aseguraría yo", ""),
    ]),
)
.ayuda("El seguro de salud para la familia pide al menos un familiar, o declarar que no se tiene.")
.articulo(&["RACERF 95", "RACERF 97"])
.si(|m| procede(m, Modalidad::M33))
.obligatoria()];

const BUSCA: &[Pregunta] = &[Pregunta::nueva(
    "que",
    "¿Qué le importa más?",
    Clase::Opcion(&[
        opcion("todo", "La protección más completa", ""),
        opcion("servicio_medico", "El servicio médico", ""),
        opcion("pension", "La pensión", ""),
    ]),
)
.ayuda("No cambia lo que le corresponde: sólo cuál se le propone primero.")
.si(|m| dudosas(m) > 1)
.obligatoria()];

const DATOS: &[Pregunta] = &[
    Pregunta::nueva("ingreso_mensual", "¿Cuánto gana al mes por su cuenta?", Clase::Dinero)
        .ayuda("Como independiente se paga sobre ese ingreso, entre el salario mínimo y 25 veces la UMA.")
        .articulo(&["LSS 227 I", "LSS 28"])
        .si(|m| procede(m, Modalidad::Pti)),
    Pregunta::nueva("clase", "Clase de riesgo de su ocupación", Clase::Lista(CLASES))
        .ayuda("La asigna el Instituto. Vacía, se calcula con la I, la más baja.")
        .articulo(&["LSS 73"])
        .si(|m| procede(m, Modalidad::Pti)),
    Pregunta::nueva(
        "ultimo_sbc",
        "Último salario base de cotización, por día",
        Clase::Dinero,
    )
    .ayuda("Con él se calcula la continuación voluntaria. Viene en la constancia de semanas cotizadas.")
    .articulo(&["LSS 218"])
    .si(|m| procede(m, Modalidad::M40)),
    Pregunta::nueva(
        "salario_diario",
        "Salario por día que le paga quien la emplea",
        Clase::Dinero,
    )
    .articulo(&["LSS 239-C"])
    .si(|m| procede(m, Modalidad::Hogar)),
    Pregunta::nueva(
        "dias",
        "Días que trabaja al mes",
        Clase::Entero { minimo: 1, maximo: 31 },
    )
    .ayuda("Vacía, todos los del mes.")
    .si(|m| procede(m, Modalidad::Hogar)),
    Pregunta::nueva("area", "¿En qué área del salario mínimo vive?", Clase::Lista(AREAS))
        .ayuda("Vacía, la general.")
        .articulo(&["LSS 28"])
        .si(|m| procede(m, Modalidad::Pti) || procede(m, Modalidad::M40)),
    Pregunta::nueva(
        "edad",
        "Su edad",
        Clase::Entero {
            minimo: 0,
            maximo: EDAD_MAXIMA,
        },
    )
    .ayuda("La cuota del seguro de salud para la familia depende de la edad de cada persona.")
    .articulo(&["LSS 242"])
    .si(|m| procede(m, Modalidad::M33)),
];

const FAMILIAR: &[Pregunta] = &[
    Pregunta::nueva("parentesco", "¿Qué es de usted?", Clase::Lista(PARENTESCOS))
        .articulo(&["LSS 84", "RACERF 95", "RACERF 96"])
        .obligatoria(),
    Pregunta::nueva(
        "edad",
        "Edad",
        Clase::Entero {
            minimo: 0,
            maximo: EDAD_MAXIMA,
        },
    )
    .obligatoria(),
];

/// Key of the block of relatives.
pub(super) const DE_LA_FAMILIA: &str = "familiares";

fn en_familia(m: &Mirada<'_>) -> bool {
    m.es("familia.con_quien", &["si"]) && procede(m, Modalidad::M33)
}

/// The declaration. It is no trámite: nobody receives it.
pub static GUION: Guion = Guion {
    clave: "modalidad",
    titulo: "¿Qué modalidad me toca?",
    presentacion: "",
    finalidad: "",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "situacion",
            "Su situación",
            "",
            &[
                Bloque::nuevo(situacion::BLOQUE, "", DE_LA_SITUACION),
                Bloque::nuevo("familia", "", FAMILIA),
                Bloque::nuevo("busca", "", BUSCA),
            ],
        ),
        Paso::nuevo(
            "costo",
            "Para calcular lo que cuesta",
            "",
            &[
                Bloque::nuevo("costo", "", DATOS),
                Bloque::nuevo(DE_LA_FAMILIA, "Su familia", FAMILIAR)
                    .si(en_familia)
                    .repetido("familiar", "Agregar otro familiar", 1, FAMILIARES),
                cuotas_que_faltan(|m| !grupos_que_faltan(m).is_empty()),
            ],
        ),
    ],
    dictaminar: |_| Dictamen::default(),
};
