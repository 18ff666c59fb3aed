//! What is good and what is bad of each modality, with the article.

use ventanilla_reglas::incorporacion::Modalidad;

/// Something to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ventaja {
    /// Whether it speaks for the modality.
    pub a_favor: bool,
    /// What it is.
    pub texto: &'static str,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

const fn si(texto: &'static str, fundamento: &'static [&'static str]) -> Ventaja {
    Ventaja {
        a_favor: true,
        texto,
        fundamento,
    }
}

const fn no(texto: &'static str, fundamento: &'static [&'static str]) -> Ventaja {
    Ventaja {
        a_favor: false,
        texto,
        fundamento,
    }
}

const CUBRE_A_SU_FAMILIA: Ventaja = si(
    "El servicio médico cubre también a sus beneficiarios, como cónyuge e hijos menores de 16, sin pagar más. A hermanos, tíos u otros familiares, no.",
    &["LSS 84"],
);

const INDEPENDIENTE: &[Ventaja] = &[
    CUBRE_A_SU_FAMILIA,
    si(
        "Da todos los seguros, también subsidios y guardería.",
        &["LSS 222 II a"],
    ),
    si("Se puede pagar cada mes, cada dos, cada seis o por año.", &["LSS 224"]),
    si("Se puede tener junto con un empleo.", &["LSS 224"]),
    no(
        "Usted paga toda la cuota: la del patrón y la del trabajador.",
        &["LSS 228 II"],
    ),
    no("Termina en cuanto deja de pagar.", &["LSS 231"]),
];

const CONTINUACION: &[Ventaja] = &[
    si(
        "Sigue sumando semanas para su pensión, con el salario que elija desde el último.",
        &["LSS 218", "RACERF 65"],
    ),
    si(
        "Puede cubrir desde el día siguiente a la baja, sin huecos.",
        &["RACERF 66"],
    ),
    no("No da servicio médico ni subsidios.", &["LSS 218"]),
    no(
        "El porcentaje de cesantía y vejez sube cada año hasta 2030.",
        &["Transitorio segundo, DOF 2020-12-16"],
    ),
    no(
        "Termina con dos meses sin pagar, o al tener otra vez un empleo.",
        &["LSS 220"],
    ),
];

const FAMILIAR: &[Ventaja] = &[
    si(
        "Servicio médico por un año para usted y los familiares que inscriba.",
        &["LSS 240"],
    ),
    si("La cuota es por edad: no depende de lo que gane.", &["LSS 242"]),
    no("No suma semanas: no cuenta para su pensión.", &["LSS 240"]),
    no(
        "Se paga el año completo por adelantado, por cada persona.",
        &["LSS 242", "RACERF 101"],
    ),
];

const ANUAL: &[Ventaja] = &[
    CUBRE_A_SU_FAMILIA,
    si("La cuota del año es fija, sobre el salario mínimo.", &["LSS 228"]),
    no(
        "La ley ya no la da a quien entra: el Instituto puede negarla.",
        &["Transitorio segundo (DOF 2023-12-01)"],
    ),
    no("No da subsidios, riesgos de trabajo ni guardería.", &["LSS 222 II"]),
];

const HOGAR: &[Ventaja] = &[
    si(
        "La inscribe y la paga quien la emplea: es su obligación desde el primer día.",
        &["LSS 12 IV", "LSS 239-C"],
    ),
    si("Da todos los seguros.", &["LSS 239-A"]),
    no(
        "La trabajadora no la tramita: si no la han inscrito, pídalo a quien la emplea.",
        &["LSS 239-C"],
    ),
];

const CONVENIO: &[Ventaja] = &[no(
    "No se tramita en lo individual: la entidad en que trabaja celebra un convenio.",
    &["RACERF 90", "LSS 232"],
)];

const FACULTATIVO: &[Ventaja] = &[
    si("Da servicio médico, y no lo paga el estudiante.", &["LSS 12 III"]),
    si(
        "Si su madre o su padre está asegurado, eso también lo cubre, hasta los 25 años mientras estudie.",
        &["LSS 84 VI"],
    ),
    no("Lo tramita su escuela, si está incorporada.", &["LSS 12 III"]),
];

const CON_ESPERAS: Ventaja = no(
    "Pide cuestionario médico, y algunos tratamientos tienen tiempo de espera.",
    &["RACERF 81", "RACERF 83", "RACERF 99"],
);

const ESPERAS_DEL_INDEPENDIENTE: Ventaja = no(
    "Algunos tratamientos tienen tiempo de espera.",
    &["LSS 222 II a", "RACERF 83"],
);

const SIN_ESPERAS: Ventaja = si(
    "No hay cuestionario médico ni tiempos de espera: está dispensado.",
    &["RACERF 80", "RACERF 85", "RACERF 105"],
);

/// What is good and bad of a modality, the good first. `exento`: whether questionnaire and waiting periods are dispensed
/// with (RACERF 85).
pub fn ventajas(modalidad: Modalidad, exento: bool) -> Vec<Ventaja> {
    let propias = match modalidad {
        Modalidad::Pti => INDEPENDIENTE,
        Modalidad::M40 => CONTINUACION,
        Modalidad::M33 => FAMILIAR,
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 => ANUAL,
        Modalidad::Hogar => HOGAR,
        Modalidad::M42 | Modalidad::M36 | Modalidad::M38 => CONVENIO,
        Modalidad::M32 => FACULTATIVO,
        Modalidad::M34 => &[],
    };
    let esperas = modalidad.tiene_esperas().then_some(match (exento, modalidad) {
        (true, _) => SIN_ESPERAS,
        (false, Modalidad::Pti) => ESPERAS_DEL_INDEPENDIENTE,
        (false, _) => CON_ESPERAS,
    });
    let mut todas: Vec<Ventaja> = propias.iter().copied().chain(esperas).collect();
    todas.sort_by_key(|v| !v.a_favor);
    todas
}
