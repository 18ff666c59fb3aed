//! The questions: which agreement, who signs it, how it is paid, and the list of people.

use super::condiciones::{anual, familiar, pti};
use super::cotizacion;
use super::dictamen::dictaminar;
use super::documentos::documentos;
use super::lista::{BLOQUE, COLUMNAS, LISTA, PERSONAS};
use super::mensajes as mensaje;
use crate::guion::{
    Bloque, CONTACTO, Clase, DOMICILIO_DE_PERSONA, Guion, Mirada, Opcion, PROTESTA, Panel, Paso, Pregunta, opcion,
};
use crate::incorporacion::guion::{
    AREAS, CAMPO_43, FORMAS_DE_PAGO, INDEPENDIENTES_44, PERIODICIDADES, cuotas_que_faltan,
};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Partes, Tipo, TipoDePersona, Uso, revisar};

const PASADA: Clase = Clase::Fecha { futura: false };

const MODALIDADES: &[Opcion] = &[
    opcion(
        "pti",
        "Incorporación de personas trabajadoras independientes",
        "También las del campo. Da todos los seguros; cada persona paga lo suyo.",
    ),
    opcion(
        "33",
        "Seguro de salud para la familia (33)",
        "Servicio médico por un año; la persona moral paga todas las cuotas.",
    ),
    INDEPENDIENTES_44,
    CAMPO_43,
    opcion(
        "35",
        "Patrones personas físicas (35)",
        "Sólo se solicita de manera individual (RACERF 78).",
    ),
];

const CONVENIO: &[Pregunta] = &[
    Pregunta::nueva("modalidad", "¿Qué se conviene?", Clase::Opcion(MODALIDADES))
        .articulo(&["RACERF 75", "RACERF 78", "RACERF 100"])
        .obligatoria(),
    Pregunta::nueva("firma", "¿Qué día se firmó el convenio?", PASADA)
        .ayuda("De ese día se cuenta el plazo de la primera inscripción.")
        .articulo(&["RACERF 79", "RACERF 103"])
        .obligatoria(),
    Pregunta::nueva("solicitud", "¿Qué día se presentó la solicitud en papel?", PASADA)
        .ayuda("Vacía, hoy. Sólo si fue antes: todo se cuenta desde ese día.")
        .articulo(&["RACERF 77"]),
];

const MORAL: &[Pregunta] = &[
    Pregunta::texto("denominacion", "Denominación o razón social", 120).obligatoria(),
    Pregunta::nueva("rfc", "RFC", Clase::Identificador(Tipo::Rfc, Uso::Patron))
        .ayuda("Doce caracteres.")
        .obligatoria()
        .regla(de_persona_moral),
    Pregunta::texto("interes", "¿Qué la une con las personas de la lista?", 200)
        .ayuda("El reglamento pide que la persona moral tenga un interés jurídico en que se aseguren.")
        .ejemplo("Son socias y socios de la cooperativa")
        .articulo(&["RACERF 75 II"])
        .obligatoria(),
];

const REPRESENTANTE: &[Pregunta] = &[
    Pregunta::texto("nombre", "Nombre completo", 120).obligatoria(),
    Pregunta::nueva("curp", "CURP", Clase::Identificador(Tipo::Curp, Uso::Persona)).obligatoria(),
    Pregunta::texto("instrumento", "Instrumento del poder o nombramiento", 60)
        .ejemplo("Escritura 12345, Notaría 99")
        .obligatoria(),
];

const CONTACTO_DE_MORAL: &[Pregunta] = &[CONTACTO[0], CONTACTO[1].obligatoria()];

const PAGO: &[Pregunta] = &[
    Pregunta::nueva("area", "¿En qué área del salario mínimo viven?", Clase::Opcion(AREAS))
        .ayuda("La misma para toda la lista. Si viven en las dos, presente una solicitud por área.")
        .articulo(&["LSS 28"])
        .si(pti)
        .obligatoria(),
    Pregunta::nueva(
        "periodicidad",
        "¿Cada cuánto se va a pagar?",
        Clase::Opcion(PERIODICIDADES),
    )
    .articulo(&["LSS 224"])
    .si(pti)
    .obligatoria(),
    Pregunta::nueva("infonavit", "¿Se aporta también al Infonavit?", Clase::SiNo)
        .ayuda("Es opcional; da crédito de vivienda. La misma respuesta vale para toda la lista.")
        .si(pti)
        .obligatoria(),
    Pregunta::nueva(
        "forma_de_pago",
        "¿Cómo se va a pagar el año?",
        Clase::Opcion(FORMAS_DE_PAGO),
    )
    .articulo(&["LSS 224"])
    .si(anual)
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
        "consentimiento",
        "Declaro que cada persona de la lista sabe que se le inscribe y dio su consentimiento",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 75", "RACERF 79"])
    .obligatoria(),
    Pregunta::nueva(
        "sin_regimen",
        "Declaro que ninguna de estas personas está sujeta a un régimen obligatorio de seguridad social",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 95"])
    .si(familiar)
    .obligatoria(),
    Pregunta::nueva(
        "obligada",
        "Sé que la persona moral queda obligada a pagar las cuotas de todas las personas de la lista",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 100 II", "RACERF 102"])
    .si(familiar)
    .obligatoria(),
    Pregunta::nueva(
        "falsedad",
        "Las personas de la lista saben que si en el primer año aparece una enfermedad que alguna no declaró, su seguro termina, se le cobra lo atendido y no se devuelve la cuota",
        Clase::Aceptacion,
    )
    .articulo(&["RACERF 87", "RACERF 109"])
    .obligatoria(),
    PROTESTA
        .ayuda("El Instituto puede comprobarlos. Dar datos falsos se sanciona con multa.")
        .articulo(&["RACERF 81", "LSS 304-A VI", "LSS 304-B III"]),
];

/// An agreement is signed by an organisation: its RFC has three letters (RACERF 75 II, 100 II).
fn de_persona_moral(m: &Mirada<'_>, ruta: &str, rfc: &str) -> Vec<Hallazgo> {
    let de_moral = match revisar(m.normativa, Tipo::Rfc, rfc, Uso::Patron).partes {
        Partes::Rfc(partes) => partes.tipo_persona == TipoDePersona::Moral,
        _ => true, // what is wrong with it is said already
    };
    (!de_moral)
        .then(|| Hallazgo::nuevo(&mensaje::RFC_NO_MORAL, ruta, &[]))
        .into_iter()
        .collect()
}

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "incorporacion_colectiva",
    titulo: "Incorporación colectiva",
    presentacion: "Asegura a un grupo por convenio con una persona moral: trabajo independiente o seguro de salud para la familia. Dice cuántas personas pide el convenio. La lista se pega de una hoja de cálculo o se abre de un archivo, y se revisa fila por fila.",
    finalidad: "resolver la solicitud de aseguramiento de las personas de la lista, calcular y cobrar las cuotas y darles los servicios (LSS 13, 222 y 240)",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "convenio",
            "Convenio",
            "Es para la primera inscripción de un convenio ya firmado.",
            &[Bloque::nuevo("opcion", "", CONVENIO)],
        ),
        Paso::nuevo(
            "moral",
            "Persona moral",
            "Quién firma el convenio.",
            &[
                Bloque::nuevo("moral", "Persona moral", MORAL),
                Bloque::nuevo("representante", "Representante legal", REPRESENTANTE),
                Bloque::nuevo("contacto", "Contacto", CONTACTO_DE_MORAL),
                Bloque::nuevo("domicilio", "Domicilio", DOMICILIO_DE_PERSONA),
            ],
        ),
        Paso::nuevo(
            "pago",
            "Forma de pago",
            "Vale para todas las personas de la lista.",
            &[Bloque::nuevo("opcion", "", PAGO).si(|m| pti(m) || anual(m))],
        ),
        Paso::nuevo(
            BLOQUE,
            "Personas",
            "No se pregunta nada de la salud de nadie: el cuestionario médico lo contesta cada persona, por su cuenta y en papel.",
            &[
                Bloque::nuevo(BLOQUE, "Lista de personas", COLUMNAS)
                    .repetido("persona", "Agregar una persona", 0, PERSONAS)
                    .en_lista(LISTA),
                cuotas_que_faltan(|m| !cotizacion::grupos_que_faltan(m).is_empty()),
            ],
        )
        .con(Panel::CuotaDelGrupo),
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
