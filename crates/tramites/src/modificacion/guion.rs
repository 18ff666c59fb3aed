//! The questions: who, what changed and when, and the sections that the cause asks for.

use super::causa::{self, CAUSAS};
use super::dictamen;
use super::mensajes as mensaje;
use crate::guion::{Bloque, Clase, DOMICILIO, Documento, Guion, Mirada, PROTESTA, Paso, Pregunta, opcion};
use crate::requisitos;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Tipo, Uso};

const RFC: Clase = Clase::Identificador(Tipo::Rfc, Uso::Patron);
const CURP: Clase = Clase::Identificador(Tipo::Curp, Uso::Persona);
const REGISTRO: Clase = Clase::Identificador(Tipo::RegistroPatronal, Uso::Patron);
const PASADA: Clase = Clase::Fecha { futura: false };

const PATRON: &[Pregunta] = &[
    Pregunta::nueva("registro_patronal", "Registro patronal", REGISTRO)
        .ayuda("Once posiciones, como aparece en la tarjeta de identificación patronal.")
        .ejemplo("Z99-12345-10-5")
        .articulo(&["RACERF 14"])
        .obligatoria(),
    Pregunta::nueva("rfc", "RFC", RFC).obligatoria(),
    Pregunta::texto("nombre", "Nombre, denominación o razón social", 120).obligatoria(),
    Pregunta::texto("municipio", "Municipio o alcaldía del registro", 80)
        .articulo(&["RACERF 13"])
        .obligatoria(),
    Pregunta::nueva("fraccion", "Fracción con la que está clasificado", Clase::Fraccion).obligatoria(),
    Pregunta::nueva("prima", "Prima con la que cubre sus cuotas", Clase::Porcentaje)
        .ayuda("La de su última determinación anual, o la media si todavía no presenta una.")
        .ejemplo("0.54355")
        .articulo(&["LSS 72", "LSS 73"])
        .obligatoria(),
];

const MOTIVO: &[Pregunta] = &[
    Pregunta::nueva("causa", "¿Qué cambió?", Clase::Lista(CAUSAS))
        .articulo(&["RACERF 16"])
        .obligatoria(),
    Pregunta::nueva("fecha", "¿Qué día ocurrió?", PASADA)
        .ayuda("Desde el día siguiente corre el plazo para avisar.")
        .articulo(&["RACERF 16"])
        .obligatoria(),
    Pregunta::nueva(
        "explicacion",
        "¿Qué pasó?",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .ayuda("En pocas palabras.")
    .obligatoria(),
];

const REANUDACION: &[Pregunta] = &[
    Pregunta::nueva("suspendido_desde", "¿Desde qué día estuvo suspendido?", PASADA).obligatoria(),
    Pregunta::nueva(
        "meses",
        "¿Cuántos meses estuvo sin actividad?",
        Clase::Entero { minimo: 0, maximo: 600 },
    )
    .ayuda("Meses completos; la fracción de otro cuenta como uno más.")
    .articulo(&["RACERF 28"])
    .obligatoria(),
];

const ESCISION: &[Pregunta] = &[
    Pregunta::nueva("extincion", "¿La empresa que se escinde desaparece?", Clase::SiNo)
        .articulo(&["RACERF 28"])
        .obligatoria(),
    Pregunta::nueva(
        "parte",
        "¿De cuál es este aviso?",
        Clase::Opcion(&[
            opcion("escindente", "De la que se escinde", ""),
            opcion("escindida", "De una de las que resultan", ""),
        ]),
    )
    .obligatoria(),
];

const HUELGA: &[Pregunta] = &[
    Pregunta::texto("expediente", "Expediente de la autoridad laboral", 40).obligatoria(),
    Pregunta::nueva(
        "calificacion",
        "Calificación de la huelga",
        Clase::Lista(&[
            opcion("pendiente", "Todavía no se califica", ""),
            opcion("legal", "Legalmente existente", ""),
            opcion("inexistente", "Inexistente", ""),
        ]),
    )
    .articulo(&["RACERF 10"])
    .obligatoria(),
];

const NOMBRE: &[Pregunta] = &[
    Pregunta::texto("nuevo", "Nombre, denominación o razón social que tiene ahora", 120).obligatoria(),
    Pregunta::texto("instrumento", "Instrumento en que consta", 40)
        .ejemplo("Escritura 12345, Notaría 99")
        .obligatoria(),
];

const REPRESENTANTE: &[Pregunta] = &[
    Pregunta::nueva("curp", "CURP", CURP).obligatoria(),
    Pregunta::texto("nombre", "Nombre completo", 120).obligatoria(),
    Pregunta::texto("instrumento", "Instrumento del poder", 40).obligatoria(),
];

const OTRA_EMPRESA: &[Pregunta] = &[
    Pregunta::nueva("registro_patronal", "Registro patronal de la otra empresa", REGISTRO).obligatoria(),
    Pregunta::nueva("rfc", "RFC", RFC).obligatoria(),
    Pregunta::texto("nombre", "Denominación o razón social", 120).obligatoria(),
    Pregunta::nueva("prima", "Prima con la que cubría sus cuotas", Clase::Porcentaje)
        .si(causa::fusion)
        .obligatoria(),
];

const BIENES: &[Pregunta] = &[
    Pregunta::texto("descripcion", "Bienes de que se trata", 200).obligatoria(),
    Pregunta::texto("instrumento", "Contrato o instrumento", 60).obligatoria(),
    Pregunta::nueva("desde", "Fecha del contrato", PASADA).obligatoria(),
];

const ACTIVIDAD: &[Pregunta] = &[
    Pregunta::nueva("cambia", "¿Cambia la actividad?", Clase::SiNo)
        .ayuda("Si sólo cambia el lugar, el nombre o el dueño, conteste que no.")
        .articulo(&["RACERF 18", "RACERF 28"])
        .obligatoria()
        .regla(debe_cambiar),
    Pregunta::nueva("fraccion", "Fracción que corresponde ahora", Clase::Fraccion)
        .articulo(&["RACERF 18", "RACERF 20", "RACERF 196"])
        .si(cambia)
        .obligatoria(),
    Pregunta::nueva(
        "justificacion",
        "¿Por qué corresponde esa fracción?",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .si(cambia)
    .obligatoria(),
    Pregunta::nueva(
        "procesos",
        "Procesos de trabajo",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .si(cambia)
    .obligatoria(),
];

/// Some causes are a change of activity by themselves.
fn debe_cambiar(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let por_si_misma = m.es(
        "motivo.causa",
        &["cambio_actividad", "incorporacion_actividades", "ley_o_sentencia"],
    );
    if por_si_misma && valor == "no" {
        return vec![Hallazgo::nuevo(&mensaje::DEBE_CAMBIAR, ruta, &[])];
    }
    Vec::new()
}

fn cambia(m: &Mirada<'_>) -> bool {
    m.afirma("actividad.cambia")
}

const DOCUMENTOS: &[Pregunta] = &[
    Pregunta::nueva(
        "reunidos",
        "¿Qué documentos tiene a la mano?",
        Clase::Documentos(documentos),
    )
    .ayuda("Marque los que ya tiene. En la ventanilla se cotejan con el original."),
    PROTESTA,
];

/// The documents of the cause.
pub(super) fn documentos(m: &Mirada<'_>) -> Vec<Documento> {
    let mut lista = requisitos::documentos(m.normativa, m.hoy, "modificacion");
    let caso = match causa::causa(m) {
        "cambio_domicilio" => "modificacion_domicilio",
        "cambio_nombre" => "modificacion_nombre",
        "fusion" | "escision" => "modificacion_fusion_escision",
        "cambio_representante" => "modificacion_representante",
        "sustitucion" => "modificacion_sustitucion",
        "huelga_estallamiento" | "huelga_terminacion" => "huelga",
        _ if causa::bienes(m) => "modificacion_bienes",
        _ => return lista,
    };
    lista.extend(requisitos::documentos(m.normativa, m.hoy, caso));
    lista
}

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "modificacion_patronal",
    titulo: "Modificación al registro patronal",
    presentacion: "Avisa un cambio de actividad, domicilio, nombre o representante, una suspensión, reanudación, sustitución, fusión, escisión, huelga o baja. Casi siempre dentro de los cinco días hábiles siguientes.",
    finalidad: "mantener al día su registro y su clasificación como patrón, y para verificar lo que declara (LSS 15 y 22)",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "patron",
            "El registro patronal",
            "Los datos que tiene hoy, antes del cambio.",
            &[Bloque::nuevo("patron", "", PATRON)],
        ),
        Paso::nuevo(
            "motivo",
            "Qué cambió",
            "De la causa dependen el plazo, las secciones que se llenan y la prima que sigue.",
            &[
                Bloque::nuevo("motivo", "", MOTIVO),
                Bloque::nuevo("reanudacion", "Suspensión anterior", REANUDACION).si(causa::reanuda),
                Bloque::nuevo("escision", "La escisión", ESCISION).si(causa::escision),
                Bloque::nuevo("huelga", "La huelga", HUELGA).si(causa::huelga),
            ],
        ),
        Paso::nuevo(
            "detalle",
            "Datos del cambio",
            "",
            &[
                Bloque::nuevo("domicilio", "Domicilio nuevo", DOMICILIO).si(causa::domicilio),
                Bloque::nuevo("nombre", "Nombre nuevo", NOMBRE).si(causa::nombre),
                Bloque::nuevo("representante", "Representante nuevo", REPRESENTANTE).si(causa::representante),
                Bloque::nuevo("otra", "La otra empresa", OTRA_EMPRESA).si(causa::otra_empresa),
                Bloque::nuevo("bienes", "Bienes", BIENES).si(causa::bienes),
            ],
        ),
        Paso::nuevo(
            "actividad",
            "Clasificación después del cambio",
            "",
            &[Bloque::nuevo("actividad", "", ACTIVIDAD).si(causa::reclasifica)],
        ),
        Paso::nuevo(
            "documentos",
            "Documentos y declaración",
            "",
            &[Bloque::nuevo("documentos", "", DOCUMENTOS)],
        ),
    ],
    dictaminar: dictamen::dictaminar,
};
