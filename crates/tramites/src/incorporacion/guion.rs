//! The questions: which modality, who, their situation, who enters with them, and how it is paid.

use super::condiciones::{
    anual, con_cuestionario, con_familiares, continuacion, cuestionario_obligatorio, familiar, por_otra_persona, pti,
    reingreso,
};
use super::cotizacion::{self, CUOTAS};
use super::dictamen::dictaminar;
use super::documentos::documentos;
use super::familia;
use super::mensajes as mensaje;
use super::situacion::{self, SITUACION};
use crate::guion::{
    Bloque, CONTACTO, Clase, Condicion, DOMICILIO_DE_PERSONA, Guion, Mirada, Opcion, PROTESTA, Panel, Paso, Pregunta,
    opcion,
};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Tipo, Uso};

const PASADA: Clase = Clase::Fecha { futura: false };
const CURP: Clase = Clase::Identificador(Tipo::Curp, Uso::Persona);
const NSS: Clase = Clase::Identificador(Tipo::Nss, Uso::Persona);

/// The annual scheme of independents, which the reform of 2023-12-01 closed to who enters.
pub(crate) const INDEPENDIENTES_44: Opcion = opcion(
    "44",
    "Independientes, esquema anual (44)",
    "Desde diciembre de 2023 la ley ya no lo da a quien entra; el Instituto lo seguía anunciando en 2026.",
);

/// That of the countryside, closed too.
pub(crate) const CAMPO_43: Opcion = opcion(
    "43",
    "Campo, esquema anual (43)",
    "También terminó para quien entra; el Instituto lo anunciaba en 2026.",
);

/// How often an independent worker may pay (LSS 224).
pub(crate) const PERIODICIDADES: &[Opcion] = &[
    opcion("mensual", "Cada mes", ""),
    opcion("bimestral", "Cada dos meses", ""),
    opcion("semestral", "Cada seis meses", ""),
    opcion("anual", "Una vez al año", ""),
];

/// How the year of an annual scheme may be paid (LSS 224).
pub(crate) const FORMAS_DE_PAGO: &[Opcion] = &[
    opcion("anual", "En un solo pago", ""),
    opcion("bimestral", "Cada dos meses", ""),
];

/// The modalities that a person asks for by themselves.
pub(super) const MODALIDADES: &[Opcion] = &[
    opcion(
        "pti",
        "Persona trabajadora independiente",
        "Quien vive de su propia actividad. Da todos los seguros.",
    ),
    opcion(
        "40",
        "Continuación voluntaria (modalidad 40)",
        "Quien dejó un empleo y sigue cotizando para su pensión. No da servicio médico.",
    ),
    opcion(
        "33",
        "Seguro de salud para la familia (33)",
        "Servicio médico por un año, con una cuota por persona.",
    ),
    INDEPENDIENTES_44,
    CAMPO_43,
    opcion(
        "35",
        "Patrón persona física, esquema anual (35)",
        "También terminó para quien entra; el Instituto lo anunciaba en 2026.",
    ),
];

const MODALIDAD: &[Pregunta] = &[
    Pregunta::nueva("modalidad", "¿Qué modalidad se solicita?", Clase::Opcion(MODALIDADES))
        .articulo(&["LSS 13", "LSS 218", "LSS 240"])
        .obligatoria(),
    Pregunta::nueva("solicitud", "¿Qué día se presentó la solicitud en papel?", PASADA)
        .ayuda("Vacía, hoy. Sólo si fue antes: todo se cuenta desde ese día.")
        .articulo(&["RACERF 66", "RACERF 77"]),
];

const PERSONA: &[Pregunta] = &[
    Pregunta::texto("nombres", "Nombres", 60).obligatoria(),
    Pregunta::texto("primer_apellido", "Primer apellido", 60).obligatoria(),
    Pregunta::texto("segundo_apellido", "Segundo apellido", 60),
    Pregunta::nueva("curp", "CURP", CURP)
        .ayuda("De ella salen la fecha de nacimiento y la edad.")
        .obligatoria(),
    Pregunta::nueva("nss", "Número de seguridad social (NSS)", NSS)
        .ayuda("Once cifras. Quien ya estuvo asegurado tiene uno.")
        .obligatoria_si(continuacion),
    Pregunta::nueva("rfc", "RFC", Clase::Identificador(Tipo::Rfc, Uso::Persona))
        .si(|m| pti(m) || anual(m))
        .obligatoria(),
];

const CONTACTO_DE_PERSONA: &[Pregunta] = &[CONTACTO[0], CONTACTO[1].obligatoria()];

const PRESENTA: &[Pregunta] = &[
    Pregunta::nueva(
        "quien",
        "¿Quién presenta la solicitud?",
        Clase::Opcion(&[
            opcion("persona", "La persona que se asegura", ""),
            opcion(
                "otra",
                "Otra persona",
                "Con carta poder, o quien ejerce la patria potestad o la tutela.",
            ),
        ]),
    )
    .articulo(&["RACERF 65", "RACERF 81"])
    .obligatoria(),
    Pregunta::texto("nombre", "Nombre completo de quien la presenta", 120)
        .si(por_otra_persona)
        .obligatoria(),
    Pregunta::nueva("curp", "CURP de quien la presenta", CURP)
        .si(por_otra_persona)
        .obligatoria(),
];

const CUESTIONARIO: Pregunta = Pregunta::nueva("cuestionario", "Cuestionario médico", Clase::Cuestionario)
    .articulo(&["RACERF 81", "RACERF 82", "RACERF 98"])
    .falta("Conteste el cuestionario médico, o diga que se entrega en papel.")
    .si(con_cuestionario)
    .obligatoria_si(cuestionario_obligatorio);

const TITULAR: &[Pregunta] = &[
    CUESTIONARIO,
    Pregunta::nueva(
        "sin_familia",
        "¿Declara bajo protesta de decir verdad que no tiene familia?",
        Clase::SiNo,
    )
    .ayuda("Sólo así puede contratarlo una persona sola.")
    .articulo(&["RACERF 95", "RACERF 97"])
    .si(familiar)
    .obligatoria(),
];

const FAMILIARES: &[Pregunta] = &[
    familia::PARENTESCO,
    familia::NOMBRE,
    familia::CURP,
    familia::NSS,
    familia::VINCULO,
    CUESTIONARIO,
];

const COSTO: &[Pregunta] = &[
    Pregunta::texto("ocupacion", "Ocupación", 80)
        .ejemplo("Carpintería")
        .articulo(&["LSS 5-A XX"])
        .si(pti)
        .obligatoria(),
    Pregunta::nueva("clase", "Clase de riesgo de la ocupación", Clase::Lista(CLASES))
        .ayuda(
            "La asigna el Instituto según la ocupación; su catálogo no se ha establecido. Elija la que le hayan dicho o, si no se la han dicho, la I: al resolver la corrige.",
        )
        .articulo(&["LSS 73"])
        .si(pti)
        .obligatoria(),
    Pregunta::nueva("ingreso_mensual", "Ingreso al mes", Clase::Dinero)
        .ayuda("El que declara por su actividad. Se paga sobre él, entre el salario mínimo y 25 veces la UMA.")
        .articulo(&["LSS 227 I", "LSS 28"])
        .si(pti)
        .obligatoria(),
    Pregunta::nueva(
        "ultimo_sbc",
        "Último salario base de cotización, por día",
        Clase::Dinero,
    )
    .ayuda("Viene en la constancia de semanas cotizadas.")
    .articulo(&["LSS 218"])
    .si(continuacion)
    .obligatoria(),
    Pregunta::nueva(
        "base",
        "¿Con qué salario se va a cotizar?",
        Clase::Opcion(&[
            opcion("salario", "Con uno que se elige", "El último o uno superior."),
            opcion(
                "tope",
                "Con el tope de cada mes",
                "25 veces la UMA, lo más que admite la ley.",
            ),
        ]),
    )
    .articulo(&["LSS 218", "LSS 28"])
    .si(continuacion)
    .obligatoria(),
    Pregunta::nueva("sbc", "Salario que se elige, por día", Clase::Dinero)
        .ayuda("Es el mismo para todos los meses que se paguen: no puede pasar del tope de ninguno.")
        .articulo(&["LSS 218", "RACERF 65"])
        .si(|m| continuacion(m) && m.es("opcion.base", &["salario"]))
        .obligatoria(),
    Pregunta::nueva(
        "inicio",
        "¿Desde cuándo?",
        Clase::Opcion(&[
            opcion("solicitud", "Desde la solicitud", "Se paga lo que queda del mes."),
            opcion(
                "baja",
                "Desde el día siguiente a la baja",
                "Se pagan también los meses que pasaron.",
            ),
        ]),
    )
    .articulo(&["RACERF 66"])
    .si(|m| continuacion(m) && !reingreso(m))
    .obligatoria(),
    Pregunta::nueva("area", "¿En qué área del salario mínimo vive?", Clase::Opcion(AREAS))
        .articulo(&["LSS 28"])
        .si(|m| pti(m) || continuacion(m))
        .obligatoria(),
    Pregunta::nueva(
        "periodicidad",
        "¿Cada cuánto va a pagar?",
        Clase::Opcion(PERIODICIDADES),
    )
    .articulo(&["LSS 224"])
    .si(pti)
    .obligatoria(),
    Pregunta::nueva("infonavit", "¿Quiere aportar también al Infonavit?", Clase::SiNo)
        .ayuda("Es opcional; da crédito de vivienda.")
        .si(pti)
        .obligatoria(),
    Pregunta::nueva(
        "forma_de_pago",
        "¿Cómo va a pagar el año?",
        Clase::Opcion(FORMAS_DE_PAGO),
    )
    .articulo(&["LSS 224"])
    .si(anual)
    .obligatoria(),
    Pregunta::nueva(
        "registro_patronal",
        "Registro patronal",
        Clase::Identificador(Tipo::RegistroPatronal, Uso::Patron),
    )
    .ayuda("El de sus trabajadores asegurados.")
    .si(|m| m.es("opcion.modalidad", &["35"]))
    .obligatoria(),
];

/// Areas of the minimum wage.
pub const AREAS: &[Opcion] = &[
    opcion("general", "La general", ""),
    opcion("zlfn", "La Zona Libre de la Frontera Norte", ""),
];

/// Classes of risk (LSS 73).
pub const CLASES: &[Opcion] = &[
    opcion("I", "I, riesgo ordinario", ""),
    opcion("II", "II, riesgo bajo", ""),
    opcion("III", "III, riesgo medio", ""),
    opcion("IV", "IV, riesgo alto", ""),
    opcion("V", "V, riesgo máximo", ""),
];

/// Age groups of the table `cuotas_ssf`; a test holds both together.
const GRUPOS: &[Opcion] = &[
    opcion("0-19", "0 a 19 años", ""),
    opcion("20-29", "20 a 29 años", ""),
    opcion("30-39", "30 a 39 años", ""),
    opcion("40-49", "40 a 49 años", ""),
    opcion("50-59", "50 a 59 años", ""),
    opcion("60-69", "60 a 69 años", ""),
    opcion("70-79", "70 a 79 años", ""),
    opcion("80+", "80 años o más", ""),
];

const CUOTA: &[Pregunta] = &[
    Pregunta::nueva("grupo", "Grupo de edad", Clase::Lista(GRUPOS)).obligatoria(),
    Pregunta::nueva("importe", "Cuota al año", Clase::Dinero)
        .articulo(&["LSS 242"])
        .obligatoria(),
];

const DOCUMENTOS: &[Pregunta] = &[Pregunta::nueva(
    "reunidos",
    "¿Qué documentos tiene a la mano?",
    Clase::Documentos(documentos),
)
.ayuda("Marque los que ya tiene. En la ventanilla se cotejan con el original.")];

const DECLARACIONES: &[Pregunta] = &[
    Pregunta::nueva(
        "sin_regimen",
        "Declaro que ninguna de estas personas está sujeta a un régimen obligatorio de seguridad social",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 95"])
    .si(familiar)
    .obligatoria(),
    Pregunta::nueva(
        "falsedad",
        "Sé que si en el primer año aparece una enfermedad que no se declaró, el seguro termina, se cobra lo atendido y no se devuelve la cuota",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 87", "RACERF 109"])
    .si(con_cuestionario)
    .obligatoria(),
    PROTESTA
        .ayuda("El Instituto puede comprobarlos.")
        .articulo(&["RACERF 81", "RACERF 87"]),
];

/// The official fees of the age groups that the tables lack, one row each, asked when there is any (LSS 242).
pub(crate) const fn cuotas_que_faltan(cuando: Condicion) -> Bloque {
    Bloque::nuevo(CUOTAS, "Cuotas que faltan en las tablas", CUOTA)
        .ayuda("La cuota de estos grupos de edad no está publicada donde esta aplicación la pudo leer. Pregunte la oficial y escríbala: no se supone.")
        .si(cuando)
        .repetido("grupo", "Agregar otro grupo", 1, GRUPOS.len())
}

fn nss_de_quien_empieza(m: &Mirada<'_>) -> Option<Hallazgo> {
    let falta = m.valor("persona.nss").is_empty() && !m.valor("persona.curp").is_empty() && !continuacion(m);
    falta.then(|| Hallazgo::nuevo(&mensaje::SIN_NSS, "persona.nss", &[]))
}

/// What this form has to say of its own answers together.
pub(super) fn hallazgos(m: &Mirada<'_>) -> Vec<Hallazgo> {
    nss_de_quien_empieza(m).into_iter().collect()
}

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "incorporacion",
    titulo: "Incorporación voluntaria",
    presentacion: "Asegura a quien no lo asegura un patrón: trabajo independiente, continuación voluntaria (modalidad 40) o seguro de salud para la familia. Dice qué cuesta, qué cubre y desde cuándo.",
    finalidad: "resolver su solicitud de aseguramiento, calcular y cobrar la cuota y darle los servicios (LSS 13, 218 y 240)",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "modalidad",
            "Modalidad",
            "",
            &[Bloque::nuevo("opcion", "", MODALIDAD)],
        )
        .con(Panel::Orientacion),
        Paso::nuevo(
            "persona",
            "Persona",
            "A quién se asegura.",
            &[
                Bloque::nuevo("persona", "Persona", PERSONA),
                Bloque::nuevo("contacto", "Contacto", CONTACTO_DE_PERSONA),
                Bloque::nuevo("presenta", "Quien presenta", PRESENTA),
            ],
        ),
        Paso::nuevo(
            "domicilio",
            "Domicilio",
            "",
            &[Bloque::nuevo("domicilio", "", DOMICILIO_DE_PERSONA)],
        ),
        Paso::nuevo(
            situacion::BLOQUE,
            "Situación y seguros anteriores",
            "De esto depende si procede, y si se le pide cuestionario médico.",
            &[Bloque::nuevo(situacion::BLOQUE, "", SITUACION)],
        )
        .con(Panel::Veredicto),
        Paso::nuevo(
            "familia",
            "Familia y cuestionario médico",
            "",
            &[
                Bloque::nuevo("opcion", "Quien se asegura", TITULAR).si(|m| familiar(m) || con_cuestionario(m)),
                Bloque::nuevo(familia::BLOQUE, "Familiares", FAMILIARES)
                    .ayuda("En el seguro de salud para la familia cada persona paga su cuota. En las demás modalidades son beneficiarios, sin costo, y pueden inscribirse después.")
                    .si(con_familiares)
                    .repetido("familiar", "Agregar un familiar", 0, familia::FAMILIARES),
            ],
        ),
        Paso::nuevo(
            "costo",
            "Cuota y forma de pago",
            "",
            &[
                Bloque::nuevo("opcion", "", COSTO).si(|m| !familiar(m)),
                cuotas_que_faltan(|m| !cotizacion::grupos_que_faltan(m).is_empty()),
            ],
        )
        .con(Panel::Cuota),
        Paso::nuevo(
            "documentos",
            "Documentos y declaración",
            "",
            &[
                Bloque::nuevo("documentos", "Documentos", DOCUMENTOS),
                Bloque::nuevo("declaraciones", "Declaración", DECLARACIONES),
            ],
        ),
    ],
    dictaminar,
};

#[cfg(test)]
mod pruebas {
    use super::*;
    use std::collections::BTreeSet;
    use ventanilla_normativa::{Normativa, Tabla};

    #[test]
    fn the_age_groups_are_those_of_the_table() {
        let normativa = Normativa::publicada();
        let grupo = |clave: &str| clave.split_once(' ').map(|p| p.1.to_owned());
        let tabla: BTreeSet<String> = normativa
            .filas(Tabla::CuotasSsf)
            .filter_map(|f| grupo(&f.clave))
            .collect();
        let formulario: BTreeSet<String> = GRUPOS.iter().map(|g| g.valor.to_owned()).collect();
        assert_eq!(formulario, tabla);
    }
}
