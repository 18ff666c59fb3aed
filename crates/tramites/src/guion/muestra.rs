//! A form with one question of every kind: the fixtures of the form kit. A page draws it, and the browser tests run axe,
//! the keyboard, 400 % zoom and forced colours over it. It is not a trámite and cannot be sent.

use super::{Bloque, Clase, DOMICILIO, Documento, Guion, Mirada, Paso, Pregunta, opcion};
use crate::camino::Dictamen;
use ventanilla_reglas::identificador::{Tipo, Uso};

const TEXTOS: &[Pregunta] = &[
    Pregunta::texto("corto", "Texto corto", 20)
        .ayuda("Hasta veinte caracteres.")
        .obligatoria(),
    Pregunta::nueva(
        "largo",
        "Texto largo",
        Clase::Texto {
            maximo: 200,
            renglones: 3,
        },
    ),
    Pregunta::nueva("telefono", "Teléfono", Clase::Telefono).ejemplo("55 5555 0101"),
    Pregunta::nueva("correo", "Correo", Clase::Correo).ejemplo("nombre@ejemplo.mx"),
];

const IDENTIFICADORES: &[Pregunta] = &[
    Pregunta::nueva("curp", "CURP", Clase::Identificador(Tipo::Curp, Uso::Persona))
        .articulo(&["RACERF 14"])
        .obligatoria(),
    Pregunta::nueva("rfc", "RFC", Clase::Identificador(Tipo::Rfc, Uso::Patron)),
    Pregunta::nueva("nss", "NSS", Clase::Identificador(Tipo::Nss, Uso::Persona)),
    Pregunta::nueva(
        "registro",
        "Registro patronal",
        Clase::Identificador(Tipo::RegistroPatronal, Uso::Patron),
    ),
    Pregunta::nueva("clabe", "CLABE", Clase::Identificador(Tipo::Clabe, Uso::Persona)),
];

const NUMEROS: &[Pregunta] = &[
    Pregunta::nueva("fecha", "Fecha", Clase::Fecha { futura: false }).obligatoria(),
    Pregunta::nueva("mes", "Mes", Clase::Mes),
    Pregunta::nueva("dinero", "Importe", Clase::Dinero),
    Pregunta::nueva("porcentaje", "Porcentaje", Clase::Porcentaje),
    Pregunta::nueva("entero", "Número", Clase::Entero { minimo: 1, maximo: 99 }),
];

const OPCIONES: &[Pregunta] = &[
    Pregunta::nueva(
        "opcion",
        "Opciones a la vista",
        Clase::Opcion(&[
            opcion("a", "La primera", "Con una explicación."),
            opcion("b", "La segunda", "Con otra explicación."),
        ]),
    )
    .obligatoria(),
    Pregunta::nueva(
        "lista",
        "Opciones en lista",
        Clase::Lista(&[opcion("x", "Equis", ""), opcion("y", "Ye", "")]),
    ),
    Pregunta::nueva("sino", "¿Sí o no?", Clase::SiNo),
    Pregunta::texto("porque", "Sólo si contestó que sí", 40)
        .si(|m| m.afirma("opciones.sino"))
        .obligatoria(),
    Pregunta::nueva("fraccion", "Fracción", Clase::Fraccion),
    Pregunta::nueva("documentos", "Documentos", Clase::Documentos(documentos)),
    Pregunta::nueva("acepta", "Acepto", Clase::Aceptacion).obligatoria(),
];

const REPETIDOS: &[Pregunta] = &[
    Pregunta::texto("nombre", "Nombre", 60).obligatoria(),
    Pregunta::nueva("nss", "NSS", Clase::Identificador(Tipo::Nss, Uso::Persona)),
];

fn documentos(_: &Mirada<'_>) -> Vec<Documento> {
    let documento = |clave: &str, titulo: &str| Documento {
        clave: clave.to_owned(),
        titulo: titulo.to_owned(),
        fuente: "Lista de muestra".to_owned(),
    };
    vec![
        documento("uno", "Identificación oficial"),
        documento("dos", "Comprobante de domicilio"),
    ]
}

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "muestra",
    titulo: "Muestra del formulario",
    presentacion: "Una pregunta de cada clase.",
    finalidad: "nada: es una prueba",
    formato: 1,
    pasos: &[Paso::nuevo(
        "todo",
        "Todas las clases de pregunta",
        "Página de prueba: nada se guarda ni se envía.",
        &[
            Bloque::nuevo("textos", "Textos", TEXTOS),
            Bloque::nuevo("identificadores", "Identificadores", IDENTIFICADORES),
            Bloque::nuevo("numeros", "Fechas y números", NUMEROS),
            Bloque::nuevo("opciones", "Opciones", OPCIONES),
            Bloque::nuevo("domicilio", "Domicilio", DOMICILIO),
            Bloque::nuevo("personas", "Grupo que se repite", REPETIDOS).repetido(
                "persona",
                "Agregar otra persona",
                1,
                3,
            ),
        ],
    )],
    dictaminar: |_| Dictamen::default(),
};
