//! Who enters with the person: as beneficiary of whoever is insured (LSS 84), or insured and paying in the seguro de salud
//! para la familia (RACERF 95–97).

use super::condiciones::{con_familiares, familiar, nacimiento};
use super::cotizacion::inicio;
use super::mensajes as mensaje;
use crate::guion::{Clase, Mirada, Opcion, Pregunta, opcion};
use chrono::NaiveDate;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Tipo, Uso};
use ventanilla_reglas::incorporacion::{Familiar, Parentesco, Procede};

/// Key of the block.
pub(super) const BLOQUE: &str = "beneficiarios";

/// Most relatives of one application.
pub(crate) const FAMILIARES: usize = 20;

/// What somebody may be to the person, with the keys of the contract.
pub const PARENTESCOS: &[Opcion] = &[
    opcion("conyuge", "Cónyuge", ""),
    opcion("concubino", "Concubina o concubinario", ""),
    opcion("hijo", "Hija o hijo", ""),
    opcion("padre", "Padre", ""),
    opcion("madre", "Madre", ""),
    opcion("abuelo", "Abuela o abuelo", ""),
    opcion("nieto", "Nieta o nieto", ""),
    opcion("hermano", "Hermana o hermano", ""),
    opcion("primo", "Prima o primo", ""),
    opcion("tio", "Tía o tío", ""),
    opcion("sobrino", "Sobrina o sobrino", ""),
];

/// The questions about each one, but that of the questionnaire.
pub(super) const PARENTESCO: Pregunta =
    Pregunta::nueva("parentesco", "¿Qué es de la persona?", Clase::Lista(PARENTESCOS))
        .articulo(&["LSS 84", "RACERF 95", "RACERF 96"])
        .obligatoria()
        .regla(uno_de_cada);
pub(super) const NOMBRE: Pregunta = Pregunta::texto("nombre", "Nombre completo", 120).obligatoria();
pub(super) const CURP: Pregunta = Pregunta::nueva("curp", "CURP", Clase::Identificador(Tipo::Curp, Uso::Persona))
    .ayuda("De ella sale su edad.")
    .obligatoria()
    .regla(edad_que_cuadra);
pub(super) const NSS: Pregunta = Pregunta::nueva("nss", "NSS", Clase::Identificador(Tipo::Nss, Uso::Persona));
pub(super) const VINCULO: Pregunta = Pregunta::nueva(
    "cumple",
    "¿Cumple lo que pide la ley para ser beneficiario?",
    Clase::SiNo,
)
.ayuda("Concubina o concubinario: cinco años de vida en común, o hijos, y ambos libres de matrimonio. Hija o hijo desde los 16: que estudie, o que una enfermedad o discapacidad le impida mantenerse. Padres: que vivan en su hogar y dependan de usted.")
.articulo(&["LSS 84 III", "LSS 84 V", "LSS 84 VI", "LSS 84 VIII"])
.si(pide_requisito)
.obligatoria()
.regla(cumple);

/// The relatives as the rules take them; `None` while the form has not asked for them.
pub(super) fn familiares(m: &Mirada<'_>) -> Option<Vec<Familiar>> {
    if m.afirma("opcion.sin_familia") {
        return Some(Vec::new());
    }
    let cuantos = m.respuestas.cuantos(BLOQUE);
    if !con_familiares(m) || cuantos == 0 {
        return None;
    }
    Some((0..cuantos).filter_map(|i| uno(m, &format!("{BLOQUE}.{i}."))).collect())
}

fn uno(m: &Mirada<'_>, prefijo: &str) -> Option<Familiar> {
    Some(Familiar {
        parentesco: parentesco(m.valor(&[prefijo, "parentesco"].concat()))?,
        edad: edad(m, m.valor(&[prefijo, "curp"].concat())),
    })
}

fn parentesco(clave: &str) -> Option<Parentesco> {
    serde_json::from_value(serde_json::Value::from(clave)).ok()
}

/// Age on the first day of cover (the fee and the rights are of that day).
pub(super) fn edad(m: &Mirada<'_>, curp: &str) -> Option<u32> {
    inicio(m).years_since(nacimiento(m, curp)?)
}

/// A relative for whom the law asks something more (LSS 84): only of beneficiaries.
fn pide_requisito(m: &Mirada<'_>) -> bool {
    if familiar(m) {
        return false;
    }
    veredicto_de(m).is_some_and(|(procede, _)| procede == Procede::ConReserva)
}

/// What the rules say of the relative that is being looked at, and why.
fn veredicto_de(m: &Mirada<'_>) -> Option<(Procede, String)> {
    use ventanilla_reglas::incorporacion::{EntradaElegibilidad, Perfil, ejecutar_elegibilidad};
    let familiar = uno(m, m.prefijo)?;
    let entrada = EntradaElegibilidad {
        fecha: inicio(m).into(),
        perfil: Perfil {
            familiares: Some(vec![familiar]),
            ..Perfil::default()
        },
        politicas: ventanilla_reglas::politica::Politicas::default(),
        memoria: false,
    };
    let salida = ejecutar_elegibilidad(m.normativa, entrada).ok()?;
    salida.familiares.into_iter().next().map(|f| (f.beneficiario, f.motivo))
}

fn cumple(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let motivo = (valor == "no")
        .then(|| veredicto_de(m))
        .flatten()
        .map(|(_, motivo)| motivo);
    motivo.map_or_else(Vec::new, |motivo| {
        vec![Hallazgo::con(&mensaje::NO_ES_BENEFICIARIO, ruta, &[("motivo", motivo)])]
    })
}

/// One spouse or concubina, one father, one mother (LSS 84); and whom the law does not take as beneficiary.
fn uno_de_cada(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let Some(indice) = indice(m) else { return Vec::new() };
    let mut hallazgos = Vec::new();
    let pareja = |clave: &str| matches!(clave, "conyuge" | "concubino");
    let mismo = |otro: &str| (pareja(valor) && pareja(otro)) || (matches!(valor, "padre" | "madre") && otro == valor);
    let repetido = (0..indice).find(|i| mismo(m.valor(&format!("{BLOQUE}.{i}.parentesco"))));
    if let Some(otro) = repetido {
        let datos = [("otro", (otro + 1).to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::PARENTESCO_REPETIDO, ruta, &datos));
    }
    if !familiar(m)
        && let Some((Procede::No, motivo)) = veredicto_de(m)
    {
        hallazgos.push(Hallazgo::con(&mensaje::NO_ES_BENEFICIARIO, ruta, &[("motivo", motivo)]));
    }
    hallazgos
}

/// Which relative is being looked at.
fn indice(m: &Mirada<'_>) -> Option<usize> {
    m.prefijo.strip_prefix(BLOQUE)?.trim_matches('.').parse().ok()
}

/// Nobody twice; children after their parents.
fn edad_que_cuadra(m: &Mirada<'_>, ruta: &str, curp: &str) -> Vec<Hallazgo> {
    let Some(indice) = indice(m) else { return Vec::new() };
    let titular = m.valor("persona.curp");
    let antes = (0..indice).find(|i| m.valor(&format!("{BLOQUE}.{i}.curp")) == curp);
    let quien = match antes {
        Some(otro) => Some(format!("el familiar {}", otro + 1)),
        None => (titular == curp).then(|| "la persona que se asegura".to_owned()),
    };
    if let Some(quien) = quien {
        return vec![Hallazgo::con(&mensaje::CURP_REPETIDA, ruta, &[("quien", quien)])];
    }
    let (Some(suya), Some(del_titular)) = (nacimiento(m, curp), nacimiento(m, titular)) else {
        return Vec::new();
    };
    if al_reves(m.aqui("parentesco"), suya, del_titular) {
        return vec![Hallazgo::nuevo(&mensaje::EDAD_IMPOSIBLE, ruta, &[])];
    }
    Vec::new()
}

fn al_reves(parentesco: &str, suya: NaiveDate, del_titular: NaiveDate) -> bool {
    match parentesco {
        "hijo" | "nieto" => suya <= del_titular,
        "padre" | "madre" | "abuelo" => suya >= del_titular,
        _ => false,
    }
}

/// What is to be said of the relatives as a whole, for the dictamen.
pub(super) fn hallazgos(m: &Mirada<'_>) -> Vec<Hallazgo> {
    let sin_nadie = familiar(m) && con_familiares(m) && m.respuestas.cuantos(BLOQUE) == 0;
    let contestado = m.es("opcion.sin_familia", &["no"]);
    let falta = (sin_nadie && contestado).then(|| Hallazgo::nuevo(&mensaje::FALTA_FAMILIAR, "opcion.sin_familia", &[]));
    falta.into_iter().collect()
}
