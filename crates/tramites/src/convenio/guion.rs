//! The questions: who owes, what, whether it is admissible, how it is to be paid, with which guarantee.

use super::condiciones::{con_garantia, con_representante, de_cuotas, de_un_importe, no_es_la_primera};
use super::dictamen::dictaminar;
use super::documentos::documentos;
use super::mensajes as mensaje;
use super::plan;
use crate::adeudo::ClaseDeCredito;
use crate::guion::{Bloque, CONTACTO, Clase, Guion, Mirada, Opcion, PROTESTA, Panel, Paso, Pregunta, opcion};
use ventanilla_reglas::credito::Indice;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Tipo, Uso};

/// Most credits of one application.
pub(super) const CREDITOS: usize = 60;

const PASADA: Clase = Clase::Fecha { futura: false };

const PATRON: &[Pregunta] = &[
    Pregunta::nueva(
        "registro_patronal",
        "Registro patronal",
        Clase::Identificador(Tipo::RegistroPatronal, Uso::Patron),
    )
    .ayuda("Once posiciones, como aparece en la tarjeta de identificación patronal.")
    .ejemplo("Z99-12345-10-5")
    .obligatoria(),
    Pregunta::nueva("rfc", "RFC", Clase::Identificador(Tipo::Rfc, Uso::Patron)).obligatoria(),
    Pregunta::texto("nombre", "Nombre, denominación o razón social", 120).obligatoria(),
    Pregunta::nueva(
        "tipo",
        "¿Quién debe?",
        Clase::Opcion(&[
            opcion("particular", "Un patrón particular", "Empresa o persona física."),
            opcion(
                "ente_publico",
                "Un ente público",
                "Entidad federativa, municipio u organismo descentralizado; durante 2026 tiene un plazo mayor.",
            ),
        ]),
    )
    .articulo(&["LSS 40 C", "LIF 2026 transitorio 7"])
    .obligatoria(),
];

const FIRMA: &[Pregunta] = &[Pregunta::nueva(
    "quien",
    "¿Quién firma la solicitud?",
    Clase::Opcion(&[
        opcion("patron", "El propio patrón", "Sólo una persona física."),
        opcion("representante", "Quien lo representa", "Con poder notarial."),
    ]),
)
.articulo(&["RACERF 133"])
.obligatoria()
.regla(firma_de_moral)];

const REPRESENTANTE: &[Pregunta] = &[
    Pregunta::texto("nombre", "Nombre completo", 120).obligatoria(),
    Pregunta::nueva("curp", "CURP", Clase::Identificador(Tipo::Curp, Uso::Persona)).obligatoria(),
    Pregunta::texto("instrumento", "Instrumento del poder", 60)
        .ejemplo("Escritura 12345, Notaría 99")
        .obligatoria(),
    Pregunta::nueva(
        "facultades",
        "¿El poder es para actos de administración y para pleitos y cobranzas?",
        Clase::SiNo,
    )
    .articulo(&["RACERF 133"])
    .obligatoria()
    .regla(poder),
];

/// What may be owed.
const CLASES: &[Opcion] = &[
    clase(ClaseDeCredito::Cop),
    clase(ClaseDeCredito::Rcv),
    clase(ClaseDeCredito::Multa),
    clase(ClaseDeCredito::CapitalConstitutivo),
    clase(ClaseDeCredito::GastosEjecucion),
];

const fn clase(clase: ClaseDeCredito) -> Opcion {
    opcion(clase.clave(), clase.nombre(), "")
}

const CREDITO: &[Pregunta] = &[
    Pregunta::nueva("clase", "¿Qué se debe?", Clase::Lista(CLASES))
        .articulo(&["LSS 40 C", "LSS 40 D"])
        .obligatoria(),
    Pregunta::nueva("periodo", "Periodo", Clase::Mes)
        .ayuda("El mes; en RCV, el segundo mes del bimestre.")
        .ejemplo("01/2026")
        .si(de_cuotas)
        .obligatoria(),
    Pregunta::nueva("vencimiento", "¿Cuándo venció?", PASADA)
        .ayuda("El último día que hubo para pagar.")
        .articulo(&["LSS 39", "LSS 39 C"])
        .obligatoria(),
    Pregunta::nueva("patronal", "Parte patronal", Clase::Dinero)
        .si(de_cuotas)
        .obligatoria(),
    Pregunta::nueva("obrera", "Parte obrera", Clase::Dinero)
        .ayuda("Lo que se retuvo a los trabajadores: nunca se paga a plazos. Si no hay, escriba 0.")
        .articulo(&["LSS 40 C"])
        .si(de_cuotas)
        .obligatoria(),
    Pregunta::nueva("importe", "Importe", Clase::Dinero)
        .si(de_un_importe)
        .obligatoria(),
    Pregunta::nueva(
        "situacion",
        "¿En qué está?",
        Clase::Lista(&[
            opcion("ordinaria", "Sin nada especial", ""),
            opcion("impugnado", "Está impugnado", ""),
            opcion("comprobacion", "Se determinó en una visita o revisión", ""),
            opcion("fianza", "Se está cobrando su fianza", ""),
            opcion("prorroga_40e", "Tiene ya una prórroga del artículo 40 E", ""),
        ]),
    )
    .articulo(&["RACERF 134", "RACERF 141", "RACERF 142"])
    .obligatoria(),
];

const TODOS: &[Pregunta] = &[
    Pregunta::nueva("completos", "¿Están aquí todos los créditos a su cargo?", Clase::SiNo)
        .ayuda("La solicitud comprende la totalidad.")
        .articulo(&["RACERF 133"])
        .obligatoria()
        .regla(completos),
];

const ADMISIBILIDAD: &[Pregunta] = &[
    Pregunta::nueva(
        "trabajadores",
        "¿Cuántos trabajadores tiene?",
        Clase::Entero {
            minimo: 0,
            maximo: 1_000_000,
        },
    )
    .ayuda("De los patrones grandes se pide autorización previa.")
    .articulo(&["RACERF 134"])
    .obligatoria(),
    Pregunta::nueva("grupo", "¿Es controladora o controlada de un grupo?", Clase::SiNo)
        .articulo(&["RACERF 134"])
        .obligatoria(),
    Pregunta::nueva("financiero", "¿Es del sector financiero, o una Afore?", Clase::SiNo)
        .articulo(&["RACERF 134"])
        .obligatoria(),
    Pregunta::nueva(
        "paraestatal",
        "¿Es un organismo descentralizado o una empresa de participación estatal mayoritaria?",
        Clase::SiNo,
    )
    .articulo(&["RACERF 134"])
    .obligatoria(),
    Pregunta::nueva(
        "incumplio",
        "En los últimos seis meses, ¿abandonó una solicitud o incumplió un convenio?",
        Clase::SiNo,
    )
    .articulo(&["RACERF 136"])
    .obligatoria()
    .regla(no_incumplio),
    Pregunta::nueva("concurso", "¿Está en concurso mercantil o en liquidación?", Clase::SiNo)
        .articulo(&["RACERF 138 II"])
        .obligatoria()
        .regla(concurso),
];

const FECHAS: &[Pregunta] = &[
    Pregunta::nueva(
        "pago_inicial",
        "¿Qué día se pagó, o se va a pagar, la primera parcialidad?",
        Clase::Fecha { futura: true },
    )
    .ayuda("Vacía, el día de la solicitud. Ese día del mes vencen las demás.")
    .articulo(&["RACERF 133", "RCFF 65"]),
    Pregunta::nueva("solicitud", "¿Qué día se presentó la solicitud en papel?", PASADA)
        .ayuda("Vacía, hoy. Sólo si fue antes: las cifras se calculan a ese día.")
        .articulo(&["CFF 66"]),
];

const INPC: &[Pregunta] = &[
    Pregunta::nueva("mes", "Mes", Clase::Mes)
        .ejemplo("10/2026")
        .obligatoria()
        .regla(un_inpc_al_mes),
    Pregunta::texto("valor", "INPC", 20)
        .ayuda("Como salió en el Diario Oficial.")
        .ejemplo("145.527")
        .articulo(&["CFF 17-A", "CFF 20"])
        .obligatoria()
        .regla(inpc),
];

const PLAN: &[Pregunta] = &[
    Pregunta::nueva(
        "modalidad",
        "¿Cómo se va a pagar?",
        Clase::Opcion(&[
            opcion("parcialidades", "En parcialidades", "Un pago cada mes; no incluye RCV."),
            opcion(
                "diferido",
                "En un solo pago diferido",
                "Todo junto en la fecha que se elija; puede incluir RCV.",
            ),
        ]),
    )
    .articulo(&["LSS 40 C", "LSS 40 D", "CFF 66"])
    .obligatoria(),
    Pregunta::nueva("plazo", "¿En cuántos meses?", Clase::Entero { minimo: 1, maximo: 120 })
        .ayuda("Cuanto más largo, más cara la tasa y menor cada pago. Compare abajo.")
        .articulo(&["LSS 40 C", "CFF 66"])
        .obligatoria(),
];

const GARANTIA: &[Pregunta] = &[
    Pregunta::nueva("tipo", "¿Con qué garantiza el adeudo?", Clase::Lista(GARANTIAS))
        .articulo(&["CFF 141", "RACERF 135"])
        .obligatoria(),
    Pregunta::nueva("valor", "¿Qué valor tiene?", Clase::Dinero)
        .si(con_garantia)
        .obligatoria(),
    Pregunta::nueva(
        "descripcion",
        "¿En qué consiste?",
        Clase::Texto {
            maximo: 300,
            renglones: 2,
        },
    )
    .ayuda("Institución y número del billete, datos del inmueble, nombre del obligado solidario…")
    .si(con_garantia)
    .obligatoria(),
    Pregunta::nueva(
        "motivo",
        "¿Por qué no puede garantizar todo con billete de depósito?",
        Clase::Texto {
            maximo: 500,
            renglones: 3,
        },
    )
    .articulo(&["CFF 141"])
    .si(no_es_la_primera)
    .obligatoria(),
];

/// The kinds of guarantee by the keys of the table `garantias`, where their order is; a test holds both together.
pub(super) const GARANTIAS: &[Opcion] = &[
    opcion("billete_deposito", "Billete de depósito", ""),
    opcion("carta_credito", "Carta de crédito", ""),
    opcion("prenda_hipoteca", "Prenda o hipoteca", ""),
    opcion("fianza", "Fianza", ""),
    opcion("obligacion_solidaria", "Obligación solidaria de un tercero", ""),
    opcion("embargo", "Embargo en la vía administrativa", ""),
    opcion(super::condiciones::DISPENSA, "Pido que se me dispense", ""),
];

const DOCUMENTOS: &[Pregunta] = &[
    Pregunta::nueva(
        "reunidos",
        "¿Qué documentos tiene a la mano?",
        Clase::Documentos(documentos),
    )
    .ayuda("Marque los que ya tiene. En la ventanilla se cotejan con el original."),
    PROTESTA,
];

fn firma_de_moral(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let mal = valor == "patron" && super::condiciones::moral(m);
    si(mal, &mensaje::FIRMA_DE_MORAL, ruta)
}

fn poder(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    si(valor == "no", &mensaje::PODER_INSUFICIENTE, ruta)
}

fn completos(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    si(valor == "no", &mensaje::FALTAN_CREDITOS, ruta)
}

fn no_incumplio(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    si(valor == "si", &mensaje::INCUMPLIO_ANTES, ruta)
}

fn concurso(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    si(valor == "si", &mensaje::EN_CONCURSO, ruta)
}

fn inpc(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    si(Indice::leer(valor).is_none(), &mensaje::INPC, ruta)
}

/// A month has one index: with two, the debt would depend on which of them counts.
fn un_inpc_al_mes(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let fila = ruta.split('.').nth(1).and_then(|n| n.parse::<usize>().ok());
    let antes = |i: usize| m.valor(&format!("inpc.{i}.mes")) == valor;
    let repetido = !valor.is_empty() && fila.is_some_and(|fila| (0..fila).any(antes));
    si(repetido, &mensaje::INPC_REPETIDO, ruta)
}

fn si(mal: bool, regla: &'static ventanilla_reglas::mensajes::Regla, ruta: &str) -> Vec<Hallazgo> {
    let hallazgo = mal.then(|| Hallazgo::nuevo(regla, ruta, &[]));
    hallazgo.into_iter().collect()
}

/// The declaration.
pub static GUION: Guion = Guion {
    clave: "convenio",
    titulo: "Convenio de pago a plazos",
    presentacion: "Pide pagar un adeudo en parcialidades o en un pago diferido (IMSS-02-089). Muestra cuánto se debe hoy, qué se paga al principio y qué cuesta cada plazo.",
    finalidad: "resolver su solicitud de pago a plazos, cobrar el adeudo y verificar lo que declara (LSS 22 y 40 C)",
    formato: 1,
    pasos: &[
        Paso::nuevo(
            "deudor",
            "Deudor y representante",
            "Quién debe y quién firma por él.",
            &[
                Bloque::nuevo("patron", "Patrón", PATRON),
                Bloque::nuevo("contacto", "Contacto", CONTACTO),
                Bloque::nuevo("firma", "Firma", FIRMA),
                Bloque::nuevo("representante", "Quien lo representa", REPRESENTANTE).si(con_representante),
            ],
        ),
        Paso::nuevo(
            "creditos",
            "Créditos",
            "Uno por cada periodo o cédula, con su importe original: la actualización y los recargos se calculan solos.",
            &[
                Bloque::nuevo("creditos", "", CREDITO).repetido("crédito", "Agregar otro crédito", 1, CREDITOS),
                Bloque::nuevo("adeudo", "", TODOS),
            ],
        ),
        Paso::nuevo(
            "admisibilidad",
            "Admisibilidad",
            "De esto depende si procede, quién lo autoriza y en cuánto tiempo.",
            &[Bloque::nuevo("admisibilidad", "", ADMISIBILIDAD)],
        ),
        Paso::nuevo(
            "plan",
            "Modalidad y plazo",
            "",
            &[
                Bloque::nuevo("fechas", "Fechas", FECHAS),
                Bloque::nuevo("inpc", "Índices de precios que faltan", INPC)
                    .ayuda("El INPC de algún mes no está en las tablas de esta aplicación. Lo publica el INEGI y sale en el Diario Oficial a principios del mes siguiente: cópielo de ahí.")
                    .si(plan::falta_un_inpc)
                    .repetido("mes", "Agregar otro mes", 1, 12),
                Bloque::nuevo("plan", "Forma de pago", PLAN),
            ],
        )
        .con(Panel::Plazos),
        Paso::nuevo(
            "garantia",
            "Garantía",
            "Asegura el adeudo y los recargos de todo el plazo.",
            &[Bloque::nuevo("garantia", "", GARANTIA)],
        ),
        Paso::nuevo(
            "documentos",
            "Documentos y declaración",
            "",
            &[Bloque::nuevo("documentos", "", DOCUMENTOS)],
        ),
    ],
    dictaminar,
};

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_normativa::{Normativa, Tabla};

    /// The question says its months in words; the table has them (RACERF 136).
    #[test]
    fn the_months_of_the_question_are_those_of_the_table() {
        let normativa = Normativa::publicada();
        let fila = normativa.vigente(Tabla::Convenio, "intento_previo_meses", Normativa::corte());
        assert_eq!(fila.expect("fila").valor.to_string(), "6");
        let pregunta = ADMISIBILIDAD.iter().find(|p| p.campo == "incumplio").expect("pregunta");
        assert!(pregunta.rotulo.contains("seis meses"), "{}", pregunta.rotulo);
    }

    /// The form names the kinds of guarantee; the table has their order and what the law asks of each.
    #[test]
    fn the_guarantees_are_those_of_the_table() {
        let normativa = Normativa::publicada();
        let hoy = Normativa::corte();
        let mut tabla: Vec<(&str, &str)> = normativa
            .filas(Tabla::Garantias)
            .filter(|f| f.rige(hoy) && f.nota.contains('|'))
            .map(|f| (f.clave.as_ref(), f.nota.split('|').next().unwrap_or_default()))
            .collect();
        tabla.sort_unstable();
        let mut formulario: Vec<(&str, &str)> = GARANTIAS
            .iter()
            .filter(|g| g.valor != super::super::condiciones::DISPENSA)
            .map(|g| (g.valor, g.rotulo))
            .collect();
        formulario.sort_unstable();
        assert_eq!(formulario, tabla);
    }
}
