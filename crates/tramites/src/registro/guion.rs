//! The questions, in the order of the institution's own forms (AFIL-01, ARP-PM).

use super::mensajes as mensaje;
use super::{dictamen, documentos};
use crate::guion::{Bloque, CONTACTO, Clase, DOMICILIO, Guion, Mirada, Opcion, PROTESTA, Paso, Pregunta, opcion};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Tipo, Uso};

const RFC: Clase = Clase::Identificador(Tipo::Rfc, Uso::Patron);
const RFC_DE_PERSONA: Clase = Clase::Identificador(Tipo::Rfc, Uso::Persona);
const CURP: Clase = Clase::Identificador(Tipo::Curp, Uso::Persona);
const NSS: Clase = Clase::Identificador(Tipo::Nss, Uso::Persona);
const REGISTRO: Clase = Clase::Identificador(Tipo::RegistroPatronal, Uso::Patron);
const PASADA: Clase = Clase::Fecha { futura: false };

/// Whether a company registers.
pub(super) fn moral(m: &Mirada<'_>) -> bool {
    m.es("sujeto.persona", &["moral"])
}

fn fisica(m: &Mirada<'_>) -> bool {
    m.es("sujeto.persona", &["fisica"])
}

fn campo(m: &Mirada<'_>) -> bool {
    m.es("sujeto.clase", &["campo"])
}

fn cooperativa(m: &Mirada<'_>) -> bool {
    m.es("sujeto.clase", &["cooperativa"])
}

fn construccion(m: &Mirada<'_>) -> bool {
    m.es("sujeto.clase", &["construccion"])
}

fn con_representante(m: &Mirada<'_>) -> bool {
    moral(m) || m.afirma("sujeto.representado")
}

fn con_otros_registros(m: &Mirada<'_>) -> bool {
    m.afirma("sujeto.otros_registros")
}

fn otro_domicilio(m: &Mirada<'_>) -> bool {
    m.es("lugar.mismo", &["no"])
}

fn inscribe(m: &Mirada<'_>) -> bool {
    m.afirma("inicio.inscribe")
}

const PERSONAS: &[Opcion] = &[
    opcion(
        "moral",
        "Persona moral",
        "Sociedad, asociación, cooperativa: RFC de doce caracteres.",
    ),
    opcion("fisica", "Persona física", "RFC de trece caracteres y CURP."),
];

const CLASES: &[Opcion] = &[
    opcion("general", "Patrón de la ciudad", "Comercio, industria o servicios."),
    opcion(
        "campo",
        "Patrón del campo",
        "Agricultura, ganadería, forestal o mixtas.",
    ),
    opcion(
        "construccion",
        "Patrón de la construcción",
        "Obra por contrato o por administración propia.",
    ),
    opcion(
        "cooperativa",
        "Sociedad cooperativa",
        "Lleva un registro para trabajadores y otro para socios.",
    ),
    opcion(
        "sujeto_obligado",
        "Otro sujeto obligado",
        "Por convenio o por decreto del Ejecutivo.",
    ),
];

const SUJETO: &[Pregunta] = &[
    Pregunta::nueva("persona", "¿Quién se registra?", Clase::Opcion(PERSONAS))
        .articulo(&["LSS 5-A IV", "RACERF 14"])
        .obligatoria(),
    Pregunta::nueva("clase", "¿Qué tipo de patrón es?", Clase::Opcion(CLASES))
        .articulo(&["LSS 12", "RACERF 12", "RACERF 17"])
        .obligatoria()
        .regla(cooperativa_moral),
    Pregunta::nueva(
        "cooperativa_de",
        "¿Para quiénes es este registro?",
        Clase::Opcion(&[
            opcion("trabajadores", "Los trabajadores de la cooperativa", ""),
            opcion("socios", "Los socios de la cooperativa", ""),
        ]),
    )
    .articulo(&["RACERF 13"])
    .si(cooperativa)
    .obligatoria(),
    Pregunta::nueva(
        "representado",
        "¿Actúa por medio de un representante legal?",
        Clase::SiNo,
    )
    .si(fisica)
    .obligatoria(),
    Pregunta::nueva("otros_registros", "¿Ya tiene otro registro patronal?", Clase::SiNo)
        .ayuda("Cada municipio lleva el suyo; en el mismo municipio casi siempre se usa el que ya se tiene.")
        .articulo(&["RACERF 13"])
        .obligatoria(),
];

fn cooperativa_moral(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    if valor == "cooperativa" && m.es("sujeto.persona", &["fisica"]) {
        return vec![Hallazgo::nuevo(&mensaje::COOPERATIVA_MORAL, ruta, &[])];
    }
    Vec::new()
}

const OTROS_REGISTROS: &[Pregunta] = &[
    Pregunta::nueva("numero", "Registro patronal", REGISTRO)
        .ayuda("Once posiciones, como aparece en la tarjeta de identificación patronal.")
        .ejemplo("Z99-12345-10-3")
        .obligatoria(),
    Pregunta::nueva("entidad", "Estado", Clase::Entidad).obligatoria(),
    Pregunta::texto("municipio", "Municipio o alcaldía", 80).obligatoria(),
    Pregunta::nueva(
        "por_que_otro",
        "Si es del mismo municipio, ¿por qué se pide otro?",
        Clase::Lista(&[
            opcion("ninguno", "Es de otro municipio, o no hay un motivo especial", ""),
            opcion(
                "actividad_distinta",
                "Actividad distinta que no contribuye a la primera (persona física)",
                "",
            ),
            opcion("obra_ocasional", "Obra ocasional en instalaciones propias", ""),
            opcion(
                "socios",
                "El otro es de los socios o de los trabajadores de la cooperativa",
                "",
            ),
            opcion("autorizado", "El Instituto autorizó condiciones diferentes", ""),
        ]),
    )
    .articulo(&["RACERF 13"])
    .obligatoria(),
];

const IDENTIDAD_MORAL: &[Pregunta] = &[
    Pregunta::nueva("rfc", "RFC de la empresa", RFC)
        .ayuda("Doce caracteres, como en la constancia de situación fiscal.")
        .ejemplo("EKU9003173C9")
        .articulo(&["RACERF 14"])
        .obligatoria()
        .regla(rfc_de_la_persona),
    Pregunta::texto("denominacion", "Denominación o razón social", 120)
        .ayuda("Completa, con su tipo de sociedad.")
        .ejemplo("Empresa Ficticia, S.A. de C.V.")
        .articulo(&["RACERF 14"])
        .obligatoria(),
    Pregunta::texto("nombre_comercial", "Nombre comercial", 120),
];

const ACTA: &[Pregunta] = &[
    Pregunta::texto("escritura", "Número de escritura o póliza", 12).obligatoria(),
    Pregunta::texto("notaria", "Notaría o correduría", 15)
        .ejemplo("Notaría 99")
        .obligatoria(),
    Pregunta::nueva("fecha", "Fecha del acta", PASADA).obligatoria(),
    Pregunta::nueva("entidad", "Estado donde se otorgó", Clase::Entidad).obligatoria(),
    Pregunta::texto("municipio", "Municipio donde se otorgó", 80).obligatoria(),
    Pregunta::texto("folio_mercantil", "Folio mercantil", 13).ayuda(
        "Si todavía no lo tiene, deje el espacio vacío y traiga la solicitud de registro o la constancia del notario.",
    ),
];

const IDENTIDAD_FISICA: &[Pregunta] = &[
    Pregunta::nueva("curp", "CURP", CURP)
        .ejemplo("LOMA040229MNLPRNA6")
        .articulo(&["RACERF 14"])
        .obligatoria(),
    Pregunta::nueva("rfc", "RFC", RFC)
        .ayuda("Trece caracteres, como en la constancia de situación fiscal.")
        .ejemplo("GODE561231GR8")
        .articulo(&["RACERF 14"])
        .obligatoria()
        .regla(rfc_de_la_persona),
    Pregunta::texto("nombre", "Nombre o nombres", 60).obligatoria(),
    Pregunta::texto("primer_apellido", "Primer apellido", 60).obligatoria(),
    Pregunta::texto("segundo_apellido", "Segundo apellido", 60).ayuda("Si no tiene, déjelo vacío."),
    Pregunta::texto("nombre_comercial", "Nombre comercial", 120),
];

/// The RFC must be of the kind of person that registers, and go with the CURP.
fn rfc_de_la_persona(m: &Mirada<'_>, ruta: &str, rfc: &str) -> Vec<Hallazgo> {
    let es_moral = rfc.chars().count() == 12;
    if es_moral != moral(m) {
        let (es, elegida) = if es_moral {
            ("moral", "física")
        } else {
            ("física", "moral")
        };
        return vec![Hallazgo::nuevo(
            &mensaje::RFC_DE_OTRA_PERSONA,
            ruta,
            &[("es", es), ("elegida", elegida)],
        )];
    }
    rfc_y_curp(m, ruta, rfc)
}

/// A representative is a person: their RFC has thirteen characters.
fn rfc_de_alguien(m: &Mirada<'_>, ruta: &str, rfc: &str) -> Vec<Hallazgo> {
    if rfc.chars().count() == 12 {
        return vec![Hallazgo::nuevo(&mensaje::RFC_DE_EMPRESA, ruta, &[])];
    }
    rfc_y_curp(m, ruta, rfc)
}

fn rfc_y_curp(m: &Mirada<'_>, ruta: &str, rfc: &str) -> Vec<Hallazgo> {
    let inicio = |texto: &str| texto.chars().take(10).collect::<String>();
    let (rfc, curp) = (inicio(rfc), inicio(m.aqui("curp")));
    if curp.is_empty() || rfc == curp {
        return Vec::new();
    }
    vec![Hallazgo::nuevo(
        &mensaje::RFC_Y_CURP,
        ruta,
        &[("rfc", &rfc), ("curp", &curp)],
    )]
}

const REPRESENTANTE: &[Pregunta] = &[
    Pregunta::nueva("curp", "CURP", CURP).obligatoria(),
    Pregunta::nueva("rfc", "RFC", RFC_DE_PERSONA)
        .ayuda("Trece caracteres.")
        .regla(rfc_de_alguien),
    Pregunta::texto("nombre", "Nombre o nombres", 60).obligatoria(),
    Pregunta::texto("primer_apellido", "Primer apellido", 60).obligatoria(),
    Pregunta::texto("segundo_apellido", "Segundo apellido", 60),
    Pregunta::nueva(
        "facultades",
        "Facultades del poder",
        Clase::Lista(&[
            opcion("administracion", "Actos de administración", ""),
            opcion("dominio", "Actos de dominio", ""),
            opcion("especial", "Especial para toda clase de trámites ante el IMSS", ""),
        ]),
    )
    .obligatoria(),
    Pregunta::texto("instrumento", "Instrumento del poder", 40)
        .ejemplo("Escritura 12345, Notaría 99")
        .obligatoria(),
    Pregunta::nueva("fecha_poder", "Fecha del poder", PASADA).obligatoria(),
];

const LUGAR: &[Pregunta] = &[Pregunta::nueva(
    "mismo",
    "¿El centro de trabajo está en el domicilio fiscal?",
    Clase::SiNo,
)
.ayuda("El municipio del centro de trabajo decide el registro patronal.")
.articulo(&["RACERF 13"])
.obligatoria()];

const INICIO: &[Pregunta] = &[
    Pregunta::nueva("fecha", "¿Desde qué fecha tiene trabajadores a su servicio?", PASADA)
        .ayuda("Día en que empezó el primer trabajador, se constituyó la cooperativa o inició el convenio o el decreto. Desde ahí corren los cinco días hábiles.")
        .articulo(&["LSS 15 I", "RACERF 12"])
        .obligatoria(),
    Pregunta::nueva("trabajadores", "¿Cuántos trabajadores tendrá?", Clase::Entero { minimo: 1, maximo: 99_999 })
        .obligatoria(),
    Pregunta::nueva("inscribe", "¿Quiere inscribir ahora a los primeros?", Clase::SiNo)
        .ayuda("También puede hacerlo después. Los ya ocupados se inscriben en los cinco días hábiles siguientes a su ingreso.")
        .articulo(&["LSS 15 I", "RACERF 45"])
        .obligatoria(),
];

const TRABAJADORES: &[Pregunta] = &[
    Pregunta::nueva("nss", "NSS", NSS)
        .ejemplo("45129500711")
        .obligatoria()
        .regla(nss_una_vez),
    Pregunta::nueva("curp", "CURP", CURP).obligatoria(),
    Pregunta::texto("nombre", "Nombre completo", 120).obligatoria(),
    Pregunta::nueva("ingreso", "Fecha de ingreso", Clase::Fecha { futura: true })
        .obligatoria()
        .regla(ingreso),
    Pregunta::nueva("salario", "Salario base de cotización diario", Clase::Dinero)
        .ejemplo("331.44")
        .articulo(&["LSS 27"])
        .obligatoria(),
    Pregunta::nueva(
        "tipo",
        "Tipo de trabajador",
        Clase::Lista(&[
            opcion("permanente", "Permanente", ""),
            opcion("eventual", "Eventual", ""),
            opcion("eventual_campo", "Eventual del campo", ""),
        ]),
    )
    .articulo(&["LSS 5-A VI", "LSS 5-A VII"])
    .obligatoria(),
];

fn nss_una_vez(m: &Mirada<'_>, ruta: &str, nss: &str) -> Vec<Hallazgo> {
    let propia = m.prefijo;
    let otro = (0..m.respuestas.cuantos("trabajadores"))
        .find(|i| format!("trabajadores.{i}.") != propia && m.valor(&format!("trabajadores.{i}.nss")) == nss);
    // only the later of the two says it
    let propio: usize = propia
        .trim_start_matches("trabajadores.")
        .trim_end_matches('.')
        .parse()
        .unwrap_or(0);
    match otro {
        Some(i) if i < propio => {
            vec![Hallazgo::nuevo(
                &mensaje::NSS_REPETIDO,
                ruta,
                &[("otro", &(i + 1).to_string())],
            )]
        }
        _ => Vec::new(),
    }
}

fn ingreso(m: &Mirada<'_>, ruta: &str, fecha: &str) -> Vec<Hallazgo> {
    let inicio = m.valor("inicio.fecha");
    // ISO dates compare as text
    if !inicio.is_empty() && fecha < inicio {
        return vec![Hallazgo::nuevo(&mensaje::INGRESO_ANTES, ruta, &[("inicio", inicio)])];
    }
    Vec::new()
}

const ACTIVIDAD: &[Pregunta] = &[
    Pregunta::texto("giro", "¿A qué se dedica?", 120)
        .ayuda("Con sus palabras: qué hace, vende o produce.")
        .ejemplo("Taquería con servicio a domicilio")
        .obligatoria(),
    Pregunta::nueva("fraccion", "Fracción del catálogo de actividades", Clase::Fraccion)
        .ayuda("Busque por palabras o por código. De la fracción salen la clase y la prima media.")
        .articulo(&["RACERF 18", "RACERF 20", "RACERF 196"])
        .obligatoria(),
    Pregunta::nueva(
        "justificacion",
        "¿Por qué corresponde esa fracción?",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .ayuda("Si la actividad no está en el catálogo se clasifica por analogía: explique a cuál se parece.")
    .articulo(&["RACERF 18", "RACERF 20"])
    .obligatoria(),
    Pregunta::nueva(
        "transporte",
        "¿Cómo se distribuyen sus productos?",
        Clase::Opcion(&[
            opcion("propio", "Con transporte propio", ""),
            opcion("ajeno", "Con transporte ajeno", ""),
            opcion("no", "No se distribuyen", ""),
        ]),
    )
    .obligatoria(),
    Pregunta::nueva(
        "instala",
        "¿Hace instalación o reparación fuera de su local?",
        Clase::SiNo,
    )
    .obligatoria(),
    Pregunta::nueva(
        "especializados",
        "¿Presta servicios especializados en centros de trabajo de otros?",
        Clase::SiNo,
    )
    .articulo(&["LSS 15-A", "RACERF 19"])
    .obligatoria(),
    Pregunta::nueva(
        "procesos",
        "Procesos de trabajo",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .ayuda("Iniciales, intermedios y finales, en pocas palabras.")
    .obligatoria(),
    Pregunta::nueva(
        "productos",
        "Productos o servicios",
        Clase::Texto {
            maximo: 300,
            renglones: 2,
        },
    ),
    Pregunta::nueva(
        "materiales",
        "Materias primas y materiales",
        Clase::Texto {
            maximo: 300,
            renglones: 2,
        },
    ),
    Pregunta::nueva(
        "maquinaria",
        "Maquinaria y equipo",
        Clase::Texto {
            maximo: 300,
            renglones: 2,
        },
    ),
];

const CAMPO: &[Pregunta] = &[
    Pregunta::texto("cultivo", "Tipo de cultivo o de explotación", 80).obligatoria(),
    Pregunta::texto("superficie", "Superficie o unidad de producción", 40)
        .ejemplo("12 hectáreas")
        .obligatoria(),
    Pregunta::nueva("desde", "Inicio del periodo", Clase::Fecha { futura: true }).obligatoria(),
    Pregunta::nueva("hasta", "Fin del periodo", Clase::Fecha { futura: true }).obligatoria(),
    Pregunta::nueva(
        "jornadas",
        "Jornadas estimadas en el periodo",
        Clase::Entero {
            minimo: 1,
            maximo: 9_999_999,
        },
    )
    .obligatoria(),
];

const OBRA: &[Pregunta] = &[
    Pregunta::nueva(
        "tipo",
        "¿Cómo participa en la obra?",
        Clase::Lista(&[
            opcion("propietario", "Propietario", ""),
            opcion("contratista", "Contratista", ""),
            opcion("subcontratista", "Subcontratista", ""),
            opcion("intermediario", "Intermediario", ""),
        ]),
    )
    .obligatoria(),
    Pregunta::nueva(
        "clase",
        "Clase de obra",
        Clase::Opcion(&[opcion("privada", "Privada", ""), opcion("publica", "Pública", "")]),
    )
    .obligatoria(),
    Pregunta::nueva(
        "ocasional",
        "¿Es una obra ocasional en instalaciones propias?",
        Clase::SiNo,
    )
    .ayuda("Lleva un registro patronal aparte.")
    .articulo(&["RACERF 13", "RACERF 21"])
    .obligatoria(),
];

const AUTORIZADOS: &[Pregunta] = &[
    Pregunta::texto("nombre", "Nombre completo", 120).obligatoria(),
    Pregunta::nueva("curp", "CURP", CURP),
];

const DOCUMENTOS: &[Pregunta] = &[
    Pregunta::nueva(
        "reunidos",
        "¿Qué documentos tiene a la mano?",
        Clase::Documentos(documentos::lista),
    )
    .ayuda("Marque los que ya tiene. En la ventanilla se cotejan con el original.")
    .articulo(&["RACERF 14"]),
    PROTESTA,
];

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "registro_patronal",
    titulo: "Registro patronal",
    presentacion: "Alta de un patrón o sujeto obligado y su clasificación en el seguro de riesgos de trabajo. Se presenta dentro de los cinco días hábiles siguientes a tener el primer trabajador.",
    finalidad: "registrarlo y clasificarlo como patrón, y para verificar lo que declara (LSS 15 y 22)",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "sujeto",
            "Quién se registra",
            "De esto depende lo que se pregunta después.",
            &[
                Bloque::nuevo("sujeto", "", SUJETO),
                Bloque::nuevo("registros", "Registros patronales que ya tiene", OTROS_REGISTROS)
                    .si(con_otros_registros)
                    .repetido("registro", "Agregar otro registro", 1, 50),
            ],
        ),
        Paso::nuevo(
            "identidad",
            "Datos del patrón",
            "Como aparecen en la constancia de situación fiscal.",
            &[
                Bloque::nuevo("moral", "", IDENTIDAD_MORAL).si(moral),
                Bloque::nuevo("acta", "Acta constitutiva", ACTA).si(moral),
                Bloque::nuevo("fisica", "", IDENTIDAD_FISICA).si(fisica),
                Bloque::nuevo("contacto", "Cómo encontrarlo", CONTACTO),
            ],
        ),
        Paso::nuevo(
            "representante",
            "Representante legal",
            "Una persona moral tiene al menos uno.",
            &[Bloque::nuevo("representantes", "", REPRESENTANTE)
                .si(con_representante)
                .repetido("representante", "Agregar otro representante", 1, 10)],
        ),
        Paso::nuevo(
            "domicilios",
            "Domicilios",
            "",
            &[
                Bloque::nuevo("fiscal", "Domicilio fiscal", DOMICILIO),
                Bloque::nuevo("lugar", "Centro de trabajo", LUGAR),
                Bloque::nuevo("centro", "Domicilio del centro de trabajo", DOMICILIO).si(otro_domicilio),
            ],
        ),
        Paso::nuevo(
            "inicio",
            "Inicio y trabajadores",
            "",
            &[
                Bloque::nuevo("inicio", "", INICIO),
                Bloque::nuevo("trabajadores", "Primeros trabajadores", TRABAJADORES)
                    .si(inscribe)
                    .repetido("trabajador", "Agregar otro trabajador", 1, 30),
                Bloque::nuevo("campo", "Datos del campo", CAMPO).si(campo),
                Bloque::nuevo("obra", "Datos de la obra", OBRA).si(construccion),
            ],
        ),
        Paso::nuevo(
            "actividad",
            "Actividad y clasificación",
            "El patrón se clasifica a sí mismo; el Instituto puede rectificar.",
            &[Bloque::nuevo("actividad", "", ACTIVIDAD)],
        ),
        Paso::nuevo(
            "documentos",
            "Documentos y declaración",
            "",
            &[
                Bloque::nuevo("autorizados", "Personas autorizadas para presentar avisos", AUTORIZADOS)
                    .ayuda("Si no hay, continúe.")
                    .repetido("persona", "Agregar una persona autorizada", 0, 10),
                Bloque::nuevo("documentos", "Documentos", DOCUMENTOS),
            ],
        ),
    ],
    dictaminar: dictamen::dictaminar,
};
